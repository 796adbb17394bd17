"""Mending a plan: little moves, no rule is broken, and what is pinned stays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.test_solver import instances

from headway.plan.revise import count_items, revise
from headway.plan.solver.model import Instance
from headway.plan.solver.score import find_breaches
from headway.plan.solver.solve import find_bound, sketch, solve
from headway.values import Map


def row_of(count: int, first: float = 6.0, pinned: int | None = None) -> Instance:
    """So many things of six hours, each alone worth ten a week, in weeks of six hours; `first` is left of the first."""
    return Instance.model_validate(
        {
            "id": "row",
            "weeks": count + 3,
            "capacity": [6.0] * (count + 2) + [0.0],
            "steps": {f"s{k}": {"value": 10} for k in range(count)},
            "activities": [
                {"id": f"a{k}", "hours": first if k == 0 else 6, "covers": [f"s{k}"], "pinned": k == pinned}
                for k in range(count)
            ],
        }
    )


def test_what_still_fits_stays_where_it_was() -> None:
    before = {f"a{k}": {k + 1: 6.0} for k in range(8)}
    mended = revise(row_of(8), before, patience=2)
    assert mended.moved == ()
    assert mended.allocation == before


def test_hours_missed_move_one_thing_and_not_all_that_follow() -> None:
    """The first week is lost: all of the first is left, and the weeks from the second on are full."""
    before = {f"a{k}": {k: 6.0} for k in range(1, 10)}
    mended = revise(row_of(10), before | {"a0": {1: 0.5}}, patience=2)
    assert not find_breaches(row_of(10), mended.allocation)
    assert len(mended.moved) <= 2
    assert len(mended.allocation) == 10


def test_what_is_behind_takes_a_free_week_before_one_that_is_not() -> None:
    """Two weeks are left of the first and one was planned; the week between it and the next is free."""
    tasks = tuple(t.change(hours=h) for t, h in zip(row_of(2).activities, (12.0, 18.0), strict=True))
    instance = row_of(2).change(weeks=7, capacity=(6.0,) * 6 + (0.0,), activities=tasks)
    mended = revise(instance, {"a0": {1: 6.0}, "a1": {3: 6.0, 4: 6.0, 5: 6.0}}, patience=2)
    assert mended.allocation == {"a0": {1: 6.0, 2: 6.0}, "a1": {3: 6.0, 4: 6.0, 5: 6.0}}
    assert (mended.items, mended.items_moved) == (4, 0)


def test_what_was_begun_and_has_no_week_left_comes_back() -> None:
    """Its last six hours fell into the week that was missed."""
    mended = revise(row_of(3), {"a1": {1: 6.0}, "a2": {2: 6.0}}, patience=2, begun=["a0"])
    assert set(mended.allocation) == {"a0", "a1", "a2"}


def test_an_item_moved_when_its_week_holds_other_hours() -> None:
    before = {"a0": {1: 6.0, 2: 6.0}, "a1": {3: 6.0}}
    assert count_items(before, {"a0": {1: 6.0, 2: 5.0, 3: 1.0}}) == (3, 2)
    assert count_items(before, {"a0": {1: 6.0, 2: 6.0}, "a1": {3: 6.0}, "a2": {4: 1.0}}) == (3, 0)


def test_the_pinned_one_is_not_what_makes_room() -> None:
    instance = row_of(3, pinned=1).change(weeks=4, capacity=(6.0, 6.0, 6.0, 0.0))
    tight = instance.change(weeks=3, capacity=(6.0, 6.0, 0.0))
    mended = revise(tight, {"a0": {1: 6.0}, "a2": {2: 6.0}}, patience=2)
    assert "a1" in mended.allocation


def test_an_earlier_deadline_cuts_off_the_weeks_behind_it() -> None:
    before = {f"a{k}": {k + 1: 6.0} for k in range(8)}
    sooner = row_of(8).change(weeks=5, capacity=(6.0,) * 4 + (0.0,))
    mended = revise(sooner, before, patience=2)
    assert mended.allocation == {f"a{k}": {k + 1: 6.0} for k in range(4)}
    assert set(mended.moved) == {f"a{k}" for k in range(4, 8)}


@settings(max_examples=80)
@given(instances(weeks=6, activities=6, steps=4), st.integers(0, 3), st.floats(0.3, 1.0))
def test_whatever_changes_no_rule_is_broken(instance: Instance, missed: int, share: float) -> None:
    """The plan was made for other hours and begins `missed` weeks ago."""
    before = {
        name: {week - missed: hours for week, hours in weeks.items() if week > missed}
        for name, weeks in sketch(instance, 0.05).items()
    }
    less = instance.change(capacity=tuple(hours * share for hours in instance.capacity))
    mended = revise(less, before, patience=6)
    assert not find_breaches(less, mended.allocation)
    assert mended == revise(less, Map(before), patience=6)


@settings(max_examples=60)
@given(instances(weeks=6, activities=6, steps=4))
def test_no_plan_passes_the_bound_of_a_mended_one(instance: Instance) -> None:
    best = solve(instance)
    assert best.objective <= find_bound(instance, best.allocation) + 1e-6 * max(1.0, best.objective)
