"""The figures of the catalog are counted as their sources allow."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from tests.scripts import load

pd = pytest.importorskip("pandas")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("scripts/build_figures.py")


def totals(*rows: tuple[str, str, str, int, int, int]) -> object:
    columns = ("source", "role_family", "skill", "n_postings", "n_tagged_in_text", "n_text_match")
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(display_name=table.skill.str.title())


def test_of_two_spellings_of_a_skill_the_larger_count_is_taken_and_not_the_sum(script: ModuleType) -> None:
    table = totals(
        ("field_guide_2026", "ml_engineer", "llm", 100, 40, 90),
        ("field_guide_2026", "ml_engineer", "llms", 100, 30, 90),
    )
    rows = list(script.count_demand(table, {"llm": "large-language-models", "llms": "large-language-models"}, set()))
    assert rows == [("ml-engineer", "large-language-models", 40, 100, "field-guide-2026")]


def test_tags_that_over_report_count_only_where_the_text_agrees_and_tags_that_under_report_not_at_all(
    script: ModuleType,
) -> None:
    table = totals(
        ("field_guide_2026", "ai_engineer", "docker", 100, 40, 60),
        ("ai_trends_2025", "data_scientist", "docker", 50, 5, 20),
        ("ai_trends_2025", "data_scientist", "testing", 50, 6, 30),
    )
    known = {"docker": "docker", "testing": "testing"}
    rows = list(script.count_demand(table, known, {"testing"}))
    assert rows == [
        ("ai-engineer", "docker", 40, 100, "field-guide-2026"),
        ("data-scientist", "docker", 20, 50, "ai-trends-2025"),
        ("data-scientist", "testing", 6, 50, "ai-trends-2025"),
    ]


def test_skills_are_matched_by_name_then_by_their_commonest_spelling(script: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(
        '[cpp]\nname = "C++"\n[c]\nname = "C"\n[rag]\nname = "RAG"\naliases = ["Retrieval-Augmented Generation"]\n',
        encoding="utf-8",
    )
    (tmp_path / "broken.toml").write_text("[", encoding="utf-8")
    aliases = pd.DataFrame(
        [("rags", "retrieval augmented generation", 9, "plural"), ("rags", "c", 99, "split_on_slash")],
        columns=("skill", "surface_lower", "n_postings", "rule"),
    )
    table = totals(*(("field_guide_2026", "ai_engineer", skill, 9, 1, 1) for skill in ("c++", "c", "rags", "cobol")))
    found = script.match_skills(script.read_names(tmp_path), table, aliases)
    assert found == {"c++": "cpp", "c": "c", "rags": "rag"}


def test_the_share_of_mentions_that_is_known_is_counted_for_each_family(script: ModuleType) -> None:
    table = totals(
        ("field_guide_2026", "ml_engineer", "docker", 100, 40, 0),
        ("field_guide_2026", "ml_engineer", "cobol", 100, 2, 0),
        ("ai_trends_2025", "ml_engineer", "cobol", 100, 50, 0),
        ("ai_trends_2025", "data_analyst", "docker", 100, 0, 0),
    )
    assert list(script.count_coverage(table, {"docker": "docker"})) == [("ml-engineer", 42, 40, "field-guide-2026")]


def test_a_pair_counts_where_enough_postings_ask_for_both_and_twice_as_many_as_by_chance(script: ModuleType) -> None:
    table = totals(
        ("field_guide_2026", "ai_engineer", "docker", 400, 100, 0),
        ("field_guide_2026", "ai_engineer", "k8s", 400, 90, 0),
        ("field_guide_2026", "ai_engineer", "kubernetes", 400, 60, 0),
        ("field_guide_2026", "ai_engineer", "python", 400, 380, 0),
        ("field_guide_2026", "ai_engineer", "nemo", 400, 37, 0),
        ("ai_trends_2025", "data_scientist", "docker", 100, 20, 0),
        ("ml_job_compass_2025", "ml_engineer", "docker", 900, 900, 0),
    )
    columns = ("skill_a", "skill_b", "n_both_tagged_in_text")
    rows = [("docker", "k8s", 70), ("docker", "kubernetes", 55), ("docker", "python", 90), ("docker", "nemo", 37)]
    known = {"docker": "docker", "k8s": "kubernetes", "kubernetes": "kubernetes", "python": "python", "nemo": "nemo"}
    pairs = list(script.count_pairs(pd.DataFrame(rows, columns=columns), table, known))
    assert pairs == [("docker", "kubernetes", 70, 120, 90, 500, "postings-together")]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Machine Learning Engineer", "ml-engineer"),
        ("Machine Learning Software Engineer", "ml-engineer"),
        ("AI Engineer", "ai-engineer"),
        ("MLOps Engineer", "mlops-engineer"),
        ("Data Science", "data-scientist"),
        ("ETL Developer", "data-engineer"),
        ("Research Engineer", "research-scientist"),
        ("Full Stack Engineer", "software-engineer"),
        ("Data Science Manager", None),
        ("Head of Data", None),
        ("Analytics Engineer", None),
        ("Product Manager", None),
    ],
)
def test_titles_of_collected_pay_become_roles(script: ModuleType, title: str, role: str | None) -> None:
    assert script.find_role(title) == role
