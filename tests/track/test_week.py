"""The week at hand: planned, pinned and waiting things, time away, and a plan that has not begun or is over."""

from __future__ import annotations

from datetime import date, timedelta

from headway.track.events import Away, Done, Happening, Logged, Pinned
from headway.track.kept import KeptPlan
from headway.track.progress import fold_progress
from headway.track.week import Today, look_at_week, spread_hours
from headway.values import Hours

MONDAY = date(2026, 11, 23)


def look(kept: KeptPlan, weeks: float, *events: Happening) -> Today:
    today = MONDAY + timedelta(days=round(weeks * 7))
    history = [(str(number), event) for number, event in enumerate(events)]
    return look_at_week(kept, fold_progress(kept, history, today), history)


def done(slug: str, day: date = MONDAY) -> Done:
    return Done(on=day, activity=slug, name=slug, expected=Hours(p10=1, p50=2, p90=3))


def test_the_week_shows_what_the_plan_has_for_it_and_what_was_logged(kept: KeptPlan) -> None:
    week = look(kept, 1.3, Logged(on=MONDAY + timedelta(days=8), activity="sql", name="SQL", hours=1.5))
    assert [(item.activity, item.hours, item.logged) for item in week.items] == [("sql", 2, 1.5), ("python", 2, 0)]
    assert (week.hours, week.logged) == (4, 1.5)


def test_what_is_done_is_gone_and_the_next_comes_forward(kept: KeptPlan) -> None:
    week = look(kept, 0.5, done("sql"))
    assert [(item.activity, item.waiting) for item in week.items] == [("python", True)]


def test_what_earlier_weeks_left_waits_behind_the_weeks_own(kept: KeptPlan) -> None:
    week = look(kept, 2.5, Logged(on=MONDAY, activity="sql", name="SQL", hours=2))
    assert [(item.activity, item.hours, item.waiting) for item in week.items] == [
        ("python", 4, False),
        ("sql", 4, True),
    ]


def test_pinned_things_stand_first_even_beside_the_plan(kept: KeptPlan) -> None:
    week = look(kept, 0, Pinned(on=MONDAY, activity="a-book", name="A book"))
    assert [(item.activity, item.pinned) for item in week.items] == [("a-book", True), ("sql", False)]


def test_before_its_start_a_plan_says_when_and_with_what_it_begins(kept: KeptPlan) -> None:
    week = look(kept, -1)
    assert week.starts == MONDAY
    assert [(item.activity, item.hours) for item in week.items] == [("sql", 4)]
    assert week.hours == 0


def test_after_its_end_what_is_open_waits(kept: KeptPlan) -> None:
    week = look(kept, 6, done("sql"), done("python"))
    assert week.over
    assert [item.activity for item in week.items] == ["docker"]
    assert look(kept, 6, done("sql"), done("python"), done("docker")).finished


def test_time_away_is_told(kept: KeptPlan) -> None:
    away = Away(on=MONDAY, first=MONDAY, last=MONDAY + timedelta(days=6), why="ill")
    assert look(kept, 0.4, away).away == away
    assert look(kept, 1, away).away is None


def test_days_away_take_their_share_of_a_week() -> None:
    away = [
        Away(on=MONDAY, first=MONDAY, last=MONDAY + timedelta(days=6)),
        Away(on=MONDAY, first=MONDAY + timedelta(days=5), last=MONDAY + timedelta(days=8)),
    ]
    assert spread_hours(7, MONDAY, 3, away) == (0, 5, 7)
    assert spread_hours(7, MONDAY, 2, ()) == (7, 7)


def test_days_with_hours_left_take_only_what_the_week_has_beyond_them() -> None:
    exams = Away(on=MONDAY, first=MONDAY, last=MONDAY + timedelta(days=6), left=2)
    half = Away(on=MONDAY, first=MONDAY + timedelta(days=7), last=MONDAY + timedelta(days=7), left=0.5)
    assert spread_hours(7, MONDAY, 3, (exams, half)) == (2, 6.5 - 0.5 + 0.5 / 7, 7)
    assert spread_hours(1, MONDAY, 1, (exams,)) == (1,)
