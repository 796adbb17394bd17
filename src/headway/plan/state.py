"""A gap in the solver's words: what there is to reach, what could serve, and the hours of each week."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from math import floor
from typing import NamedTuple

from headway.catalog.model import Catalog
from headway.gap.model import GapReport
from headway.gap.needs import Held, held_levels
from headway.gap.weigh import UNPROVEN_CREDIT
from headway.plan.candidates import Candidate, find_candidates, planned_hours, price_of
from headway.plan.goals import Goals, close_steps, find_goals
from headway.plan.model import Step
from headway.plan.reviews import keep_reviews
from headway.plan.solver.model import Instance, StepGoal, Task
from headway.plan.solver.score import Allocation, find_attained
from headway.plan.terms import NOTHING, Terms
from headway.profile.model import Profile
from headway.values import Level, Map, Money, Slug

MAX_PARALLEL = 3
"""Activities in progress at once: more is juggling. A default."""
QUARTER = 0.25
"""Hours of a week are used in quarters."""
SHOWN = ":shown"
"""Behind a step's name: that there is something to show for it."""
ITSELF = ":itself"
"""Behind an activity's name: the step of having done it, whatever it teaches."""


class Window(NamedTuple):
    """Weeks in which an activity may lie, 1-based; None is open."""

    earliest: int | None
    latest: int | None


class Statement(NamedTuple):
    """A planning problem with what it was made from."""

    goals: Goals
    held: Held
    candidates: tuple[Candidate, ...]
    needed: Mapping[Step, tuple[Step, ...]]
    instance: Instance
    capacity: tuple[float, ...]
    """Hours of each week, in quarters."""
    kept: tuple[float, ...]
    """Hours of each week that are kept for reviews; activities have the others."""


class Reached(NamedTuple):
    """What an allocation attains: the week of each step, and the steps with something to show."""

    attained: dict[Step, int]
    shown: set[Step]


def state_problem(
    gap: GapReport,
    profile: Profile,
    catalog: Catalog,
    capacity: tuple[float, ...],
    start: date,
    budget: Money | None = None,
    terms: Terms = NOTHING,
) -> Statement:
    """The problem of closing `gap` from `start` (a Monday); `capacity` is used down to the quarter hour."""
    capacity = quarters(capacity)
    held = held_levels(profile)
    goals = find_goals(gap, held, catalog)
    candidates = find_candidates(goals, held, catalog, budget, terms)
    needed = close_steps((*goals.worth, *(s for c in candidates for s in (*c.teaches, *c.requires))), held, catalog)
    kept = keep_reviews(capacity, start)
    instance = _write(goals, needed, candidates, leave_for_reviews(capacity, kept), budget, find_windows(terms, start))
    return Statement(goals, held, candidates, needed, instance, capacity, kept)


def leave_for_reviews(capacity: tuple[float, ...], kept: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(hours - taken for hours, taken in zip(capacity, kept, strict=True))


def quarters(capacity: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(floor(hours / QUARTER + 1e-9) * QUARTER for hours in capacity)


def read_reached(stated: Statement, allocation: Allocation) -> Reached:
    """The steps that an allocation attains; what is known already and only has to be shown counts as shown."""
    reached = find_attained(stated.instance, allocation)
    attained = {read_step(name): week for name, week in reached.items() if not name.endswith((SHOWN, ITSELF))}
    shown = {read_step(name.removesuffix(SHOWN)) for name in reached if name.endswith(SHOWN)}
    return Reached(attained, shown | (stated.goals.unshown & attained.keys()))


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


def name_step(step: Step) -> str:
    return f"{step.skill}:{step.level}"


def read_step(name: str) -> Step:
    skill, _, level = name.partition(":")
    return Step.model_validate({"skill": skill, "level": level})


def _write(
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
    for step in sorted(needed, key=name_step):
        name, value = name_step(step), 1000 * goals.worth.get(step, 0.0)
        known = UNPROVEN_CREDIT if step in to_show else 1.0
        stated[name] = StepGoal(
            value=round(value * known), requires=tuple(name_step(required) for required in needed[step])
        )
        if step in to_show:
            stated[name + SHOWN] = StepGoal(value=round(value * (1 - known)), requires=(name,))
    for candidate in candidates:
        if candidate.itself:
            stated[candidate.activity.slug + ITSELF] = StepGoal(value=round(1000 * candidate.itself))
    tasks = tuple(
        Task(
            id=candidate.activity.slug,
            hours=planned_hours(candidate),
            cost=float(price_of(candidate.activity)) if budget else 0.0,
            covers=(
                *(name_step(step) for step in candidate.teaches),
                *(name_step(s) + SHOWN for s in candidate.teaches if s in to_show and candidate.activity.proof),
                *((candidate.activity.slug + ITSELF,) if candidate.itself else ()),
            ),
            requires=tuple(name_step(step) for step in candidate.requires),
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
