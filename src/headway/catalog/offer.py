"""What something to learn costs, and how long what it gives counts: figures, each with its own ground."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from headway.values import Amount, Basis, Money, Month, Text


class Price(Basis):
    """What something costs, when that was known, and how."""

    amount: Amount
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

    @property
    def money(self) -> Money:
        return Money(amount=self.amount, currency=self.currency)


class Validity(Basis):
    """How long a certification counts: so many months, or for good (`lasting`), and how it is kept."""

    months: Annotated[int, Field(ge=1, le=240)] | None = None
    lasting: bool = False
    renew: Text | None = None
    """What one does to keep it."""

    @model_validator(mode="after")
    def _says_how_long(self) -> Self:
        if (self.months is None) is not self.lasting:
            raise ValueError("give months, or lasting = true where it never lapses")
        if self.lasting is (self.renew is not None):
            raise ValueError("say in `renew` how it is kept; what is lasting needs no renewal")
        return self

    def ends(self, earned: Month) -> Month | None:
        """The month in which it lapses when it was earned in `earned`; None when it never does."""
        if self.months is None:
            return None
        last = int(earned.index) + self.months
        return Month(year=last // 12, month=last % 12 + 1)
