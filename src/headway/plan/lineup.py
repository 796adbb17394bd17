"""Activities lined up one behind another on a line of hours: no plan gains more than the best line-up.

In any plan, what has ended by a week has all its hours in the weeks up to it. So its activities, in the order of
their ends and as late as that allows, fit on the line without overlap, none behind the last hour of the week in which
it ends. Counted are whole hours, lengths rounded down.
"""

from __future__ import annotations

import numpy as np

from headway.plan.reduce import EPS, Problem
from headway.plan.relaxation import Floats


class LineUp:
    """The line of a problem's hours, on which the best line-up is found again and again."""

    def __init__(self, problem: Problem) -> None:
        hours = np.floor(np.asarray(problem.hours) + EPS).astype(np.intp)
        ends = np.floor(np.asarray(problem.total) + EPS).astype(np.intp)[: problem.weeks]
        self._long = np.flatnonzero(hours)
        """Activities of at least an hour; the others take no room."""
        self._hours = hours[self._long]
        self._size = int(ends[-1])
        self._week = np.searchsorted(ends, np.arange(self._size + 1))
        """The first week that reaches to each hour."""

    def find_best(self, gains: Floats) -> tuple[float, list[tuple[int, int]]]:
        """The most that a line-up gains, and its activities with their weeks.

        `gains[a, w]` is what activity a gains when it ends in week w. An activity may stand there more than once,
        and counts as ended in whichever week, not before its place, gains most.
        """
        later = np.maximum.accumulate(gains[:, ::-1], axis=1)[:, ::-1]
        free = np.setdiff1d(np.arange(len(gains)), self._long)
        taken = [(int(a), 0) for a in free if later[a, 0] > 0]
        total = float(sum(later[a, 0] for a, _ in taken))
        worth, chosen = self._fill(later[self._long][:, self._week])
        hour = self._size
        while hour > 0:
            k = chosen[hour]
            if k >= 0:
                taken.append((int(self._long[k]), int(self._week[hour])))
                hour -= int(self._hours[k])
            else:
                hour -= 1
        return total + worth, [(a, week + int(np.argmax(gains[a, week:]))) for a, week in taken]

    def _fill(self, gains: Floats) -> tuple[float, list[int]]:
        """The most that is gained up to the last hour, and of each hour the one that ends there, or -1.

        As many hours are done at once as the shortest is long: none of them depends on another.
        """
        offset = int(self._hours.max(initial=1))
        best = np.full(offset + self._size + 1, -np.inf)
        best[offset] = 0.0
        chosen = np.full(self._size + 1, -1)
        before = offset - self._hours[:, None]
        step = int(self._hours.min(initial=offset))
        for begin in range(1, self._size + 1, step):
            end = min(self._size + 1, begin + step)
            worths = best[before + np.arange(begin, end)] + gains[:, begin:end]
            which = worths.argmax(axis=0)
            most = worths[which, np.arange(end - begin)]
            reached = np.maximum.accumulate(np.concatenate([best[offset + begin - 1, None], most]))
            best[offset + begin : offset + end] = reached[1:]
            chosen[begin:end] = np.where(most > reached[:-1], which, -1)
        return float(best[-1]), chosen.tolist()
