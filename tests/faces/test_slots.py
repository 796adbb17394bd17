"""Hours for people in a plan that is kept, as a person sees them: named while they are kept, nobody's after."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from icalendar import Calendar

from headway.track.slots import SOMEBODY

EXAMPLE = Path(__file__).parents[2] / "examples" / "priya-raghunathan-cole.json"
TOY = Path(__file__).parents[1] / "catalog_toy"
Run = Callable[..., Any]


def plan(run: Run, *words: str | Path) -> Any:
    goal = ("--to", "ml-engineer:mid", "--hours", "6", "--on", "2026-01-02", "--catalog", TOY)
    result = run("plan", EXAMPLE, *goal, *words)
    assert result.code == 0, result.err
    return result


def read_weeks(file: Path) -> dict[str, str]:
    """The summary of each entry for people, by its UID."""
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return {str(e["uid"]): str(e["summary"]) for e in events if str(e["summary"]).startswith("For people")}


def test_a_slot_names_somebody_until_they_are_forgotten(run: Run, tmp_path: Path) -> None:
    run("people", "add", "Ada [red]Holm", "--tier", "close", "--on", "2025-11-03")
    said = " ".join(plan(run, "--keep", "--out", tmp_path / "out").out.split())
    assert "write to Ada [red]Holm 0.5 h" in said
    assert "Every week keeps 1 h for people" in said
    assert "write to Ada \\[red\\]Holm 0.5 h" in (tmp_path / "out" / "plan.md").read_text()
    assert any("Ada [red]Holm" in said for said in read_weeks(tmp_path / "out" / "plan.ics").values())
    with sqlite3.connect(tmp_path / "home" / "headway.sqlite3") as there:
        dump = [line for line in there.iterdump() if "Holm" in line]
    assert len(dump) == 1, "the name lies in the contact alone"
    assert "write to Ada [red]Holm 0.5 h (community)" in run("today", "--on", "2026-01-05").out
    before = read_exported(run, tmp_path / "before")
    run("people", "forget", "Ada [red]Holm")
    result = run("today", "--on", "2026-01-05")
    assert result.code == 0
    assert f"write to {SOMEBODY} 0.5 h" in " ".join(result.out.split())
    after = read_exported(run, tmp_path / "after")
    assert before.keys() == after.keys()
    assert not any(b"Holm" in file.read_bytes() for file in (tmp_path / "after").rglob("*") if file.is_file())
    again = run("replan", "--on", "2026-01-05", "--json", "--catalog", TOY)
    assert "{who}" not in again.out
    assert json.loads(again.out)["plan"]["people"]


def read_exported(run: Run, folder: Path) -> dict[str, str]:
    assert run("export", folder).code == 0
    return read_weeks(folder / "plan.ics")


def test_no_hours_are_taken_where_none_are_wanted_or_nobody_is_kept(run: Run) -> None:
    assert json.loads(plan(run, "--keep", "--json").out)["plan"]["people"] == []
    run("people", "add", "Ada Holm", "--tier", "close")
    assert json.loads(plan(run, "--keep", "--network-hours", "0", "--json").out)["plan"]["people"] == []
    kept = json.loads(plan(run, "--network-hours", "1", "--json").out)["plan"]
    assert len(kept["people"]) >= len(kept["weeks"])
    assert "Ada" not in json.dumps(kept)


def test_a_week_that_keeps_nothing_any_more_is_cancelled_in_the_calendar(run: Run, tmp_path: Path) -> None:
    plan(run, "--keep", "--network-hours", "1")
    before = read_exported(run, tmp_path / "before")
    events = Calendar.from_ical((tmp_path / "before" / "plan.ics").read_bytes()).walk("VEVENT")
    away = before.keys() & {str(e["uid"]) for e in events if f"{e['dtstart'].dt:%Y-%m-%d}" == "2026-02-02"}
    run("away", "2026-02-02", "2026-02-08")
    assert run("replan", "--on", "2026-01-05", "--catalog", TOY).code == 0
    after = read_exported(run, tmp_path / "after")
    events = Calendar.from_ical((tmp_path / "after" / "plan.ics").read_bytes()).walk("VEVENT")
    cancelled = {str(event["uid"]) for event in events if event.get("status") == "CANCELLED"}
    assert away
    assert away <= cancelled
    assert not away & after.keys()
