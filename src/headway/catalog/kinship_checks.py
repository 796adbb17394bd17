"""What holds of skills that stand beside one another, and of how fast they go out of date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from headway.catalog.model import Catalog, SkillKind
from headway.errors import Problem


def find_neighbours_in_line(catalog: Catalog) -> Iterator[Problem]:
    """A skill is no neighbour of what it is a part of: there `broader` says what carries over."""
    for group in catalog.neighbourhoods.values():
        for one, two in combinations(group.skills, 2):
            known = one in catalog.skills and two in catalog.skills
            if known and (two in catalog.skills[one].broader or one in catalog.skills[two].broader):
                yield Problem(
                    message=f"{one} and {two} are part and whole, not neighbours",
                    file="neighbours.toml",
                    field=f"{group.slug}.skills",
                    hint="leave one of them out, or take it out of `broader`",
                )


def find_rival_half_lives(catalog: Catalog) -> Iterator[Problem]:
    """No two judgements of half-life mean a skill equally narrowly."""
    for skill in catalog.skills.values():
        lives = catalog.half_lives.values()
        told = [(life.speaks_of(skill.slug, skill.family, skill.kind), life.slug) for life in lives]
        most = max(told, default=(0, ""))[0]
        rivals = [slug for narrow, slug in told if narrow == most]
        if most and len(rivals) > 1:
            message = f"{' and '.join(rivals)} say the half-life of {skill.slug} alike narrowly"
            hint = "name the skill in one of them"
            yield Problem(message=message, file="half-lives.toml", field=rivals[1], hint=hint)


def find_idle_half_lives(catalog: Catalog) -> Iterator[Problem]:
    """Every family and kind that a half-life speaks of exists."""
    families = {skill.family for skill in catalog.skills.values()}
    known: dict[str, set[str]] = {"families": families, "kinds": {kind.value for kind in SkillKind}}
    for life in catalog.half_lives.values():
        for key, names in known.items():
            for name in getattr(life, key):
                if name not in names:
                    message = f"no skill is of {name}"
                    hint = f"choose among {', '.join(sorted(names))}"
                    yield Problem(message=message, file="half-lives.toml", field=f"{life.slug}.{key}", hint=hint)
