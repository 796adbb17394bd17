"""`headway routes` and `headway transitions` on the shipped catalog and the examples."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
RESUMES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".pdf", ".docx", ".md", ".txt", ".json"})
Run = Callable[..., Any]
ANALYST = ("--from", "data-analyst:mid", "--to", "ml-engineer:mid", "--hours", "6")


@pytest.mark.parametrize("resume", RESUMES, ids=lambda p: p.name)
def test_every_example_is_told_its_ways(run: Run, resume: Path) -> None:
    result = run("routes", resume, "--to", "ai-engineer:senior", "--on", "2026-11-23", "--why")
    assert result.code == 0
    for part in ("ways to AI engineer, senior", "Direct", "Carries over", "New", "Study", "no probability", "Sources"):
        assert part in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert not re.search(r"\b(success|chance|odds|likelihood) (rate|of success)", result.out, re.IGNORECASE)


def test_without_a_resume_a_role_stage_is_where_one_stands(run: Run) -> None:
    answer = json.loads(run("routes", *ANALYST, "--json").out)
    assert answer["start"] == "data-analyst:mid"
    assert answer["routes"][0]["label"].startswith("direct")
    for label in ("fastest", "surest"):
        assert any(label in route["label"] for route in answer["routes"])
    assert all(route["hops"][-1]["to"] == "ml-engineer:mid" for route in answer["routes"])
    assert {source["slug"] for source in answer["sources"]} >= {"headway"}


def test_conditions_narrow_the_ways_but_never_the_direct_one(run: Run) -> None:
    free = json.loads(run("routes", *ANALYST, "--json").out)["routes"]
    narrow = json.loads(run("routes", *ANALYST, "--months", "6", "--avoid", "data-scientist", "--json").out)["routes"]
    assert len(free) > 1
    assert [len(route["hops"]) for route in narrow] == [1]
    assert "longer than you allow" in narrow[0]["warning"]
    paid = json.loads(run("routes", *ANALYST, "--min-pay", "USD 900000", "--json").out)["routes"]
    assert [len(route["hops"]) for route in paid] == [1]


def test_a_transition_is_told_both_ways(run: Run) -> None:
    there, back = (
        json.loads(run("transitions", *pair, "--json").out)
        for pair in (("data-analyst:mid", "ml-engineer:mid"), ("ml-engineer:mid", "data-analyst:mid"))
    )
    assert there["back"] == back["hop"]["hours"]
    assert there["hop"]["hours"] != back["hop"]["hours"]
    assert there["relatedness"]["score"] == back["relatedness"]["score"]
    assert "sql" in there["hop"]["transfers"]
    assert "machine-learning" in there["hop"]["learns"]
    shown = run("transitions", "data-analyst:mid", "ml-engineer:mid", "--why")
    for part in ("Years", "Credentials", "Relatedness", "How common", "Overlap", "The way back", "Industries"):
        assert part in shown.out


def test_a_skill_supposed_shortens_the_ways_and_says_by_how_much(run: Run) -> None:
    resume = str(Path(__file__).parents[2] / "examples" / "maya-okafor.pdf")
    words = ("routes", resume, "--to", "ml-engineer:mid", "--with", "model-deployment:practitioner")
    found = json.loads(run(*words, "--json").out)
    before, after = found["before"][0], found["routes"][0]
    assert before["label"].startswith("direct")
    assert after["label"].startswith("direct")
    assert after["months"]["p50"] < before["months"]["p50"]
    assert after["hops"][0]["hours"]["p50"] < before["hops"][0]["hours"]["p50"]
    shown = run(*words).out
    assert "Supposed: Model deployment at practitioner" in shown
    assert run(*words[:4], "--with", "qwxyz:working").code == 2
    assert "give a résumé" in run("routes", *ANALYST, "--with", "python:expert").err


def test_moves_from_a_role_are_told_the_soonest_first(run: Run) -> None:
    moves = json.loads(run("transitions", "software-engineer:mid", "--json").out)["moves"]
    assert len(moves) == 12
    assert [m["months"]["p50"] for m in moves] == sorted(m["months"]["p50"] for m in moves)
    assert max(map(len, run("transitions", "software-engineer:mid").out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--to", "ml-engineer:mid"), "where you stand"),
        (("--from", "ml-engineer:mid", "--to", "ml-engineer:mid"), "where you stand"),
        ((*ANALYST, "--max-hops", "9"), "--max-hops between 1 and 5"),
        ((*ANALYST, "--months", "-3"), "--months between"),
        ((*ANALYST, "--months", "nan"), "--months between"),
        ((*ANALYST, "--min-pay", "lots"), "--min-pay 'USD 100000'"),
        ((*ANALYST, "--avoid", "wizard"), "no role called"),
        ((*ANALYST, "--country", "Germany"), "no country code"),
        (("--from", "wizard", "--to", "ml-engineer:mid"), "no role called"),
        (("--from", "data-analyst:mid"), "--to"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_line(run: Run, words: tuple[str, ...], says: str) -> None:
    result = run("routes", *words)
    assert result.code == 2
    assert says in result.err
    assert len(result.err.strip().splitlines()) == 1


def test_a_move_to_where_one_stands_is_refused(run: Run) -> None:
    assert run("transitions", "ml-engineer:mid", "ml-engineer:mid").code == 2
