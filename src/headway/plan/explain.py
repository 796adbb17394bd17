"""Why an activity was picked and not another, and why a step was not reached."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from headway.catalog.model import Catalog
from headway.gap.model import GapItem
from headway.plan.candidates import Candidate, find_worth, planned_hours
from headway.plan.goals import Goals
from headway.plan.model import Step
from headway.values import Slug

NAMED = 2
"""Needs named in one reason."""


def explain_pick(
    candidate: Candidate, chosen: Collection[Candidate], candidates: Collection[Candidate], goals: Goals
) -> str:
    """What the activity closes and how much that matters, or what it is needed for; and why not its rival."""
    asked = (
        "You pinned it. " if candidate.pinned else "You put it on your list. " if candidate.wanted is not None else ""
    )
    return asked + _say_use(candidate, chosen, candidates, goals, bool(asked))


def _say_use(
    candidate: Candidate,
    chosen: Collection[Candidate],
    candidates: Collection[Candidate],
    goals: Goals,
    asked: bool,
) -> str:
    items = _needs_served(candidate, goals)
    if not items and asked and not any(set(c.requires) & set(candidate.teaches) for c in chosen):
        return "It works on nothing that the target asks."
    if not items:
        later = [c.activity.name for c in chosen if set(c.requires) & set(candidate.teaches)]
        resting = sorted({goals.asking[s].name for s in goals.asking if set(goals.needed[s]) & set(candidate.teaches)})
        return f"Prepares {(later + resting)[0]}." if later or resting else "Prepares later steps of the plan."
    said = "; ".join(f"{item.name} ({item.asked})" for item in items[:NAMED])
    more = f" and {len(items) - NAMED} more" if len(items) > NAMED else ""
    proof = ", and leaves something to show" if candidate.activity.proof else ""
    return f"Works on {said}{more}{proof}.{_compare(candidate, chosen, candidates, goals)}"


def find_displaced(
    candidate: Candidate,
    chosen: Collection[Candidate],
    candidates: Collection[Candidate],
    goals: Goals,
    attained: Collection[Step],
) -> str | None:
    """The weightiest other activity, left out, that could be done in the hours of this one; None where there is none.

    It is told by what it would still attain when the rest of the plan stays as it is.
    """
    room = planned_hours(candidate)
    picked = {c.activity.slug for c in chosen}
    others = {step for c in chosen if c.activity.slug != candidate.activity.slug for step in c.teaches}
    kept = set(attained) - (set(candidate.teaches) - others)
    best: tuple[float, Candidate] | None = None
    for other in candidates:
        if other.activity.slug in picked or planned_hours(other) > room or not kept.issuperset(other.requires):
            continue
        gain = sum(goals.worth.get(step, 0.0) for step in other.teaches if step not in kept)
        if gain > 0 and (best is None or gain > best[0]):
            best = (gain, other)
    if best is None:
        return None
    items = "; ".join(f"{item.name} ({item.asked})" for item in _needs_served(best[1], goals)[:NAMED])
    return f"{best[1].activity.name} ({planned_hours(best[1]):g} h), for {items}"


def _needs_served(candidate: Candidate, goals: Goals) -> list[GapItem]:
    """The needs that the activity works on, the weightiest first."""
    items = {goals.asking[s].skill: goals.asking[s] for s in candidate.teaches if s in goals.asking}
    return sorted(items.values(), key=lambda item: (-item.importance * (1 - item.credit), item.skill))


def _compare(
    candidate: Candidate, chosen: Collection[Candidate], candidates: Collection[Candidate], goals: Goals
) -> str:
    """What speaks against the shortest other activity for the step that weighs most; nothing where there is none."""
    main = max((s for s in candidate.teaches if s in goals.worth), key=lambda s: (goals.worth[s], s.skill, s.level))
    picked = {c.activity.slug for c in chosen}
    rivals = [c for c in candidates if c.activity.slug not in picked and main in c.teaches]
    if not rivals:
        return ""
    rival = min(rivals, key=lambda c: (planned_hours(c), c.activity.slug))
    hours = f"{rival.activity.name} ({planned_hours(rival):g} h)"
    if planned_hours(candidate) < planned_hours(rival):
        return f" Shorter than {hours}."
    if find_worth(candidate, goals.worth) > find_worth(rival, goals.worth):
        return f" Closes more than {hours}."
    if candidate.activity.proof and not rival.activity.proof:
        return f" Unlike {hours}, it leaves something to show."
    if len(candidate.requires) < len(rival.requires):
        return f" Asks for less before it than {hours}."
    return f" {hours} would do as well."


def explain_left_out(
    goals: Goals,
    needed: Mapping[Step, tuple[Step, ...]],
    candidates: Collection[Candidate],
    attained: Mapping[Step, int],
    catalog: Catalog,
    weeks: int,
    excluded: Collection[Slug] = (),
) -> tuple[str, ...]:
    """One line for each need that the plan leaves open, the weightiest first, with the first step not reached."""
    barred = {
        step for step in needed if any(a.slug in excluded for a in catalog.teachers.get((step.skill, step.level), ()))
    }
    taught = {step for candidate in candidates for step in candidate.teaches}
    missing: dict[Slug, tuple[GapItem, Step]] = {}
    for step in sorted(goals.worth, key=lambda step: step.level.rank):
        if step not in attained:
            missing.setdefault(goals.asking[step].skill, (goals.asking[step], step))
    ranked = sorted(missing.values(), key=lambda pair: -pair[0].importance * (1 - pair[0].credit))
    why = {step: _find_obstacle(step, goals, needed, taught, barred, attained, catalog, weeks) for _, step in ranked}
    return tuple(f"{item.name} to {item.wanted}: {why[step]}." for item, step in ranked)


def _find_obstacle(
    step: Step,
    goals: Goals,
    needed: Mapping[Step, tuple[Step, ...]],
    taught: Collection[Step],
    barred: Collection[Step],
    attained: Mapping[Step, int],
    catalog: Catalog,
    weeks: int,
) -> str:
    waiting, seen = [step], {step}
    while waiting:
        here = waiting.pop(0)
        if here not in taught:
            first = "" if here == step else f"{catalog.skills[here.skill].name} comes first, and "
            if not catalog.teachers.get((here.skill, here.level)):
                return f"{first}nothing known teaches it"
            if here in goals.unshown:
                return f"{first}nothing known leaves something to show for it"
            if here in barred:
                return f"{first}what teaches it is excluded"
            return f"{first}what teaches it is not within the budget"
        ahead = [q for q in needed[here] if q not in attained and q not in seen]
        seen.update(ahead)
        waiting += ahead
    return f"does not fit into {weeks} weeks beside what matters more"
