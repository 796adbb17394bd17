"""What the market pays: percentiles of a year's pay, with market, date and how they are known."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from headway.values import Basis, Money, Stage, Text, Value


class Origin(StrEnum):
    """How a band came to be, the surest first."""

    OFFICIAL = "official"
    COLLECTED = "collected"
    ANCHORED = "anchored"
    ESTIMATED = "estimated"


class Band(Value):
    """Percentiles of a year's pay before tax, None where the source withholds them."""

    title: Text
    """Whose pay it is: the official occupation or the family of postings."""
    stage: Stage | None
    """None when the source does not tell stages apart."""
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    area: Text | None = None
    """A state or metropolitan area; None for the whole country."""
    origin: Origin
    p10: Money | None
    p25: Money | None
    p50: Money | None
    p75: Money | None
    p90: Money | None
    basis: Basis
    note: Text
    """What the figures hold and what they leave out."""

    @property
    def percentiles(self) -> tuple[Money | None, ...]:
        return (self.p10, self.p25, self.p50, self.p75, self.p90)
