"""What is left of an instance for a solver: indexed, without what cannot be done or would be no use."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

EPS = 1e-9
"""Hours below which two amounts are the same."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An instance in indices. Weeks are 1-based; `capacity[0]` is 0 and `total[w]` the hours of weeks 1..w.

    An attained step is worth `value * (weeks - week)`, so nothing that ends in the last week counts, and every
    activity ends at the latest one week before. Steps are in an order in which required ones come first.
    """

    weeks: int
    capacity: tuple[float, ...]
    total: tuple[float, ...]
    max_parallel: int
    patience: int
    """Weeks that the hours of an activity may pause for others; plans are laid out so, bounds do not count on it."""
    budget: float | None
    steps: tuple[str, ...]
    value: tuple[float, ...]
    once: tuple[float, ...]
    """Worth of attaining each step at all, whenever: where it stands for a pinned activity more than all values."""
    needs: tuple[tuple[int, ...], ...]
    """Of each step, the steps that it requires."""
    opens: tuple[tuple[int, ...], ...]
    """Of each step, the steps that require it."""
    attainable: tuple[int, ...]
    """Of each step, a week before which it cannot be attained."""
    teachers: tuple[tuple[int, ...], ...]
    """Of each step, the activities that cover it."""
    activities: tuple[str, ...]
    hours: tuple[float, ...]
    cost: tuple[float, ...]
    covers: tuple[tuple[int, ...], ...]
    requires: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    """Of each activity, a week before which it cannot start."""
    soonest: tuple[int, ...]
    """Of each activity, a week before which it cannot end."""
    last: tuple[int, ...]
    """Of each activity, a week after which it must not end."""

    @property
    def whole(self) -> bool:
        """Whether every value is a whole number, so that every objective is one too."""
        return all(value.is_integer() for value in (*self.value, *self.once))


def ends(total: tuple[float, ...], start: int, hours: float) -> int:
    """The first week by whose end `hours` fit in from week `start` on; past the last week when they never do."""
    return bisect_left(total, total[start - 1] + hours - EPS, lo=start)
