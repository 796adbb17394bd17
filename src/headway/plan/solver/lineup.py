"""Activities lined up one behind another on a line of hours: no plan gains more than the best line-up.

In any plan, what has ended by a week has all its hours in the weeks up to it. So its activities, in the order of
their ends and as late as that allows, fit on the line without overlap, none behind the last hour of the week in which
it ends. Counted are whole hours, lengths rounded down.
"""

from __future__ import annotations

import numpy as np

from headway.plan.solver.problem import EPS, Problem
from headway.plan.solver.relaxation import Floats
from headway.plan.solver.surrogate import Indices


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
        self.short = np.flatnonzero(self.hours == 0)
        """Activities of less than an hour: they take no room."""
        by_hours = np.argsort(self.hours, kind="stable")
        self.long = by_hours[len(self.short) :]
        """The others, the shortest first."""
        self._hours = self.hours[self.long]
        lengths, self._group = np.unique(self._hours, return_index=True)
        self._lengths = lengths
        self._first = int(lengths.max(initial=1))
        """Where hour 0 stands in a table: what would begin before it finds nothing there."""
        step = int(lengths.min(initial=self._first))
        self._chunks: list[tuple[int, int, Indices]] = []
        """Hours done at once, as many as the shortest activity takes: none of them depends on another. Of each hour
        the places in a table where activities of each length begin that end there."""
        for begin in range(1, self.size + 1, step):
            end = min(self.size + 1, begin + step)
            self._chunks.append((begin, end, self._first + np.arange(begin, end)[:, None] - lengths))
        self.steps = len(self._chunks)
        """What finding the best line-up takes."""

    def find_best(self, gains: Floats) -> tuple[float, list[tuple[int, int]]]:
        """The most that a line-up gains, and its activities with their weeks.

        `gains[a, w]` is what activity a gains when it ends in week w, before week `weeks`. An activity may stand there
        more than once, and counts as ended in whichever week, not before its place, gains most.
        """
        later = look_later(gains)
        lined_up = [(int(a), 0) for a in self.short if later[a, 0] > 0]
        total = float(sum(later[a, 0] for a, _ in lined_up))
        best = self._fill(self._gain_by_length(later))
        hour = self.size
        while hour > 0:
            if best[self._first + hour] > best[self._first + hour - 1]:
                begins = best[self._first + hour - self._hours]
                a = int(self.long[np.argmax(begins + later[self.long, self.week[hour]])])
                lined_up.append((a, int(self.week[hour])))
                hour -= int(self.hours[a])
            else:
                hour -= 1
        return total + float(best[-1]), [(a, week + int(np.argmax(gains[a, week:]))) for a, week in lined_up]

    def look_through(self, later: Floats) -> tuple[Floats, Floats]:
        """The most that is gained behind each hour, and the most with each of the `long` activities on the line.

        `later[a, w]` is the most that activity a gains when it ends in week w or a later one.
        """
        gains = self._gain_by_length(later)
        behind = np.zeros(self.size + 1)
        for hour in reversed(range(self.size)):
            fitting = np.searchsorted(self._lengths, self.size - hour, side="right")
            end = hour + self._lengths[:fitting]
            behind[hour] = max(behind[hour + 1], (gains[end, np.arange(fitting)] + behind[end]).max(initial=-np.inf))
        begins = self._first + np.arange(self.size + 1) - self._hours[:, None]
        with_each = self._fill(gains)[begins] + later[self.long][:, self.week] + behind
        return behind, with_each.max(axis=1, initial=-np.inf)

    def _fill(self, gains: Floats) -> Floats:
        """The most that is gained up to each hour, from what each length gains there."""
        best = np.full(self._first + self.size + 1, -np.inf)
        best[self._first] = 0.0
        for begin, end, begins in self._chunks:
            most = best[self._first + begin - 1 : self._first + end]
            np.maximum.reduce(best.take(begins) + gains[begin:end], axis=1, out=most[1:], initial=-np.inf)
            np.maximum.accumulate(most, out=most)
        return best

    def _gain_by_length(self, later: Floats) -> Floats:
        """Hours x lengths: the most that an activity of each length gains that ends at an hour or later."""
        most: Floats = np.maximum.reduceat(later[self.long], self._group).T[self.week]
        return most


def look_later(gains: Floats) -> Floats:
    """The most that is gained in each week or a later one."""
    return np.maximum.accumulate(gains[:, ::-1], axis=1)[:, ::-1]
