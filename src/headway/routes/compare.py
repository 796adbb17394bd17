"""Role stages side by side: what each asks, and what it takes to go from one to the other."""

from __future__ import annotations

from collections.abc import Sequence

from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import Held
from headway.routes.transition import find_overlap, hours_to, learn_for
from headway.values import Hours, Level, Share, Slug, Text, Value


class Row(Value):
    """One skill and the level that each role stage asks, in the order of the comparison; none where it does not."""

    skill: Slug
    name: Text
    importance: Share
    """The highest among them."""
    levels: tuple[Level, ...]


class Passage(Value):
    """From one role stage, fully met, to another. Not symmetric in hours, symmetric in overlap."""

    start: Text
    end: Text
    hours: Hours
    overlap: Share


class Comparison(Value):
    keys: tuple[Text, ...]
    rows: tuple[Row, ...]
    """The skills that weigh most first."""
    passages: tuple[Passage, ...]


def compare_stages(stages: Sequence[RoleStage], catalog: Catalog) -> Comparison:
    """Every need of `stages` side by side, and the passage between each ordered pair."""
    nothing: Held = {}
    held = [learn_for(stage, nothing, catalog) for stage in stages]
    weights: dict[Slug, float] = {}
    for stage in stages:
        for need in stage.needs:
            weights[need.skill] = max(need.importance, weights.get(need.skill, 0.0))
    asked = [{need.skill: need.level for need in stage.needs} for stage in stages]
    rows = tuple(
        Row(
            skill=skill,
            name=catalog.skills[skill].name,
            importance=weight,
            levels=tuple(levels.get(skill, Level.NONE) for levels in asked),
        )
        for skill, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    passages = tuple(
        Passage(start=a.key, end=b.key, hours=hours_to(b, held[i], catalog), overlap=find_overlap(a, b))
        for i, a in enumerate(stages)
        for b in stages
        if a is not b
    )
    return Comparison(keys=tuple(stage.key for stage in stages), rows=rows, passages=passages)
