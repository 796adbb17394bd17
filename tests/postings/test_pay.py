"""Pay as it is written in several countries, and sums that are no pay."""

from __future__ import annotations

import pytest

from headway.postings.pay import find_pay


@pytest.mark.parametrize(
    ("text", "low", "high", "period", "stated"),
    [
        ("Salary: $150k–$180k", "USD 150,000", "USD 180,000", "year", False),
        ("$150-180k per year", "USD 150,000", "USD 180,000", "year", True),
        ("€70.000 - 85.000 p.a.", "EUR 70,000", "EUR 85,000", "year", True),
        ("£60,000 per annum", "GBP 60,000", "GBP 60,000", "year", True),
        ("From $30/hr to $70/hr", "USD 30", "USD 70", "hour", True),
        ("£14.20 an hour", "GBP 14.20", "GBP 14.20", "hour", True),
        ("22 000 – 28 000 PLN per month", "PLN 22,000", "PLN 28,000", "month", True),
        ("CHF 210'000 to 240'000 per year", "CHF 210,000", "CHF 240,000", "year", True),
        ("Day rate: €450 - €550", "EUR 450", "EUR 550", "day", True),
        ("Compensation\n$118,000 to $141,500", "USD 118,000", "USD 141,500", "year", False),
        ("Pay from $135,000", "USD 135,000", None, "year", False),
        ("Salary up to €90.000 a year", None, "EUR 90,000", "year", True),
        ("Base salary CA$165,000—CA$198,000", "CAD 165,000", "CAD 198,000", "year", False),
    ],
)
def test_pay_is_read(text: str, low: str | None, high: str | None, period: str, stated: bool) -> None:
    (pay,) = find_pay(text)
    assert (str(pay.low) if pay.low else None, str(pay.high) if pay.high else None) == (low, high)
    assert (pay.period, pay.period_stated) == (period, stated)
    assert pay.quote.span.of(text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "We raised $12M last year.",
        "We have $4M in revenue and pay attention to detail.",
        "A learning budget of €2,000 a year",
        "Manage a budget of $150,000",
        "A sign-on bonus of $10,000 per year",
        "Call 020 7946 0000 about salary",
        "300 customers, 24 hours a week",
        "Salary: competitive",
        "$5",
        "",
    ],
)
def test_other_sums_are_no_pay(text: str) -> None:
    assert find_pay(text) == ()
