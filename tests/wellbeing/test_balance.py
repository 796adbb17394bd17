"""Check-ins: medians over four weeks, one-sided warnings, and hours that only ever fall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from headway.errors import HeadwayError
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
    return Lived.model_validate({"work": 40, "sleep": 54, "movement": 4, "social": 6, "strain": 2, "weeks": 4, **said})


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
    "said", [{"strain": 0}, {"strain": 6}, {"work": -1}, {"work": 100, "sleep": 90}, {"sleep": 169}]
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


LIVED = st.builds(
    lived,
    work=st.floats(0, 60),
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
