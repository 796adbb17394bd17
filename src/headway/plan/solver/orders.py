"""All orders of ends that could be worth more than an aim: where there are few, the aim is a bound.

Activities end one after another on the line of hours, each in the first week that what it requires allows. Orders of
the same activities go on as one from there: it counts what has been done and when it was, if something may still have
to wait for that, and not in which order. What is still to come is bounded by prices, as in a line-up, and orders that
cannot pass the aim any more are left. As all that have become one can go on alike, what any of them may still gain
bounds the others too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headway.plan.solver.lineup import LineUp, look_later
from headway.plan.solver.reduce import EPS, Problem, ends
from headway.plan.solver.relaxation import Floats, Program
from headway.plan.solver.surrogate import Flags, Indices
from headway.plan.solver.weekly import Priced

ONE_THREAD = 200_000
"""Size of a product up to which linear algebra keeps to one thread; more of them only wait for each other."""
ROOM = 1e-9
"""Relative room for sums that are taken in another order."""


class Bounded(NamedTuple):
    """A bound, or None where there were too many orders, and how many were looked at."""

    bound: float | None
    looked_at: int


class _Orders(NamedTuple):
    """Orders that have reached the same hour."""

    state: NDArray[np.uint16]
    """Orders x activities: 0 not done, 1 done, and the week after its end where others may have to wait for that."""
    worth: Floats
    bound: Floats
    """Of each, in whichever way it goes on."""


class Orders:
    """What is known of the activities of a problem, whatever the prices."""

    def __init__(self, problem: Problem, program: Program, line: LineUp) -> None:
        size, steps = len(problem.activities), len(problem.steps)
        self.problem, self.line = problem, line
        self.covers, self.requires = np.zeros((size, steps), np.float32), np.zeros((size, steps), np.float32)
        for a in range(size):
            self.covers[a, list(problem.covers[a])] = 1.0
            self.requires[a, list(problem.requires[a])] = 1.0
        begins = range(1, problem.weeks + 1)
        self.begun = np.array([[ends(problem.total, begin, hours) for hours in problem.hours] for begin in begins])
        """By when each activity ends at the soonest that begins after week 0, 1, ..."""
        self.step = np.array([program.attained.index(block) for block in program.blocks[size:]], dtype=np.intp)
        """A step of each block that is no activity's."""
        self.mix = np.random.default_rng(size).integers(1, 2**62, size, dtype=np.uint64)

    def bound(self, priced: Priced, aim: float, limit: int) -> Bounded:
        """`aim`, or the worth of the best order where that is more, if no more than `limit` orders could pass `aim`."""
        search = _Search(self, priced, aim)
        best, count = 0.0, 0
        waiting: dict[int, list[_Orders]] = {0: [search.begin()]}
        for hour in range(self.line.size + 1):
            while hour in waiting:  # what is shorter than an hour ends in the same one
                orders = search.join(waiting.pop(hour), hour)
                count += len(orders.worth)
                if count > limit:
                    return Bounded(None, count)
                best = max(best, float(orders.worth.max(initial=0.0)))
                for later, longer in search.go_on(orders, hour):
                    waiting.setdefault(later, []).append(longer)
        return Bounded(max(aim, best), count)


class _Search:
    """Orders at some prices, of the activities that can be in one that passes the aim."""

    def __init__(self, known: Orders, priced: Priced, aim: float) -> None:
        problem, line = known.problem, known.line
        self._problem, self._line = problem, line
        self._aim = aim + ROOM * abs(aim)
        later = look_later(priced.ends)
        self._behind, with_each = line.look_through(later)
        self._holds = priced.holds
        self._most = np.maximum(0.0, look_later(priced.holds))
        """What each block of steps may gain from a week on."""
        self._open = priced.base + np.maximum(0.0, later[line.short, 0]).sum() + self._most[:, 0].sum()
        kept = np.sort(np.concatenate([line.short, line.long[self._open + with_each > self._aim]]))
        self._hours = line.hours[kept]
        self._cost = np.asarray(problem.cost)[kept]
        self._soonest, self._begun = np.asarray(problem.soonest)[kept], known.begun[:, kept]
        self._covers, self._requires = known.covers[kept], known.requires[kept]
        self._requirements = self._requires.sum(axis=1)
        self._step, self._mix = known.step, known.mix[kept]
        self._ends = np.where(self._hours[:, None] > 0, priced.ends[kept], 0.0)  # the short ones count in any case
        possible = np.where(priced.ends[kept] > -np.inf, np.arange(line.weeks), line.weeks)
        possible = np.minimum.accumulate(possible[:, ::-1], axis=1)[:, ::-1]
        self._possible = np.hstack([possible, np.full((len(kept), 2), line.weeks)])
        """The first week in which each may end, from a week on."""
        self._total = np.asarray(problem.total)

    def begin(self) -> _Orders:
        none = np.zeros((1, len(self._hours)), dtype=np.uint16)
        return _Orders(none, np.zeros(1), np.array([self._open + self._behind[0]]))

    def join(self, parts: list[_Orders], hour: int) -> _Orders:
        """Those that may pass the aim, each state once, with its highest worth and the least that may be gained."""
        state, worth, bound = (np.concatenate(part) for part in zip(*parts, strict=True))
        state[(state > 1) & (self._total[np.maximum(state, 1).astype(np.intp) - 1] <= hour)] = 1
        by_state = np.argsort((state.astype(np.uint64) * self._mix).sum(axis=1), kind="stable")
        state, worth, gain = state[by_state], worth[by_state], (bound - worth)[by_state]
        first = np.flatnonzero(np.append(True, (state[1:] != state[:-1]).any(axis=1)))
        worth, gain = np.maximum.reduceat(worth, first), np.minimum.reduceat(gain, first)
        passing = worth + gain > self._aim
        return _Orders(state[first][passing], worth[passing], (worth + gain)[passing])

    def go_on(self, orders: _Orders, hour: int) -> Iterator[tuple[int, _Orders]]:
        """Each order with each activity that may end next, by the hour that it reaches."""
        done = orders.state > 0
        covered = _multiply(done, self._covers) > 0
        attained = self._attain(covered)
        week = np.maximum(orders.state.max(axis=1, initial=0).astype(np.intp) - 1, self._line.week[hour])
        reached = np.minimum(hour + self._hours, self._line.size)
        end = self._find_ends(orders.state, attained, np.maximum(week[:, None], self._line.week[reached]))
        fits = (end < self._line.weeks) & ~done & (hour + self._hours <= self._line.size)
        fits &= _multiply(~covered, self._covers.T) > 0
        if self._problem.budget is not None:
            fits &= (done * self._cost).sum(axis=1)[:, None] + self._cost <= self._problem.budget + EPS
        end = np.minimum(end, self._line.weeks - 1)
        open_now = ~attained[:, self._step]
        rest = (open_now * self._most[:, week].T).sum(axis=1) + self._behind[hour]
        gain = self._ends[np.arange(len(reached)), end] + self._behind[reached] - rest[:, None]
        bound = orders.bound[:, None] + gain
        still = _multiply(open_now, self._most[:, self._line.week[reached]])
        fits &= bound + still > self._aim - 1e3 * ROOM * abs(self._aim)
        order, a = np.nonzero(fits)
        end, bound = end[order, a], bound[order, a]
        then = self._attain(covered[order] | (self._covers[a] > 0))
        new = then & ~attained[order]
        worth = orders.worth[order] + self._count(new, end)
        new, then = new[:, self._step], then[:, self._step]
        bound += np.where(new, self._holds[:, end].T, np.where(then, 0.0, self._most[:, end].T)).sum(axis=1)
        passing = np.flatnonzero(bound > self._aim)
        reached = hour + self._hours[a]
        for later in np.unique(reached[passing]).tolist():
            chosen = passing[reached[passing] == later]
            state = orders.state[order[chosen]]
            state[np.arange(len(chosen)), a[chosen]] = end[chosen] + 1
            yield later, _Orders(state, worth[chosen], bound[chosen])

    def _find_ends(self, state: NDArray[np.uint16], attained: Flags, least: Indices) -> Indices:
        """The first week in which each activity may end behind each order, not before `least`; `weeks` where never."""
        recent = [int(week) for week in np.unique(state) if week > 1]
        least = np.maximum(least, self._soonest)
        end = np.full(state.shape, self._line.weeks)
        for since in reversed([1, *recent]):
            if since != max([1, *recent]):
                attained = self._attain(_multiply((state > 0) & (state <= since), self._covers) > 0)
            ready = _multiply(attained, self._requires.T) >= self._requirements
            soonest = np.maximum(least, self._begun[since - 1]) if since > 1 else least
            end = np.where(ready, soonest, end)
        first: Indices = self._possible[np.arange(state.shape[1]), np.minimum(end, self._line.weeks)]
        return first

    def _attain(self, covered: Flags) -> Flags:
        """Orders x steps: the steps covered all of whose needs are attained."""
        attained = covered.copy(order="F")
        for step, needs in enumerate(self._problem.needs):  # required steps come first
            for q in needs:
                attained[:, step] &= attained[:, q]
        return attained

    def _count(self, new: Flags, end: Indices) -> Floats:
        """The worth of attaining the `new` steps in the week `end`."""
        value, once = np.asarray(self._problem.value), np.asarray(self._problem.once)
        worth: Floats = (self._line.weeks - end) * (new * value).sum(axis=1) + (new * once).sum(axis=1)
        return worth


def _multiply(left: Flags, right: Floats) -> Floats:
    rows = max(2, ONE_THREAD // max(1, right.size))
    parts = [left[k : k + rows].astype(right.dtype) @ right for k in range(0, len(left), rows)]
    return np.concatenate(parts) if parts else np.zeros((0, right.shape[1]), dtype=right.dtype)
