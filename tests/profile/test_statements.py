"""What a person says of clearance, licences and the right to work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.profile.model import StatementKind
from headway.profile.statements import find_statements

CLEARANCE, LICENCE = StatementKind.CLEARANCE, StatementKind.LICENCE
PERMIT, SPONSORSHIP = StatementKind.WORK_PERMIT, StatementKind.NO_SPONSORSHIP


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("Active TS/SCI clearance", CLEARANCE, True),
        ("Security clearance: SC (valid to 2028)", CLEARANCE, True),
        ("DV cleared", CLEARANCE, True),
        ("My Top Secret clearance lapsed in 2019.", CLEARANCE, False),
        ("I do not hold a security clearance.", CLEARANCE, False),
        ("Registered nurse, licence no 112233", LICENCE, True),
        ("NMC PIN 00A0000B", LICENCE, True),
        ("Full driving licence (B)", LICENCE, True),
        ("no driving licence", LICENCE, False),
        ("Admitted to the New York bar, 2014", LICENCE, True),
        ("EU work permit", PERMIT, True),
        ("Authorized to work in the United States", PERMIT, True),
        ("Right to work in the UK", PERMIT, True),
        ("No visa sponsorship needed", SPONSORSHIP, True),
        ("I do not require sponsorship", SPONSORSHIP, True),
        ("Will need visa sponsorship", SPONSORSHIP, False),
        ("Sponsorship not required", SPONSORSHIP, True),
    ],
)
def test_a_statement_is_found_with_its_words(text: str, kind: StatementKind, held: bool) -> None:
    (statement,) = find_statements(text)
    assert (statement.kind, statement.held) == (kind, held)
    assert statement.span.of(text) == statement.words
    assert statement.line == text


@pytest.mark.parametrize(
    "text",
    [
        "Nationality: Dutch. Born in Utrecht.",
        "Eligible for security clearance",
        "Able to obtain a Secret clearance",
        "Registered Nurse, St Alder Hospital",
        "Improved clearance sales by 4 %",
        "Managed software licences for 300 seats",
        "Raised sponsorship for the summer fair",
        "Wrote the secret sauce of the menu",
    ],
)
def test_what_states_nothing_is_no_statement(text: str) -> None:
    assert find_statements(text) == ()


WORDS = st.sampled_from(
    (
        "no not TS/SCI secret clearance registered nurse licence driving EU US work permit sponsorship need . , \n ("
        " green card"
    ).split(" ")
)


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=100))
def test_any_text_is_searched_and_every_place_holds_its_words(text: str) -> None:
    for statement in find_statements(text):
        assert " ".join(statement.span.of(text).split()) == statement.words


def test_many_statements_in_one_long_line_are_cut_short() -> None:
    assert len(find_statements("green card, TS/SCI, " * 20_000)) == 30
