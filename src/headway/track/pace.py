"""How fast somebody works against the hours expected, learned from what they finished."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log
from typing import NamedTuple

from pydantic import Field

from headway.values import Hours, Text, Value

SPREAD = 0.35
"""Judged: before anything is known, two thirds of people are within a factor of exp(0.35) = 1.4 of the estimate."""
NOISE_LEAST = 0.2
"""The least spread of one activity about its estimate, in logs: no range is trusted to be narrower."""
ENOUGH = 3
"""Finished activities below which a pace is not spoken of."""
BARELY_LOGGED = 0.25
"""Judged: below this share of the least hours expected, the log is taken to be incomplete and left out."""
P90 = 1.2816
"""The 90th percentile of a standard normal variable."""


class Finished(NamedTuple):
    """A finished activity: hours logged, and the hours that were expected."""

    logged: float
    expected: Hours


class Pace(Value):
    """A factor on expected hours: 1.2 takes a fifth longer. `low` and `high` hold four fifths of what is likely."""

    factor: float = Field(gt=0)
    low: float = Field(gt=0)
    high: float = Field(gt=0)
    finished: int = Field(ge=0)
    """Activities that it rests on."""
    known: bool
    """Whether it rests on enough to plan with."""
    says: Text

    @property
    def clear(self) -> bool:
        """Whether it is known and differs from the usual one: only then does it change a plan."""
        return self.known and not self.low <= 1 <= self.high


def learn_pace(finished: Iterable[Finished]) -> Pace:
    """The posterior of a shared lognormal factor whose prior is centred on 1; shrunken the more, the less is known.

    The spread of one activity about the person's pace is read from its own range (p10 to p90).
    """
    used = [f for f in finished if f.expected.p50 > 0 and f.logged >= BARELY_LOGGED * f.expected.p10 and f.logged > 0]
    weight, pulled = 1 / SPREAD**2, 0.0
    for one in used:
        precision = 1 / _noise(one.expected) ** 2
        weight += precision
        pulled += precision * log(one.logged / one.expected.p50)
    mean, deviation = pulled / weight, weight**-0.5
    factor, low, high = (exp(mean + side * P90 * deviation) for side in (0, -1, 1))
    known = len(used) >= ENOUGH
    return Pace(
        factor=round(factor, 3),
        low=round(low, 3),
        high=round(high, 3),
        finished=len(used),
        known=known,
        says=_say(round(factor, 3), low, high, len(used), known),
    )


def _noise(expected: Hours) -> float:
    """The standard deviation of the logarithm, from the range."""
    if expected.p10 <= 0 or expected.p90 <= expected.p10:
        return NOISE_LEAST if expected.p10 > 0 else SPREAD
    return max(NOISE_LEAST, log(expected.p90 / expected.p10) / (2 * P90))


def _say(factor: float, low: float, high: float, count: int, known: bool) -> str:
    counted = f"{count} finished {'activity' if count == 1 else 'activities'} with logged hours"
    if not known:
        return f"too little is known yet: {counted}, {ENOUGH} are needed"
    if low <= 1 <= high:
        return f"about as expected ({low:.2f} to {high:.2f} times the hours), from {counted}"
    more = "longer" if factor > 1 else "less"
    return f"{factor:.2f} times the hours expected, so {more} ({low:.2f} to {high:.2f}), from {counted}"
