"""Folding keeps the way back to the given text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headway.skills.fold import flatten, fold

ODD = st.text(alphabet=st.sampled_from(list("aA ßİŉﬁΐǰ’-_\n\t\u00a0\u2011\u00ad\ud800\x00é😀sql")), max_size=40)


@given(st.text() | ODD)
def test_every_folded_character_has_its_place_in_the_text(text: str) -> None:
    folded = fold(text)
    places = [folded.span(index, index + 1)[0] for index in range(len(folded.text) - 2)]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text() | ODD)
def test_a_letter_folds_to_itself_in_one_case_at_its_own_place(text: str) -> None:
    folded = fold(text)
    for index, char in enumerate(folded.text[:-2]):
        start, end = folded.span(index, index + 1)
        if char.isalnum() and char.isascii():
            assert char in text[start:end].casefold()


@given(st.text() | ODD)
def test_folded_text_can_be_searched_as_utf8_and_has_no_other_spaces(text: str) -> None:
    low = fold(text).text
    assert low.encode()
    assert not set("-_\n\t\r\u00a0\u2011") & set(low)


def test_folding_shortens_a_broken_word_and_a_justified_gap_and_nothing_else() -> None:
    assert fold("scikit- learn").text == "scikit learn  "
    assert fold("scikit-\nlearn").text == "scikit learn  "
    assert fold("power   bi").text == "power bi  "
    assert fold("power    bi").text == "power    bi  "
    assert fold("a - b").text == "a   b  "
    assert fold("Straße").span(4, 6) == (4, 5)


def test_a_soft_hyphen_is_no_part_of_a_word_and_leaves_its_place() -> None:
    folded = fold("in kuber\u00ad\nnetes")
    assert folded.text == "in kubernetes  "
    assert folded.span(3, 13) == (3, 15)
    assert fold("\u00ad").text == "  "


def test_a_text_of_letters_that_grow_and_words_that_are_closed_keeps_every_place() -> None:
    text = "Straße  dataﬁle scikit- learn in kuber\u00ad\nnetes  ß"
    folded = fold(text)
    assert folded.text == "strasse datafile scikit learn in kubernetes ss  "
    for word in ("datafile", "learn", "kubernetes"):
        start, end = folded.span(folded.text.index(word), folded.text.index(word) + len(word))
        assert text[start:end].replace("\u00ad\n", "").casefold() == word


@given(st.text() | ODD)
def test_flattened_text_has_its_letters_where_they_were_and_spaces_between(text: str) -> None:
    low = fold(text).text
    flat = flatten(low)
    assert len(flat) == len(low)
    assert all(letter == (char if "a" <= char <= "z" else " ") for letter, char in zip(flat, low, strict=True))
