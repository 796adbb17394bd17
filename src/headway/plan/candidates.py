"""Which activities could serve a plan, in how many hours for somebody who knows part of what they teach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

from headway.catalog.model import Activity, ActivityKind, Catalog
from headway.gap.needs import Held
from headway.plan.goals import Goals, close_steps, stand_on
from headway.plan.model import Step
from headway.plan.terms import NOTHING, WANTED, Terms
from headway.values import Hours, Level, Money, Slug

CHOICES = 2
"""Activities kept for each open step, the best by worth an hour; the solver chooses among them. (With five, plans of
seven examples came out at most 0.5 % better, and took half as long again.)"""
SKIMMED = {ActivityKind.COURSE, ActivityKind.BOOK}
"""Kinds whose known parts can be passed over; a project or an examination is done whole."""
LEAST_SHARE = 0.4
"""Judged: however much is known, this much of a course is still read."""
FOCUS = 0.5
"""Judged: where less than this share of what is new in an activity is asked for, another one is sought."""
BUILDING = 0.2
"""Judged: what a project is worth beside what it teaches, where 1 is a need that every posting asks for. It shows
several skills at work together, and gives an interview something to ask about."""
FINE_BELOW = 10.0
"""Hours of an activity are planned in halves below this, in whole hours from it on: a plan is no stopwatch."""


class Candidate(NamedTuple):
    """An activity with the open steps that it would attain and the hours that it would take here."""

    activity: Activity
    teaches: tuple[Step, ...]
    requires: tuple[Step, ...]
    """Steps to be attained before it starts, held ones left out."""
    hours: Hours
    pinned: bool = False
    wanted: float | None = None
    """How much the person wants it, where 1 is a need that all ask for; None for what they did not name."""
    whole: Hours | None = None
    """All its hours at the usual pace, those already done included."""
    astray: bool = False
    """It is for later stages alone, or too little of what is new in it belongs to what is asked for."""

    @property
    def itself(self) -> float:
        """What doing it is worth beside what it teaches."""
        if self.wanted is not None:
            return self.wanted
        return BUILDING if self.activity.kind is ActivityKind.PROJECT and self.teaches else 0.0


def find_candidates(
    goals: Goals, held: Held, catalog: Catalog, budget: Money | None, terms: Terms = NOTHING
) -> tuple[Candidate, ...]:
    """The activities worth choosing among, with everything that they need first; by slug.

    With a budget, activities priced in another currency are left out; an unknown price counts as none. What `terms` pin
    or name as the person's own is always among them (a pin outranks the budget's currency, not its amount).
    """
    assessed: dict[Slug, Candidate] = {}
    found: dict[Slug, Candidate] = {}
    needed = set(goals.needed)
    named = dict.fromkeys((*sorted(terms.held), *(own.slug for own in terms.own), *terms.known))
    for slug in named:
        if slug in catalog.activities and slug not in terms.barred and can_choose(slug, catalog, budget, terms):
            candidate = _assess(catalog.activities[slug], goals, held, catalog, terms)
            assessed[slug] = found[slug] = candidate
            needed.update(close_steps((*candidate.teaches, *candidate.requires), held, catalog))
    waiting = sorted(needed, key=_place)
    while waiting:
        step = waiting.pop()
        fitting = []
        for activity in catalog.teachers.get((step.skill, step.level), ()):
            if can_pay(activity, budget) and activity.slug not in terms.barred:
                if activity.slug not in assessed:
                    assessed[activity.slug] = _assess(activity, goals, held, catalog, terms)
                if step in assessed[activity.slug].teaches:
                    fitting.append(assessed[activity.slug])
        suited = [candidate for candidate in fitting if not candidate.astray]
        ranked = sorted(suited or fitting, key=lambda c: (-_yield(c, goals.worth, step), c.activity.slug))
        showing = [candidate for candidate in ranked if candidate.activity.proof]
        for candidate in dict.fromkeys((*ranked[:CHOICES], *showing[:1])):
            found[candidate.activity.slug] = candidate
            opened = sorted(close_steps(candidate.requires, held, catalog).keys() - needed, key=_place)
            needed.update(opened)
            waiting += opened
    kept = (c._replace(teaches=tuple(step for step in c.teaches if step in needed)) for c in found.values())
    return tuple(sorted(kept, key=lambda candidate: candidate.activity.slug))


def _is_astray(activity: Activity, taught: Iterable[Step], goals: Goals, held: Held, catalog: Catalog) -> bool:
    if activity.stages and min(activity.stages) > goals.stage:
        return True
    new = [step for step in taught if step.level > held.get(step.skill, Level.NONE)]
    return _effort((step for step in new if step.skill in goals.skills), catalog) < FOCUS * _effort(new, catalog)


def price_of(activity: Activity) -> Decimal:
    return activity.price.money.amount if activity.price else Decimal(0)


def _place(step: Step) -> tuple[str, int]:
    return step.skill, step.level.rank


def can_pay(activity: Activity, budget: Money | None) -> bool:
    """Whether the activity is free, of unknown price, or within `budget`."""
    if budget is None or activity.price is None or activity.price.money.amount == 0:
        return True
    return activity.price.money.currency == budget.currency and activity.price.money.amount <= budget.amount


def can_choose(slug: Slug, catalog: Catalog, budget: Money | None, terms: Terms) -> bool:
    """A pin is kept among the choices whatever it costs, so that it can be said why it is not there."""
    return slug in terms.held or can_pay(catalog.activities[slug], budget)


def _assess(activity: Activity, goals: Goals, held: Held, catalog: Catalog, terms: Terms) -> Candidate:
    """The activity with all that it teaches, asked for or not, and all that this stands on.

    What is only claimed is shown by an activity that leaves something to show.
    """
    taught = tuple(
        step
        for skill, top in activity.covers.items()
        for level in top.steps_from(activity.requires.get(skill, Level.NONE))
        if (step := Step(skill=skill, level=level)) not in goals.unshown or activity.proof
    )
    new = tuple(s for s in taught if s.level > held.get(s.skill, Level.NONE) or s in goals.worth)
    teaches = frozenset(taught)
    standing = (q for s in new for q in stand_on(catalog.requires(s.skill, s.level), held) if q not in teaches)
    requires = tuple(dict.fromkeys((*stand_on(activity.requires, held), *standing)))
    share = max(LEAST_SHARE, _effort(new, catalog) / _effort(taught, catalog)) if new else LEAST_SHARE
    scale = share if activity.kind in SKIMMED else 1.0
    whole = activity.hours.scaled(scale)
    hours = whole.scaled(terms.pace)
    if spent := terms.spent.get(activity.slug, 0.0):
        hours = Hours(p10=max(0.0, hours.p10 - spent), p50=max(0.0, hours.p50 - spent), p90=max(0.0, hours.p90 - spent))
    own = terms.find_own(activity.slug)
    wanted = WANTED[own.priority] if own else None
    astray = _is_astray(activity, taught, goals, held, catalog)
    return Candidate(activity, taught, requires, hours, activity.slug in terms.held, wanted, whole, astray)


def _effort(steps: Iterable[Step], catalog: Catalog) -> float:
    return sum(catalog.hours(step.skill, step.level).p50 for step in steps)


def planned_hours(candidate: Candidate) -> float:
    """The middle of the hours, in halves or whole ones, at least half an hour."""
    grain = 0.5 if candidate.hours.p50 < FINE_BELOW else 1.0
    return max(grain, round(candidate.hours.p50 / grain) * grain)


def find_worth(candidate: Candidate, worth: Mapping[Step, float]) -> float:
    """Worth of the steps that it teaches."""
    return sum(worth.get(step, 0.0) for step in candidate.teaches)


def _yield(candidate: Candidate, worth: Mapping[Step, float], wanted: Step) -> float:
    """Worth an hour; a step that is only needed for others counts as a small worth of its own."""
    total = find_worth(candidate, worth) + 0.05 * (wanted not in worth)
    return total / (planned_hours(candidate) * sqrt(1 + len(candidate.requires)))
