"""The degree that an occupation usually takes: said with its source, met or unknown, never short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from headway.catalog.model import Catalog
from headway.catalog.schooling import Schooling
from headway.gap.gates import compare_degree, find_schooling, find_usual, say_schooling
from headway.gap.model import Gate, GateState
from headway.profile.degrees import Degree
from headway.profile.model import Profile, Study
from headway.values import Basis, Kind, Level, Month, Span

Person = Callable[..., Profile]
BASIS = Basis(kind=Kind.MEASURED, source="toy", date=Month(year=2024, month=8), n=22)


def schooling(code: str = "15-2051.01", zone: int = 4, shares: tuple[float, float, float] | None = None) -> Schooling:
    bachelor, master, doctorate = shares or (None, None, None)
    return Schooling(
        onet=code, title="Analysts", zone=zone, bachelor=bachelor, master=master, doctorate=doctorate, basis=BASIS
    )


@pytest.mark.parametrize(
    ("zone", "shares", "usual"),
    [
        (4, (0.95, 0.23, 0.0), Degree.BACHELOR),
        (5, (0.9, 0.76, 0.14), Degree.MASTER),
        (5, (1.0, 0.9, 0.6), Degree.DOCTORATE),
        (4, (0.4, 0.1, 0.0), None),
        (3, None, None),
        (4, None, Degree.BACHELOR),
        (5, None, Degree.MASTER),
    ],
)
def test_a_degree_is_usual_where_half_say_so_or_else_by_the_job_zone(
    zone: int, shares: tuple[float, float, float] | None, usual: Degree | None
) -> None:
    assert find_usual(schooling(zone=zone, shares=shares)) is usual


def test_what_is_said_names_who_was_asked_and_when() -> None:
    said = say_schooling(schooling(shares=(0.95, 0.23, 0.0)))
    assert "of 22 asked" in said
    assert "95% say at least a bachelor's, 23% say at least a master's" in said
    assert "O*NET, Analysts, 2024-08" in said
    assert "doctorate" not in said
    assert "job zone 5" in say_schooling(schooling(zone=5))


def test_the_first_occupation_of_a_role_speaks_for_it_and_no_farther_one(toy: Catalog) -> None:
    role = next(role for role in toy.roles.values() if role.onet)
    first, other = schooling(role.onet[0]), schooling("11-1011.00", shares=(0.9, 0.2, 0.0))
    assert find_schooling(role.slug, toy.change(schooling=(other, first))) == first
    assert find_schooling(role.slug, toy.change(schooling=(other,))) is None


def gate(profile: Profile, toy: Catalog, today: date, *titles: str, end: str | None = "2019-07") -> Gate:
    month = Month.model_validate(end) if end else None
    studies = tuple(Study(title=title, end=month, span=Span(start=0, end=1)) for title in titles)
    known = toy.change(schooling=(schooling(shares=(0.95, 0.23, 0.0)),))
    return compare_degree(profile.change(studies=studies), toy.role_stages["data-analyst:mid"], known, today)


def test_the_gate_is_open_with_the_usual_degree_and_unknown_without_never_short(
    person: Person, toy: Catalog, today: date
) -> None:
    profile = person(sql=Level.WORKING)
    assert gate(profile, toy, today, "BSc Physics").state is GateState.PASSED
    assert gate(profile, toy, today, "Evening class", "MSc Statistics").state is GateState.PASSED
    none = gate(profile, toy, today)
    assert none.state is GateState.UNKNOWN
    assert "no finished degree" in none.says
    assert none.basis == BASIS
    assert gate(profile, toy, today, "BSc Physics", end="2028-07").state is GateState.UNKNOWN


def test_a_role_of_which_nothing_is_known_says_so(person: Person, toy: Catalog, today: date) -> None:
    found = compare_degree(person(sql=Level.WORKING), toy.role_stages["data-analyst:mid"], toy, today)
    assert (found.state, found.basis) == (GateState.UNKNOWN, None)
    assert "Nothing at hand says" in found.says
