"""What an offer pays, year by year: exact, before tax, in its own currency."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from headway.pay.offer import EquityGrant, GrantKind, Offer, SignOn, Vesting
from headway.values import Amount, Value

YEARS = 4
CENT = Decimal("0.01")
ONE = Decimal(1)
ZERO = Decimal(0)
WEEKS = Decimal(52)


class Scenario(Value):
    """What one supposes of the uncertain parts."""

    price: Decimal = ONE
    """The share price as a multiple of today's, from now on."""
    bonus: Decimal = ONE
    """The part of the bonus beyond what is guaranteed that is paid."""


AS_PROMISED = Scenario()


class YearFlow(Value):
    """One year of employment. `pension` is tied up and `benefits` are no cash; both are in the total."""

    year: int
    base: Amount
    bonus: Amount
    sign_on: Amount
    equity: Amount
    benefits: Amount
    pension: Amount

    @property
    def total(self) -> Decimal:
        return self.base + self.bonus + self.sign_on + self.equity + self.benefits + self.pension

    @property
    def cash(self) -> Decimal:
        """What is sure to arrive as money: without shares, pension and what is in kind."""
        return self.base + self.bonus + self.sign_on


def flow_of(offer: Offer, scenario: Scenario = AS_PROMISED, years: int = YEARS) -> tuple[YearFlow, ...]:
    """The first `years` of employment. Grants that are not promised count for nothing."""
    return tuple(_year(offer, year, scenario) for year in range(1, years + 1))


def total_of(offer: Offer, scenario: Scenario = AS_PROMISED, years: int = YEARS) -> Decimal:
    return sum((year.total for year in flow_of(offer, scenario, years)), ZERO)


def average_of(offer: Offer, scenario: Scenario = AS_PROMISED, years: int = YEARS) -> Decimal:
    return _cents(total_of(offer, scenario, years) / years)


def hourly(offer: Offer, scenario: Scenario = AS_PROMISED) -> Decimal:
    """The four-year average over the hours expected, 52 weeks a year."""
    return _cents(total_of(offer, scenario) / (YEARS * offer.hours * WEEKS))


def vested_part(vesting: Vesting, month: int) -> Decimal:
    """The part of a grant that is one's own after `month` months: 0 before the cliff, 1 at the end, never falling."""
    if month >= vesting.months:
        return ONE
    if month < vesting.cliff_months or month < 1:
        return ZERO
    steps = month - month % vesting.every_months
    # The cliff itself vests, also where it is no whole step.
    steps = max(steps, vesting.cliff_months)
    if not vesting.yearly:
        return Decimal(steps) / vesting.months
    year, rest = divmod(steps, 12)
    return sum(vesting.yearly[:year], ZERO) + vesting.yearly[year] * rest / 12


def unit_value(grant: EquityGrant, price: Decimal) -> Decimal:
    """What one unit is worth at `price` times today's share price; an option below its strike is worth nothing."""
    worth = grant.price * price
    return max(worth - grant.strike, ZERO) if grant.kind is GrantKind.OPTIONS else worth


def equity_until(offer: Offer, month: int, price: Decimal = ONE) -> Decimal:
    """The value of all that is vested after `month` months, to the cent."""
    parts = (
        g.units * vested_part(g.vesting, month - g.granted_month) * unit_value(g, price)
        for g in offer.equity
        if g.promised
    )
    return _cents(sum(parts, ZERO))


def owed_on_leaving(sign_on: SignOn | None, month: int) -> Decimal:
    """What is to be paid back when one leaves after `month` whole months; nothing of what was not paid yet."""
    if sign_on is None or month >= sign_on.clawback_months or month < sign_on.month - 1:
        return ZERO
    if not sign_on.prorated:
        return sign_on.amount
    return _cents(sign_on.amount * (sign_on.clawback_months - month) / sign_on.clawback_months)


def _year(offer: Offer, year: int, scenario: Scenario) -> YearFlow:
    base = _cents(offer.base * (ONE + offer.raise_yearly) ** (year - 1))
    signed = offer.sign_on.amount if offer.sign_on and (offer.sign_on.month - 1) // 12 + 1 == year else ZERO
    matched = base * offer.pension.match * offer.pension.up_to if offer.pension else ZERO
    until, before = (equity_until(offer, 12 * y, scenario.price) for y in (year, year - 1))
    return YearFlow(
        year=year,
        base=base,
        bonus=_bonus(offer, year, scenario),
        sign_on=signed,
        equity=until - before,
        benefits=sum((benefit.value for benefit in offer.benefits), ZERO),
        pension=_cents(matched),
    )


def _bonus(offer: Offer, year: int, scenario: Scenario) -> Decimal:
    if offer.bonus is None:
        return ZERO
    owed = offer.bonus.guaranteed if year <= offer.bonus.guaranteed_years else ZERO
    return _cents(owed + (offer.bonus.target - owed) * scenario.bonus)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_EVEN)
