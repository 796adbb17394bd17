"""Any job title -> role and stage, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.model import Catalog
from headway.catalog.occupations import LOWEST, place_title
from headway.values import Map, Stage, Track


def place(title: str, catalog: Catalog) -> str | None:
    match = place_title(title, catalog)
    return match and catalog.roles[match.role].at(match.stage, match.track).key  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Machine Learning Engineer", "ml-engineer:mid"),
        ("Senior ML Engineer", "ml-engineer:senior"),
        ("Sr. Data Scientist, Payments", "data-scientist:senior"),
        ("Junior data analyst (remote)", "data-analyst:entry"),
        ("Associate Data Analyst", "data-analyst:entry"),
        ("Data Science Intern", "data-scientist:entry"),
        ("Working student data science", "data-scientist:entry"),
        ("Software Developer at Acme", "software-engineer:mid"),
        ("Backend Engineer | Python", "software-engineer:mid"),
        ("Staff Software Engineer - Machine Learning", "ml-engineer:senior"),
        ("Lead Data Engineer", "data-engineer:senior"),
        ("AI Engineer II", "ai-engineer:mid"),
        ("Data Analyst / Data Scientist", "data-analyst:mid"),
        ("Data Engineers", "data-engineer:mid"),
    ],
)
def test_words_of_rank_become_the_stage(toy: Catalog, title: str, key: str) -> None:
    assert place(title, toy) == key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Head of Data Science", "data-scientist:leadership:management"),
        ("Director, Machine Learning", "ml-engineer:leadership:management"),
        ("VP of Engineering", "engineering-manager:leadership:management"),
        ("Chief Data Scientist", "data-scientist:leadership:management"),
        ("Data Science Manager", "data-scientist:senior:management"),
        ("Engineering Manager", "engineering-manager:senior:management"),
    ],
)
def test_words_of_leading_become_the_management_track(toy: Catalog, title: str, key: str) -> None:
    assert place(title, toy) == key


@pytest.fixture
def chiefs(toy: Catalog) -> Catalog:
    """The toy with a role that has a leadership stage alone, and a consultant."""
    head = toy.roles["data-scientist"].at(Stage.LEADERSHIP, Track.MANAGEMENT)
    mid = toy.roles["data-scientist"].at(Stage.MID)
    assert head
    assert mid
    made = (
        ("cto", "Chief technology officer", "Head of technology", head),
        ("advisor", "Advisor", "Data consultant", mid),
    )
    roles = {
        slug: toy.roles["data-scientist"].change(
            slug=slug, name=name, aliases=(), stages=(stage.change(role=slug, titles=(title,)),)
        )
        for slug, name, title, stage in made
    }
    return toy.change(roles=Map({**toy.roles, **roles}))


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Director of technology", "cto:leadership:management"),
        ("VP Technology", "cto:leadership:management"),
        ("Technology consultant", None),
        ("Technology lead", None),
        ("Technology officer", None),
        ("Data consultant", "advisor:mid"),
        ("Senior data consultant", "advisor:mid"),
        ("Data lead", None),
        ("Freelance data", None),
    ],
)
def test_a_word_that_stands_in_for_a_head_stands_for_its_own_kind_alone(
    chiefs: Catalog, title: str, key: str | None
) -> None:
    assert place(title, chiefs) == key


@pytest.mark.parametrize(
    "title", ["Senior Manager, Data Science", "Manager of Data Science", "Data Science Senior Manager"]
)
def test_a_manager_of_a_field_is_on_the_management_track(toy: Catalog, title: str) -> None:
    assert place(title, toy) == "data-scientist:senior:management"


def test_a_title_of_the_catalog_has_the_stage_that_the_catalog_gives_it(toy: Catalog) -> None:
    match = place_title("Principal machine learning engineer", toy)
    assert match
    assert (match.stage, match.score, match.matched) == ("leadership", 1.0, "Principal machine learning engineer")


@pytest.mark.parametrize("title", ["Machien Learning Enginer", "Machine Learning Engineeer"])
def test_slips_of_the_keyboard_are_forgiven(toy: Catalog, title: str) -> None:
    assert place(title, toy) == "ml-engineer:mid"


@pytest.mark.parametrize(
    "title",
    [
        "Physics teacher",
        "Teacher of data science",
        "Lecturer in machine learning",
        "PhD student, machine learning",
        "Research Associate in Physics",
        "PhD Researcher, Condensed Matter Physics",
        "Mechanical Engineer",
        "Sales Engineer",
        "Machine learning recruiter",
        "Data entry clerk",
        "Financial Analyst",
        "Nurse",
        "Product Manager",
        "Manager",
        "Intern",
        "Senior",
        "",
        " - ",
    ],
)
def test_other_trades_are_no_role_of_the_catalog(toy: Catalog, title: str) -> None:
    assert place_title(title, toy) is None


def test_a_track_that_the_role_does_not_have_lowers_the_score(toy: Catalog) -> None:
    match = place_title("Head of data analytics", toy)
    assert match
    assert (match.role, match.track) == ("data-analyst", "individual")
    assert match.score <= 0.8


def test_every_title_of_the_catalog_is_placed_where_it_stands(toy: Catalog) -> None:
    for stage in toy.role_stages.values():
        for title in stage.titles:
            assert place(title, toy) == stage.key


@given(st.text(max_size=60))
def test_any_text_is_placed_within_the_catalog_or_not_at_all(toy: Catalog, text: str) -> None:
    match = place_title(text, toy)
    if match:
        assert LOWEST * 0.8 <= match.score <= 1
        assert toy.roles[match.role].at(match.stage, match.track)
