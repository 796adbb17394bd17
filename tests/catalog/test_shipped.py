"""The catalog that comes with headway: sound, complete for its roles, every figure with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from headway.catalog.checks import check_catalog
from headway.catalog.load import load_catalog
from headway.catalog.model import ActivityKind, Catalog
from headway.catalog.occupations import place_title
from headway.catalog.world import Verdict
from headway.values import Kind, Stage, Track


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return load_catalog(cache=Path(tmp_path_factory.mktemp("cache")))


def test_every_check_passes(shipped: Catalog) -> None:
    assert [str(problem) for problem in check_catalog(shipped)] == []


def test_it_holds_the_roles_skills_and_activities_that_it_promises(shipped: Catalog) -> None:
    assert {
        "ml-engineer",
        "ai-engineer",
        "data-scientist",
        "data-engineer",
        "ai-developer",
        "mlops-engineer",
        "data-analyst",
        "software-engineer",
    } <= set(shipped.roles)
    assert len(shipped.skills) >= 200
    assert len(shipped.activities) >= 80
    kinds = {activity.kind for activity in shipped.activities.values()}
    assert {ActivityKind.COURSE, ActivityKind.PROJECT, ActivityKind.CERTIFICATION, ActivityKind.PRACTICE} <= kinds


def test_every_measured_importance_tells_the_number_of_postings(shipped: Catalog) -> None:
    bases = [need.basis for stage in shipped.role_stages.values() for need in stage.needs]
    assert any(basis.kind is Kind.MEASURED for basis in bases)
    assert all(basis.n for basis in bases if basis.kind is Kind.MEASURED)
    assert all(basis.note for basis in bases if basis.kind is Kind.JUDGED)


def test_wages_are_official_or_told_as_reported_with_their_number(shipped: Catalog) -> None:
    assert {wage.basis.source for wage in shipped.wages} == {"oews-2025", "aijobs-2024"}
    for wage in shipped.wages:
        if wage.basis.source == "aijobs-2024":
            assert wage.basis.kind is Kind.REPORTED
            assert (wage.basis.n or 0) >= 50


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Machine Learning Engineer", "ml-engineer:mid"),
        ("Sr. Machine Learning Engineer, Search", "ml-engineer:senior"),
        ("Generative AI Engineer", "ai-engineer:mid"),
        ("Junior Data Scientist", "data-scientist:entry"),
        ("Senior Data Engineer (AWS)", "data-engineer:senior"),
        ("Full-Stack Developer", "software-engineer:mid"),
        ("Business Intelligence Analyst", "data-analyst:mid"),
        ("MLOps Engineer", "mlops-engineer:mid"),
        ("Head of Data Science", "data-scientist:leadership"),
        ("Data Science Manager", "data-scientist:senior"),
        ("AI Product Manager", "ai-product-manager:mid"),
        ("Senior product manager for AI", "ai-product-manager:senior"),
        ("Technology director", "cto:leadership"),
        ("CDO", "chief-data-officer:leadership"),
        ("Data consultant", "ai-consultant:mid"),
    ],
)
def test_common_titles_lead_to_their_roles(shipped: Catalog, title: str, place: str) -> None:
    match = place_title(title, shipped)
    assert match
    assert f"{match.role}:{match.stage}" == place


@pytest.mark.parametrize(
    "title", ["Technology consultant", "Technology lead", "Data lead", "Data officer", "Data contractor"]
)
def test_a_word_that_only_stands_in_makes_nobody_a_chief_or_a_consultant(shipped: Catalog, title: str) -> None:
    assert place_title(title, shipped) is None


@pytest.mark.parametrize(
    "title", ["Senior Manager, Data Engineering", "Manager of machine learning", "AI Senior Manager"]
)
def test_who_manages_people_comes_out_on_the_management_track(shipped: Catalog, title: str) -> None:
    match = place_title(title, shipped)
    assert match
    assert (match.stage, match.track) == (Stage.SENIOR, Track.MANAGEMENT)


@pytest.mark.parametrize(
    "title",
    ["Physics teacher", "High school science teacher", "Nurse", "Civil engineer", "Accountant", "Sales manager"],
)
def test_other_trades_are_not_taken_for_roles(shipped: Catalog, title: str) -> None:
    assert place_title(title, shipped) is None


def test_it_holds_what_surrounds_the_roles(shipped: Catalog) -> None:
    assert len(shipped.communities) >= 40
    assert {c.slug for c in shipped.communities.values() if c.guide} >= {"linkedin", "github", "neurips", "kdd"}
    assert sum(industry.guide for industry in shipped.industries.values()) == 5
    assert len(shipped.industries) > 5
    assert len(shipped.cases) >= 2
    assert len(shipped.claims) >= 25
    assert {claim.verdict for claim in shipped.claims.values()} == set(Verdict)
