"""Offers side by side: one currency, both averages, and what must hold for one to beat another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.pay.offers import make_offer

from headway.errors import HeadwayError, WrongUse
from headway.pay.cash import Scenario, total_of
from headway.pay.compare import compare
from headway.report.offers import write_comparison

RATES = {"USD": Decimal(1), "EUR": Decimal("0.8")}
SHARES = {"kind": "shares", "units": Decimal(1000), "price": Decimal(40), "vesting": {"months": 48}}


def test_the_best_four_year_average_stands_first() -> None:
    found = compare([make_offer("Low", 90_000), make_offer("High", 100_000)], "USD", RATES, {})
    assert [side.offer.name for side in found.sides] == ["High", "Low"]
    assert [side.average for side in found.sides] == [100_000, 90_000]


def test_euros_are_turned_into_dollars_at_the_rate_given() -> None:
    euro = make_offer("Euro", 80_000, currency="EUR")
    found = compare([euro, make_offer("Dollar", 90_000)], "USD", RATES, {})
    assert found.sides[0].year_one == 100_000
    assert found.rates == RATES


def test_a_currency_without_a_rate_is_refused_with_what_to_do() -> None:
    with pytest.raises(HeadwayError, match=r"no rate of SEK is known.*--rate SEK"):
        compare([make_offer("A", 1, currency="SEK"), make_offer("B", 2)], "USD", RATES, {})


def test_a_price_level_divides_the_average_and_nothing_else() -> None:
    found = compare(
        [make_offer("A", 90_000, country="DE"), make_offer("B", 80_000)], "USD", RATES, {"DE": Decimal("0.9")}
    )
    assert found.sides[0].real_average == 100_000
    assert found.sides[0].average == 90_000
    assert found.sides[1].real_average is None


def test_at_the_break_even_price_both_pay_the_same() -> None:
    leader, challenger = make_offer("Sure", 120_000), make_offer("Bold", 100_000, equity=(SHARES,))
    (even,) = compare([leader, challenger], "USD", RATES, {}).break_even
    assert even.apart == 40_000
    assert even.price == 2
    assert total_of(challenger, Scenario(price=even.price)) == total_of(leader)


def test_the_leaders_lead_is_gone_at_its_own_price() -> None:
    leader, challenger = make_offer("Bold", 100_000, equity=(SHARES,)), make_offer("Sure", 105_000)
    (even,) = compare([leader, challenger], "USD", RATES, {}).break_even
    assert even.leader_price == Decimal("0.5")
    assert even.price is None


def test_a_lead_without_shares_cannot_be_lost_by_their_price() -> None:
    (even,) = compare([make_offer("A", 100_000), make_offer("B", 90_000)], "USD", RATES, {}).break_even
    assert (even.price, even.leader_price) == (None, None)


def test_with_the_break_even_bonus_both_pay_the_same() -> None:
    leader, challenger = make_offer("A", 100_000), make_offer("B", 90_000, bonus={"target": Decimal(3_000)})
    (even,) = compare([leader, challenger], "USD", RATES, {}).break_even
    assert even.bonus == 10_000
    assert total_of(challenger.change(bonus={"target": even.bonus})) == total_of(leader)


def test_no_offer_one_six_offers_and_two_of_one_name_are_refused() -> None:
    for offers in ([], [make_offer("A", 1)], [make_offer(str(i), 1) for i in range(6)]):
        with pytest.raises(WrongUse, match="two to 5 can be compared"):
            compare(offers, "USD", RATES, {})
    with pytest.raises(WrongUse, match="same name"):
        compare([make_offer("A", 1), make_offer("A", 2)], "USD", RATES, {})


def test_the_page_says_both_averages_and_escapes_what_the_file_says() -> None:
    strange = make_offer("<b>A|B", 90_000, sign_on={"amount": Decimal(8_000)})
    page = write_comparison(compare([strange, make_offer("Plain", 91_000)], "USD", RATES, {}), date(2026, 11, 28))
    assert r"\<b\>A\|B" in page
    assert "<b>" not in page
    assert "| four-year average | 92,000 | 91,000 |" in page
    assert "| year one | 98,000 | 91,000 |" in page
