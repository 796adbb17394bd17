"""Dates as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.profile.dates import find_periods, parse_month, show_period
from headway.values import Month

NAMES = "January February March April May June July August September October November December".split()


def read(line: str) -> list[tuple[str, str, bool]]:
    return [(str(p.start or ""), str(p.end or ""), p.current) for p in find_periods(line)]


@pytest.mark.parametrize(
    ("line", "start", "end", "current"),
    [
        ("Mar 2021 – present", "2021-03", "", True),
        ("2019-2021", "2019", "2021", False),
        ("2019–21", "2019", "2021", False),
        ("06/18 - 09/20", "2018-06", "2020-09", False),
        ("10/2019–12/2020", "2019-10", "2020-12", False),
        ("since 2020", "2020", "", True),
        ("Sept. 2019 to date", "2019-09", "", True),
        ("2021-03 - 2022-05", "2021-03", "2022-05", False),
        ("Jan '19 – Feb ’20", "2019-01", "2020-02", False),
        ("Mar – Sep 2019", "2019-03", "2019-09", False),
        ("Nov – Feb 2020", "2019-11", "2020-02", False),
        ("1 Mar 2019 - 3 April 2020", "2019-03", "2020-04", False),
        ("01.04.2018 - 31.03.2020", "2018-04", "2020-03", False),
        ("März 2019 bis heute", "2019-03", "", True),
        ("seit Oktober 2022", "2022-10", "", True),
        ("de janvier 2018 à août 2019", "2018-01", "2019-08", False),
        ("desde marzo de 2019 hasta la actualidad", "2019-03", "", True),
        ("from 2019 to 2021", "2019", "2021", False),
        ("until 2019", "", "2019", False),
        ("2022 –", "2022", "", True),
        ("MAY 2020—PRESENT", "2020-05", "", True),
        ("Q3 2020 – Q1 2022", "2020-07", "2022-03", False),
        ("3Q2020–4Q2021", "2020-07", "2021-12", False),
        ("2020 Q3 - present", "2020-07", "", True),
        ("1. Quartal 2020 – 3. Quartal 2021", "2020-01", "2021-09", False),
        ("H1 2020 - H2 2021", "2020-01", "2021-12", False),
        ("Spring 2019 – Fall 2020", "2019", "2020", False),
        ("Winter 2019/20 – Sommer 2021", "2019", "2021", False),
        ("5 de mayo de 2019 – 3 de junio de 2020", "2019-05", "2020-06", False),
        ("1er mars 2019 - 30 juin 2020", "2019-03", "2020-06", False),
        ("between 2018 and 2020", "2018", "2020", False),
        ("as of March 2021", "2021-03", "", True),
    ],
)
def test_a_pair_of_dates_is_read_in_many_styles(line: str, start: str, end: str, current: bool) -> None:
    assert read(line) == [(start, end, current)]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2021-03", "2021-03"),
        ("2021-03-15", "2021-03"),
        ("2019/07", "2019-07"),
        ("March 5, 2021", "2021-03"),
        ("15.03.2021", "2021-03"),
        ("03/25/2021", "2021-03"),
        ("25/03/2021", "2021-03"),
        ("Summer 2019", "2019"),
        ("’98", "1998"),
    ],
)
def test_a_single_date_gives_its_month(text: str, month: str) -> None:
    assert str(parse_month(text)) == month


def test_a_day_that_two_countries_read_differently_gives_its_year_alone() -> None:
    assert parse_month("04/05/2021") == Month(year=2021)


@pytest.mark.parametrize(
    "line",
    ["Working 24/7 from 9-5", "version 2019.4", "2,019 users", "20192021", "$2020", "2020%", "+442019", "may set"],
)
def test_other_numbers_are_no_dates(line: str) -> None:
    assert read(line) == []


def test_a_line_of_prose_holds_no_dates_once_it_is_longer_than_any_head() -> None:
    assert find_periods("in 2019 " * 100) == ()


def test_the_place_of_a_period_in_its_line_is_given() -> None:
    line = "Data analyst (since May 2020), Leeds"
    (period,) = find_periods(line)
    assert line[period.begin : period.stop] == "since May 2020"


months = st.builds(Month, year=st.integers(1961, 2059), month=st.integers(1, 12))


@given(months, months, st.sampled_from(["named", "short", "iso", "slash", "tiny"]))
def test_a_period_that_is_written_out_is_read_back(one: Month, other: Month, style: str) -> None:
    start, end = sorted((one, other), key=lambda month: month.index)

    def write(month: Month) -> str:
        assert month.month
        name = NAMES[month.month - 1]
        return {
            "named": f"{name} {month.year}",
            "short": f"{name[:3]}. {month.year}",
            "iso": str(month),
            "slash": f"{month.month}/{month.year}",
            "tiny": f"{month.month:02}/{month.year % 100:02}",
        }[style]

    assert read(f"{write(start)} – {write(end)}") == [(str(start), str(end), False)]
    assert read(f"{write(start)} - present")[0][2]


@given(months, months)
def test_a_period_as_headway_shows_it_is_read_back(one: Month, other: Month) -> None:
    start, end = sorted((one, other), key=lambda month: month.index)
    assert read(show_period(start, end, False)) == [(str(start), str(end), False)]
    assert read(show_period(start, None, True)) == [(str(start), "", True)]


@given(st.text(max_size=80))
def test_any_text_is_searched_for_dates_without_a_fault(text: str) -> None:
    for period in find_periods(text):
        assert 0 <= period.begin < period.stop <= len(text)
        assert period.start or period.end
