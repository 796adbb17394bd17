"""What a person asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import ValidationError

from headway.errors import WrongUse
from headway.values import Money, Text, Value
from headway.wellbeing.week import WeekBudget


class Wish(Value):
    """What a person asks for. `hours` a week; None leaves them to the week budget."""

    to: Text
    """Role and stage, `ml-engineer:mid`."""
    start_from: Text | None = None
    """Role and stage stood on, where the person says so; read from the document otherwise."""
    hours: float | None = None
    week: WeekBudget = WeekBudget()
    by: date | None = None
    budget: Money | None = None
    country: Text = "US"


def make_wish(
    to: str,
    start_from: str | None = None,
    hours: float | None = None,
    week: Mapping[str, float] | None = None,
    by: date | None = None,
    budget: str | None = None,
    country: str = "US",
) -> Wish:
    """A wish from what a person typed; WrongUse names the first thing that cannot be meant."""
    try:
        money = Money.model_validate(dict(zip(("currency", "amount"), budget.split(), strict=True))) if budget else None
    except ValueError:
        raise WrongUse(f"{budget!r} is no amount of money", "write it as --budget 'USD 500'") from None
    try:
        return Wish(
            to=to,
            start_from=start_from,
            hours=hours,
            week=WeekBudget.model_validate(week or {}),
            by=by,
            budget=money,
            country=country.upper(),
        )
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise WrongUse(f"{place}: {first['msg'].removeprefix('Value error, ')}") from None
