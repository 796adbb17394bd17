"""Names that stand for something else: addresses, employers, houses, headings; and titles, which say less."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.catalog.model import Catalog, Skill, SkillKind
from headway.skills.lexicon import Lexicon, build_lexicon
from headway.skills.mentions import find_names
from headway.skills.model import Mention
from headway.skills.read import find_mentions

Find = Callable[..., tuple[Mention, ...]]
Skills = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/docker/SQL",
        "www.docker.example/sql-notes",
        "sam@docker.com",
        "sql@example.org",
        "See docker.com for more",
        "(http://sql.example.net)",
    ],
)
def test_addresses_name_no_skill(skills: Skills, text: str) -> None:
    assert skills(text) == []


def test_a_path_or_a_full_stop_is_no_address(skills: Skills) -> None:
    assert skills("SQL/Docker, i.e. Docker.") == ["sql", "docker", "docker"]


@pytest.mark.parametrize(
    "text",
    [
        "Worked at Snowflake on query plans",
        "In May I joined Docker as a lead",
        "Analyst, Snowflake (2019 - 2022)",
        "Engineer @ Docker",
        "Senior engineer | Docker | Jan 2019 – May 2021",
        "Company - Snowflake\nDescription - kept the books",
        "Client: Docker Labs",
        "Employer name: Oak Statistics",
    ],
)
def test_an_employer_is_no_skill(skills: Skills, text: str) -> None:
    assert skills(text) == []


@pytest.mark.parametrize("text", ["Proficient at SQL", "Good at Docker", "Analyst, SQL and Docker"])
def test_being_good_at_something_is_no_employment(find: Find, text: str) -> None:
    assert find(text)


@pytest.mark.parametrize(
    "text",
    [
        "I left Fernley Insurance Company early",
        "Taught for Statistics University of Holm",
        "Met the Docker Ltd people",
        "I met Oak Statistics Labs there",
    ],
)
def test_a_house_that_carries_the_name_is_no_skill(skills: Skills, text: str) -> None:
    assert skills(text) == []


def test_a_small_word_or_a_line_break_before_a_house_word_makes_no_house(skills: Skills) -> None:
    assert skills("BSc Insurance and Statistics\nHolm College") == ["insurance", "statistics"]
    assert skills("our statistics labs and insurance company clients") == ["statistics", "insurance"]


@pytest.mark.parametrize("title", ["engineer", "Engineers", "scientist", "consultant", "researcher"])
def test_a_job_title_says_less(find: Find, title: str) -> None:
    (found,) = find(f"Machine learning {title} wanted")
    assert (found.rule, found.confidence) == ("job-title", 0.7)
    for word in ("engineering", "engineer2", "engineeré", " engineer", "engineer\u00ading"):
        (found,) = find(f"Machine learning {word} wanted")
        assert found.rule == "name"


def test_the_words_of_a_heading_are_no_skill(skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]) -> None:
    small = catalog_of(skill("environment", "Environment", SkillKind.DOMAIN), skill("sql", "SQL"))
    lexicon = build_lexicon(small)
    text = "Environment:\nWe use SQL. It helps the environment of our firm."
    assert [m.span.start for m in find_mentions(text, lexicon)] == [text.index("SQL"), text.rindex("environment")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bachelor's degree in Statistics, Physics or a related field", []),
        ("PhD (e.g. in Physics, Statistics) preferred", []),
        ("A degree in Physics and experience with Statistics", ["statistics"]),
        ("Degree in Physics. Statistics is a must", ["statistics"]),
        ("Master's degree, Docker and SQL", ["docker", "sql"]),
    ],
)
def test_the_subjects_of_a_degree_asked_for_are_no_skills(skills: Skills, line: str, expected: list[str]) -> None:
    assert skills(f"We are looking for a colleague. You will join our team.\n\nRequirements:\n- {line}") == expected


def test_the_subjects_of_a_degree_held_are_found(skills: Skills) -> None:
    assert skills("Education\nDegree in Physics, 2019") == ["physics"]


OFFER = "We are looking for an analyst. You will count.\n\nWhat we offer\n- {}\n"


def test_fields_among_what_an_employer_offers_are_no_skills(skills: Skills) -> None:
    assert skills(OFFER.format("machine learning for your own time")) == []
    assert skills(OFFER.format("Docker on every laptop")) == ["docker"]
    assert skills(OFFER.replace("What we offer", "What you bring").format("machine learning")) == ["machine-learning"]


def test_a_list_of_departments_names_no_skills(skills: Skills) -> None:
    assert skills("Answer questions from sales, neural networks and machine learning teams.") == []
    assert skills("Work with the finance and machine learning departments, and with SQL") == ["sql"]
    assert skills("Machine learning teams use SQL") == ["machine-learning", "sql"]
    assert skills("Work with machine learning and lead teams") == ["machine-learning"]


ASKING = "We are looking for a colleague. You will join us.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Degree in physics, statistics or similar",
        "A very good degree from a university, for instance a bachelor in\nphysics, statistics or a field near them",
    ],
)
def test_subjects_of_a_degree_asked_for_are_no_skills_also_over_a_broken_line(skills: Skills, text: str) -> None:
    assert skills(ASKING + text) == []


def test_behind_a_line_that_its_writer_ended_no_subject_stands(skills: Skills) -> None:
    assert skills(ASKING + "Bachelor's degree\nStatistics\nSQL") == ["statistics", "sql"]


def test_a_text_known_for_a_posting_needs_no_further_sign(lexicon: Lexicon) -> None:
    text = "BSc in physics"
    assert [name.term.skill for name in find_names(text, lexicon)] == ["physics"]
    assert find_names(text, lexicon, posting=True) == []


def test_what_an_employer_says_of_its_own_character_is_asked_of_nobody(skills: Skills) -> None:
    about = "About us\nWe live by communication. Docker runs here.\n\n"
    assert skills(ASKING + about + "Requirements\nCommunication") == ["docker", "communication"]
    assert skills(about) == ["communication", "docker"]
