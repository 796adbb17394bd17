"""`headway next` on the examples."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
RESUMES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".pdf", ".docx", ".md", ".txt", ".json"})
MAYA = "maya-okafor.pdf"
Run = Callable[..., Any]


@pytest.mark.parametrize("resume", RESUMES, ids=lambda p: p.name)
def test_every_example_is_told_where_it_could_go(run: Run, resume: Path) -> None:
    result = run("next", resume, "--on", "2026-11-23")
    assert result.code == 0
    for part in ("You stand", "Near", "in US", "Growing", "Skills that open most"):
        assert part in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_hours_shorten_the_study_and_json_is_whole(run: Run) -> None:
    words = ("next", EXAMPLES / "maya-okafor.pdf", "--on", "2026-11-23", "--json")
    slow, fast = (json.loads(run(*words, "--hours", hours).out)["near"][0] for hours in ("4", "8"))
    assert slow["months"]["p50"] > fast["months"]["p50"]
    assert json.loads(run(*words).out)["keystones"]


@pytest.mark.parametrize("option", [("--country", "Germany"), ("--from", "wizard"), ("--hours", "0")])
def test_what_cannot_be_meant_is_refused(run: Run, option: tuple[str, str]) -> None:
    result = run("next", EXAMPLES / "maya-okafor.pdf", *option)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("headway: ")


def test_targets_stand_side_by_side_for_one_person(run: Run) -> None:
    words = ("compare", "data-scientist:mid", "ml-engineer:mid", "analytics-engineer:mid", "--for", EXAMPLES / MAYA)
    result = run(*words, "--on", "2026-11-23")
    assert result.code == 0
    for part in ("Readiness", "To learn", "Pay in US", "Main gaps", "Only there", "Open in all of them"):
        assert part in " ".join(result.out.split())
    assert max(map(len, result.out.splitlines())) <= 80
    aims = json.loads(run(*words, "--on", "2026-11-23", "--json").out)["aims"]
    assert [aim["key"] for aim in aims] == list(words[1:4])


def test_one_target_alone_cannot_be_compared_for_anybody(run: Run) -> None:
    assert run("compare", "ml-engineer", "--for", EXAMPLES / MAYA).code == 2


def test_an_industry_is_told_what_a_document_shows_of_it(run: Run) -> None:
    words = ("industries", "retail", "--for", EXAMPLES / MAYA, "--on", "2026-11-23")
    assert "What your document shows of it" in run(*words).out
    assert json.loads(run(*words, "--json").out)["skills"]
    assert run("industries", "--for", EXAMPLES / MAYA).code == 2
