"""`headway read`: shown, decided, kept, and taken by the other commands in place of a résumé."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
MAYA = EXAMPLES / "maya-okafor.pdf"
DAY = ("--on", "2026-11-23")
Run = Callable[..., tuple[int, str, str]]


def test_a_reading_shows_its_evidence_within_80_columns(run: Run) -> None:
    code, out, _ = run("read", MAYA, *DAY)
    assert code == 0
    for words in ("Positions", "Education", "Skills", "Larkfield Grocery", "years of use"):
        assert words in out
    assert max(map(len, out.splitlines())) <= 80


def test_decisions_are_kept_and_survive_another_document(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "profile.json"
    decided = ("--confirm", "python:expert", "--deny", "sql", "--add", "docker:working:Used it at the shop")
    assert run("read", MAYA, *decided, "--save", kept, *DAY)[0] == 0
    code, out, _ = run("read", EXAMPLES / "daniel-achterberg.txt", "--merge", kept, "--json", *DAY)
    claims = {claim["skill"]: claim for claim in json.loads(out)["profile"]["claims"]}
    assert code == 0
    assert claims["python"]["level"] == "expert"
    assert claims["docker"]["evidence"][-1]["quote"] == "Used it at the shop"
    assert "sql" not in claims


def test_a_saved_profile_takes_the_place_of_a_resume(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "profile.json"
    run("read", MAYA, "--add", "docker:working:Used it at the shop", "--save", kept, *DAY)
    posting = EXAMPLES / "postings" / "larkfield-ml-engineer.txt"
    code, out, _ = run("match", kept, posting, "--json", *DAY)
    held = {item["requirement"]["skill"]: item["held"] for item in json.loads(out)["items"]}
    assert (code, held["docker"]) == (0, "working")
    assert run("plan", kept, "--to", "ml-engineer:mid", *DAY)[0] == 0


def test_the_skills_can_be_gone_through_one_by_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["y", "n", "perhaps", "expert", "q", "rust:working:a parser of my own", ""])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    _, before, _ = run("read", MAYA, "--json", *DAY)
    first, second, third = (claim["skill"] for claim in json.loads(before)["profile"]["claims"][:3])
    _, after, _ = run("read", MAYA, "--edit", "--json", *DAY)
    rest = {claim["skill"]: claim for claim in json.loads(after)["profile"]["claims"]}
    assert rest[first]["rule"] == "confirmed"
    assert second not in rest
    assert rest[third]["level"] == "expert"
    assert rest["rust"]["level"] == "working"


def test_a_reading_places_every_position_and_shows_the_rest_on_demand(run: Run) -> None:
    _, short, _ = run("read", MAYA, *DAY)
    assert "data-analyst:mid" in short
    assert "With --all" in short
    _, whole, _ = run("read", MAYA, "--all", *DAY)
    assert "With --all" not in whole
    assert len(whole) > len(short)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--confirm", "python:wizard"), 2, "no level"),
        (("--add", "python"), 2, "no level"),
        (("--deny", "qwxyz"), 2, "no skill"),
        (("--merge", str(EXAMPLES / "daniel-achterberg.txt")), 1, "no saved profile"),
    ],
)
def test_a_decision_that_cannot_be_meant_is_one_line(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    result, out, err = run("read", MAYA, *words)
    assert (result, out, len(err.splitlines())) == (code, "", 1)
    assert said in err
