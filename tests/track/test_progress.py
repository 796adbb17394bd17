"""Progress is what the events add up to, in the order in which they were recorded."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from headway.plan.model import Step
from headway.track.events import Away, Done, Dropped, Happening, Logged, Pinned, Undone, Unpinned
from headway.track.kept import KeptPlan
from headway.track.progress import Progress, State, fold_progress
from headway.values import Hours, Level

MONDAY = date(2026, 11, 23)
EXPECTED = Hours(p10=3, p50=6, p90=12)
SQL = {"activity": "sql", "name": "SQL from tables to windows"}


def fold(kept: KeptPlan | None, *events: Happening, today: date = MONDAY) -> Progress:
    return fold_progress(kept, [(str(number), event) for number, event in enumerate(events)], today)


def log(hours: float, day: date = MONDAY, slug: str = "sql") -> Logged:
    return Logged(on=day, activity=slug, name=slug, hours=hours)


def test_without_events_everything_is_open(kept: KeptPlan) -> None:
    progress = fold(kept)
    assert [(a.activity, a.state, a.logged) for a in progress.activities] == [
        ("sql", State.OPEN, 0),
        ("python", State.OPEN, 0),
        ("docker", State.OPEN, 0),
    ]
    assert not progress.pace.known


def test_hours_add_up_by_activity_and_by_week(kept: KeptPlan) -> None:
    later = MONDAY + timedelta(days=8)
    progress = fold(kept, log(1.5), log(2, later), log(1, MONDAY + timedelta(days=6), "python"), today=later)
    sql = progress.of("sql")
    assert sql is not None
    assert (sql.state, sql.logged, sql.left) == (State.STARTED, 3.5, 2.5)
    assert progress.weeks == {MONDAY: 2.5, MONDAY + timedelta(days=7): 2}
    assert (progress.logged, progress.scheduled) == (4.5, 4)


def test_what_is_done_counts_what_it_taught(kept: KeptPlan) -> None:
    step = Step(skill="sql", level=Level.WORKING)
    progress = fold(kept, log(5), Done(on=MONDAY, **SQL, expected=EXPECTED, teaches=(step,)))
    sql = progress.of("sql")
    assert sql is not None
    assert (sql.state, sql.left) == (State.DONE, 0)
    assert progress.attained == (step,)


def test_what_is_dropped_is_taken_up_again_by_work_or_a_pin(kept: KeptPlan) -> None:
    drop = Dropped(on=MONDAY, **SQL, why="too easy")
    states = [
        next(a.state for a in fold(kept, *events).activities if a.activity == "sql")
        for events in ((drop,), (drop, log(1)), (drop, Pinned(on=MONDAY, **SQL)), (log(1), drop))
    ]
    assert states == [State.DROPPED, State.STARTED, State.OPEN, State.DROPPED]


def test_a_pin_stays_until_it_is_taken_out(kept: KeptPlan) -> None:
    pin, unpin = Pinned(on=MONDAY, **SQL), Unpinned(on=MONDAY, **SQL)
    assert [fold(kept, *events).activities[0].pinned for events in ((pin,), (pin, unpin), (unpin, pin))] == [
        True,
        False,
        True,
    ]


def test_an_event_taken_back_never_happened(kept: KeptPlan) -> None:
    history = [("a", log(2)), ("b", log(3)), ("c", Undone(on=MONDAY, uid="a"))]
    assert fold_progress(kept, history, MONDAY).logged == 3


def test_order_of_recording_decides_and_not_the_date(kept: KeptPlan) -> None:
    late = MONDAY + timedelta(days=30)
    first = fold(kept, Dropped(on=late, **SQL), Pinned(on=MONDAY, **SQL), today=late)
    assert first.activities[0].state is State.OPEN


def test_activities_beside_the_plan_are_counted_too(kept: KeptPlan) -> None:
    progress = fold(kept, log(2, slug="a-book"))
    book = progress.of("a-book")
    assert book is not None
    assert (book.in_plan, book.logged, book.left) == (False, 2, 0)
    assert fold(None, log(2, slug="a-book")).logged == 2


def test_only_time_away_that_is_not_over_is_told(kept: KeptPlan) -> None:
    past = Away(on=MONDAY, first=date(2026, 10, 1), last=date(2026, 10, 9))
    coming = Away(on=MONDAY, first=date(2026, 12, 21), last=date(2027, 1, 1), why="family")
    assert fold(kept, coming, past).away == (coming,)


def test_time_away_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(ValidationError, match="before it begins"):
        Away(on=MONDAY, first=date(2026, 12, 2), last=date(2026, 12, 1))


@given(st.lists(st.tuples(st.sampled_from(["sql", "python", "other"]), st.integers(1, 48)), max_size=30))
def test_no_logged_hour_is_lost_or_counted_twice(entries: list[tuple[str, int]]) -> None:
    events = [log(quarters / 2, MONDAY + timedelta(days=day), slug) for day, (slug, quarters) in enumerate(entries)]
    progress = fold(None, *events)
    total = sum(quarters / 2 for _, quarters in entries)
    assert progress.logged == pytest.approx(total)
    assert sum(progress.weeks.values()) == pytest.approx(total)
    assert sum(a.logged for a in progress.activities) == pytest.approx(total)
