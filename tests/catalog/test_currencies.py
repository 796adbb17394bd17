"""Rates and price levels that come with headway: dated, sourced, and one with another."""

from __future__ import annotations

from decimal import Decimal

from headway.catalog.currencies import CURRENCIES, PriceLevel, load_price_levels, load_rates
from headway.catalog.load import load_catalog
from headway.values import Basis, Kind, Month

BASIS = Basis(kind=Kind.REPORTED, source="price-levels-2025", date=Month(year=2025))


def test_a_level_moves_with_the_rate_as_prices_in_its_own_money_stay() -> None:
    level = PriceLevel(country="DE", currency="EUR", level=Decimal("0.80"), per_usd=Decimal("0.9"), basis=BASIS)
    assert level.at(Decimal("0.9")) == Decimal("0.80")
    assert level.at(Decimal("1.2")) == Decimal("0.60")


def test_every_shipped_level_is_in_a_currency_with_a_source_and_a_late_year() -> None:
    levels, sources = load_price_levels(), load_catalog().sources
    assert len(levels) > 60
    assert (levels["US"].level, levels["US"].per_usd) == (1, 1)
    for country, level in levels.items():
        assert len(country) == 2
        assert level.currency in CURRENCIES
        assert Decimal("0.1") < level.level < Decimal("1.5")
        assert level.basis.source in sources
        assert level.basis.kind is Kind.REPORTED
        assert level.basis.date.year >= 2024


def test_one_currency_has_one_rate_in_a_year() -> None:
    rates: dict[tuple[str, int], Decimal] = {}
    for level in load_price_levels().values():
        assert rates.setdefault((level.currency, level.basis.date.year), level.per_usd) == level.per_usd


def test_every_shipped_rate_is_of_a_known_currency_and_has_a_source() -> None:
    rates, sources = load_rates(), load_catalog().sources
    assert rates["USD"].per_usd == 1
    assert set(rates) <= CURRENCIES
    assert all(rate.per_usd > 0 and rate.basis.source in sources for rate in rates.values())
