"""How the last weeks were: medians over four weeks, so that one odd week says nothing, and what they warn of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median

from pydantic import Field

from headway.values import JUDGED_BY, Text, Value
from headway.wellbeing.checkin import CheckIn
from headway.wellbeing.guardrails import Strain, Warning, find_warnings
from headway.wellbeing.week import WEEK, WeekBudget

WINDOW = 4
"""Weeks that a median looks back, its own included."""
LEAST_WEEKS = 2
"""Judged: weeks with a check-in below which nothing is concluded."""
STRAINED = 4.0
"""Judged: the median strain, of 5, from which learning slows; at 5 more so."""


class Lived(Value):
    """Medians over the weeks with a check-in, in hours a week; strain from 1 to 5."""

    work: float
    search: float
    labour: float
    """Work and job search of the same week together: where one takes the other's place, less than both medians."""
    sleep: float
    movement: float
    social: float
    strain: float
    weeks: int = Field(ge=1, le=WINDOW)
    """Check-ins that they rest on."""

    def free(self, budget: WeekBudget) -> float:
        """Hours that nothing claims, with what was lived in place of what was budgeted; negative where none is left."""
        return WEEK - self.labour - self.sleep - self.movement - self.social - budget.commute - budget.care


class BalanceWeek(Value):
    """One week with a check-in, and the medians up to it. A check-in belongs to the week of its middle day."""

    monday: date
    checkin: CheckIn
    lived: Lived


class Balance(Value):
    """The weeks with a check-in, oldest first, and what the last four say today."""

    today: date
    weeks: tuple[BalanceWeek, ...]
    lived: Lived | None
    """Of the four weeks up to today; None where fewer than two have a check-in."""
    warnings: tuple[Warning, ...]
    says: Text


def weigh_weeks(checkins: Iterable[CheckIn], today: date) -> Balance:
    """The balance on `today`. Of two check-ins in one week the one recorded later counts; later days are left out."""
    latest = {_week_of(c.on): c for c in checkins if c.on <= today}
    mondays = sorted(latest)
    weeks = tuple(
        BalanceWeek(monday=monday, checkin=latest[monday], lived=_medians(_window(latest, monday)))
        for monday in mondays
    )
    recent = _window(latest, _week_of(today))
    lived = _medians(recent) if len(recent) >= LEAST_WEEKS else None
    return Balance(
        today=today, weeks=weeks, lived=lived, warnings=warn_of(lived) if lived else (), says=_say(len(recent), lived)
    )


def warn_of(lived: Lived) -> tuple[Warning, ...]:
    """The guardrails that the medians pass, and their strain."""
    return (*find_warnings(lived), *_warn_of_strain(lived))


def _warn_of_strain(lived: Lived) -> tuple[Warning, ...]:
    if lived.strain < STRAINED:
        return ()
    return (
        Warning(
            guardrail="high-strain",
            strain=Strain.RED if lived.strain >= 5 else Strain.AMBER,
            figure=f"Strain is {lived.strain:g} of 5 by your own word, over {lived.weeks} weeks.",
            source=JUDGED_BY,
            next_step="Tell one person this week how it is; talk to a doctor if it stays so.",
        ),
    )


def _week_of(day: date) -> date:
    """The Monday of the week that holds the middle of the seven days up to `day`."""
    middle = day - timedelta(days=3)
    return middle - timedelta(days=middle.weekday())


def _window(latest: dict[date, CheckIn], monday: date) -> list[CheckIn]:
    """The check-ins of the four weeks that end with the one of `monday`."""
    return [c for start, c in latest.items() if timedelta(0) <= monday - start < timedelta(weeks=WINDOW)]


def _medians(checkins: Sequence[CheckIn]) -> Lived:
    parts = ("work", "search", "labour", "sleep", "movement", "social", "strain")
    return Lived(weeks=len(checkins), **{part: median(getattr(c, part) for c in checkins) for part in parts})


def _say(count: int, lived: Lived | None) -> str:
    if lived is None:
        return (
            f"{count} of the last {WINDOW} weeks {'has' if count == 1 else 'have'} a check-in; "
            f"from {LEAST_WEEKS} on they are weighed."
        )
    return f"Medians of {lived.weeks} check-ins in the last {WINDOW} weeks; one odd week hardly moves them."
