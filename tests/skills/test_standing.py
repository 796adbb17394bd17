"""Where somebody stands: by the position held last, and the years in the field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from headway.catalog.model import Catalog
from headway.profile.model import Position, Profile
from headway.skills.standing import stand
from headway.skills.tenure import years_in
from headway.values import Month, Span

Person = Callable[..., Profile]


def key(profile: Profile, toy: Catalog, today: date) -> str | None:
    standing = stand(profile, toy, today)
    return standing.key if standing else None


def test_a_teacher_stands_on_no_role(toy: Catalog, today: date, person: Person) -> None:
    assert stand(person(("Primary school teacher", "2015-09", None)), toy, today) is None


def test_a_teacher_who_was_an_analyst_long_ago_stands_on_no_role(toy: Catalog, today: date, person: Person) -> None:
    past = person(("Primary school teacher", "2018-09", None), ("Data analyst", "2014-01", "2018-08"))
    assert stand(past, toy, today) is None


def test_the_position_held_last_counts(toy: Catalog, today: date, person: Person) -> None:
    moved = person(("Data engineer", "2024-01", None), ("Data analyst", "2022-01", "2023-12"))
    assert key(moved, toy, today) == "data-engineer:mid"
    back = person(("Data engineer", "2022-01", "2023-12"), ("Data analyst", "2024-01", None))
    assert key(back, toy, today) == "data-analyst:mid"


def test_without_a_present_position_the_one_that_ended_last_counts(toy: Catalog, today: date, person: Person) -> None:
    done = person(("Data analyst", "2019-01", "2021-06"), ("Data engineer", "2021-07", "2026-06"))
    assert key(done, toy, today) == "data-engineer:senior"


@pytest.mark.parametrize(
    ("title", "since", "expected"),
    [
        ("Data analyst", "2026-01", "data-analyst:entry"),
        ("Data analyst", "2023-01", "data-analyst:mid"),
        ("Data analyst", "2020-01", "data-analyst:senior"),
        ("Data analyst", "2005-01", "data-analyst:senior"),
        ("Senior data analyst", "2023-01", "data-analyst:senior"),
        ("Senior data analyst", "2026-01", "data-analyst:mid"),
        ("Junior data analyst", "2026-01", "data-analyst:entry"),
    ],
)
def test_years_and_the_rank_of_a_title_settle_the_stage(
    toy: Catalog, today: date, person: Person, title: str, since: str, expected: str
) -> None:
    assert key(person((title, since, None)), toy, today) == expected


def test_volunteer_and_part_time_positions_do_not_count_as_years(toy: Catalog, today: date, person: Person) -> None:
    aside = person(("Data analyst", "2026-01", None), ("Volunteer data analyst", "2015-01", "2025-12"))
    assert key(aside, toy, today) == "data-analyst:entry"


def test_of_two_present_positions_the_main_one_counts(toy: Catalog, today: date, person: Person) -> None:
    both = person(("Part-time data engineer", "2023-01", None), ("Data analyst", "2023-01", None))
    assert key(both, toy, today) == "data-analyst:mid"


def test_overlapping_positions_of_the_field_count_once(toy: Catalog, today: date, person: Person) -> None:
    both = person(("Data analyst", "2023-12", None), ("Data engineer", "2023-12", "2026-11"))
    standing = stand(both, toy, today)
    assert standing
    assert standing.stage.value == "mid"
    assert "3.0 years" in standing.reason


def test_without_positions_the_headline_counts_with_less_confidence(toy: Catalog, today: date, person: Person) -> None:
    dated = stand(person(("Data analyst", "2023-01", None)), toy, today)
    spoken = stand(Profile(headline="Data analyst"), toy, today)
    assert dated
    assert spoken
    assert spoken.confidence < dated.confidence
    assert "headline" in spoken.reason
    assert stand(Profile(headline="Gardener"), toy, today) is None
    assert stand(Profile(), toy, today) is None


def position(start: str | None, end: str | None, current: bool = False) -> Position:
    return Position(
        title="Analyst",
        start=Month.model_validate(start) if start else None,
        end=Month.model_validate(end) if end else None,
        current=current,
        span=Span(start=0, end=1),
    )


def test_years_count_months_in_full_and_overlaps_once(today: date) -> None:
    assert years_in([position("2020-01", "2020-12")], today) == 1
    assert years_in([position("2020-01", "2020-12"), position("2020-06", "2021-05")], today) == pytest.approx(17 / 12)
    assert years_in([position("2020-01", "2021-12"), position("2020-06", "2020-08")], today) == 2
    assert years_in([position("2018", "2020")], today) == 2
    assert years_in([position("2025-12", None, current=True)], today) == 1
    assert years_in([position(None, "2020-01"), position("2020-01", None), position("2021-01", "2020-01")], today) == 0
