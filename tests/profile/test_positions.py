"""Positions and studies in the shapes in which people write them."""

from __future__ import annotations

import pytest

from headway.profile.drafts import compose_draft
from headway.profile.lines import Line
from headway.profile.model import Draft


def draft(text: str) -> Draft:
    return compose_draft("text", [Line(line) for line in text.split("\n")])[0]


def jobs(body: str) -> list[tuple[str, str | None, str, str]]:
    found = draft(f"Experience\n\n{body}\n\nSkills\nSQL")
    return [
        (p.title, p.organisation, str(p.start or ""), "now" if p.current else str(p.end or "")) for p in found.positions
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Data Analyst, Holm Analytics  Mar 2021 – present",
        "Data Analyst, Holm Analytics, Leeds (Mar 2021 – present)",
        "Holm Analytics | Data Analyst | 03/2021 - today",
        "Data Analyst at Holm Analytics, since March 2021",
        "Data Analyst\nHolm Analytics — Leeds, UK\nMar 2021 – Present",
        "Data Analyst\n\nHolm Analytics, Leeds, Mar 2021 – Present",
        "Data Analyst | Mar 2021 – Present\nHolm Analytics, Leeds",
        "Holm Analytics (Mar 2021 – present)\nData Analyst",
        "Holm Analytics  Leeds\nData Analyst  Mar 2021 – present",
        "Mar 2021 – present  Data Analyst, Holm Analytics",
        "Mar 2021 – present\nData Analyst\nHolm Analytics",
        "03/2021–   Data Analyst, Holm Analytics",
        "------ Holm Analytics ------ Data Analyst, Mar 2021 – present",
        "2021-03 – now: Data Analyst, Holm Analytics",
        "Mar. 2021 – Present · 3 yrs 2 mos\nData Analyst\nHolm Analytics · Full-time",
    ],
)
def test_a_position_is_read_in_every_common_shape(head: str) -> None:
    assert jobs(f"{head}\n- Built dashboards in 2022 for planners.\n- Taught SQL.") == [
        ("Data Analyst", "Holm Analytics", "2021-03", "now")
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("iOS Developer, Holm Labs   2011 – 2015", ("iOS Developer", "Holm Labs")),
        (
            "Director, Field Analytics - Holm and Birch Paper Co. (2011-2015)",
            ("Director, Field Analytics", "Holm and Birch Paper Co."),
        ),
    ],
)
def test_a_head_is_no_sentence_for_a_small_letter_or_a_shortened_word(head: str, expected: tuple[str, str]) -> None:
    assert jobs(f"{head}\n- Built things") == [(*expected, "2011", "2015")]


@pytest.mark.parametrize("study", ["PhD, statistics, University of Elmet", "Bootcamp, Holm Academy (12 weeks)"])
def test_a_study_among_positions_is_a_study(study: str) -> None:
    found = draft(f"Experience\nAnalyst, Birch, 2021 – present\n- Built things\n{study}, 2016 – 2020\n\nSkills\nSQL")
    assert [position.title for position in found.positions] == ["Analyst"]
    assert [str(item.end) for item in found.studies] == ["2020"]
    assert found.studies[0].title.startswith(study.partition(",")[0])
    doctor = draft("Experience\nPhD researcher, University of Elmet, 2016 – 2020")
    assert [position.title for position in doctor.positions] == ["PhD researcher"]


def test_a_certificate_of_leaving_school_is_no_school() -> None:
    (study,) = draft("Education\nHigh school diploma, Elmet, 2012. Later a year of evening classes.").studies
    assert (study.title, study.institution, str(study.end)) == ("High school diploma, Elmet", None, "2012")


def test_one_organisation_over_several_titles_belongs_to_each() -> None:
    body = "Birch Bank\n\nSenior Analyst\n2020 – 2022\n- Led.\n\nAnalyst\n2018 – 2020\n- Did."
    assert jobs(body) == [("Senior Analyst", "Birch Bank", "2020", "2022"), ("Analyst", "Birch Bank", "2018", "2020")]


def test_a_freelancer_does_not_inherit_the_employer_above() -> None:
    assert jobs("Analyst, Birch Bank, 2018 – 2020\n- Did.\n\nFreelance consultant, since 2020\n- Advised.")[0] == (
        "Freelance consultant",
        None,
        "2020",
        "now",
    )


def test_overlapping_positions_are_all_kept_newest_first() -> None:
    body = "Analyst, Birch Bank, 2018 – 2020\n\nTutor, Elm School, 2015 – 2019\n\nEngineer, Holm Ltd, since 2019"
    assert [job[0] for job in jobs(body)] == ["Engineer", "Analyst", "Tutor"]


def test_titles_without_dates_count_where_nothing_is_dated() -> None:
    assert jobs("Data Analyst, Birch Bank\n- Built reports.\n\nIntern, Holm Ltd\n- Filed.") == [
        ("Data Analyst", "Birch Bank", "", ""),
        ("Intern", "Holm Ltd", "", ""),
    ]


def test_a_year_inside_a_sentence_starts_no_position() -> None:
    body = "Analyst, Birch Bank, 2018 – 2020\nIn 2019 we moved the warehouse to another supplier and I stayed.\n- Did."
    assert len(jobs(body)) == 1


def test_the_span_of_a_position_holds_its_description_and_not_the_next_head() -> None:
    found = draft("Experience\nAnalyst, Birch Bank, 2018 – 2020\n- Built it.\n\nIntern, Holm Ltd, 2017\n- Filed.")
    first, second = (position.span.of(found.text) for position in found.positions)
    assert first == "Analyst, Birch Bank, 2018 – 2020\n- Built it."
    assert second == "Intern, Holm Ltd, 2017\n- Filed."


def test_dates_that_run_backwards_are_noted_and_the_end_is_left_open() -> None:
    text = "Experience\nAnalyst, Birch Bank, 2020 – 2018\n- Did."
    found, problems = compose_draft("text", [Line(line) for line in text.split("\n")])
    assert found.positions[0].end is None
    assert "run backwards" in problems[0].message
    assert problems[0].line == 2


def test_dates_in_education_make_no_positions() -> None:
    found = draft("Experience\nAnalyst, Birch Bank, 2018 – 2020\n\nEducation\nTutor training, Elm College, 2012 – 2014")
    assert [position.title for position in found.positions] == ["Analyst"]


@pytest.mark.parametrize(
    "body",
    [
        "BSc Physics, University of Elmet, 2012 – 2015",
        "University of Elmet — BSc Physics (2012-2015)",
        "BSc Physics\nUniversity of Elmet\n2012 – 2015",
        "2012-2015  BSc Physics, University of Elmet",
        "- BSc Physics, University of Elmet, 2012–2015. Thesis: on the colour of northern skies in late winter.",
    ],
)
def test_a_study_is_read_in_every_common_shape(body: str) -> None:
    (study,) = draft(f"Experience\nAnalyst, Birch, 2018 – 2020\n\nEducation\n{body}").studies
    assert (study.title, study.institution, str(study.end)) == ("BSc Physics", "University of Elmet", "2015")


def test_several_studies_are_kept_apart() -> None:
    found = draft("Education\nPhD, Physics, Elm University, 2018–2022\nMSc Physics (Birch University), 2018\n")
    assert [(s.title, s.institution) for s in found.studies] == [
        ("PhD, Physics", "Elm University"),
        ("MSc Physics", "Birch University"),
    ]
