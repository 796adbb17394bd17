"""From a gap to a dated plan: open steps, candidates, the solver's choice, and a reason for each pick."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from math import floor
from typing import NamedTuple

from headway.catalog.model import Catalog
from headway.gap.model import GapReport
from headway.gap.needs import held_levels, learn_together
from headway.gap.weigh import UNPROVEN_CREDIT
from headway.plan.candidates import Candidate, can_pay, find_candidates, planned_hours, price_of
from headway.plan.explain import explain_left_out, explain_pick, find_displaced
from headway.plan.goals import Goals, close_steps, find_goals
from headway.plan.model import Block, Finish, Instance, Plan, PlannedActivity, Solution, Step, StepGoal, Task, Week
from headway.plan.score import find_attained
from headway.plan.solver import solve
from headway.plan.terms import NOTHING, Terms
from headway.profile.model import Profile
from headway.values import Hours, Level, Map, Money, Slug

MAX_PARALLEL = 3
"""Activities in progress at once: more is juggling. A default."""
PATIENCE = 2
"""Weeks that something begun may lie: after more, much of it is begun again. A default."""
GAP = 0.02
"""The share of the bound at which the search for a better plan may stop."""
EFFORT = 0.1
"""How hard the solver looks, against its default: a plan should come at once, and its gap is shown."""
QUARTER = 0.25
"""Hours of a week are used in quarters."""

SHOWN = ":shown"
"""Behind a step's name: that there is something to show for it."""
WANTED = ":wanted"
"""Behind an activity's name: the step of having done it because one wanted to."""


class Window(NamedTuple):
    """Weeks in which an activity may lie, 1-based; None is open."""

    earliest: int | None
    latest: int | None


def make_plan(
    gap: GapReport,
    profile: Profile,
    catalog: Catalog,
    capacity: tuple[float, ...],
    start: date,
    budget: Money | None = None,
    terms: Terms = NOTHING,
) -> Plan:
    """The activities that close most of `gap` soonest, laid out over the weeks from `start` (a Monday).

    `capacity` holds the hours of each week, used down to the quarter; what does not fit is left out, with the reason.
    """
    capacity = tuple(floor(hours / QUARTER) * QUARTER for hours in capacity)
    held = held_levels(profile)
    goals = find_goals(gap, held, catalog)
    candidates = find_candidates(goals, held, catalog, budget, terms)
    needed = close_steps((*goals.worth, *(s for c in candidates for s in (*c.teaches, *c.requires))), held, catalog)
    instance = _state(goals, needed, candidates, capacity, budget, find_windows(terms, start))
    solution = solve(instance, gap=GAP, effort=EFFORT, patience=PATIENCE)
    reached = find_attained(instance, solution.allocation)
    attained = {_step(name): week for name, week in reached.items() if not name.endswith((SHOWN, WANTED))}
    shown = {_step(name.removesuffix(SHOWN)) for name in reached if name.endswith(SHOWN)}
    chosen = {c.activity.slug: c for c in candidates if c.activity.slug in solution.allocation}
    reasons = {slug: explain_pick(c, tuple(chosen.values()), candidates, goals) for slug, c in chosen.items()}
    instead = {
        slug: find_displaced(c, tuple(chosen.values()), candidates, goals, attained) for slug, c in chosen.items()
    }
    activities = _list_activities(chosen, solution, attained, reasons, instead)
    return Plan(
        start=start,
        activities=activities,
        weeks=_list_weeks(solution, attained, capacity, start),
        shown=tuple(sorted(shown | (goals.unshown & attained.keys()), key=_name)),
        finish=_finish(activities, capacity, start),
        gap=solution.gap,
        left_out=(
            *(
                f"{c.activity.name}: you pinned it, but {_say_misfit(c, budget)}."
                for c in candidates
                if c.pinned and c.activity.slug not in chosen
            ),
            *explain_left_out(goals, needed, candidates, attained, catalog, len(capacity), terms.barred),
        ),
        hours=Hours.total(activity.hours for activity in activities),
        hours_left=learn_together(catalog.hours(s.skill, s.level) for s in goals.worth if s not in attained),
    )


def _say_misfit(candidate: Candidate, budget: Money | None) -> str:
    if not can_pay(candidate.activity, budget):
        return f"it is not within the budget of {budget}"
    return f"its {planned_hours(candidate):g} h, with what comes before it, do not fit"


def find_windows(terms: Terms, start: date) -> dict[Slug, Window]:
    """The weeks in which activities with an earliest or a latest day may lie: whole weeks inside these days."""
    return {
        own.slug: Window(
            1 + max(0, -((start - own.earliest).days // 7)) if own.earliest else None,
            (own.latest - start + timedelta(days=1)).days // 7 if own.latest else None,
        )
        for own in terms.own
        if own.earliest or own.latest
    }


def _name(step: Step) -> str:
    return f"{step.skill}:{step.level}"


def _step(name: str) -> Step:
    skill, _, level = name.partition(":")
    return Step.model_validate({"skill": skill, "level": level})


def _state(
    goals: Goals,
    needed: Mapping[Step, tuple[Step, ...]],
    candidates: tuple[Candidate, ...],
    capacity: tuple[float, ...],
    budget: Money | None,
    windows: Mapping[Slug, Window],
) -> Instance:
    """The problem in the solver's words; worths are whole numbers, which lets it round its bound.

    What is known without anything to show for it is worth as much as an unproven claim: the rest of a step's worth
    hangs on a step of its own, covered only by activities that leave a proof. A last week without hours is added, so
    that what ends in the last real one still counts for a week.
    """
    to_show = {step for step in goals.worth if step.level >= Level.WORKING} - goals.unshown
    stated: dict[str, StepGoal] = {}
    for step in sorted(needed, key=_name):
        name, value = _name(step), 1000 * goals.worth.get(step, 0.0)
        known = UNPROVEN_CREDIT if step in to_show else 1.0
        stated[name] = StepGoal(
            value=round(value * known), requires=tuple(_name(required) for required in needed[step])
        )
        if step in to_show:
            stated[name + SHOWN] = StepGoal(value=round(value * (1 - known)), requires=(name,))
    for candidate in candidates:
        if candidate.wanted:
            stated[candidate.activity.slug + WANTED] = StepGoal(value=round(1000 * candidate.wanted))
    tasks = tuple(
        Task(
            id=candidate.activity.slug,
            hours=planned_hours(candidate),
            cost=float(price_of(candidate.activity)) if budget else 0.0,
            covers=(
                *(_name(step) for step in candidate.teaches),
                *(_name(s) + SHOWN for s in candidate.teaches if s in to_show and candidate.activity.proof),
                *((candidate.activity.slug + WANTED,) if candidate.wanted else ()),
            ),
            requires=tuple(_name(step) for step in candidate.requires),
            earliest=windows[candidate.activity.slug].earliest if candidate.activity.slug in windows else None,
            latest_end=windows[candidate.activity.slug].latest if candidate.activity.slug in windows else None,
            pinned=candidate.pinned,
        )
        for candidate in candidates
    )
    return Instance(
        id="plan",
        weeks=len(capacity) + 1,
        capacity=(*capacity, 0.0),
        max_parallel=MAX_PARALLEL,
        budget=float(budget.amount) if budget else None,
        steps=Map(stated),
        activities=tasks,
    )


def _list_activities(
    chosen: Mapping[str, Candidate],
    solution: Solution,
    attained: Mapping[Step, int],
    reasons: Mapping[str, str],
    instead: Mapping[str, str | None],
) -> tuple[PlannedActivity, ...]:
    planned = []
    for slug, candidate in chosen.items():
        weeks = solution.allocation[slug]
        activity = candidate.activity
        teaches = tuple(step for step in candidate.teaches if attained.get(step, 0) >= max(weeks))
        planned.append(
            PlannedActivity(
                activity=slug,
                name=activity.name,
                kind=activity.kind,
                provider=activity.provider,
                url=activity.url,
                hours=candidate.hours,
                planned=sum(weeks.values()),
                teaches=teaches or candidate.teaches,
                first=min(weeks),
                last=max(weeks),
                cost=activity.price.money if activity.price else None,
                proof=activity.proof,
                reason=reasons[slug],
                instead=instead[slug],
                pinned=candidate.pinned,
            )
        )
    return tuple(sorted(planned, key=lambda a: (a.first, a.last, a.activity)))


def _list_weeks(
    solution: Solution, attained: Mapping[Step, int], capacity: tuple[float, ...], start: date
) -> tuple[Week, ...]:
    last = max((max(weeks) for weeks in solution.allocation.values()), default=0)
    return tuple(
        Week(
            number=number,
            monday=start + timedelta(weeks=number - 1),
            capacity=capacity[number - 1],
            blocks=tuple(
                Block(activity=slug, hours=round(weeks[number], 2))
                for slug, weeks in sorted(solution.allocation.items(), key=lambda item: (min(item[1]), item[0]))
                if round(weeks.get(number, 0.0), 2) > 0
            ),
            attains=tuple(sorted((s for s, week in attained.items() if week == number), key=_name)),
        )
        for number in range(1, last + 1)
    )


def _finish(activities: tuple[PlannedActivity, ...], capacity: tuple[float, ...], start: date) -> Finish | None:
    """Ends when everything runs fast, as planned, or slow, all alike; weeks past the last go on like it."""
    if not activities:
        return None
    last = max(activity.last for activity in activities)
    total = Hours.total(activity.hours for activity in activities)
    idle = last - _weeks_for(total.p50, capacity)
    weeks = (_weeks_for(total.p10, capacity), last, max(last, _weeks_for(total.p90, capacity) + max(0, idle)))
    early, likely, surely = (start + timedelta(weeks=count, days=-1) for count in weeks)
    return Finish(early=min(early, likely), likely=likely, surely=surely)


def _weeks_for(hours: float, capacity: tuple[float, ...]) -> int:
    week = 0
    while hours > 1e-6:
        hours -= max(capacity[min(week, len(capacity) - 1)], 0.25)
        week += 1
    return week
