"""Interchangeable skills along a route: every choice that can pay is weighed, so that more is never worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.actions.catalog import open_catalog
from headway.catalog.kinds import SkillKind
from headway.catalog.model import Catalog, Effort, Need, Role, RoleStage, Skill
from headway.catalog.neighbours import Neighbourhood, NeighbourReason
from headway.gap.needs import Held, is_open
from headway.routes import choices
from headway.routes.crowd import Start
from headway.routes.find import Variant, list_variants, tell_route
from headway.routes.model import Pay
from headway.routes.moves import survey
from headway.routes.thicket import Chosen
from headway.routes.transition import list_lessons, raise_to
from headway.values import Basis, Hours, Kind, Level, Map, Money, Month, Stage, Track, judged

MONTH = Month(year=2026, month=11)
BASIS = judged("made up", MONTH)
SKILLS = ("aws", "azure", "gcp", "python", "java", "docker")
LEVELS = tuple(Level)[1:]
Paid = Mapping[str, Sequence[Pay]]
MEASURES = ("hours", "months", "money", "difficulty")


def need(skills: Sequence[str], level: Level = Level.PRACTITIONER, importance: float = 0.5) -> Need:
    return Need(
        skill=skills[0],
        alternatives=tuple(skills[1:]),
        level=level,
        importance=importance,
        basis=BASIS,
        level_basis=BASIS,
    )


def build(posts: Sequence[Sequence[Need]], groups: Sequence[tuple[Sequence[str], float]] = ()) -> Catalog:
    """A catalog of roles `a`, `b`, `c` … of one stage each, whose skills take ever more hours in the order of SKILLS;
    `groups` stand beside each other, with the share that carries over."""
    efforts = [
        Effort(
            slug=skill,
            hours=Map({level: Hours(p10=10 + i, p50=20 + 2 * i, p90=50 + 5 * i) for level in LEVELS}),
            basis=BASIS,
        )
        for i, skill in enumerate(SKILLS)
    ]
    roles = []
    for letter, needs in zip("abcde", posts, strict=False):
        stage = RoleStage(
            role=letter,
            stage=Stage.MID,
            track=Track.INDIVIDUAL,
            titles=(letter,),
            years=(2, 5),
            responsibilities=(),
            focus=(),
            needs=tuple(needs),
        )
        roles.append(Role(slug=letter, name=letter, aliases=(), summary=letter, stages=(stage,)))
    return Catalog(
        digest="made",
        sources=Map(),
        efforts=Map({effort.slug: effort for effort in efforts}),
        skills=Map(
            {s: Skill(slug=s, family="made", name=s, kind=SkillKind.TOOL, effort=s) for s in SKILLS},
        ),
        roles=Map({role.slug: role for role in roles}),
        activities=Map(),
        neighbourhoods=Map(
            {
                f"group-{i}": Neighbourhood(
                    slug=f"group-{i}",
                    name="A group",
                    skills=tuple(skills),
                    reason=NeighbourReason.ALTERNATIVE,
                    share=share,
                    basis=BASIS,
                )
                for i, (skills, share) in enumerate(groups)
            }
        ),
    )


def least(variants: Sequence[Variant]) -> dict[str, float]:
    return {measure: min(getattr(variant, measure) for variant in variants) for measure in MEASURES}


def weigh(start: Start, way: Sequence[RoleStage], catalog: Catalog, pay: Paid | None = None) -> tuple[Variant, ...]:
    return list_variants(start, way, survey(catalog), catalog, pay or {})


def way_of(catalog: Catalog) -> list[RoleStage]:
    return list(catalog.role_stages.values())


def outside(held: Held) -> Start:
    return Start(None, held, 3.0, 6.0)


def test_the_skill_that_a_later_post_asks_for_is_weighed_beside_the_nearest() -> None:
    catalog = build([[need(["aws", "docker"])], [need(["docker"])]])
    variants = weigh(outside({"docker": Level.AWARENESS}), way_of(catalog), catalog)
    assert [variant.chosen for variant in variants] == [(("aws",), ("docker",)), (("docker",), ("docker",))]
    assert variants[1].hours < variants[0].hours


def test_a_skill_begun_that_leads_nowhere_does_not_lengthen_a_route() -> None:
    """Along the nearest skills it would: gcp is begun, so it is gone on with, and aws has to be learned besides."""
    catalog = build([[need(["aws", "gcp"])], [need(["aws"])]])
    bare, begun = (weigh(outside(held), way_of(catalog), catalog) for held in ({}, {"gcp": Level.AWARENESS}))
    nearest = {v.chosen[0]: v.hours for v in begun}
    assert nearest["gcp",] > least(bare)["hours"], "the case is one in which the nearest skill misleads"
    assert least(begun)["hours"] == least(bare)["hours"] == nearest["aws",]


def test_what_no_later_post_asks_for_is_not_weighed() -> None:
    catalog = build([[need(["aws", "gcp"])], [need(["python"])]])
    assert len(weigh(outside({"gcp": Level.AWARENESS}), way_of(catalog), catalog)) == 1


class Case(NamedTuple):
    catalog: Catalog
    held: dict[str, Level]
    extra: str
    raised: Level
    years: float
    pay: dict[str, tuple[Pay, ...]]
    posted: bool


@st.composite
def cases(draw: st.DrawFn, posts: int = 3) -> Case:
    some = st.lists(st.sampled_from(SKILLS), min_size=1, max_size=3, unique=True)
    level, share = st.sampled_from(LEVELS), st.sampled_from([0.1, 0.5, 1.0])
    needs = st.builds(need, some, level, share)
    asked = draw(st.lists(st.lists(needs, min_size=1, max_size=3), min_size=posts + 1, max_size=posts + 1))
    pairs = st.lists(st.sampled_from(SKILLS), min_size=2, max_size=3, unique=True)
    groups = draw(st.lists(st.tuples(pairs, st.sampled_from([0.3, 0.6])), max_size=3))
    catalog = build(asked, groups)
    basis = Basis(kind=Kind.REPORTED, source="made", date=MONTH)
    medians = {key: draw(st.integers(50, 200)) * 1000 for key in catalog.role_stages}
    pay = {
        key: (Pay(median=Money(amount=Decimal(amount), currency="USD"), basis=basis),)
        for key, amount in medians.items()
    }
    held = draw(st.dictionaries(st.sampled_from(SKILLS), level, max_size=4))
    years, posted = draw(st.sampled_from([0.0, 1.0, 4.0])), draw(st.booleans())
    return Case(catalog, held, draw(st.sampled_from(SKILLS)), draw(level), years, pay, posted)


def set_out(case: Case, held: Held) -> tuple[Start, list[RoleStage]]:
    origin, *way = way_of(case.catalog)
    return Start(origin if case.posted else None, held, case.years, 6.0), way


@settings(max_examples=80)
@given(cases())
def test_a_route_never_costs_more_with_a_skill_more(case: Case) -> None:
    more = {**case.held, case.extra: max(case.raised, case.held.get(case.extra, Level.NONE))}
    before, after = (least(weigh(*set_out(case, held), case.catalog, case.pay)) for held in (case.held, more))
    for measure in MEASURES:
        assert after[measure] <= before[measure] + 1e-6, measure


def choose_all(held: Held, way: Sequence[RoleStage], catalog: Catalog) -> Iterator[tuple[Chosen, ...]]:
    """Every consistent choice, whether it can pay or not."""
    if not way:
        yield ()
        return
    stage = way[0]
    ways = [[s for s in need.skills if is_open(s, need, held, catalog)] for need in stage.needs]
    for chosen in product(*ways):
        after = raise_to(((one.need, one.skill) for one in list_lessons(stage, held, catalog, chosen)), held)
        for rest in choose_all(after, way[1:], catalog):
            yield (chosen, *rest)


@settings(max_examples=60)
@given(cases(posts=2))
def test_no_choice_left_out_would_be_better(case: Case) -> None:
    start, way = set_out(case, case.held)
    found = least(weigh(start, way, case.catalog))
    for chosen in choose_all(case.held, way, case.catalog):
        route = tell_route(start, way, chosen, "", True, case.catalog, {}, None)
        told = {"hours": route.hours.p50, "months": route.months.p50, "difficulty": route.difficulty}
        for measure, amount in told.items():
            assert amount >= found[measure] - 1e-6, (measure, chosen)


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return open_catalog()


@settings(max_examples=10)
@given(st.data())
def test_a_route_of_the_shipped_catalog_never_costs_more_with_a_skill_more(
    shipped: Catalog, data: st.DataObject
) -> None:
    stages = [stage for stage in shipped.role_stages.values() if stage.needs]
    origin, *way = data.draw(st.lists(st.sampled_from(stages), min_size=2, max_size=5, unique_by=lambda s: s.key))
    asked = sorted({skill for stage in way for need in stage.needs for skill in need.skills})
    held = data.draw(st.dictionaries(st.sampled_from(asked), st.sampled_from(LEVELS), max_size=15))
    extra, raised = data.draw(st.sampled_from(asked)), data.draw(st.sampled_from(LEVELS))
    more = {**held, extra: max(raised, held.get(extra, Level.NONE))}
    start = Start(data.draw(st.sampled_from([None, origin])), held, data.draw(st.floats(0, 10)), 6.0)
    before, after = (least(weigh(one, way, shipped)) for one in (start, start._replace(held=more)))
    for measure in MEASURES:
        assert after[measure] <= before[measure] + 1e-6, measure


def test_where_choices_are_too_many_the_needs_that_weigh_least_go_on_with_the_nearest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = [need(["aws", "docker"], importance=0.9), need(["azure", "java"], importance=0.1)]
    catalog = build([first, [need(["docker"]), need(["java"])]])
    start = outside(dict.fromkeys(("docker", "azure", "java"), Level.AWARENESS))
    assert len(weigh(start, way_of(catalog), catalog)) == 4
    monkeypatch.setattr(choices, "MOST_CHOICES", 2)
    kept = {variant.chosen[0] for variant in weigh(start, way_of(catalog), catalog)}
    assert len(kept) == 2
    assert len({one[0] for one in kept}) == 2, "the weightier need keeps both of its ways"
