"""`headway gap` on the examples: readable at 80 columns, whole as JSON, explained where it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headway.actions.gap import GapAnswer

EXAMPLES = Path(__file__).parents[2] / "examples"
RESUMES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".pdf", ".docx", ".md", ".txt", ".json"})
MAYA = EXAMPLES / "maya-okafor.pdf"
DAY = ("--on", "2026-11-23")
Run = Callable[..., Any]


@pytest.mark.parametrize("resume", RESUMES, ids=lambda p: p.name)
def test_the_gap_of_every_example_fits_a_screen(run: Run, resume: Path) -> None:
    result = run("gap", resume, "--to", "ml-engineer:mid", *DAY)
    assert result.code == 0
    for part in ("Readiness", "Experience", "Credentials", "Needs", "To learn", "Next: "):
        assert part in result.out
    lines = result.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 60


def test_all_shows_every_need_and_why_its_sources(run: Run) -> None:
    answer = GapAnswer.model_validate_json(run("gap", MAYA, "--to", "ml-engineer:mid", "--json", *DAY).out)
    every = run("gap", MAYA, "--to", "ml-engineer:mid", "--all", *DAY).out
    why = run("gap", MAYA, "--to", "ml-engineer:mid", "--why", *DAY).out
    assert len(answer.report.items) > 20
    for item in answer.report.items:
        assert item.name.split(" or ")[0] in every
    assert why.count("weight 0.") >= len(answer.report.items) - 1
    assert "field-guide-2026" in why
    assert max(map(len, why.splitlines())) <= 80


def test_a_supposition_is_shown_as_a_difference(run: Run) -> None:
    words = ("gap", MAYA, "--to", "ml-engineer:mid", "--with", "docker:working", "--with", "PyTorch:practitioner", *DAY)
    shown = run(*words).out
    assert "Supposed: Docker at working and PyTorch at practitioner" in shown
    assert "->" in shown
    change = json.loads(run(*words, "--json").out)["what_if"]
    assert change["readiness_after"]["mid"] > change["readiness_before"]["mid"]
    assert change["hours_after"]["p50"] < change["hours_before"]["p50"]


def test_an_industry_adds_its_skills_and_rules(run: Run) -> None:
    shown = run("gap", MAYA, "--to", "data-scientist:mid", "--industry", "finance", *DAY).out
    assert "To enter Finance and banking" in shown
    assert "Rules to know" in shown


@pytest.mark.parametrize("said", ["docker", "docker:wizard", ":working", "docker:none"])
def test_a_supposition_that_cannot_be_meant_is_refused(run: Run, said: str) -> None:
    result = run("gap", MAYA, "--to", "ml-engineer:mid", "--with", said)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("headway: ")


def test_a_thin_document_gets_no_readiness_but_its_gap(run: Run, tmp_path: Path) -> None:
    thin = tmp_path / "thin.md"
    thin.write_text("# Sam\n\n## Skills\n\nPython, SQL\n")
    result = run("gap", thin, "--to", "data-analyst:entry", *DAY)
    assert result.code == 0
    assert "not given: only" in result.out
    assert "To learn" in result.out


POSTINGS = sorted((EXAMPLES / "postings").iterdir())


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda p: p.stem)
def test_a_posting_stands_in_place_of_a_role_and_gets_no_number(run: Run, posting: Path) -> None:
    words = ("gap", MAYA, "--posting", posting, *DAY)
    result = run(*words)
    assert result.code == 0
    assert "not given: a posting does not say" in " ".join(result.out.split())
    assert max(map(len, result.out.splitlines())) <= 80
    report = json.loads(run(*words, "--json").out)["report"]
    assert report["readiness"] is None
    assert report["items"]


def test_a_gap_to_a_posting_finds_what_the_match_finds(run: Run) -> None:
    posting = EXAMPLES / "postings" / "larkfield-ml-engineer.txt"
    gap = json.loads(run("gap", MAYA, "--posting", posting, *DAY, "--json").out)["report"]
    match = json.loads(run("match", MAYA, posting, *DAY, "--json").out)
    found = {item["skill"]: item["held"] for item in gap["items"]}
    assert found
    assert found == {item["requirement"]["skill"]: item["held"] for item in match["items"]}
    assert {gate["state"] for gate in gap["gates"]} == {gate["state"] for gate in match["gates"]}


@pytest.mark.parametrize("asked", [(), ("--to", "ml-engineer:mid", "--posting", str(MAYA))])
def test_a_gap_is_measured_against_one_thing(run: Run, asked: tuple[str, ...]) -> None:
    result = run("gap", MAYA, *asked)
    assert result.code == 2
    assert "--posting FILE" in result.err


def test_a_posting_that_asks_for_nothing_known_is_refused(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("We are a bakery and look for somebody who likes bread.\n")
    result = run("gap", MAYA, "--posting", empty)
    assert result.code == 1
    assert "names no skill" in result.err
