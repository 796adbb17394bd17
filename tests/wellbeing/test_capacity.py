"""A week has 168 hours, and learning gets what a life leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from headway.catalog.load import load_catalog
from headway.errors import HeadwayError, WrongUse
from headway.wellbeing.capacity import KEPT, find_capacity
from headway.wellbeing.guardrails import GUARDRAILS, Strain, find_warnings
from headway.wellbeing.week import WeekBudget


def test_hours_that_fit_are_given_as_asked() -> None:
    capacity = find_capacity(WeekBudget(), 6)
    assert capacity.hours == 6
    assert capacity.reason is None
    assert capacity.warnings == ()


def test_without_a_wish_the_guides_five_hours_are_planned() -> None:
    assert find_capacity(WeekBudget(), None).hours == 5


@pytest.mark.parametrize("hours", [0, -1, 169, float("nan"), float("inf")])
def test_impossible_hours_are_refused(hours: float) -> None:
    with pytest.raises(WrongUse, match="cannot be planned"):
        find_capacity(WeekBudget(), hours)


def test_hours_that_do_not_fit_are_refused_with_the_sums() -> None:
    with pytest.raises(WrongUse, match=r"work 40, .*leave 40 of 168"):
        find_capacity(WeekBudget(), 41)


def test_a_week_of_more_than_168_hours_is_none() -> None:
    with pytest.raises(ValidationError, match="a week has 168"):
        WeekBudget(work=100, sleep=80)


def test_a_long_working_week_halves_what_learning_may_take() -> None:
    capacity = find_capacity(WeekBudget(work=52), 20)
    assert capacity.hours == (WeekBudget(work=52).free - KEPT) / 2
    assert "strain" in (capacity.reason or "")
    assert [w.guardrail for w in capacity.warnings] == ["long-work"]


def test_a_search_in_the_budget_counts_as_work_and_leaves_less() -> None:
    with pytest.raises(WrongUse, match=r"work and job search 52, commute 3, .*leave 28 of 168"):
        find_capacity(WeekBudget(search=12), 29)
    assert [w.guardrail for w in find_warnings(WeekBudget(search=12))] == ["long-work"]


def test_only_the_strongest_limit_of_a_guardrail_warns() -> None:
    warnings = find_warnings(WeekBudget(work=60, sleep=40))
    assert [(w.guardrail, w.strain) for w in warnings] == [("long-work", Strain.RED), ("short-sleep", Strain.RED)]
    assert "60 h of work" in warnings[0].figure


def test_an_hour_past_a_limit_is_forgiven() -> None:
    assert find_warnings(WeekBudget(work=49, sleep=48)) == ()


def test_guardrails_are_one_sided() -> None:
    assert find_warnings(WeekBudget(work=0, sleep=70, movement=20)) == ()


def test_every_guardrail_rests_on_a_source_of_the_catalog() -> None:
    sources = load_catalog().sources
    assert GUARDRAILS
    assert all(rail.source in sources for rail in GUARDRAILS)


def test_a_week_without_room_says_so() -> None:
    with pytest.raises(HeadwayError, match="leaves no hours to learn"):
        find_capacity(WeekBudget(work=60, care=40), None)


@given(st.floats(0, 80), st.floats(30, 70), st.floats(0.5, 20))
def test_what_is_planned_never_takes_the_free_hour_a_day(work: float, sleep: float, asked: float) -> None:
    week = WeekBudget.model_construct(work=work, commute=3.0, sleep=sleep, care=10.0, movement=3.0, social=5.0)
    try:
        capacity = find_capacity(week, asked)
    except HeadwayError:
        return
    assert 0 < capacity.hours <= asked
    assert capacity.hours <= week.free - KEPT
