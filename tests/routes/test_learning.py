"""Many people at once: the same numbers as for one person at a time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.model import Catalog, RoleStage
from headway.routes.find import start_at
from headway.routes.learning import (
    add_up,
    cover,
    find_practised,
    learn,
    line_up,
    make_ground,
    make_syllabus,
    raise_levels,
    study,
)
from headway.routes.table import MoveTable, hash_table, make_table, read_table, write_table
from headway.routes.transition import (
    AT_WORK,
    WEEKS_A_MONTH,
    ask_hours,
    coverage,
    find_overlap,
    find_overlaps,
    hours_to,
    learn_for,
    list_lessons,
    study_in_post,
)
from headway.routes.transitions import find_transition
from headway.values import Level

SKILLS = [
    *["python", "sql", "docker", "aws", "azure", "gcp", "git", "pytorch", "tensorflow", "machine-learning"],
    *["statistics", "excel", "spark", "airflow", "mlops"],
]


def some_people(toy: Catalog) -> st.SearchStrategy[list[dict[str, Level]]]:
    known = [skill for skill in SKILLS if skill in toy.skills]
    assert len(known) > 8
    levels = st.sampled_from(list(Level)[1:])
    return st.lists(st.dictionaries(st.sampled_from(known), levels), min_size=1, max_size=4)


@given(st.data())
def test_hours_levels_and_months_equal_those_of_one_person(toy: Catalog, data: st.DataObject) -> None:
    people = data.draw(some_people(toy))
    stage: RoleStage = data.draw(st.sampled_from(list(toy.role_stages.values())))
    post: RoleStage = data.draw(st.sampled_from(list(toy.role_stages.values())))
    ground = make_ground(toy)
    syllabus, held = make_syllabus(stage, ground, toy), line_up(list(people), ground)
    learned = learn(syllabus, held, ground)
    after = raise_levels(syllabus, held, learned)
    used = np.tile(make_syllabus(post, ground, toy).asked, (len(people), 1))
    weeks = study(learned, find_practised(syllabus, used), 6, np.array(AT_WORK))
    for row, person in enumerate(people):
        lessons = list_lessons(stage, person, toy)
        hours, asked = hours_to(stage, person, toy), ask_hours(lessons)
        assert learned.hours[:, row].tolist() == pytest.approx([hours.p10, hours.p50, hours.p90])
        assert add_up(learned.asked)[:, row].tolist() == pytest.approx([asked.p10, asked.p50, asked.p90])
        assert after[row].tolist() == line_up([learn_for(stage, person, toy)], ground)[0].tolist()
        assert cover(syllabus, held, ground)[row] == pytest.approx(coverage(stage, person))
        months = study_in_post(lessons, post, 6)
        assert (weeks[:, row] / WEEKS_A_MONTH).tolist() == pytest.approx([months.p10, months.p50, months.p90])


def test_the_table_of_overlaps_holds_what_pairs_do(toy: Catalog) -> None:
    stages = list(toy.role_stages.values())
    table = find_overlaps(stages)
    assert table.shape == (len(stages), len(stages))
    for i, a in enumerate(stages):
        for j, b in enumerate(stages):
            assert table[i, j] == pytest.approx(find_overlap(a, b))


@pytest.fixture(scope="module")
def table(toy: Catalog) -> MoveTable:
    stages = len(toy.role_stages)
    return make_table(toy, np.linspace(0, 1, stages * stages).reshape(stages, stages))


def test_the_table_of_transitions_holds_what_single_ones_do(toy: Catalog, table: MoveTable) -> None:
    months = table.months(6)
    assert len(table.keys) > 10
    for start in ("data-analyst:mid", "software-engineer:mid"):
        for end in ("ml-engineer:senior", "data-scientist:mid", "ai-engineer:entry"):
            a, b = table.keys.index(start), table.keys.index(end)
            one = find_transition(toy.role_stages[start], toy.role_stages[end], toy, {}, 6)
            hop = one.hop
            assert table.hours[:, a, b].tolist() == pytest.approx([hop.hours.p10, hop.hours.p50, hop.hours.p90])
            assert months[:, a, b].tolist() == pytest.approx([hop.months.p10, hop.months.p50, hop.months.p90])
            assert table.overlap[a, b] == pytest.approx(hop.overlap)
            assert table.years_short[a, b] == pytest.approx(one.years_short)


def test_a_move_takes_other_hours_than_the_way_back(table: MoveTable) -> None:
    hours = table.hours[1]
    assert np.diag(hours).tolist() == [0.0] * len(hours)
    different = ~np.isclose(hours, hours.T)
    assert different.sum() > hours.size / 2


def test_ranges_are_in_order(table: MoveTable) -> None:
    for of in (table.hours, table.asked, table.alone, table.months(6)):
        assert (of[0] <= of[1] + 1e-3).all()
        assert (of[1] <= of[2] + 1e-3).all()
    assert (table.alone <= table.asked + 1e-3).all()
    assert (table.asked <= table.hours + 1e-3).all()


def test_a_kept_table_is_read_as_it_was_written(toy: Catalog, table: MoveTable, tmp_path: Path) -> None:
    assert read_table(tmp_path, hash_table(toy)) is None
    write_table(tmp_path, hash_table(toy), table)
    kept = read_table(tmp_path, hash_table(toy))
    assert kept is not None
    assert kept.keys == table.keys
    for name in ("hours", "asked", "alone", "years_short", "overlap", "relatedness"):
        assert np.array_equal(getattr(kept, name), getattr(table, name))


def test_a_kept_table_that_is_cut_off_spoilt_or_of_another_catalog_is_not_read(
    toy: Catalog, table: MoveTable, tmp_path: Path
) -> None:
    write_table(tmp_path, "mine", table)
    assert read_table(tmp_path, "other") is None
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    spoilt = bytearray(whole)
    spoilt[len(whole) // 2] ^= 0xFF
    for content in (b"", b"not a table", whole[: len(whole) // 2], bytes(spoilt)):
        file.write_bytes(content)
        assert read_table(tmp_path, "mine") is None
    assert hash_table(toy) != hash_table(toy.change(digest="other"))


def test_a_folder_that_cannot_be_written_is_no_error(table: MoveTable, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    write_table(tmp_path / "file", "mine", table)
    assert read_table(tmp_path / "file", "mine") is None


def test_one_who_stands_at_a_role_stage_lacks_nothing_of_it(toy: Catalog) -> None:
    for stage in toy.role_stages.values():
        assert hours_to(stage, start_at(stage, toy, 6).held, toy).p90 == 0
