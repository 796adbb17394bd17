"""Routes: the direct one always, stepping stones where they help, nothing learned twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.gap.needs import middle_hours_for
from headway.profile.model import Profile, SkillClaim, Standing
from headway.routes.find import find_routes
from headway.routes.transition import coverage, hours_to, learn_for, relate
from headway.values import Level, Stage

W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]
ANALYST = Standing(role="data-analyst", stage=Stage.MID, reason="Latest title.", confidence=0.9)


def test_the_direct_route_always_comes_first(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    routes = find_routes(person(sql=P), ANALYST, target, toy, 6, today)
    assert routes[0].label == "direct"
    assert routes[0].keys == ("ml-engineer:mid",)


def test_every_route_ends_at_the_target(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:senior", toy)
    profile = person(("Data analyst", "2022-01", None), sql=P, python=W, statistics=W)
    routes = find_routes(profile, ANALYST, target, toy, 6, today)
    assert all(route.keys[-1] == "ml-engineer:senior" for route in routes)
    assert len(routes) > 1, "an analyst has a stepping stone to a senior post"


def test_twice_the_hours_a_week_halve_the_study(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    slow, fast = (find_routes(person(sql=P), ANALYST, target, toy, h, today)[0].hops[0].study.p50 for h in (5, 10))
    assert abs(slow - 2 * fast) < 1e-9


def test_a_newcomer_is_told_that_a_direct_route_lacks_experience(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    profile = person(("Physics teacher", "2015-01", None), python=W)
    direct = find_routes(profile, None, target, toy, 6, today)[0]
    assert "2 years in the field, 2.0 more than shown" in direct.reason


def test_relatedness_is_symmetric_bounded_and_one_for_the_same(toy: Catalog) -> None:
    stages = list(toy.role_stages.values())
    assert len(stages) > 10
    for a in stages:
        assert abs(relate(a, a) - 1) < 1e-9
        for b in stages:
            assert 0 <= relate(a, b) <= 1
            assert abs(relate(a, b) - relate(b, a)) < 1e-9


levels = st.dictionaries(
    st.sampled_from(["python", "sql", "docker", "aws", "git", "pytorch", "machine-learning", "statistics", "excel"]),
    st.sampled_from([Level.AWARENESS, W, P]),
)


@given(levels, st.sampled_from(["ml-engineer:mid", "data-scientist:mid", "ai-engineer:entry", "data-engineer:senior"]))
def test_once_learned_nothing_is_left_to_learn(toy: Catalog, held: dict[str, Level], key: str) -> None:
    stage = find_role_stage(key, toy)
    after = learn_for(stage, held, toy)
    assert hours_to(stage, after, toy).p90 == 0
    assert coverage(stage, after) == 1


@given(levels, st.sampled_from(["ml-engineer:mid", "data-scientist:mid", "ai-engineer:entry", "data-engineer:senior"]))
def test_the_quick_hours_of_comparisons_are_the_middle_of_the_full_ones(
    toy: Catalog, held: dict[str, Level], key: str
) -> None:
    stage = find_role_stage(key, toy)
    assert middle_hours_for(stage.needs, held, toy) == pytest.approx(hours_to(stage, held, toy).p50)


@given(levels, st.sampled_from(["python", "docker", "mlops"]))
def test_a_route_never_costs_more_with_a_skill_added(
    toy: Catalog, today: date, claim: Callable[..., SkillClaim], held: dict[str, Level], extra: str
) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    more = {**held, extra: max(P, held.get(extra, Level.NONE))}
    before, after = (
        find_routes(Profile(claims=tuple(claim(s, v) for s, v in d.items())), None, target, toy, 6, today)[0]
        for d in (held, more)
    )
    assert after.hours.p50 <= before.hours.p50
    assert after.months.p50 <= before.months.p50
