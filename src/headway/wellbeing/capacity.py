"""How many hours a week a life leaves for learning."""

from __future__ import annotations

from math import floor, isfinite

from headway.errors import HeadwayError, WrongUse
from headway.values import Slug, Text, Value
from headway.wellbeing.balance import Lived, warn_of
from headway.wellbeing.guardrails import DISCLAIMER, Strain, Warning, find_warnings
from headway.wellbeing.week import WEEK, WeekBudget

DEFAULT = 5.0
"""Learning hours a week when none are asked for: the guide's, reported."""
KEPT = 7.0
"""Judged: an hour a day that nothing may claim."""
SHARE = {Strain.NONE: 1.0, Strain.AMBER: 0.5, Strain.RED: 0.25}
"""Judged: how much of the remaining hours learning may take, by the strongest warning on work, sleep or strain."""
LEAST = 0.5
"""Hours a week below which a plan is none, and the step in which hours are given."""
SLOWING = {"long-work", "short-sleep", "high-strain"}


class Capacity(Value):
    """Hours a week for learning, and why they are not what was asked."""

    hours: float
    asked: float | None
    free: float
    """Hours of the week that nothing had claimed."""
    warnings: tuple[Warning, ...] = ()
    reason: Text | None = None
    """Set when the hours were lowered."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of their week: why hours were lowered, guardrails passed, and what this is not."""
        said = (self.reason, *map(str, self.warnings), DISCLAIMER if self.warnings else None)
        return tuple(note for note in said if note)


def find_capacity(week: WeekBudget, asked: float | None, lived: Lived | None = None) -> Capacity:
    """The hours a week that `week` can carry, at most those `asked` for.

    What was `lived` in the last weeks can only lower them: it warns beside the budget, and it may leave less free.
    Raises WrongUse for hours that are no hours or do not fit into 168, HeadwayError when nothing is left.
    """
    if asked is not None and not (isfinite(asked) and 0 < asked <= WEEK):
        raise WrongUse(f"{asked:g} hours a week cannot be planned", f"give --hours between {LEAST:g} and {WEEK:g}")
    if asked is not None and asked > week.free:
        raise WrongUse(f"{asked:g} hours a week do not fit: {_sums(week)}", "lower --hours, or say what differs")
    warnings = _strongest((*find_warnings(week), *(warn_of(lived) if lived else ())))
    strain = max((w.strain for w in warnings if w.guardrail in SLOWING), default=Strain.NONE)
    fuller = lived if lived and lived.free(week) < week.free else None
    free = fuller.free(week) if fuller else week.free
    sums = _sums(week, fuller)
    most = floor(max(0.0, free - KEPT) * SHARE[strain] / LEAST) * LEAST
    if most < LEAST:
        raise HeadwayError(f"the week leaves no hours to learn: {sums}", "free some hours first")
    wanted = DEFAULT if asked is None else asked
    reason = None
    if wanted > most:
        cause = "because of the strain below" if strain > Strain.NONE else f"so that {KEPT:g} h stay free"
        reason = f"{most:g} h a week instead of {wanted:g}, {cause}: {sums}."
    return Capacity(hours=min(wanted, most), asked=asked, free=free, warnings=warnings, reason=reason)


def _strongest(warnings: tuple[Warning, ...]) -> tuple[Warning, ...]:
    """One warning a guardrail, its strongest."""
    found: dict[Slug, Warning] = {}
    for warning in warnings:
        if warning.guardrail not in found or found[warning.guardrail].strain < warning.strain:
            found[warning.guardrail] = warning
    return tuple(found.values())


def _sums(week: WeekBudget, lived: Lived | None = None) -> str:
    """`work 40, … leave 40 of 168 h`, with the medians of the check-ins in place of what they show."""
    parts = {name: getattr(lived if hasattr(lived, name) else week, name) for name in type(week).model_fields}
    labour, work, _ = (lived or week).labour, parts.pop("work"), parts.pop("search")
    parts = {"work and job search" if labour > work else "work": labour} | parts
    said = ", ".join(f"{name} {hours:g}" for name, hours in parts.items())
    by = f" (by {lived.weeks} check-ins)" if lived else ""
    return f"{said}{by} leave {lived.free(week) if lived else week.free:g} of {WEEK:g} h"
