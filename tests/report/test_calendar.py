"""The calendar against RFC 5545, and against what importing it again must do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.errors import WrongUse
from headway.gap.measure import measure_gap
from headway.plan.dated import list_dated
from headway.plan.make import make_plan
from headway.plan.model import Plan
from headway.profile.model import Profile
from headway.report.calendar import write_kept_calendar, write_plan_calendar
from headway.report.sessions import follow_on, list_sessions
from headway.track.kept import KeptPlan
from headway.values import Level
from headway.wish import Wish, read_free, read_zone

MONDAY = date(2026, 11, 23)
WISH = Wish(to="ml-engineer:mid", hours=6, free=read_free("Tue 19:00-21:00, Sat 9-12"), zone="Europe/Berlin", alarm=15)
Person = Callable[..., Profile]


@pytest.fixture
def plan(person: Person, toy: Catalog, today: date) -> Plan:
    profile = person(sql=Level.PRACTITIONER, python=Level.WORKING)
    gap = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    return make_plan(gap, profile, toy, (6.0,) * 30, MONDAY)


def keep(plan: Plan, made_on: date = MONDAY, wish: Wish = WISH) -> KeptPlan:
    return KeptPlan(made_on=made_on, wish=wish, target="ml-engineer:mid", title="ML engineer", hours=6, plan=plan)


def read(raw: bytes) -> dict[str, Event]:
    events = Calendar.from_ical(raw).walk("VEVENT")
    found = {str(event["uid"]): event for event in events}
    assert len(found) == len(events), "two entries share a UID"
    return found


def shift(plan: Plan, weeks: int) -> Plan:
    """The same plan, begun later."""
    later = timedelta(weeks=weeks)
    return plan.change(
        start=plan.start + later, weeks=tuple(week.change(monday=week.monday + later) for week in plan.weeks)
    )


def test_every_entry_has_what_the_rfc_asks(plan: Plan, person: Person, toy: Catalog, today: date) -> None:
    dated = list_dated(plan, person(), toy, today)
    raw = write_plan_calendar(plan, "ml-engineer:mid", "ML engineer", today, WISH, dated)
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = Calendar.from_ical(raw)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    zones = {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")}
    for event in read(raw).values():
        assert {"UID", "DTSTAMP", "DTSTART", "SEQUENCE"} <= event.keys()
        assert event.decoded("dtstamp").utcoffset() == timedelta(0)
        begin, end = event["dtstart"], event["dtend"]
        assert type(begin.dt) is type(end.dt)
        assert begin.dt < end.dt
        if isinstance(begin.dt, datetime):
            assert begin.params["TZID"] in zones
            (alarm,) = event.walk("VALARM")
            assert {"ACTION", "TRIGGER", "DESCRIPTION"} <= alarm.keys()
            assert alarm.decoded("trigger") == timedelta(minutes=-15)


def test_sessions_lie_in_free_times_and_hold_every_hour(plan: Plan, today: date) -> None:
    events = read(write_plan_calendar(plan, "t", "T", today, WISH)).values()
    timed = [event for event in events if isinstance(event["dtstart"].dt, datetime)]
    assert timed
    for event in timed:
        begin, end = event["dtstart"].dt, event["dtend"].dt
        from_, to = {1: (19 * 60, 21 * 60), 5: (9 * 60, 12 * 60)}[begin.weekday()]
        assert from_ <= begin.hour * 60 + begin.minute < end.hour * 60 + end.minute <= to
    spans = sorted((event["dtstart"].dt, event["dtend"].dt) for event in timed)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    sessions = list_sessions(plan, WISH.free, ZoneInfo("Europe/Berlin"), {})
    total = sum(block.hours for week in plan.weeks for block in week.blocks)
    assert sum(session.hours for session in sessions) == pytest.approx(total, abs=0.2)


def test_importing_a_newer_plan_moves_the_same_entries(plan: Plan) -> None:
    first = follow_on(None, keep(plan))
    second = follow_on(first, keep(shift(plan, 1), MONDAY + timedelta(days=7)))
    old, new = read(write_kept_calendar(first)), read(write_kept_calendar(second))
    ahead = {uid for uid, event in old.items() if _day(event) >= second.plan.start}
    assert ahead
    assert ahead <= new.keys()
    assert all(int(new[uid]["sequence"]) > int(old[uid]["sequence"]) for uid in ahead)


def test_sessions_that_are_over_stay_and_those_that_fell_away_are_cancelled(plan: Plan) -> None:
    first = follow_on(None, keep(plan))
    half = len(plan.weeks) // 2
    rest = plan.change(
        start=plan.weeks[half].monday,
        activities=tuple(a for a in plan.activities if a.last > half + 3),
        weeks=tuple(
            week.change(number=week.number - half, blocks=tuple(b for b in week.blocks if b.activity in later))
            for week in plan.weeks[half:]
            for later in [{a.activity for a in plan.activities if a.last > half + 3}]
        ),
    )
    rest = rest.change(
        activities=tuple(a.change(first=max(1, a.first - half), last=a.last - half) for a in rest.activities)
    )
    second = follow_on(first, keep(rest, plan.weeks[half].monday))
    old, new = read(write_kept_calendar(first)), read(write_kept_calendar(second))
    past = {uid for uid, event in old.items() if _day(event) < rest.start}
    cancelled = {uid for uid, event in new.items() if event.get("status") == "CANCELLED"}
    assert past
    assert not {uid for uid in past if uid in cancelled}
    ahead = {uid for uid, e in old.items() if _day(e) >= rest.start and not str(e["summary"]).startswith("To show")}
    assert ahead <= new.keys()


def _day(event: Event) -> date:
    begin = event["dtstart"].dt
    return begin.date() if isinstance(begin, datetime) else begin


def test_the_same_day_made_again_counts_as_newer(plan: Plan) -> None:
    first = follow_on(None, keep(plan))
    second = follow_on(first, keep(plan))
    assert second.revision == first.revision + 1


@pytest.mark.parametrize("said", ["Tue", "Xyz 9-10", "Tue 10-9", "Tue 9-25", "Tue 9:70-10", "Tue 9-11, tue 10-12", ""])
def test_what_is_no_free_time_is_refused(said: str) -> None:
    with pytest.raises(WrongUse):
        read_free(said)


def test_what_is_no_time_zone_is_refused() -> None:
    assert read_zone("Europe/Berlin") == "Europe/Berlin"
    for said in ("Mars/Olympus", "../../etc/passwd", ""):
        with pytest.raises(WrongUse):
            read_zone(said)


@given(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 1440))
def test_free_times_are_read_as_they_are_written(day: int, begin: int, end: int) -> None:
    name = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day]
    said = f"{name} {begin // 60}:{begin % 60:02d}-{end // 60}:{end % 60:02d}"
    if begin < end:
        (slot,) = read_free(said)
        assert (slot.day, slot.begin, slot.end) == (day, begin, end)
