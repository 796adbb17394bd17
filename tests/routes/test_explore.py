"""Where to go next: near role stages within reach, pay compared like with like, keystones that open many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from headway.catalog.emerging import ALL, Projection
from headway.catalog.model import Catalog
from headway.gap.measure import measure_gap
from headway.profile.model import Profile, Standing
from headway.routes.explore import REACH_YEARS, Outlook, explore
from headway.routes.model import Pay, compare_pay
from headway.values import Basis, Kind, Level, Money, Month, Stage

W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]
ANALYST = Standing(role="data-analyst", stage=Stage.MID, reason="Latest title.", confidence=0.9)
Explore = Callable[..., Outlook]


def pay(amount: int, source: str, currency: str = "USD") -> Pay:
    basis = Basis(kind=Kind.REPORTED, source=source, date=Month(year=2024))
    return Pay(median=Money(amount=Decimal(amount), currency=currency), basis=basis)


@pytest.fixture
def look(toy: Catalog, today: date) -> Explore:
    def run(profile: Profile, standing: Standing | None = ANALYST, **medians: tuple[Pay, ...]) -> Outlook:
        known = {key.replace("_", "-").replace("--", ":"): paid for key, paid in medians.items()}
        return explore(profile, standing, known, toy, 5, today)

    return run


@pytest.fixture
def analyst(person: Person) -> Profile:
    return person(("Data analyst", "2023-01", None), python=W, sql=P, statistics=W, excel=P)


def test_near_role_stages_are_within_reach_and_the_soonest_come_first(
    look: Explore, analyst: Profile, toy: Catalog, today: date
) -> None:
    near = look(analyst).near
    assert len(near) > 3
    months = [one.months.p50 for one in near]
    assert months == sorted(months)
    for one in near:
        stage = toy.role_stages[one.key]
        assert one.key != ANALYST.key
        assert one.years_short <= REACH_YEARS
        report = measure_gap(analyst, stage, toy, today)
        assert one.readiness == report.readiness
        assert one.hours == report.hours


def test_of_ones_own_role_only_what_lies_ahead_is_near(look: Explore, analyst: Profile) -> None:
    assert not [one.key for one in look(analyst).near if one.key in ("data-analyst:entry", "data-analyst:mid")]


def test_without_a_standing_one_starts_in_the_field(look: Explore, person: Person) -> None:
    near = look(person(("Physics teacher", "2015-01", None), python=W, statistics=P), None).near
    assert near
    assert {one.move for one in near} == {"a start in the field"}
    assert all(one.key.endswith(":entry") for one in near)


def test_pay_is_compared_by_one_source_and_currency_alone(look: Explore, analyst: Profile) -> None:
    outlook = look(
        analyst,
        data_analyst__mid=(pay(90_000, "toy-pay"), pay(100_000, "official")),
        data_scientist__mid=(pay(120_000, "toy-pay"),),
        data_engineer__mid=(pay(200_000, "elsewhere"),),
        ml_engineer__mid=(pay(200_000, "toy-pay", "EUR"),),
        mlops_engineer__mid=(pay(91_000, "toy-pay"),),
    )
    assert [one.key for one in outlook.better_paid] == ["data-scientist:mid"]
    step = outlook.better_paid[0].pay
    assert step is not None
    assert (step.here.amount, step.there.amount) == (90_000, 120_000)


def test_outside_the_field_pay_there_is_shown_and_nothing_is_called_better(look: Explore, person: Person) -> None:
    profile = person(("Physics teacher", "2015-01", None), python=W, statistics=P)
    outlook = look(profile, None, data_analyst__entry=(pay(70_000, "toy-pay"),))
    near = next(one for one in outlook.near if one.key == "data-analyst:entry")
    assert near.there is not None
    assert near.there.median.amount == 70_000
    assert near.pay is None
    assert outlook.better_paid == ()


def test_keystones_bring_several_role_stages_nearer_and_count_what_comes_before(
    look: Explore, analyst: Profile, toy: Catalog
) -> None:
    outlook = look(analyst)
    assert outlook.keystones
    for keystone in outlook.keystones:
        own = analyst.claim(keystone.skill)
        held = own.level if own else Level.NONE
        assert held < keystone.level
        assert keystone.opens * 3 >= keystone.of == len(outlook.near)
        assert keystone.gain > 0
        assert keystone.hours.p50 >= toy.hours_between(keystone.skill, held, keystone.level).p50 - 1e-9
    kinds = {toy.skills[k.skill].kind for k in outlook.keystones}
    assert "soft" not in kinds, "silence about a soft skill is no proof of lack"


def project(soc: str, percent: float) -> Projection:
    basis = Basis(kind=Kind.REPORTED, source="toy", date=Month(year=2026))
    return Projection(soc=soc, title="An occupation", first=2025, last=2035, percent=percent, basis=basis)


def test_growth_is_not_made_up(look: Explore, analyst: Profile) -> None:
    outlook = look(analyst)
    assert (outlook.growing, outlook.average) == ((), None)
    assert "no trend" in outlook.growth


def test_growing_is_what_an_official_projection_puts_above_all_occupations(
    toy: Catalog, today: date, analyst: Profile
) -> None:
    near = {toy.roles[toy.role_stages[one.key].role] for one in explore(analyst, ANALYST, {}, toy, 5, today).near}
    fast, slow, *_ = sorted({role.pay[0].soc for role in near if role.pay})
    known = toy.change(projections=(project(ALL, 3), project(slow, 2), project(fast, 30)))
    outlook = explore(analyst, ANALYST, {}, known, 5, today)
    assert [one.projection.soc for one in outlook.growing] == [fast]
    titles = {
        near.title
        for near in outlook.near
        if (pay := toy.roles[toy.role_stages[near.key].role].pay) and pay[0].soc == fast
    }
    assert set(outlook.growing[0].near) == titles
    assert outlook.average == project(ALL, 3)


def test_a_thin_document_gets_no_readiness(look: Explore, person: Person) -> None:
    outlook = look(person(("Data analyst", "2023-01", None), python=W, words=30))
    assert outlook.refusal
    assert {one.readiness for one in outlook.near} == {None}


def test_a_comparison_of_pay_is_an_estimate_where_either_end_is_one() -> None:
    guess = Basis(kind=Kind.JUDGED, source="collected", date=Month(year=2024), note="few rows")
    estimated, collected = pay(80_000, "collected").change(basis=guess), pay(90_000, "collected")
    for here, there in ((estimated, collected), (collected, estimated)):
        step = compare_pay([here], [there])
        assert step is not None
        assert step.basis == guess
