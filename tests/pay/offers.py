"""A fictional offer to change for what a test is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from headway.pay.offer import Offer


def make_offer(name: str, base: int, **changes: Any) -> Offer:
    given = {
        "name": name,
        "employer": f"{name} Ltd",
        "role": "ML engineer",
        "location": "Denver",
        "country": "US",
        "place": "remote",
        "currency": "USD",
        "made": date(2026, 11, 2),
        "base": Decimal(base),
    }
    return Offer.model_validate(given | changes)
