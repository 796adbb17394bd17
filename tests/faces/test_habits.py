"""`headway habits` as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--on", "2026-11-23")
Run = Callable[..., Any]


def test_an_empty_store_is_refused_part_by_part_with_a_step_each(run: Run) -> None:
    result = run("habits", *DAY)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    assert result.out.count("\n  Not measured") == result.out.count("\n  Next step") == 5


def test_what_was_recorded_is_measured_and_its_formula_told(run: Run) -> None:
    kept = run("plan", EXAMPLES / "maya-okafor.pdf", "--to", "ml-engineer:mid", "--keep", "--on", "2026-08-03")
    assert kept.code == 0
    for day in ("2026-09-28", "2026-10-12", "2026-11-02", "2026-11-20"):
        assert run("log", "ml-in-production", "3h", "--on", day).code == 0
    result = run("habits", "--why", *DAY)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    assert "Weeks with learning       3 of 8" in result.out, "the week of the first entry is not whole"
    assert "n = 8 weeks" in " ".join(result.out.split())
    shown = json.loads(run("habits", "--json", *DAY).out)["habits"]
    assert [bool(habit["measures"]) for habit in shown] == [True, True, False, False, True]


def test_a_document_stands_in_for_the_kept_profile_and_a_bad_one_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("habits", EXAMPLES / "maya-okafor.pdf", *DAY)
    assert "Families held" in result.out
    result = run("habits", tmp_path / "none.pdf", *DAY)
    assert result.code == 1
    assert "none.pdf" in result.err
    assert run("habits", "--on", "23.11.2026").code == 2
