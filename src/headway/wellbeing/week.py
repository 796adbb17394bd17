"""Where the 168 hours of a week go."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from headway.values import Value

WEEK = 168.0
"""Hours in a week."""

WeekHours = Annotated[float, Field(ge=0, le=WEEK)]


class WeekBudget(Value):
    """Hours a week of everything but learning. The defaults describe an employee; say what differs.

    Sleep is the guide's eight hours of rest a day, made weekly; the others are judged.
    """

    work: WeekHours = 40
    search: WeekHours = 0
    """Job search, beside work."""
    commute: WeekHours = 3
    sleep: WeekHours = 56
    care: WeekHours = 21
    """Household, meals, family."""
    movement: WeekHours = 3
    """Moderate activity; an hour of vigorous activity counts as two."""
    social: WeekHours = 5

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.spent > WEEK:
            raise ValueError(f"adds up to {self.spent:g} h, and a week has {WEEK:g}")
        return self

    @property
    def spent(self) -> float:
        return self.labour + self.commute + self.sleep + self.care + self.movement + self.social

    @property
    def labour(self) -> float:
        """Work and job search together."""
        return self.work + self.search

    @property
    def free(self) -> float:
        """Hours that nothing has claimed yet."""
        return WEEK - self.spent
