"""What a person asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import StringConstraints, ValidationError

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
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "US"
    """ISO 3166, two letters: whose pay is shown."""


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
    money = read_money(budget, "--budget 'USD 500'") if budget else None
    where = read_country(country)
    try:
        return Wish(
            to=to,
            start_from=start_from,
            hours=hours,
            week=WeekBudget.model_validate(week or {}),
            by=by,
            budget=money,
            country=where,
        )
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        raise WrongUse(f"the week cannot be meant: {f'{place}: ' if place else 'it '}{said}") from None


def read_money(said: str, example: str) -> Money:
    """`USD 500` -> the amount; WrongUse with the `example` for what is none, or less than nothing."""
    try:
        money = Money.model_validate(dict(zip(("currency", "amount"), said.split(), strict=True)))
    except ValueError:
        money = None
    if money is None or money.amount < 0:
        raise WrongUse(f"{said!r} is no amount of money", f"write it as {example}")
    return money


def read_country(said: str) -> str:
    """The code of a country in capitals; WrongUse for what is none."""
    if not re.fullmatch("[A-Za-z]{2}", said):
        raise WrongUse(f"{said!r} is no country code", "give two letters, as in --country DE")
    return said.upper()
