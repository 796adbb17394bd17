"""What is left of an instance, and what is known of it before anything is solved."""

from __future__ import annotations

from headway.plan.solver.model import Instance
from headway.plan.solver.reduce import reduce


def stated(weeks: int, hours: float, **tasks: tuple[float, str, str]) -> Instance:
    """Tasks by name as (hours, what it covers, what it requires), step names with spaces between."""
    given = [
        {"id": name, "hours": length, "covers": covers.split(), "requires": requires.split()}
        for name, (length, covers, requires) in tasks.items()
    ]
    steps = {step: {"value": 1} for _, covers, _ in tasks.values() for step in covers.split()}
    body = {"id": "stated", "weeks": weeks, "capacity": [hours] * weeks, "steps": steps, "activities": given}
    return Instance.model_validate(body)


def test_nothing_starts_before_the_hours_of_all_that_it_requires_fit_in() -> None:
    problem = reduce(stated(12, 5, one=(10, "a", ""), two=(10, "b", ""), last=(5, "c", "a b")))
    last = problem.activities.index("last")
    assert problem.first[last] == 5  # 20 hours take four weeks, though either alone takes two
    assert problem.soonest[last] == 5


def test_what_one_activity_covers_takes_its_hours_once() -> None:
    both = stated(12, 5, both=(10, "a b", ""), other=(8, "b", ""), last=(5, "c", "a b"))
    problem = reduce(both)
    assert problem.first[problem.activities.index("last")] == 3


def test_what_cannot_be_ended_in_time_with_all_that_it_requires_is_gone() -> None:
    asked = {"one": (10, "a", ""), "two": (10, "b", ""), "last": (5, "c", "a b")}
    assert "last" in reduce(stated(6, 5, **asked)).activities
    assert "last" not in reduce(stated(5, 5, **asked)).activities  # an end in the last week is worth nothing


def test_steps_that_are_attained_together_are_one() -> None:
    problem = reduce(stated(6, 5, one=(5, "a b", ""), two=(5, "c d", "a b")))
    assert problem.value == (2.0, 2.0)
    assert [len(covered) for covered in problem.covers] == [1, 1]
    assert problem.requires == ((), (0,))
