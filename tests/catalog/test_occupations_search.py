"""Any job title -> occupation, role and stage."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.catalog.classification import Occupations, Scheme, load_occupations
from headway.catalog.model import Catalog
from headway.catalog.occupation_search import find_head, find_occupations
from headway.catalog.origins import Ground, TitleAnswer, answer_title
from headway.catalog.title_space import TitleSpace, load_title_space
from headway.values import Stage, Track


@pytest.fixture(scope="session")
def occupations() -> Occupations:
    return load_occupations()


@pytest.fixture(scope="session")
def space() -> TitleSpace:
    return load_title_space()


@pytest.mark.parametrize(
    ("title", "code", "surely"),
    [
        ("Registered nurse", "29-1141.00", False),
        ("nurse", "29-1141.00", False),
        ("accountant", "13-2011.00", True),
        ("Lawyer", "23-1011.00", True),
        ("sr. python dev", "15-1252.00", True),
        ("CEO", "11-1011.00", True),
        ("bartender", "35-3011.00", True),
        ("Professor of Computer Science", "25-1021.00", True),
        ("machien lerning enginer", "15-2051.00", True),
        ("elctrician", "47-2111.00", False),
        ("frontend developer", "15-1254.00", True),
        ("Data Scientist II (remote)", "15-2051.00", True),
    ],
)
def test_a_title_finds_its_occupation(
    title: str, code: str, surely: bool, occupations: Occupations, space: TitleSpace
) -> None:
    found = find_occupations(title, occupations, space)
    assert found[0].code == code
    assert found[0].confidence >= (0.6 if surely else 0.3)


@pytest.mark.parametrize(
    ("title", "name"),
    [("nurse", "nurse responsible for general care"), ("accountant", "accountant"), ("plumer", "plumber")],
)
def test_the_european_occupation_is_found_too(
    title: str, name: str, occupations: Occupations, space: TitleSpace
) -> None:
    assert find_occupations(title, occupations, space, Scheme.ESCO)[0].title == name


@pytest.mark.parametrize(
    "title", ["", "asdf qwer", "xqzvkw", "Krankenschwester", "lorem ipsum dolor sit amet", "–", "日本"]
)
def test_what_is_no_title_finds_nothing(title: str, occupations: Occupations, space: TitleSpace) -> None:
    assert find_occupations(title, occupations, space) == ()


@pytest.mark.parametrize("title", ["manager", "assistant", "prompt engineer", "stay at home parent", "happiness hero"])
def test_what_says_little_is_little_sure(title: str, occupations: Occupations, space: TitleSpace) -> None:
    for scheme in Scheme:
        assert all(match.confidence < 0.5 for match in find_occupations(title, occupations, space, scheme))


def test_alternatives_share_what_the_best_one_leaves(occupations: Occupations, space: TitleSpace) -> None:
    found = find_occupations("truck driver", occupations, space, count=12)
    assert len(found) > 3
    shares = [match.confidence for match in found]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.05


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Director of Nursing", "director"),
        ("Engineer, R&D", "engineer"),
        ("Head Chef (weekends)", "chef"),
        ("of", ""),
    ],
)
def test_the_head_of_a_title_says_what_a_person_is(title: str, head: str, space: TitleSpace) -> None:
    assert find_head(title, space) == head


def ask(title: str, catalog: Catalog, occupations: Occupations, space: TitleSpace) -> TitleAnswer:
    return answer_title(title, catalog, occupations, space)


def test_a_title_of_the_field_has_a_role_and_a_stage(toy: Catalog, occupations: Occupations, space: TitleSpace) -> None:
    answer = ask("Sr. Machien Lerning Enginer", toy, occupations, space)
    assert answer.role
    assert (answer.role.role, answer.role.stage, answer.role.ground) == ("ml-engineer", Stage.SENIOR, Ground.TITLE)
    assert answer.stage_said
    assert answer.occupation
    assert answer.occupation.code == "15-2051.00"


def test_a_nurse_has_an_occupation_and_no_role(toy: Catalog, occupations: Occupations, space: TitleSpace) -> None:
    answer = ask("nurse", toy, occupations, space)
    assert answer.role is None
    assert answer.other_roles == ()
    assert answer.occupation
    assert answer.occupation.title == "Registered Nurses"
    assert answer.alternatives
    assert not answer.stage_said


def test_a_role_that_shares_the_occupation_is_offered_with_its_reason(
    toy: Catalog, occupations: Occupations, space: TitleSpace
) -> None:
    answer = ask("Embedded developer", toy, occupations, space)
    offered = [role for role in (answer.role, *answer.other_roles) if role]
    assert (offered[0].role, offered[0].ground) == ("software-engineer", Ground.OCCUPATION)
    assert [role.score for role in offered] == sorted((role.score for role in offered), reverse=True)


def test_a_chief_stands_at_the_top_and_a_beginner_at_the_start(
    toy: Catalog, occupations: Occupations, space: TitleSpace
) -> None:
    chief = ask("Chief Marketing Officer", toy, occupations, space)
    assert (chief.stage, chief.track) == (Stage.LEADERSHIP, Track.MANAGEMENT)
    assert ask("Trainee accountant", toy, occupations, space).stage is Stage.ENTRY


@pytest.mark.parametrize("title", ["Financial Manager", "Sales Associate"])
def test_a_word_of_rank_in_the_name_of_an_occupation_is_none(
    title: str, toy: Catalog, occupations: Occupations, space: TitleSpace
) -> None:
    answer = ask(title, toy, occupations, space)
    assert (answer.stage, answer.track, answer.stage_said) == (Stage.MID, Track.INDIVIDUAL, False)


def test_nothing_is_known_of_a_text_that_is_no_title(toy: Catalog, occupations: Occupations, space: TitleSpace) -> None:
    answer = ask("asdf qwer", toy, occupations, space)
    assert (answer.occupation, answer.esco, answer.role, answer.alternatives) == (None, None, None, ())


def test_every_occupation_is_found_by_its_own_name(occupations: Occupations, space: TitleSpace) -> None:
    asked = range(0, len(occupations), 41)
    assert len(asked) > 90
    missed = []
    for place in asked:
        own = occupations.at(place)
        found = find_occupations(own.title, occupations, space, own.scheme)
        if own.code not in [match.code for match in found[:3]]:
            missed.append(own.title)
    assert len(missed) <= 2, missed


@settings(max_examples=50)
@given(st.text(max_size=80))
def test_any_text_is_answered(toy: Catalog, occupations: Occupations, space: TitleSpace, title: str) -> None:
    answer = ask(title, toy, occupations, space)
    given = [match for match in (answer.occupation, answer.esco, *answer.alternatives) if match]
    assert all(0 <= match.confidence <= 1 for match in given)
    assert answer.role is None or answer.stage is answer.role.stage
