"""A plan mended after something changed: what can stay where it was stays, as stability is a term of the objective."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from headway.plan.push import push
from headway.plan.solver.decode import Board, empty_board, place
from headway.plan.solver.model import Instance
from headway.plan.solver.problem import EPS, Problem
from headway.plan.solver.reduce import reduce
from headway.plan.solver.score import TOLERANCE, Allocation, find_breaches, find_worth
from headway.plan.solver.solve import sketch
from headway.values import Map

STABILITY = 0.3
"""Judged: laying all planned items into other weeks costs this share of the plan's worth, a part of them that part."""
ENDING = 0.2
"""Judged: the same for the ends of activities, which are what one remembers."""
FEW = 0.2
"""The share of items that may move as lightly as that for each week of hours that is behind, at least one."""
BEYOND = 3.0
"""Judged: what items past that share cost besides, so that more of them move only where it is worth much."""
MOST = 0.15
"""Judged: the most that they cost besides. Where staying close loses about half of the worth, all may move."""
LOST = 0.1
"""Judged: the share of the worth that each activity costs that was begun and would be given up."""
EFFORT = 0.05
"""How hard a fresh plan is looked for beside the mended ones."""
ROUNDS = 3
"""How many more activities may be taken up, one after the other, to make room."""
PAIRS_UP_TO = 16
"""Activities to come up to which two of them are tried together."""

Hours = dict[str, dict[int, float]]


class Revision(NamedTuple):
    """A new allocation, the `worth` of its steps, and what it moves of the old one."""

    allocation: Map[str, Map[int, float]]
    worth: float
    moved: tuple[str, ...]
    """Activities that end in another week or are left out."""
    items: int
    """What the old plan had: an item is one activity in one week."""
    items_moved: int
    """Those that are gone from their week, or hold other hours in it."""


class Mending(NamedTuple):
    """What there is to mend: the problem from now on, and what the old plan holds in its weeks."""

    instance: Instance
    problem: Problem
    number: Mapping[str, int]
    old: Hours
    """By activity and week; empty for what was begun and has no weeks left."""
    order: tuple[str, ...]
    """All of `old`, by their old end."""
    few: float
    """The share of items that may move lightly."""


def revise(instance: Instance, before: Allocation, patience: int, begun: Collection[str] = ()) -> Revision:
    """The best of many ways to mend `before`, and of a fresh plan, by worth less what moving costs.

    `before` holds what was planned in the weeks of `instance`, whose hours are those that are left; those `begun` are
    not lightly given up. Nothing random, so the same change always gives the same plan.
    """
    problem = reduce(instance, patience)
    number = {name: a for a, name in enumerate(problem.activities)}
    old = {name: dict(before.get(name, {})) for name in dict.fromkeys((*before, *begun)) if name in number}
    order = tuple(sorted(old, key=lambda name: (max(old[name], default=0), name)))
    behind = sum(max(0.0, problem.hours[number[name]] - sum(weeks.values())) for name, weeks in old.items())
    weeks_behind = behind / max(1.0, *instance.capacity)
    mending = Mending(instance, problem, number, old, order, FEW * max(1.0, weeks_behind))
    was = {name: dict(weeks) for name, weeks in before.items() if weeks}
    fresh = sketch(instance, EFFORT, patience, order)
    entering = [number[name] for name in sorted(fresh, key=lambda a: max(fresh[a])) if name not in old]
    entering += [a for a in range(len(problem.activities)) if a not in entering and problem.activities[a] not in old]
    best = _judge(mending, was, begun, fresh)
    for mended in _push_on(mending, entering):
        best = max(best, _judge(mending, was, begun, mended), key=_rank)
    return _relay(mending, entering, best, lambda hours: _judge(mending, was, begun, hours)).revision


class Judged(NamedTuple):
    merit: float
    revision: Revision


def _rank(judged: Judged) -> float:
    return round(judged.merit, 6)


def count_items(before: Allocation, after: Allocation) -> tuple[int, int]:
    """How many items there were (one activity in one week), and how many no longer hold the same hours there."""
    items = [(name, week, hours) for name, weeks in before.items() for week, hours in weeks.items()]
    gone = sum(abs(after.get(name, {}).get(week, 0.0) - hours) > TOLERANCE for name, week, hours in items)
    return len(items), gone


def _judge(mending: Mending, was: Hours, begun: Collection[str], allocation: Allocation) -> Judged:
    worth = find_worth(mending.instance, allocation)
    moved = tuple(a for a, weeks in was.items() if a not in allocation or max(allocation[a]) != max(weeks))
    items, gone = count_items(was, allocation)
    share = gone / max(1, items)
    price = STABILITY * share + min(MOST, BEYOND * max(0.0, share - mending.few))
    price += ENDING * len(moved) / max(1, len(was))
    price += LOST * sum(name in mending.number and name not in allocation for name in begun)
    held = sum(task.pinned and task.id in allocation for task in mending.instance.activities)
    merit = worth - price * max(worth, 1.0) + held * sum(mending.problem.once)
    kept = Map({name: Map(weeks) for name, weeks in allocation.items()})
    return Judged(merit, Revision(kept, worth, moved, items, gone))


def _push_on(mending: Mending, entering: Sequence[int]) -> Iterator[Hours]:
    """The old plan lived on, as it is and without one or two of its activities; what room is left goes to others."""
    problem, number = mending.problem, mending.number
    lived = {number[name]: mending.old[name] for name in mending.order}
    pairs = combinations(lived, 2) if len(lived) <= PAIRS_UP_TO else ()
    for out in ((), *((a,) for a in lived), *pairs):
        pushed = push(problem, lived, out)
        yield from _fill(mending, pushed, [a for a in lived if a not in pushed], entering)


def _fill(
    mending: Mending, fixed: Mapping[int, Mapping[int, float]], again: Sequence[int], entering: Sequence[int]
) -> Iterator[Hours]:
    """What lies `fixed`, with `again` and then what enters laid into the hours left; nothing where a rule is broken."""
    problem = mending.problem
    for spread in (True, False):
        given: dict[int, dict[int, float]] = {}
        place(problem, [*again, *entering], _lay(problem, fixed), spread, given=given)
        allocation = {problem.activities[a]: dict(weeks) for a, weeks in (*fixed.items(), *given.items())}
        if not find_breaches(mending.instance, allocation):
            yield allocation


def _relay(mending: Mending, entering: Sequence[int], best: Judged, judge: Callable[[Hours], Judged]) -> Judged:
    """The best of `best` and of plans in which some activities are laid out again, each as soon as it can be.

    First what comes next, more and more of it; then whatever makes most room, one after the other.
    """
    loose = _find_loose(mending)
    others = [name for name in mending.order if name not in loose]
    for count in range(1, len(others) + 1):
        for mended in _lay_again(mending, (*loose, *others[:count]), entering):
            best = max(best, judge(mended), key=_rank)
    for _ in range(ROUNDS + 1):
        found, taken = best, loose
        for more in ((), *((name,) for name in others if name not in loose)):
            for mended in _lay_again(mending, (*loose, *more), entering):
                judged = judge(mended)
                if _rank(judged) > _rank(found):
                    found, taken = judged, (*loose, *more)
        if found is best:
            break
        best, loose = found, taken
    return best


def _lay_again(mending: Mending, loose: Collection[str], entering: Sequence[int]) -> Iterator[Hours]:
    fixed = {mending.number[name]: weeks for name, weeks in mending.old.items() if name not in loose}
    again = [mending.number[name] for name in mending.order if name in loose]
    yield from _fill(mending, fixed, again, entering)


def _find_loose(mending: Mending) -> tuple[str, ...]:
    """What cannot stay as it was: its hours are others now, or its weeks no longer hold it."""
    problem, old = mending.problem, mending.old
    loose = [
        name
        for name, weeks in old.items()
        if abs(sum(weeks.values()) - problem.hours[mending.number[name]]) > EPS
        or max(weeks) > problem.last[mending.number[name]]
    ]
    while True:
        fixed = {name: weeks for name, weeks in old.items() if name not in loose}
        free = list(mending.instance.capacity)
        for name in sorted(fixed, key=lambda n: max(fixed[n])):
            for week, hours in fixed[name].items():
                free[week - 1] -= hours
            if any(free[week - 1] < -EPS for week in fixed[name]):
                loose.append(name)
                break
        else:
            return tuple(loose)


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
