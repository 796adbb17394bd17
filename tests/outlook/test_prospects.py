"""New roles as one person sees them: the stage within reach, the nearest first, what to begin with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from headway.catalog.emerging import Emerging
from headway.catalog.model import Catalog
from headway.outlook.prospects import Prospect, bring_near, choose_stage, list_prospects
from headway.profile.model import Profile, Standing
from headway.values import Basis, Kind, Level, Map, Month, Stage, Track

W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]
ANALYST = Standing(role="data-analyst", stage=Stage.MID, reason="Latest title.", confidence=0.9)
TOLD = Basis(kind=Kind.REPORTED, source="toy-postings", date=Month(year=2026, month=2), note="somebody says so")
ROLES = ("ml-engineer", "data-scientist", "data-analyst")


@pytest.fixture
def catalog(toy: Catalog) -> Catalog:
    return toy.change(emerging=Map({r: Emerging(slug=r, why="because", basis=TOLD) for r in ROLES}))


def near(catalog: Catalog, profile: Profile, standing: Standing | None, today: date) -> dict[str, Prospect]:
    found = bring_near(list_prospects(ROLES, catalog), profile, standing, {}, lambda a, b: 0.5, catalog, 5, today)
    return {prospect.role: prospect for prospect in found}


def test_without_a_document_nobody_is_near(catalog: Catalog) -> None:
    assert {prospect.closeness for prospect in list_prospects(ROLES, catalog)} == {None}


def test_the_best_covered_comes_first_and_says_what_to_begin_with(
    catalog: Catalog, person: Person, today: date
) -> None:
    found = near(
        catalog, person(("Data analyst", "2022-01", None), python=P, sql=P, statistics=W, excel=P), ANALYST, today
    )
    covered = [p.closeness.near.readiness.mid for p in found.values() if p.closeness and p.closeness.near.readiness]
    assert len(covered) == 3
    assert covered == sorted(covered, reverse=True)
    for prospect in found.values():
        assert prospect.closeness is not None
        assert prospect.closeness.first is not None
        assert prospect.closeness.near.months.p10 < prospect.closeness.near.months.p90


def test_who_stands_on_a_new_role_sees_its_next_stage(catalog: Catalog, person: Person, today: date) -> None:
    closeness = near(catalog, person(("Data analyst", "2022-01", None), sql=P), ANALYST, today)[
        "data-analyst"
    ].closeness
    assert closeness is not None
    assert closeness.here
    assert closeness.near.key == "data-analyst:senior"


def test_the_stage_is_within_reach_of_the_years_before_it_is_like_ones_own(catalog: Catalog) -> None:
    stages = catalog.roles["ml-engineer"].stages
    senior = ANALYST.change(stage=Stage.SENIOR)

    def chosen(standing: Standing | None, years: float) -> str | None:
        stage = choose_stage(stages, None, standing, years)
        return stage.key if stage else None

    assert chosen(ANALYST, 3) == "ml-engineer:mid"
    assert chosen(senior, 6) == "ml-engineer:senior"
    assert chosen(senior, 1) == "ml-engineer:mid", "a senior of another field with one year in this one"
    assert chosen(None, 0) == "ml-engineer:entry"


def test_a_manager_looks_at_posts_of_managers_where_the_role_has_them(catalog: Catalog) -> None:
    stages = catalog.roles["ml-engineer"].stages
    manager = ANALYST.change(track=Track.MANAGEMENT, stage=Stage.SENIOR)
    chosen = choose_stage(stages, None, manager, 8)
    assert chosen is not None
    managing = {stage.track for stage in stages}
    assert chosen.track is (Track.MANAGEMENT if Track.MANAGEMENT in managing else Track.INDIVIDUAL)


def test_thin_evidence_gives_no_readiness_and_still_an_order(catalog: Catalog, person: Person, today: date) -> None:
    found = near(catalog, person(words=20, sql=W), None, today)
    assert {p.closeness.near.readiness for p in found.values() if p.closeness} == {None}
    assert {p.closeness.alike for p in found.values() if p.closeness} == {None}
