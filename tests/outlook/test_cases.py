"""Cases are held beside a way by role and relatedness, and never told for more than one person's word."""

from __future__ import annotations

from headway.catalog.model import Catalog
from headway.catalog.world import Case
from headway.outlook.cases import Likeness, Spot, judge_likeness, match_cases
from headway.values import Basis, Kind, Month


def case(slug: str, *path: str) -> Case:
    basis = Basis(kind=Kind.REPORTED, source="toy-postings", date=Month(year=2024), note="One person.")
    told = tuple(f"told {place}" for place in range(len(path)))
    return Case(
        slug=slug, name=slug, told=told, path=path, years=5, strategies=("Work",), results=("A post",), basis=basis
    )


UP = case("up", "data-analyst:mid", "data-scientist:mid", "ml-engineer:senior")
LEAD = case("lead", "software-engineer:mid", "engineering-manager:senior:management")


def spot(toy: Catalog, key: str) -> Spot:
    return Spot(name=key, stage=toy.role_stages[key])


def test_an_end_is_the_same_near_akin_or_other_work(toy: Catalog) -> None:
    here = spot(toy, "data-analyst:mid")
    assert judge_likeness(here, "data-analyst:mid", 1) is Likeness.SAME_STAGE
    assert judge_likeness(here, "data-analyst:senior", 0.9) is Likeness.SAME_ROLE
    assert judge_likeness(here, "data-scientist:mid", 0.75) is Likeness.NEAR
    assert judge_likeness(here, "data-scientist:mid", 0.7) is Likeness.AKIN
    assert judge_likeness(Spot("nurse", None), "data-scientist:mid", 0.5) is Likeness.FAR


def test_the_case_nearest_at_its_farther_end_comes_first(toy: Catalog) -> None:
    start, end = spot(toy, "software-engineer:mid"), spot(toy, "ml-engineer:senior")
    alike = {("software-engineer:mid", "data-analyst:mid"): 0.7, ("ml-engineer:senior", LEAD.path[-1]): 0.2}
    first, second = match_cases([LEAD, UP], start, end, lambda a, b: alike.get((a, b), 1.0))
    assert (first.case.slug, second.case.slug) == ("up", "lead")
    assert not first.near, "its start is akin work alone"
    assert not second.near, "its end is other work"


def test_differences_name_ends_the_way_between_and_management(toy: Catalog) -> None:
    start, end = Spot("nurse", None), spot(toy, "ml-engineer:mid")
    matches = {m.case.slug: m for m in match_cases([UP, LEAD], start, end, lambda a, b: 0.5, years=3.25)}
    up, lead = " ".join(matches["up"].differs), " ".join(matches["lead"].differs)
    assert "you begin as nurse (no role of the catalog)" in up
    assert "you want ml-engineer:mid" in up
    assert "by way of told 1" in up
    assert "you show 3.2 in the field" in up
    assert "leads people" not in up
    assert "Its last post leads people, yours does not." in lead


def test_one_end_alone_is_enough_and_the_same_way_differs_only_in_between(toy: Catalog) -> None:
    (match,) = match_cases([UP], spot(toy, "data-analyst:mid"), None, lambda a, b: 1.0)
    assert match.end is None
    assert match.near
    assert match.differs == ("It goes by way of told 1.",)
