"""One item for each thing that a text names."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from headway.catalog.model import Catalog, Skill, SkillKind
from headway.scales import Level
from headway.skills.items import SkillItem, list_items
from headway.skills.mentions import find_names
from headway.skills.vocabulary import Vocabulary, compile_vocabulary

Items = Callable[[str], dict[str, SkillItem]]


@pytest.fixture(scope="module")
def vocabulary(skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]) -> Vocabulary:
    return compile_vocabulary(
        catalog_of(
            skill("kubernetes", "Kubernetes", SkillKind.PLATFORM, aliases=["k8s", "OpenShift"]),
            skill("python", "Python", SkillKind.LANGUAGE),
            skill("docker", "Docker"),
            skill("sql", "SQL", SkillKind.LANGUAGE),
        )
    )


@pytest.fixture(scope="module")
def items(vocabulary: Vocabulary) -> Items:
    return lambda text: {item.name: item for item in list_items(find_names(text, vocabulary.lexicon), vocabulary.names)}


def test_every_place_of_a_thing_is_in_its_one_item(items: Items) -> None:
    text = "Python and SQL. More Python."
    assert items(text)["Python"].mentions == ((0, 6), (21, 27))
    assert [text[start:end] for start, end in items(text)["SQL"].mentions] == ["SQL"]


def test_places_are_code_points_whatever_stands_before(items: Items) -> None:
    text = "🚀 ﬁne Straße İstanbul, Python"
    item = items(text)["Python"]
    assert text[item.start : item.end] == "Python"


def test_a_thing_of_its_own_has_its_own_item_under_the_same_skill(items: Items) -> None:
    found = items("Ran Kubernetes (k8s) and OpenShift clusters.")
    assert {name: item.skill for name, item in found.items()} == {"Kubernetes": "kubernetes", "OpenShift": "kubernetes"}
    assert len(found["Kubernetes"].mentions) == 2


def test_a_denial_outweighs_a_bare_name_elsewhere(items: Items) -> None:
    item = items("Environment: Docker, SQL.\n\nI have no experience with Docker.")["Docker"]
    assert item.negated
    assert not item.wished


def test_a_name_with_years_stands_against_a_denial(items: Items) -> None:
    found = items("5 years of Python.\n\nNo experience with Python is needed for the second project.")
    assert not found["Python"].negated
    assert found["Python"].years == 5


def test_what_is_only_wished_for_counts_for_nothing_and_says_so(items: Items) -> None:
    item = items("I want to learn Docker.")["Docker"]
    assert item.negated
    assert item.wished


def test_level_and_requirement_come_from_the_mentions_that_state_them(items: Items) -> None:
    found = items("Requirements:\n- Expert in Python\n- SQL\n\nNice to have:\n- Docker\n")
    assert found["Python"].level is Level.EXPERT
    assert (found["Python"].required, found["SQL"].required, found["Docker"].required) == (True, True, False)


def test_less_than_a_year_is_no_year(items: Items) -> None:
    found = items("Python - experience - 6 months\nSQL - experience - 24 months")
    assert (found["Python"].years, found["SQL"].years) == (None, 2)


@pytest.mark.parametrize("required", [None, False, True])
@pytest.mark.parametrize("years", [None, 2, 1.5])
@pytest.mark.parametrize("level", [None, Level.EXPERT])
def test_an_item_is_written_as_json_would_write_it(
    required: bool | None, years: float | None, level: Level | None
) -> None:
    for name, places in (('C++ "17"', ((3, 6),)), ("Größe\n\\", ((0, 4), (7, 11)))):
        item = SkillItem("cpp", name, 3, 6, required is None, False, required, years, level, 0.85, "same-text", places)
        assert item.write() == json.dumps(item.as_json(), separators=(",", ":"))
