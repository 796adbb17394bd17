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
        self.hours = np.floor(np.asarray(problem.hours) + EPS).astype(np.intp)
        """Whole hours of each activity."""
        ends = np.floor(np.asarray(problem.total) + EPS).astype(np.intp)[: problem.weeks]
        self.size = int(ends[-1])
        self.week = np.searchsorted(ends, np.arange(self.size + 1))
        """The first week that reaches to each hour."""
        self.long = np.flatnonzero(self.hours)
        """Activities of at least an hour."""
        self.short = np.flatnonzero(self.hours == 0)
        """The others take no room."""
        long = self.hours[self.long]
        self._first = int(long.max(initial=1))
        """Where hour 0 stands in a table: what would begin before it finds nothing there."""
        self._step = int(long.min(initial=self._first))
        self.steps = self.size // self._step
        """How often hours are done at once: what finding the best line-up takes."""
        self._begin = self._first - long[:, None] + np.arange(self.size + 1)
        """Where each activity begins in a table to end at each hour."""

    def find_best(self, gains: Floats) -> tuple[float, list[tuple[int, int]]]:
        """The most that a line-up gains, and its activities with their weeks.

        `gains[a, w]` is what activity a gains when it ends in week w, before week `weeks`. An activity may stand there
        more than once, and counts as ended in whichever week, not before its place, gains most.
        """
        later = look_later(gains)
        lined_up = [(int(a), 0) for a in self.short if later[a, 0] > 0]
        total = float(sum(later[a, 0] for a, _ in lined_up))
        at_hour = later[self.long][:, self.week]
        best = self._fill(at_hour)
        hour = self.size
        while hour > 0:
            if best[self._first + hour] > best[self._first + hour - 1]:
                k = int(np.argmax(best[self._begin[:, hour]] + at_hour[:, hour]))
                a = int(self.long[k])
                lined_up.append((a, int(self.week[hour])))
                hour -= int(self.hours[a])
            else:
                hour -= 1
        return total + float(best[-1]), [(a, week + int(np.argmax(gains[a, week:]))) for a, week in lined_up]

    def look_through(self, later: Floats) -> tuple[Floats, Floats]:
        """The most that is gained behind each hour, and the most with each of the `long` activities on the line.

        `later[a, w]` is the most that activity a gains when it ends in week w or a later one.
        """
        at_hour = later[self.long][:, self.week]
        behind = np.zeros(self.size + 1)
        long = self.hours[self.long]
        for hour in reversed(range(self.size)):
            end = hour + long
            k = np.flatnonzero(end <= self.size)
            behind[hour] = max(behind[hour + 1], (at_hour[k, end[k]] + behind[end[k]]).max(initial=-np.inf))
        with_each = self._fill(at_hour)[self._begin] + at_hour + behind
        return behind, with_each.max(axis=1, initial=-np.inf)

    def _fill(self, gains: Floats) -> Floats:
        """The most that is gained up to each hour.

        As many hours are done at once as the shortest activity takes: none of them depends on another.
        """
        best = np.full(self._first + self.size + 1, -np.inf)
        best[self._first] = 0.0
        for begin in range(1, self.size + 1, self._step):
            end = min(self.size + 1, begin + self._step)
            most = best[self._first + begin - 1 : self._first + end]
            np.max(best[self._begin[:, begin:end]] + gains[:, begin:end], axis=0, out=most[1:], initial=-np.inf)
            np.maximum.accumulate(most, out=most)
        return best


def look_later(gains: Floats) -> Floats:
    """The most that is gained in each week or a later one."""
    return np.maximum.accumulate(gains[:, ::-1], axis=1)[:, ::-1]
