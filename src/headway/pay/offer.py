"""An offer of employment: what is paid when, under which conditions. All amounts are in the offer's one currency."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from headway.values import Amount, Name, Text, Value

Pay = Annotated[Amount, Field(ge=0)]
Part = Annotated[Decimal, Field(ge=0, le=1, max_digits=9, decimal_places=6)]
Units = Annotated[Decimal, Field(gt=0, max_digits=14, decimal_places=4)]
Price = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=4)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
MOST = Decimal(10) ** 10
"""No part of an offer is worth more than this, in any currency."""


class Place(StrEnum):
    """Where the work is done."""

    OFFICE = "office"
    HYBRID = "hybrid"
    REMOTE = "remote"


class GrantKind(StrEnum):
    """A share that is given, or the right to buy one at the strike price."""

    SHARES = "shares"
    OPTIONS = "options"


class Bonus(Value):
    """A year's bonus: `target` as promised when goals are met, of which `guaranteed` is owed whatever happens."""

    target: Pay
    guaranteed: Pay = Decimal(0)
    guaranteed_years: int = Field(default=1, ge=1, le=10)
    """For how many years the guaranteed part is owed."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.guaranteed > self.target:
            raise ValueError("the guaranteed bonus is more than the target: give the target with it")
        return self


class SignOn(Value):
    """Paid once; whoever leaves within `clawback_months` pays it back."""

    amount: Pay
    month: int = Field(default=1, ge=1, le=48)
    """In which month of employment it is paid."""
    clawback_months: int = Field(default=0, ge=0, le=60)
    prorated: bool = False
    """Whether what is paid back falls month by month; else all of it is due until the last day."""


class Vesting(Value):
    """When units become one's own: nothing before the cliff, then in steps of `every_months` up to `months`."""

    months: int = Field(ge=1, le=120)
    cliff_months: int = Field(default=0, ge=0, le=120)
    every_months: int = Field(default=1, ge=1, le=12)
    yearly: tuple[Part, ...] = ()
    """The part of the grant for each year, such as 0.05, 0.15, 0.40, 0.40; equal parts where it is left out."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.cliff_months > self.months:
            raise ValueError("the cliff lies behind the end of the vesting")
        if self.yearly and (sum(self.yearly) != 1 or len(self.yearly) * 12 != self.months):
            raise ValueError("the yearly parts must add up to 1, one for each of the years of vesting")
        return self


class EquityGrant(Value):
    """Units of the employer's shares. `price` is one share's at the offer: a listed price, or the last valuation."""

    kind: GrantKind
    units: Units
    price: Price
    strike: Price = Decimal(0)
    """What an option costs to exercise, one share."""
    vesting: Vesting
    granted_month: int = Field(default=0, ge=0, le=60)
    """Months after the start; more than 0 for refreshers."""
    listed: bool = False
    """Whether the shares can be sold on a market; else nobody owes anybody a price."""
    promised: bool = True
    """Whether the grant is in writing; a hoped-for refresher is not."""

    @model_validator(mode="before")
    @classmethod
    def _has_schedule(cls, given: Any) -> Any:
        if isinstance(given, dict) and "vesting" not in given:
            raise ValueError("equity without a vesting schedule: add vesting = { months = 48, cliff_months = 12 }")
        return given

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.kind is GrantKind.SHARES and self.strike:
            raise ValueError("shares that are given have no strike price: say kind = 'options'")
        return self


class Benefit(Value):
    """Something in kind, with the value a year that its owner puts on it."""

    name: Name
    value: Pay
    basis: Text
    """Where the value is from: the premium saved, the price of the pass."""


class Pension(Value):
    """What the employer adds to one's own savings: `match` of each unit saved, up to `up_to` of the base."""

    match: Annotated[Decimal, Field(ge=0, le=5, max_digits=9, decimal_places=6)]
    up_to: Part


class Offer(Value):
    """One offer as it was made. Whatever is not stated counts as nothing and is listed as not stated."""

    name: Name
    """A short name to tell it from others."""
    employer: Name
    role: Name
    location: Name
    country: Country
    place: Place
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    made: date
    expires: date | None = None
    starts: date | None = None
    base: Annotated[Amount, Field(gt=0)]
    """A year before tax."""
    raise_yearly: Part = Decimal(0)
    """Only where it is agreed on: 0.03 is 3 % a year from the second year on."""
    hours: Annotated[Decimal, Field(gt=0, le=100, max_digits=5, decimal_places=2)] = Decimal(40)
    """A week, as really expected."""
    holidays: int | None = Field(default=None, ge=0, le=120)
    """Paid days off a year beside public holidays."""
    bonus: Bonus | None = None
    sign_on: SignOn | None = None
    equity: tuple[EquityGrant, ...] = Field(default=(), max_length=20)
    benefits: tuple[Benefit, ...] = Field(default=(), max_length=40)
    pension: Pension | None = None
    notes: Text = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for name, day in (("expires", self.expires), ("starts", self.starts)):
            if day is not None and day < self.made:
                raise ValueError(f"{name} {day} lies before the offer was made on {self.made}")
        paid = [self.base, *(b.value for b in self.benefits), *(g.units * g.price for g in self.equity)]
        paid += [part for part in (self.bonus and self.bonus.target, self.sign_on and self.sign_on.amount) if part]
        if max(paid) > MOST:
            raise ValueError(f"a part of the offer is worth more than {MOST:,}: check units and prices")
        return self

    @property
    def unstated(self) -> tuple[str, ...]:
        """What one would still have to ask for."""
        asked = {
            "bonus": self.bonus,
            "sign-on": self.sign_on,
            "equity": self.equity,
            "pension": self.pension,
            "benefits": self.benefits,
            "paid days off": self.holidays,
            "date of expiry": self.expires,
            "start": self.starts,
        }
        return tuple(name for name, said in asked.items() if said is None or said == ())
