"""The solver against the rules, against exhaustive search, and against greedy by value per hour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.plan.solver.model import Instance, Task
from headway.plan.solver.score import find_attained, find_breaches, find_worth
from headway.plan.solver.solve import solve

Span = tuple[Task, int, int]


@st.composite
def instances(draw: st.DrawFn, weeks: int, activities: int, steps: int) -> Instance:
    """Cases with prerequisites of steps and activities, budgets, windows, idle weeks, and held steps."""

    def some(*of: Any) -> Any:
        return draw(st.sampled_from(of))

    count = draw(st.integers(1, weeks))
    names = [f"s{k}" for k in range(draw(st.integers(1, steps)))]
    stated = {
        name: {"value": some(0, 1, 2, 5, 0.5), "requires": [q for q in names[:k] if some(True, False, False)]}
        for k, name in enumerate(names)
    }
    tasks = []
    for k in range(draw(st.integers(1, activities))):
        covers = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
        tasks.append(
            {
                "id": f"a{k}",
                "hours": some(1, 2, 3, 4, 6, 2.5, 0.25),
                "cost": some(0, 0, 1, 2),
                "covers": covers,
                "requires": [q for q in names if q not in covers and some(True, False, False, False)],
                "earliest": some(None, None, None, 1, 2, 3),
                "latest_end": some(None, None, None, 2, 3, count),
            }
        )
    return Instance.model_validate(
        {
            "id": "drawn",
            "weeks": count,
            "capacity": [some(0, 1, 2, 3, 4, 1.5) for _ in range(count)],
            "max_parallel": some(1, 2, 3),
            "budget": some(None, None, 1, 2, 3),
            "held": [name for name in names if some(True, False, False, False, False)],
            "steps": stated,
            "activities": tasks,
        }
    )


def best_worth(instance: Instance) -> float:
    """Exhaustive: every choice of activities, and for each every week in which it may begin and end."""
    choices = (c for n in range(len(instance.activities) + 1) for c in combinations(instance.activities, n))
    affordable = (c for c in choices if instance.budget is None or sum(t.cost for t in c) <= instance.budget)
    return max(worth_of(instance, spans) for chosen in affordable for spans in lay_out(instance, chosen))


def lay_out(instance: Instance, chosen: tuple[Task, ...], before: tuple[Span, ...] = ()) -> Iterator[tuple[Span, ...]]:
    """Every way to give each of `chosen` its weeks, within windows, capacity and parallelism."""
    if not chosen:
        yield before
        return
    task, weeks = chosen[0], instance.weeks
    for begin in range(task.earliest or 1, weeks + 1):
        for end in range(begin, min(weeks, weeks if task.latest_end is None else task.latest_end) + 1):
            spans = (*before, (task, begin, end))
            if fits(instance, spans):
                yield from lay_out(instance, chosen[1:], spans)


def fits(instance: Instance, spans: tuple[Span, ...]) -> bool:
    """By Hall's theorem hours fit when, for any weeks i to j, what must lie within them does."""
    weeks = range(1, instance.weeks + 1)
    if any(sum(1 for _, begin, end in spans if begin <= week <= end) > instance.max_parallel for week in weeks):
        return False
    return all(
        sum(task.hours for task, begin, end in spans if i <= begin and end <= j) <= sum(instance.capacity[i - 1 : j])
        for i in weeks
        for j in range(i, instance.weeks + 1)
    )


def worth_of(instance: Instance, spans: tuple[Span, ...]) -> float:
    """The objective, 0 where an activity begins before something that it requires is attained."""
    week: dict[str, float] = dict.fromkeys(instance.held, 0)
    for _ in instance.steps:
        for step, goal in instance.steps.items():
            ends = [end for task, _, end in spans if step in task.covers]
            if step not in week and ends and all(q in week for q in goal.requires):
                week[step] = max([min(ends), *(week[q] for q in goal.requires)])
    if any(week.get(q, instance.weeks) >= begin for task, begin, _ in spans for q in task.requires):
        return 0.0
    return sum(goal.value * (instance.weeks - week[s]) for s, goal in instance.steps.items() if week.get(s, 0) > 0)


def greedy_worth(instance: Instance) -> float:
    """Take the activity of most value per hour that can start, do it in the first free weeks, and again."""
    free = [0.0, *instance.capacity]
    allocation: dict[str, dict[int, float]] = {}
    while True:
        now = find_worth(instance, allocation)
        week_of = find_attained(instance, allocation)
        best: tuple[float, str, dict[int, float]] | None = None
        for task in instance.activities:
            if task.id in allocation or not all(q in week_of for q in task.requires):
                continue
            start = max([task.earliest or 1, *(week_of[q] + 1 for q in task.requires)])
            left, given_hours = task.hours, {}
            for week in range(start, instance.weeks + 1):
                hours = min(left, free[week])
                if hours > 0 and left > 1e-9:
                    given_hours[week] = hours
                    left -= hours
            trial = {**allocation, task.id: given_hours}
            if left > 1e-9 or find_breaches(instance, trial):
                continue
            rate = (find_worth(instance, trial) - now) / task.hours
            if best is None or rate > best[0]:
                best = (rate, task.id, given_hours)
        if best is None:
            return now
        allocation[best[1]] = best[2]
        for week, hours in best[2].items():
            free[week] -= hours


@settings(max_examples=400)
@given(instances(weeks=5, activities=3, steps=5))
def test_small_plans_are_as_good_as_exhaustive_search_and_proven_so(instance: Instance) -> None:
    solution = solve(instance)
    assert find_breaches(instance, solution.allocation) == ()
    assert solution.objective == pytest.approx(best_worth(instance))
    assert solution.bound == pytest.approx(solution.objective, rel=1e-6, abs=1e-6)


@settings(max_examples=60)
@given(instances(weeks=14, activities=12, steps=10))
def test_a_plan_keeps_every_rule_and_is_never_worse_than_greedy(instance: Instance) -> None:
    solution = solve(instance)
    assert find_breaches(instance, solution.allocation) == ()
    assert solution.objective == pytest.approx(find_worth(instance, solution.allocation))
    assert solution.objective >= greedy_worth(instance) - 1e-9
    assert solution.bound >= solution.objective


@settings(max_examples=25)
@given(instances(weeks=14, activities=12, steps=10))
def test_more_effort_never_contradicts_a_bound(instance: Instance) -> None:
    quick, long = solve(instance, gap=0.1, effort=0.1), solve(instance, gap=0.0)
    assert quick.bound >= long.objective - 1e-6
    assert long.bound >= quick.objective - 1e-6


@settings(max_examples=15)
@given(instances(weeks=14, activities=12, steps=10))
def test_the_same_problem_gives_the_same_plan(instance: Instance) -> None:
    assert solve(instance) == solve(instance)


def stated(**changes: Any) -> Instance:
    """Two weeks of four hours, a step of value 3 and one of value 1 that stands on it, and an activity for each."""
    return Instance.model_validate(
        {
            "id": "two",
            "weeks": 4,
            "capacity": [4, 4, 4, 4],
            "steps": {"base": {"value": 1}, "top": {"value": 3, "requires": ["base"]}},
            "activities": [
                {"id": "learn", "hours": 4, "covers": ["base"]},
                {"id": "build", "hours": 4, "covers": ["top"], "requires": ["base"]},
            ],
        }
        | changes
    )


def test_what_is_required_is_done_in_an_earlier_week() -> None:
    solution = solve(stated())
    assert solution.allocation == {"learn": {1: 4.0}, "build": {2: 4.0}}
    assert solution.objective == solution.bound == 1 * 3 + 3 * 2


def test_what_is_held_is_not_learned_again() -> None:
    assert solve(stated(held=["base"])).allocation == {"build": {1: 4.0}}


def test_nothing_is_planned_where_nothing_can_be_attained() -> None:
    solution = solve(stated(capacity=[0, 0, 0, 0]))
    assert (solution.allocation, solution.objective, solution.bound) == ({}, 0.0, 0.0)


def test_a_step_that_waits_for_itself_is_never_planned() -> None:
    circle = {"base": {"value": 1, "requires": ["top"]}, "top": {"value": 3, "requires": ["base"]}}
    assert solve(stated(steps=circle)).allocation == {}


def test_of_two_alike_the_shorter_is_taken() -> None:
    longer = [{"id": "long", "hours": 6, "covers": ["base"]}, {"id": "short", "hours": 5, "covers": ["base"]}]
    assert set(solve(stated(activities=longer)).allocation) == {"short"}


def test_what_the_budget_cannot_pay_is_left_out() -> None:
    dear = [{"id": "dear", "hours": 1, "cost": 9, "covers": ["base"]}, {"id": "free", "hours": 8, "covers": ["base"]}]
    assert set(solve(stated(activities=dear, budget=5)).allocation) == {"free"}


def test_idle_weeks_within_an_activity_keep_others_out() -> None:
    """`whole` needs weeks 1 to 3, the idle second one too: with one at a time, `quick` alone is worth more."""
    solution = solve(
        stated(
            capacity=[4, 0, 4, 4],
            max_parallel=1,
            activities=[
                {"id": "whole", "hours": 8, "covers": ["base"]},
                {"id": "quick", "hours": 4, "covers": ["top"]},
            ],
            steps={"base": {"value": 1}, "top": {"value": 1}},
        )
    )
    assert set(solution.allocation) == {"quick"}


def pinned_case(**second: Any) -> Instance:
    """Two things to learn and hours for one of them; `a` is worth ten times as much."""
    return Instance.model_validate(
        {
            "id": "pinned",
            "weeks": 3,
            "capacity": [2, 2, 0],
            "steps": {"s": {"value": 10}, "t": {"value": 1}},
            "activities": [
                {"id": "a", "hours": 4, "covers": ["s"]},
                {"id": "b", "hours": 4, "covers": ["t"], **second},
            ],
        }
    )


def test_a_pinned_activity_is_done_though_another_is_worth_more() -> None:
    assert solve(pinned_case()).allocation.keys() == {"a"}
    pinned = solve(pinned_case(pinned=True))
    assert pinned.allocation.keys() == {"b"}
    assert pinned.objective == pinned.bound == 1


def test_a_pinned_activity_that_cannot_fit_leaves_the_rest_as_it_was() -> None:
    assert solve(pinned_case(pinned=True, hours=5)).allocation.keys() == {"a"}


def test_a_pinned_activity_brings_what_it_asks_for_even_where_it_is_worth_nothing() -> None:
    stated = pinned_case(pinned=True, covers=["u"], hours=1, requires=["r"]).model_dump(mode="json")
    stated["steps"] |= {"u": {"value": 0}, "r": {"value": 0}}
    stated["activities"] = [*stated["activities"], {"id": "c", "hours": 1, "covers": ["r"]}]
    assert solve(Instance.model_validate(stated)).allocation == {"c": {1: 1.0}, "b": {2: 1.0}}


@settings(max_examples=60)
@given(instances(weeks=4, activities=4, steps=3), st.integers(0, 3))
def test_a_pin_costs_no_more_than_it_must(instance: Instance, number: int) -> None:
    """Against the best of all plans that hold the pinned activity, where there is one."""
    task = instance.activities[min(number, len(instance.activities) - 1)]
    tasks = tuple(t.change(pinned=t.id == task.id) for t in instance.activities)
    answer = solve(instance.change(activities=tasks))
    assert not find_breaches(instance, answer.allocation)
    if task.id in answer.allocation:
        assert answer.bound >= answer.objective
        assert answer.objective <= solve(instance).objective + 1e-6
