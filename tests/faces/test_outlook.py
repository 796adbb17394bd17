"""`headway outlook` as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--on", "2026-11-23")
Run = Callable[..., Any]


def test_without_a_document_every_new_role_says_what_is_asked_and_how_it_is_known(run: Run) -> None:
    result = run("outlook")
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    for name in ("AI ethics officer", "AI security specialist", "AI product manager", "AI UX designer", "AI legal"):
        assert name in result.out
    assert result.out.count("\n  Asked") == result.out.count("\n  Known") == result.out.count("\n  Projection")
    assert "You " not in result.out


def test_with_a_document_it_says_how_near_one_is_and_what_to_begin_with(run: Run) -> None:
    result = run("outlook", EXAMPLES / "maya-okafor.pdf", *DAY)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    assert "You stand    data-analyst:mid" in result.out
    assert result.out.count("\n  You   ") == result.out.count("\n  To begin")
    shown = json.loads(run("outlook", EXAMPLES / "maya-okafor.pdf", "--json", *DAY).out)["found"]["prospects"]
    assert all(p["closeness"]["near"]["months"]["p10"] <= p["closeness"]["near"]["months"]["p90"] for p in shown)
    assert all(signal["basis"]["source"] and signal["since"] for p in shown for signal in p["signals"])


def test_one_role_in_full_names_every_source_and_what_is_not_known(run: Run) -> None:
    result = run("outlook", "--role", "AI product manager")
    assert result.code == 0
    assert "None at hand for the occupation that stands in for it" in result.out
    assert "nothing at hand counts" in result.out
    assert "ESCO v1.2.0" in result.out
    assert "aijobs-2024: Salaries in AI" in result.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--role", "wizard"), 2, "no role called 'wizard'"),
        (("--role", "data-scientist"), 1, "Data scientist is not told to be new"),
        (("missing.pdf",), 1, "missing.pdf"),
        (("--country", "Narnia"), 2, "Narnia"),
        (("--on", "2026-13-45"), 2, "2026-13-45"),
        (("--hours", "-3"), 2, "-3"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, words: tuple[str, ...], code: int, says: str) -> None:
    result = run("outlook", *words)
    assert result.code == code
    assert result.out == ""
    assert says in result.err
    assert "Traceback" not in result.err
