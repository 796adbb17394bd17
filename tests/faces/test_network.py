"""Mentors, the network plan and drafts as somebody at a terminal would use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "maya-okafor.pdf"
Run = Callable[..., Any]


def test_a_mentor_is_found_and_without_one_it_says_where_to_look(run: Run) -> None:
    nobody = run("mentors", "--for", "pytorch")
    assert nobody.code == 0
    assert "Where to look" in nobody.out
    run("people", "add", "Ada Holm", "--expert", "pytorch:senior", "--willing", "yes", "--met", "a meetup")
    assert "Ada Holm" in run("mentors", "--for", "PyTorch").out
    above = json.loads(run("mentors", "--for", "pytorch", "--stage", "senior", "--json").out)
    assert above["searches"][0]["candidates"] == []
    assert above["searches"][0]["least"] == "leadership"


def test_the_gap_says_what_to_look_for_and_the_plan_names_people(run: Run) -> None:
    run("people", "add", "Ada Holm", "--expert", "model-deployment:senior", "--willing", "yes", "--tier", "close")
    goal = ("--from", EXAMPLE, "--to", "ml-engineer:mid")
    answer = json.loads(run("mentors", *goal, "--json").out)
    assert len(answer["searches"]) == 5
    assert "Ada Holm" in json.dumps(answer)
    shown = " ".join(run("mentors", *goal).out.split())
    lacking = [search["name"] for search in answer["searches"] if not search["candidates"]]
    assert f"Of the 5 skills that are missing most, {5 - len(lacking)} have somebody to ask." in shown
    assert f"Nobody yet for: {'; '.join(lacking)}." in shown
    result = run("network", "plan", *goal)
    assert result.code == 0
    assert "Ask Ada Holm for half an hour on Model deployment." in " ".join(result.out.split())
    assert "--network-hours" in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_a_draft_is_printed_alone_and_what_is_open_beside_it(run: Run, tmp_path: Path) -> None:
    run("people", "add", "Ada Holm", "--organisation", "Fir")
    draft = run("network", "draft", "ada", "--say", "goal=a role in ML")
    assert draft.out.startswith("Hello Ada,")
    assert "a role in ML" in draft.out
    assert "reason" in draft.err
    own = tmp_path / "mine.txt"
    own.write_text("Dear {name} of {organisation}", encoding="utf-8")
    assert run("network", "draft", "ada", "--template", own).out == "Dear Ada Holm of Fir\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("mentors", 1, "no profile is kept yet"),
        ("mentors --for juggling", 2, "no skill called 'juggling'"),
        ("mentors --for pytorch --to ml-engineer", 2, "one or the other"),
        ("mentors --for pytorch --stage guru", 2, "--stage 'guru'"),
        ("mentors --to nothing-at-all", 1, "no profile is kept yet"),
        ("network plan --months 0", 2, "--months 0"),
        ("network draft ada --kind poem", 2, "--kind 'poem'"),
        ("network draft ada --say goal", 2, "--say 'goal'"),
        ("network draft nobody", 2, "no contact called 'nobody'"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(run: Run, words: str, code: int, said: str) -> None:
    run("people", "add", "Ada Holm")
    result = run(*words.split())
    assert (result.code, result.out) == (code, "")
    (line,) = result.err.strip().splitlines()
    assert said in line
