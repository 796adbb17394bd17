"""What a person asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from headway.errors import WrongUse
from headway.plan.terms import OwnActivity
from headway.values import Money, Slug, Text, Value
from headway.wellbeing.week import WeekBudget


class Days(Value):
    """Days without learning, both included."""

    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"the time away ends on {self.last}, before it begins on {self.first}")
        return self

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


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
    own: tuple[OwnActivity, ...] = ()
    pin: tuple[Slug, ...] = ()
    exclude: tuple[Slug, ...] = ()
    away: tuple[Days, ...] = ()
    network: float = Field(default=0.0, ge=0, le=20)
    """Hours a week kept for people: networking and mentoring."""


def make_wish(
    to: str,
    start_from: str | None = None,
    hours: float | None = None,
    week: Mapping[str, float] | None = None,
    by: date | None = None,
    budget: str | None = None,
    country: str = "US",
    away: Iterable[str] = (),
    network: float = 0.0,
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
            away=tuple(read_days(said) for said in away),
            network=network,
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


def read_days(said: str) -> Days:
    """`2026-12-21..2027-01-03`, both included, or one day; WrongUse for anything else."""
    first, _, last = said.partition("..")
    try:
        return Days(first=date.fromisoformat(first.strip()), last=date.fromisoformat((last or first).strip()))
    except ValidationError as fault:
        raise WrongUse(fault.errors()[0]["msg"].removeprefix("Value error, ")) from None
    except ValueError:
        raise WrongUse(f"{said!r} are no days", "write them as 2026-12-21..2027-01-03") from None


def read_country(said: str) -> str:
    """The code of a country in capitals; WrongUse for what is none."""
    if not re.fullmatch("[A-Za-z]{2}", said):
        raise WrongUse(f"{said!r} is no country code", "give two letters, as in --country DE")
    return said.upper()
