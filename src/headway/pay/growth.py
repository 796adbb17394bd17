"""Pay along a route, year by year: at today's prices, with inflation, and as the guide's growth would have it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise

from headway.errors import WrongUse
from headway.values import Money, Text, Value

GUIDE = (Decimal("1.15"), Decimal("1.20"))
"""The guide's 15 to 20 % a year, reported; see the claim `pay-growth`."""
MOST_YEARS = 15
ONE = Decimal(1)


class Stop(Value):
    """A stage on the way: from which month on, and the median paid there, all of one source and date."""

    title: Text
    month: int
    pay: Money


class PayYear(Value):
    """A year from now: `real` at the prices of the figures' date, the others in money of that year."""

    year: int
    title: Text
    real: Money
    nominal: Money
    guide_low: Money
    guide_high: Money


class Growth(Value):
    """A projection of medians. It says what the stages pay, not what one person will be paid."""

    years: tuple[PayYear, ...]
    inflation: Decimal
    a_year: Decimal
    """Real growth a year from the first stop to the last, over the months between them."""


def project(stops: Sequence[Stop], inflation: Decimal, years: int | None = None) -> Growth:
    """From the first stop on, to `years` (one past the last stop without it). `inflation` as a part: 0.02."""
    if not stops or len({stop.pay.currency for stop in stops}) > 1:
        raise WrongUse("stops must be in one currency", "compare stages of one country")
    months = [stop.month for stop in stops]
    if months[0] != 0 or any(later <= earlier for earlier, later in pairwise(months)):
        raise WrongUse("the stops do not follow one another", "give months that rise, as ml-engineer:senior@36")
    last = years if years is not None else -(-months[-1] // 12) + 1
    if not 1 <= last <= MOST_YEARS:
        raise WrongUse(f"{last} years cannot be projected", f"up to {MOST_YEARS}")
    first = stops[0].pay
    found: list[PayYear] = []
    for year in range(last + 1):
        here = max((stop for stop in stops if stop.month <= 12 * year), key=lambda stop: stop.month)
        low, high = (_money(first.amount * rate**year, first.currency) for rate in GUIDE)
        nominal = _money(here.pay.amount * (ONE + inflation) ** year, first.currency)
        found.append(
            PayYear(year=year, title=here.title, real=here.pay, nominal=nominal, guide_low=low, guide_high=high)
        )
    span = Decimal(months[-1]) / 12
    ratio = stops[-1].pay.amount / first.amount
    a_year = ratio ** (ONE / span) - 1 if span else Decimal(0)
    return Growth(years=tuple(found), inflation=inflation, a_year=a_year.quantize(Decimal("0.001")))


def _money(amount: Decimal, currency: str) -> Money:
    return Money(amount=amount.quantize(ONE, ROUND_HALF_EVEN), currency=currency)
