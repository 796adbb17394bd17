"""What is paid when: vesting, bonus, sign-on and what is owed back, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.pay.cash import Scenario, average_of, equity_until, flow_of, hourly, owed_on_leaving, total_of, vested_part
from headway.pay.offer import Bonus, EquityGrant, Offer, Pension, SignOn, Vesting


def make_offer(**changes: Any) -> Offer:
    given = {
        "name": "Larkfield",
        "employer": "Larkfield Analytics",
        "role": "ML engineer",
        "location": "Denver",
        "country": "US",
        "place": "hybrid",
        "currency": "USD",
        "made": date(2026, 11, 2),
        "base": Decimal(100_000),
    }
    return Offer.model_validate(given | changes)


QUARTERLY = Vesting(months=48, cliff_months=12, every_months=3)


def make_grant(**changes: Any) -> EquityGrant:
    given = {"kind": "shares", "units": Decimal(400), "price": Decimal(10), "vesting": QUARTERLY}
    return EquityGrant.model_validate(given | changes)


def test_nothing_vests_before_the_cliff_and_a_quarter_at_it() -> None:
    assert vested_part(QUARTERLY, 11) == 0
    assert vested_part(QUARTERLY, 12) == Decimal("0.25")


def test_between_steps_nothing_vests() -> None:
    assert vested_part(QUARTERLY, 14) == vested_part(QUARTERLY, 12)
    assert vested_part(QUARTERLY, 15) == Decimal(15) / 48


def test_a_back_loaded_schedule_follows_its_yearly_parts() -> None:
    parts = tuple(map(Decimal, ("0.05", "0.15", "0.40", "0.40")))
    slow = Vesting(months=48, cliff_months=12, every_months=1, yearly=parts)
    assert [vested_part(slow, 12 * year) for year in range(5)] == [0, *map(Decimal, ("0.05", "0.20", "0.60", "1"))]
    assert vested_part(slow, 18) == Decimal("0.125")


@given(months=st.integers(1, 120), cliff=st.integers(0, 120), every=st.integers(1, 12), month=st.integers(-10, 130))
def test_what_is_vested_never_falls_and_ends_at_all_of_it(months: int, cliff: int, every: int, month: int) -> None:
    vesting = Vesting(months=months, cliff_months=min(cliff, months), every_months=every)
    assert 0 <= vested_part(vesting, month) <= vested_part(vesting, month + 1) <= 1
    assert vested_part(vesting, months) == 1


@given(units=st.decimals(1, 100_000, places=4), price=st.decimals(0, 500, places=4))
def test_the_years_of_a_grant_add_up_to_its_worth(units: Decimal, price: Decimal) -> None:
    offer = make_offer(equity=(make_grant(units=units, price=price),))
    assert sum(flow.equity for flow in flow_of(offer)) == equity_until(offer, 48)
    assert abs(equity_until(offer, 48) - units * price) <= Decimal("0.005")


def test_a_refresher_vests_from_its_own_month_on() -> None:
    later = make_grant(granted_month=24, vesting=Vesting(months=24))
    assert [flow.equity for flow in flow_of(make_offer(equity=(later,)))] == [0, 0, 2000, 2000]


def test_a_grant_that_is_not_in_writing_counts_for_nothing() -> None:
    assert total_of(make_offer(equity=(make_grant(promised=False),))) == 400_000


def test_options_below_their_strike_are_worth_nothing_and_never_less() -> None:
    offer = make_offer(equity=(make_grant(kind="options", strike=Decimal(8)),))
    assert equity_until(offer, 48) == 800
    assert equity_until(offer, 48, Decimal("0.5")) == 0


def test_a_guaranteed_bonus_is_paid_in_its_years_and_the_rest_as_supposed() -> None:
    offer = make_offer(bonus=Bonus(target=Decimal(10_000), guaranteed=Decimal(4_000)))
    assert [flow.bonus for flow in flow_of(offer)] == [10_000] * 4
    assert [flow.bonus for flow in flow_of(offer, Scenario(bonus=Decimal(0)))] == [4_000, 0, 0, 0]


def test_year_one_and_the_average_of_four_years_differ_by_the_sign_on() -> None:
    offer = make_offer(sign_on=SignOn(amount=Decimal(20_000)))
    assert flow_of(offer)[0].total == 120_000
    assert average_of(offer) == 105_000


def test_a_sign_on_is_owed_back_whole_or_month_by_month() -> None:
    whole = SignOn(amount=Decimal(12_000), clawback_months=12)
    assert [owed_on_leaving(whole, month) for month in (1, 11, 12)] == [12_000, 12_000, 0]
    falling = SignOn(amount=Decimal(12_000), clawback_months=12, prorated=True)
    assert [owed_on_leaving(falling, month) for month in (0, 6, 12)] == [12_000, 6_000, 0]
    assert owed_on_leaving(SignOn(amount=Decimal(12_000), month=7, clawback_months=12), 3) == 0


def test_an_agreed_raise_and_the_pension_match_grow_with_the_base() -> None:
    offer = make_offer(raise_yearly=Decimal("0.10"), pension=Pension(match=Decimal("0.5"), up_to=Decimal("0.06")))
    assert [flow.base for flow in flow_of(offer)] == [100_000, 110_000, 121_000, Decimal("133100.00")]
    assert [flow.pension for flow in flow_of(offer)] == [3_000, 3_300, 3_630, 3_993]


def test_longer_weeks_make_an_hour_cheaper() -> None:
    assert hourly(make_offer(hours=Decimal(50))) < hourly(make_offer(hours=Decimal(40)))


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(price=Decimal(0)), Scenario(bonus=Decimal(0))])
def test_the_parts_of_a_year_add_up_to_its_total(scenario: Scenario) -> None:
    offer = make_offer(equity=(make_grant(),), bonus=Bonus(target=Decimal("1234.56")))
    for flow in flow_of(offer, scenario):
        assert flow.total == flow.base + flow.bonus + flow.sign_on + flow.equity + flow.benefits + flow.pension
