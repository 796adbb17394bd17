"""Reviews take hours of their week, come in the season at which they help most, and once for each thing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from headway.plan.reviews import EVERY, HOURS, Ended, keep_reviews, place_reviews

MONDAY = date(2026, 11, 23)


def test_the_same_weeks_of_the_calendar_are_kept_whenever_a_plan_begins() -> None:
    first = keep_reviews((6.0,) * 52, MONDAY)
    later = keep_reviews((6.0,) * 45, MONDAY + timedelta(weeks=7))
    assert first[7:] == later
    assert sum(hours > 0 for hours in first) == 52 // EVERY


def test_a_week_with_next_to_no_hours_keeps_none_and_a_full_one_more() -> None:
    assert sum(keep_reviews((1.0,) * 8, MONDAY)) == 0
    assert sum(keep_reviews((6.0,) * 8, MONDAY)) == 2 * HOURS
    assert sum(keep_reviews((12.0,) * 8, MONDAY)) == 4 * HOURS


def test_what_was_learned_first_is_due_first_and_what_ends_last_has_no_review() -> None:
    kept = tuple(HOURS if week % 4 == 0 else 0.0 for week in range(1, 53))
    ended = [Ended("late", "Late", 52), Ended("second", "B", 2), Ended("first", "A", 1), Ended("old", "Old", -3)]
    found = place_reviews(ended, kept, MONDAY)
    assert [(review.activity, (review.monday - MONDAY).days // 7 + 1) for review in found] == [
        ("old", 4),
        ("first", 8),
        ("second", 12),
    ]


@given(
    st.lists(st.floats(0, 20), min_size=1, max_size=60),
    st.lists(st.integers(-10, 60), max_size=20),
    st.integers(0, 60),
)
def test_no_week_holds_more_reviews_than_it_keeps(capacity: list[float], ends: list[int], late: int) -> None:
    start = MONDAY + timedelta(weeks=late)
    kept = keep_reviews(capacity, start)
    ended = [Ended(f"a{n}", f"A{n}", week) for n, week in enumerate(ends)]
    found = place_reviews(ended, kept, start)
    assert all(taken <= hours for taken, hours in zip(kept, capacity, strict=True))
    for n, hours in enumerate(kept):
        monday = start + timedelta(weeks=n)
        assert sum(review.hours for review in found if review.monday == monday) <= hours
    assert len({review.activity for review in found}) == len(found)
    ending = {one.activity: one.week for one in ended}
    assert all((review.monday - start).days // 7 + 1 > ending[review.activity] for review in found)
