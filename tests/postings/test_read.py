"""What a posting states comes out with its words; what it does not state is not guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.postings.model import Employment, GateKind, Posting, Workplace
from headway.values import Level, Stage

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "postings").iterdir())
Read = Callable[[str], Posting]


def example(read: Read, name: str) -> Posting:
    return read(next(path for path in EXAMPLES if path.stem == name).read_text(encoding="utf-8"))


def skills(posting: Posting, required: bool | None) -> list[str]:
    return [r.name for r in posting.requirements if r.required is required]


def gates(posting: Posting) -> list[tuple[str, bool]]:
    return [(gate.says, gate.required) for gate in posting.gates]


def test_there_are_a_dozen_examples() -> None:
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_quote_of_every_example_points_at_its_words(read: Read, path: Path) -> None:
    posting = read(path.read_text(encoding="utf-8"))
    parts = (*posting.requirements, *posting.gates, *posting.pay)
    assert posting.title
    assert parts
    for part in parts:
        words = part.quote.span.of(posting.text)
        assert words.strip()
        assert " ".join(words.split()) in part.quote.text


@pytest.mark.parametrize(
    ("name", "title", "role", "stage", "employer", "place"),
    [
        ("larkfield-ml-engineer", "Machine Learning Engineer", "ml-engineer", "mid", "Larkfield Grocery", "Leeds, UK"),
        (
            "brandt-data-scientist",
            *("Senior Data Scientist", "data-scientist", "senior", "Brandt Verkehrstechnik GmbH", "Hamburg, Germany"),
        ),
        (
            "stoneferry-head-of-data",
            "Head of Data",
            "chief-data-officer",
            "leadership",
            "Stoneferry Insurance",
            "Basel",
        ),
        ("fennel-analyst", "Junior Data Analyst", "data-analyst", "entry", "Fennel & Rye", "Bristol"),
        ("petalbyte-vision", "Computer Vision Engineer", "computer-vision-engineer", "mid", "Petalbyte", None),
        ("willow-nurse", "Registered Nurse, Community Team", None, None, "Willow Trust", "Cardiff"),
    ],
)
def test_title_role_employer_and_place_are_those_stated(
    read: Read, name: str, title: str, role: str | None, stage: str | None, employer: str, place: str | None
) -> None:
    p = example(read, name)
    assert (p.title, p.role, p.stage, p.employer, p.place) == (title, role, stage, employer, place)


def test_required_preferred_and_named_stand_apart(read: Read) -> None:
    posting = example(read, "larkfield-ml-engineer")
    assert skills(posting, True)[1:] == [
        *("Python", "SQL", "PyTorch or TensorFlow", "Docker"),
        "Amazon Web Services or Google Cloud or Microsoft Azure",
    ]
    assert skills(posting, False) == ["Kubernetes", "Airflow", "Time series analysis"]
    assert "Feature engineering" in skills(posting, None)


def test_headings_with_a_colon_and_the_list_behind_them_hold_for_that_list_alone(read: Read) -> None:
    posting = example(read, "petalbyte-vision")
    assert skills(posting, True) == ["Python", "OpenCV", "PyTorch", "C++"]
    assert skills(posting, False) == ["CUDA", "ONNX", "Robot Operating System"]
    assert skills(example(read, "orbital-research-scientist"), False) == ["Ray"]


def test_years_of_a_skill_make_its_level_and_are_no_years_in_all(read: Read) -> None:
    posting = example(read, "brandt-data-scientist")
    asked = {r.skill: (r.years, r.level, r.rule) for r in posting.requirements}
    assert asked["python"] == (5, Level.PRACTITIONER, "years")
    assert asked["statistics"] == (None, Level.EXPERT, "stated")
    assert GateKind.YEARS not in [gate.kind for gate in posting.gates]


def test_what_is_not_needed_is_not_asked(read: Read) -> None:
    assert "Deep learning" not in [r.name for r in example(read, "tidewater-intern").requirements]
    assert gates(example(read, "quellwerk-analytics-contract")) == []


def test_gates_are_told_apart_with_what_softens_them(read: Read) -> None:
    assert gates(example(read, "harrow-defence-mlops")) == [
        ("2 years of experience", True),
        ("bachelor's degree in Computer Science or Engineering", True),
        ("master's degree", False),
        ("TS/SCI", True),
        ("US citizenship", True),
    ]
    assert gates(example(read, "stoneferry-head-of-data")) == [
        ("10 years of experience", True),
        ("doctorate", False),
        ("German", True),
        ("English", True),
        ("French", False),
    ]
    assert [says for says, _ in gates(example(read, "willow-nurse"))] == [
        *("2 years of experience", "professional licence", "driving licence", "English")
    ]


def test_experience_in_place_of_a_degree_is_kept(read: Read) -> None:
    (degree,) = [g for g in example(read, "larkfield-ml-engineer").gates if g.kind is GateKind.DEGREE]
    assert degree.or_experience


def test_an_offer_to_sponsor_is_no_gate(read: Read) -> None:
    assert gates(example(read, "mosaic-llm-engineer")) == []
    assert ("authorized to work in the US", True) in gates(example(read, "saltmarsh-data-engineer"))


@pytest.mark.parametrize(
    ("text", "workplace"),
    [
        ("Data Analyst\nFully remote.", Workplace.REMOTE),
        ("Data Analyst\nTwo days a week in the office.", Workplace.HYBRID),
        ("Data Analyst\nOn-site in Leeds, no remote work.", Workplace.ON_SITE),
        ("Data Analyst\nWe use hybrid search and remote sensing.", None),
    ],
)
def test_where_the_work_is_done(read: Read, text: str, workplace: Workplace | None) -> None:
    assert read(text).workplace is workplace


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("quellwerk-analytics-contract", (Employment.CONTRACT,)),
        ("fennel-analyst", (Employment.PART_TIME,)),
        ("tidewater-intern", (Employment.INTERNSHIP,)),
        ("mosaic-llm-engineer", ()),
    ],
)
def test_employment_is_what_is_stated(read: Read, name: str, kinds: tuple[Employment, ...]) -> None:
    assert example(read, name).employment == kinds


def test_a_title_without_a_rank_takes_the_stage_of_the_years(read: Read) -> None:
    assert read("Data Engineer\n\nRequirements:\n- 6 years of professional experience").stage is Stage.SENIOR
    assert read("Junior Data Engineer\n\nRequirements:\n- 6 years of professional experience").stage is Stage.ENTRY


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text_is_read(read: Read, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    if "\x00" not in text:
        assert read(text).text == text
