"""PDF: reading order, wrapped lines, headings, and files that cannot be read."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from headway.errors import UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document

Make = Callable[..., bytes]


def draft(data: bytes) -> Draft:
    return read_document(data, "cv.pdf")[0]


def column(x: float, top: float, *lines: str, size: float = 10) -> list[tuple[float, float, float, str]]:
    """Lines below each other; one that begins with # is set large and bold."""
    return [
        (x, top - 14 * row, 14 if line.startswith("#") else size, line.lstrip("#")) for row, line in enumerate(lines)
    ]


def test_one_column_is_read_from_top_to_bottom(pdf: Make) -> None:
    lines = ("Jane Doe", "Data analyst", "", "#Skills", "SQL, Python")
    assert draft(pdf(column(50, 780, *lines))).text.split() == "Jane Doe Data analyst Skills SQL, Python".split()


def test_two_columns_are_read_one_after_the_other_and_never_across(pdf: Make) -> None:
    left = column(40, 780, "#Experience", "Analyst, Holm Ltd, 2019 - 2020", "Built the weekly reports", "Taught SQL")
    right = column(380, 780, "#Skills", "Python and R", "Airflow", "dbt")
    text = draft(pdf(left + right)).text
    assert text.index("Taught SQL") < text.index("Skills")
    assert "Holm Ltd, 2019 - 2020\nBuilt the weekly reports" in text
    assert "Python and R\nAirflow\ndbt" in text


def test_a_full_width_header_comes_before_both_columns(pdf: Make) -> None:
    about = "Data analyst in Leeds and sometimes in York, six years in retail trade"
    head = [(40, 810, 24, "Jane Doe"), (40, 790, 10, about)]
    left = column(40, 740, "#Experience", "Analyst, Holm Ltd, 2019 - 2020", "Built the weekly reports", "Taught SQL")
    right = column(380, 740, "#Skills", "Python and R", "Airflow", "dbt")
    found = draft(pdf(head + left + right))
    assert (found.name, [s.kind for s in found.sections]) == ("Jane Doe", ["header", "experience", "skills"])


def test_a_narrow_column_over_two_pages_is_read_in_one_go(pdf: Make) -> None:
    first = column(40, 780, "#Experience", "Analyst, Holm Ltd, 2019 - 2020", "Built reports of trade", "Taught SQL")
    second = column(40, 780, "Tutor, Elm School, 2015 - 2018", "Taught upper classes", "Wrote the problem sheets")
    pages = (
        first + column(400, 777, "#Skills", "Python and R", "Airflow", "dbt"),
        second + column(400, 773, "Docker", "Spark and Flink", "Kafka"),
    )
    text = draft(pdf(*pages)).text
    assert text.index("problem sheets") < text.index("Skills")
    assert text.index("dbt") < text.index("Docker")


def test_dates_in_a_column_of_their_own_stay_beside_their_titles(pdf: Make) -> None:
    page = [
        *column(40, 780, "#Experience"),
        (40, 750, 10, "Data Analyst, Holm Ltd"), (450, 750, 10, "2019 - 2021"), (40, 736, 10, "Built weekly reports"),
        (40, 700, 10, "Tutor, Elm School"), (450, 700, 10, "2015 - 2018"), (40, 686, 10, "Taught the upper classes"),
        (40, 650, 10, "Intern, Ash Ltd"), (450, 650, 10, "2014"), (40, 636, 10, "Filed the letters"),
    ]  # fmt: skip
    found = draft(pdf(page)).positions
    assert [(p.title, str(p.start), str(p.end)) for p in found] == [
        ("Data Analyst", "2019", "2021"),
        ("Tutor", "2015", "2018"),
        ("Intern", "2014", "2014"),
    ]


def test_a_wrapped_line_is_joined_and_the_hyphen_of_the_typesetter_goes(pdf: Make) -> None:
    long = [
        "- Built the weekly reports of the northern shops in Python and moved the fore-",
        "  casts of the warehouse to a service that the planners can call by them-",
        "  selves.",
    ]
    page = [(40, 780, 10, long[0]), (46, 767, 10, long[1].strip()), (46, 754, 10, long[2].strip())]
    assert "forecasts of the warehouse to a service that the planners can call by themselves." in draft(pdf(page)).text


@pytest.mark.parametrize("word", ["service.", "projects.", "skills,"])
def test_a_last_word_that_could_be_a_heading_stays_with_its_sentence(word: str, pdf: Make) -> None:
    page = [
        (40, 780, 10, "- Dispatch reads the forecast as a weekly file; it does not yet run on its own as a web"),
        (46, 767, 10, word),
        (40, 752, 10, "- Taught SQL."),
    ]
    assert f"as a web {word}\n- Taught" in draft(pdf(page)).text


def test_a_pdf_that_only_forbids_printing_is_read(pdf: Make, locked_pdf: Make) -> None:
    page = column(50, 780, "Jane Doe", "Skills", "SQL")
    assert draft(locked_pdf(page, password=b"")).text == draft(pdf(page)).text


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_document(data, "cv.pdf")
    return str(refused.value)


def test_a_pdf_with_a_password_is_refused(locked_pdf: Make) -> None:
    said = refusal(locked_pdf(column(50, 780, "Jane Doe"), password=b"secret"))
    assert said == "cv.pdf: is protected by a password (save a copy without the password and try again)"


@pytest.mark.parametrize("keep", [20, 200])
def test_a_pdf_that_breaks_off_is_refused(keep: int, pdf: Make) -> None:
    assert "is a broken PDF" in refusal(pdf(column(50, 780, "Jane Doe"))[:keep])


def test_a_pdf_without_a_text_layer_is_refused_with_advice(pdf: Make) -> None:
    scan = pdf([]).replace(b"/Length 0 >>\nstream\n", b"/Length 17 >>\nstream\n0 0 50 50 re f   ")
    assert "no text" in refusal(scan) or "no text layer" in refusal(scan)
    assert "OCR" in refusal(scan)


def test_a_picture_page_among_pages_of_text_is_noted(pdf: Make) -> None:
    pages = pdf(column(50, 780, "Jane Doe", "Skills", "SQL"), [])
    problems = read_document(
        pages.replace(b"/Length 0 >>\nstream\n", b"/Length 17 >>\nstream\n0 0 50 50 re f   "), "cv.pdf"
    )[1]
    assert [problem.message for problem in problems] == ["page 2 is a picture without text and was left out"]


def test_pages_beyond_the_sixtieth_are_left_out_and_that_is_said(pdf: Make) -> None:
    found, problems = read_document(pdf(*([(50, 780, 10, f"Line {n}")] for n in range(70))), "cv.pdf")
    assert "Line 59" in found.text
    assert "Line 60" not in found.text
    assert "only the first 60 of 70 pages" in problems[0].message


def test_a_pdf_that_takes_too_long_is_refused(pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def stall(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(subprocess, "run", stall)
    assert "cannot be read within reasonable time and memory" in refusal(pdf(column(50, 780, "Jane Doe")))
