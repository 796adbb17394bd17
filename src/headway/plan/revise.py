"""A plan mended after something changed: what can stay where it was stays, as stability is a term of the objective."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from headway.plan.decode import Board, empty_board, place
from headway.plan.model import Instance
from headway.plan.reduce import EPS, Problem, reduce
from headway.plan.score import Allocation, find_breaches, find_worth
from headway.plan.solver import sketch
from headway.values import Map

STABILITY = 0.4
"""Judged: laying all planned hours into other weeks costs this share of the plan's worth, a part of them that part."""
ENDING = 0.3
"""Judged: the same for the ends of activities, which are what one remembers."""
EFFORT = 0.05
"""How hard a fresh plan is looked for beside the mended ones."""
LOST = 0.1
"""Judged: the same for each activity that was begun and would be given up."""
ROUNDS = 3
"""How many more activities may be taken up, one after the other, to make room."""

Hours = dict[str, dict[int, float]]


class Revision(NamedTuple):
    """A new allocation; `worth` of its steps, and the activities of the old one that end elsewhere or are left out."""

    allocation: Map[str, Map[int, float]]
    worth: float
    moved: tuple[str, ...]


def revise(instance: Instance, before: Allocation, patience: int, begun: Collection[str] = ()) -> Revision:
    """The best of many ways to mend `before`, and of a fresh plan, by worth less what moving costs.

    Moved are hours that lie in another week than before, and ends of activities.
    `before` holds what was planned in the weeks of `instance`, whose hours are those that are left. An activity moves
    when it ends in another week; those `begun` are not lightly given up. Nothing random, so the same change always
    gives the same plan.
    """
    problem = reduce(instance, patience)
    number = {name: a for a, name in enumerate(problem.activities)}
    old = {name: dict(weeks) for name, weeks in before.items() if weeks and name in number}
    was = {name: max(weeks) for name, weeks in before.items() if weeks}
    hours = sum(sum(weeks.values()) for weeks in before.values()) or 1.0

    def judge(allocation: Allocation) -> tuple[float, Revision]:
        worth = find_worth(instance, allocation)
        moved = tuple(name for name, end in was.items() if name not in allocation or max(allocation[name]) != end)
        same = sum(min(h, allocation[a].get(w, 0.0)) for a in before if a in allocation for w, h in before[a].items())
        price = STABILITY * (1 - same / hours) + ENDING * len(moved) / max(1, len(was))
        price += LOST * sum(name in was and name not in allocation for name in begun)
        held = sum(task.pinned and task.id in allocation for task in instance.activities)
        kept = Revision(Map({name: Map(weeks) for name, weeks in allocation.items()}), worth, moved)
        return worth - price * max(worth, 1.0) + held * sum(problem.once), kept

    order = sorted(was, key=lambda name: (was[name], name))
    fresh = sketch(instance, EFFORT, patience, order)
    entering = [number[name] for name in sorted(fresh, key=lambda a: max(fresh[a])) if name not in was]
    entering += [a for a in range(len(problem.activities)) if a not in entering and problem.activities[a] not in was]
    best = judge(fresh)
    loose = _find_loose(instance, problem, number, old)
    for count in range(1, len(order) + 1):  # what comes next, each as soon as it can, and the rest where it was
        next_ones = [name for name in order[:count] if name in old and name not in loose]
        mended = _mend(instance, problem, number, old, (*loose, *next_ones), order, entering)
        if mended is not None and (judged := judge(mended))[0] > best[0] + EPS:
            best = judged
    for _ in range(ROUNDS + 1):
        found = best
        taken = loose
        for more in ((), *((name,) for name in order if name in old and name not in loose)):
            mended = _mend(instance, problem, number, old, (*loose, *more), order, entering)
            if mended is not None and (judged := judge(mended))[0] > found[0] + EPS:
                found, taken = judged, (*loose, *more)
        if found[0] <= best[0] + EPS:
            break
        best, loose = found, taken
    return best[1]


def _find_loose(instance: Instance, problem: Problem, number: Mapping[str, int], old: Hours) -> tuple[str, ...]:
    """What cannot stay as it was: its hours are others now, or its weeks no longer hold it."""
    loose = [
        name
        for name, weeks in old.items()
        if abs(sum(weeks.values()) - problem.hours[number[name]]) > EPS or max(weeks) > problem.last[number[name]]
    ]
    while True:
        fixed = {name: weeks for name, weeks in old.items() if name not in loose}
        free = list(instance.capacity)
        for name in sorted(fixed, key=lambda n: max(fixed[n])):
            for week, hours in fixed[name].items():
                free[week - 1] -= hours
            if any(free[week - 1] < -EPS for week in fixed[name]):
                loose.append(name)
                break
        else:
            return tuple(loose)


def _mend(
    instance: Instance,
    problem: Problem,
    number: Mapping[str, int],
    old: Hours,
    loose: Collection[str],
    order: Sequence[str],
    entering: Sequence[int],
) -> Hours | None:
    """The old plan with only what is `loose` laid out again, free hours given to what enters; None if impossible."""
    fixed = {name: weeks for name, weeks in old.items() if name not in loose}
    best: tuple[float, Hours] | None = None
    again = [number[name] for name in order if name in old and name in loose]
    for spread in (True, False):
        given: dict[int, dict[int, float]] = {}
        board = _lay(problem, {number[name]: weeks for name, weeks in fixed.items()})
        place(problem, [*dict.fromkeys(again), *entering], board, spread, given=given)
        allocation = fixed | {problem.activities[a]: weeks for a, weeks in given.items()}
        if not find_breaches(instance, allocation):
            worth = find_worth(instance, allocation)
            if best is None or worth > best[0]:
                best = (worth, allocation)
    return best[1] if best else None


def _lay(problem: Problem, fixed: Mapping[int, Mapping[int, float]]) -> Board:
    """A board on which some activities lie already, in any order."""
    board = empty_board(problem)
    free, busy, attained, covered = board.free, board.busy, board.attained, board.covered
    for a, weeks in fixed.items():
        for week, hours in weeks.items():
            free[week] = max(0.0, free[week] - hours)
            if free[week] < EPS:
                free[week] = 0.0
        for week in range(min(weeks), max(weeks) + 1):
            busy[week] += 1
        for s in problem.covers[a]:
            covered[s] = min(covered[s] or max(weeks), max(weeks))
    for s, needs in enumerate(problem.needs):  # required steps come before those that require them
        if covered[s] and all(attained[q] for q in needs):
            attained[s] = max([covered[s], *(attained[q] for q in needs)])
    spent = sum(problem.cost[a] for a in fixed)
    return board._replace(spent=spent)
