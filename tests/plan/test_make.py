"""A plan closes what matters within the hours there are, in an order that can be followed, and says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.gap.measure import measure_gap
from headway.gap.needs import held_levels
from headway.gap.project import project_readiness
from headway.plan.make import PATIENCE, make_plan
from headway.plan.model import Plan
from headway.plan.state import MAX_PARALLEL
from headway.profile.model import Profile, SkillClaim
from headway.values import Level, Money

W, P = Level.WORKING, Level.PRACTITIONER
MONDAY = date(2026, 11, 23)
Person = Callable[..., Profile]
Make = Callable[..., Plan]


@pytest.fixture
def make(toy: Catalog, today: date) -> Make:
    def run(profile: Profile, hours: float = 6, weeks: int = 40, budget: Money | None = None) -> Plan:
        gap = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
        return make_plan(gap, profile, toy, (hours,) * weeks, MONDAY, budget)

    return run


def assert_can_be_followed(plan: Plan, profile: Profile, catalog: Catalog) -> None:
    """No week over its hours, no more than three things at once, nothing before what it requires."""
    held = held_levels(profile)
    for week in plan.weeks:
        assert sum(block.hours for block in week.blocks) <= week.capacity + 1e-6
        busy = [a for a in plan.activities if a.first <= week.number <= a.last]
        assert len(busy) <= MAX_PARALLEL
    reached: dict[str, list[tuple[int, Level]]] = {}
    for week in plan.weeks:
        for step in week.attains:
            reached.setdefault(step.skill, []).append((week.number, step.level))
    for activity in plan.activities:
        spent = sum(b.hours for week in plan.weeks for b in week.blocks if b.activity == activity.activity)
        assert spent == pytest.approx(activity.planned, abs=0.05)
        worked = [week.number for week in plan.weeks if any(b.activity == activity.activity for b in week.blocks)]
        assert all(later - sooner <= PATIENCE + 1 for sooner, later in pairwise(worked)), activity.name
        asked = catalog.activities[activity.activity]
        taught_on = [catalog.requires(step.skill, step.level).items() for step in activity.teaches]
        for skill, wanted in (*asked.requires.items(), *(pair for pairs in taught_on for pair in pairs)):
            before = [level for number, level in reached.get(skill, ()) if number < activity.first]
            itself = asked.covers.get(skill, Level.NONE) if skill not in asked.requires else Level.NONE
            assert max([held.get(skill, Level.NONE), itself, *before]) >= wanted, (activity.name, skill)


def test_a_plan_raises_readiness_and_can_be_followed(make: Make, person: Person, toy: Catalog, today: date) -> None:
    profile = person(("Data analyst", "2022-01", None), sql=P, python=W, statistics=W, git=W)
    plan = make(profile)
    assert plan.activities
    assert_can_be_followed(plan, profile, toy)
    gap = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    assert gap.readiness
    assert project_readiness(gap, plan.attained) > gap.readiness.mid


def test_every_pick_says_what_it_works_on(make: Make, person: Person) -> None:
    for activity in make(person(sql=P, python=W)).activities:
        assert activity.reason.startswith(("Works on", "Prepares"))
        assert activity.teaches


def test_what_does_not_fit_is_left_out_with_the_reason(make: Make, person: Person) -> None:
    plan = make(person(sql=P, python=W), hours=2, weeks=4)
    assert plan.left_out
    assert all("does not fit into 4 weeks" in line or "nothing known" in line for line in plan.left_out)


def test_finish_dates_stand_in_order_and_start_after_today(make: Make, person: Person) -> None:
    finish = make(person(sql=P, python=W)).finish
    assert finish
    assert MONDAY < finish.early <= finish.likely <= finish.surely


def test_nobody_who_meets_everything_gets_a_plan(make: Make, person: Person, toy: Catalog) -> None:
    needs = find_role_stage("ml-engineer:mid", toy).needs
    plan = make(person(**{need.skill: need.level for need in needs}))
    assert plan.activities == ()
    assert plan.weeks == ()
    assert plan.finish is None
    assert plan.left_out == ()


def test_an_unproven_claim_is_planned_to_be_shown(
    make: Make, person: Person, claim: Callable[..., SkillClaim], toy: Catalog
) -> None:
    needs = find_role_stage("ml-engineer:mid", toy).needs
    claims = tuple(claim(need.skill, need.level, proven=need.skill != "python") for need in needs)
    plan = make(person().change(claims=claims))
    assert {step.skill for activity in plan.activities for step in activity.teaches} >= {"python"}


def test_a_budget_is_kept(make: Make, person: Person) -> None:
    free = Money(amount=Decimal(0), currency="USD")
    plan = make(person(sql=P, python=W), budget=free)
    assert plan.activities
    assert all(a.cost is None or a.cost.amount == 0 for a in plan.activities)


def test_no_activity_is_there_for_nothing(make: Make, person: Person, toy: Catalog) -> None:
    plan = make(person(sql=P, python=W))
    gained = {step for week in plan.weeks for step in week.attains}
    assert all(set(activity.teaches) & gained for activity in plan.activities)


levels = st.dictionaries(
    st.sampled_from(["python", "sql", "docker", "aws", "git", "pytorch", "machine-learning", "statistics"]),
    st.sampled_from([Level.AWARENESS, W, P]),
    max_size=6,
)


@settings(max_examples=25)
@given(levels, st.floats(1, 15), st.integers(1, 30))
def test_any_plan_can_be_followed_and_is_repeated_exactly(
    toy: Catalog,
    today: date,
    claim: Callable[..., SkillClaim],
    held: dict[str, Level],
    hours: float,
    weeks: int,
) -> None:
    profile = Profile(claims=tuple(claim(skill, level) for skill, level in held.items()), words=400)
    gap = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    plan, again = (make_plan(gap, profile, toy, (hours,) * weeks, MONDAY) for _ in range(2))
    assert plan == again
    assert_can_be_followed(plan, profile, toy)


def test_only_what_leaves_a_proof_is_shown(make: Make, person: Person, toy: Catalog) -> None:
    plan = make(person(sql=P, python=W), weeks=60)
    proving = [toy.activities[a.activity] for a in plan.activities if a.proof]
    assert plan.shown
    for step in plan.shown:
        assert any(activity.covers.get(step.skill, Level.NONE) >= step.level for activity in proving)


def test_a_plan_without_proofs_is_projected_lower(make: Make, person: Person, toy: Catalog, today: date) -> None:
    profile = person(sql=P, python=W, git=W, statistics=W)
    plan = make(profile)
    gap = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    shown = {(step.skill, step.level) for step in plan.shown}
    none, some, all_shown = (project_readiness(gap, plan.attained, s) for s in (set(), shown, None))
    assert none <= some <= all_shown
    assert none < all_shown
