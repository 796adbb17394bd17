"""The story: a document and a wish go in; where somebody stands, the ways there and a dated plan come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from pydantic import Field

from headway.assumptions import list_assumptions
from headway.catalog.cite import cite
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, RoleStage, Source, Wage
from headway.errors import Problem, WrongUse
from headway.gap.measure import measure_gap
from headway.gap.model import GapReport
from headway.gap.project import project_readiness
from headway.pay.bands import pay_bands
from headway.pay.model import Band
from headway.plan.curve import Curve, draw_curve
from headway.plan.dated import Dated, list_dated
from headway.plan.make import make_plan
from headway.plan.model import Plan
from headway.plan.terms import Terms
from headway.profile.model import Profile, Standing
from headway.profile.read import read_document
from headway.profile.saved import read_profile
from headway.routes.find import find_routes
from headway.routes.model import Pay, Route
from headway.skills.claims import recognise
from headway.skills.lexicon import Lexicon
from headway.skills.standing import stand
from headway.track.events import Away
from headway.track.week import spread_hours
from headway.values import Share, Text, Value
from headway.wellbeing.balance import Lived
from headway.wellbeing.capacity import Capacity, find_capacity
from headway.wish import Days, Wish

HORIZON_WEEKS = 52
"""How far a plan without a deadline looks: a year, after which the target itself should be asked again."""

Tell = Callable[[str], None]
FindLexicon = Callable[[str], Lexicon]
"""What gives the lexicon for a text."""


class Journey(Value):
    """The whole answer, with everything it rests on."""

    wish: Wish
    today: date
    target: RoleStage
    profile: Profile
    standing: Standing | None
    gap: GapReport
    routes: tuple[Route, ...]
    capacity: Capacity
    plan: Plan
    covered_after: Share | None = Field(
        description="Readiness (middle) once the plan is done; None where none is given."
    )
    dated: tuple[Dated, ...] = ()
    """Milestones, reviews and renewals, by day."""
    curve: Curve | None = None
    """What an hour more a week would buy, where that was asked."""
    pay_now: tuple[Band, ...]
    pay_then: tuple[Band, ...]
    assumptions: tuple[Text, ...]
    problems: tuple[Problem, ...]
    sources: tuple[Source, ...]


def make_journey(
    data: bytes,
    name: str,
    wish: Wish,
    catalog: Catalog,
    find_lexicon: FindLexicon,
    today: date,
    tell: Tell,
    lived: Lived | None = None,
    away: Sequence[Away] = (),
    curve: bool = False,
    estimates: Sequence[Wage] = (),
) -> Journey:
    """From the bytes of a document called `name` to the whole answer; raises HeadwayError when it cannot be given.

    What was `lived` in the last weeks may lower the hours; days `away` have none. `catalog` holds the person's own
    activities already. With `curve`, plans for other hours a week are tried, too. `estimates` stand in where too little
    pay was collected.
    """
    target = find_role_stage(wish.to, catalog)
    said = find_role_stage(wish.start_from, catalog) if wish.start_from else None
    start = next_monday(today)
    weeks = count_weeks(start, wish.by)
    capacity = find_capacity(wish.week, wish.hours, lived)

    tell(f"Reading {name}")
    profile, problems = read_profile(data, name), tuple[Problem, ...]()
    if profile is None:
        draft, problems = read_document(data, name)
        tell("Finding skills and their evidence")
        profile = recognise(draft, find_lexicon(draft.text), catalog, today)
    standing = stand_on(said) if said else stand(profile, catalog, today)
    tell(f"Measuring the gap to {target.titles[0]}")
    gap = measure_gap(profile, target, catalog, today)
    tell("Comparing routes")
    pay = list_pay(catalog, wish.country, estimates)
    routes = find_routes(profile, standing, target, catalog, capacity.hours, today, pay)
    tell("Scheduling the weeks")
    absent: tuple[Days, ...] = (*away, *wish.away)
    usual = leave_for_people(capacity.hours, wish)
    hours = spread_hours(usual, start, weeks, absent)
    terms = Terms(own=wish.own, pinned=wish.pin, excluded=wish.exclude)
    plan = make_plan(gap, profile, catalog, hours, start, wish.budget, terms)
    drawn = None
    if curve:
        shape = tuple(week / usual for week in hours)
        drawn = draw_curve(gap, profile, catalog, shape, start, tell, wish.budget, terms)
    tell("Looking up pay")
    here = catalog.role_stages.get(standing.key) if standing else None
    pay_now = pay_bands(here, catalog, wish.country, estimates) if here else ()
    pay_then = pay_bands(target, catalog, wish.country, estimates)

    return Journey(
        wish=wish,
        today=today,
        target=target,
        profile=profile,
        standing=standing,
        gap=gap,
        routes=routes,
        capacity=capacity,
        plan=plan,
        covered_after=_readiness_after(gap, plan),
        dated=list_dated(plan, profile, catalog, today),
        curve=drawn,
        pay_now=pay_now,
        pay_then=pay_then,
        assumptions=tuple(list_assumptions(wish.hours, standing, capacity, plan, len(absent))),
        problems=problems,
        sources=cite((gap, routes, pay_now, pay_then), (w.source for w in capacity.warnings), catalog),
    )


def _readiness_after(gap: GapReport, plan: Plan) -> float | None:
    if gap.readiness is None:
        return None
    return project_readiness(gap, plan.attained, {(step.skill, step.level) for step in plan.shown})


def leave_for_people(hours: float, wish: Wish) -> float:
    """Hours a week for the plan, those for people taken off; WrongUse where nothing is left."""
    if wish.network >= hours:
        raise WrongUse(f"{wish.network:g} h a week for people leave nothing of {hours:g}", "lower --network-hours")
    return hours - wish.network


def list_pay(catalog: Catalog, country: str, estimates: Sequence[Wage] = ()) -> dict[str, tuple[Pay, ...]]:
    """The medians known for every role stage: those collected for the stage (or the estimate in their place, where
    `estimates` holds one) before those of the whole occupation."""
    bands = {key: pay_bands(stage, catalog, country, estimates) for key, stage in catalog.role_stages.items()}
    return {
        key: tuple(Pay(median=band.p50, basis=band.basis) for band in several if band.p50)
        for key, several in bands.items()
    }


def stand_on(stage: RoleStage) -> Standing:
    return Standing(role=stage.role, stage=stage.stage, track=stage.track, reason="You said so.", confidence=1.0)


def next_monday(day: date) -> date:
    """The first Monday on or after `day`."""
    return day + timedelta(days=-day.weekday() % 7)


def count_weeks(start: date, by: date | None) -> int:
    """Weeks to plan from `start`: a year, or up to the deadline; WrongUse when no whole week is left before it."""
    if by is None:
        return HORIZON_WEEKS
    weeks = (by - start).days // 7
    if weeks < 1:
        raise WrongUse(f"the deadline {by} leaves no whole week from {start}", "give a later date with --by")
    return min(weeks, HORIZON_WEEKS * 2)
