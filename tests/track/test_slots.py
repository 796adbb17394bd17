"""Hours kept for people: filled to the minute, never more than the week has, and without anybody's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.actions.slots import add_slots
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import ActivityKind, Catalog
from headway.gap.measure import measure_gap
from headway.network.model import Contact
from headway.network.plan import WHO, Move
from headway.plan.make import make_plan
from headway.profile.model import Profile
from headway.track.slots import SOMEBODY, fill_names, place_slots, spread_kept, usual_hours
from headway.track.week import spread_hours
from headway.values import Level, Month
from headway.wish import Days

MONDAY = date(2026, 11, 23)
TARGET = "ml-engineer:mid"
CONTACTS = (
    ("k1", Contact.model_validate({"name": "Ada Holm", "added_on": "2026-01-01", "tier": "close"})),
    ("k2", Contact.model_validate({"name": "Bo Lind", "added_on": "2026-01-01", "tier": "regular"})),
)
Person = Callable[..., Profile]


def move(short: str, hours: float, month: int = 12, key: str | None = None) -> Move:
    when = Month(year=2026, month=month)
    return Move(month=when, what=f"{short}.", short=short, why="So it is.", hours=hours, guide=True, key=key)


@given(
    st.lists(st.floats(0, 4).map(lambda hours: round(hours, 2)), max_size=30),
    st.lists(st.tuples(st.sampled_from([0.5, 1.0, 2.5, 6.0]), st.integers(1, 12)), max_size=30),
)
def test_the_slots_of_a_week_come_to_the_hours_that_it_keeps(kept: list[float], said: list[tuple[float, int]]) -> None:
    moves = [move("write", hours, month) for hours, month in sorted(said, key=lambda one: one[1])]
    slots = place_slots(kept, MONDAY, moves)
    for number, hours in enumerate(kept):
        monday = MONDAY + timedelta(weeks=number)
        assert sum(slot.hours for slot in slots if slot.monday == monday) == pytest.approx(hours, abs=1e-6)
    assert [slot.monday for slot in slots] == sorted(slot.monday for slot in slots)


def test_what_takes_longer_goes_on_and_a_new_month_begins_anew() -> None:
    moves = [move("write", 0.5, 11), move("go", 2.5, 11), move("tell", 3, 11), move("ask", 1, 12)]
    slots = place_slots((1.0,) * 6, MONDAY, moves)
    assert [(slot.what, slot.hours, slot.of) for slot in slots[:6]] == [
        ("write", 0.5, 0.5),
        ("go", 0.5, 2.5),
        ("go", 1.0, 2.5),
        ("go", 1.0, 2.5),
        ("tell", 1.0, 3.0),
        ("tell", 1.0, 3.0),
    ]
    assert slots[6].what == "ask"


def test_made_again_a_week_of_the_same_hours_keeps_its_slots_and_nothing_is_said_twice() -> None:
    moves = [move("write", 1, 11), move("go", 2, 11), move("tell", 1, 11)]
    before = place_slots((1.0,) * 4, MONDAY, moves)
    again = place_slots((1.0, 0.5, 1.0), MONDAY + timedelta(weeks=1), [*moves, move("ask", 0.5, 11)], before)
    assert [slot.what for slot in before] == ["write", "go", "go", "tell"]
    assert [(slot.what, slot.hours) for slot in again] == [("go", 1.0), ("write", 0.5), ("tell", 1.0)]


def test_a_week_away_keeps_nothing_for_people_and_one_with_less_what_is_beyond_learning() -> None:
    away = [
        Days(first=MONDAY, last=MONDAY + timedelta(days=6)),
        Days(first=MONDAY + timedelta(days=7), last=MONDAY + timedelta(days=13), left=5.5),
    ]
    assert spread_kept(6, 1, MONDAY, 3, away) == (0.0, 0.5, 1.0)


def test_the_usual_hours_are_one_and_a_fifth_at_most() -> None:
    assert [usual_hours(hours) for hours in (1, 2, 4, 5, 20)] == [0.0, 0.25, 0.75, 1.0, 1.0]


@settings(max_examples=12, deadline=None)
@given(
    st.floats(2, 12).map(lambda hours: round(hours, 1)),
    st.floats(0.1, 0.9),
    st.lists(st.tuples(st.integers(0, 150), st.integers(0, 20), st.floats(0, 10)), max_size=3),
)
def test_learning_reviews_and_people_never_take_more_than_the_week_has(
    toy: Catalog, person: Person, hours: float, share: float, said: list[tuple[int, int, float]]
) -> None:
    days = [timedelta(days=day) for day, *_ in said]
    away = [
        Days(first=MONDAY + day, last=MONDAY + day + timedelta(days=length), left=left)
        for day, (_, length, left) in zip(days, said, strict=True)
    ]
    people = round(hours * share, 2)
    profile = person(python=Level.WORKING)
    gap = measure_gap(profile, find_role_stage(TARGET, toy), toy, MONDAY)
    plan = make_plan(gap, profile, toy, spread_hours(hours - people, MONDAY, 26, away), MONDAY)
    plan = add_slots(plan, hours, people, away, profile, TARGET, toy, MONDAY, CONTACTS)
    whole = spread_hours(hours, MONDAY, 26, away)
    kept = spread_kept(hours, people, MONDAY, 26, away)
    for week in plan.weeks:
        slots = sum(slot.hours for slot in plan.people if slot.monday == week.monday)
        reviews = sum(review.hours for review in plan.reviews if review.monday == week.monday)
        learning = sum(block.hours for block in week.blocks)
        assert slots == pytest.approx(kept[week.number - 1], abs=1e-6)
        assert slots + reviews + learning <= whole[week.number - 1] + 0.01


def test_a_plan_holds_keys_and_no_names_and_who_is_gone_is_somebody(toy: Catalog, person: Person) -> None:
    profile = person(python=Level.WORKING)
    gap = measure_gap(profile, find_role_stage(TARGET, toy), toy, MONDAY)
    plan = make_plan(gap, profile, toy, (5.0,) * 26, MONDAY)
    plan = add_slots(plan, 6, 1, (), profile, TARGET, toy, MONDAY, CONTACTS)
    held = plan.model_dump_json()
    assert "Ada" not in held
    assert "Lind" not in held
    shown = fill_names(plan.people, {"k1": "Ada {who} Holm"})
    said = {slot.contact: slot.what for slot in shown if slot.contact}
    assert said == {"k1": "write to Ada {who} Holm", "k2": f"write to {SOMEBODY}"}
    assert not any(WHO in slot.what for slot in fill_names(plan.people, {}))


def test_without_people_slots_name_what_anybody_can_do(toy: Catalog, person: Person) -> None:
    profile = person(python=Level.WORKING)
    gap = measure_gap(profile, find_role_stage(TARGET, toy), toy, MONDAY)
    plan = make_plan(gap, profile, toy, (5.0,) * 26, MONDAY)
    slots = add_slots(plan, 6, 1, (), profile, TARGET, toy, MONDAY).people
    assert slots[0].what == "get to know 2 people who do the work you aim at"
    assert {slot.kind for slot in slots} <= {ActivityKind.COMMUNITY, ActivityKind.MENTORING}
    assert not any(slot.contact for slot in slots)
    assert add_slots(plan, 6, 0, (), profile, TARGET, toy, MONDAY).people == ()
