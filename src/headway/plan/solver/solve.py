"""Chooses and schedules: the best plan found for an instance, and a proven bound on all others.

The linear solver, and what needs it, is imported only when there is something to solve.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from headway.plan.solver.decode import empty_board, find_span_worth, place, spread_hours
from headway.plan.solver.model import Instance, Solution
from headway.plan.solver.problem import Problem
from headway.plan.solver.reduce import reduce
from headway.plan.solver.score import find_worth
from headway.plan.solver.search import ROUNDS, Found, decode, greedy, improve, search_near
from headway.values import Map

Aim = Callable[[float], float]
"""The highest bound that is near enough to the worth of a plan."""

if TYPE_CHECKING:
    from headway.plan.solver.branch import Case, Relaxed
    from headway.plan.solver.relaxation import Floats

SLACK = 1e-7
"""Relative room above a bound for the tolerances of the linear solver."""
FAR = 0.03
"""The distance of a bound from the aim, as a share of it, from which on the plan is looked for longer first."""
LONGER = 0.4
"""The `effort` of that search, if the usual one is less: where bounds are far, plans are hard to find too.
Half of it goes into a last search where a proof has failed."""
PROOF_WORK = 20_000
"""Simplex iterations, or what takes as long, for a proof at an `effort` of at most 1; fewer beyond `PROOF_ROWS`."""
PROOF_ROWS = 800
EXACT_UP_TO = 400
"""Activities x weeks up to which the exact weekly model is asked where the relaxation leaves a doubt."""
EXACT_ALWAYS = 150
"""Activities x weeks up to which no doubt is left at all, whatever the `gap` and `effort`, short of some 100 cases."""


def solve(
    instance: Instance,
    gap: float = 0.01,
    effort: float = 1.0,
    patience: int | None = None,
) -> Solution:
    """The best plan found for `instance`, never worse than greedy by value per hour, and a bound that none can pass.

    It stops early once the plan is proven to be within `gap` (a share of the bound); `effort` scales how long it goes
    on otherwise. Both count work and not time, so the same arguments always give the same plan. With `patience`, no
    activity pauses for more than so many weeks that have hours; the bound holds for plans with longer pauses too.
    """
    problem = reduce(instance, patience)
    if not problem.activities:
        return Solution(id=instance.id, allocation=Map(), objective=0.0, bound=0.0)
    size = len(problem.activities) * problem.weeks
    pinned = sum(problem.once)
    if size <= EXACT_ALWAYS:
        gap, effort = 0.0, max(1.0, effort)

    def aim(worth: float) -> float:
        return (worth - pinned * gap) / (1 - gap - SLACK)

    best, bound = _search(problem, aim, effort)
    hours: dict[int, dict[int, float]] = {}
    place(problem, best.order, empty_board(problem), best.spread, given=hours)
    if size <= EXACT_UP_TO and patience is None and bound > aim(best.worth):
        better, bound = _prove_exactly(problem, best.worth, bound, aim, effort)
        hours = better or hours
    allocation = Map({problem.activities[a]: Map(weeks) for a, weeks in hours.items()})
    objective = find_worth(instance, allocation)
    bound -= _pinned_worth(problem, allocation)
    return Solution(id=instance.id, allocation=allocation, objective=objective, bound=max(bound, objective))


def find_bound(instance: Instance, allocation: Mapping[str, object]) -> float:
    """A worth that no allocation that does the same pinned tasks can pass, from the relaxation alone."""
    from headway.plan.solver.master import Master
    from headway.plan.solver.relaxation import relax

    problem = reduce(instance)
    if not problem.activities:
        return 0.0
    root = Master(problem, relax(problem), _ceiling(problem)).solve((), None, -math.inf)
    bound = min(_ceiling(problem), _rounded(problem, root.bound)) if root else _ceiling(problem)
    return bound - _pinned_worth(problem, allocation)


def _pinned_worth(problem: Problem, allocation: Mapping[str, object]) -> float:
    """What stands in the bound for the pinned tasks that an allocation does."""
    pins = zip(problem.once, problem.teachers, strict=True)
    return sum(once for once, by in pins if once and problem.activities[by[0]] in allocation)


def _search(problem: Problem, aim: Aim, effort: float) -> tuple[Found, float]:
    """The best order found, and a bound from the relaxation and its cases."""
    from headway.plan.solver.branch import Relaxed, prove, read_order
    from headway.plan.solver.master import Master
    from headway.plan.solver.relaxation import relax

    program = relax(problem)
    master = Master(problem, program, _ceiling(problem))
    best = greedy(problem)

    def solve_case(case: Case, basis: object) -> Relaxed | None:
        relaxed = master.solve(case, basis, aim(best.worth))
        return relaxed and relaxed._replace(bound=_rounded(problem, relaxed.bound))

    def tighten_case(case: Case, relaxed: Relaxed) -> Relaxed:
        tighter = master.tighten(case, relaxed, aim(best.worth))
        return tighter._replace(bound=_rounded(problem, tighter.bound))

    def decode_both(point: Floats, share: float) -> list[Found]:
        order = read_order(problem, program, point, share)
        return [decode(problem, order, spread) for spread in (True, False)]

    def read_liking(point: Floats) -> list[float]:
        return [0.05 + float(point[block.end - 1]) for block in program.choices]

    root = solve_case((), None) or Relaxed(_ceiling(problem), program.worth * 0, 0)
    starts = {best}.union(*(decode_both(root.point, share) for share in (0.2, 0.5, 0.8)))
    liking = read_liking(root.point)
    best = improve(problem, sorted(starts, reverse=True), liking, lambda worth: root.bound <= aim(worth), effort)
    far = root.bound > (1 + FAR) * aim(best.worth)
    if far and effort < LONGER:
        best = improve(
            problem, [best, *sorted(starts, reverse=True)], liking, lambda worth: root.bound <= aim(worth), LONGER
        )
    if root.bound <= aim(best.worth):
        return best, root.bound

    seeds = count(ROUNDS)

    def consider(point: Floats) -> float:
        nonlocal best
        found = max(decode_both(point, 0.5))
        best = max(best, found, search_near(problem, found, read_liking(point), best.worth, effort, next(seeds)))
        return best.worth

    bound = prove(problem, program, root, solve_case, consider, aim, _work(effort, master.rows), tighten_case)
    if bound > aim(best.worth) and not far and effort < LONGER:
        best = improve(problem, [best], liking, lambda worth: bound <= aim(worth), LONGER / 2)
    return best, bound


def _prove_exactly(
    problem: Problem, worth: float, bound: float, aim: Aim, effort: float
) -> tuple[dict[int, dict[int, float]] | None, float]:
    """A bound from the exact model and its cases, and the hours of a plan worth more than `worth` if one was found."""
    from headway.plan.solver.branch import prove
    from headway.plan.solver.exact import model_weeks, open_program, read_spans, solve_program

    program = model_weeks(problem)
    linear = open_program(program)
    better: dict[int, dict[int, float]] | None = None

    def solve_case(case: Case, basis: object) -> Relaxed | None:
        relaxed = solve_program(linear, program, case, basis)
        return relaxed and relaxed._replace(bound=_rounded(problem, relaxed.bound))

    def consider(point: Floats) -> float:
        nonlocal better, worth
        spans = read_spans(problem, program, point)
        hours = spread_hours(problem, spans) if spans else None
        if spans and hours and find_span_worth(problem, spans) > worth:
            better, worth = hours, find_span_worth(problem, spans)
        return worth

    root = solve_case((), None)
    if root is not None:
        bound = min(bound, prove(problem, program, root, solve_case, consider, aim, _work(effort)))
    return better, bound


def _work(effort: float, rows: int = PROOF_ROWS) -> int:
    return round(PROOF_WORK * max(1.0, effort) * min(1.0, PROOF_ROWS / rows))


def _ceiling(problem: Problem) -> float:
    """A bound for when the linear solver gives none: each step attained as soon as if nothing else were done."""
    steps = zip(problem.value, problem.once, problem.attainable, strict=True)
    return sum(value * (problem.weeks - week) + once for value, once, week in steps)


def _rounded(problem: Problem, bound: float) -> float:
    """`bound` with room for tolerances, and down to a whole number where every plan's worth is one."""
    bound += SLACK * max(1.0, bound)
    return float(math.floor(bound)) if problem.whole else bound


def sketch(
    instance: Instance, effort: float, patience: int | None = None, start: Sequence[str] = ()
) -> Map[str, Map[int, float]]:
    """A good allocation without a proof, at once: short searches from greedy and from the order `start`."""
    problem = reduce(instance, patience)
    if not problem.activities:
        return Map()
    number = {name: a for a, name in enumerate(problem.activities)}
    order = [number[name] for name in start if name in number]
    starts = {decode(problem, order, spread) for spread in (True, False)} if order else {greedy(problem)}
    tried = {a for found in starts for a in found.order}
    liking = [1.0 if a in tried else 0.2 for a in range(len(problem.activities))]
    best = improve(problem, sorted(starts, reverse=True), liking, lambda _: False, effort)
    hours: dict[int, dict[int, float]] = {}
    place(problem, best.order, empty_board(problem), best.spread, given=hours)
    return Map({problem.activities[a]: Map(weeks) for a, weeks in hours.items()})
