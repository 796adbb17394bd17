"""Pay and offers as somebody at a terminal would use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OFFERS = sorted((Path(__file__).parents[2] / "examples" / "offers").glob("*.toml"))
Run = Callable[..., Any]


def test_the_three_examples_stand_side_by_side_within_80_columns(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "decision.md"
    result = run("offer", "compare", *OFFERS, "--out", page, "--on", "2026-11-12")
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    for part in ("four-year average", "year one", "share price x 0", "Before tax", "One US dollar buys EUR 0.9"):
        assert part in " ".join(result.out.split())
    assert page.read_text(encoding="utf-8").startswith(
        "# 3 offers, in USD before tax\n\nMade with headway on 12 Nov 2026."
    )


def test_a_rate_and_a_price_level_of_ones_own_are_used_and_said(run: Run) -> None:
    given = ("--rate", "EUR=0.5", "--price-level", "DE=0.8", "--price-level", "US=1", "--json")
    compared = json.loads(run("offer", "compare", *OFFERS, *given).out)
    berlin = next(side for side in compared["sides"] if side["offer"]["name"] == "Quellwerk")
    assert float(berlin["rate"]) == 2
    assert float(berlin["real_average"]) == pytest.approx(float(berlin["average"]) / 0.8, abs=0.01)
    assert "One US dollar buys EUR 0.5: your rate." in compared["notes"]


def test_offers_are_kept_listed_and_compared_by_key(run: Run) -> None:
    assert "No offer is kept yet" in run("offer", "list").out
    assert run("offer", "add", OFFERS[0]).out == f"kept as {OFFERS[0].stem}\n"
    assert run("offer", "add", OFFERS[0], "--as", "mine").out == "kept as mine\n"
    assert [one["key"] for one in json.loads(run("offer", "list", "--json").out)] == [OFFERS[0].stem, "mine"]
    assert "four-year average" in run("offer", "compare", "mine", OFFERS[1]).out


def test_a_template_is_an_offer_that_can_be_shown(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "new.toml"
    file.write_text(run("offer", "new").out, encoding="utf-8")
    assert "USD 168,000 a year before tax" in run("offer", "show", file).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("offer", "show", "nowhere.toml"), 1, "nowhere.toml: there is no such file"),
        (("offer", "compare", "unknown", "other"), 2, "no kept offer called 'unknown'"),
        (("offer", "compare", OFFERS[0]), 2, "1 offers given"),
        (("offer", "compare", *OFFERS, "--rate", "EUR=none"), 2, "'EUR=none' cannot be read"),
        (("offer", "compare", *OFFERS, "--rate", "EUR=NaN"), 2, "'EUR=NaN' cannot be read"),
        (
            ("offer", "compare", *OFFERS, "--currency", "JPY", "--rate", "JPY=9999999"),
            1,
            "amounts grow too large in JPY",
        ),
        (("offer", "compare", *OFFERS, "--currency", "XQZ"), 2, "'XQZ' is no currency"),
        (("offer", "add", OFFERS[0], "--as", "../up"), 2, "'../up' is no key"),
        (("pay", "ml-engineer", "--country", "ZZ"), 1, "no figure of the pay of ml-engineer in ZZ is known"),
        (("pay", "ml-engineer", "--country", "DE", "--area", "Bavaria"), 2, "areas are known for the US alone"),
        (("pay", "ml-engineer", "--area", "atlantis"), 2, "no US state or metropolitan area called 'atlantis'"),
    ],
)
def test_what_cannot_be_meant_is_one_line(run: Run, words: tuple[str | Path, ...], code: int, said: str) -> None:
    result = run(*words)
    assert result.code == code
    assert said in result.err
    assert result.err.count("\n") == 1


def test_pay_shows_official_and_collected_figures_with_n_date_and_source(run: Run) -> None:
    out = " ".join(run("pay", "ml-engineer:senior", "--area", "california", "--why").out.split())
    for part in (
        "collected: Machine learning engineer",
        "official, all stages",
        "n =",
        "oews-2025, 2025-05",
        "aged to today",
    ):
        assert part in out
    germany = " ".join(run("pay", "ml-engineer:mid", "--country", "de").out.split())
    assert "estimated, few rows" in germany
    assert "judged, n = 7, aijobs-2024, 2024" in germany


def test_offers_in_two_countries_are_compared_at_the_price_levels_that_come_with_headway(run: Run) -> None:
    compared = json.loads(run("offer", "compare", *OFFERS, "--rate", "EUR=0.885", "--json").out)
    levels = {side["offer"]["country"]: side["price_level"] for side in compared["sides"]}
    assert levels == {"DE": "0.8123", "US": "1.0000"}
    said = " ".join(compared["notes"])
    assert "Price levels against the United States as 1: DE 0.8123, US 1 (reported, price-levels-2025, 2025)." in said
    stale = json.loads(run("offer", "compare", *OFFERS, "--rate", "EUR=0.9", "--json").out)
    assert "DE 0.7988 (0.8123 at that year's rate)" in " ".join(stale["notes"])
    sides = [side for found in (compared, stale) for side in found["sides"] if side["offer"]["country"] == "DE"]
    at_one_rate, at_another = (float(side["real_average"]) for side in sides)
    assert at_one_rate == pytest.approx(at_another, rel=1e-3)


def test_a_level_of_ones_own_is_called_so_and_the_others_are_headways(run: Run) -> None:
    given = " ".join(run("offer", "compare", *OFFERS, "--price-level", "DE=0.8").out.split())
    assert "Price levels against the United States as 1: DE 0.8; yours." in given
    assert "Price levels against the United States as 1: US 1 (reported" in given
    assert "are not compared" not in given


def test_offers_in_one_country_need_no_price_level(run: Run) -> None:
    home = [file for file in OFFERS if 'country = "US"' in file.read_text(encoding="utf-8")]
    assert len(home) == 2
    out = run("offer", "compare", *home).out
    assert "prices" not in " ".join(out.split()).replace("share prices", "")


def test_a_country_without_a_confirmed_level_is_said_so_in_one_line(run: Run, tmp_path: Path) -> None:
    far = tmp_path / "far.toml"
    far.write_text(OFFERS[0].read_text(encoding="utf-8").replace('country = "US"', 'country = "AR"'), encoding="utf-8")
    compared = json.loads(run("offer", "compare", far, OFFERS[1], OFFERS[2], "--json").out)
    (note,) = (note for note in compared["notes"] if "not compared" in note)
    assert note.startswith("Prices in AR are not compared: no price level of theirs could be confirmed")
    assert note.endswith("--price-level AR=…")
    two = run("offer", "compare", far, OFFERS[1]).out
    assert "Prices in AR are not compared" in " ".join(two.split())
