"""A plan lived on: no rule is broken, and what nothing touches stays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.test_revise import row_of
from tests.plan.test_solver import instances

from headway.plan.push import push
from headway.plan.solver.model import Instance
from headway.plan.solver.reduce import reduce
from headway.plan.solver.score import find_breaches
from headway.plan.solver.solve import sketch


def test_a_week_lost_moves_each_by_its_first_week_only() -> None:
    """Twelve hours each in weeks of six; the first is six hours behind."""
    tasks = tuple(task.change(hours=12.0) for task in row_of(3).activities)
    problem = reduce(row_of(3).change(weeks=9, capacity=(6.0,) * 8 + (0.0,), activities=tasks), 2)
    before = {0: {1: 6.0}, 1: {2: 6.0, 3: 6.0}, 2: {4: 6.0, 5: 6.0}}
    assert push(problem, before, ()) == {0: {1: 6.0, 2: 6.0}, 1: {3: 6.0, 4: 6.0}, 2: {5: 6.0, 6: 6.0}}
    assert push(problem, before, [1]) == {0: {1: 6.0, 2: 6.0}, 2: {4: 6.0, 5: 6.0}}


def test_what_can_no_longer_end_in_time_is_left_out() -> None:
    problem = reduce(row_of(3).change(weeks=4, capacity=(6.0,) * 3 + (0.0,)), 2)
    assert set(push(problem, {0: {}, 1: {1: 6.0}, 2: {2: 6.0}}, ())) == {0, 1, 2}
    shorter = reduce(row_of(3).change(weeks=3, capacity=(6.0,) * 2 + (0.0,)), 2)
    assert push(shorter, {0: {}, 1: {1: 6.0}, 2: {2: 6.0}}, ()) == {0: {1: 6.0}, 1: {2: 6.0}}


@settings(max_examples=80)
@given(instances(weeks=6, activities=6, steps=4), st.integers(0, 2))
def test_whatever_was_missed_no_rule_is_broken(instance: Instance, missed: int) -> None:
    problem = reduce(instance, 6)
    number = {name: a for a, name in enumerate(problem.activities)}
    before = {
        number[name]: {week - missed: hours for week, hours in weeks.items() if week > missed}
        for name, weeks in sketch(instance, 0.05).items()
        if name in number
    }
    pushed = push(problem, before, ())
    found = {problem.activities[a]: weeks for a, weeks in pushed.items()}
    assert not find_breaches(instance.change(budget=None), found)
    if not missed:
        assert pushed == before
