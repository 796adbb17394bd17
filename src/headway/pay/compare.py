"""Offers side by side: in one currency, year one and four-year average, and what would have to hold for one to win."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from headway.errors import HeadwayError, WrongUse
from headway.pay.cash import (
    AS_PROMISED,
    ONE,
    YEARS,
    ZERO,
    Scenario,
    YearFlow,
    average_of,
    equity_until,
    flow_of,
    hourly,
    owed_on_leaving,
    total_of,
)
from headway.pay.offer import Offer
from headway.values import Amount, Map, Text, Value

MOST = 5
PRICES = (ZERO, Decimal("0.5"), ONE, Decimal("1.5"), Decimal(2))
"""Share prices tried, as multiples of today's."""
BONUSES = (ZERO, Decimal("0.5"), ONE)
HIGHEST_PRICE = Decimal(10)
LEAVING = (6, 12, 18, 24, 36)
CENT = Decimal("0.01")
THOUSANDTH = Decimal("0.001")


class Side(Value):
    """One offer as compared; all amounts are in the comparison's currency, before tax."""

    offer: Offer
    rate: Decimal
    """Units of the comparison's currency for one of the offer's."""
    price_level: Decimal | None
    """Prices where one would live, against those of the place they are compared with; None where nobody said."""
    years: tuple[YearFlow, ...]
    year_one: Amount
    average: Amount
    """Of four years."""
    hourly: Amount
    cash_average: Amount
    """Of four years, money alone: base, bonus and sign-on."""
    real_average: Amount | None
    """The average over the price level."""
    by_price: tuple[Amount, ...]
    """Four-year averages at PRICES."""
    by_bonus: tuple[Amount, ...]
    """Four-year averages at BONUSES."""
    leaving: tuple[Amount, ...]
    """Vested equity less what is owed back, when one leaves after each of LEAVING months."""


class BreakEven(Value):
    """What must hold for `challenger` to pay as much as `leader` over four years."""

    challenger: Text
    leader: Text
    apart: Amount
    """By how much the leader is ahead in four years, as promised."""
    price: Decimal | None
    """The challenger's share price as a multiple of today's; None where no price up to ten times does it."""
    bonus: Amount
    """What the challenger's bonus would have to be each year, at today's share prices."""
    leader_price: Decimal | None
    """The leader's share price at which its lead is gone; None where it leads without any equity."""


class Comparison(Value):
    """Up to five offers in one currency, the best four-year average first."""

    currency: str
    sides: tuple[Side, ...]
    break_even: tuple[BreakEven, ...]
    """Each of the others against the first."""
    rates: Map[str, Decimal]
    notes: tuple[Text, ...]


def compare(
    offers: Sequence[Offer],
    currency: str,
    rates: Mapping[str, Decimal],
    price_levels: Mapping[str, Decimal],
    notes: Sequence[str] = (),
) -> Comparison:
    """`rates` say how much of each currency one US dollar buys; `price_levels` are by country."""
    if not 2 <= len(offers) <= MOST:
        raise WrongUse(f"{len(offers)} offers given", f"two to {MOST} can be compared")
    names = [offer.name for offer in offers]
    if len(set(names)) < len(names):
        raise WrongUse("two offers have the same name", "give each its own `name`")
    used = {offer.currency for offer in offers} | {currency}
    sides = sorted(
        (_side(offer, exchange(offer.currency, currency, rates), price_levels.get(offer.country)) for offer in offers),
        key=lambda side: (-side.average, side.offer.name),
    )
    return Comparison(
        currency=currency,
        sides=tuple(sides),
        break_even=tuple(find_break_even(side, sides[0]) for side in sides[1:]),
        rates=Map({code: rates[code] for code in sorted(used) if code in rates and len(used) > 1}),
        notes=tuple(notes),
    )


def exchange(one: str, other: str, rates: Mapping[str, Decimal]) -> Decimal:
    """Units of `other` for a unit of `one`."""
    if one == other:
        return ONE
    for code in (one, other):
        if code not in rates:
            raise HeadwayError(f"no rate of {code} is known", f"give one US dollar's worth, as --rate {code}=1.25")
    return rates[other] / rates[one]


def find_break_even(challenger: Side, leader: Side) -> BreakEven:
    """Prices are found to a thousandth, by halving: options make the value bend at their strike."""
    goal, offer, rate = total_of(leader.offer) * leader.rate, challenger.offer, challenger.rate

    def at(price: Decimal) -> bool:
        return total_of(offer, Scenario(price=price)) * rate >= goal

    def lost(price: Decimal) -> bool:
        return total_of(leader.offer, Scenario(price=price)) * leader.rate >= total_of(offer) * rate

    rest = total_of(offer.change(bonus=None)) * rate
    return BreakEven(
        challenger=offer.name,
        leader=leader.offer.name,
        apart=_cents(goal - total_of(offer) * rate),
        price=_first(at),
        bonus=_cents((goal - rest) / YEARS),
        leader_price=None if lost(ZERO) else _first(lost),
    )


def _first(holds: Callable[[Decimal], bool]) -> Decimal | None:
    """The lowest multiple of today's price from which `holds` is true; None where it is not even at the highest."""
    low, high = ZERO, HIGHEST_PRICE
    if holds(low):
        return low
    if not holds(high):
        return None
    while high - low > THOUSANDTH:
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high.quantize(THOUSANDTH)


def _side(offer: Offer, rate: Decimal, level: Decimal | None) -> Side:
    years = tuple(_convert(year, rate) for year in flow_of(offer))
    average = _cents(average_of(offer) * rate)
    return Side(
        offer=offer,
        rate=rate,
        price_level=level,
        years=years,
        year_one=years[0].total,
        average=average,
        hourly=_cents(hourly(offer) * rate),
        cash_average=_cents(sum((year.cash for year in years), ZERO) / YEARS),
        real_average=_cents(average / level) if level else None,
        by_price=tuple(_cents(average_of(offer, Scenario(price=price)) * rate) for price in PRICES),
        by_bonus=tuple(_cents(average_of(offer, Scenario(bonus=part)) * rate) for part in BONUSES),
        leaving=tuple(
            _cents((equity_until(offer, month, AS_PROMISED.price) - owed_on_leaving(offer.sign_on, month)) * rate)
            for month in LEAVING
        ),
    )


def _convert(year: YearFlow, rate: Decimal) -> YearFlow:
    parts = {name: _cents(getattr(year, name) * rate) for name in YearFlow.model_fields if name != "year"}
    return YearFlow(year=year.year, **parts)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_EVEN)
