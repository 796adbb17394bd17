"""A brief names only figures that it has a ground for; pay along a route says what stages pay."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.pay.offers import make_offer

from headway.errors import WrongUse
from headway.pay.cash import total_of
from headway.pay.growth import Stop, project
from headway.pay.model import Band, Origin
from headway.pay.negotiate import find_fallback, find_opening, make_brief, place_in
from headway.values import Basis, Kind, Money, Month


def make_band(origin: Origin, *amounts: int) -> Band:
    money = [Money(amount=Decimal(1000 * a), currency="USD") for a in amounts]
    return Band(
        title="ML engineer",
        stage=None,
        country="US",
        origin=origin,
        basis=Basis(kind=Kind.REPORTED, source="made-up", date=Month(year=2024), n=200),
        note="",
        **dict(zip(("p10", "p25", "p50", "p75", "p90"), money, strict=True)),
    )


COLLECTED = make_band(Origin.COLLECTED, 80, 100, 120, 140, 160)


@pytest.mark.parametrize(
    ("base", "said"),
    [
        (70, "below p10"),
        (110, "between p25 and the median"),
        (120, "between the median and p75"),
        (200, "at or above p90"),
    ],
)
def test_where_a_base_stands_is_said_in_words(base: int, said: str) -> None:
    assert place_in(Decimal(1000 * base), COLLECTED) == said


def test_a_first_figure_is_the_nearest_one_above_with_its_ground() -> None:
    opening, reason = find_opening(make_offer("A", 110_000), [COLLECTED])
    assert opening == Money(amount=Decimal(120_000), currency="USD")
    assert reason == "the median of ML engineer (collected, made-up, 2024, n = 200)"


def test_a_figure_more_than_a_quarter_above_is_not_named() -> None:
    opening, reason = find_opening(make_offer("A", 90_000), [COLLECTED])
    assert opening is None
    assert "by more than a quarter" in reason


def test_an_estimate_alone_names_no_figure() -> None:
    opening, reason = find_opening(make_offer("A", 110_000), [make_band(Origin.ESTIMATED, 80, 100, 120, 140, 160)])
    assert opening is None
    assert "let them name a figure first" in reason


def test_at_the_reservation_base_the_offer_pays_what_the_best_alternative_pays() -> None:
    offer = make_offer("New", 100_000, raise_yearly="0.03", pension={"match": "0.5", "up_to": "0.06"})
    best = make_offer("Best", 104_000, bonus={"target": 6_000})
    held = find_fallback(offer, [(make_offer("Worse", 90_000), Decimal(1)), (best, Decimal(1))])
    assert held is not None
    assert held.name == "Best"
    assert not held.ahead
    at = total_of(offer.change(base=held.reservation_base.amount))
    assert 0 <= at - total_of(best) < 5


def test_without_alternatives_there_is_no_reservation_value() -> None:
    brief = make_brief(make_offer("A", 100_000), "ML engineer", [COLLECTED], [], [])
    assert brief.fallback is None
    assert not any("another offer" in wording for wording in brief.wordings)


def test_what_the_offer_leaves_open_is_asked_and_what_it_holds_is_checked() -> None:
    options = {
        "kind": "options",
        "units": 10,
        "price": 5,
        "strike": 1,
        "promised": False,
        "vesting": {"months": 48},
    }
    offer = make_offer("A", 100_000, equity=(options,), sign_on={"amount": 5_000, "clawback_months": 12})
    brief = make_brief(offer, "ML engineer", [], [], [])
    assert any("nothing of pension" in question for question in brief.questions)
    assert any("put in writing" in question for question in brief.questions)
    assert any("owed back within 12 months" in check for check in brief.checklist)
    assert any(check.startswith("Options: strike") for check in brief.checklist)


def make_stop(title: str, month: int, pay: int) -> Stop:
    return Stop(title=title, month=month, pay=Money(amount=Decimal(pay), currency="USD"))


def test_pay_along_a_route_steps_at_its_months_and_inflation_is_apart() -> None:
    growth = project([make_stop("mid", 0, 100_000), make_stop("senior", 24, 121_000)], Decimal("0.02"))
    assert [year.real.amount for year in growth.years] == [100_000, 100_000, 121_000, 121_000]
    assert [year.nominal.amount for year in growth.years][:2] == [100_000, 102_000]
    assert (growth.years[1].guide_low.amount, growth.years[1].guide_high.amount) == (115_000, 120_000)
    assert growth.a_year == Decimal("0.100")


def test_stops_in_two_currencies_and_months_that_do_not_rise_are_refused() -> None:
    euro = Stop(title="senior", month=12, pay=Money(amount=Decimal(1), currency="EUR"))
    with pytest.raises(WrongUse, match="one currency"):
        project([make_stop("mid", 0, 1), euro], Decimal(0))
    with pytest.raises(WrongUse, match="do not follow"):
        project([make_stop("mid", 0, 1), make_stop("senior", 0, 2)], Decimal(0))
