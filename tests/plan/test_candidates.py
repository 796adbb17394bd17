"""Which activities a plan chooses among: those that somebody on the way to the target would be sent to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plan.test_make import Person

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Activity, ActivityKind, Catalog
from headway.gap.measure import measure_gap
from headway.gap.needs import held_levels
from headway.plan.candidates import BUILDING, Candidate, find_candidates
from headway.plan.goals import find_goals
from headway.values import Level, Map, Stage

W = Level.WORKING


def choose(catalog: Catalog, person: Person, today: date, *more: Activity) -> dict[str, Candidate]:
    """The candidates, by slug, for somebody who only knows Python and is after a mid role, with `more` on offer."""
    offered = catalog.change(activities=Map({**catalog.activities, **{one.slug: one for one in more}}))
    profile = person(python=W)
    gap = measure_gap(profile, find_role_stage("ml-engineer:mid", offered), offered, today)
    held = held_levels(profile)
    found = find_candidates(find_goals(gap, held, offered), held, offered, None)
    return {candidate.activity.slug: candidate for candidate in found}


@pytest.fixture
def offer(toy: Catalog) -> Any:
    """An hour that teaches some SQL, better than all else unless something else stands against it."""
    like = next(iter(toy.activities.values()))

    def make(**changes: Any) -> Activity:
        hours = {"p10": 1, "p50": 1, "p90": 1}
        plain = {"slug": "quick", "kind": "course", "hours": hours, "covers": {"sql": "awareness"}, "requires": {}}
        bare: dict[str, Any] = {"stages": (), "price": None, "proof": None, "validity": None}
        return like.change(**(plain | bare | changes))

    return make


def test_what_yields_most_is_among_the_choices(toy: Catalog, person: Person, today: date, offer: Any) -> None:
    assert "quick" in choose(toy, person, today, offer())


def test_what_is_for_later_stages_alone_is_not(toy: Catalog, person: Person, today: date, offer: Any) -> None:
    assert "quick" not in choose(toy, person, today, offer(stages=(Stage.SENIOR, Stage.LEADERSHIP)))
    assert "quick" in choose(toy, person, today, offer(stages=(Stage.ENTRY,)))


def test_nor_is_what_teaches_mostly_other_things(toy: Catalog, person: Person, today: date, offer: Any) -> None:
    asked = {skill for n in find_role_stage("ml-engineer:mid", toy).needs for skill in n.skills}
    other = next(slug for slug in toy.skills if slug not in asked and not toy.skills[slug].requires)
    assert "quick" not in choose(toy, person, today, offer(covers={"sql": "awareness", other: "practitioner"}))


def test_it_is_taken_where_there_is_no_other(toy: Catalog, person: Person, today: date, offer: Any) -> None:
    alone = toy.change(activities=Map({}))
    assert "quick" in choose(alone, person, today, offer(stages=(Stage.LEADERSHIP,)))


def test_a_project_is_worth_something_beside_what_it_teaches(toy: Catalog, person: Person, today: date) -> None:
    found = choose(toy, person, today)
    kinds = {candidate.activity.kind: candidate.itself for candidate in found.values()}
    assert kinds[ActivityKind.PROJECT] == BUILDING > kinds[ActivityKind.COURSE] == 0
