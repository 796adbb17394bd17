"""When a plan could be done: the same schedule laid out again with all hours fast, as planned, and slow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from headway.plan.solver.decode import empty_board, place
from headway.plan.solver.model import Instance, Solution
from headway.plan.solver.reduce import reduce
from headway.values import Hours, Slug

LONGEST = 8
"""A schedule that would take longer than so many times its weeks is told as that long."""
LEAST_HOURS = 0.25
"""Hours of an activity that is nearly done."""


class Spread(NamedTuple):
    """Factors on the planned hours when everything runs fast and when it runs slow."""

    fast: float
    slow: float


def lay_out_again(
    instance: Instance, order: Sequence[str], hours: Mapping[str, float], patience: int
) -> dict[str, int] | None:
    """The week in which each of `order` ends when they take `hours` and nothing else is chosen.

    Weeks past the last go on with the hours of the usual week (the median of those that have any). None where they do
    not fit into `LONGEST` times the weeks.
    """
    some = sorted(h for h in instance.capacity if h > 0)
    if not some:
        return None
    usual = some[len(some) // 2]
    capacity = (*instance.capacity[:-1], *(usual,) * (instance.weeks * (LONGEST - 1)), 0.0)
    kept = set(order)
    tasks = tuple(
        task.change(hours=max(LEAST_HOURS, hours[task.id]), latest_end=None, pinned=True)
        for task in instance.activities
        if task.id in kept
    )
    longer = instance.change(weeks=len(capacity), capacity=capacity, activities=tasks, budget=None)
    problem = reduce(longer, patience)
    number = {name: a for a, name in enumerate(problem.activities)}
    given: dict[int, dict[int, float]] = {}
    place(problem, [number[name] for name in order if name in number], empty_board(problem), spread=True, given=given)
    ends = {problem.activities[a]: max(weeks) for a, weeks in given.items()}
    return ends if ends.keys() == kept else None


def order_of(solution: Solution) -> list[str]:
    """Activities in the order in which they end."""
    return sorted(solution.allocation, key=lambda a: (max(solution.allocation[a]), min(solution.allocation[a]), a))


class Ends(NamedTuple):
    """Weeks in which each activity ends: one time in ten earlier than `early`, nine in ten by `surely`."""

    early: dict[Slug, int]
    surely: dict[Slug, int]


def find_ends(
    instance: Instance, solution: Solution, hours: Mapping[Slug, Hours], spread: Spread | None, patience: int
) -> Ends:
    """The ends when all activities run fast or slow together, as one person's speed is shared by all they do.

    With a `spread` (a pace that is known) it stands for the range of each activity. Never earlier than fast, never
    earlier than planned for slow.
    """
    order = order_of(solution)
    planned = {a: sum(weeks.values()) for a, weeks in solution.allocation.items()}
    likely = {a: max(weeks) for a, weeks in solution.allocation.items()}
    if spread:
        fast = {a: h * spread.fast for a, h in planned.items()}
        slow = {a: h * spread.slow for a, h in planned.items()}
    else:
        fast = {a: min(hours[a].p10, h) for a, h in planned.items()}
        slow = {a: max(hours[a].p90, h) for a, h in planned.items()}
    early = lay_out_again(instance, order, fast, patience) or likely
    surely = lay_out_again(instance, order, slow, patience) or dict.fromkeys(order, instance.weeks * LONGEST)
    return Ends(
        {a: min(likely[a], early[a]) for a in order},
        {a: max(likely[a], surely[a]) for a in order},
    )


def day_of(week: int, start: date) -> date:
    """The Sunday of a week, 1-based."""
    return start + timedelta(weeks=week, days=-1)
