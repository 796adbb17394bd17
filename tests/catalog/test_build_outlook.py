"""Titles are counted and looked up whole: a title that only resembles one counts for nothing."""

from __future__ import annotations

from types import ModuleType

import pandas as pd
import pytest
from tests.scripts import load

NAMES = {"ai product manager": "ai-product-manager", "ai security specialist": "ai-security-specialist"}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("scripts/build_outlook.py")


def test_titles_are_counted_by_year_with_ranks_aside(script: ModuleType) -> None:
    titles = ["AI Product Manager", "Senior AI Product Manager", "Product Manager", "AI Product Manager Assistant"]
    rows = pd.DataFrame({"job_title": [*titles, "AI product-manager"], "work_year": [2024] * 4 + [2023]})
    assert list(script.count_titles(rows, NAMES)) == [
        ("ai-product-manager", 2023, 1, 1, "aijobs-2024"),
        ("ai-product-manager", 2024, 2, 4, "aijobs-2024"),
    ]


def test_a_listed_title_is_found_whole_without_the_acronym_written_out(script: ModuleType) -> None:
    listed = ("AI Security Specialist (Artificial Intelligence Security Specialist)", "Security Specialist")
    assert list(script.find_listed("onet", "15-1212.00", listed, NAMES)) == [
        ("ai-security-specialist", "AI Security Specialist", "15-1212.00", "onet")
    ]


def test_the_names_of_the_shipped_roles_are_read_from_their_files(script: ModuleType) -> None:
    names = script.read_names(script.CATALOG)
    assert names["ai ethicist"] == "ai-ethics-officer"
    assert names["forward deployed engineer"] == "forward-deployed-engineer"
