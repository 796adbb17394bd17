"""What bounds plans, against exhaustive search: the small program, its cases, and line-ups of activities."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.plan.test_solver import best_worth, instances

from headway.plan.solver.branch import Case, Relaxed
from headway.plan.solver.lineup import LineUp
from headway.plan.solver.master import Master
from headway.plan.solver.model import Instance
from headway.plan.solver.reduce import Problem, reduce
from headway.plan.solver.relaxation import Program, relax
from headway.plan.solver.subgradient import WITHIN_REACH

CEILING = 1000.0
HARDLY = 1e-6


def never(_: float) -> bool:
    return False


def bounded(
    problem: Problem, program: Program, case: Case = (), enough: Callable[[float], bool] = never
) -> Relaxed | None:
    master = Master(problem, program, CEILING)
    root = master.solve((), None, never)
    assert root
    return master.solve(case, root.basis, enough, before=1000)


def drawn(instance: Instance) -> Problem:
    problem = reduce(instance)
    assume(problem.activities)
    return problem


@settings(max_examples=150)
@given(instances(weeks=5, activities=3, steps=5))
def test_no_plan_passes_the_bound_of_the_small_program(instance: Instance) -> None:
    problem = drawn(instance)
    root = bounded(problem, relax(problem))
    assert root
    assert root.bound >= best_worth(instance) - HARDLY


@settings(max_examples=150)
@given(instances(weeks=5, activities=3, steps=5))
def test_no_plan_passes_a_tightened_bound(instance: Instance) -> None:
    problem = drawn(instance)
    program = relax(problem)
    root = bounded(problem, program)
    assert root
    nearly = root.bound * (1 - 0.99 * WITHIN_REACH)
    tighter = bounded(problem, program, (), lambda bound: bound <= nearly)
    assert tighter
    assert best_worth(instance) - HARDLY <= tighter.bound <= root.bound + HARDLY


@settings(max_examples=150)
@given(instances(weeks=5, activities=3, steps=4), st.data())
def test_one_of_two_cases_holds_every_plan(instance: Instance, data: st.DataObject) -> None:
    problem = drawn(instance)
    program = relax(problem)
    block = program.choices[data.draw(st.integers(0, len(program.choices) - 1))]
    column = data.draw(st.integers(block.begin, block.end - 1))
    halves: tuple[Case, Case] = (((block.begin, column + 1, 0.0),), ((column, block.end, 1.0),))
    bounds = [half.bound for case in halves if (half := bounded(problem, program, case))]
    assert max(bounds) >= best_worth(instance) - HARDLY


@given(st.data())
def test_the_best_line_up_is_the_best_of_all(data: st.DataObject) -> None:
    """Against the same question asked hour by hour: end one of the activities here, or none."""
    capacity = data.draw(st.lists(st.sampled_from([0, 1, 2, 3.5]), min_size=2, max_size=6))
    hours = data.draw(st.lists(st.sampled_from([0.5, 1, 2, 2.5, 4]), min_size=1, max_size=4))
    tasks = [{"id": f"a{k}", "hours": h, "covers": [f"s{k}"]} for k, h in enumerate(hours)]
    steps = {f"s{k}": {"value": 1} for k in range(len(hours))}
    stated = {"id": "line", "weeks": len(capacity) + 1, "capacity": [*capacity, 0], "steps": steps, "activities": tasks}
    problem = drawn(Instance.model_validate(stated))
    gains = np.array(
        [[data.draw(st.sampled_from([-math.inf, -1.0, 0.0, 1.0, 3.0])) for _ in problem.total] for _ in problem.hours]
    )
    ends = [math.floor(total) for total in problem.total[: problem.weeks]]
    gains = gains[:, : problem.weeks]

    def later(a: int, hour: int) -> float:
        week = next(w for w, end in enumerate(ends) if end >= hour)
        return float(max(gains[a, week:]))

    best = [0.0]
    for hour in range(1, ends[-1] + 1):
        taken = [(a, hour - math.floor(h)) for a, h in enumerate(problem.hours) if h >= 1]
        best.append(max([best[-1], *(best[begin] + later(a, hour) for a, begin in taken if begin >= 0)]))
    free = sum(max(0.0, later(a, 0)) for a, h in enumerate(problem.hours) if h < 1)
    worth, lined_up = LineUp(problem).find_best(gains)
    assert worth == best[-1] + free
    assert sum(gains[a, week] for a, week in lined_up) == worth
