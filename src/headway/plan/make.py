"""From a gap to a dated plan: the solver's choice laid out in weeks, with a reason for each pick and what it leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from headway.catalog.model import Catalog
from headway.gap.model import GapReport
from headway.gap.needs import learn_together
from headway.plan.candidates import Candidate, can_pay, planned_hours
from headway.plan.explain import explain_left_out, explain_pick, find_displaced
from headway.plan.finish import Ends, Spread, day_of, find_ends
from headway.plan.model import Block, Finish, Plan, PlannedActivity, Review, Step, Week
from headway.plan.reviews import REVIEWED, Ended, place_reviews
from headway.plan.solver.model import Instance, Solution
from headway.plan.solver.solve import solve
from headway.plan.state import Statement, name_step, read_reached, state_problem
from headway.plan.terms import NOTHING, Terms
from headway.profile.model import Profile
from headway.values import Hours, Money

PATIENCE = 2
"""Weeks that something begun may lie: after more, much of it is begun again. A default."""
GAP = 0.01
"""The share of the bound at which the search for a better plan may stop."""
EFFORT = 0.05
"""How hard the solver looks, against its default: a plan should come at once, and its gap is shown."""
ESTIMATE = "Estimates from the range of hours of each activity, all fast or all slow together."


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
    stated = state_problem(gap, profile, catalog, capacity, start, budget, terms)
    return write_plan(stated, solve_as_first(stated.instance), catalog, start, budget, terms)


def solve_as_first(instance: Instance) -> Solution:
    """The best choice found for a plan that follows no other."""
    return solve(instance, gap=GAP, effort=EFFORT, patience=PATIENCE)


def write_plan(
    stated: Statement,
    solution: Solution,
    catalog: Catalog,
    start: date,
    budget: Money | None = None,
    terms: Terms = NOTHING,
    past: Sequence[Ended] = (),
    reviewed: tuple[Review, ...] = (),
) -> Plan:
    """A solution as a dated plan with its reasons. What ended in the `past` is reviewed like what the plan holds,
    except what an earlier plan had `reviewed`."""
    goals, candidates = stated.goals, stated.candidates
    attained, shown = read_reached(stated, solution.allocation)
    chosen = {c.activity.slug: c for c in candidates if c.activity.slug in solution.allocation}
    picked = tuple(chosen.values())
    reasons = {slug: explain_pick(c, picked, candidates, goals) for slug, c in chosen.items()}
    instead = {slug: find_displaced(c, picked, candidates, goals, attained) for slug, c in chosen.items()}
    hours = {slug: candidate.hours for slug, candidate in chosen.items()}
    spread = Spread(terms.fast, terms.slow) if terms.fast and terms.slow else None
    ends = find_ends(stated.instance, solution, hours, spread, PATIENCE)
    learned = [
        Ended(slug, candidate.activity.name, max(solution.allocation[slug]))
        for slug, candidate in chosen.items()
        if candidate.activity.kind in REVIEWED
    ]
    gone = {review.activity for review in reviewed}
    again = [ended for ended in (*past, *learned) if ended.activity not in gone]
    misfits = [c for c in candidates if c.pinned and c.activity.slug not in chosen]
    return Plan(
        start=start,
        activities=_list_activities(chosen, solution, attained, reasons, instead, ends, start, terms.spent),
        weeks=_list_weeks(solution, attained, stated.capacity, start),
        reviews=(*reviewed, *place_reviews(again, stated.kept, start)),
        shown=tuple(sorted(shown, key=name_step)),
        finish=_find_finish(solution, ends, start, terms),
        gap=solution.gap,
        left_out=(
            *(f"{c.activity.name}: you pinned it, but {_say_misfit(c, budget)}." for c in misfits),
            *explain_left_out(goals, stated.needed, candidates, attained, catalog, len(stated.capacity), terms.barred),
        ),
        hours=Hours.total(hours.values()),
        hours_left=learn_together(catalog.hours(s.skill, s.level) for s in goals.worth if s not in attained),
    )


def _say_misfit(candidate: Candidate, budget: Money | None) -> str:
    if not can_pay(candidate.activity, budget):
        return f"it is not within the budget of {budget}"
    return f"its {planned_hours(candidate):g} h, with what comes before it, do not fit"


def _find_finish(solution: Solution, ends: Ends, start: date, terms: Terms) -> Finish | None:
    if not solution.allocation:
        return None
    likely = max(max(weeks) for weeks in solution.allocation.values())
    early, surely = max(ends.early.values()), max(ends.surely.values())
    by = terms.says or ESTIMATE
    return Finish(early=day_of(early, start), likely=day_of(likely, start), surely=day_of(surely, start), says=by)


def _list_activities(
    chosen: Mapping[str, Candidate],
    solution: Solution,
    attained: Mapping[Step, int],
    reasons: Mapping[str, str],
    instead: Mapping[str, str | None],
    ends: Ends,
    start: date,
    spent: Mapping[str, float],
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
                likely=day_of(max(weeks), start),
                surely=day_of(ends.surely[slug], start),
                spent=spent.get(slug, 0.0),
                whole=candidate.whole,
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
            attains=tuple(sorted((s for s, week in attained.items() if week == number), key=name_step)),
        )
        for number in range(1, last + 1)
    )
