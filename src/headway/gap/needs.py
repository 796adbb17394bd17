"""A need against levels held: how far it is reached, and which of its interchangeable skills is nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from headway.catalog.model import Catalog, Need
from headway.values import Hours, Level, Slug

Held = Mapping[Slug, Level]
"""The level held of each skill; a skill that is not in it is held at none."""


WORTH = {Level.NONE: 0, Level.AWARENESS: 1, Level.WORKING: 5, Level.PRACTITIONER: 8, Level.EXPERT: 10}
"""Judged: to have heard of a thing is an eighth of practising it, to work with it more than half."""
SHARED = 0.6
"""Skills learned together share hours: the catalog's activities that teach several take a median 0.62 of the sum of
their skills' own hours."""


def reached(level: Level, wanted: Level) -> float:
    """How far `level` goes towards `wanted`, 0 to 1."""
    return min(1.0, WORTH[level] / WORTH[wanted]) if WORTH[wanted] else 1.0


def reached_need(need: Need, held: Held) -> float:
    """The same for a need, through the best of its skills."""
    return max(reached(held.get(skill, Level.NONE), need.level) for skill in need.skills)


def hours_left(skill: Slug, need: Need, held: Held, catalog: Catalog) -> Hours:
    return catalog.hours_between(skill, held.get(skill, Level.NONE), need.level)


def nearest_skill(need: Need, held: Held, catalog: Catalog) -> Slug:
    """Which of the need's skills to go on with: the one named first, or one begun already where that takes less."""
    begun = [skill for skill in need.alternatives if held.get(skill, Level.NONE) > Level.NONE]
    if not begun:
        return need.skill
    return min((need.skill, *begun), key=lambda s: catalog.middle_hours(s, held.get(s, Level.NONE), need.level))


def middle_hours_for(needs: Iterable[Need], held: Held, catalog: Catalog) -> float:
    """The p50 of learning for all `needs` together, in hours."""
    each = [0.0]
    for need in needs:
        skill = nearest_skill(need, held, catalog)
        each.append(catalog.middle_hours(skill, held.get(skill, Level.NONE), need.level))
    return max(SHARED * sum(each), *each)


def learn_together(parts: Iterable[Hours]) -> Hours:
    """Hours for all of `parts` side by side: less than their sum, never less than the longest of them."""
    each = [Hours(p10=0, p50=0, p90=0), *parts]
    total = Hours.total(each).scaled(SHARED)
    return Hours(
        p10=max([total.p10, *(part.p10 for part in each)]),
        p50=max([total.p50, *(part.p50 for part in each)]),
        p90=max([total.p90, *(part.p90 for part in each)]),
    )
