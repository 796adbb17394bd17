"""A proof by cases: split on when an activity ends or begins, bound each case, until no case can be better."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from headway.plan.solver.problem import Problem
from headway.plan.solver.relaxation import CLEAR, Block, Floats, Program

Prices = tuple[Floats, Floats]
"""Of the rows, and of each choice that it is made at most once."""


class Relaxed(NamedTuple):
    """An optimum of the relaxation."""

    bound: float
    point: Floats
    work: int
    """What it took, in simplex iterations: counted, so that a limit on it always falls at the same place."""
    basis: object = None
    """From which the linear solver takes up the cases of this one."""
    prices: Prices | None = None
    """From which the bound can be tightened; None once that has been done."""
    last: bool = False
    """Whether no part of the case would have a better bound."""


Case = tuple[tuple[int, int, float], ...]
"""Columns that are fixed: (begin, end, value) of each range."""

CASE_WORK = 40
"""What looking at a case costs beside the simplex, in the time of that many iterations."""


def read_order(problem: Problem, program: Program, point: Floats, share: float) -> list[int]:
    """The activities of a point of the relaxation by the week in which they have ended to `share` of what they do."""
    ended: list[tuple[int, float, int]] = []
    for a in range(len(problem.activities)):
        block = program.choices[a]
        done = point[block.begin : block.end]
        if done[-1] >= 0.05:
            ended.append((block.soonest + int(np.argmax(done >= share * done[-1] - CLEAR)), -float(done[-1]), a))
    return [a for _, _, a in sorted(ended)]


def split(problem: Problem, program: Program, point: Floats) -> tuple[Block, int] | None:
    """The block to split at a column, into ended (or begun) by then and not; None when every week is certain.

    Chosen is the activity whose end is most uncertain, in weeks of spread, weighted by its hours and by what it
    attains; it is split about its mean week. A beginning counts half. (Tried on 29 instances against spread alone,
    spread x hours, and the column nearest to one half: these left gaps up to a half larger after the same work.)
    """
    best = 0.0
    found: tuple[Block, int] | None = None
    for number, block in enumerate(program.choices):
        done = point[block.begin : block.end]
        torn = np.minimum(done, 1.0 - done)
        if torn.max() < CLEAR:
            continue
        share = np.diff(done, prepend=0.0, append=1.0)
        week = np.append(block.weeks, problem.weeks + 3)  # never ending counts as a little past the horizon
        mean = float(share @ week)
        spread = float(share @ (week - mean) ** 2) ** 0.5
        a = number % len(problem.activities)
        weight = spread * problem.hours[a] ** 0.5 * (1.0 + sum(problem.value[s] for s in problem.covers[a]))
        weight *= 1.0 if a == number else 0.5
        if weight > best:
            best = weight
            near = np.nonzero(torn > min(0.1, torn.max() / 2))[0]
            column = near[np.argmin(np.abs(near - (np.searchsorted(block.weeks, mean) - 1)))]
            found = (block, block.begin + int(column))
    return found


def prove(
    problem: Problem,
    program: Program,
    root: Relaxed,
    solve: Callable[[Case, object], Relaxed | None],
    consider: Callable[[Floats], float],
    aim: Callable[[float], float],
    work: int,
    tighten: Callable[[Case, Relaxed], Relaxed] | None = None,
) -> float:
    """A bound on the worth of every plan, at most the root's, by best-first search over cases.

    `solve` gives the relaxation of a case (None if it is impossible), taken up from the basis of the case that it is
    part of, and `tighten` the same with a better bound, asked for once before the case is split; `consider` makes a
    plan from a point and returns the worth of the best plan so far; a case whose bound is `aim(worth)` or less needs no
    further look. Stops when no case is open or `work` (simplex iterations) is used up.
    """
    worth = closed = consider(root.point)
    number = 0
    cases: list[tuple[float, int, Case, Relaxed]] = [(-root.bound, number, (), root)]

    def put(limit: float, case: Case, relaxed: Relaxed) -> None:
        nonlocal number, closed
        number += 1
        if relaxed.last or limit <= aim(worth):
            closed = max(closed, limit)
        else:
            heapq.heappush(cases, (-limit, number, case, relaxed))

    while cases and work > 0 and -cases[0][0] > max(closed, aim(worth)):
        bound, _, case, relaxed = heapq.heappop(cases)
        if tighten and relaxed.prices is not None:
            tighter = tighten(case, relaxed)
            work -= tighter.work
            put(min(-bound, tighter.bound), case, tighter)
            continue
        at = split(problem, program, relaxed.point)
        if at is None:
            closed = max(closed, -bound)
            continue
        block, column = at
        for extra in ((block.begin, column + 1, 0.0), (column, block.end, 1.0)):
            half = solve((*case, extra), relaxed.basis)
            work -= CASE_WORK
            if half is not None:
                work -= half.work
                worth = max(worth, consider(half.point))
                put(min(-bound, half.bound), (*case, extra), half)
    return min(root.bound, max([closed, worth, *(-bound for bound, *_ in cases)]))
