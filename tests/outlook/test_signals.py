"""What speaks for a new role: each signal has a date and a ground, and nothing is taken for more than it is."""

from __future__ import annotations

import pytest

from headway.catalog.emerging import ALL, Emerging, Listing, Projection, TitleCount
from headway.catalog.load import load_catalog
from headway.catalog.model import Catalog
from headway.catalog.projections import find_average, find_projection
from headway.catalog.world import Rule
from headway.outlook.signals import (
    SignalKind,
    Sureness,
    find_silent_lists,
    judge_sureness,
    list_signals,
)
from headway.values import Basis, Kind, Month

TOLD = Basis(kind=Kind.REPORTED, source="toy-postings", date=Month(year=2026, month=2), note="somebody says so")
NEW = Emerging(slug="ml-engineer", why="because", basis=TOLD)


def with_counts(toy: Catalog, *counts: tuple[int, int, int]) -> Catalog:
    rows = [TitleCount(role="ml-engineer", year=y, rows=n, of=of, source="toy-postings") for y, n, of in counts]
    return toy.change(title_counts=tuple(rows))


def test_a_role_that_only_somebody_names_is_hearsay(toy: Catalog) -> None:
    (signal,) = list_signals(NEW, toy)
    assert (signal.kind, signal.says) == (SignalKind.TOLD, "somebody says so")
    assert judge_sureness([signal]) is Sureness.TOLD


def test_a_counted_title_gives_its_first_year_and_its_share_of_the_last(toy: Catalog) -> None:
    first = list_signals(NEW, with_counts(toy, (2024, 31, 27_433), (2023, 1, 4_520)))[0]
    assert first.kind is SignalKind.COUNTED
    assert first.since == Month(year=2023)
    assert first.basis.n == 27_433
    assert first.says == "31 of 27,433 collected salaries of 2024 bear the title, after 1 in 2023"


def test_counts_of_years_are_said_to_be_no_growth(toy: Catalog) -> None:
    first = list_signals(NEW, with_counts(toy, (2023, 1, 4_520), (2024, 31, 27_433)))[0]
    assert "no growth" in (first.basis.note or "")


def test_a_title_on_an_official_list_makes_a_role_seen_and_the_other_lists_are_named(toy: Catalog) -> None:
    esco = toy.sources["toy-wages"].change(slug="esco", name="A list")
    listed = Listing(role="ml-engineer", title="ML Engineer", under="2511.1", source="esco")
    onet = esco.change(slug="onet")
    catalog = toy.change(listings=(listed,), sources={**toy.sources, "esco": esco, "onet": onet})
    signals = list_signals(NEW, catalog)
    assert signals[0].says == "A list lists ML Engineer (under 2511.1)"
    assert judge_sureness(signals) is Sureness.SEEN
    assert find_silent_lists(NEW.change(searched=("onet", "esco")), catalog) == ("onet",)
    assert find_silent_lists(NEW, catalog) == (), "of a list that nobody searched no silence is told"


def test_adverts_of_all_families_add_up_for_one_skill_and_never_over_skills(toy: Catalog) -> None:
    rows = [row for row in toy.demand if row.skill == "python" and row.source == "toy-postings"]
    assert rows, "the toy catalog counts Python"
    of = sum({r.family: r.postings for r in toy.demand if r.source == "toy-postings"}.values())
    signal = next(s for s in list_signals(NEW.change(marks=("python",)), toy) if s.basis.source == "toy-postings")
    assert signal.kind is SignalKind.ASKED
    assert signal.basis.n == of
    assert signal.says.startswith(f"at least {sum(r.asking for r in rows)} of {of:,} adverts")


def test_a_rule_speaks_indirectly_with_the_date_of_its_source(toy: Catalog) -> None:
    rule = Rule(source="toy-wages", where="EU", says="Somebody is to watch.")
    signals = list_signals(NEW.change(rules=(rule,)), toy)
    assert signals[0].kind is SignalKind.RULED
    assert signals[0].since == toy.sources["toy-wages"].date
    assert judge_sureness(signals) is Sureness.INDIRECT


def test_a_projection_is_taken_from_the_nearest_occupation_alone(toy: Catalog) -> None:
    first, *others = [code.soc for code in toy.roles["ml-engineer"].pay]

    def projected(soc: str) -> Catalog:
        basis = Basis(kind=Kind.REPORTED, source="toy-wages", date=Month(year=2026))
        return toy.change(projections=(Projection(soc=soc, title="X", first=2025, last=2035, percent=4, basis=basis),))

    found = find_projection("ml-engineer", projected(first))
    assert found is not None
    assert found.percent == 4
    for other in (*others, "99-9999"):
        assert find_projection("ml-engineer", projected(other)) is None
    assert find_average(projected(ALL)) is not None
    assert find_average(toy) is None


def test_impossible_figures_are_refused() -> None:
    with pytest.raises(ValueError, match="rows out of"):
        TitleCount(role="a", year=2024, rows=3, of=2, source="s")
    with pytest.raises(ValueError, match="looks not ahead"):
        Projection(soc="15-1212", title="X", first=2035, last=2025, percent=4, basis=TOLD)


def test_every_new_role_of_the_shipped_catalog_says_since_when_and_how_it_is_known() -> None:
    shipped = load_catalog()
    guide = {
        "ai-ethics-officer",
        "ai-security-specialist",
        "ai-product-manager",
        "ai-ux-designer",
        "ai-legal-specialist",
    }
    assert guide <= shipped.emerging.keys()
    for role in shipped.emerging.values():
        assert role.searched
        signals = list_signals(role, shipped)
        assert signals[-1].kind is SignalKind.TOLD
        assert all(signal.basis.source in shipped.sources for signal in signals)
        assert all(signal.basis.n for signal in signals if signal.basis.kind is Kind.MEASURED)
