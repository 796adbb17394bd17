"""Why an activity was picked, and why a step was not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from headway.gap.model import GapItem
from headway.plan.candidates import Candidate
from headway.plan.goals import Goals
from headway.plan.model import Step
from headway.values import Level

NAMED = 2
"""Needs named in one reason."""


def explain_pick(candidate: Candidate, chosen: Iterable[Candidate], goals: Goals) -> str:
    """What the activity closes and how much that matters, or what it is needed for."""
    items = _needs_served(candidate, goals)
    if not items:
        later = [c.activity.name for c in chosen if set(c.requires) & set(candidate.teaches)]
        resting = sorted({goals.asking[s].name for s in goals.asking if set(goals.needed[s]) & set(candidate.teaches)})
        return f"Prepares {(later + resting)[0]}." if later or resting else "Prepares later steps of the plan."
    said = "; ".join(f"{item.name} ({item.asked})" for item in items[:NAMED])
    more = f" and {len(items) - NAMED} more" if len(items) > NAMED else ""
    proof = ", and leaves something to show" if candidate.activity.proof else ""
    return f"Works on {said}{more}{proof}."


def _needs_served(candidate: Candidate, goals: Goals) -> list[GapItem]:
    """The needs that the activity works on, the weightiest first."""
    items = {goals.asking[s].skill: goals.asking[s] for s in candidate.teaches if s in goals.asking}
    return sorted(items.values(), key=lambda item: (-item.importance * (1 - item.credit), item.skill))


def explain_left_out(
    goals: Goals, candidates: Collection[Candidate], attained: Mapping[Step, int], weeks: int
) -> tuple[str, ...]:
    """One line for each need that the plan leaves open, the weightiest first."""
    taught = {step for candidate in candidates for step in candidate.teaches}
    missing: dict[str, tuple[GapItem, Level]] = {}
    for step in sorted(goals.worth, key=lambda step: step.level.rank):
        item = goals.asking[step]
        if step not in attained and item.skill not in missing:
            missing[item.skill] = (item, step.level)
    lines = []
    for item, level in sorted(missing.values(), key=lambda pair: -pair[0].importance * (1 - pair[0].credit)):
        teachable = any(step in taught for step in goals.worth if goals.asking[step] is item and step.level >= level)
        why = f"does not fit into {weeks} weeks beside what matters more" if teachable else "nothing known teaches it"
        lines.append(f"{item.name} to {item.wanted}: {why}.")
    return tuple(lines)
