"""From one role to another: the gap, the plan that closes it, how long it takes, and whom to meet on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from headway.actions.network import plan_towards
from headway.catalog.model import Activity, ActivityKind, Catalog, RoleStage
from headway.errors import WrongUse
from headway.gap.measure import measure_gap
from headway.gap.model import GapReport
from headway.gap.needs import held_levels
from headway.gap.suppose import suppose
from headway.journey import HORIZON_WEEKS, next_monday, stand_on
from headway.plan.dated import Dated, DatedKind, list_dated
from headway.plan.make import make_plan
from headway.plan.model import Plan
from headway.profile.model import Profile
from headway.routes.find import direct_months, find_start, start_at
from headway.routes.transition import learn_for
from headway.values import Hours, Level, Months, Slug, Text, Url, Value
from headway.wellbeing.capacity import Capacity, find_capacity
from headway.wellbeing.week import WeekBudget

if TYPE_CHECKING:
    from headway.network.cadence import Keyed
    from headway.network.plan import NetworkPlan

MOST_PROJECTS = 3
GAPS_SHOWN = 10
"""Gaps that projects are looked for."""


class ProjectIdea(Value):
    """Something to build that shows a skill."""

    activity: Slug
    name: Text
    hours: Hours
    skills: tuple[Slug, ...]
    """Missing ones that it works on."""
    proof: Text | None
    url: Url | None
    planned: bool
    """Whether the plan holds it; otherwise it is an idea beside the plan."""


class Way(Value):
    """The direct way from one role stage to another, planned."""

    origin: Text
    target: Text
    """Keys of role stages."""
    supposed: bool
    """Whether somebody who meets every need of the origin was supposed, as there was no document."""
    gap: GapReport
    capacity: Capacity
    months: Months
    """Until one has what an average advert asks, with time on the job and search."""
    plan: Plan
    projects: tuple[ProjectIdea, ...]
    milestones: tuple[Dated, ...]


def stand_for(origin: RoleStage, catalog: Catalog, today: date) -> Profile:
    """Somebody who meets every need of a role stage and no more."""
    return suppose(Profile(), learn_for(origin, {}, catalog), catalog, today)


def measure_transition(
    origin: RoleStage, target: RoleStage, catalog: Catalog, today: date, profile: Profile | None = None
) -> GapReport:
    """What is missing for `target`: to the person of `profile`, or to anybody who meets every need of `origin`."""
    if origin.key == target.key:
        raise WrongUse(f"{origin.key} is where the transition starts", "name two different role stages")
    return measure_gap(profile or stand_for(origin, catalog, today), target, catalog, today)


def plan_transition(
    origin: RoleStage,
    target: RoleStage,
    catalog: Catalog,
    today: date,
    profile: Profile | None = None,
    hours: float | None = None,
) -> Way:
    """The direct way within `hours` a week, over a year from the next Monday on."""
    person = profile or stand_for(origin, catalog, today)
    gap = measure_transition(origin, target, catalog, today, person)
    capacity, begin = find_capacity(WeekBudget(), hours), next_monday(today)
    if profile:
        start = find_start(profile, stand_on(origin), catalog, capacity.hours, today)
    else:
        start = start_at(origin, catalog, capacity.hours)
    plan = make_plan(gap, person, catalog, (capacity.hours,) * HORIZON_WEEKS, begin)
    dated = list_dated(plan, person, catalog, today)
    return Way(
        origin=origin.key,
        target=target.key,
        supposed=profile is None,
        gap=gap,
        capacity=capacity,
        months=direct_months(start, target, catalog),
        plan=plan,
        projects=list_projects(gap, plan, held_levels(person), catalog),
        milestones=tuple(item for item in dated if item.kind is DatedKind.MILESTONE),
    )


def list_projects(gap: GapReport, plan: Plan, held: Mapping[Slug, Level], catalog: Catalog) -> tuple[ProjectIdea, ...]:
    """The projects of the plan; then the shortest for each of the heaviest gaps that none of them works on."""
    wanted = {item.learned: item.wanted for item in gap.open}
    built = [a.activity for a in plan.activities if a.kind is ActivityKind.PROJECT]
    planned = [slug for slug in built if slug in catalog.activities]
    chosen = [catalog.activities[slug] for slug in planned]
    for item in gap.open[:GAPS_SHOWN]:
        if len(chosen) >= max(MOST_PROJECTS, len(planned)) or any(item.learned in one.covers for one in chosen):
            continue
        steps = item.wanted.steps_from(held.get(item.learned, Level.NONE))
        fitting = [
            one
            for step in steps
            for one in catalog.teachers.get((item.learned, step), ())
            if one.kind is ActivityKind.PROJECT and one not in chosen
        ]
        if fitting:
            chosen.append(min(fitting, key=lambda one: (one.hours.p50, one.slug)))
    return tuple(_describe(one, wanted, one.slug in planned) for one in chosen)


def _describe(project: Activity, wanted: Mapping[Slug, Level], planned: bool) -> ProjectIdea:
    return ProjectIdea(
        activity=project.slug,
        name=project.name,
        hours=project.hours,
        skills=tuple(skill for skill in project.covers if skill in wanted),
        proof=project.proof,
        url=project.url,
        planned=planned,
    )


def meet_people(
    contacts: Sequence[Keyed],
    origin: RoleStage | None,
    target: RoleStage,
    catalog: Catalog,
    today: date,
    months: int,
    profile: Profile | None = None,
) -> NetworkPlan:
    """What to do for one's network on the way to `target`; without `profile` and `origin` everything is missing."""
    person = profile or (stand_for(origin, catalog, today) if origin else Profile())
    return plan_towards(contacts, person, target.key, catalog, today, months)
