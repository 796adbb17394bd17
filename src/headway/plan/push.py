"""A plan pushed on: all stays in its weeks, and what is behind takes hours from what comes next, as few as can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from headway.plan.solver.problem import EPS, Problem

Weeks = Mapping[int, float]


def push(problem: Problem, before: Mapping[int, Weeks], out: Collection[int]) -> dict[int, dict[int, float]]:
    """The hours by activity and week when `before` is lived on, without those `out`.

    In each week an activity gets its old hours, and what it is behind by, the one that was to end first before the
    others. So each gives up no more weeks than it must; one that cannot end in time, or would lie for longer than the
    patience allows, is left out too.
    """
    gone = set(out)
    while True:
        given, failed = _live(problem, {a: weeks for a, weeks in before.items() if a not in gone})
        if failed is None:
            return given
        gone.add(failed)


def _live(problem: Problem, before: Mapping[int, Weeks]) -> tuple[dict[int, dict[int, float]], int | None]:
    """Hours week by week, and the activity that fails first, if one does."""
    order = sorted(before, key=lambda a: (max(before[a], default=0), min(before[a], default=0), a))
    left = {a: problem.hours[a] for a in order}
    coming = {a: sum(before[a].values()) for a in order}
    given: dict[int, dict[int, float]] = {a: {} for a in order}
    attained: set[int] = set()
    covered: set[int] = set()
    for week in range(1, problem.weeks):
        free = problem.capacity[week]
        running = sum(1 for a in order if given[a] and left[a] > EPS)
        for a in order:
            planned = before[a].get(week, 0.0)
            coming[a] -= planned
            behind = left[a] - coming[a]
            if left[a] <= EPS or max(planned, behind) <= EPS:
                continue
            if not given[a] and not _can_begin(problem, a, week, attained, running):
                continue
            hours = min(free, left[a], max(planned, behind))
            if hours <= EPS:
                continue
            running += not given[a]
            left[a] = 0.0 if left[a] - hours <= EPS else left[a] - hours
            given[a][week] = hours
            free -= hours
        ended = [a for a in order if not left[a] and max(given[a]) == week]
        if late := next((a for a in ended if week > problem.last[a] or _lies_too_long(problem, given[a])), None):
            return given, late
        covered.update(s for a in ended for s in problem.covers[a])
        for s, needs in enumerate(problem.needs):  # required steps come before those that require them
            if s in covered and all(q in attained for q in needs):
                attained.add(s)
    return given, next((a for a in reversed(order) if left[a]), None)


def _can_begin(problem: Problem, a: int, week: int, attained: Collection[int], running: int) -> bool:
    return (
        week >= problem.first[a]
        and running < problem.max_parallel
        and all(step in attained for step in problem.requires[a])
    )


def _lies_too_long(problem: Problem, weeks: Weeks) -> bool:
    idle = 0
    for week in range(min(weeks), max(weeks)):
        idle = 0 if week in weeks else idle + (problem.capacity[week] > 0)
        if idle > problem.patience:
            return True
    return False
