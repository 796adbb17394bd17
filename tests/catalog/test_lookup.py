"""Names that people type."""

from __future__ import annotations

import pytest

from headway.catalog.lookup import find_nearest, find_role_stage, find_skill
from headway.catalog.model import Catalog
from headway.errors import NotFound
from headway.values import Map


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ml-engineer:mid", "ml-engineer:mid"),
        ("ml-engineer", "ml-engineer:mid"),
        (" ML-Engineer : Senior ", "ml-engineer:senior"),
        ("ML engineer:entry", "ml-engineer:entry"),
        ("ml-engineer:leadership", "ml-engineer:leadership"),
        ("ml-engineer:leadership:management", "ml-engineer:leadership:management"),
        ("ml-engineer:management", "ml-engineer:leadership:management"),
        ("data-scientist:management", "data-scientist:senior:management"),
        ("engineering-manager", "engineering-manager:senior:management"),
        ("Senior Data Scientist", "data-scientist:senior"),
    ],
)
def test_a_role_is_found_by_slug_name_and_title(toy: Catalog, text: str, key: str) -> None:
    assert find_role_stage(text, toy).key == key


def test_a_former_slug_still_leads_to_its_role(toy: Catalog) -> None:
    role = toy.roles["ai-developer"].change(formerly=("ai-coder",))
    assert (
        find_role_stage("ai-coder", toy.change(roles=Map({**toy.roles, "ai-developer": role}))).role == "ai-developer"
    )


@pytest.mark.parametrize("text", ["ml-enginer", "mle engineer", "machine learning enginer"])
def test_an_unknown_role_names_the_nearest_first(toy: Catalog, text: str) -> None:
    with pytest.raises(NotFound) as caught:
        find_role_stage(text + ":mid", toy)
    assert caught.value.hint
    assert caught.value.hint.startswith("did you mean ml-engineer")


def test_nonsense_has_no_nearest_role(toy: Catalog) -> None:
    with pytest.raises(NotFound) as caught:
        find_role_stage("qqqq", toy)
    assert caught.value.hint == "see `headway roles`"


@pytest.mark.parametrize("text", ["data-analyst:leadership", "data-analyst:management", "ml-engineer:middle"])
def test_a_stage_that_a_role_does_not_have_names_those_it_has(toy: Catalog, text: str) -> None:
    with pytest.raises(NotFound) as caught:
        find_role_stage(text, toy)
    assert f"{text.split(':', maxsplit=1)[0]}:mid" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "slug"),
    [("PyTorch", "pytorch"), ("torch", "pytorch"), ("go", "go"), ("  A/B  Testing ", "experiment-design")],
)
def test_a_skill_is_found_by_slug_name_alias_and_form(toy: Catalog, text: str, slug: str) -> None:
    assert find_skill(text, toy).slug == slug


def test_an_unknown_skill_names_the_nearest(toy: Catalog) -> None:
    with pytest.raises(NotFound, match="did you mean kubernetes"):
        find_skill("kubernets", toy)


def test_the_nearest_names_are_few_and_different() -> None:
    names = {"ml engineer": "a", "machine learning engineer": "a", "ml engraver": "b", "poet": "c"}
    assert find_nearest("ml enginer", names) == ("a", "b")


def test_a_skill_is_found_by_its_slug_without_the_hyphens(toy: Catalog) -> None:
    assert find_skill("Large language models", toy).slug == "large-language-models"
    renamed = toy.skills["system-design"].change(name="Design of systems", aliases=())
    catalog = toy.change(skills=Map({**toy.skills, "system-design": renamed}))
    assert find_skill("system design", catalog).slug == "system-design"


def test_a_skill_unlike_any_other_is_not_sent_to_a_list_that_is_not_there(toy: Catalog) -> None:
    with pytest.raises(NotFound) as caught:
        find_skill("qqqq", toy)
    assert caught.value.hint == "try another name of it"
