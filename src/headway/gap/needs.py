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


def find_helps(skill: Slug, wanted: Level, held: Held, catalog: Catalog) -> Iterator[tuple[float, Level]]:
    """What skills held beside `skill` help: the share that each spares of the steps up to a level, at most `wanted`."""
    own = held.get(skill, Level.NONE)
    for neighbour in neighbours_of(skill, catalog):
        level = min(held.get(neighbour.skill, Level.NONE), wanted)
        if level > own:
            yield neighbour.share, level


def is_open(skill: Slug, need: Need, held: Held, catalog: Catalog) -> bool:
    """Whether one would go on with `skill` to meet `need`: named first, begun, or helped by what stands beside it."""
    begun = held.get(skill, Level.NONE) > Level.NONE
    return begun or skill == need.skill or any(find_helps(skill, need.level, held, catalog))


def hours_left(skill: Slug, need: Need, held: Held, catalog: Catalog) -> Hours:
    """Hours from what is held of `skill` to the level of `need`, less the most that a skill beside it spares."""
    own = held.get(skill, Level.NONE)
    ways = [catalog.hours_between(skill, own, need.level)]
    for share, level in find_helps(skill, need.level, held, catalog):
        helped = catalog.hours_between(skill, own, level).scaled(1 - share)
        ways.append(helped + catalog.hours_between(skill, level, need.level))
    return Hours(p10=min(w.p10 for w in ways), p50=min(w.p50 for w in ways), p90=min(w.p90 for w in ways))


def middle_hours_left(skill: Slug, need: Need, held: Held, catalog: Catalog) -> float:
    """The p50 of `hours_left`, quickly."""
    own = held.get(skill, Level.NONE)
    if own >= need.level:
        return 0.0
    helps = find_helps(skill, need.level, held, catalog)
    spared = max((share * catalog.middle_hours(skill, own, level) for share, level in helps), default=0.0)
    return catalog.middle_hours(skill, own, need.level) - spared


def nearest_skill(need: Need, held: Held, catalog: Catalog) -> Slug:
    """Which of the need's skills to go on with: the one named first, or another that is open where that takes less."""
    ways = [s for s in need.skills if is_open(s, need, held, catalog)]
    return ways[0] if len(ways) == 1 else min(ways, key=lambda s: middle_hours_left(s, need, held, catalog))


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
