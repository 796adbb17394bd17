"""The counts of a catalog are those of what it holds."""

from __future__ import annotations

from pathlib import Path

from headway.catalog.load import read_catalog
from headway.catalog.model import Catalog
from headway.catalog.statistics import count_catalog, find_steps
from headway.values import Level, Map

TOY = Path(__file__).parent.parent / "catalog_toy"


def test_a_needed_level_stands_for_the_steps_below_it(toy: Catalog) -> None:
    steps = find_steps(toy)
    assert {step for skill, step in steps if skill == "tensorflow"} == set(Level.PRACTITIONER.steps_from(Level.NONE))
    assert count_catalog(toy).steps_needed == len(steps)


def test_steps_with_two_teachers_are_counted_by_level(toy: Catalog) -> None:
    awareness = [step for step in find_steps(toy) if step[1] is Level.AWARENESS]
    twice = [step for step in awareness if len(toy.teachers.get(step, ())) >= 2]
    assert 0 < len(twice) < len(awareness)
    assert count_catalog(toy).taught_twice["awareness"] == f"{len(twice)} of {len(awareness)}"


def test_what_is_known_of_the_mentions_in_postings_is_told_by_family_and_in_all(toy: Catalog) -> None:
    assert count_catalog(toy).mentions_known == {"ml-engineer": "95.0%", "data-analyst": "95.0%", "all": "95.0%"}
    assert count_catalog(toy.change(coverage=())).mentions_known == {}


def test_pairs_of_neighbours_are_counted_once(toy: Catalog) -> None:
    assert count_catalog(toy).neighbours["complement"] == len(toy.together) == 1


def test_skills_and_roles_with_identifiers_are_counted(toy: Catalog) -> None:
    known = toy.skills["sql"].change(esco="http://data.europa.eu/esco/skill/1")
    before = count_catalog(toy).identifiers["skills in ESCO"]
    after = count_catalog(toy.change(skills=Map({**toy.skills, "sql": known}))).identifiers["skills in ESCO"]
    assert after == before + 1


def test_more_mentions_cannot_be_known_than_there_are(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    rows = "family,mentions,known,source\nml-engineer,10,11,toy-postings\n"
    (tmp_path / "figures" / "coverage.csv").write_text(rows, encoding="utf-8")
    (problem,) = read_catalog(TOY, tmp_path)[1]
    assert problem.message == "11 mentions are known out of 10"
    assert problem.line == 2
