"""The personal factor on expected hours: shrunken towards 1, and silent while it knows too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.track.pace import Finished, learn_pace
from headway.values import Hours

TEN = Hours(p10=6, p50=10, p90=17)


def test_without_anything_finished_the_factor_is_one_and_says_that_too_little_is_known() -> None:
    pace = learn_pace([])
    assert (pace.factor, pace.known) == (1, False)
    assert pace.low < 1 < pace.high
    assert "too little is known" in pace.says


def test_two_are_too_few_and_three_are_enough() -> None:
    assert [learn_pace([Finished(15, TEN)] * count).known for count in (1, 2, 3)] == [False, False, True]


def test_a_slow_person_is_found_slower_the_surer_the_more_is_known() -> None:
    paces = [learn_pace([Finished(15, TEN)] * count) for count in (1, 3, 10, 40)]
    factors = [pace.factor for pace in paces]
    assert factors == sorted(factors)
    assert 1 < factors[0] < 1.3
    assert factors[-1] == pytest.approx(1.5, abs=0.03)
    widths = [pace.high / pace.low for pace in paces]
    assert widths == sorted(widths, reverse=True)
    assert "longer" in paces[-1].says


def test_an_activity_with_a_wide_range_says_less_than_one_with_a_narrow() -> None:
    wide = learn_pace([Finished(15, Hours(p10=2, p50=10, p90=50))])
    narrow = learn_pace([Finished(15, Hours(p10=9, p50=10, p90=11))])
    assert 1 < wide.factor < narrow.factor


def test_hours_that_were_hardly_logged_are_left_out() -> None:
    assert learn_pace([Finished(0.5, TEN), Finished(0, TEN)]).finished == 0


def test_a_pace_that_may_be_one_is_called_as_expected() -> None:
    assert "about as expected" in learn_pace([Finished(10, TEN)] * 3).says


@given(st.lists(st.floats(0.01, 1000), max_size=20))
def test_a_pace_is_always_a_factor_within_its_bounds(logged: list[float]) -> None:
    pace = learn_pace(Finished(hours, TEN) for hours in logged)
    assert 0 < pace.low <= pace.factor <= pace.high
