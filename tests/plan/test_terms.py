"""What a person lays down is respected: their own activities, pins, exclusions, days away and windows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import ActivityKind, Catalog
from headway.gap.measure import measure_gap
from headway.plan.curve import draw_curve
from headway.plan.dated import DatedKind, list_dated
from headway.plan.make import make_plan
from headway.plan.model import Plan
from headway.plan.terms import Priority, Status, Terms, add_own, read_own
from headway.profile.model import Certification, Profile
from headway.values import Level, Month, Span

W, P = Level.WORKING, Level.PRACTITIONER
MONDAY = date(2026, 11, 23)
Person = Callable[..., Profile]
OWN = b"""
[activities.study-group]
name = "Study group"
kind = "community"
hours = [8, 10, 12]
covers = { statistics = "working" }
priority = "high"
latest = 2026-12-20

[activities.night-school]
name = "Night school"
kind = "course"
hours = [20, 30, 40]
covers = { sql = "practitioner" }
priority = "low"
status = "blocked"

[activities.rotation]
name = "Rotation"
kind = "practice"
hours = [4, 5, 6]
covers = { docker = "working" }
priority = "critical"
earliest = 2027-01-06
"""


@pytest.fixture
def make(toy: Catalog, today: date) -> Callable[..., Plan]:
    def run(profile: Profile, catalog: Catalog = toy, terms: Terms | None = None, weeks: int = 30) -> Plan:
        gap = measure_gap(profile, find_role_stage("ml-engineer:mid", catalog), catalog, today)
        return make_plan(gap, profile, catalog, (6.0,) * weeks, MONDAY, None, terms or Terms())

    return run


def test_activities_of_ones_own_sort_by_priority_and_what_is_over_or_blocked_comes_last(toy: Catalog) -> None:
    own, problems = read_own(OWN, "own.toml", toy)
    assert not problems
    assert [a.slug for a in own] == ["rotation", "study-group", "night-school"]
    done = own[0].change(status=Status.DONE)
    assert sorted((done, *own[1:]), key=lambda a: a.rank)[0].slug == "study-group"
    assert sorted(Priority)[0] is Priority.CRITICAL


def test_own_activities_are_planned_within_their_days_and_what_is_critical_is_always_in(
    make: Callable[..., Plan], person: Person, toy: Catalog
) -> None:
    own, _ = read_own(OWN, "own.toml", toy)
    plan = make(person(sql=P, python=W), add_own(toy, own), Terms(own=own))
    planned = {a.activity: a for a in plan.activities}
    assert "night-school" not in planned
    begins = plan.start + timedelta(weeks=planned["rotation"].first - 1)
    assert begins >= date(2027, 1, 6)
    if "study-group" in planned:
        assert planned["study-group"].likely
        assert planned["study-group"].likely <= date(2026, 12, 20)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (b"[activities.a]\nname = 'A'\nkind = 'course'\ncovers = { sql = 'working' }\n", 1, "required"),
        (b"[activities.a]\nname = 'A'\nkind = 'course'\nhours = [1, 2, 3]\ncovers = { sqll = 'working' }\n", 1, "sqll"),
        (
            b"[activities.a]\nname='A'\nkind='course'\nhours=[1,2,3]\ncovers={sql='working'}\npriority='urgent'\n",
            6,
            "critical",
        ),
        (b"[activities]\na = 3\n", 2, "valid"),
        (b"x = 1\n", 1, "unknown key"),
        (b"\xff", None, "TOML"),
    ],
)
def test_a_fault_in_a_file_of_ones_own_is_told_with_its_line(
    toy: Catalog, text: bytes, line: int | None, said: str
) -> None:
    own, problems = read_own(text, "own.toml", toy)
    assert own == ()
    assert problems[0].line == line
    assert said in str(problems[0])


slugs = st.sets(st.integers(0, 200), max_size=3)


@settings(max_examples=15)
@given(pins=slugs, bars=slugs)
def test_pins_and_exclusions_are_respected(toy: Catalog, today: date, pins: set[int], bars: set[int]) -> None:
    names = sorted(toy.activities)
    terms = Terms(
        pinned=tuple(names[n % len(names)] for n in pins), excluded=tuple(names[n % len(names)] for n in bars)
    )
    profile = Profile(words=400)
    gap = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    plan = make_plan(gap, profile, toy, (8.0,) * 52, MONDAY, None, terms)
    planned = {a.activity for a in plan.activities}
    assert not planned & set(terms.excluded)
    for slug in terms.held - planned:
        assert any(toy.activities[slug].name in line and "pinned" in line for line in plan.left_out)


def test_more_hours_never_lower_the_curve(person: Person, toy: Catalog, today: date) -> None:
    profile = person(("Data analyst", "2022-01", None), sql=P, python=W, statistics=W, git=W)
    gap = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    told: list[str] = []
    curve = draw_curve(gap, profile, toy, (1.0,) * 26, MONDAY, told.append)
    assert curve
    assert [point.hours for point in curve.points] == list(range(2, 16))
    shares = [curve.now, *(point.readiness for point in curve.points)]
    assert shares == sorted(shares)
    assert shares[-1] > shares[0]
    assert len(told) == 14
    assert curve.gain_of_hour(6) is not None
    assert curve.gain_of_hour(40) is None


def test_the_last_days_of_slow_activities_are_no_earlier_than_the_planned_ones(
    make: Callable[..., Plan], person: Person
) -> None:
    plan = make(person(sql=P, python=W))
    assert all(a.likely and a.surely and a.likely <= a.surely for a in plan.activities)
    assert any(a.likely < a.surely for a in plan.activities if a.likely and a.surely)


def test_a_known_pace_stands_for_the_ranges(make: Callable[..., Plan], person: Person) -> None:
    wide, narrow = (
        make(person(sql=P, python=W), terms=terms).finish
        for terms in (Terms(), Terms(fast=0.95, slow=1.05, says="By your pace."))
    )
    assert wide
    assert narrow
    assert narrow.surely < wide.surely
    assert narrow.says == "By your pace."
    assert "Estimates" in wide.says


def test_milestones_name_a_proof_or_the_project_that_would_be_one(
    make: Callable[..., Plan], person: Person, toy: Catalog, today: date
) -> None:
    profile = person(sql=P, python=W)
    plan = make(profile)
    dated = list_dated(plan, profile, toy, today)
    marks = [item for item in dated if item.kind is DatedKind.MILESTONE]
    assert marks
    assert {step for week in plan.weeks for step in week.attains} == {step for mark in marks for step in mark.steps}
    ends = {a.activity: a.last for a in plan.activities}
    for item in dated:
        if item.kind is DatedKind.REVIEW:
            after = (item.on - plan.start).days // 7 + 1 - ends[item.of]
            left = 30 - ends[item.of]
            assert max(1, 0.1 * left) <= after <= 0.2 * left + 4
            assert toy.activities[item.of].kind in (ActivityKind.COURSE, ActivityKind.BOOK)


def test_a_certification_that_lapses_is_told_three_months_before(
    make: Callable[..., Plan], person: Person, toy: Catalog, today: date
) -> None:
    held = Certification(name="Kubernetes badge", expires=Month(year=2027, month=9), span=Span(start=0, end=0))
    gone = held.change(name="Old badge", expires=Month(year=2020, month=1))
    profile = person(sql=P).change(certifications=(held, gone))
    renewals = [d for d in list_dated(make(profile), profile, toy, today) if d.kind is DatedKind.RENEWAL]
    assert [(r.on, r.of) for r in renewals if "badge" in r.what] == [(date(2027, 6, 1), "kubernetes-badge")]
