"""What an hour a week more buys: readiness at the end of the same weeks, against the hours of a week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from pydantic import Field

from headway.catalog.model import Catalog
from headway.gap.model import GapReport
from headway.gap.project import project_readiness
from headway.plan.make import PATIENCE
from headway.plan.model import Step
from headway.plan.reviews import keep_reviews
from headway.plan.solver.solve import sketch
from headway.plan.state import leave_for_reviews, quarters, read_reached, state_problem
from headway.plan.terms import NOTHING, Terms
from headway.profile.model import Profile
from headway.values import Level, Money, Share, Slug, Value

FEWEST, MOST = 2, 15
"""Hours a week, from and to."""
EFFORT = 0.05
"""How hard each point is searched: together they should take a few seconds."""


class CurvePoint(Value):
    """The plan found for so many hours a week."""

    hours: float = Field(gt=0)
    readiness: Share
    """The middle, once the plan is done."""
    activities: int = Field(ge=0)


class Curve(Value):
    """Readiness against hours a week over the same weeks. From the best plans found, without a proof."""

    weeks: int = Field(ge=1)
    now: Share
    points: tuple[CurvePoint, ...]

    def gain_of_hour(self, hours: float) -> float | None:
        """What one hour a week more than `hours` adds, averaged over the two hours around; None off the curve."""
        around = [(b.readiness - a.readiness) for a, b in pairwise(self.points) if hours - 1 <= a.hours <= hours + 1]
        return sum(around) / len(around) if around else None


def draw_curve(
    gap: GapReport,
    profile: Profile,
    catalog: Catalog,
    shape: tuple[float, ...],
    start: date,
    tell: Callable[[str], None],
    budget: Money | None = None,
    terms: Terms = NOTHING,
) -> Curve | None:
    """One plan for each hour from `FEWEST` to `MOST`; None where no readiness can be given.

    `shape` holds each week's share of a usual week (0 for one away). A plan for fewer hours fits into more of them, so
    where the search finds nothing better the one before is kept.
    """
    if gap.readiness is None:
        return None
    stated = state_problem(gap, profile, catalog, tuple(MOST * share for share in shape), start, budget, terms)
    points: list[CurvePoint] = []
    order: list[str] = []
    best, count = gap.readiness.mid, 0
    for hours in range(FEWEST, MOST + 1):
        tell(f"Trying {hours} h a week")
        capacity = quarters(tuple(hours * share for share in shape))
        learning = leave_for_reviews(capacity, keep_reviews(capacity, start))
        instance = stated.instance.change(capacity=(*learning, 0.0))
        allocation = sketch(instance, EFFORT, PATIENCE, order)
        attained, shown = read_reached(stated, allocation)
        readiness = project_readiness(gap, highest(attained), {(step.skill, step.level) for step in shown})
        order = sorted(allocation, key=lambda a: (max(allocation[a]), a))
        if readiness > best:
            best, count = readiness, len(allocation)
        points.append(CurvePoint(hours=hours, readiness=best, activities=count))
    return Curve(weeks=len(shape), now=gap.readiness.mid, points=tuple(points))


def highest(attained: dict[Step, int]) -> dict[Slug, Level]:
    levels: dict[Slug, Level] = {}
    for step in attained:
        levels[step.skill] = max(levels.get(step.skill, Level.NONE), step.level)
    return levels
