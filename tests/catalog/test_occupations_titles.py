"""How alike two job titles are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.classification import load_occupations
from headway.catalog.title_space import TitleSpace, load_title_space, make_title_space, rank_titles, relate_titles
from headway.catalog.title_table import Listed, compile_table
from headway.catalog.title_words import split_words, to_stem

LISTED = (
    Listed("a", "Bakers", ("Bread Baker", "Pastry Baker"), ("b",)),
    Listed("b", "Cooks", ("Line Cook", "Pastry Cook"), ("a", "e")),
    Listed("c", "Welders", ("Pipe Welder", "Arc Welder"), ("d",)),
    Listed("d", "Machinists", ("Lathe Machinist",), ("c",)),
    Listed("e", "Waiters", ("Wine Waiter",), ("b",)),
    Listed("2411.1", "accountant", ("bookkeeper", "data engineer", "chief executive officer")),
)


@pytest.fixture(scope="module")
def space() -> TitleSpace:
    return load_title_space()


@pytest.fixture(scope="module")
def small() -> TitleSpace:
    return make_title_space(**compile_table(LISTED))


def relate(first: str, second: str, space: TitleSpace) -> float:
    return float(relate_titles(first, space.embed((second,)), space)[0])


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Sr. ML Engineers", ("machine", "learning", "engineer")),
        ("Ladies' Tailor", ("lady", "tailor")),
        ("C++ / C# dev", ("c++", "c#", "developer")),
        ("R&D Manager", ("research", "development", "manager")),
        ("Café Owner", ("cafe", "owner")),
        ("Junior Nurse II", ("nurse",)),
        ("— of the —", ()),
    ],
)
def test_a_title_is_split_into_plain_singular_words(title: str, words: tuple[str, ...]) -> None:
    assert split_words(title) == words


def test_words_of_one_family_share_a_stem() -> None:
    assert len({to_stem(word) for word in ("account", "accountant", "accounting")}) == 1
    assert to_stem("cook") == "cook"


def test_related_work_comes_before_unrelated_work(small: TitleSpace) -> None:
    ranked = [title for title, _ in rank_titles("bread baker", ("arc welder", "line cook", "pastry baker"), small)]
    assert ranked == ["pastry baker", "line cook", "arc welder"]


def test_relatives_bring_titles_together_that_share_no_word(small: TitleSpace) -> None:
    assert relate("bread baker", "line cook", small) > relate("bread baker", "pipe welder", small)
    assert relate("bread baker", "bookkeeper", small) == 0


def test_a_title_is_wholly_related_to_itself(space: TitleSpace) -> None:
    assert relate("tax accountant", "Tax Accountants", space) == pytest.approx(1, abs=1e-5)


def test_the_compiled_table_is_the_same_every_time() -> None:
    first, second = compile_table(LISTED), compile_table(LISTED)
    assert all(np.array_equal(first[name], second[name]) for name in first)


def test_nurses_and_doctors_are_nearer_than_nurses_and_welders(space: TitleSpace) -> None:
    names = ("welder", "physician", "staff nurse", "licensed practical nurse", "tax accountant")
    ranked = [name for name, _ in rank_titles("registered nurse", names, space)]
    assert ranked[:3] == ["staff nurse", "licensed practical nurse", "physician"]


def test_leading_a_work_is_related_to_doing_it(space: TitleSpace) -> None:
    assert relate("director of taxation", "tax accountant", space) > relate("director of taxation", "dentist", space)


def test_rank_does_not_part_titles(space: TitleSpace) -> None:
    assert relate("junior data scientist", "senior data scientist", space) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("machien", "machine"), ("engneer", "engineer"), ("acountant", "accountant"), ("pharmasist", "pharmacist")],
)
def test_a_slip_of_the_keyboard_is_read_as_the_word_it_is_near(space: TitleSpace, slip: str, meant: str) -> None:
    assert space.read(slip) == (meant,)


def test_two_words_written_as_one_are_parted(space: TitleSpace) -> None:
    assert space.read("datacenter") == ("data", "center")


def test_a_word_like_no_other_stays_as_it_is_and_counts_nothing(space: TitleSpace) -> None:
    assert space.read("xqzvkw") == ("xqzvkw",)
    assert relate("xqzvkw", "nurse", space) == 0


def test_the_shipped_table_knows_every_word_of_the_shipped_lists(space: TitleSpace) -> None:
    occupations = load_occupations()
    words = {
        w for place in range(0, len(occupations), 20) for name in occupations.names_at(place) for w in split_words(name)
    }
    assert len(words) > 2000
    assert not words - set(space.words), "run scripts/build_occupations.py --index"
    assert space.width == len(occupations)
    assert len(space.field) == len(occupations.onet)


def test_no_titles_give_no_scores(space: TitleSpace) -> None:
    assert rank_titles("nurse", (), space) == ()
    assert rank_titles("", ("nurse",), space) == (("nurse", 0.0),)


def test_many_titles_at_once_are_embedded_as_one_by_one(space: TitleSpace) -> None:
    titles = ["nurse", "", "tax accountant", "xqzvkw"] * 80
    together, alone = space.embed(titles), space.embed(titles[:4])
    assert len(together) == 320
    for place in (0, 1, 2, 3, 316, 317, 318, 319):
        assert np.allclose(together.row(place, space.width), alone.row(place % 4, space.width))
        assert np.allclose(together.field[place], alone.field[place % 4])


@given(st.text(max_size=50), st.sampled_from(["baker", "data engineer", "chief executive officer"]))
def test_any_two_texts_have_one_relatedness_from_0_to_1(small: TitleSpace, first: str, second: str) -> None:
    there, back = relate(first, second, small), relate(second, first, small)
    assert 0 <= there <= 1
    assert there == pytest.approx(back, abs=1e-5)
