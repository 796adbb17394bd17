"""Hours that weeks keep for people, as slots with something to do. A slot holds the key of a contact, and no name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from math import floor

from headway.catalog.model import ActivityKind
from headway.network.plan import WEEKS_A_MONTH, WHO, Move
from headway.plan.model import PeopleSlot
from headway.track.week import spread_hours
from headway.wish import Days

USUAL = 1.0
"""Hours a week for people where people are kept and nothing else was said. A default."""
SHARE = 0.2
"""Of the hours of a week, the most that this default takes. A default."""
SHORTEST = 0.25
"""Hours: what is left of a week or of something to do below this makes no slot of its own."""
SOMEBODY = "somebody you keep up with"
"""Said in place of a contact who is no longer kept."""
OTHERWISE = "be in touch with somebody whom you have not heard of for long"
"""What hours are for in which nothing else is to be done."""


def usual_hours(hours: float) -> float:
    """Hours for people in a week that has `hours`, down to the quarter."""
    return floor(min(USUAL, SHARE * hours) * 4) / 4


def spread_kept(hours: float, people: float, start: date, weeks: int, away: Sequence[Days]) -> tuple[float, ...]:
    """What `people` hours a week take of each of `weeks`, which have `hours`: all beyond what learning has of it.

    Days away that leave no more than learning takes leave nothing for people. Down to the hundredth of an hour.
    """
    whole = spread_hours(hours, start, weeks, away)
    learning = spread_hours(hours - people, start, weeks, away)
    return tuple(floor((a - b) * 100 + 1e-6) / 100 for a, b in zip(whole, learning, strict=True))


def place_slots(
    kept: Sequence[float], start: date, moves: Iterable[Move], there: Iterable[PeopleSlot] = ()
) -> tuple[PeopleSlot, ...]:
    """The `kept` hours of each week from `start`, filled to the last minute with the moves of its month.

    The months of `moves` are those of the plan, the first beginning with it. What takes more than a week has goes on in
    the next one; what a month does not hold is left out. A week with the same hours as before stays as it is `there`:
    who plans again each week would otherwise begin each month anew.
    """
    staying = _find_staying(kept, start, there)
    told = {(slot.what, slot.contact) for slots in staying.values() for slot in slots}
    months = [
        [move for move in group if (move.short, move.key) not in told]
        for _, group in groupby(moves, key=lambda move: move.month)
    ]
    slots: list[PeopleSlot] = []
    waiting: list[tuple[Move, float]] = []
    current = -1
    for number, hours in enumerate(kept):
        month = int(number / WEEKS_A_MONTH)
        if month != current:
            current = month
            waiting = [(move, move.hours) for move in months[month]] if month < len(months) else []
        slots += staying.get(number, ())
        left = 0.0 if number in staying else hours
        while left > 0:
            move, rest = waiting.pop(0) if waiting else (None, left)
            taken = left if left - rest < SHORTEST else rest
            slots.append(_make_slot(move, round(taken, 2), start + timedelta(weeks=number)))
            left = round(left - taken, 2)
            if move and rest - taken >= SHORTEST:
                waiting.insert(0, (move, rest - taken))
    return tuple(slots)


def _find_staying(kept: Sequence[float], start: date, there: Iterable[PeopleSlot]) -> dict[int, list[PeopleSlot]]:
    """By the number of the week, the slots that fill its hours already."""
    found: dict[int, list[PeopleSlot]] = {}
    for slot in there:
        found.setdefault((slot.monday - start).days // 7, []).append(slot)
    return {
        number: slots
        for number, slots in found.items()
        if 0 <= number < len(kept) and abs(sum(slot.hours for slot in slots) - kept[number]) < 0.005
    }


def _make_slot(move: Move | None, hours: float, monday: date) -> PeopleSlot:
    if move is None:
        return PeopleSlot(kind=ActivityKind.COMMUNITY, monday=monday, hours=hours, of=hours, what=OTHERWISE)
    return PeopleSlot(
        kind=move.kind, monday=monday, hours=hours, of=max(hours, move.hours), what=move.short, contact=move.key
    )


def fill_names(slots: Iterable[PeopleSlot], names: Mapping[str, str]) -> tuple[PeopleSlot, ...]:
    """The slots with the names of their contacts, by key; who is not among `names` is somebody."""
    return tuple(
        slot.change(what=slot.what.replace(WHO, names.get(slot.contact, SOMEBODY))) if slot.contact else slot
        for slot in slots
    )
