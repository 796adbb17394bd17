"""Contacts that may be one person: found whatever the accents, merged without loss, never by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.network.alike import Likeness, bring_up_to_date, find_pairs, list_news, merge, sort_arrivals
from headway.network.model import Consent, Contact
from headway.network.names import fold_name


def person(name: str, **fields: object) -> Contact:
    return Contact.model_validate({"name": name, "added_on": "2026-01-01", **fields})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë Ångström", "zoe angstrom"),
        ("Ångström Zoë", "Zoe Angstrom"),
        ("Dr. Łukasz Żak, PhD", "Lukasz Zak"),
        ("Anne-Marie O'Neil", "anne marie o neil"),
        ("Søren Weiß", "Soren Weiss"),
        ("Bo Elm, CFA", "Bo Elm"),
    ],
)
def test_names_fold_without_accents_case_order_and_titles(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_a_last_name_before_a_comma_stays_a_name() -> None:
    assert fold_name("Ng, Li") == fold_name("Li Ng") != fold_name("Ng")


def test_likeness_goes_by_address_then_place_then_name() -> None:
    known = [("k", person("Ada Holm", organisation="Fir Labs", url="https://www.example.com/in/ada/"))]
    renamed = person("Ada Strand", url="http://example.com/in/ada?x=1")
    placed = person("ada holm", organisation="fir labs")
    named = person("Ada Holm", organisation="Oak")
    other = person("Ada Holm", url="https://example.com/in/ada-holm-2")
    arrivals = sort_arrivals(known, [renamed, placed, named, other])
    assert [(one.contact.name, one.likeness) for one in arrivals.known] == [
        ("Ada Strand", Likeness.ADDRESS),
        ("ada holm", Likeness.PLACE),
    ]
    assert [held.likeness for held in arrivals.held] == [Likeness.NAME]
    assert arrivals.new == (other,)


def test_a_page_that_moved_is_held_back_where_the_place_is_the_same_but_two_of_one_file_are_two() -> None:
    kept = [("k", person("Ada Holm", organisation="Fir", url="https://example.com/in/ada-1234"))]
    moved = person("Ada Hólm", organisation="Fir", url="https://example.com/in/ada-holm")
    (held,) = sort_arrivals(kept, [moved]).held
    assert held.likeness is Likeness.PLACE
    assert list_news(held.other, moved) == (
        "url: https://example.com/in/ada-holm (kept: https://example.com/in/ada-1234)",
    )
    assert len(sort_arrivals([], [kept[0][1], moved]).new) == 2


def test_news_are_told_and_brought_over_without_losing_what_is_ones_own() -> None:
    kept = person(
        "Zoë Ångström",
        organisation="Oak",
        role="Lead",
        url="https://www.example.com/in/z/",
        tier="close",
        met="at a fair",
        expertise={"python": "senior"},
        touches=[{"on": "2026-01-02", "kind": "met"}],
    )
    same = person("Zoe Angstrom", organisation="oak", url="http://example.com/in/z", met="connected", role="lead")
    assert list_news(kept, same) == ()
    moved = person("Zoe Angstrom", organisation="Fir", url="http://example.com/in/z", expertise={"python": "mid"})
    assert list_news(kept, moved) == ("organisation: Fir (kept: Oak)",)
    after = bring_up_to_date(kept, moved)
    assert (after.name, after.organisation, after.former, after.role) == ("Zoë Ångström", "Fir", ("Oak",), "Lead")
    assert (after.tier, after.met, after.expertise["python"]) == ("close", "at a fair", "senior")
    assert after.touches == kept.touches
    assert list_news(after, moved) == ()


def test_an_address_that_a_firm_shares_makes_nobody_alike() -> None:
    known = [("k", person("Ada Holm", email="office@fir.example"))]
    assert sort_arrivals(known, [person("Bo Elm", email="office@fir.example")]).held == ()


def test_the_same_file_twice_brings_nobody_new() -> None:
    file = [person(f"Person {number}", url=f"https://example.com/{number}") for number in range(50)]
    first = sort_arrivals([], file)
    again = sort_arrivals([(str(n), contact) for n, contact in enumerate(first.new)], file)
    assert (len(first.new), len(first.held), len(again.new), len(again.held), len(again.known)) == (50, 0, 0, 0, 50)


def test_pairs_among_those_kept_are_listed_surest_first() -> None:
    kept = [
        ("a", person("Ada Holm")),
        ("b", person("Zoë Elm", email="z@example.com")),
        ("c", person("Zoe Elm-Strand", email="Z@example.com")),
        ("d", person("Ada Hólm", organisation="Oak")),
    ]
    assert [(pair.first, pair.second, pair.likeness) for pair in find_pairs(kept)] == [
        ("b", "c", Likeness.ADDRESS),
        ("a", "d", Likeness.NAME),
    ]


def test_a_merge_keeps_both_and_tells_what_gave_way() -> None:
    mine = person("Ada Holm", organisation="Oak", expertise={"python": "mid"}, notes="met at a fair")
    theirs = person(
        "A. Holm",
        organisation="Fir",
        role="Lead",
        expertise={"python": "senior"},
        consent="refused",
        notes="owes a call",
    )
    merged = merge(mine, theirs)
    assert (merged.contact.organisation, merged.contact.former, merged.contact.role) == ("Oak", ("Fir",), "Lead")
    assert merged.contact.expertise["python"] == "senior"
    assert merged.contact.notes == "met at a fair\nowes a call"
    assert merged.contact.consent is Consent.REFUSED
    assert merged.gave_way == ("organisation: Fir", "name: A. Holm")


Touches = st.lists(
    st.fixed_dictionaries({"on": st.dates(), "kind": st.sampled_from(["met", "tried", "planned"])}), max_size=6
)


@given(Touches, Touches)
def test_a_merge_loses_no_contact_and_counts_none_twice(mine: list[object], theirs: list[object]) -> None:
    one, other = person("A", touches=mine), person("B", touches=theirs)
    touches = merge(one, other).contact.touches
    assert set(touches) == {*one.touches, *other.touches}
    assert len(touches) == len(set(touches))
    assert list(touches) == sorted(touches, key=lambda touch: touch.on)
