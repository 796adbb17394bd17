"""A bound tightened: prices moved against what the best answer to them breaks.

In place of the rows of hours, activities are lined up on the hours there are. Each activity has a price too, that it
ends at most once (exactly once where a case demands it), as in a line-up it may stand more often.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from headway.plan.solver.lineup import LineUp
from headway.plan.solver.relaxation import Floats
from headway.plan.solver.surrogate import Flags, Surrogate

WITHIN_REACH = 0.015
"""The share of a bound that moving prices may gain."""
PACE = 0.15
"""How far the prices move at first, as a share of the way on which the bound would fall by `WITHIN_REACH`."""
WAITED = 5
"""Moves without a better bound after which they become shorter by half, from the best prices on."""


class _Answer(NamedTuple):
    """The best answer to prices: its worth bounds every plan."""

    bound: float
    excess: Floats
    """How far each row is above its limit."""
    over: Floats
    """How often each activity ends, less one."""


def tighten(
    small: Surrogate,
    line: LineUp,
    prices: Floats,
    once: Floats,
    allowed: Flags,
    demanded: Flags,
    enough: Callable[[float], bool],
    moves: int,
) -> tuple[float, int]:
    """A bound from `prices` of the rows of `small`, which has none of hours, or from others near them, and how often
    they were moved, at most `moves` times.

    `once` are the prices of the activities, `allowed` the columns of a case, and `demanded` the activities that end
    in it. Ends when the bound is `enough`.
    """
    prices = np.where(small.of_hours, 0.0, prices)
    least, pace, waited, moved = math.inf, PACE, 0, 0
    while True:
        answer = _answer(small, line, prices, once, allowed)
        if answer.bound < least:
            least, waited, best = answer.bound, 0, (prices, once, answer)
        else:
            waited += 1
        if enough(least) or moved == moves:
            return least, moved
        if waited == WAITED:
            pace, waited = pace / 2, 0
            prices, once, answer = best
        excess = np.where(small.of_hours | ((prices <= 0) & (answer.excess < 0)), 0.0, answer.excess)
        over = np.where(~demanded & (once <= 0) & (answer.over < 0), 0.0, answer.over)
        length = float(excess @ excess + over @ over)
        if length <= 0:
            return least, moved
        step = pace * WITHIN_REACH * abs(least) / length
        prices = np.maximum(0.0, prices + step * excess)
        once = np.where(demanded, once + step * over, np.maximum(0.0, once + step * over))
        moved += 1


def _answer(small: Surrogate, line: LineUp, prices: Floats, once: Floats, allowed: Flags) -> _Answer:
    count, size = len(once), small.choices[-1].end
    gains, most = small.find_gains(prices, allowed)
    table = np.full((count, line.weeks), -np.inf)
    table[small.block[:size], small.week[:size]] = gains[:size] - once[small.block[:size]]
    worth, lined_up = line.find_best(table)
    steps = np.flatnonzero(most[count:] > 0) + count
    first = [int(np.argmax(gains[small.begin[s] : small.last[s] + 1])) for s in steps]
    ended = [small.choices[a].begin + week - small.choices[a].soonest for a, week in lined_up]
    bound = prices @ small.limits + once.sum() + worth + np.maximum(0.0, most[count:]).sum()
    taken = np.concatenate([np.array(ended, dtype=np.intp), small.begin[steps] + np.array(first, dtype=np.intp)])
    ended_times = np.bincount([a for a, _ in lined_up], minlength=count).astype(np.float64)
    return _Answer(float(bound), small.find_excess(taken), ended_times - 1.0)
