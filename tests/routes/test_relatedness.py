"""Relatedness: bounded, the same in both directions, one for the same work, and for any title at all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.actions.relatedness import open_ground, relate
from headway.catalog.classification import load_occupations
from headway.catalog.model import Catalog
from headway.catalog.work import COMPARED, load_work
from headway.errors import HeadwayError
from headway.routes.footing import Ground, find_footing, stand_on_codes
from headway.routes.relatedness import JUDGED, LEARNED, Among, relate_all, score_all
from headway.values import Kind

TITLES = [
    *("nurse", "accountant", "carpenter", "Data analyst", "senior ML engineer", "statistician", "teacher"),
    *("29-1141.00", "15-1252.00", "2221.2", "ml-engineer:mid", "data-engineer:senior", "Head of data", "bus driver"),
]


@pytest.fixture(scope="module")
def ground(toy: Catalog) -> Ground:
    return open_ground(toy)


@given(st.sampled_from(TITLES), st.sampled_from(TITLES))
def test_it_is_bounded_and_its_score_and_parts_are_the_same_in_both_directions(
    ground: Ground, one: str, other: str
) -> None:
    there, back = relate(one, other, ground), relate(other, one, ground)
    assert 0 <= there.score <= 1
    assert there.score == back.score
    assert {p.name: (p.alike, p.shared) for p in there.parts} == {p.name: (p.alike, p.shared) for p in back.parts}


@pytest.mark.parametrize("title", TITLES)
def test_the_same_work_is_wholly_alike(ground: Ground, title: str) -> None:
    found = relate(title, title, ground)
    assert found.score == 1
    assert all(part.alike == pytest.approx(1) for part in found.parts)
    assert found.climb.education == found.climb.experience == 0


def test_what_is_asked_more_there_is_asked_less_on_the_way_back(ground: Ground) -> None:
    there, back = relate("carpenter", "accountant", ground), relate("accountant", "carpenter", ground)
    assert there.climb.education == -back.climb.education > 1


@pytest.mark.parametrize(
    ("start", "near", "far"),
    [
        ("accountant", "bookkeeper", "nurse"),
        ("nurse", "midwife", "software developer"),
        ("carpenter", "roofer", "statistician"),
        ("data analyst", "data scientist", "carpenter"),
        ("ml-engineer:mid", "data-scientist:mid", "welder"),
    ],
)
def test_a_near_trade_is_nearer_than_a_far_one(ground: Ground, start: str, near: str, far: str) -> None:
    assert relate(start, near, ground).score > relate(start, far, ground).score + 0.05


def test_weights_of_the_parts_sum_to_one_and_every_part_names_its_source(ground: Ground) -> None:
    for one, other in (("nurse", "accountant"), ("29-1141.00", "13-2011.00"), ("ml-engineer:mid", "data-analyst:mid")):
        parts = relate(one, other, ground).parts
        assert sum(part.weight for part in parts) == pytest.approx(1, abs=0.01)
        assert all(part.basis.source in ("onet", "esco", "headway") and part.basis.note for part in parts)
    assert sum(LEARNED.values()) == pytest.approx(1, abs=0.01)
    assert all(weight >= 0 for weight in (LEARNED | JUDGED).values())


def test_needs_are_compared_between_roles_and_named(ground: Ground) -> None:
    part = next(p for p in relate("ml-engineer:mid", "data-scientist:mid", ground).parts if p.name == "needs")
    assert part.shared
    assert part.basis.kind is Kind.JUDGED
    assert all(p.name != "needs" for p in relate("carpenter", "welder", ground).parts)


def test_borrowed_ratings_are_told(ground: Ground) -> None:
    assert relate("15-1252.00", "29-1141.00", ground).borrowed == ("Software Developers",)


def test_roles_are_compared_among_the_field_and_others_among_all_occupations(ground: Ground) -> None:
    assert relate("data analyst", "ml engineer", ground).among is Among.FIELD
    assert relate("data analyst", "nurse", ground).among is Among.OCCUPATIONS


def test_no_move_is_counted_and_a_listed_relative_gives_its_rank(ground: Ground) -> None:
    listed = relate("13-2011.00", "43-3031.00", ground).commonness
    assert listed.moves is None
    assert listed.rank is not None
    assert listed.rank <= 20
    assert "does not list" in relate("47-2031.00", "13-2011.00", ground).commonness.said


@pytest.mark.parametrize("title", ["xqzvkw", "99-9999.00", "ml-engineer:frog", " ", "\x00", "…"])
def test_what_nobody_knows_is_refused_in_one_line(ground: Ground, title: str) -> None:
    with pytest.raises(HeadwayError) as caught:
        relate(title, "nurse", ground)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=300))
def test_any_text_is_compared_or_refused(ground: Ground, text: str) -> None:
    try:
        found = relate(text, "nurse", ground)
    except HeadwayError:
        return
    assert 0 <= found.score <= 1


def test_all_role_stages_at_once_say_what_each_pair_says(ground: Ground, toy: Catalog) -> None:
    matrix, keys = relate_all(ground), list(toy.role_stages)
    assert matrix.shape == (len(keys), len(keys))
    assert np.allclose(matrix, matrix.T)
    assert np.allclose(matrix.diagonal(), 1)
    assert matrix.min() >= 0
    assert matrix.max() <= 1
    for i, j in ((0, 1), (3, 9), (len(keys) - 1, 2)):
        assert relate(keys[i], keys[j], ground).score == pytest.approx(matrix[i, j], abs=1e-3)
    assert relate_all(ground) is matrix


def test_many_ends_say_what_two_say(ground: Ground) -> None:
    ends = [find_footing(title, ground) for title in ("nurse", "carpenter")]
    scores = score_all(ends, ends, ground, Among.OCCUPATIONS)
    assert scores[0, 1] == pytest.approx(relate("nurse", "carpenter", ground).score, abs=1e-3)


def test_several_codes_make_a_blend_in_equal_parts(ground: Ground) -> None:
    blend = stand_on_codes("both", ("29-1141.00", "13-2011.00"), ground)
    assert sorted(blend.occupations[blend.occupations > 0]) == [0.5, 0.5]
    with pytest.raises(HeadwayError, match="no occupation of O\\*NET"):
        stand_on_codes("none", ("29-1141",), ground)


def test_the_compiled_table_has_every_occupation_in_order_and_no_gaps() -> None:
    work, occupations = load_work(), load_occupations()
    assert work.codes == tuple(row[0] for row in occupations.onet)
    assert set(work.parts) == set(COMPARED)
    for matrix in (*work.parts.values(), work.preparation):
        assert matrix.shape[0] == len(work.codes) > 1000
        assert np.isfinite(matrix).all()
    assert 800 < work.rated.sum() < len(work.codes)
