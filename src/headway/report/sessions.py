"""The hours of a plan's weeks as sessions: in stated free times as far as they go, else as a week's share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from headway.plan.model import Plan
from headway.track.kept import KeptPlan
from headway.values import Map, Slug
from headway.wish import FreeTime

SHORTEST = 15
"""Minutes: what is left of a free time below this is not used."""


class Session(NamedTuple):
    """A part of an activity in one week. `number` counts the sessions of an activity, from 1, over all its plans."""

    activity: Slug
    number: int
    week: int
    monday: date
    hours: float
    begin: datetime | None = None
    """None where no free time holds it: then it is a share of the week."""


def list_sessions(
    plan: Plan, free: Sequence[FreeTime], zone: ZoneInfo | None, past: Mapping[Slug, int]
) -> list[Session]:
    """Every session of a plan, in order. Numbers go on from the `past` sessions of an activity."""
    count = dict(past)
    found = []
    for week in plan.weeks:
        slots = list(_open(free, week.monday, zone)) if zone else []
        for block in week.blocks:
            for begin, minutes in _fill(round(block.hours * 60), slots):
                count[block.activity] = count.get(block.activity, 0) + 1
                number = count[block.activity]
                found.append(Session(block.activity, number, week.number, week.monday, minutes / 60, begin))
    return found


def count_sessions(sessions: Iterable[Session]) -> dict[Slug, int]:
    """The highest number of each activity."""
    count: dict[Slug, int] = {}
    for session in sessions:
        count[session.activity] = max(count.get(session.activity, 0), session.number)
    return count


def follow_on(old: KeptPlan | None, new: KeptPlan) -> KeptPlan:
    """`new` with what is needed to date its sessions behind those of `old`, where both lead to the same target."""
    past: dict[Slug, int] = {}
    published: dict[Slug, int] = {}
    revision = 0
    weeks = {slot.monday for slot in new.plan.people}
    if old and old.target == new.target:
        before = list_kept_sessions(old)
        past = {**old.sessions, **count_sessions(s for s in before if s.monday < new.plan.start)}
        published = {**old.published, **count_sessions(before)}
        revision = old.revision + 1
        weeks.update(old.people_weeks, (slot.monday for slot in old.plan.people))
    again = new.change(revision=revision, sessions=Map(past), people_weeks=tuple(sorted(weeks)))
    for slug, count in count_sessions(list_kept_sessions(again)).items():
        published[slug] = max(count, published.get(slug, 0))
    return again.change(published=Map(published))


def list_kept_sessions(kept: KeptPlan) -> list[Session]:
    zone = ZoneInfo(kept.wish.zone) if kept.wish.zone else None
    return list_sessions(kept.plan, kept.wish.free, zone, kept.sessions)


def _open(free: Sequence[FreeTime], monday: date, zone: ZoneInfo) -> Iterator[list[datetime]]:
    """The free times of a week as [begin, end], which shrink as they are filled."""
    for slot in sorted(free, key=lambda slot: (slot.day, slot.begin)):
        day = datetime.combine(monday + timedelta(days=slot.day), time(), tzinfo=zone)
        yield [_at(day, slot.begin), _at(day, slot.end)]


def _at(day: datetime, minutes: int) -> datetime:
    """So many minutes of the clock after midnight (24:00 is the next day's)."""
    return (day.replace(tzinfo=None) + timedelta(minutes=minutes)).replace(tzinfo=day.tzinfo)


def _fill(minutes: int, slots: list[list[datetime]]) -> Iterator[tuple[datetime | None, int]]:
    for slot in slots:
        room = int((slot[1].replace(tzinfo=None) - slot[0].replace(tzinfo=None)).total_seconds()) // 60
        taken = min(minutes, room)
        if taken and (room >= SHORTEST or taken == minutes):
            yield slot[0], taken
            slot[0] = _at(slot[0], taken)
            minutes -= taken
    if minutes:
        yield None, minutes
