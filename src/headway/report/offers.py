"""Offers and their comparison in words and rows; as a Markdown page that one would bring to a decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from headway.pay.cash import YEARS, flow_of, hourly, owed_on_leaving
from headway.pay.compare import BONUSES, LEAVING, PRICES, BreakEven, Comparison
from headway.pay.offer import GrantKind, Offer
from headway.report.markdown import escape
from headway.report.words import list_words, say_day

Rows = list[tuple[str, tuple[str, ...]]]
PARTS = ("base", "bonus", "sign_on", "equity", "benefits", "pension")


def write_comparison(comparison: Comparison, today: date) -> str:
    """The whole comparison as Markdown; text of the offers is escaped."""
    return "\n".join(_page(comparison, today)) + "\n"


def _page(comparison: Comparison, today: date) -> Iterator[str]:
    sides = comparison.sides
    yield f"# {len(sides)} offers, in {comparison.currency} before tax"
    yield ""
    yield f"Made with headway on {say_day(today)}."
    yield ""
    yield from (f"- {escape(line)}" for line in say_verdict(comparison))
    yield ""
    for title, rows in (
        ("What each pays", rows_of_pay(comparison)),
        ("Year by year", rows_of_years(comparison)),
        ("If things go otherwise (four-year average)", rows_of_scenarios(comparison)),
        ("If you leave (vested equity less what is owed back)", rows_of_leaving(comparison)),
        ("Beside the money", rows_of_terms(comparison)),
    ):
        yield f"## {title}"
        yield ""
        yield f"| | {' | '.join(escape(side.offer.name) for side in sides)} |"
        yield f"|---|{'---:|' * len(sides)}"
        yield from (f"| {label} | {' | '.join(escape(cell) for cell in cells)} |" for label, cells in rows)
        yield ""
    yield "## What would have to hold"
    yield ""
    yield from (f"- {escape(say_break_even(even, comparison))}" for even in comparison.break_even)
    yield ""
    yield "## How this was counted"
    yield ""
    yield from (f"- {escape(note)}" for note in (*HOW, *comparison.notes))


HOW = (
    "Equity is counted when it vests, at today's share price unless a row says otherwise; grants that are not in "
    "writing count for nothing. Options count what the share is worth above the strike.",
    "Shares of a company that is not listed cannot be sold when they vest: read their rows with price 0 first.",
    "Bonuses count at target, benefits at the value that the offer's file gives, the pension match as if you saved "
    "enough to get all of it. No raise is assumed that was not agreed on.",
    "Nothing is discounted: a unit of money in the fourth year counts as much as one now.",
)


def say_verdict(comparison: Comparison) -> list[str]:
    """What the numbers say, the first thing to read; whom to join they do not say."""
    by_average, by_first = comparison.sides, sorted(comparison.sides, key=lambda side: -side.year_one)
    by_cash = sorted(comparison.sides, key=lambda side: -side.cash_average)
    first = by_average[0]
    lines = [
        f"Most over four years: {first.offer.name}, {comparison.currency} {first.average:,.0f} a year on average; "
        f"in year one: {by_first[0].offer.name}, {by_first[0].year_one:,.0f}; "
        f"in money alone: {by_cash[0].offer.name}, {by_cash[0].cash_average:,.0f} a year."
    ]
    there = {side.offer.name: side.real_average for side in by_average if side.real_average is not None}
    if len(there) == len(by_average):
        best = max(there, key=lambda name: there[name])
        lines.append(f"Most at the prices of each place: {best}, {comparison.currency} {there[best]:,.0f} a year.")
    lines += [say_break_even(even, comparison) for even in comparison.break_even]
    unlisted = [s.offer.name for s in comparison.sides if any(not g.listed and g.promised for g in s.offer.equity)]
    if unlisted:
        lines.append(f"Equity of {list_words(unlisted)} cannot be sold on a market.")
    return lines


def say_break_even(even: BreakEven, comparison: Comparison) -> str:
    said = f"{even.challenger} is {comparison.currency} {even.apart:,.0f} behind {even.leader} over four years"
    ways: list[str] = []
    if even.price is not None:
        ways.append(f"its share price is {even.price.normalize():f} times today's")
    if even.leader_price is not None:
        ways.append(f"the share price of {even.leader} falls to {even.leader_price.normalize():f} times today's")
    ways.append(f"its bonus is {comparison.currency} {even.bonus:,.0f} a year")
    return f"{said}; they are even when {', or '.join(ways)}."


def rows_of_pay(comparison: Comparison) -> Rows:
    sides = comparison.sides
    rows: Rows = [
        ("four-year average", tuple(f"{side.average:,.0f}" for side in sides)),
        ("year one", tuple(f"{side.year_one:,.0f}" for side in sides)),
        ("money alone, average", tuple(f"{side.cash_average:,.0f}" for side in sides)),
        ("an hour, average", tuple(f"{side.hourly:,.2f}" for side in sides)),
    ]
    if any(side.real_average is not None for side in sides):
        cells = ("not said" if s.real_average is None else f"{s.real_average:,.0f}" for s in sides)
        rows.append(("average at prices there", tuple(cells)))
    if any(side.rate != 1 for side in sides):
        rows.append(("rate used", tuple(f"{side.offer.currency} {side.rate:.4f}" for side in sides)))
    return rows


def rows_of_years(comparison: Comparison) -> Rows:
    rows: Rows = []
    for year in range(YEARS):
        rows.append((f"year {year + 1}", tuple(f"{side.years[year].total:,.0f}" for side in comparison.sides)))
        for part in PARTS:
            amounts = [getattr(side.years[year], part) for side in comparison.sides]
            if any(amounts):
                rows.append((f"  {part.replace('_', '-')}", tuple(f"{amount:,.0f}" for amount in amounts)))
    return rows


def rows_of_scenarios(comparison: Comparison) -> Rows:
    def row(label: str, place: int, name: str) -> tuple[str, tuple[str, ...]]:
        return label, tuple(f"{getattr(side, name)[place]:,.0f}" for side in comparison.sides)

    prices = [row(f"share price x {price.normalize():f}", i, "by_price") for i, price in enumerate(PRICES)]
    return prices + [row(f"bonus paid {part:.0%}", i, "by_bonus") for i, part in enumerate(BONUSES)]


def rows_of_leaving(comparison: Comparison) -> Rows:
    return [
        (f"after {month} months", tuple(f"{side.leaving[i]:,.0f}" for side in comparison.sides))
        for i, month in enumerate(LEAVING)
    ]


def rows_of_terms(comparison: Comparison) -> Rows:
    offers = [side.offer for side in comparison.sides]
    days = tuple("not stated" if o.holidays is None else str(o.holidays) for o in offers)
    expiry = tuple(say_day(o.expires) if o.expires else "not stated" for o in offers)
    return [
        ("hours a week", tuple(f"{o.hours.normalize():f}" for o in offers)),
        ("paid days off", days),
        ("place", tuple(f"{o.place}, {o.location}" for o in offers)),
        ("answer until", expiry),
        ("not stated", tuple(", ".join(o.unstated) or "nothing" for o in offers)),
    ]


def say_offer(offer: Offer) -> list[tuple[str, str]]:
    """One offer, line by line, in its own currency."""
    flows = flow_of(offer)
    money = f"{offer.currency} {{:,.0f}}"
    lines = [
        (
            "Work",
            f"{offer.role} at {offer.employer}, {offer.location}, {offer.place}; {offer.hours.normalize():f} h a week",
        ),
        ("Base", f"{money.format(offer.base)} a year before tax"),
    ]
    if offer.bonus:
        owed = f", of which {offer.bonus.guaranteed:,.0f} guaranteed" if offer.bonus.guaranteed else ""
        lines.append(("Bonus", f"{money.format(offer.bonus.target)} a year at target{owed}"))
    if offer.sign_on:
        back = owed_on_leaving(offer.sign_on, 6)
        lines.append(
            ("Sign-on", f"{money.format(offer.sign_on.amount)}; {back:,.0f} owed back when leaving after 6 months")
        )
    for grant in offer.equity:
        kind = f"options at {grant.strike}" if grant.kind is GrantKind.OPTIONS else "shares"
        listed = "listed" if grant.listed else "not listed"
        vesting = f"over {grant.vesting.months} months, cliff {grant.vesting.cliff_months}"
        promised = "" if grant.promised else "; not in writing, counted as nothing"
        lines.append(
            ("Equity", f"{grant.units:,.0f} {kind}, {offer.currency} {grant.price} each, {listed}, {vesting}{promised}")
        )
    lines += [
        (f"Year {flow.year}", f"{money.format(flow.total)}, of which {flow.cash:,.0f} in money") for flow in flows
    ]
    total = sum((flow.total for flow in flows), Decimal(0))
    lines.append(("Average", f"{money.format(total / YEARS)} a year over four, {hourly(offer):,.2f} an hour"))
    lines.append(("Not stated", ", ".join(offer.unstated) or "nothing"))
    return lines
