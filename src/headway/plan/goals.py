"""What a plan has to reach: the open steps of a gap, each with its worth, and the steps that they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from headway.catalog.model import Catalog
from headway.gap.model import GapItem, GapReport, GapStatus
from headway.gap.needs import Held, reached
from headway.plan.model import Step
from headway.values import Level, Slug

UNSEEN_WORTH = 0.5
"""Judged: half of the soft skills that a document is silent about are taken to be there."""


class Goals(NamedTuple):
    """Steps in the order of levels. `worth` holds the steps asked for; `needed` all, with what they stand on."""

    worth: Mapping[Step, float]
    needed: Mapping[Step, tuple[Step, ...]]
    """Each open step -> the steps that must be attained before it counts, held ones left out."""
    asking: Mapping[Step, GapItem]
    """The need that a step was opened for."""


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
    needed: dict[Step, tuple[Step, ...]] = {}
    waiting = list(worth)
    while waiting:
        step = waiting.pop()
        if step not in needed:
            needed[step] = _stands_on(step, held, catalog)
            waiting += needed[step]
    return Goals(worth=worth, needed=needed, asking=asking)


def _open_steps(item: GapItem, held: Held, catalog: Catalog) -> list[tuple[Step, float]]:
    skill = item.learned
    if item.status in (GapStatus.UNPROVEN, GapStatus.STALE):
        return [(Step(skill=skill, level=item.wanted), item.importance * (1 - item.credit))]
    doubt = UNSEEN_WORTH if item.status is GapStatus.UNSEEN else 1.0
    steps, below = [], held.get(skill, Level.NONE)
    for level in item.wanted.steps_from(below):
        gained = reached(level, item.wanted) - reached(below, item.wanted)
        steps.append((Step(skill=skill, level=level), item.importance * doubt * gained))
        below = level
    return steps


def _stands_on(step: Step, held: Held, catalog: Catalog) -> tuple[Step, ...]:
    required: Mapping[Slug, Level] = catalog.requires(step.skill, step.level)
    return tuple(
        Step(skill=skill, level=level)
        for skill, wanted in required.items()
        for level in wanted.steps_from(held.get(skill, Level.NONE))
    )
