"""The brief of a negotiation and pay along a route, at a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
MAYA, OFFERS = EXAMPLES / "maya-okafor.pdf", EXAMPLES / "offers"
Run = Callable[..., Any]
DAY = ("--on", "2026-11-12")


def test_a_brief_has_four_phases_evidence_a_fallback_and_its_studies(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "brief.md"
    words = (
        "--offer",
        OFFERS / "mosaic.toml",
        "--alternatives",
        OFFERS / "larkfield.toml",
        "--to",
        "ml-engineer:senior",
    )
    result = run("negotiate", MAYA, *words, "--out", page, *DAY)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    said = " ".join(result.out.split())
    for part in ("1. Research", "2. Preparation", "3. Discussion", "4. Agreement", "Below a base of USD", "Studied: "):
        assert part in said
    assert "Larkfield Grocery" in said
    assert page.read_text(encoding="utf-8").startswith("# Mosaic: Machine learning engineer, senior\n")


def test_an_offer_in_euros_is_held_against_bands_turned_into_euros(run: Run) -> None:
    answer = json.loads(run("negotiate", MAYA, "--offer", OFFERS / "quellwerk.toml", "--json", *DAY).out)
    (stand,) = answer["brief"]["research"]
    assert stand["band"]["p50"]["currency"] == "EUR"
    assert "from USD at 0.9" in stand["band"]["title"]
    assert answer["brief"]["opening"] is None


def test_growth_shows_data_beside_the_guide(run: Run) -> None:
    result = run("growth", "data-scientist:mid", "ml-engineer:senior@54", "--inflation", "3")
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    said = " ".join(result.out.split())
    for part in ("guide, 15 to 20 %", "with 3 %", "aijobs-2024", "assumption of yours"):
        assert part in said


def test_what_cannot_be_projected_or_negotiated_is_one_line(run: Run) -> None:
    for words in (
        ("growth", "ml-engineer:mid"),
        ("growth", "ml-engineer:mid", "ml-engineer:senior@x"),
        ("growth", "ml-engineer:mid", "ml-engineer:senior@12", "--inflation", "90"),
        ("negotiate", MAYA, "--offer", "nowhere.toml"),
    ):
        result = run(*words)
        assert result.code in (1, 2)
        assert result.err.count("\n") == 1
