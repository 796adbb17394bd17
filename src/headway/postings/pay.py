"""Pay that a posting states: amounts with currency and period, ranges as they are written in several countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from headway.postings.model import PayPeriod, PostedPay
from headway.postings.quotes import line_around, quote
from headway.values import Money

_SIGNS = {
    "us$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "s$": "SGD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "¥": "JPY",
    "zł": "PLN",
}
_CODES = "USD EUR GBP CHF SEK NOK DKK PLN CAD AUD NZD SGD INR JPY CZK".split()
_CURRENCY = (
    rf"(?:{'|'.join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))}|\b(?:{'|'.join(_CODES)})\b)"
)
_NUMBER = r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d{2})?(?!\d)|\d{1,7}(?:[.,]\d{1,2})?(?!\d)"


def _amount_named(name: str) -> str:
    return (
        rf"(?:(?P<{name}before>{_CURRENCY})\s?)?(?P<{name}number>{_NUMBER})(?:\s?(?P<{name}k>k)\b)?"
        rf"(?:\s?(?P<{name}after>{_CURRENCY}))?"
    )


_TO = r"\s{0,2}(?:(?:/|per|an?)\s?(?:hour|hr|year|yr|annum|month|day)\s?)?(?:-|–|—|\bto\b|\band\b|\bbis\b)\s{0,2}"
_PAY = re.compile(rf"(?<![\w.,]){_amount_named('a')}(?:{_TO}{_amount_named('b')})?(?P<plus>\+)?", re.IGNORECASE)
_PERIODS = (
    (PayPeriod.HOUR, r"(?:/|\bper |\ban |\ba )\s?(?:hour|hr|h)\b|\bhourly\b|\bp\.?h\.?\b"),
    (PayPeriod.DAY, r"(?:/|\bper |\ba )\s?day\b|\bday rate\b|\bdaily\b|\bp\.?d\.?\b"),
    (PayPeriod.WEEK, r"(?:/|\bper |\ba )\s?(?:week|wk)\b|\bweekly\b"),
    (PayPeriod.MONTH, r"(?:/|\bper |\ba )\s?(?:month|mo)\b|\bmonthly\b|\bmonatlich\b"),
    (
        PayPeriod.YEAR,
        r"(?:/|\bper |\ba )\s?(?:year|yr|annum)\b|\bannual(?:ly)?\b|\byearly\b|\bp\.?\s?a\.?(?![\w])|\bbrutto im jahr\b",
    ),
)
_PERIOD = tuple((period, re.compile(pattern, re.IGNORECASE)) for period, pattern in _PERIODS)
_SAYS_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|compensation|wages?|remuneration|base|rate|gehalt|earn|ote|package|stipend|band)\b",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"\b(?:revenue|funding|raised?|valuation|series [a-f]|arr|budget|bonus|sign-on|signing|referral|401\(?k\)?|allowance"
    r"|customers|users|assets|million|billion|grants?|prize|spend|learning)\b|\d\s?(?:m|bn|mn)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|starting at|at least|ab|minimum)\s+$", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:up to|maximum|bis zu)\s+$", re.IGNORECASE)
_YEARLY = {"JPY": 1_000_000, "INR": 100_000}
_LEAST_YEARLY = 10_000
"""Below this a sum without a period could be anything."""


def find_pay(text: str) -> tuple[PostedPay, ...]:
    """Every pay stated in `text`, by place, each range once; sums of other things (funding, bonus) are passed over."""
    found: dict[tuple[Money | None, Money | None, PayPeriod], PostedPay] = {}
    for pay in _read_all(text):
        found.setdefault((pay.low, pay.high, pay.period), pay)
    return tuple(found.values())


def _read_all(text: str) -> Iterator[PostedPay]:
    for match in _PAY.finditer(text):
        currency = _currency(match)
        if currency is None:
            continue
        start, end = match.span()
        head, tail = line_around(text, start, end)
        before, after = text[max(head, start - 60) : start], text[end : min(tail, end + 40)]
        period = next((p for p, says in _PERIOD if says.search(text[start:end] + after.split(";")[0][:28])), None)
        period = period or next((p for p, says in _PERIOD if says.search(before)), None)
        low = _amount(match, "a", _thousands(match, "a"))
        high = _amount(match, "b", _thousands(match, "b")) if match["bnumber"] else low
        if high < low or _OTHER_MONEY.search(before[-25:] + " " + after[:16]):
            continue
        if period is None and (low < _YEARLY.get(currency, _LEAST_YEARLY) or not _speaks_of_pay(text, head, tail)):
            continue
        first: Money | None = Money(amount=low, currency=currency)
        last: Money | None = Money(amount=high, currency=currency)
        if match["bnumber"] is None and (_FROM.search(before) or match["plus"]):
            last = None
        elif match["bnumber"] is None and _UP_TO.search(before):
            first = None
        yield PostedPay(
            low=first,
            high=last,
            period=period or PayPeriod.YEAR,
            period_stated=period is not None,
            quote=quote(text, start, end),
        )


def _speaks_of_pay(text: str, head: int, tail: int) -> bool:
    """In its own line, or as a heading in the line above."""
    above = text.rfind("\n", 0, max(0, head - 1)) + 1
    return bool(_SAYS_PAY.search(text, min(above, head), tail))


def _currency(match: re.Match[str]) -> str | None:
    said = match["abefore"] or match["aafter"] or match["bbefore"] or match["bafter"]
    return None if said is None else _SIGNS.get(said.casefold(), said.upper())


def _thousands(match: re.Match[str], which: str) -> bool:
    """`k` behind either number holds for both where the first is as small: `150-180k`."""
    if match[f"{which}k"]:
        return True
    small = len(re.sub(r"\D", "", match[f"{which}number"])) <= 3
    return small and which == "a" and bool(match["bk"])


def _amount(match: re.Match[str], which: str, thousands: bool) -> Decimal:
    number = match[f"{which}number"].replace("\u00a0", " ").replace("\u202f", " ")
    cents = re.fullmatch(r"(.*\d)[.,](\d{1,2})", number)
    whole, fraction = (cents[1], cents[2]) if cents else (number, "")
    amount = Decimal(re.sub(r"\D", "", whole) + (f".{fraction}" if fraction else ""))
    return (amount * 1000 if thousands else amount).quantize(Decimal("0.01")).normalize() + 0
