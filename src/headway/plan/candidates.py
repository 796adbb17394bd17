"""Which activities could serve a plan, in how many hours for somebody who knows part of what they teach."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

from headway.catalog.model import Activity, ActivityKind, Catalog
from headway.gap.needs import Held
from headway.plan.goals import Goals
from headway.plan.model import Step
from headway.values import Hours, Level, Money, Slug

CHOICES = 3
"""Activities kept for each open step, the best by worth an hour; the solver chooses among them."""
SKIMMED = {ActivityKind.COURSE, ActivityKind.BOOK}
"""Kinds whose known parts can be passed over; a project or an examination is done whole."""
LEAST_SHARE = 0.4
"""Judged: however much is known, this much of a course is still read."""
QUARTER = 0.25
"""Hours are planned in quarters."""


class Candidate(NamedTuple):
    """An activity with the open steps that it would attain and the hours that it would take here."""

    activity: Activity
    teaches: tuple[Step, ...]
    requires: tuple[Step, ...]
    """Steps to be attained before it starts, held ones left out."""
    hours: Hours


def find_candidates(goals: Goals, held: Held, catalog: Catalog, budget: Money | None) -> tuple[Candidate, ...]:
    """The activities worth choosing among, with everything that they need first; by slug.

    With a budget, activities priced in another currency are left out; an unknown price counts as none.
    """
    assessed: dict[Slug, Candidate] = {}
    found: dict[Slug, Candidate] = {}
    needed = set(goals.needed)
    waiting = sorted(needed, key=_place)
    while waiting:
        step = waiting.pop()
        fitting = []
        for activity in catalog.teachers.get((step.skill, step.level), ()):
            if _affordable(activity, budget) and _teaches(activity, step):
                if activity.slug not in assessed:
                    assessed[activity.slug] = _assess(activity, goals, held, catalog)
                fitting.append(assessed[activity.slug])
        for candidate in sorted(fitting, key=lambda c: (-_yield(c, goals.worth, step), c.activity.slug))[:CHOICES]:
            found[candidate.activity.slug] = candidate
            opened = [required for required in candidate.requires if required not in needed]
            needed.update(opened)
            waiting += opened
    kept = (c._replace(teaches=tuple(step for step in c.teaches if step in needed)) for c in found.values())
    return tuple(sorted(kept, key=lambda candidate: candidate.activity.slug))


def price_of(activity: Activity) -> Decimal:
    return activity.price.money.amount if activity.price else Decimal(0)


def _place(step: Step) -> tuple[str, int]:
    return step.skill, step.level.rank


def _affordable(activity: Activity, budget: Money | None) -> bool:
    if budget is None or activity.price is None or activity.price.money.amount == 0:
        return True
    return activity.price.money.currency == budget.currency and activity.price.money.amount <= budget.amount


def _teaches(activity: Activity, step: Step) -> bool:
    """Whether the step lies above what the activity itself asks for."""
    return step.level > activity.requires.get(step.skill, Level.NONE)


def _assess(activity: Activity, goals: Goals, held: Held, catalog: Catalog) -> Candidate:
    """The activity with all that it teaches, whether asked for or not."""
    taught = tuple(
        Step(skill=skill, level=level)
        for skill, top in activity.covers.items()
        for level in top.steps_from(activity.requires.get(skill, Level.NONE))
    )
    requires = tuple(
        Step(skill=skill, level=level)
        for skill, wanted in activity.requires.items()
        for level in wanted.steps_from(held.get(skill, Level.NONE))
    )
    new = sum(_effort(s, catalog) for s in taught if s.level > held.get(s.skill, Level.NONE) or s in goals.worth)
    share = max(LEAST_SHARE, new / sum(_effort(step, catalog) for step in taught))
    scale = share if activity.kind in SKIMMED else 1.0
    return Candidate(activity, taught, requires, activity.hours.scaled(scale))


def _effort(step: Step, catalog: Catalog) -> float:
    return catalog.hours(step.skill, step.level).p50


def planned_hours(candidate: Candidate) -> float:
    """The middle of the hours, in quarters, at least one quarter."""
    return max(QUARTER, round(candidate.hours.p50 / QUARTER) * QUARTER)


def _yield(candidate: Candidate, worth: Mapping[Step, float], wanted: Step) -> float:
    """Worth an hour; a step that is only needed for others counts as a small worth of its own."""
    total = sum(worth.get(step, 0.0) for step in candidate.teaches) + 0.05 * (wanted not in worth)
    return total / (planned_hours(candidate) * sqrt(1 + len(candidate.requires)))
