"""Careers as told beside a way of one's own: how near their ends are, how they differ. Told, and never a yardstick."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from headway.catalog.model import RoleStage
from headway.catalog.world import Case
from headway.values import Name, Share, Text, Track, Value

NEAR, AKIN = 0.75, 0.6
"""Judged: work so alike is near, or akin; 0.5 is no more alike than two jobs taken blindly."""
NOT_TOLD = (
    "Not told: who it was, where, when, with which degrees, how many hours it took, and how many set out on such a way "
    "and did not arrive. A case shows that something happened once, and says nothing of how likely it is."
)


class Likeness(StrEnum):
    """How near an end of a case is to one's own."""

    SAME_STAGE = "the same role and stage"
    SAME_ROLE = "the same role, another stage"
    NEAR = "near work"
    AKIN = "akin work"
    FAR = "other work"


class Spot(NamedTuple):
    """One end of somebody's own way."""

    name: str
    stage: RoleStage | None
    """None outside the catalog's roles."""


class End(Value):
    """An end of a case beside one's own."""

    own: Name
    told: Name
    """The title as the case tells it."""
    key: Text
    """The role stage that comes nearest to it."""
    likeness: Likeness
    alike: Share
    """Of the work, by the product's relatedness."""


class CaseMatch(Value):
    """A case, how near its ends are, and what is different."""

    case: Case
    start: End | None = None
    end: End | None = None
    differs: tuple[Text, ...]

    @property
    def near(self) -> bool:
        """Whether every end that was asked for is at least near work."""
        ends = [end for end in (self.start, self.end) if end]
        return all(end.likeness in (Likeness.SAME_STAGE, Likeness.SAME_ROLE, Likeness.NEAR) for end in ends)


def match_cases(
    cases: Iterable[Case],
    start: Spot | None,
    end: Spot | None,
    find_alike: Callable[[str, str], float],
    years: float | None = None,
) -> tuple[CaseMatch, ...]:
    """Every case beside the way from `start` to `end` (one may be None), the one nearest at its farther end first.

    `find_alike` says how alike the work of a name and a role stage is, 0 to 1; `years` are one's own in the field.
    """
    found = [_match(case, start, end, find_alike, years) for case in cases]
    return tuple(sorted(found, key=lambda match: (-_least(match), match.case.slug)))


def _match(
    case: Case, start: Spot | None, end: Spot | None, find_alike: Callable[[str, str], float], years: float | None
) -> CaseMatch:
    ends = [
        _hold(spot, case.told[place], case.path[place], find_alike) if spot else None
        for spot, place in ((start, 0), (end, -1))
    ]
    return CaseMatch(
        case=case,
        start=ends[0],
        end=ends[1],
        differs=tuple(_list_differences(case, start, end, ends[0], ends[1], years)),
    )


def _hold(spot: Spot, told: str, key: str, find_alike: Callable[[str, str], float]) -> End:
    alike = find_alike(spot.stage.key if spot.stage else spot.name, key)
    return End(own=spot.name, told=told, key=key, likeness=judge_likeness(spot, key, alike), alike=alike)


def judge_likeness(spot: Spot, key: str, alike: float) -> Likeness:
    if spot.stage and spot.stage.key == key:
        return Likeness.SAME_STAGE
    if spot.stage and spot.stage.role == key.partition(":")[0]:
        return Likeness.SAME_ROLE
    if alike >= NEAR:
        return Likeness.NEAR
    return Likeness.AKIN if alike >= AKIN else Likeness.FAR


def _least(match: CaseMatch) -> float:
    """How near its farther end is; the same role counts before whatever is alike."""
    ends = [end for end in (match.start, match.end) if end]
    return min(
        (2.0 if end.likeness in (Likeness.SAME_STAGE, Likeness.SAME_ROLE) else end.alike for end in ends), default=0.0
    )


def _list_differences(
    case: Case, start: Spot | None, end: Spot | None, first: End | None, last: End | None, years: float | None
) -> Iterator[str]:
    if start and first and first.likeness is not Likeness.SAME_STAGE:
        yield f"It begins as {first.told} ({first.key}), you begin as {_say(start)}."
    if end and last and last.likeness is not Likeness.SAME_STAGE:
        yield f"It ends as {last.told} ({last.key}), you want {_say(end)}."
    between = case.told[1:-1]
    if between:
        yield f"It goes by way of {', '.join(between)}."
    manages = case.path[-1].endswith(f":{Track.MANAGEMENT}")
    if end and end.stage and manages is not (end.stage.track is Track.MANAGEMENT):
        yield "Its last post leads people, yours does not." if manages else "Your last post leads people, its does not."
    if years is not None:
        yield f"How many years its teller had before is not told; you show {years:.1f} in the field."


def _say(spot: Spot) -> str:
    return spot.stage.key if spot.stage else f"{spot.name} (no role of the catalog)"
