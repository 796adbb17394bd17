"""Check-ins: medians over four weeks, one-sided warnings, and hours that only ever fall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from headway.errors import HeadwayError
from headway.values import JUDGED_BY
from headway.wellbeing.balance import Lived, weigh_weeks
from headway.wellbeing.capacity import find_capacity
from headway.wellbeing.checkin import CheckIn
from headway.wellbeing.guardrails import Strain
from headway.wellbeing.week import WeekBudget

SUNDAY = date(2026, 11, 29)


def check_in(weeks_ago: int = 0, **said: float) -> CheckIn:
    usual = {"work": 40, "sleep": 54, "movement": 4, "social": 6, "strain": 2}
    return CheckIn.model_validate({"on": SUNDAY - timedelta(weeks=weeks_ago), **usual, **said})


def lived(**said: float) -> Lived:
    usual = {"work": 40, "search": 0, "sleep": 54, "movement": 4, "social": 6, "strain": 2, "weeks": 4, **said}
    return Lived.model_validate({"labour": usual["work"] + usual["search"], **usual})


def test_one_check_in_is_too_little_to_conclude_from() -> None:
    balance = weigh_weeks([check_in(work=70, strain=5)], SUNDAY)
    assert balance.lived is None
    assert balance.warnings == ()
    assert "1 of the last 4 weeks has a check-in" in balance.says


def test_one_odd_week_hardly_moves_the_median() -> None:
    balance = weigh_weeks([check_in(3), check_in(2, work=80, sleep=30, strain=5), check_in(1), check_in(0)], SUNDAY)
    assert balance.lived is not None
    assert (balance.lived.work, balance.lived.sleep, balance.lived.strain) == (40, 54, 2)
    assert balance.warnings == ()


def test_weeks_that_are_long_again_and_again_warn() -> None:
    balance = weigh_weeks([check_in(n, work=57, strain=4) for n in range(3)], SUNDAY)
    assert [(w.guardrail, w.strain) for w in balance.warnings] == [
        ("long-work", Strain.RED),
        ("high-strain", Strain.AMBER),
    ]
    assert all(warning.next_step for warning in balance.warnings)


def test_check_ins_older_than_four_weeks_say_nothing_of_today() -> None:
    assert weigh_weeks([check_in(n) for n in (4, 5, 6)], SUNDAY).lived is None


def test_the_last_check_in_of_a_week_counts() -> None:
    balance = weigh_weeks([check_in(1), check_in(0, work=60), check_in(0, work=38)], SUNDAY)
    assert [week.checkin.work for week in balance.weeks] == [40, 38]


def test_a_check_in_on_monday_looks_back_on_the_week_before() -> None:
    monday = SUNDAY + timedelta(days=1)
    days = (SUNDAY, monday, SUNDAY + timedelta(days=5))
    weeks = weigh_weeks([check_in().change(on=day, work=number) for number, day in enumerate(days)], days[-1]).weeks
    assert [(week.monday, week.checkin.work) for week in weeks] == [(SUNDAY - timedelta(days=6), 1), (monday, 2)]


def test_check_ins_of_later_days_are_left_out() -> None:
    assert weigh_weeks([check_in(-1)], SUNDAY).weeks == ()


@pytest.mark.parametrize(
    "said", [{"strain": 0}, {"strain": 6}, {"work": -1}, {"work": 100, "sleep": 90}, {"sleep": 169}, {"search": 80}]
)
def test_what_no_week_holds_is_refused(said: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        check_in(**said)


def test_a_strained_month_halves_the_hours_and_says_why() -> None:
    capacity = find_capacity(WeekBudget(), 20, lived(strain=4))
    assert capacity.hours == (WeekBudget().free - 7) / 2
    assert "instead of 20, because of the strain below" in (capacity.reason or "")
    assert "4 of 5 by your own word" in " ".join(capacity.notes)
    assert "no medical advice" in capacity.notes[-1]


def test_a_week_lived_fuller_than_budgeted_leaves_less() -> None:
    capacity = find_capacity(WeekBudget(), 20, lived(work=47, social=15))
    assert capacity.free == 168 - 47 - 54 - 4 - 15 - 3 - 21
    assert "by 4 check-ins" in (capacity.reason or "")


def test_a_month_without_a_free_hour_is_said() -> None:
    with pytest.raises(HeadwayError, match=r"leaves no hours to learn.*by 4 check-ins"):
        find_capacity(WeekBudget(), None, lived(work=80))


def test_job_search_counts_as_work_under_the_sourced_guardrails() -> None:
    balance = weigh_weeks([check_in(n, search=12) for n in range(3)], SUNDAY)
    (warning,) = balance.warnings
    assert (warning.guardrail, warning.strain, warning.source) == ("long-work", Strain.AMBER, "eu-working-time")
    assert "52 h of work and job search a week are past the 48 of work" in warning.figure
    assert "application" in warning.next_step


def test_work_that_is_long_without_the_search_keeps_its_own_next_step() -> None:
    (warning,) = weigh_weeks([check_in(n, work=51, search=1) for n in range(3)], SUNDAY).warnings
    assert "52 h of work and job search" in warning.figure
    assert "working day" in warning.next_step


def test_a_long_search_is_paced_by_a_limit_that_says_it_is_judged() -> None:
    balance = weigh_weeks([check_in(n, work=0, search=30) for n in range(3)], SUNDAY)
    (warning,) = balance.warnings
    assert (warning.guardrail, warning.strain, warning.source) == ("long-search", Strain.AMBER, JUDGED_BY)
    assert "30 h of job search a week are past 25" in warning.figure
    assert "our judgement" in warning.figure


@pytest.mark.parametrize("hours", [0, 26])
def test_nobody_is_warned_of_little_search_or_of_an_hour_past(hours: float) -> None:
    assert weigh_weeks([check_in(n, work=0, search=hours) for n in range(3)], SUNDAY).warnings == ()


def test_one_week_of_much_search_warns_of_nothing() -> None:
    assert weigh_weeks([check_in(0, search=40), check_in(1), check_in(2)], SUNDAY).warnings == ()


def test_a_search_that_takes_the_place_of_work_is_not_counted_beside_it() -> None:
    said = [check_in(2), check_in(1, search=20), check_in(0, work=0, search=24)]
    lived = weigh_weeks(said, SUNDAY).lived
    assert lived is not None
    assert (lived.work, lived.search, lived.labour) == (40, 20, 40)
    assert lived.free(WeekBudget()) == 168 - 40 - 54 - 4 - 6 - 3 - 21


def test_the_hours_of_a_search_leave_less_to_learn() -> None:
    capacity = find_capacity(WeekBudget(work=0), 60, lived(work=0, search=40))
    assert capacity.hours == 168 - 40 - 54 - 4 - 6 - 3 - 21 - 7
    assert "work and job search 40, " in (capacity.reason or "")
    assert [w.guardrail for w in capacity.warnings] == ["long-search"]


def test_a_judged_pace_alone_slows_no_plan() -> None:
    assert find_capacity(WeekBudget(work=0, search=30), 10).reason is None


LIVED = st.builds(
    lived,
    work=st.floats(0, 60),
    search=st.floats(0, 20),
    sleep=st.floats(35, 70),
    movement=st.floats(0, 10),
    social=st.floats(0, 12),
    strain=st.sampled_from([1, 2.5, 4, 5]),
)


@given(week=LIVED, asked=st.floats(1, 30))
def test_what_was_lived_never_raises_the_hours(week: Lived, asked: float) -> None:
    before = find_capacity(WeekBudget(), asked).hours
    try:
        assert find_capacity(WeekBudget(), asked, week).hours <= before
    except HeadwayError as refusal:
        assert "no hours to learn" in str(refusal)  # noqa: PT017 - a refusal is an answer here, too
