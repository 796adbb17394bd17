"""The surrogate program held by the linear solver with only the columns that pay (column generation).

Few columns are in the program at first; others come when the prices of the rows show that they would pay. Any prices
bound every plan, so there is a bound at whatever moment one stops.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import highspy
import numpy as np

from headway.plan.solver.branch import Case, Relaxed
from headway.plan.solver.linear import open_linear
from headway.plan.solver.lineup import LineUp
from headway.plan.solver.orders import Orders
from headway.plan.solver.problem import Problem
from headway.plan.solver.relaxation import Floats, Program
from headway.plan.solver.subgradient import tighten
from headway.plan.solver.surrogate import Flags, Indices, combine
from headway.plan.solver.weekly import read_weekly

FIRST_COLUMNS = 13
"""Columns of a block at first, over the whole horizon; all of them up to a horizon of twice as many weeks."""
ROUNDS = 8
"""How often the program is solved at most, with more columns each time."""
ROUNDS_OF_CASE = 5
"""The same for a case, which begins with the columns of those before it."""
NEAR = 3e-3
"""How near, as a share, the bound must come to the worth of the program before no more columns are looked for."""
PAYS = 2e-5
"""The least gain of a column that is brought in, as a share of the worth of the program."""
WITHIN_REACH = 0.025
"""How far above the aim, as a share, a bound may be that is tightened."""
MOVES = 100
"""How often prices are moved for a case at most."""
MOVE_WORK = 3
"""What a move of prices costs beside the line-up, in the time of that many simplex iterations."""
STEPS_OF_WORK = 12
"""Steps of a line-up that cost as much as one."""
ORDERS = 20_000
"""Orders looked at in a case, about, at most."""
ORDERS_WORK = 200
"""What looking at orders costs, however few they are, in the time of that many simplex iterations."""
ORDERS_OF_WORK = 6
"""Orders that cost as much as one."""


class _Found(NamedTuple):
    """An optimum of the program with the columns that are held, and what it proves of all columns."""

    bound: float
    prices: Floats
    """Of the rows."""
    once: Floats
    """Of ending at most once, for each choice."""
    point: Floats
    work: int


class Master:
    """A program of which one case after another is bounded."""

    def __init__(self, problem: Problem, program: Program, ceiling: float) -> None:
        """`ceiling` is a worth that no plan passes: the price of breaking what a case demands."""
        small = self._small = combine(program)
        self._weekly, self._line = read_weekly(program, small, problem.weeks), LineUp(problem)
        self._orders = Orders(problem, program, self._line)
        self._alone = program.alone
        """Where one activity at a time fills whole weeks, line-ups, which go by hours, bound little."""
        self._move_work = MOVE_WORK + self._line.steps // STEPS_OF_WORK
        self._starts = np.searchsorted(small.column, np.arange(len(small.worth) + 1))
        self._held: Indices = np.zeros(0, dtype=np.intp)
        self._linear = self._open(ceiling)
        stride = max(1, int(small.week.max()) // FIRST_COLUMNS - 1)
        first = (small.week - small.week[small.begin][small.block]) % stride == 0
        first[small.last] = True
        self._bring_in(np.flatnonzero(first))

    @property
    def rows(self) -> int:
        return len(self._small.limits)

    def solve(self, case: Case, basis: object, aim: float) -> Relaxed | None:
        """The relaxation of `case`, taken up from `basis`; None if the case is impossible.

        No more columns are looked for once its bound is as low as `aim`.
        """
        small, linear = self._small, self._linear
        allowed, demanded = self._read(case)
        possible = np.logical_or.reduceat(allowed, small.begin)[: len(demanded)]
        if not possible[demanded].all():
            return None
        self._set_limits(allowed, demanded)
        if basis is not None:
            linear.setBasis(self._lengthen(basis))
        found = self._generate(allowed, demanded, ROUNDS_OF_CASE if case else ROUNDS, aim)
        prices = None if self._alone else (found.prices, found.once)
        return Relaxed(found.bound, found.point, found.work, linear.getBasis(), prices)

    def tighten(self, case: Case, relaxed: Relaxed, aim: float) -> Relaxed:
        """`relaxed` with a better bound, where one as low as `aim` may be in reach: prices are moved, and then orders
        looked at."""
        bound, spent = relaxed.bound, relaxed._replace(prices=None, work=0)
        if relaxed.prices is None or not aim < bound <= aim * (1 + WITHIN_REACH):
            return spent
        allowed, demanded = self._read(case)
        prices, once = relaxed.prices
        tighter = tighten(self._weekly, self._line, self._weekly.spread(prices), once, allowed, demanded, aim, MOVES)
        bound, work = min(bound, tighter.bound), self._move_work * (1 + tighter.moves)
        if bound <= aim:
            return spent._replace(bound=bound, work=work)
        bounded = self._orders.bound(tighter.priced, aim, ORDERS)
        work += ORDERS_WORK + bounded.looked_at // ORDERS_OF_WORK
        # the best order is in one of the parts of any case
        return spent._replace(bound=min(bound, bounded.bound), work=work, last=bounded.reached)

    def _generate(self, allowed: Flags, demanded: Flags, rounds: int, aim: float) -> _Found:
        """Solve with the columns that are held and with those that pay, as long as some do."""
        small, linear, count = self._small, self._linear, len(self._small.choices)
        found = _Found(math.inf, np.zeros(self.rows), np.zeros(count), np.zeros(small.choices[-1].end), 0)
        for left in reversed(range(rounds)):
            linear.run()
            linear.setOptionValue("presolve", "off")  # from here on there is a basis
            info, solution = linear.getInfo(), linear.getSolution()
            work = found.work + max(0, info.simplex_iteration_count)
            if linear.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                return found._replace(work=work)
            duals = np.asarray(solution.row_dual)
            prices = np.maximum(0.0, duals[: len(small.limits)])
            gains, most = small.find_gains(prices, allowed)
            once = np.where(demanded, most[:count], np.maximum(0.0, most[:count]))
            bound = float(prices @ small.limits + once.sum() + np.maximum(0.0, most[count:]).sum())
            found = _Found(min(found.bound, bound), prices, once, self._read_point(solution.col_value), work)
            worth = info.objective_function_value
            if not left or found.bound <= aim or found.bound - worth <= NEAR * abs(worth):
                break
            paying = self._find_paying(gains - duals[len(small.limits) + small.block], PAYS * abs(worth))
            if not len(paying):
                break
            self._bring_in(paying)
        return found

    def _open(self, ceiling: float) -> Any:
        """A linear solver with all rows, what lets each block begin only once, and what stands in for a choice that a
        case demands."""
        linear = open_linear()
        limits = np.concatenate([self._small.limits, np.ones(len(self._small.begin))])
        height, size = len(limits), len(self._small.choices)
        none = np.zeros(height, dtype=np.int32)
        linear.addRows(height, np.full(height, -highspy.kHighsInf), limits, 0, none, none[:0], np.zeros(0))
        begins = np.arange(size, dtype=np.int32)
        once = begins + len(self._small.limits)
        zero = np.zeros(size)
        linear.addCols(size, np.full(size, -ceiling), zero, zero, size, begins, once.astype(np.int32), np.ones(size))
        return linear

    def _bring_in(self, columns: Indices) -> None:
        small = self._small
        parts = [slice(self._starts[column], self._starts[column + 1]) for column in columns]
        once = len(small.limits) + small.block[columns]
        rows = [np.append(small.row[part], number) for part, number in zip(parts, once, strict=True)]
        factors = [np.append(small.factor[part], 1.0) for part in parts]
        begins = np.cumsum([0, *map(len, rows)]).astype(np.int32)
        size = len(columns)
        self._linear.addCols(
            size,
            small.worth[columns],
            np.zeros(size),
            np.full(size, highspy.kHighsInf),
            int(begins[-1]),
            begins[:-1],
            np.concatenate(rows).astype(np.int32),
            np.concatenate(factors),
        )
        self._held = np.concatenate([self._held, columns])

    def _read(self, case: Case) -> tuple[Flags, Flags]:
        """The columns that a case allows, and the choices that it demands."""
        small = self._small
        allowed, demanded = np.ones(len(small.worth), dtype=bool), np.zeros(len(small.choices), dtype=bool)
        for begin, end, value in case:
            if value:
                allowed[begin + 1 : end] = False
                demanded[small.block[begin]] = True
            else:
                allowed[begin:end] = False
        return allowed, demanded

    def _set_limits(self, allowed: Flags, demanded: Flags) -> None:
        upper = np.concatenate([demanded, np.where(allowed[self._held], highspy.kHighsInf, 0.0)])
        numbers = np.arange(len(upper), dtype=np.int32)
        self._linear.changeColsBounds(len(upper), numbers, np.zeros(len(upper)), upper)
        least = np.where(demanded, 1.0, -highspy.kHighsInf)
        once = np.arange(self.rows, self.rows + len(least), dtype=np.int32)
        self._linear.changeRowsBounds(len(least), once, least, np.ones(len(least)))

    def _lengthen(self, basis: Any) -> Any:
        """`basis` with the columns that came after it."""
        more = len(self._small.choices) + len(self._held) - len(basis.col_status)
        longer = highspy.HighsBasis()
        longer.valid, longer.alien = True, False
        longer.row_status = basis.row_status
        longer.col_status = [*basis.col_status, *[highspy.HighsBasisStatus.kLower] * more]
        return longer

    def _find_paying(self, gains: Floats, least: float) -> Indices:
        """Of each block the column with the highest gain, where that is above `least` and the column is not held."""
        small = self._small
        gains[self._held] = -np.inf
        most = np.maximum.reduceat(gains, small.begin)
        found = np.flatnonzero((gains == most[small.block]) & (gains > least))
        return found[np.unique(small.block[found], return_index=True)[1]]

    def _read_point(self, values: Sequence[float]) -> Floats:
        """The states of the choices, week by week."""
        small = self._small
        size = small.choices[-1].end
        begun = np.zeros(len(small.worth))
        begun[self._held] = values[len(small.choices) :]
        so_far = np.cumsum(begun)
        before = (so_far - begun)[small.begin][small.block]
        return np.minimum(1.0, so_far - before)[:size]
