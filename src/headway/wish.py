"""What a person asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, StringConstraints, ValidationError, model_validator

from headway.errors import WrongUse
from headway.plan.terms import OwnActivity
from headway.values import Money, Slug, Text, Value
from headway.wellbeing.week import WeekBudget


class Days(Value):
    """Days without learning, or with less of it, both included."""

    first: date
    last: date
    left: float = Field(default=0.0, ge=0, le=168)
    """Hours a week that these days leave."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"the time away ends on {self.last}, before it begins on {self.first}")
        return self

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


class FreeTime(Value):
    """A time of every week that can hold sessions: a weekday (0 is Monday) and minutes after midnight."""

    day: int = Field(ge=0, le=6)
    begin: int = Field(ge=0, lt=1440)
    end: int = Field(gt=0, le=1440)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.begin:
            raise ValueError("a free time ends before it begins")
        return self


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
    free: tuple[FreeTime, ...] = ()
    """Where the calendar puts sessions."""
    zone: Text | None = None
    """The time zone of the free times, as the IANA names it."""
    alarm: int | None = Field(default=None, ge=0, le=1440)
    """Minutes before a session at which the calendar rings; None for no alarm."""


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
    free: str | None = None,
    zone: str | None = None,
    alarm: int | None = None,
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
            free=read_free(free) if free else (),
            zone=read_zone(zone or "UTC") if free or zone else None,
            alarm=alarm,
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
    """`2026-12-21..2027-01-03`, both included, or one day; with `=2` behind it two hours a week are left.

    WrongUse for anything else.
    """
    days, _, left = said.partition("=")
    first, _, last = days.partition("..")
    try:
        begin, end = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
        return Days(first=begin, last=end, left=float(left.strip().removesuffix("h") or 0))
    except ValidationError as fault:
        raise WrongUse(fault.errors()[0]["msg"].removeprefix("Value error, ")) from None
    except ValueError:
        raise WrongUse(
            f"{said!r} are no days", "write them as 2026-12-21..2027-01-03, or …=2 where two hours a week are left"
        ) from None


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FREE = re.compile(r"([a-z]{3})[a-z]*\s+(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?")


def read_free(said: str) -> tuple[FreeTime, ...]:
    """`Tue 19:00-21:00, Sat 9-12`; WrongUse for anything else, and for times that overlap."""
    found = []
    for part in said.lower().split(","):
        match = FREE.fullmatch(part.strip())
        try:
            if not match or match[1] not in DAYS or int(match[3] or 0) > 59 or int(match[5] or 0) > 59:
                raise ValueError
            begin, end = (int(match[hour]) * 60 + int(match[hour + 1] or 0) for hour in (2, 4))
            found.append(FreeTime(day=DAYS.index(match[1]), begin=begin, end=end))
        except ValueError:
            raise WrongUse(f"{part.strip()!r} is no free time", "write it as 'Tue 19:00-21:00, Sat 9-12'") from None
    found.sort(key=lambda slot: (slot.day, slot.begin))
    if any(a.day == b.day and a.end > b.begin for a, b in pairwise(found)):
        raise WrongUse("two free times overlap", "join them to one")
    return tuple(found)


def read_zone(said: str) -> str:
    """The name of a time zone, `Europe/Berlin`; WrongUse for what is none."""
    try:
        return ZoneInfo(said).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise WrongUse(f"{said!r} is no time zone", "name one as in --tz Europe/Berlin") from None


def read_country(said: str) -> str:
    """The code of a country in capitals; WrongUse for what is none."""
    if not re.fullmatch("[A-Za-z]{2}", said):
        raise WrongUse(f"{said!r} is no country code", "give two letters, as in --country DE")
    return said.upper()
