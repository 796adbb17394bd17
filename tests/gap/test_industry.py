"""Entering an industry: its own skills and rules, and what a document already shows of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from headway.catalog.model import Catalog
from headway.catalog.world import Industry, Rule
from headway.gap.industry import measure_industry
from headway.profile.model import Profile
from headway.values import Level

Person = Callable[..., Profile]


@pytest.fixture
def logistics() -> Industry:
    return Industry(
        slug="logistics",
        name="Logistics",
        summary="Moves things.",
        domain=("statistics", "sql"),
        uses=("Forecasts",),
        learn=("Stock costs money",),
        roles=("data-analyst",),
        words=("freight", "logistic"),
        rules=(Rule(source="toy", where="EU", says="Drivers rest."),),
    )


def test_what_the_document_shows_of_an_industry_comes_first(
    person: Person, toy: Catalog, logistics: Industry, today: date
) -> None:
    entry = measure_industry(person(sql=Level.WORKING), logistics, toy, today)
    assert [item.skill for item in entry.skills] == ["sql", "statistics"]
    assert [item.skill for item in entry.speaking] == ["sql"]
    assert entry.hours.p50 == toy.hours_between("statistics", Level.NONE, Level.WORKING).p50
    assert entry.rules == logistics.rules


def test_work_in_an_industry_speaks_for_it_by_title_or_employer(
    person: Person, toy: Catalog, logistics: Industry, today: date
) -> None:
    profile = person(("Logistics planner", "2020-01", "2021-12"), ("Data analyst", "2022-01", None))
    entry = measure_industry(profile, logistics, toy, today)
    assert entry.worked == ("Logistics planner, Northwind (2020-01 to 2021-12)",)
    assert entry.years == 2
    assert measure_industry(person(("Biologist", "2020-01", None)), logistics, toy, today).worked == ()
