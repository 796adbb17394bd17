"""Activities lined up one behind another on a line of hours: no plan gains more than the best line-up.

In any plan, what has ended by a week has all its hours in the weeks up to it. So its activities, in the order of
their ends and as late as that allows, fit on the line without overlap, none behind the last hour of the week in which
it ends. Counted are whole hours, lengths rounded down.
"""

from __future__ import annotations

import numpy as np

from headway.plan.solver.reduce import EPS, Problem
from headway.plan.solver.relaxation import Floats


class LineUp:
    """The line of a problem's hours, on which the best line-up is found again and again."""

    def __init__(self, problem: Problem) -> None:
        self.weeks = problem.weeks
        hours = np.floor(np.asarray(problem.hours) + EPS).astype(np.intp)
        ends = np.floor(np.asarray(problem.total) + EPS).astype(np.intp)[: problem.weeks]
        self._long = np.flatnonzero(hours)
        """Activities of at least an hour."""
        self._short = np.flatnonzero(hours == 0)
        """The others take no room."""
        self._hours = hours[self._long]
        self._size = int(ends[-1])
        self._week = np.searchsorted(ends, np.arange(self._size + 1))
        """The first week that reaches to each hour."""
        self._first = int(self._hours.max(initial=1))
        """Where hour 0 stands in a table: what would begin before it finds nothing there."""
        self._step = int(self._hours.min(initial=self._first))
        self.steps = self._size // self._step
        """How often hours are done at once: what finding the best line-up takes."""
        self._begin = self._first - self._hours[:, None] + np.arange(self._size + 1)
        """Where each activity begins in a table to end at each hour."""

    def find_best(self, gains: Floats) -> tuple[float, list[tuple[int, int]]]:
        """The most that a line-up gains, and its activities with their weeks.

        `gains[a, w]` is what activity a gains when it ends in week w, before week `weeks`. An activity may stand there
        more than once, and counts as ended in whichever week, not before its place, gains most.
        """
        later = np.maximum.accumulate(gains[:, ::-1], axis=1)[:, ::-1]
        lined_up = [(int(a), 0) for a in self._short if later[a, 0] > 0]
        total = float(sum(later[a, 0] for a, _ in lined_up))
        at_hour = later[self._long][:, self._week]
        best = self._fill(at_hour)
        hour = self._size
        while hour > 0:
            if best[self._first + hour] > best[self._first + hour - 1]:
                k = int(np.argmax(best[self._begin[:, hour]] + at_hour[:, hour]))
                lined_up.append((int(self._long[k]), int(self._week[hour])))
                hour -= int(self._hours[k])
            else:
                hour -= 1
        return total + float(best[-1]), [(a, week + int(np.argmax(gains[a, week:]))) for a, week in lined_up]

    def _fill(self, gains: Floats) -> Floats:
        """The most that is gained up to each hour.

        As many hours are done at once as the shortest activity takes: none of them depends on another.
        """
        best = np.full(self._first + self._size + 1, -np.inf)
        best[self._first] = 0.0
        for begin in range(1, self._size + 1, self._step):
            end = min(self._size + 1, begin + self._step)
            most = best[self._first + begin - 1 : self._first + end]
            np.max(best[self._begin[:, begin:end]] + gains[:, begin:end], axis=0, out=most[1:], initial=-np.inf)
            np.maximum.accumulate(most, out=most)
        return best
