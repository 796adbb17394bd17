"""The rules of a schedule, each broken once."""

from __future__ import annotations

import pytest

from headway.plan.solver.model import Instance
from headway.plan.solver.score import find_attained, find_breaches, find_worth

TWO = Instance.model_validate(
    {
        "id": "two",
        "weeks": 4,
        "capacity": [4, 4, 4, 4],
        "max_parallel": 1,
        "budget": 5,
        "steps": {"base": {"value": 1}, "top": {"value": 3, "requires": ["base"]}},
        "activities": [
            {"id": "learn", "hours": 4, "cost": 2, "covers": ["base"], "latest_end": 3},
            {"id": "build", "hours": 6, "cost": 4, "covers": ["top"], "requires": ["base"], "earliest": 2},
            {"id": "skip", "hours": 1, "covers": ["top"]},
        ],
    }
)


def test_a_step_waits_for_the_step_that_it_requires() -> None:
    allocation = {"skip": {1: 1.0}, "learn": {2: 4.0}}
    assert find_attained(TWO, allocation) == {"base": 2, "top": 2}
    assert find_worth(TWO, allocation) == 1 * 2 + 3 * 2


def test_a_step_whose_requirement_is_never_attained_is_worth_nothing() -> None:
    assert find_worth(TWO, {"skip": {1: 1.0}}) == 0


@pytest.mark.parametrize(
    ("allocation", "breach"),
    [
        ({"learn": {1: 3.0}}, "learn: 3 h of 4"),
        ({"learn": {}}, "learn: a week without hours"),
        ({"learn": {1: 4.0}, "skip": {1: 1.0}}, "week 1: 5 h of 4"),
        ({"learn": {1: 2.0, 3: 2.0}, "skip": {2: 1.0}}, "week 2: 2 in progress"),
        ({"learn": {4: 4.0}}, "learn: ends in week 4, too late"),
        ({"learn": {1: 4.0}, "build": {1: 2.0, 2: 4.0}}, "build: starts in week 1, too early"),
        ({"learn": {2: 4.0}, "build": {2: 2.0, 3: 4.0}}, "build: starts before base is attained"),
        ({"build": {2: 4.0, 3: 2.0}}, "build: starts before base is attained"),
        ({"learn": {1: 4.0}, "build": {2: 4.0, 3: 2.0}}, "costs 6 of 5"),
        ({"sleep": {1: 1.0}}, "sleep: not an activity"),
    ],
)
def test_each_broken_rule_is_told(allocation: dict[str, dict[int, float]], breach: str) -> None:
    assert breach in find_breaches(TWO, allocation)


def test_a_plan_that_keeps_the_rules_breaks_none() -> None:
    assert find_breaches(TWO, {"learn": {1: 4.0}, "skip": {2: 1.0}}) == ()
