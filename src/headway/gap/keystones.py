"""Which single skills open most roles: readiness gained over several role stages, for each hour of learning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from headway.catalog.model import Catalog, SkillKind
from headway.gap.matrix import Measures, NeedMatrix, gain_by_level, project_all
from headway.gap.needs import Held, held_levels, neighbours_of
from headway.profile.model import Profile
from headway.values import Hours, Level, Share, Slug, Text, Value

OPENS = 1 / 3
"""Judged: a skill that opens fewer of the role stages than this is no keystone."""
TRIED = 60
"""Steps that are reckoned in full, with what they require; the others gain less an hour even without it."""
SHOWN, NAMED = 6, 3
TOUCHED = 0.005
"""Readiness below which a role stage is not counted as brought nearer."""


class Keystone(Value):
    """One skill to one level, and what it does for several role stages together."""

    skill: Slug
    name: Text
    level: Level
    hours: Hours
    """With what has to be learned before it."""
    first: tuple[Text, ...]
    """What that is."""
    instead: tuple[Text, ...]
    """Skills that do the same job for most of these role stages."""
    opens: int
    """How many of them it brings nearer."""
    of: int
    """How many there are."""
    gain: Share
    """Readiness that it adds to those which it brings nearer, on average."""
    most: tuple[Text, ...]
    """Keys of those that it helps most."""


class Step(NamedTuple):
    skill: Slug
    level: Level
    rate: float
    """Readiness an hour, summed over the role stages, without what it requires."""


def find_keystones(
    profile: Profile, rows: Sequence[int], matrix: NeedMatrix, measures: Measures, catalog: Catalog
) -> tuple[Keystone, ...]:
    """The skills that bring most of the role stages in `rows` nearer, by the readiness that they add for each hour.

    Only skills that a need names first are tried, as what would do in their place is less asked for. Soft skills that
    the document is silent about are left out, as silence about them is no proof of lack.
    """
    held = held_levels(profile)
    steps = _promising(held, rows, matrix, measures, catalog)
    tried = [_reckon(step, held, rows, matrix, measures, catalog) for step in steps]
    chosen: dict[Slug, Keystone] = {}
    instead: dict[Slug, list[Slug]] = {}
    for _, keystone in sorted(tried, key=lambda pair: (-pair[0], pair[1].skill)):
        alike = [n.skill for n in neighbours_of(keystone.skill, catalog) if n.skill in chosen]
        if alike:
            instead[alike[0]].append(keystone.skill)
        elif keystone.opens >= OPENS * len(rows) and len(chosen) < SHOWN:
            chosen[keystone.skill], instead[keystone.skill] = keystone, []
    return tuple(
        keystone.change(instead=tuple(catalog.skills[s].name for s in instead[skill][:NAMED]))
        for skill, keystone in chosen.items()
    )


def _promising(held: Held, rows: Sequence[int], matrix: NeedMatrix, measures: Measures, catalog: Catalog) -> list[Step]:
    """The steps of the highest rate, one level of each skill; to have heard of a thing opens nothing by itself."""
    among = np.zeros(len(matrix.stages), dtype=bool)
    among[list(rows)] = True
    named = set(matrix.pair_skill[matrix.pair_first & among[matrix.need_stage[matrix.pair_need]]].tolist())
    best: dict[Slug, Step] = {}
    for level in Level.EXPERT.steps_from(Level.AWARENESS):
        gains = gain_by_level(matrix, measures, level, among)
        for skill, place in matrix.skills.items():
            own = held.get(skill, Level.NONE)
            unseen = own is Level.NONE and catalog.skills[skill].kind is SkillKind.SOFT
            if place in named and gains[place] > 0 and own < level and not unseen:
                rate = float(gains[place]) / catalog.middle_hours(skill, own, level)
                if skill not in best or rate > best[skill].rate:
                    best[skill] = Step(skill, level, rate)
    return sorted(best.values(), key=lambda step: (-step.rate, step.skill))[:TRIED]


def _reckon(
    step: Step, held: Held, rows: Sequence[int], matrix: NeedMatrix, measures: Measures, catalog: Catalog
) -> tuple[float, Keystone]:
    """A step with everything that it requires, and the readiness that all of it adds an hour."""
    needed = _close(step, held, catalog)
    hours = Hours.total(catalog.hours_between(s, held.get(s, Level.NONE), level) for s, level in needed.items())
    after = project_all(matrix, measures, needed)
    gains = {row: float(after[row] - measures.readiness[row]) for row in rows}
    nearer = sorted((row for row in rows if gains[row] >= TOUCHED), key=lambda row: (-gains[row], row))
    return sum(gains.values()) / hours.p50, Keystone(
        skill=step.skill,
        name=catalog.skills[step.skill].name,
        level=step.level,
        hours=hours,
        first=tuple(catalog.skills[s].name for s in needed if s != step.skill),
        instead=(),
        opens=len(nearer),
        of=len(rows),
        gain=sum(gains[row] for row in nearer) / len(nearer) if nearer else 0.0,
        most=tuple(matrix.stages[row].key for row in nearer[:NAMED]),
    )


def _close(step: Step, held: Held, catalog: Catalog) -> dict[Slug, Level]:
    """The step and the highest level of each skill that it stands on in any number of turns, held ones left out."""
    needed = {step.skill: step.level}
    waiting = [(step.skill, level) for level in step.level.steps_from(held.get(step.skill, Level.NONE))]
    while waiting:
        skill, level = waiting.pop()
        for other, asked in catalog.requires(skill, level).items():
            known = max(held.get(other, Level.NONE), needed.get(other, Level.NONE))
            if asked > known:
                needed[other] = asked
                waiting += [(other, one) for one in asked.steps_from(known)]
    return needed
