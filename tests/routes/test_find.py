"""Routes: the direct one always, exact compromises, nothing learned twice, conditions kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import middle_hours_for
from headway.profile.model import Profile, SkillClaim, Standing
from headway.report.words import say_route_cost
from headway.routes.find import (
    Conditions,
    Found,
    find_all_routes,
    find_routes,
    list_variants,
    start_at,
    tell_route,
)
from headway.routes.model import Pay, Route
from headway.routes.moves import survey
from headway.routes.purse import open_purse
from headway.routes.thicket import GRAIN
from headway.routes.transition import coverage, find_overlap, hours_to, learn_for
from headway.values import Basis, Kind, Level, Money, Month, Stage

W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]
ANALYST = Standing(role="data-analyst", stage=Stage.MID, reason="Latest title.", confidence=0.9)
KEYS = ["ml-engineer:mid", "data-scientist:mid", "ai-engineer:entry", "data-engineer:senior"]


def pay(**medians: int) -> dict[str, tuple[Pay, ...]]:
    basis = Basis(kind=Kind.REPORTED, source="toy", date=Month(year=2024))
    return {
        key.replace("_", "-").replace("--", ":"): (
            Pay(median=Money(amount=Decimal(amount), currency="USD"), basis=basis),
        )
        for key, amount in medians.items()
    }


PAID = pay(data_analyst__mid=90_000, ml_engineer__senior=200_000, ml_engineer__mid=160_000, data_scientist__mid=140_000)


def from_analyst(toy: Catalog, to: str = "ml-engineer:senior", **conditions: object) -> Found:
    start = start_at(find_role_stage("data-analyst:mid", toy), toy, 6)
    return find_all_routes(start, find_role_stage(to, toy), toy, PAID, Conditions.model_validate(conditions))


def test_the_direct_route_always_comes_first(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    routes = find_routes(person(sql=P), ANALYST, target, toy, 6, today)
    assert routes[0].label.startswith("direct")
    assert routes[0].keys == ("ml-engineer:mid",)


def test_every_route_ends_at_the_target_and_passes_no_post_twice(toy: Catalog) -> None:
    routes = from_analyst(toy).routes
    assert len(routes) > 1, "an analyst has a stepping stone to a senior post"
    for route in routes:
        assert route.keys[-1] == "ml-engineer:senior"
        assert len({"data-analyst:mid", *route.keys}) == len(route.keys) + 1


def costs(route: Route) -> tuple[float, float, float]:
    money = float(route.forgone.mid.amount) if route.forgone else 0.0
    return route.months.p50, money, route.difficulty**2


def test_no_route_improves_on_another_by_more_than_the_grain(toy: Catalog) -> None:
    routes = [route for route in from_analyst(toy).routes if route.best]
    assert len(routes) > 2
    for a in routes:
        for b in routes:
            better = [x + g * len(a.hops) < y for x, y, g in zip(costs(a), costs(b), GRAIN, strict=True)]
            assert a is b or not all(better)


def test_what_is_told_of_a_route_is_what_was_compared(toy: Catalog) -> None:
    start = start_at(find_role_stage("data-analyst:mid", toy), toy, 6)
    target = find_role_stage("ml-engineer:senior", toy)
    purse = open_purse(start.origin, target, PAID)
    ways = [[*stones, target] for stones in stones_of(toy)]
    assert len(ways) > 5
    for way in ways:
        variants = list_variants(start, way, survey(toy), toy, PAID)
        assert variants
        for variant in variants:
            told = tell_route(start, way, variant.chosen, "", True, toy, PAID, purse)
            assert told.hours.p50 == pytest.approx(variant.hours)
            assert told.months.p50 == pytest.approx(variant.months)
            assert told.difficulty == pytest.approx(variant.difficulty)
            assert told.forgone is not None
            assert float(told.forgone.mid.amount) == pytest.approx(variant.money, abs=501)


def stones_of(toy: Catalog) -> list[list[RoleStage]]:
    keys = ["ml-engineer:mid", "data-scientist:mid", "data-engineer:mid", "data-scientist:entry"]
    stages = [find_role_stage(key, toy) for key in keys]
    return [[], *([one] for one in stages), *([a, b] for a in stages for b in stages if a is not b)]


def test_a_skill_learned_on_the_first_hop_is_not_paid_for_in_the_second(toy: Catalog) -> None:
    routes = [route for route in from_analyst(toy).routes if len(route.hops) == 2]
    assert routes
    for route in routes:
        stone, target = (toy.role_stages[key] for key in route.keys)
        held = start_at(find_role_stage("data-analyst:mid", toy), toy, 6).held
        assert route.hops[1].hours == hours_to(target, learn_for(stone, held, toy), toy)


def test_an_avoided_role_is_on_no_route(toy: Catalog) -> None:
    stones = {key.split(":")[0] for route in from_analyst(toy).routes for key in route.keys[:-1]}
    assert stones
    avoided = sorted(stones)[0]
    after = {key.split(":")[0] for r in from_analyst(toy, avoid=(avoided,)).routes for key in r.keys[:-1]}
    assert avoided not in after


def test_no_post_on_the_way_pays_less_than_asked_or_what_nobody_knows(toy: Catalog) -> None:
    least = Money(amount=Decimal(150_000), currency="USD")
    routes = from_analyst(toy, min_pay=least).routes
    assert {key for route in routes for key in route.keys[:-1]} <= {"ml-engineer:mid"}
    assert len(from_analyst(toy).routes) > len(routes)


def test_a_limit_of_hops_and_months_is_kept_but_for_the_direct_route(toy: Catalog) -> None:
    assert all(len(route.hops) <= 2 for route in from_analyst(toy, max_hops=2).routes)
    assert [route.keys for route in from_analyst(toy, max_hops=1).routes] == [("ml-engineer:senior",)]
    limited = from_analyst(toy, months=1).routes
    assert [route.keys for route in limited] == [("ml-engineer:senior",)]
    assert "longer than you allow" in (limited[0].warning or "")


def test_pay_forgone_counts_until_the_target_begins(toy: Catalog) -> None:
    direct = from_analyst(toy).routes[0]
    assert direct.forgone is not None
    expected = (200_000 - 90_000) * direct.months.p50 / 12
    assert float(direct.forgone.mid.amount) == pytest.approx(expected, abs=500)
    assert direct.dip is not None
    assert not direct.dip.high.amount, "nobody is paid less than today"


def test_without_a_source_no_money_is_told(toy: Catalog) -> None:
    start = start_at(find_role_stage("data-analyst:mid", toy), toy, 6)
    found = find_all_routes(start, find_role_stage("ml-engineer:mid", toy), toy, {}, Conditions())
    assert all(route.forgone is None and route.dip is None for route in found.routes)


def test_the_same_question_has_the_same_answer(toy: Catalog) -> None:
    assert from_analyst(toy) == from_analyst(toy)


def test_more_hours_a_week_never_lengthen_a_route(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    slow, fast = (find_routes(person(sql=P), ANALYST, target, toy, h, today)[0].hops[0].study.p50 for h in (5, 10))
    assert fast < slow


def test_a_newcomer_is_told_that_a_direct_route_lacks_experience(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    profile = person(("Physics teacher", "2015-01", None), python=W)
    direct = find_routes(profile, None, target, toy, 6, today)[0]
    assert "2 years in the field, 2.0 more than shown" in (direct.warning or "")
    assert direct.hops[0].difficulty.years == 2


def test_difficulty_falls_when_a_hard_move_is_split(toy: Catalog) -> None:
    routes = from_analyst(toy).routes
    surest = next(route for route in routes if "surest" in route.label)
    assert surest.difficulty <= routes[0].difficulty


def test_overlap_is_symmetric_bounded_and_one_for_the_same(toy: Catalog) -> None:
    stages = list(toy.role_stages.values())
    assert len(stages) > 10
    for a in stages:
        assert abs(find_overlap(a, a) - 1) < 1e-9
        for b in stages:
            assert 0 <= find_overlap(a, b) <= 1
            assert abs(find_overlap(a, b) - find_overlap(b, a)) < 1e-9


levels = st.dictionaries(
    st.sampled_from(["python", "sql", "docker", "aws", "git", "pytorch", "machine-learning", "statistics", "excel"]),
    st.sampled_from([Level.AWARENESS, W, P]),
)


@given(levels, st.sampled_from(KEYS))
def test_once_learned_nothing_is_left_to_learn(toy: Catalog, held: dict[str, Level], key: str) -> None:
    stage = find_role_stage(key, toy)
    after = learn_for(stage, held, toy)
    assert hours_to(stage, after, toy).p90 == 0
    assert coverage(stage, after) == 1


@given(levels, st.sampled_from(KEYS))
def test_the_quick_hours_of_comparisons_are_the_middle_of_the_full_ones(
    toy: Catalog, held: dict[str, Level], key: str
) -> None:
    stage = find_role_stage(key, toy)
    assert middle_hours_for(stage.needs, held, toy) == pytest.approx(hours_to(stage, held, toy).p50)


@given(levels, st.sampled_from(["python", "docker", "mlops"]))
def test_a_direct_route_never_costs_more_with_a_skill_added(
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
    assert after.difficulty <= before.difficulty


def test_a_route_counts_the_posts_whose_pay_is_an_estimate(toy: Catalog) -> None:
    guess = Basis(kind=Kind.JUDGED, source="toy", date=Month(year=2024), note="few rows")
    paid = {**PAID, "ml-engineer:senior": (PAID["ml-engineer:senior"][0].change(basis=guess),)}
    start = start_at(find_role_stage("data-analyst:mid", toy), toy, 6)
    routes = find_all_routes(start, find_role_stage("ml-engineer:senior", toy), toy, paid, Conditions()).routes
    assert {route.pay_estimated for route in routes} == {1}, "the target alone is estimated"
    assert {route.pay_basis for route in routes} == {guess}
    assert all(route.pay_estimated == 0 for route in from_analyst(toy).routes)
    assert "(partly estimated)" in say_route_cost(routes[0])
