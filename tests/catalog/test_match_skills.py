"""Identifiers of ESCO and O*NET are given where a name is surely the same thing, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.scripts import load

pd = pytest.importorskip("pandas")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("scripts/match_skills.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small ESCO and O*NET: labels with brackets and verbs, products with makers and initials."""
    labels = [
        "Python (computer programming)",
        "use object-oriented programming",
        "statistical modelling",
        "wood modelling",
        "Swift (computer programming)",
        "Swift (chemistry)",
    ]
    (tmp_path / "esco").mkdir()
    (tmp_path / "onet").mkdir()
    table = pd.DataFrame({"label": labels, "skill_uri": [f"esco:{n}" for n in range(len(labels))]})
    table.to_parquet(tmp_path / "esco" / "skills.parquet")
    rows = [
        ("Microsoft Excel", "1"),
        ("Amazon Web Services AWS software", "2"),
        ("Qlik software", "3"),
        ("Apache Hive", "4"),
        ("Apache Hive", "4"),
        ("Apache Hive", "5"),
        ("Adobe Connect", "6"),
        ("Google Connect", "7"),
        ("Microsoft .NET Framework", "8"),
        ("Data dictionary software", "9"),
    ]
    pd.DataFrame(rows, columns=["example", "commodity_code"]).to_csv(
        tmp_path / "onet" / "technology_skills.csv", index=False
    )
    return tmp_path


def codes(script: ModuleType, folder: Path, name: str, kind: str = "tool", **more: Any) -> dict[str, str]:
    written, compared = script.read_esco(folder)
    skill = {"name": name, "kind": kind, **more}
    found: dict[str, str] = script.find_codes("a-skill", skill, written, compared, script.read_onet(folder))
    return found


def test_a_label_is_the_same_without_its_bracket_its_spelling_and_its_first_verb(
    script: ModuleType, folder: Path
) -> None:
    assert codes(script, folder, "Python", "language") == {"esco": "esco:0"}
    assert codes(script, folder, "Object oriented programming", "concept") == {"esco": "esco:1"}
    assert codes(script, folder, "Statistical modeling", "concept") == {"esco": "esco:2"}


@pytest.mark.parametrize("name", ["Swift", "Modelling", "Programming"])
def test_a_name_of_several_things_or_of_a_part_of_a_label_gets_none(
    script: ModuleType, folder: Path, name: str
) -> None:
    assert codes(script, folder, name, "language") == {}


@pytest.mark.parametrize(
    ("name", "code"),
    [("Excel", "1"), ("Amazon Web Services", "2"), ("Qlik", "3"), ("Hive", "4"), (".NET Framework", "8")],
)
def test_a_product_is_known_without_its_maker_and_under_its_commonest_commodity(
    script: ModuleType, folder: Path, name: str, code: str
) -> None:
    assert codes(script, folder, name) == {"onet": code}


def test_two_makers_products_of_one_name_a_common_word_and_a_guarded_form_are_passed_over(
    script: ModuleType, folder: Path
) -> None:
    assert codes(script, folder, "Connect") == {}
    assert codes(script, folder, "Data catalogs", aliases=["data dictionary"]) == {}
    assert codes(script, folder, "Spreadsheets", aliases=["Excel"], ambiguous={"forms": ["Excel"]}) == {}
    assert codes(script, folder, "Hive", "concept") == {}


def test_all_names_of_a_tool_are_counted_together(script: ModuleType, folder: Path) -> None:
    assert codes(script, folder, "Qlik", aliases=["Apache Hive"]) == {"onet": "4"}


def test_identifiers_stand_behind_the_effort_and_the_rest_of_the_file_stays(script: ModuleType) -> None:
    text = (
        '# top\n[sql]\nname = "SQL"\neffort = "language"\naliases = ["x"]\n\n[sql2]\nname = "SQL 2"\neffort = "tool"\n'
    )
    assert script.add_codes(text, "sql", {"esco": "e", "onet": "o"}) == text.replace(
        'effort = "language"\n', 'effort = "language"\nesco = "e"\nonet = "o"\n'
    )
    assert script.add_codes(text, "sql3", {"esco": "e"}) == text


def test_what_was_read_is_in_the_skill_files(script: ModuleType) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in script.SKILLS.glob("*.toml"))
    assert len(script.READ) > 40
    assert all(f"\n[{slug}]\n" in text for slug in script.READ)
