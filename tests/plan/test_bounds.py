"""What bounds plans, against exhaustive search: the small program, its cases, and line-ups of activities."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.plan.test_solver import best_worth, instances

from headway.plan.solver.branch import Case, Relaxed
from headway.plan.solver.lineup import LineUp
from headway.plan.solver.master import WITHIN_REACH, Master
from headway.plan.solver.model import Instance
from headway.plan.solver.orders import Bounded, Orders
from headway.plan.solver.problem import Problem
from headway.plan.solver.reduce import reduce
from headway.plan.solver.relaxation import Program, relax
from headway.plan.solver.surrogate import combine
from headway.plan.solver.weekly import Priced, read_weekly

CEILING = 1000.0
HARDLY = 1e-6


def bounded(problem: Problem, program: Program, case: Case = (), below: float | None = None) -> Relaxed | None:
    """The relaxation of a case, tightened towards a bound that lies `below` it, as a share."""
    master = Master(problem, program, CEILING)
    root = master.solve((), None, -math.inf)
    assert root
    relaxed = master.solve(case, root.basis, -math.inf)
    return relaxed if below is None or relaxed is None else master.tighten(case, relaxed, relaxed.bound * (1 - below))


def priced(problem: Problem, program: Program, prices: list[float]) -> Priced:
    """What is left to choose at prices of the rows and activities, taken in turn from `prices`."""
    weekly = read_weekly(program, combine(program), problem.weeks)
    once = np.resize(prices[::-1], len(problem.activities))
    return weekly.price(np.resize(prices, len(weekly.limits)), once, np.ones(len(weekly.worth), dtype=bool))


def looked_through(
    instance: Instance, prices: list[float], aim: float, limit: int = 10_000, width: int = 300
) -> Bounded:
    problem = reduce(instance)
    assert problem.activities
    program = relax(problem)
    return Orders(problem, program, LineUp(problem)).bound(priced(problem, program, prices), aim, limit, width)


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
    root, tighter = bounded(problem, program), bounded(problem, program, (), WITHIN_REACH / 2)
    assert root
    assert tighter
    assert best_worth(instance) - HARDLY <= tighter.bound <= root.bound + HARDLY


@settings(max_examples=300)
@given(
    instances(weeks=5, activities=3, steps=5),
    st.lists(st.sampled_from([0.0, 0.0, 0.5, 1.0, 3.0]), min_size=3, max_size=12),
    st.sampled_from([0.0, 0.5, 0.99, 1.5]),
    st.sampled_from([2, 10_000]),
    st.sampled_from([1, 2, 300]),
)
def test_no_plan_passes_the_bound_of_orders_at_any_prices(
    instance: Instance, prices: list[float], share: float, limit: int, width: int
) -> None:
    drawn(instance)
    best = best_worth(instance)
    found = looked_through(instance, prices, share * best, limit, width)
    assert found.bound >= best - HARDLY
    assert found.bound >= share * best


def test_in_an_order_what_rests_on_another_begins_in_a_week_after_it() -> None:
    tasks = [
        {"id": "first", "hours": 2, "covers": ["ground"]},
        {"id": "second", "hours": 4, "covers": ["top"], "requires": ["ground"]},
    ]
    steps = {"ground": {"value": 1}, "top": {"value": 1}}
    stated = {"id": "chain", "weeks": 6, "capacity": [3] * 6, "steps": steps, "activities": tasks}
    chain = Instance.model_validate(stated)  # 6 hours fit into two weeks, but the second begins in week 2
    assert looked_through(chain, [0.0], 1.0).bound == best_worth(chain) == (6 - 1) + (6 - 3)


def test_where_there_are_too_many_orders_the_bound_is_what_those_left_out_could_reach() -> None:
    tasks = [{"id": f"a{k}", "hours": 1, "covers": [f"s{k}"]} for k in range(8)]
    steps = {f"s{k}": {"value": k} for k in range(8)}
    stated = {"id": "many", "weeks": 9, "capacity": [1] * 9, "steps": steps, "activities": tasks}
    many = Instance.model_validate(stated)
    best = sum(k * (k + 1) for k in range(8))
    assert looked_through(many, [0.0], 0.0) == Bounded(best, True, 2**7)
    few = looked_through(many, [0.0], 0.0, limit=20)
    narrow = looked_through(many, [0.0], 0.0, width=10)
    assert max(few.looked_at, narrow.looked_at) < 2**5
    assert few.bound > narrow.bound > best
    assert not few.reached
    assert not narrow.reached


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
