"""Folders -> catalog: what is read, what is refused and where, and what lies over what."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from headway.catalog.load import load_catalog, read_catalog
from headway.catalog.model import Catalog
from headway.errors import CatalogFault, Problem
from headway.values import JUDGED_BY, Kind, Level, Stage, Track

TOY = Path(__file__).parent.parent / "catalog_toy"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOY, tmp_path / "catalog"))


def faults(*folders: Path) -> tuple[Problem, ...]:
    with pytest.raises(CatalogFault) as caught:
        load_catalog(*folders)
    return caught.value.problems


def edit(path: Path, old: str, new: str) -> int:
    """Replace once; the line where it stood."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_toy_catalog_holds_ten_roles_and_what_they_need(toy: Catalog) -> None:
    assert len(toy.roles) == 10
    assert toy.skills["python"].family == "languages"
    assert toy.roles["ml-engineer"].at(Stage.LEADERSHIP, Track.MANAGEMENT)
    assert toy.role_stages["ml-engineer:leadership"].years == (8, None)
    assert toy.activities["python-start"].price is not None


def test_an_importance_is_the_share_of_postings_with_their_number(toy: Catalog) -> None:
    need = next(n for n in toy.role_stages["ml-engineer:mid"].needs if n.skill == "python")
    assert need.importance == 180 / 200
    assert (need.basis.kind, need.basis.n, need.basis.source) == (Kind.MEASURED, 200, "toy-postings")
    assert str(need.basis.date) == "2026-02"


def test_alternatives_take_the_largest_share_and_say_at_least(toy: Catalog) -> None:
    need = next(n for n in toy.role_stages["ml-engineer:mid"].needs if n.skill == "pytorch")
    assert need.skills == ("pytorch", "tensorflow")
    assert need.importance == 110 / 200
    assert need.basis.note
    assert need.basis.note.startswith("at least")


def test_a_judged_importance_says_why(toy: Catalog) -> None:
    need = next(n for n in toy.role_stages["ml-engineer:mid"].needs if n.skill == "code-review")
    assert (need.importance, need.basis.kind, need.basis.source) == (0.3, Kind.JUDGED, JUDGED_BY)
    assert need.basis.note == "postings seldom write it, teams rely on it"


def test_a_judgement_wins_over_the_count_and_tells_it(folder: Path) -> None:
    edit(
        folder / "roles" / "ml-engineer.toml",
        'sql = "awareness"',
        'sql = { level = "awareness", importance = 0.9, why = "the team is moving" }',
    )
    need = next(n for n in load_catalog(folder).role_stages["ml-engineer:entry"].needs if n.skill == "sql")
    assert need.importance == 0.9
    assert need.basis.note == "the team is moving; counted: 35% of 200 postings (toy-postings)"


def test_a_need_without_count_and_without_judgement_says_what_to_do(folder: Path) -> None:
    path = folder / "roles" / "ml-engineer.toml"
    line = edit(path, 'sql = "awareness"', 'sql = "awareness"\nairflow = "awareness"') + 1
    (problem,) = faults(folder)
    assert (problem.file, problem.line, problem.field) == (str(path), line, "individual.entry.needs.airflow")
    assert "no row for ml-engineer,airflow" in problem.message
    assert problem.hint
    assert "importance" in problem.hint


def test_an_unknown_key_is_refused_with_file_and_line(folder: Path) -> None:
    path = folder / "skills" / "soft.toml"
    line = edit(path, 'aliases = ["mentorship", "mentored"]', 'alias = ["mentorship", "mentored"]')
    (problem, *_) = faults(folder)
    assert (problem.file, problem.line, problem.field) == (str(path), line, "mentoring.alias")
    assert problem.message == "unknown key"


def test_all_problems_are_told_at_once(folder: Path) -> None:
    edit(folder / "skills" / "soft.toml", 'kind = "soft"', 'kind = "softish"')
    edit(folder / "learning" / "academy.toml", "hours = [30, 50, 90]", "hours = [90, 50, 30]")
    edit(folder / "roles" / "data-analyst.toml", "years = [0, 2]", "years = [2, 0]")
    edit(folder / "figures" / "demand.csv", "180,200", "280,200")
    told = {(Path(p.file or "").name, p.field) for p in faults(folder)}
    assert {
        ("soft.toml", "communication.kind"),
        ("academy.toml", "activities.python-start.hours"),
        ("data-analyst.toml", "individual.entry"),
        ("demand.csv", None),
    } <= told


def test_one_bad_entry_does_not_take_the_others_with_it(folder: Path) -> None:
    edit(folder / "learning" / "academy.toml", "hours = [30, 50, 90]", 'hours = "long"')
    catalog, problems = read_catalog(folder)
    assert len(problems) == 1
    assert "python-start" not in catalog.activities
    assert "sql-start" in catalog.activities


def test_a_syntax_error_is_told_with_its_line(folder: Path) -> None:
    path = folder / "roles" / "data-analyst.toml"
    line = edit(path, "years = [0, 2]", "years = 0, 2")
    (problem,) = faults(folder)
    assert (problem.file, problem.line) == (str(path), line)
    assert "not TOML" in problem.message


def test_a_file_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "skills" / "odd.toml").write_bytes(b"\xff\xfe[")
    (problem,) = faults(folder)
    assert problem.hint == "save it as UTF-8"


def test_a_slug_stands_in_one_place(folder: Path) -> None:
    (folder / "skills" / "more.toml").write_text(
        '[python]\nname = "Python"\nkind = "language"\neffort = "language"\n', encoding="utf-8"
    )
    (problem,) = faults(folder)
    assert problem.message == "python is also in languages.toml"


def test_a_slug_with_capitals_is_refused(folder: Path) -> None:
    (folder / "skills" / "more.toml").write_text(
        '[Rust]\nname = "Rust"\nkind = "language"\neffort = "language"\n', encoding="utf-8"
    )
    (problem,) = faults(folder)
    assert (problem.line, problem.field) == (1, "Rust")


def test_what_is_named_must_exist(folder: Path) -> None:
    path = folder / "skills" / "data.toml"
    line = edit(path, 'requires = { sql = "awareness" }', 'requires = { sqll = "awareness" }')
    edit(folder / "efforts.toml", "[platform", "[platfrom")
    edit(folder / "efforts.toml", "[platform", "[platfrom")
    problems = faults(folder)
    assert any((p.line, p.field, p.message) == (line, "spark.requires.sqll", "no skill sqll") for p in problems)
    assert any(p.message == "no effort profile platform" for p in problems)


def test_a_circle_of_prerequisites_is_printed(folder: Path) -> None:
    edit(
        folder / "skills" / "languages.toml",
        'aliases = ["python3", "python 3"]',
        'requires = { pytorch = "awareness" }',
    )
    (problem,) = faults(folder)
    assert "python -> pytorch" in problem.message or "pytorch -> python" in problem.message
    assert problem.message.split(": ")[1].split(" -> ")[0] == problem.message.split(" -> ")[-1]


def test_a_missing_source_is_named(folder: Path) -> None:
    edit(folder / "sources" / "toy.toml", "[toy-wages]", "[toy-pay]")
    problems = faults(folder)
    assert {p.message for p in problems} == {"no source toy-wages"}


def test_a_misspelt_folder_is_not_passed_over(folder: Path) -> None:
    (folder / "role").mkdir()
    (folder / "role" / "poet.toml").write_text('name = "Poet"\n', encoding="utf-8")
    (problem,) = faults(folder)
    assert problem.file == str(folder / "role")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = faults(TOY, tmp_path / "nothing")
    assert problem.message == "there is no such folder"


def test_a_folder_of_ones_own_extends_and_overrides(tmp_path: Path, toy: Catalog) -> None:
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "mine.toml").write_text(
        '[rust]\nname = "Rust"\nkind = "language"\neffort = "language"\n'
        '[python]\nname = "Python, our way"\nkind = "language"\neffort = "language"\n',
        encoding="utf-8",
    )
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "demand.csv").write_text(
        "family,skill,asking,postings,source\nml-engineer,python,5,10,toy-postings\n", encoding="utf-8"
    )
    both = load_catalog(TOY, tmp_path)
    assert both.skills["rust"].family == "mine"
    assert both.skills["python"].name == "Python, our way"
    assert len(both.skills) == len(toy.skills) + 1
    assert next(n for n in both.role_stages["ml-engineer:mid"].needs if n.skill == "python").importance == 0.5


def test_an_activity_of_another_maker_shows_that_maker(folder: Path) -> None:
    start = 'name = "Python from the start"\n'
    edit(folder / "learning" / "academy.toml", start, start + 'by = "Doe and Roe, Toy Press"\n')
    catalog = load_catalog(folder)
    assert catalog.activities["python-start"].provider == "Doe and Roe, Toy Press"
    assert catalog.activities["sql-start"].provider == "Toy Academy"


def test_covering_a_level_teaches_the_levels_below_and_retired_things_teach_nothing(toy: Catalog) -> None:
    teaching = {activity.slug for activity in toy.teachers["tensorflow", Level.AWARENESS]}
    assert teaching == {"tensorflow-course"}
    assert toy.activities["old-course"].retired is not None


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("ml-engineer,mid,US,USD,5,4,3,2,1,reported,toy-wages,2026-02,10,", "must not fall"),
        ("ml-engineer,mid,US,dollars,1,2,3,4,5,reported,toy-wages,2026-02,10,", "pattern"),
        ("ml-engineer,mid,US,USD,1,2,3,4,5,judged,toy-wages,2026-02,10,", "says why"),
        ("ml-engineer,mid,US", "3 cells"),
    ],
)
def test_a_bad_row_of_wages_is_told_by_its_line(folder: Path, row: str, told: str) -> None:
    path = folder / "figures" / "wages.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, row]) + "\n", encoding="utf-8")
    (problem,) = faults(folder)
    assert (problem.file, problem.line) == (str(path), len(lines) + 1)
    assert told in problem.message


def test_other_columns_than_expected_are_told_once(folder: Path) -> None:
    path = folder / "figures" / "wages.csv"
    edit(path, "of,stage", "role,stage")
    (problem,) = faults(folder)
    assert problem.line == 1
    assert problem.hint
    assert problem.hint.startswith("the first line must be of,stage")
