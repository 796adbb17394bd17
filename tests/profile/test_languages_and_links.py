"""Languages with their level, addresses, and lines that found no place."""

from __future__ import annotations

import pytest

from headway.profile.languages import read_fluency
from headway.profile.model import Draft
from headway.profile.read import read_document


def draft(text: str) -> Draft:
    return read_document(text.encode(), "cv.txt")[0]


def spoken(body: str) -> list[tuple[str, str | None]]:
    found = draft(f"Jane Roe\n\nExperience\nAnalyst, Birch, 2018 – 2020\n\nLanguages\n{body}")
    return [(language.name, language.fluency) for language in found.languages]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("French (native), English – C1; German B1/B2", [("French", "native"), ("English", "C1"), ("German", "B1")]),
        ("Fluent in Dutch and Italian\nBasic Spanish", [("Dutch", "C1"), ("Italian", "C1"), ("Spanish", "A2")]),
        ("English\nNative\nGerman\nProfessional working proficiency", [("English", "native"), ("German", "B2")]),
        ("English | Fluent | German | Basic", [("English", "C1"), ("German", "A2")]),
        ("Native: English, Yoruba. Fluent: French", [("English", "native"), ("Yoruba", "native"), ("French", "C1")]),
        ("Deutsch: Muttersprache\nEnglisch (verhandlungssicher)", [("German", "native"), ("English", "C1")]),
        ("Inglés: avanzado\nFrancés: nivel B2", [("English", "C1"), ("French", "B2")]),
        ("English, Kikuyu (conversational)", [("English", None), ("Kikuyu", "B1")]),
    ],
)
def test_a_language_has_the_level_that_is_said_of_it(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(body) == expected


def test_a_labelled_line_among_skills_names_languages_and_programming_languages_are_none() -> None:
    found = draft("Jane Roe\n\nExperience\nAnalyst, Birch, 2018 – 2020\n\nSkills\nLanguages: English (native)\nSQL, Go")
    assert [language.name for language in found.languages] == ["English"]
    assert draft("Jane Roe\n\nExperience\nAnalyst, Birch, 2018\n\nLanguages\nPython, Go, C").languages == ()


def test_fluency_is_none_where_nothing_is_told() -> None:
    assert read_fluency("since 2019") is None
    assert read_fluency("Limited working proficiency") == "B1"
    assert read_fluency("near-native") == "C2"


def test_addresses_are_kept_with_their_kind_and_an_email_is_none() -> None:
    found = draft(
        "Jane Roe\nLyon | jane@roe.example.com | github.com/janer | linkedin.com/in/jane-roe | janeroe.dev\n"
        "Kaggle: @janer\n\nProjects\nBird songs, https://janer.github.io/birds (2020), with asp.net and node.js.\n"
    )
    assert [(link.kind, link.url) for link in found.links] == [
        ("github", "https://github.com/janer"),
        ("linkedin", "https://linkedin.com/in/jane-roe"),
        ("web", "https://janeroe.dev"),
        ("kaggle", "https://www.kaggle.com/janer"),
        ("github", "https://janer.github.io/birds"),
    ]
    assert found.links[0].span.of(found.text) == "github.com/janer"


def test_the_title_of_the_page_has_its_place_and_a_calling_by_its_ending_is_a_headline() -> None:
    found = draft("LEBENSLAUF\n\nAnna Busch\nSoftwareentwicklerin\n\nSPRACHEN\nAnglais : courant (C1)\n")
    assert (found.headline, found.unplaced) == ("Softwareentwicklerin", ())
    assert found.languages[0].said == "courant (C1)"


def test_lines_without_a_place_are_shown_and_the_others_not() -> None:
    found = draft(
        "Jane Roe\nData analyst\nLyon, France\nDrives a red car\n\nExperience\nAnalyst, Birch Ltd, 2018 – 2020\n"
        "- Built it\n\nSkills\nSQL\n\nLanguages\nEnglish\nHums well\n"
    )
    assert [span.of(found.text) for span in found.unplaced] == ["Drives a red car", "Hums well"]
