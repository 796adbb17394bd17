"""All orders of ends that could be worth more than an aim: where there are few, the aim is a bound.

Activities end one after another on the line of hours, each in the first week that what it requires allows. Orders that
leave the same open go on as one from there: it counts which steps are covered, and since when if something may still
have to wait for that, and not by which activities or in which order. What is still to come is bounded by prices, as in
a line-up, and orders that cannot pass the aim any more are left. As all that have become one can go on alike, what any
of them may still gain bounds the others too.

Where there are too many, those with the highest bounds are looked at, and the aim rises to what the others could reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headway.plan.solver.lineup import LineUp, look_later
from headway.plan.solver.problem import EPS, Problem, ends
from headway.plan.solver.relaxation import Floats, Program
from headway.plan.solver.surrogate import Flags, Indices
from headway.plan.solver.weekly import Priced

Bits = NDArray[np.uint64]
"""Flags of each row, 64 in a number: numbers x rows."""
States = NDArray[np.uint16]

WIDTH = 300
"""Orders that reach the same hour and go on from there, at most."""
ONE_THREAD = 200_000
"""Size of a product up to which linear algebra keeps to one thread; more of them only wait for each other."""
ROOM = 1e-9
"""Relative room for sums that are taken in another order."""


class Bounded(NamedTuple):
    """A bound, whether an order reaches it, and how many were looked at."""

    bound: float
    reached: bool
    looked_at: int


class _Lists(NamedTuple):
    """Lists of numbers, one behind the other."""

    begin: Indices
    size: Indices
    items: Indices

    def find(self, which: Indices) -> tuple[Indices, Indices]:
        """Of each item of the lists `which` the place of its list there, and the item."""
        size = self.size[which]
        place = np.repeat(np.arange(len(which)), size)
        return place, self.items[np.arange(len(place)) + (self.begin[which] - np.cumsum(size) + size)[place]]


class _Orders(NamedTuple):
    """Orders that have reached the same hour."""

    state: States
    """Orders x steps: 0 open, 1 attained, and the week after that where something may have to wait for it; `waiting`
    is covered and not attained yet. Steps attained from the beginning fill the rows to whole numbers of 64 bits."""
    week: Indices
    """Of the last end."""
    spent: Floats
    worth: Floats
    bound: Floats
    """Of each, in whichever way it goes on."""

    def take(self, which: Indices) -> _Orders:
        return _Orders(self.state[which], self.week[which], self.spent[which], self.worth[which], self.bound[which])


class Orders:
    """What is known of the activities of a problem, whatever the prices."""

    def __init__(self, problem: Problem, program: Program, line: LineUp) -> None:
        size = len(problem.activities)
        self.problem, self.line = problem, line
        self.waiting = problem.weeks + 1
        count = len(problem.steps)
        self.width = 4 * (count // 4 + 1)
        """States in a row: one of each step, and one at least that is attained from the beginning."""
        self.value, self.once = np.asarray(problem.value), np.asarray(problem.once)
        block = {block: b for b, block in enumerate(program.blocks[size:])}
        self.block = np.array([block.get(attained, -1) for attained in program.attained])
        """The block of each step; none where it is that of an activity."""
        self.steps = np.flatnonzero(self.block >= 0)
        """The step of each block."""
        covers, rests = np.zeros((size, self.width), dtype=bool), np.eye(count, self.width, dtype=bool)
        for s, needs in enumerate(problem.needs):  # required steps come first
            rests[s] |= rests[list(needs)].any(axis=0)
        for a, covered in enumerate(problem.covers):
            covers[a, list(covered)] = True
        self.rests = _pack(rests)
        """Of each step what has to be covered for it to be attained."""
        self.covers = covers
        self.opens = np.array([(rests & row).any(axis=1) for row in covers])
        """Activities x steps: what may be attained when each has ended."""
        self.requires = [required or (count,) for required in problem.requires]
        begins = range(1, problem.weeks + 1)
        self.begun = np.array([[ends(problem.total, begin, hours) for hours in problem.hours] for begin in begins])
        """By when each activity ends at the soonest that begins after week 0, 1, ..."""
        self.begun[0] = problem.soonest
        self.mix = np.random.default_rng(size).integers(1, 2**62, self.width // 4 + 2, dtype=np.uint64)

    def bound(self, priced: Priced, aim: float, limit: int, width: int = WIDTH) -> Bounded:
        """`aim`, or more where an order is worth more, or where looking at `limit` orders, about, and at `width` that
        reach the same hour, is not enough to tell."""
        search = _Search(self, priced, aim)
        best, count = 0.0, 0
        waiting: dict[int, list[_Orders]] = {0: [search.begin()]}
        for hour in range(self.line.size + 1):
            while hour in waiting:  # what is shorter than an hour ends in the same one
                orders = search.join(waiting.pop(hour), hour, width if count < limit else 0)
                count += len(orders.worth)
                best = max(best, float(orders.worth.max(initial=0.0)))
                for later, longer in search.go_on(orders, hour):
                    waiting.setdefault(later, []).append(longer)
        return Bounded(max(search.aim, best), best > search.aim, count)


class _Search:
    """Orders at some prices, of the activities that can be in one that passes the aim."""

    def __init__(self, known: Orders, priced: Priced, aim: float) -> None:
        problem, line = known.problem, known.line
        self._known, self._line = known, line
        self.aim = aim + ROOM * abs(aim)
        later = look_later(priced.ends)
        self._behind, with_each = line.look_through(later)
        self._holds = priced.holds
        self._most = np.maximum(0.0, look_later(priced.holds))
        """What each block of steps may gain from a week on."""
        self._open = priced.base + np.maximum(0.0, later[line.short, 0]).sum() + self._most[:, 0].sum()
        kept = np.sort(np.concatenate([line.short, line.long[self._open + with_each > self.aim]]))
        self._all = np.arange(len(kept))
        self._hours = line.hours[kept]
        self._budget = np.inf if problem.budget is None else problem.budget + EPS
        self._cost = np.asarray(problem.cost)[kept] * (problem.budget is not None)
        self._covers, self._covered = _pack(known.covers[kept]), _list(known.covers[kept])
        self._opens = _list(known.opens[kept])
        requires = [known.requires[a] for a in kept]
        self._required = np.array([q for required in requires for q in required], dtype=np.intp)
        self._first_required = np.cumsum([0, *map(len, requires)])[:-1]
        self._ends = np.where(self._hours[:, None] > 0, priced.ends[kept], 0.0)  # the short ones count in any case
        weeks = line.weeks
        possible = np.where(priced.ends[kept] > -np.inf, np.arange(weeks), weeks)
        possible = np.minimum.accumulate(possible[:, ::-1], axis=1)[:, ::-1]
        self._possible = np.hstack([possible, np.full((len(kept), 2), weeks)])
        """The first week in which each may end, from a week on."""
        self._soonest = np.vstack([known.begun[:weeks, kept], np.full((1, len(kept)), weeks)]).T
        """The same from the week on after which it begins; none where that never comes."""
        self._since = np.array([weeks, *range(weeks), weeks])
        """Of each state of a step the week after which what requires it may begin."""
        self._total = np.asarray(problem.total)

    def begin(self) -> _Orders:
        count = len(self._known.value)
        state = np.zeros((1, self._known.width), dtype=np.uint16)
        state[:, count:] = 1
        none = np.zeros(1)
        return _Orders(state, np.zeros(1, dtype=np.intp), none, none, np.array([self._open + self._behind[0]]))

    def join(self, parts: list[_Orders], hour: int, width: int) -> _Orders:
        """Those that may pass the aim, each state once, with its highest worth and the least that may be gained.

        Only the best `width` of them go on: what the others could reach is the aim from then on.
        """
        state, week, spent, worth, bound = (np.concatenate(part) for part in zip(*parts, strict=True))
        week = np.maximum(week, self._line.week[hour])
        now = np.arange(self._known.waiting + 1, dtype=np.uint16)
        now[2 : self._known.waiting][self._total[1 : self._known.waiting - 1] <= hour] = 1
        state = now[state]
        told = np.column_stack([state.view(np.uint64), week.astype(np.uint64), spent.view(np.uint64)])
        by_state = np.argsort((told * self._known.mix).sum(axis=1), kind="stable")
        told, worth, gain = told[by_state], worth[by_state], (bound - worth)[by_state]
        first = np.flatnonzero(np.append(True, (told[1:] != told[:-1]).any(axis=1)))
        worth, gain = np.maximum.reduceat(worth, first), np.minimum.reduceat(gain, first)
        bound = worth + gain
        passing = np.flatnonzero(bound > self.aim)
        if len(passing) > width:
            by_bound = np.argsort(-bound[passing], kind="stable")
            self.aim = float(bound[passing[by_bound[width]]])
            passing = np.flatnonzero(bound > self.aim)
        kept = by_state[first[passing]]
        return _Orders(state[kept], week[kept], spent[kept], worth[passing], bound[passing])

    def go_on(self, orders: _Orders, hour: int) -> Iterator[tuple[int, _Orders]]:
        """Each order with each activity that may end next, by the hour that it reaches."""
        line, known = self._line, self._known
        since = self._since[orders.state]
        begin = np.maximum.reduceat(since[:, self._required], self._first_required, axis=1)
        reached = np.minimum(hour + self._hours, line.size)
        least = np.maximum(orders.week[:, None], line.week[reached])
        end = self._possible[self._all, np.maximum(least, self._soonest[self._all, begin])]
        left = _pack(orders.state == 0)
        fits = (end < line.weeks) & (hour + self._hours <= line.size)
        fits &= _any(part[:, None] & covers for part, covers in zip(left, self._covers, strict=True))
        fits &= orders.spent[:, None] + self._cost <= self._budget
        order, a = np.nonzero(fits)
        end = end[order, a]
        still = _multiply(since[:, known.steps] == line.weeks, self._most)
        rest = still[np.arange(len(still)), orders.week] + self._behind[hour]
        bound = orders.bound[order] + self._ends[a, end] + self._behind[reached[a]] - rest[order] + still[order, end]
        passing = np.flatnonzero(bound > self.aim - 1e3 * ROOM * abs(self.aim))
        order, a, end, bound = order[passing], a[passing], end[passing], bound[passing]
        which, step = self._find_attained(since, left, order, a)
        worth = orders.worth[order] + np.bincount(
            which, known.value[step] * (line.weeks - end[which]) + known.once[step], len(order)
        )
        held = known.block[step] >= 0
        block, by = known.block[step[held]], which[held]
        bound += np.bincount(by, self._holds[block, end[by]] - self._most[block, end[by]], len(order))
        passing = np.flatnonzero(bound > self.aim)
        passing = passing[np.argsort(reached[a[passing]], kind="stable")]
        state = orders.state[order]
        by, covered = self._covered.find(a)
        state[by, covered] = np.where(state[by, covered] == 0, known.waiting, state[by, covered])
        state[which, step] = end[which] + 1
        longer = _Orders(state, end, orders.spent[order] + self._cost[a], worth, bound)
        laters, firsts = np.unique(reached[a[passing]], return_index=True)
        for later, same in zip(laters.tolist(), np.split(passing, firsts[1:]), strict=False):
            yield later, longer.take(same)

    def _find_attained(self, since: Indices, left: Bits, order: Indices, a: Indices) -> tuple[Indices, Indices]:
        """Which of `order` attain a step when the activity beside them has ended, and the step."""
        which, step = self._opens.find(a)
        new = since[order[which], step] == self._line.weeks
        which, step = which[new], step[new]
        lacking = zip(left[:, order] & ~self._covers[:, a], self._known.rests[:, step], strict=True)
        new = ~_any(part[which] & rests for part, rests in lacking)
        return which[new], step[new]


def _pack(flags: Flags) -> Bits:
    wide = np.zeros((len(flags), -(-flags.shape[1] // 64) * 64), dtype=bool)
    wide[:, : flags.shape[1]] = flags
    return np.ascontiguousarray(np.packbits(wide, axis=1).view(np.uint64).T)


def _any(parts: Iterable[Bits]) -> Flags:
    """Whether any bit is set in any of the parts."""
    first, *others = parts
    for other in others:
        first |= other
    some: Flags = first != 0
    return some


def _list(flags: Flags) -> _Lists:
    """The columns of the flags of each row."""
    rows, columns = np.nonzero(flags)
    size = np.bincount(rows, minlength=len(flags))
    return _Lists(np.cumsum(size) - size, size, columns)


def _multiply(left: Flags, right: Floats) -> Floats:
    rows = max(2, ONE_THREAD // max(1, right.size))
    parts = [left[k : k + rows].astype(right.dtype) @ right for k in range(0, len(left), rows)]
    return np.concatenate(parts) if parts else np.zeros((0, right.shape[1]), dtype=right.dtype)
