"""Headings, and what stands under them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.profile.drafts import compose_draft
from headway.profile.headings import heading_kind
from headway.profile.lines import Line, clean_lines
from headway.profile.model import Draft, SectionKind
from headway.profile.sections import find_sections


def draft(text: str) -> Draft:
    return compose_draft("text", [Line(line) for line in text.split("\n")])[0]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(section.kind.value, section.heading) for section in draft(text).sections]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("EXPERIENCE", "experience"),
        ("Professional Experience & Internships", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("== Work history ==", "experience"),
        ("1. Experience", "experience"),
        ("Technical Skills:", "skills"),
        ("Skills & Interests", "skills"),
        ("Skills summary", "skills"),
        ("Summary of qualifications", "summary"),
        ("Professional profile", "summary"),
        ("Education and Certifications", "education"),
        ("Research interests", "interests"),
        ("What I want to learn", "interests"),
        ("Selected publications", "publications"),
        ("Berufserfahrung", "experience"),
        ("Formación", "education"),
        ("Centres d’intérêt", "interests"),
        ("Personal details", "header"),
    ],
)
def test_a_heading_is_known_in_many_wordings(heading: str, kind: str) -> None:
    assert heading_kind(heading) == kind


@pytest.mark.parametrize("line", ["Software engineer", "Data science", "Skills: Python", "Led the work", "School", ""])
def test_other_lines_are_no_headings(line: str) -> None:
    assert heading_kind(line) is None


def test_lines_before_the_first_heading_are_the_header_with_name_and_headline() -> None:
    found = draft("Jane Doe\nData engineer | Leeds, UK | jane@example.com\n\nSkills\nSQL")
    assert (found.name, found.headline) == ("Jane Doe", "Data engineer")
    assert [s.kind for s in found.sections] == [SectionKind.HEADER, SectionKind.SKILLS]


def test_a_document_title_or_a_job_title_is_not_taken_for_a_name() -> None:
    assert draft("Curriculum Vitae\nData Engineer\nAnn Larch\n\nSkills\nSQL").name == "Ann Larch"


def test_an_underlined_line_in_unknown_words_opens_a_section_beside_known_ones() -> None:
    text = "Experience\n----------\nAnalyst, Holm, 2019-2020\n\nBees\n----\nI keep some.\n\nSkills\n------\nSQL"
    assert kinds(text) == [("experience", "Experience"), ("other", "Bees"), ("skills", "Skills")]


def test_a_title_in_capitals_does_not_end_the_experience() -> None:
    text = "EXPERIENCE\nSENIOR ANALYST\nHolm Ltd\n2019 - 2020\n- SQL\n\nSKILLS\nSQL"
    assert kinds(text) == [("experience", "EXPERIENCE"), ("skills", "SKILLS")]


def test_labels_inside_a_list_of_skills_are_not_sections() -> None:
    text = "SKILLS\nLanguages: Python, SQL\nTools: Airflow\n\nEDUCATION\nBSc"
    assert kinds(text) == [("skills", "SKILLS"), ("education", "EDUCATION")]


def test_technologies_named_under_a_position_stay_with_it() -> None:
    text = "EXPERIENCE\nAnalyst, Holm, 2019-2020\n- Did\n\nTechnologies: SQL, R\n\nEDUCATION\nBSc"
    assert kinds(text) == [("experience", "EXPERIENCE"), ("education", "EDUCATION")]


def test_languages_are_programming_languages_where_no_human_one_is_named() -> None:
    assert kinds("Languages\nPython, Go\n\nEducation\nBSc")[0] == ("skills", "Languages")
    assert kinds("Languages\nGerman (B2)\n\nEducation\nBSc")[0] == ("languages", "Languages")


def test_a_heading_in_capitals_may_stand_beside_its_text() -> None:
    text = "EXPERIENCE\n\nAnalyst, Birch   2018 – 2020\n- Built things\n\n"
    found = draft(f"{text}EDUCATION   BSc Physics, University of Elmet (2015)\n\nKEY SKILLS      LEVEL\nSQL      good")
    assert [section.kind.value for section in found.sections] == ["experience", "education", "skills"]
    assert [position.title for position in found.positions] == ["Analyst"]
    assert [(s.title, s.institution, str(s.end)) for s in found.studies] == [
        ("BSc Physics", "University of Elmet", "2015")
    ]


def test_an_unknown_heading_ends_a_section_though_the_next_one_is_dated() -> None:
    text = "CERTIFICATIONS\nCKA (2023)\n\nGAPS, FRANKLY\nNone that hurt.\n\nEDUCATION\nBSc Physics, 2015"
    assert kinds(text) == [("certifications", "CERTIFICATIONS"), ("other", "GAPS, FRANKLY"), ("education", "EDUCATION")]


def test_a_labelled_paragraph_is_a_section_where_nothing_else_is() -> None:
    assert kinds("Ann Larch\n\nSkills: SQL, Python\n\nInterests: rowing")[1:] == [
        ("skills", "Skills"),
        ("interests", "Interests"),
    ]


words = st.sampled_from(
    "Experience SKILLS Education: Languages ---- === Python - SQL|2019-2021|Jane Doe|- did a thing|Analyst, Holm, 2020"
    "||Skills: SQL|LANGUAGES|Über mich|x".split("|")
)


@given(st.lists(st.one_of(words, st.text(max_size=30)), max_size=25), st.integers(0, 3))
def test_sections_cover_the_whole_text_without_overlap(texts: list[str], level: int) -> None:
    lines = clean_lines(Line(text, level if i % 4 == 0 else 0) for i, text in enumerate(texts))
    text = "\n".join(line.text for line in lines)
    place = 0
    for section in find_sections(lines):
        assert section.span.start == place < section.span.end
        place = section.span.end
    assert place == len(text)


@given(st.lists(st.one_of(words, st.text(max_size=40)), max_size=25))
def test_no_visible_character_is_lost_and_every_span_lies_in_the_text(texts: list[str]) -> None:
    found = draft("\n".join(texts))
    for item in (*found.sections, *found.positions, *found.studies):
        assert item.span.end <= len(found.text)
    kept = [line.text for line in clean_lines(Line(text) for text in texts)]
    assert found.text.split() == "\n".join(kept).split()
