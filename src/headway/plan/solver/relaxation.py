"""The linear relaxation whose optimum no plan can beat, as arrays for a linear solver.

Columns: X[a, w], whether activity a has ended by week w (from its soonest to its last possible week), then Y[s, w],
whether step s is attained by week w. Maximised is the sum of value x Y, which counts each week that a step is held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from headway.plan.solver.problem import EPS, Problem

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

CLEAR = 1e-6
"""How far a share must be from 0 and 1 to count as neither."""


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring columns, one a week: the state of one activity or step from week `soonest` to week `last`."""

    begin: int
    soonest: int
    last: int

    @property
    def end(self) -> int:
        return self.begin + self.last - self.soonest + 1

    @property
    def weeks(self) -> Ints:
        return np.arange(self.soonest, self.last + 1, dtype=np.int32)

    @property
    def columns(self) -> Ints:
        return np.arange(self.begin, self.end, dtype=np.int32)

    def at(self, weeks: Ints) -> Ints:
        """The columns that tell the state in `weeks`, none of them before `soonest`; after `last` nothing changes."""
        return (self.begin - self.soonest + np.minimum(weeks, self.last)).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Program:
    """Maximise `worth @ x` where `rows @ x <= limits` (compressed rows) and every x is between 0 and 1."""

    worth: Floats
    row_starts: Ints
    columns: Ints
    factors: Floats
    limits: Floats
    groups: Ints
    """The rows with which groups begin, and the number of rows: a group says the same of one week after another."""
    of_hours: tuple[bool, ...]
    """Of each group, whether it is what keeps the activities within the hours and the number done at a time."""
    alone: bool
    """Whether only one activity is done at a time."""
    choices: tuple[Block, ...]
    """The columns that are 0 or 1 in every plan; they come first, and first of them the X of each activity."""
    blocks: tuple[Block, ...]
    """All states, the choices first."""
    attained: tuple[Block, ...]
    """Of each step the block that tells whether it is attained."""

    @property
    def whole(self) -> int:
        """How many columns, from the first, are 0 or 1 in every plan."""
        return self.choices[-1].end


@dataclass(slots=True)
class Rows:
    """Rows being collected as (row, column, factor)."""

    count: int = 0
    rows: list[Ints] = field(default_factory=list)
    columns: list[Ints] = field(default_factory=list)
    factors: list[Floats] = field(default_factory=list)
    limits: list[Floats] = field(default_factory=list)
    of_hours: list[bool] = field(default_factory=list)

    def open(self, limits: Floats, of_hours: bool = False) -> Ints:
        """Numbers of a new group of rows, one for each limit."""
        self.of_hours.append(of_hours)
        numbers = np.arange(self.count, self.count + len(limits), dtype=np.int32)
        self.count += len(limits)
        self.limits.append(limits)
        return numbers

    def put(self, rows: Ints, columns: Ints, factors: Floats | float) -> None:
        self.rows.append(rows)
        self.columns.append(columns)
        self.factors.append(np.broadcast_to(np.asarray(factors, dtype=np.float64), rows.shape))


def relax(problem: Problem) -> Program:
    """The relaxation of `problem`, which has at least one activity. That no state is lost again is left unsaid.

    With whole X it is exact for one activity at a time; else its optimum is an upper bound.
    """
    ended = line_up(0, problem.soonest, problem.last)
    attained = _line_up_steps(problem, ended)
    rows = Rows()
    put_teaching(rows, problem, ended, attained)
    _put_required(rows, problem, ended, attained)
    if problem.max_parallel > 1:  # for one at a time the rows of parallelism say as much
        put_hours(rows, problem, ended)
    if problem.max_parallel == 1 or len(ended) > problem.max_parallel:
        _put_parallel(rows, problem, ended)
    if problem.budget is not None:
        put_budget(rows, problem.budget, problem, ended)
    return collect(rows, problem, ended, attained)


def collect(
    rows: Rows, problem: Problem, choices: list[Block], attained: list[Block], others: Sequence[Block] = ()
) -> Program:
    """The program of `rows`, worth the value of each step in each week that it is attained."""
    blocks = tuple(dict.fromkeys((*choices, *attained, *others)))
    worth = np.zeros(blocks[-1].end)
    for block, value, once in zip(attained, problem.value, problem.once, strict=True):
        worth[block.begin : block.end] += value
        worth[block.end - 1] += value * (problem.weeks - 1 - block.last) + once
    numbers = np.concatenate(rows.rows)
    order = np.argsort(numbers, kind="stable")
    return Program(
        worth=worth,
        row_starts=np.searchsorted(numbers[order], np.arange(rows.count + 1)).astype(np.int32),
        columns=np.concatenate(rows.columns)[order],
        factors=np.concatenate(rows.factors)[order],
        limits=np.concatenate(rows.limits),
        groups=np.cumsum([0, *map(len, rows.limits)]).astype(np.int32),
        of_hours=tuple(rows.of_hours),
        alone=problem.max_parallel == 1,
        choices=tuple(choices),
        blocks=blocks,
        attained=tuple(attained),
    )


def line_up(begin: int, soonest: tuple[int, ...], last: tuple[int, ...]) -> list[Block]:
    """Blocks one behind the other from column `begin` on."""
    blocks: list[Block] = []
    for low, high in zip(soonest, last, strict=True):
        blocks.append(Block(begin, low, high))
        begin = blocks[-1].end
    return blocks


def _line_up_steps(problem: Problem, ended: list[Block]) -> list[Block]:
    """The block of each step, behind those of the activities. A step that needs no other is attained when the only
    activity that teaches it has ended, and has no other block."""
    blocks: list[Block] = []
    begin = ended[-1].end
    for taught, needs, soonest in zip(problem.teachers, problem.needs, problem.attainable, strict=True):
        alone = len(taught) == 1 and not needs and ended[taught[0]].soonest <= soonest
        blocks.append(ended[taught[0]] if alone else Block(begin, soonest, problem.weeks - 1))
        begin = max(begin, blocks[-1].end)
    return blocks


def latest_starts(problem: Problem, a: int, weeks: Ints) -> Ints:
    """The last week in which activity `a` can start to end by each of `weeks`."""
    total = np.asarray(problem.total)
    return np.minimum(np.searchsorted(total, total[weeks] - problem.hours[a] + EPS, side="right"), weeks).astype(
        np.int32
    )


def put_rising(rows: Rows, blocks: list[Block]) -> None:
    """What is so in week w - 1 is so in week w."""
    for block in blocks:
        numbers = rows.open(np.zeros(block.last - block.soonest))
        rows.put(numbers, block.columns[:-1], 1.0)
        rows.put(numbers, block.columns[1:], -1.0)


def put_teaching(rows: Rows, problem: Problem, ended: list[Block], attained: list[Block]) -> None:
    """Y[s, w] <= the sum of X[a, w] over activities covering s, and <= Y[q, w] for each step q that s requires."""
    own = set(ended)
    for s, block in enumerate(attained):
        if block in own:
            continue
        numbers = rows.open(np.zeros(block.end - block.begin))
        rows.put(numbers, block.columns, 1.0)
        for a in problem.teachers[s]:
            over = block.weeks >= ended[a].soonest
            rows.put(numbers[over], ended[a].at(block.weeks[over]), -1.0)
        for q in problem.needs[s]:
            numbers = rows.open(np.zeros(block.end - block.begin))
            rows.put(numbers, block.columns, 1.0)
            rows.put(numbers, attained[q].at(block.weeks), -1.0)


def _put_required(rows: Rows, problem: Problem, ended: list[Block], attained: list[Block]) -> None:
    """X[a, w] <= Y[q, v]: to end by w, a starts by week v + 1 at the latest, with each required step q attained."""
    for a, block in enumerate(ended):
        before = latest_starts(problem, a, block.weeks) - 1
        for q in problem.requires[a]:
            numbers = rows.open(np.zeros(block.end - block.begin))
            rows.put(numbers, block.columns, 1.0)
            rows.put(numbers, attained[q].at(before.astype(np.int32)), -1.0)


def put_hours(rows: Rows, problem: Problem, ended: list[Block]) -> None:
    """By each week u, the hours that must already lie in weeks 1..u: what ends by u whole, and of what ends in a
    later week w the part that does not fit between u and w. The rise of each X carries its part."""
    total = np.asarray(problem.total)
    until = np.arange(1, problem.weeks)
    numbers = rows.open(total[until], of_hours=True)
    for a, block in enumerate(ended):
        hours = problem.hours[a]
        after = np.maximum(0.0, total[block.weeks][None, :] - total[until][:, None])
        part = np.hstack([np.maximum(0.0, hours - after), np.zeros((len(until), 1))])
        factor = part[:, :-1] - part[:, 1:]
        u, k = np.nonzero(factor)
        rows.put(numbers[u], block.columns[k], factor[u, k])


def _put_parallel(rows: Rows, problem: Problem, ended: list[Block]) -> None:
    """In each week, what ends in it or later and must have started by then is in progress."""
    most = float(problem.max_parallel)
    numbers = rows.open(np.full(problem.weeks - 1, most), of_hours=True)
    for a, block in enumerate(ended):
        weeks = np.arange(1, block.last + 1, dtype=np.int32)
        begun = np.searchsorted(latest_starts(problem, a, block.weeks), weeks, side="right")
        some = begun > 0
        rows.put(numbers[weeks[some] - 1], block.columns[begun[some] - 1], 1.0)
        over = some & (weeks > block.soonest)
        rows.put(numbers[weeks[over] - 1], block.at(weeks[over] - 1), -1.0)


def put_budget(rows: Rows, budget: float, problem: Problem, ended: list[Block]) -> None:
    numbers = rows.open(np.array([budget]))
    for block, cost in zip(ended, problem.cost, strict=True):
        rows.put(numbers, np.array([block.end - 1], dtype=np.int32), cost)
