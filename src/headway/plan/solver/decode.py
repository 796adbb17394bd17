"""From an order of completion to a schedule: each activity in turn at its earliest end in the hours still free."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from headway.plan.solver.problem import EPS, Problem

Placed = tuple[int, int, int]
"""An activity with the first and last week that it may use."""


class Board(NamedTuple):
    """What a partial schedule leaves. Lists by week are 1-based; they are never changed, only copied."""

    free: list[float]
    """Hours of each week not given away."""
    busy: list[int]
    """Activities in progress in each week."""
    attained: list[int]
    """Week in which each step is attained; 0 where it is not."""
    covered: list[int]
    """Week in which an activity covering each step ends; 0 where none does."""
    worth: float
    spent: float
    open_from: int
    """The first week that may still take hours."""


def empty_board(problem: Problem) -> Board:
    steps = len(problem.steps)
    return Board(list(problem.capacity), [0] * len(problem.capacity), [0] * steps, [0] * steps, 0.0, 0.0, 1)


def place(  # noqa: PLR0912, PLR0915 - one pass, run a hundred thousand times: calls would cost more than they tell
    problem: Problem,
    order: Sequence[int],
    board: Board,
    spread: bool,
    trail: list[Board] | None = None,
    given: dict[int, dict[int, float]] | None = None,
) -> tuple[list[int], Board]:
    """Put the activities of `order` on `board`, each at its earliest end; returns those placed and the new board.

    Left out are activities that cover nothing new, cannot be paid for, whose required steps are not attained by the
    activities before them, or that find no room. With `spread` an activity uses free hours from the first it finds;
    else it starts as late as its end allows, which leaves room for others beside it. `trail` receives the board
    before each activity placed, `given` its hours by week.
    """
    free, busy, attained, covered = board.free[:], board.busy[:], board.attained[:], board.covered[:]
    worth, spent, open_from = board.worth, board.spent, board.open_from
    weeks, most, budget = problem.weeks, problem.max_parallel, problem.budget
    covers, requires, needs, opens = problem.covers, problem.requires, problem.needs, problem.opens
    hours, cost, value, first, last = problem.hours, problem.cost, problem.value, problem.first, problem.last
    once = problem.once
    capacity, patience = problem.capacity, problem.patience
    placed: list[int] = []
    for a in order:
        for s in covers[a]:
            if not covered[s]:
                break
        else:
            continue
        if budget is not None and spent + cost[a] > budget + EPS:
            continue
        start = first[a]
        for q in requires[a]:
            week = attained[q]
            if not week:
                break
            if week >= start:
                start = week + 1
        else:
            start = max(start, open_from)
            wanted = hours[a] - EPS
            got = 0.0
            begin = idle = 0
            for end in range(start, last[a] + 1):
                if busy[end] >= most:
                    got = 0.0
                    begin = 0
                elif free[end] > 0:
                    if not begin:
                        begin = end
                    got += free[end]
                    idle = 0
                    if got >= wanted:
                        break
                elif begin and capacity[end] > 0:
                    idle += 1
                    if idle > patience:
                        got = 0.0
                        begin = idle = 0
            else:
                continue
            if trail is not None:
                trail.append(Board(free[:], busy[:], attained[:], covered[:], worth, spent, open_from))
            if not spread:
                got = 0.0
                begin = end + 1
                while got < wanted:
                    begin -= 1
                    got += free[begin]
            over = got - hours[a] if got - hours[a] > EPS else 0.0
            if given is not None:
                given[a] = {week: free[week] for week in range(begin, end + 1) if free[week] > 0}
                given[a][end] -= over
            for week in range(begin, end + 1):
                busy[week] += 1
                free[week] = 0.0
            free[end] = over
            while open_from < weeks and (free[open_from] <= 0 or busy[open_from] >= most):
                open_from += 1
            spent += cost[a]
            placed.append(a)
            todo = []
            for s in covers[a]:
                if not covered[s]:
                    covered[s] = end
                    todo.append(s)
            while todo:
                s = todo.pop()
                if attained[s]:
                    continue
                week = covered[s]
                for q in needs[s]:
                    if not attained[q]:
                        week = 0
                        break
                    week = max(week, attained[q])
                if week:
                    attained[s] = week
                    worth += value[s] * (weeks - week) + once[s]
                    todo += [d for d in opens[s] if covered[d]]
    return placed, Board(free, busy, attained, covered, worth, spent, open_from)


def spread_hours(problem: Problem, spans: Sequence[Placed]) -> dict[int, dict[int, float]] | None:
    """Hours of each activity by week within its span, nearest end first; None when they do not fit."""
    left = {a: problem.hours[a] for a, _, _ in spans}
    given: dict[int, dict[int, float]] = {a: {} for a in left}
    by_end = sorted(spans, key=lambda span: (span[2], span[1], span[0]))
    for week in range(1, problem.weeks + 1):
        free = problem.capacity[week]
        for a, begin, end in by_end:
            if begin <= week <= end and left[a] > 0 and free > 0:
                hours = left[a] if left[a] <= free + EPS else free
                given[a][week] = hours
                left[a] -= hours
                free -= hours
    return given if all(rest <= EPS for rest in left.values()) else None


def find_span_worth(problem: Problem, spans: Sequence[Placed]) -> float:
    """Worth of the steps that activities ending at the end of their spans attain."""
    attained = [0] * len(problem.steps)
    for s, needs in enumerate(problem.needs):  # required steps come before those that require them
        week = min((end for a, _, end in spans if s in problem.covers[a]), default=0)
        if week and all(attained[q] for q in needs):
            attained[s] = max([week, *(attained[q] for q in needs)])
    found = [(s, week) for s, week in enumerate(attained) if week]
    return sum(problem.value[s] * (problem.weeks - week) + problem.once[s] for s, week in found)
