"""A need against levels held: how far it is reached, and which of its interchangeable skills is nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from headway.catalog.model import Catalog, Need
from headway.catalog.neighbours import Neighbour
from headway.profile.model import Profile
from headway.values import Hours, Level, Slug

Held = Mapping[Slug, Level]
"""The level held of each skill; a skill that is not in it is held at none."""


WORTH = {Level.NONE: 0, Level.AWARENESS: 1, Level.WORKING: 5, Level.PRACTITIONER: 8, Level.EXPERT: 10}
"""Judged: to have heard of a thing is an eighth of practising it, to work with it more than half."""
SHARED = 0.6
"""Skills learned together share hours: the catalog's activities that teach several take a median 0.62 of the sum of
their skills' own hours."""


def held_levels(profile: Profile) -> dict[Slug, Level]:
    """The level of each skill that the profile claims, proven or not."""
    return {claim.skill: claim.level for claim in profile.claims}


def reached(level: Level, wanted: Level) -> float:
    """How far `level` goes towards `wanted`, 0 to 1."""
    return min(1.0, WORTH[level] / WORTH[wanted]) if WORTH[wanted] else 1.0


def reached_need(need: Need, held: Held) -> float:
    """The same for a need, through the best of its skills."""
    return max(reached(held.get(skill, Level.NONE), need.level) for skill in need.skills)


def neighbours_of(skill: Slug, catalog: Catalog) -> Iterator[Neighbour]:
    """The skills beside `skill` of which it is known that something carries over to it."""
    return takewhile(lambda neighbour: neighbour.share > 0, catalog.neighbours(skill))


def find_help(skill: Slug, wanted: Level, held: Held, catalog: Catalog) -> tuple[float, Level]:
    """The most that a skill held beside `skill` helps: the share that it spares of the steps up to a level, and that
    level, at most `wanted`; (0, none) where nothing helps."""
    own = held.get(skill, Level.NONE)
    best, most = (0.0, own), 0.0
    for neighbour in neighbours_of(skill, catalog):
        level = min(held.get(neighbour.skill, Level.NONE), wanted)
        if level > own and (saved := neighbour.share * catalog.middle_hours(skill, own, level)) > most:
            best, most = (neighbour.share, level), saved
    return best


def hours_left(skill: Slug, need: Need, held: Held, catalog: Catalog) -> Hours:
    """Hours from what is held of `skill` to the level of `need`, less what a skill beside it spares."""
    own = held.get(skill, Level.NONE)
    share, level = find_help(skill, need.level, held, catalog)
    helped = catalog.hours_between(skill, own, level).scaled(1 - share)
    return helped + catalog.hours_between(skill, max(own, level), need.level)


def middle_hours_left(skill: Slug, need: Need, held: Held, catalog: Catalog) -> float:
    """The p50 of `hours_left`, quickly."""
    own = held.get(skill, Level.NONE)
    if own >= need.level:
        return 0.0
    share, level = find_help(skill, need.level, held, catalog)
    return catalog.middle_hours(skill, own, need.level) - share * catalog.middle_hours(skill, own, level)


def nearest_skill(need: Need, held: Held, catalog: Catalog) -> Slug:
    """Which of the need's skills to go on with: the one named first, or one begun or helped by what stands beside it,
    where that takes less."""
    begun = (s for s in need.alternatives if s in held or find_help(s, need.level, held, catalog)[0])
    return min((need.skill, *begun), key=lambda s: middle_hours_left(s, need, held, catalog))


def middle_hours_for(needs: Iterable[Need], held: Held, catalog: Catalog) -> float:
    """The p50 of learning for all `needs` together, in hours."""
    each = [0.0]
    for need in needs:
        each.append(middle_hours_left(nearest_skill(need, held, catalog), need, held, catalog))
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
