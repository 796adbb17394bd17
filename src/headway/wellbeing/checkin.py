"""A look back at one week, answered in under a minute."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from headway.values import Value
from headway.wellbeing.week import WEEK, WeekHours


class CheckIn(Value):
    """The seven days up to `on`, in hours; `strain` is one's own word for it, 1 calm to 5 hardly bearable."""

    on: date
    work: WeekHours
    search: WeekHours = 0
    """Job search, beside work; none where nothing is said of it."""
    sleep: WeekHours
    movement: WeekHours
    """Moderate activity; an hour of vigorous activity counts as two."""
    social: WeekHours
    """Company of family and friends."""
    strain: int = Field(ge=1, le=5)

    @property
    def labour(self) -> float:
        """Work and job search together."""
        return self.work + self.search

    @model_validator(mode="after")
    def _fits(self) -> Self:
        spent = self.labour + self.sleep
        if spent > WEEK:
            parts = "work, job search and sleep" if self.search else "work and sleep"
            raise ValueError(f"{parts} add up to {spent:g} h, and a week has {WEEK:g}")
        return self
