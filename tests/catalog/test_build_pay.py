"""The tables of pay are built from open data alone, and nothing withheld becomes a figure."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd
import pytest
from tests.scripts import load


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("scripts/build_pay.py")


def write_areas(folder: Path) -> Path:
    pay = {f"p{p}_annual_usd": [1000 * p, None, 1000 * p] for p in (10, 25, 50, 75, 90)}
    places = {"area_type": ["state", "state", "national"], "area_name": ["Ohio", "Utah", "U.S."]}
    table = pd.DataFrame({**places, "soc": "15-2051", "employment": [120, None, 9], **pay})
    table.to_parquet(folder / "wages_may2025.parquet")
    return folder


def test_areas_hold_released_pay_of_states_and_metros_for_the_codes_asked(script: ModuleType, tmp_path: Path) -> None:
    found = list(script.area_wages(write_areas(tmp_path), {"15-2051"}))
    assert found == [("15-2051", "Ohio", "state", 120, 10000, 25000, 50000, 75000, 90000)]
    assert list(script.area_wages(tmp_path, {"11-1021"})) == []


def write_salaries(folder: Path) -> Path:
    draw = np.random.default_rng(5)
    rows = [
        (2024, level, "Data Scientist", pay, "EUR", round(pay / 0.8), "DE", 2)
        for level in ("EN", "MI", "SE", "EX")
        for pay in draw.integers(40_000, 90_000, 12).tolist()
    ]
    names = "work_year experience_level job_title salary salary_currency salary_in_usd company_location copies".split()
    pd.DataFrame(rows, columns=names).to_parquet(folder / "ai_jobs_net_2020_2024_ft.parquet")
    return folder


def test_a_rate_is_the_one_that_the_collection_used(script: ModuleType, tmp_path: Path) -> None:
    assert list(script.exchange_rates(write_salaries(tmp_path))) == [
        ("EUR", "0.8", "reported", "aijobs-2024", 2024, 48)
    ]


def test_a_cell_with_few_rows_is_estimated_judged_and_gives_its_n(script: ModuleType, tmp_path: Path) -> None:
    found = list(script.estimate(script.read_rows(write_salaries(tmp_path))))
    assert [(row[0], row[1], row[2], row[3]) for row in found] == [
        ("data-scientist", stage, "DE", "USD") for stage in ("entry", "mid", "senior", "leadership")
    ]
    for row in found:
        assert list(row[4:9]) == sorted(row[4:9])
        assert row[9:13] == ("judged", "aijobs-2024", "2024", 12)
