"""What holds for every text, sensible or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.catalog.model import Catalog
from headway.skills.fold import fold
from headway.skills.lexicon import Lexicon, build_lexicon, choose, compile_terms
from headway.skills.model import Mention
from headway.skills.read import find_mentions

WORDS = st.sampled_from(
    """Python SQL Docker Go R C C++ C# .NET Node.js Excel Spark REST k8s ML machine learning neural network
    no not without never but , . ; : ( ) / & - • \n \n\n -\n experience with in of want to learn expert familiar
    years 5 3+ months two required plus Requirements: Preferred: Not\u00a0needed: Hobbies at Ltd https://x.org/ @
    ß İ ﬁ 😀 \x00 \ud800 é ’ engineer""".replace("\n ", "\n").split(" ")
)
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS, max_size=30).map("".join)


@settings(max_examples=400)
@given(TEXTS)
def test_finding_never_fails_and_spans_point_at_their_surface(lexicon: Lexicon, text: str) -> None:
    mentions = find_mentions(text, lexicon)
    last = 0
    for mention in mentions:
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.surface == mention.span.of(text)
        last = mention.span.end


@pytest.fixture(scope="module")
def again(tools: Catalog) -> Lexicon:
    return build_lexicon(tools)


@given(TEXTS)
def test_a_lexicon_built_again_finds_the_same(lexicon: Lexicon, again: Lexicon, text: str) -> None:
    assert find_mentions(text, lexicon) == find_mentions(text, again)


@settings(max_examples=200)
@given(TEXTS)
def test_a_lexicon_made_for_one_text_finds_the_same_in_it(lexicon: Lexicon, text: str) -> None:
    low = fold(text).text
    forms = tuple(lexicon.forms)
    near = choose(forms, low)
    terms = {number: lexicon.forms[forms[form]] for number, form in enumerate(near)}
    narrow = compile_terms(lexicon.forms, [forms[form] for form in near], terms, low)
    assert find_mentions(text, narrow) == find_mentions(text, lexicon)


BEFORE = st.lists(st.sampled_from(["I cook.", "We sail at sea!", "He sings; she paints.", "A long day?"]), max_size=4)
DENIED = st.sampled_from(
    ["No experience with {}.", "I have never used {}.", "I do not know {}.", "Lacking {}.", "{} is not required."]
)
NAME = st.sampled_from(["Docker", "SQL", "Kubernetes", "Node.js", "C++", "machine learning"])


@given(BEFORE, DENIED, NAME, BEFORE)
def test_text_around_a_denial_does_not_make_it_positive(
    find: Callable[[str], tuple[Mention, ...]], before: list[str], denial: str, name: str, after: list[str]
) -> None:
    mentions = find(" ".join([*before, denial.format(name), *after]))
    assert len(mentions) == 1
    assert mentions[0].negated


@given(DENIED, NAME, NAME)
def test_a_denial_ends_with_its_sentence(
    find: Callable[[str], tuple[Mention, ...]], denial: str, denied: str, held: str
) -> None:
    mentions = find(f"{denial.format(denied)} Every day we use {held} here. {denial.format(denied)}")
    assert [m.negated for m in mentions] == [True, False, True]


@given(st.lists(NAME, min_size=1, max_size=5, unique=True), st.sampled_from([", ", " and ", " or ", "/", " & "]))
def test_a_cue_holds_for_the_whole_list(
    find: Callable[[str], tuple[Mention, ...]], given_names: list[str], joint: str
) -> None:
    listed = joint.join(given_names)
    assert [m.negated for m in find(f"No experience with {listed}.")] == [True] * len(given_names)
    assert [m.wished for m in find(f"I want to learn {listed}.")] == [True] * len(given_names)
    assert [m.years for m in find(f"4 years of {listed}.")][:1] == [4]


def test_a_numeral_with_an_old_letter_is_read_and_fails_nothing(find: Callable[[str], tuple[Mention, ...]]) -> None:
    assert [mention.years for mention in find("SQL: \u017feven years")] == [7]
