"""Markdown as people use it in a résumé."""

from __future__ import annotations

import pytest

from headway.profile.model import Draft
from headway.profile.read import read_document
from headway.profile.readers.markdown import plain


def draft(text: str) -> Draft:
    return read_document(text.encode(), "cv.md")[0]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("**Python** and *R*", "Python and R"),
        ("***both***, __bold__, _slanted_", "both, bold, slanted"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[site](https://example.com)", "site (https://example.com)"),
        ("[example.com](https://example.com)", "example.com"),
        ('![photo](me.png "Me")', "photo (me.png)"),
        ("<https://example.com>", "https://example.com"),
        ("`pandas` and ``dbt``", "pandas and dbt"),
        (r"C\# and 1\. place", "C# and 1. place"),
        ("a <b>word</b>", "a word"),
        ("x < y and y > z", "x < y and y > z"),
    ],
)
def test_marks_inside_a_line_go_and_its_words_stay(marked: str, text: str) -> None:
    assert plain(marked) == text


def test_headings_of_both_kinds_open_sections() -> None:
    found = draft(
        "# Jane Doe\n\nData analyst\n\n## Skills\n\n- SQL\n\nEducation\n---------\n\nBSc, Elm University, 2015\n"
    )
    assert [(s.kind.value, s.heading) for s in found.sections] == [
        ("header", ""),
        ("skills", "Skills"),
        ("education", "Education"),
    ]
    assert (found.name, found.headline) == ("Jane Doe", "Data analyst")


def test_a_list_item_over_several_lines_is_one_line_and_a_new_item_another() -> None:
    text = "# A\n\n* Built a pipeline with\n  Airflow and dbt\n* Taught SQL\n"
    assert draft(text).text == "A\n\n- Built a pipeline with Airflow and dbt\n- Taught SQL"


def test_a_paragraph_wrapped_at_a_margin_is_one_line_and_an_address_stays_as_it_is() -> None:
    wrapped = (
        "I have built reports, pipelines and a few small models for\n"
        "the retail trade in the north of England and beyond it\nsince 2015."
    )
    address = "Leeds\njane@example.com"
    assert draft(f"# A\n\n{wrapped}\n\n{address}\n").text == f"A\n\n{wrapped.replace(chr(10), ' ')}\n\n{address}"


def test_a_table_is_a_line_a_row_without_its_rule() -> None:
    assert draft("# A\n\n| Area | Skills |\n|---|:--|\n| Data | SQL |\n").text == "A\n\nArea | Skills\nData | SQL"


def test_text_in_a_fence_keeps_its_signs_and_a_drawn_rule_goes() -> None:
    assert draft("# A\n\n```\n**kept**\n```\n\n---\n\nend\n").text == "A\n\n**kept**\n\nend"


@pytest.mark.parametrize(
    "hostile", ["*a ", "__a b_ ", "[a](", "[", "<a", "# ", "> ", "- ", "| ", "`", "[a](" + " " * 999]
)
def test_a_hostile_line_is_read_in_linear_time(hostile: str) -> None:
    assert draft("# A\n\nx " + hostile * (250_000 // len(hostile))).text.startswith("A\n\nx")


def test_a_heading_of_any_length_and_any_end_is_read_in_linear_time() -> None:
    signs = ("A<" * 20_000, " " * 40_000 + "x", "# " * 20_000 + "x", "|" + " " * 40_000 + "-", "- " * 20_000 + "|")
    for sign in signs:
        assert read_document(f"# Jane Roe\n\n# {sign}\n\n{sign}\n{sign}\n".encode(), "cv.md")[0].name == "Jane Roe"
    assert read_document(b"## Skills ##\nSQL", "cv.md")[0].text == "Skills\nSQL"
