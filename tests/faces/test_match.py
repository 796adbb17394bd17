"""`headway posting` and `headway match` on the examples, at 80 columns."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
POSTINGS = sorted((EXAMPLES / "postings").iterdir())
Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_every_example_is_shown_and_matched_within_80_columns(run: Run, posting: Path) -> None:
    for words in (("posting", posting), ("match", EXAMPLES / "maya-okafor.pdf", posting, "--on", "2026-11-23")):
        code, out, err = run(*words)
        assert (code, err) == (0, "")
        assert max(map(len, out.splitlines())) <= 80


def test_a_match_shows_the_words_of_both_sides_and_no_score(run: Run) -> None:
    _, out, _ = run("match", EXAMPLES / "maya-okafor.pdf", EXAMPLES / "postings" / "larkfield-ml-engineer.txt")
    for words in ("Required", "Preferred", "Gates", "Learn first", "asked: ", "yours: "):
        assert words in out
    assert "%" not in out


def test_both_print_their_value_as_json(run: Run) -> None:
    posting = EXAMPLES / "postings" / "larkfield-ml-engineer.txt"
    assert json.loads(run("posting", posting, "--json")[1])["employer"] == "Larkfield Grocery"
    value = json.loads(run("match", EXAMPLES / "maya-okafor.pdf", posting, "--json")[1])
    assert {item["requirement"]["required"] for item in value["items"]} == {True, False, None}


@pytest.mark.parametrize(
    "words", [("posting", "missing.txt"), ("match", "missing.pdf", "also-missing.txt"), ("posting", ".")]
)
def test_a_file_that_cannot_be_read_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
