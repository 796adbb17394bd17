"""What to do for one's network, month by month: the guide's five, with names, a reason and hours each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from headway.catalog.model import ActivityKind
from headway.network.cadence import Keyed, list_due
from headway.network.mentors import Meeting, Search
from headway.network.ties import WEAK_TIES, Lane, judge_tie
from headway.values import Month, Slug, Text, Value

REACHED = 2
"""People to reach out to each month: the guide's number, reported."""
WEEKS_A_MONTH = 52 / 12
HOURS = {"community": 1.0, "meetup": 2.5, "conference": 6.0, "reach": 0.5, "mentor": 1.0, "write": 3.0}
"""Hours of each kind. Defaults."""
WHO = "{who}"
"""Stands for the name of a contact."""


class Move(Value):
    """One thing to do in a month."""

    month: Month
    what: Text
    why: Text
    short: Text
    """The same in a few words, with WHO in place of the contact's name."""
    kind: ActivityKind = ActivityKind.COMMUNITY
    hours: float
    guide: bool
    """Whether the career guide names it."""
    key: Text | None = None
    """Of the contact."""
    community: Slug | None = None
    source: Slug | None = None


class NetworkPlan(Value):
    """Monthly moves towards a goal."""

    goal: Text
    moves: tuple[Move, ...]
    hours: float
    """A week, on average."""
    says: Text


def plan_network(
    contacts: Sequence[Keyed],
    goal: str,
    searches: Sequence[Search],
    meetings: Sequence[Meeting],
    today: date,
    months: int = 3,
) -> NetworkPlan:
    """Moves for `months` months from the next one on. `searches` are for the skills missing most, that first."""
    ahead = [_month_after(today, number) for number in range(1, months + 1)]
    reached = _choose_reached(contacts, today)
    moves: list[Move] = []
    asked: set[str] = set()
    for number, month in enumerate(ahead):
        moves += _reach(reached[number * REACHED : (number + 1) * REACHED], month)
        for move in _ask(searches, number, month, asked):
            moves.append(move)
            asked.add(move.key or "")
        moves += _meet(meetings, number, month)
        moves.append(
            Move(
                month=month,
                what="Write down one thing that you learned or built, and show it where people of the field read.",
                short="write up one thing that you learned or built",
                why="Shared work is what people you do not know yet can see of you.",
                hours=HOURS["write"],
                guide=True,
            )
        )
    weekly = round(sum(move.hours for move in moves) / (months * WEEKS_A_MONTH), 1)
    says = f"{weekly:g} h a week. Keep them free with headway plan … --network-hours {weekly:g}."
    return NetworkPlan(goal=goal, moves=tuple(moves), hours=weekly, says=says)


def _month_after(today: date, months: int) -> Month:
    index = today.year * 12 + today.month - 1 + months
    return Month(year=index // 12, month=index % 12 + 1)


def _choose_reached(contacts: Iterable[Keyed], today: date) -> list[tuple[str, str, str, Slug | None]]:
    """Key, name, reason and source: by turns somebody due, and a tie to add to or to revive."""
    kept = list(contacts)
    due = [(item.key, item.name, item.reason, None) for item in list_due(kept, today, ahead=31, most=50).items]
    taken = {key for key, *_ in due}
    lanes: dict[Lane, list[tuple[str, str, str, Slug | None]]] = {Lane.MODERATELY_WEAK: [], Lane.DORMANT: []}
    for key, contact in kept:
        tie = judge_tie(contact, today)
        if tie.lane in lanes and key not in taken and contact.consent != "refused" and contact.kind == "person":
            lanes[tie.lane].append((key, contact.name, f"{tie.lane} tie, {tie.reason}", tie.source))
    revived = [one for pair in zip(*map(sorted, lanes.values()), strict=False) for one in pair]
    revived += [one for lane in lanes.values() for one in sorted(lane) if one not in revived]
    chosen: list[tuple[str, str, str, Slug | None]] = []
    for number in range(max(len(due), len(revived))):
        chosen += [*due[number : number + 1], *revived[number : number + 1]]
    return chosen


def _reach(people: Sequence[tuple[str, str, str, Slug | None]], month: Month) -> Iterator[Move]:
    for key, name, reason, source in people:
        yield Move(
            month=month,
            what=f"Write to {name}.",
            short=f"write to {WHO}",
            why=_sentence(reason),
            hours=HOURS["reach"],
            guide=True,
            key=key,
            source=source,
        )
    if left := REACHED - len(people):
        who = "one person who does" if left == 1 else f"{left} people who do"
        yield Move(
            month=month,
            what=f"Get to know {who} the work you aim at.",
            short=f"get to know {who} the work you aim at",
            why="You keep too few people to reach out to; moderately weak ties lead to most changes of job.",
            hours=HOURS["reach"] * left,
            guide=False,
            source=WEAK_TIES,
        )


TURNS = (
    ("Join", ("forum", "online", "organisation"), HOURS["community"]),
    ("Go to", ("meetup",), HOURS["meetup"]),
    ("Follow the talks of", ("conference",), HOURS["conference"]),
)
"""What to do in the first, second and third month of each quarter, and with which kinds of communities."""


def _meet(meetings: Sequence[Meeting], number: int, month: Month) -> Iterator[Move]:
    verb, kinds, hours = TURNS[number % len(TURNS)]
    fitting = [one for one in meetings if one.kind in kinds]
    if fitting:
        found = fitting[number // len(TURNS) % len(fitting)]
        yield Move(
            month=month,
            what=f"{verb} {found.name} ({found.cadence}).",
            short=f"{verb.lower()} {found.name}",
            why="People with the skills you are missing meet there.",
            hours=hours,
            guide=True,
            community=found.slug,
        )


def _ask(searches: Sequence[Search], number: int, month: Month, before: Collection[str]) -> Iterator[Move]:
    """Whom to ask on the skill of this month: somebody not asked `before`, where there is one."""
    if number >= len(searches):
        return
    search = searches[number]
    fitting = (*search.candidates, *search.ask_first)
    asked = next((one for one in fitting if one.key not in before), next(iter(fitting), None))
    if asked:
        yield Move(
            month=month,
            what=f"Ask {asked.name} for half an hour on {search.name}.",
            short=f"ask {WHO} for a talk on {search.name}",
            kind=ActivityKind.MENTORING,
            why=_sentence("; ".join(asked.reasons)),
            hours=HOURS["mentor"],
            guide=True,
            key=asked.key,
        )
    elif search.introductions:
        first = next((one for one in search.introductions if one.key not in before), search.introductions[0])
        yield Move(
            month=month,
            what=f"Ask {first.name} to introduce you to somebody who knows {search.name}.",
            short=f"ask {WHO} to introduce you to somebody who knows {search.name}",
            kind=ActivityKind.MENTORING,
            why=_sentence(first.through),
            hours=HOURS["reach"],
            guide=False,
            key=first.key,
        )


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."
