"""How figures are said: ranges, dates, money, counts. One wording for the terminal, Markdown and the calendar."""

from __future__ import annotations

from datetime import date

from headway.catalog.emerging import Projection
from headway.catalog.model import RoleStage
from headway.catalog.offer import Validity
from headway.catalog.world import Claim
from headway.gap.model import Readiness
from headway.pay.model import Band
from headway.plan.model import PeopleSlot
from headway.routes.model import MoneyRange, Route
from headway.values import Basis, Hours, Kind, Money, Months, Track

ROUTE_MONTHS = (
    "Months run until one has what an average advert asks; the rest of the needs is learned in the post, or later. "
    "Difficulty is in points of our own, no probability."
)


def say_hours(hours: Hours) -> str:
    """`120 h (80-210)`."""
    return f"{_round(hours.p50)} h ({_round(hours.p10)}-{_round(hours.p90)})"


def say_months(months: Months) -> str:
    """`8 months (5-14)`."""
    return f"{_round(months.p50)} months ({_round(months.p10)}-{_round(months.p90)})"


def _round(amount: float) -> str:
    """Two significant figures, as no estimate here deserves more."""
    if amount < 10:
        return f"{amount:.1f}".removesuffix(".0")
    digits = len(str(int(amount))) - 2
    return f"{int(round(amount, -digits)):,}"


def say_day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def say_month(day: date) -> str:
    return f"{day:%b %Y}"


def say_stage(stage: RoleStage) -> str:
    """`mid`, or `senior, management`."""
    return stage.stage if stage.track is Track.INDIVIDUAL else f"{stage.stage}, {stage.track}"


def say_route_cost(route: Route) -> str:
    """What a route takes, in the three measures by which routes are compared, and the hours."""
    estimated = " (partly estimated)" if route.pay_estimated or _is_estimate(route.pay_basis) else ""
    forgone = f"; pay forgone {say_money_range(route.forgone)}{estimated}" if route.forgone else ""
    time = f"{say_months(route.months)} with study, time on the job and search"
    return f"{time}; {say_hours(route.hours)} to meet every need; difficulty {route.difficulty:.1f}{forgone}"


def say_money_range(money: MoneyRange) -> str:
    """`USD 90k (40k-200k)`, or `none`."""
    if not money.high.amount:
        return "none"
    low, mid, high = (f"{m.amount / 1000:,.0f}k" for m in (money.low, money.mid, money.high))
    return f"{money.mid.currency} {mid} ({low}-{high})"


def say_readiness(readiness: Readiness) -> str:
    return f"{readiness.mid:.0%} (between {readiness.low:.0%} and {readiness.high:.0%})"


def say_money(money: Money | None) -> str:
    """`$142k` style would hide the currency: `USD 142k`."""
    if money is None:
        return "withheld"
    return f"{money.currency} {money.amount / 1000:,.0f}k"


def say_band(band: Band) -> str:
    """`median USD 150k, middle half USD 120k to USD 180k a year`; p10 to p90 where quartiles are withheld."""
    quartiles = band.p25 is not None and band.p75 is not None
    low, high = (band.p25, band.p75) if quartiles else (band.p10, band.p90)
    part = "middle half" if quartiles else "middle four fifths"
    return f"median {say_money(band.p50)}, {part} {say_money(low)} to {say_money(high)} a year"


def say_pay_basis(basis: Basis) -> str:
    """The same of pay; an estimate of ours is called one."""
    return f"estimated, {say_basis(basis)}" if _is_estimate(basis) else say_basis(basis)


def _is_estimate(basis: Basis | None) -> bool:
    """Of pay nothing but the estimator's figures is judged."""
    return basis is not None and basis.kind is Kind.JUDGED


def say_basis(basis: Basis) -> str:
    """`measured, n = 197, field-guide, 2026-02`."""
    count = f", n = {basis.n:,}" if basis.n else ""
    return f"{basis.kind}{count}, {basis.source}, {basis.date}"


def say_validity(validity: Validity) -> str:
    """`counts 36 months; to keep it: pass the examination again (judged, headway, 2026-11)`."""
    if validity.months is None or validity.renew is None:
        return f"does not lapse ({say_basis(validity)})"
    renew = validity.renew[0].lower() + validity.renew[1:]
    return f"counts {validity.months} months; to keep it: {renew} ({say_basis(validity)})"


def say_learning_year(hours: float, weeks: int, claim: Claim | None) -> str:
    """The plan's hours a year beside the published figure, which is no goal."""
    said = f"The plan has {hours * 52 / max(1, weeks):.0f} h of learning a year"
    low = claim.value.low if claim and claim.value else None
    if claim is None or low is None:
        return f"{said}."
    return (
        f"{said}; {claim.publisher} is reported to call {low:g} enough to stay current ({claim.date}). "
        "A benchmark, not a goal."
    )


def list_words(words: list[str]) -> str:
    """`a, b and c`."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


def say_projection(projection: Projection | None, average: Projection | None) -> str:
    """`Information security analysts (US): +21 % from 2025 to 2035, all occupations +3.5 %.`"""
    if projection is None:
        return "none at hand for the occupation that stands in for it"
    against = f" (all occupations {average.percent:+g} %)" if average else ""
    openings = f", about {projection.openings:,} openings a year" if projection.openings is not None else ""
    span = f"from {projection.first} to {projection.last}"
    return f"{projection.title} in the US, other work with it: {projection.percent:+g} % {span}{against}{openings}"


def say_slot(slot: PeopleSlot) -> str:
    """`write to Ada Holm 0.5 h`; `go to the spring meetup 1 of 2.5 h` where it takes more than the week has for it."""
    of = f" of {slot.of:g}" if slot.of > slot.hours else ""
    return f"{slot.what} {slot.hours:g}{of} h"
