"""A bound tightened: prices moved against what the best answer to them breaks.

In place of the rows of hours, activities are lined up on the hours there are. Each activity has a price too, that it
ends at most once (exactly once where a case demands it), as in a line-up it may stand more often.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from headway.plan.solver.lineup import LineUp
from headway.plan.solver.relaxation import Floats
from headway.plan.solver.surrogate import Flags
from headway.plan.solver.weekly import Priced, Weekly

PACE = 0.5
"""How far the prices move at first, as a share of the way on which the bound would fall to a little below the aim."""
BELOW = 0.01
"""How much that is, as a share."""
WAITED = 10
"""Moves without a better bound after which they become shorter by half, from the best prices on."""


class Tightened(NamedTuple):
    """The best bound, what is left to choose at its prices, and how often they were moved."""

    bound: float
    priced: Priced
    moves: int


class _Answer(NamedTuple):
    """The best answer to prices: its worth bounds every plan."""

    bound: float
    priced: Priced
    excess: Floats
    """How far each row is above its limit."""
    over: Floats
    """How often each activity ends, less one."""


def tighten(
    weekly: Weekly,
    line: LineUp,
    prices: Floats,
    once: Floats,
    allowed: Flags,
    demanded: Flags,
    aim: float,
    moves: int,
) -> Tightened:
    """A bound from `prices` of the rows, or from others near them, moved at most `moves` times.

    `once` are the prices of the activities, `allowed` the columns of a case, and `demanded` the activities that end
    in it. Ends when the bound is as low as `aim`.
    """
    pace, waited, moved = PACE, 0, 0
    best = prices, once, _answer(weekly, line, prices, once, allowed)
    answer = best[-1]
    while answer.bound > aim and moved < moves:
        if waited == WAITED:
            pace, waited = pace / 2, 0
            prices, once, answer = best
        excess = np.where((prices <= 0) & (answer.excess < 0), 0.0, answer.excess)
        over = np.where(~demanded & (once <= 0) & (answer.over < 0), 0.0, answer.over)
        length = float((excess * excess).sum() + (over * over).sum())
        if length <= 0:
            break
        step = pace * (answer.bound - aim + BELOW * abs(aim)) / length
        prices = np.maximum(0.0, prices + step * excess)
        once = np.where(demanded, once + step * over, np.maximum(0.0, once + step * over))
        answer = _answer(weekly, line, prices, once, allowed)
        moved += 1
        waited += 1
        if answer.bound < best[-1].bound:
            best, waited = (prices, once, answer), 0
    return Tightened(best[-1].bound, best[-1].priced, moved)


def _answer(weekly: Weekly, line: LineUp, prices: Floats, once: Floats, allowed: Flags) -> _Answer:
    priced = weekly.price(prices, once, allowed)
    count = len(once)
    worth, lined_up = line.find_best(priced.ends)
    most = priced.holds.max(axis=1, initial=-math.inf)
    steps = np.flatnonzero(most > 0)
    held = weekly.begin[count + steps]
    since = priced.holds[steps].argmax(axis=1) - weekly.week[held]
    ended = [weekly.choices[a].begin + week - weekly.choices[a].soonest for a, week in lined_up]
    taken = np.concatenate([np.array(ended, dtype=np.intp), held + since])
    times = np.bincount([a for a, _ in lined_up], minlength=count).astype(np.float64)
    bound = priced.base + worth + float(most[steps].sum())
    return _Answer(bound, priced, weekly.find_excess(taken), times - 1.0)
