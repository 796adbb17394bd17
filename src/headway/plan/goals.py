"""What a plan has to reach: the open steps of a gap, each with its worth, and the steps that they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from headway.catalog.model import Catalog
from headway.gap.model import GapItem, GapReport, GapStatus
from headway.gap.needs import Held, reached
from headway.plan.model import Step
from headway.values import Level, Slug, Stage

UNSEEN_WORTH = 0.5
"""Judged: half of the soft skills that a document is silent about are taken to be there."""


class Goals(NamedTuple):
    """Steps in the order of levels. `worth` holds the steps asked for; `needed` all, with what they stand on."""

    worth: Mapping[Step, float]
    needed: Mapping[Step, tuple[Step, ...]]
    """Each open step -> the steps that must be attained before it counts, held ones left out."""
    asking: Mapping[Step, GapItem]
    """The need that a step was opened for."""
    unshown: frozenset[Step]
    """Steps that are claimed and only have to be shown."""
    skills: frozenset[Slug]
    """All that is asked for, with what would do in its place and what both stand on."""
    stage: Stage
    """Where the person wants to be."""


def find_goals(gap: GapReport, held: Held, catalog: Catalog) -> Goals:
    """The steps that `gap` leaves open for somebody who holds `held`, and everything that they require.

    An unproven or stale skill has its top step open once more: something has to be done with it and shown.
    """
    worth: dict[Step, float] = {}
    asking: dict[Step, GapItem] = {}
    for item in gap.open:
        for step, value in _open_steps(item, held, catalog):
            worth[step] = worth.get(step, 0.0) + value
            asking.setdefault(step, item)
    unshown = frozenset(step for step, item in asking.items() if item.status is GapStatus.UNPROVEN)
    stage = catalog.role_stages[gap.target].stage if gap.target in catalog.role_stages else Stage.LEADERSHIP
    needed = close_steps(worth, held, catalog)
    skills = frozenset((*(skill for item in gap.items for skill in item.skills), *(step.skill for step in needed)))
    return Goals(worth, needed, asking, unshown, skills, stage)


def close_steps(steps: Iterable[Step], held: Held, catalog: Catalog) -> dict[Step, tuple[Step, ...]]:
    """Each of `steps`, and each step that they stand on in any number of turns -> what it stands on itself."""
    needed: dict[Step, tuple[Step, ...]] = {}
    waiting = list(steps)
    while waiting:
        step = waiting.pop()
        if step not in needed:
            needed[step] = stand_on(catalog.requires(step.skill, step.level), held)
            waiting += needed[step]
    return needed


def stand_on(required: Mapping[Slug, Level], held: Held) -> tuple[Step, ...]:
    """The required levels that are not held, as steps; each of them stands on the levels below it in turn."""
    return tuple(
        Step(skill=skill, level=level) for skill, level in required.items() if held.get(skill, Level.NONE) < level
    )


def _open_steps(item: GapItem, held: Held, catalog: Catalog) -> list[tuple[Step, float]]:
    skill = item.learned
    if item.status in (GapStatus.UNPROVEN, GapStatus.STALE):
        return [(Step(skill=skill, level=item.wanted), item.importance * (1 - item.credit))]
    doubt = UNSEEN_WORTH if item.status is GapStatus.UNSEEN else 1.0
    counted = item.credit if item.status is GapStatus.NEIGHBOUR else 0.0
    steps, below = [], held.get(skill, Level.NONE)
    for level in item.wanted.steps_from(below):
        gained = max(counted, reached(level, item.wanted)) - max(counted, reached(below, item.wanted))
        steps.append((Step(skill=skill, level=level), item.importance * doubt * gained))
        below = level
    return steps
