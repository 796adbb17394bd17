"""JSON Resume: whole, partial and broken."""

from __future__ import annotations

import json
from typing import Any

import pytest

from headway.errors import Problem, UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document


def read(value: Any) -> tuple[Draft, tuple[Problem, ...]]:
    return read_document(json.dumps(value).encode(), "cv.json")


def refusal(text: str) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_document(text.encode(), "cv.json")
    return str(refused.value)


def test_what_is_structured_is_taken_as_it_is() -> None:
    found, problems = read(
        {
            "basics": {"name": "Jane Doe", "label": "Data analyst", "summary": "I turn data into decisions."},
            "work": [
                {"name": "Holm", "position": "Analyst", "startDate": "2019-02", "highlights": ["Built it", "Ran it"]},
                {"company": "Elm", "position": "Tutor", "startDate": "2015", "endDate": "2018-06-30"},
            ],
            "education": [{"institution": "Elm University", "area": "Physics", "studyType": "BSc", "endDate": "2015"}],
            "skills": [{"name": "Data", "level": "good", "keywords": ["SQL", "R"]}],
        }
    )
    assert problems == ()
    assert (found.name, found.headline) == ("Jane Doe", "Data analyst")
    assert [(p.title, p.organisation, str(p.start), str(p.end), p.current) for p in found.positions] == [
        ("Analyst", "Holm", "2019-02", "None", True),
        ("Tutor", "Elm", "2015", "2018-06", False),
    ]
    assert found.positions[0].span.of(found.text) == "Analyst, Holm  2019-02 – present\n- Built it\n- Ran it"
    assert [(s.title, s.institution, str(s.end)) for s in found.studies] == [("BSc Physics", "Elm University", "2015")]
    assert "Data (good): SQL, R" in found.text
    assert [s.kind for s in found.sections] == ["header", "summary", "experience", "education", "skills"]


def test_a_fragment_is_enough() -> None:
    assert read({"skills": ["SQL", {"name": "R"}]})[0].text == "Skills\nSQL\nR"


def test_what_the_schema_does_not_know_is_kept_as_text() -> None:
    assert (
        read({"skills": [], "courses": {"a": ["Spark basics", {"b": "dbt"}]}})[0].text == "courses\nSpark basics\ndbt"
    )


def test_parts_of_the_wrong_shape_are_noted_with_their_place_and_the_rest_is_read() -> None:
    found, problems = read(
        {
            "work": [7, {"position": "Analyst", "startDate": "soon", "highlights": "Built it"}],
            "skills": {"name": "SQL"},
            "basics": ["Jane"],
        }
    )
    assert [(p.field, p.message) for p in problems] == [
        ("work[0]", "is no object and was left out"),
        ("work[1].startDate", "'soon' is no date"),
        ("skills", "is no list and was left out"),
    ]
    assert "Built it" in found.text


def test_dates_that_run_backwards_are_noted() -> None:
    found, problems = read({"work": [{"position": "Analyst", "startDate": "2020-05", "endDate": "2019-05"}]})
    assert found.positions[0].end is None
    assert "before it starts" in problems[0].message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"work": [}', "broken JSON (line 1, column 11"),
        ('{"name": "package", "version": 1}', "JSON but not a JSON Resume"),
        ('{"work": ' + "[" * 100_000, "nested too deeply"),
        ('{"work": ' + "9" * 100_000 + "}", "number too long"),
        ('{"work": []}', "without content"),
        ('{"work": [null, 1, []]}', "without content"),
    ],
)
def test_what_is_no_resume_is_refused_with_the_reason(text: str, why: str) -> None:
    assert why in refusal(text)


def test_a_deep_value_beside_a_resume_does_no_harm() -> None:
    deep: Any = "bottom"
    for _ in range(300):
        deep = [deep]
    assert read({"skills": ["SQL"], "extra": deep})[0].text == "Skills\nSQL"


def test_huge_lists_are_cut_and_that_is_said() -> None:
    found, problems = read({"work": [{"position": "Analyst"}] * 3000, "skills": ["SQL" * 20_000] * 5})
    assert len(found.positions) == 2000
    assert len(found.text) <= 200_000
    assert [p.message.split(";")[0] for p in problems] == ["has 3,000 entries", "is longer than 200,000 characters"]
    for item in (*found.sections, *found.positions):
        assert item.span.end <= len(found.text)


def test_no_more_problems_are_told_than_anybody_reads() -> None:
    assert len(read({"work": [1] * 500, "skills": ["SQL"]})[1]) == 50
