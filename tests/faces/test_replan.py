"""`headway replan` and the options of `headway plan` that lay something down, as a person uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "priya-raghunathan-cole.json"
TOY = Path(__file__).parents[1] / "catalog_toy"
OWN = """
[activities.study-group]
name = "Study group"
kind = "community"
hours = [8, 10, 12]
covers = { docker = "working" }
priority = "critical"

[activities.broken]
name = "Broken"
"""
Run = Callable[..., Any]


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Run:
    """A plan with an activity of one's own is kept from Monday, 5 January 2026, on."""
    (tmp_path / "own.toml").write_text(OWN)
    result = run(
        "plan", EXAMPLE, "--to", "ml-engineer:mid", "--hours", "6", "--on", "2026-01-02", "--keep",
        "--own", tmp_path / "own.toml", "--away", "2026-02-02..2026-02-08", "--exclude", "cloud-start",
        "--network-hours", "1", "--catalog", TOY,
    )  # fmt: skip
    assert result.code == 0, result.err
    assert "Study group" in result.out
    assert "own.toml:9" in result.out
    return run


def test_a_missed_week_is_told_and_moved(kept: Run) -> None:
    result = kept("replan", "--on", "2026-01-12", "--json", "--catalog", TOY)
    assert result.code == 0, result.err
    change = json.loads(result.out)
    assert "h were logged in the week of 2026-01-05" in change["causes"][0]
    assert "study-group" in {a["activity"] for a in change["plan"]["activities"]}
    weeks = {week["monday"]: sum(b["hours"] for b in week["blocks"]) for week in change["plan"]["weeks"]}
    assert weeks.get("2026-02-02", 0) == 0
    assert max(weeks.values()) <= 5
    again = kept("replan", "--on", "2026-01-12", "--catalog", TOY)
    assert "Nothing moves" in again.out


def test_a_dry_run_changes_nothing(kept: Run) -> None:
    before = kept("today", "--on", "2026-02-16", "--json").out
    assert "Not kept" in kept("replan", "--on", "2026-02-16", "--hours", "2", "--dry", "--catalog", TOY).out
    assert kept("today", "--on", "2026-02-16", "--json").out == before


def test_a_plan_from_scratch_shows_what_moves_and_is_kept(kept: Run) -> None:
    words = ("replan", "--on", "2026-02-16", "--hours", "4", "--catalog", TOY)
    seen = kept(*words, "--afresh", "--dry")
    assert "from scratch" in seen.out
    assert "Not kept" in seen.out
    change = json.loads(kept(*words, "--afresh", "--json").out)
    assert change["afresh"]
    assert change["moves"]
    assert change["plan"]["gap"] < 0.01
    assert "study-group" in {a["activity"] for a in change["plan"]["activities"]}
    again = kept(*words, "--afresh", "--dry").out
    assert "Nothing moves" in again
    assert "--afresh" not in again


def test_a_deadline_gone_by_is_wrong_use_and_no_plan_is_a_refusal(kept: Run) -> None:
    result = kept("replan", "--on", "2026-02-16", "--by", "2026-02-20", "--catalog", TOY)
    assert result.code == 2
    assert "deadline" in result.err


def test_without_a_plan_it_says_how_to_get_one(run: Run) -> None:
    result = run("replan", "--catalog", TOY)
    assert result.code == 1
    assert "--keep" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--away", "sometime"), "no days"),
        (("--away", "2026-03-01..2026-02-01"), "before it begins"),
        (("--network-hours", "9"), "leave nothing"),
        (("--pin", "no such thing at all"), "no activity"),
        (("--own", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_line(run: Run, words: tuple[str, str], said: str) -> None:
    result = run("plan", EXAMPLE, "--to", "ml-engineer:mid", "--hours", "6", "--catalog", TOY, *words)
    assert result.code in (1, 2)
    assert said in result.err
    assert "Traceback" not in result.err


def test_the_curve_is_drawn(run: Run, tmp_path: Path) -> None:
    result = run(
        "plan", EXAMPLE, "--to", "ml-engineer:mid", "--hours", "6", "--by", "2026-05-01", "--on", "2026-01-02",
        "--curve", "--out", tmp_path / "out", "--catalog", TOY,
    )  # fmt: skip
    assert "your hours" in result.out
    assert "What an hour more a week buys" in (tmp_path / "out" / "plan.md").read_text()
    assert len(json.loads((tmp_path / "out" / "plan.json").read_text())["curve"]["points"]) == 14


def test_a_quarter_is_looked_back_on_and_recorded(kept: Run) -> None:
    kept("log", "study-group", "3h", "--on", "2026-01-10", "--catalog", TOY)
    seen = json.loads(kept("retro", "--on", "2026-03-30", "--note", "going on", "--json", "--catalog", TOY).out)
    assert seen["logged"] == 3
    assert seen["planned"] > 3
    assert any("of" in question and "logged" in question for question in seen["questions"])
    later = json.loads(kept("retro", "--on", "2026-06-29", "--json", "--catalog", TOY).out)
    assert later["first"] == "2026-03-30"
    assert later["logged"] == 0
    assert later["readiness_then"] == seen["readiness_now"]
    assert "To ask yourself" in kept("retro", "--on", "2026-06-29", "--dry", "--catalog", TOY).out
