"""What a certification costs and how long it counts, each with its ground."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from headway.catalog.checks import check_catalog
from headway.catalog.model import Activity, Catalog
from headway.catalog.offer import Price, Validity
from headway.report.words import say_validity
from headway.values import Map, Money, Month

GROUND = {"kind": "judged", "source": "headway", "date": "2026-11", "note": "the rule of the programme"}


def validity(**fields: Any) -> Validity:
    return Validity.model_validate({**GROUND, **fields})


@pytest.mark.parametrize(
    ("earned", "months", "ends"),
    [("2026-11", 36, "2029-11"), ("2026-01", 12, "2027-01"), ("2025-12", 1, "2026-01"), ("2024", 24, "2026-06")],
)
def test_a_certification_lapses_so_many_months_after_it_was_earned(earned: str, months: int, ends: str) -> None:
    assert str(validity(months=months, renew="Pass it again").ends(Month.model_validate(earned))) == ends


def test_what_is_lasting_never_lapses() -> None:
    assert validity(lasting=True).ends(Month(year=2020)) is None


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"months": 24},
        {"months": 0, "renew": "Pass it again"},
        {"months": 24, "lasting": True, "renew": "Pass it again"},
        {"lasting": True, "renew": "Pass it again"},
        {"months": 24, "renew": "Pass it again", "note": None},
    ],
)
def test_a_validity_says_how_long_how_it_is_kept_and_why(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        validity(**fields)


def test_it_is_said_in_one_line_with_its_ground() -> None:
    kept = validity(months=24, renew="Pass the examination again")
    assert say_validity(kept) == ("counts 24 months; to keep it: pass the examination again (judged, headway, 2026-11)")
    assert say_validity(validity(lasting=True)) == "does not lapse (judged, headway, 2026-11)"


def test_a_price_is_money_with_a_ground() -> None:
    price = Price.model_validate({**GROUND, "amount": "99.00", "currency": "USD"})
    assert price.money == Money.model_validate({"amount": "99.00", "currency": "USD"})
    with pytest.raises(ValidationError):
        Price.model_validate({"amount": "99.00", "currency": "USD"})
    with pytest.raises(ValidationError):
        Price.model_validate({**GROUND, "amount": "99.00"})


def test_only_a_certification_lapses(toy: Catalog) -> None:
    course = toy.activities["python-start"]
    with pytest.raises(ValidationError, match="only a certification"):
        course.change(validity=validity(lasting=True))


def test_the_proof_does_not_say_again_how_long_it_counts(toy: Catalog) -> None:
    course = toy.activities["python-start"]
    fields = {name: getattr(course, name) for name in type(course).model_fields}
    changes = {"kind": "certification", "proof": "Certificate, valid two years", "validity": validity(lasting=True)}
    certified = Activity.model_validate({**fields, **changes})
    (problem,) = check_catalog(toy.change(activities=Map({**toy.activities, certified.slug: certified})))
    assert problem.message == "'Certificate, valid two years' says again what `validity` says"
