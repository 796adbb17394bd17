"""A brief for a negotiation: where the offer stands, what one can fall back on, what to ask, what to get in writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal

from headway.pay.cash import ONE, average_of, total_of
from headway.pay.model import Band, Origin
from headway.pay.offer import GrantKind, Offer, Place
from headway.values import Money, Text, Value

THOUSAND = Decimal(1000)
STUDIES = (
    "first-offers-2001",
    "low-power-first-offers-2023",
    "job-seekers-2012",
    "hurts-to-ask-2007",
    "knowing-when-to-ask-2018",
)
"""What the advice below rests on; each names whom it studied."""
ANCHORS = (
    (Origin.ANCHORED, "p75"),
    (Origin.COLLECTED, "p50"),
    (Origin.COLLECTED, "p75"),
    (Origin.OFFICIAL, "p75"),
)
FARTHEST = Decimal("1.25")
"""A first figure further above the base is not named (judged): it could hardly be explained."""
NAMES = ("p10", "p25", "p50", "p75", "p90")


class Stand(Value):
    """Where the base stands in one band."""

    band: Band
    says: Text


class Fallback(Value):
    """The best alternative that was entered, and what the offer must reach to be worth as much."""

    name: Text
    average: Money
    """A year over four, in the offer's currency."""
    reservation_base: Money
    """The base at which the offer pays as much over four years, all else as offered; below it, less."""
    ahead: bool
    """Whether the offer pays more already."""


class Brief(Value):
    """The guide's four phases, for one offer."""

    offer: Offer
    title: Text
    research: tuple[Stand, ...]
    achievements: tuple[Text, ...]
    fallback: Fallback | None
    opening: Money | None
    """A first figure for the base; None where no band is sure enough to name one."""
    opening_reason: Text
    questions: tuple[Text, ...]
    wordings: tuple[Text, ...]
    checklist: tuple[Text, ...]


def make_brief(
    offer: Offer,
    title: str,
    bands: Sequence[Band],
    achievements: Sequence[str],
    alternatives: Sequence[tuple[Offer, Decimal]],
) -> Brief:
    """`alternatives` with the units of the offer's currency for one of theirs; the current job may be one of them."""
    here = [band for band in bands if band.p50 and band.p50.currency == offer.currency]
    fallback = find_fallback(offer, alternatives)
    opening, reason = find_opening(offer, here)
    return Brief(
        offer=offer,
        title=title,
        research=tuple(Stand(band=band, says=place_in(offer.base, band)) for band in here),
        achievements=tuple(achievements),
        fallback=fallback,
        opening=opening,
        opening_reason=reason,
        questions=tuple(list_questions(offer)),
        wordings=tuple(list_wordings(offer, opening, fallback)),
        checklist=tuple(list_checks(offer)),
    )


def place_in(amount: Decimal, band: Band) -> str:
    """`between the median and p75`; in words, as a finer figure would be invented."""
    known = [(name, money.amount) for name, money in zip(NAMES, band.percentiles, strict=True) if money]
    below = [name for name, value in known if value <= amount]
    above = [name for name, value in known if value > amount]
    if not below:
        return f"below {_say(above[0])}"
    return f"at or above {_say(below[-1])}" if not above else f"between {_say(below[-1])} and {_say(above[0])}"


def find_fallback(offer: Offer, alternatives: Sequence[tuple[Offer, Decimal]]) -> Fallback | None:
    """The alternative with the best four-year average. The total is linear in the base, so one step gives the base."""
    if not alternatives:
        return None
    best, rate = max(alternatives, key=lambda pair: average_of(pair[0]) * pair[1])
    goal, now = total_of(best) * rate, total_of(offer)
    slope = (total_of(offer.change(base=offer.base + THOUSAND)) - now) / THOUSAND
    base = max((offer.base + (goal - now) / slope).to_integral_value(ROUND_CEILING), ONE)
    return Fallback(
        name=best.name,
        average=Money(amount=(average_of(best) * rate).quantize(Decimal("0.01")), currency=offer.currency),
        reservation_base=Money(amount=base, currency=offer.currency),
        ahead=now > goal,
    )


def find_opening(offer: Offer, bands: Sequence[Band]) -> tuple[Money | None, str]:
    """The nearest figure above the base that a band gives a ground for; bands of few rows alone name nothing.

    Tried are the upper quartile at the level of official wages, the median and the upper quartile of collected pay, and
    the upper quartile of official wages.
    """
    grounds = [
        (band, name, money)
        for origin, name in ANCHORS
        for band in bands
        if band.origin is origin and (money := getattr(band, name))
    ]
    if not grounds:
        return (
            None,
            "no band here rests on enough rows: let them name a figure first, and ask for the range of the post",
        )
    above = [ground for ground in grounds if ground[2].amount > offer.base]
    if not above:
        return None, "the base is above every figure that could be named: ask for other parts"
    band, name, money = min(above, key=lambda ground: ground[2].amount)
    step = (money.amount / THOUSAND).to_integral_value(ROUND_CEILING) * THOUSAND
    if step > offer.base * FARTHEST:
        return None, (
            f"{money} ({_say(name)} of {band.title}) is the nearest figure above the base, but by more than a quarter: "
            "ask first why the offer stands where it does"
        )
    count = f", n = {band.basis.n:,}" if band.basis.n else ""
    reason = f"{_say(name)} of {band.title} ({band.origin}, {band.basis.source}, {band.basis.date}{count})"
    return Money(amount=step, currency=offer.currency), reason


def list_questions(offer: Offer) -> Iterator[str]:
    yield "What is the range of this post, and what puts somebody at its upper end?"
    yield "When is pay reviewed next, and what decides about it?"
    for part in offer.unstated:
        yield f"The offer says nothing of {part}: what is usual here?"
    if offer.bonus:
        yield "Which part of the target bonus was paid in the last three years, and who decides?"
    if any(not grant.listed for grant in offer.equity):
        yield "How many shares are there in all, at what price was the last round, and who is paid before them?"
        yield "May employees sell, and how long may options be exercised after leaving?"
    if any(not grant.promised for grant in offer.equity):
        yield "Can the refresher that was spoken of be put in writing?"


def list_wordings(offer: Offer, opening: Money | None, fallback: Fallback | None) -> Iterator[str]:
    if opening:
        yield f"From what I found for this role here, I had {opening} in mind for the base. How close can you come?"
        yield f"If {opening} is out of reach for the base, could a sign-on or more equity make up the difference?"
    else:
        yield "What range did you have in mind for this post?"
    if fallback and not fallback.ahead:
        yield (
            f"I have another offer that is worth more over four years. I would rather join you, and could say yes at a "
            f"base of {fallback.reservation_base} or more."
        )
    yield "Before we speak of figures: is the pay open to talk about?"
    yield f"Thank you, I am glad of the offer. May I answer by {offer.expires or 'the end of next week'}?"


def list_checks(offer: Offer) -> Iterator[str]:
    yield f"Base, currency and period in the contract: {offer.currency} {offer.base:,.0f} a year"
    yield "Title, level, start, place of work and hours"
    if offer.place is not Place.OFFICE:
        yield f"The right to work {offer.place}, and what happens when the rule changes"
    if offer.bonus:
        yield "The bonus: target, guaranteed part, what it depends on, what is paid when one leaves within the year"
    if offer.sign_on and offer.sign_on.clawback_months:
        yield (
            f"The sign-on: owed back within {offer.sign_on.clawback_months} months, not when they end the contract; "
            "gross or net"
        )
    if offer.equity:
        yield "Each grant: number of units, date, schedule, cliff, what happens at a sale of the company and at leaving"
    if any(grant.kind is GrantKind.OPTIONS for grant in offer.equity):
        yield "Options: strike, time to exercise after leaving, tax at exercise (ask somebody who knows)"
    if any(not grant.promised for grant in offer.equity):
        yield "What is not in writing counts for nothing until it is"
    yield "Notice, trial period, side work, inventions, and any bar on working elsewhere afterwards"
    if offer.expires:
        yield f"The answer is due on {offer.expires}"


def _say(name: str) -> str:
    return "the median" if name == "p50" else name
