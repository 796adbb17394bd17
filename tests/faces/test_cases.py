"""`headway cases` as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
Run = Callable[..., Any]


def test_titles_are_resolved_and_the_case_is_told_as_reported(run: Run) -> None:
    result = run("cases", "--from", "backend developer", "--to", "AI architect")
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    assert "The same role and stage: told as Software engineer" in result.out
    assert "reported, career-pathways-guide" in result.out
    assert "did not arrive" in result.out
    assert result.out.count("Came to") == 1, "of the case that is not near nothing is praised"


def test_a_document_says_where_one_begins(run: Run) -> None:
    said = ("cases", "--for", EXAMPLES / "maya-okafor.pdf", "--to", "ml-engineer:senior", "--on", "2026-11-23")
    answer = json.loads(run(*said, "--json").out)
    assert answer["start"] == "data-analyst:mid"
    assert answer["months"]["p10"] < answer["months"]["p90"]
    assert any("you show 3.8 in the field" in line for match in answer["matches"] for line in match["differs"])
    assert "None of them is near" in run("cases", "--from", "nurse").out


def test_without_a_way_the_cases_are_told_as_before(run: Run) -> None:
    assert "Told as" in run("cases").out
    assert isinstance(json.loads(run("cases", "--json").out), list)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--to", "ml-engineer:boss"), 2, "no stage called 'ml-engineer:boss'"),
        (("--from", "zzqqxx"), 1, "nothing is known of the title 'zzqqxx'"),
        (("--from", ""), 2, "no way is said"),
        (("--for", "missing.pdf"), 1, "missing.pdf"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(run: Run, words: tuple[str, ...], code: int, says: str) -> None:
    result = run("cases", *words)
    assert result.code == code
    assert result.out == ""
    assert says in result.err
