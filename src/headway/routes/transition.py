"""One move: from the skills held to a role stage, with its hours, months and what carries over."""

from __future__ import annotations

from math import sqrt

from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import Held, hours_left, learn_together, nearest_skill, reached_need
from headway.routes.model import Hop
from headway.values import Hours, Level, Months, Slug

WEEKS_A_MONTH = 365.25 / 12 / 7
SEARCH = Months(p10=1.5, p50=3, p90=6)
"""Judged: from first application to first day, in months; wide, as it hangs on the market and the person."""


def coverage(stage: RoleStage, held: Held) -> float:
    """Share of the stage's needs covered by levels held, weighted by importance, 0 to 1."""
    total = sum(need.importance for need in stage.needs)
    if total == 0:
        return 1.0
    covered = sum(need.importance * reached_need(need, held) for need in stage.needs)
    return covered / total


def relate(a: RoleStage, b: RoleStage) -> float:
    """How alike two role stages are in what they ask: cosine over importance x level, 0 to 1, symmetric."""
    left, right = _weights(a), _weights(b)
    dot = sum(weight * right.get(skill, 0.0) for skill, weight in left.items())
    norms = sqrt(sum(w * w for w in left.values())) * sqrt(sum(w * w for w in right.values()))
    return min(1.0, dot / norms) if norms else 0.0


def _weights(stage: RoleStage) -> dict[Slug, float]:
    return {skill: need.importance * need.level.rank for need in stage.needs for skill in need.skills}


def learn_for(stage: RoleStage, held: Held, catalog: Catalog) -> dict[Slug, Level]:
    """The levels held once every need of `stage` is met, and nothing forgotten."""
    after = dict(held)
    for need in stage.needs:
        skill = nearest_skill(need, held, catalog)
        after[skill] = max(after.get(skill, Level.NONE), need.level)
    return after


def hours_to(stage: RoleStage, held: Held, catalog: Catalog) -> Hours:
    """Hours to meet every need of `stage` from the levels held."""
    return learn_together(hours_left(nearest_skill(need, held, catalog), need, held, catalog) for need in stage.needs)


def study_months(hours: Hours, hours_per_week: float) -> Months:
    months = hours.scaled(1 / (hours_per_week * WEEKS_A_MONTH))
    return Months(p10=months.p10, p50=months.p50, p90=months.p90)


def make_hop(
    origin: RoleStage | None,
    to: RoleStage,
    held: Held,
    catalog: Catalog,
    hours_per_week: float,
    experience: Months,
) -> Hop:
    """The move to `to` for somebody who holds `held`; `experience` is the time on the job that it has to wait for."""
    hours = hours_to(to, held, catalog)
    open_needs = sorted(
        (n for n in to.needs if reached_need(n, held) < 1.0),
        key=lambda n: (-n.importance * (1 - reached_need(n, held)), n.skill),
    )
    met = sorted((n for n in to.needs if reached_need(n, held) >= 1.0), key=lambda n: (-n.importance, n.skill))
    share = coverage(to, held)
    names = [catalog.skills[nearest_skill(n, held, catalog)].name for n in open_needs[:3]]
    missing = f"to learn first: {', '.join(names)}" if names else "nothing is missing"
    return Hop(
        to=to.key,
        title=to.titles[0],
        hours=hours,
        study=study_months(hours, hours_per_week),
        search=SEARCH,
        experience=experience,
        transfers=tuple(n.skill for n in met),
        learns=tuple(n.skill for n in open_needs),
        relatedness=relate(origin, to) if origin else share,
        reason=f"{share:.0%} of what it asks is covered ({len(met)} of {len(to.needs)} needs in full); {missing}.",
    )
