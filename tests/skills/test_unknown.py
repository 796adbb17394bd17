"""Phrases like skills that the catalog does not know: shown with the nearest name, never mapped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.catalog.model import Catalog
from headway.skills.mentions import find_names
from headway.skills.unknown import UnknownItem, find_unknown
from headway.skills.vocabulary import Vocabulary, compile_vocabulary

Unknown = Callable[[str], list[UnknownItem]]


@pytest.fixture(scope="module")
def vocabulary(tools: Catalog) -> Vocabulary:
    return compile_vocabulary(tools)


@pytest.fixture(scope="module")
def unknown(vocabulary: Vocabulary) -> Unknown:
    return lambda text: find_unknown(text, find_names(text, vocabulary.lexicon), vocabulary)


def test_an_item_among_skills_that_the_catalog_does_not_know_is_a_candidate(unknown: Unknown) -> None:
    text = "Skills: Python, Docker, Zorblax, SQL"
    (item,) = unknown(text)
    assert (item.phrase, item.rule, item.nearest) == ("Zorblax", "list", None)
    assert text[item.start : item.end] == "Zorblax"


def test_a_slip_of_the_pen_has_the_nearest_name_beside_it_and_counts_for_nothing(
    unknown: Unknown, vocabulary: Vocabulary
) -> None:
    text = "Python, Docker, Kubernets"
    (item,) = unknown(text)
    assert (item.nearest, item.name) == ("kubernetes", "Kubernetes")
    assert 0.82 <= (item.likeness or 0) < 1
    assert "kubernetes" not in [name.term.skill for name in find_names(text, vocabulary.lexicon)]


def test_what_follows_experience_with_is_a_candidate(unknown: Unknown) -> None:
    assert [i.phrase for i in unknown("Three years of hands-on experience with Quellbach Studio in teams.")] == [
        "Quellbach Studio"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We sell shoes, hats, Gloves and scarves.",
        "Python, Docker, 3 years, English (native)",
        "Python, Docker, budget of 18,000 pounds, SQL",
        "Skills: Python, Docker, and many other things that we will tell you about later on, SQL",
        "Experience with our team.",
        "Python, SQL, Docker",
        "",
    ],
)
def test_what_is_no_name_is_no_candidate(unknown: Unknown, text: str) -> None:
    assert unknown(text) == []


def test_a_name_that_was_passed_over_is_known_and_no_candidate(unknown: Unknown) -> None:
    assert unknown("Skills: Python, Docker, Go live, SQL") == []


def test_a_phrase_said_twice_is_one_candidate(unknown: Unknown) -> None:
    assert len(unknown("Skills: Python, Docker, Zorblax\n\nTools: SQL, Docker, Zorblax")) == 1
