"""A profile against a role stage: what is met, partial, missing, unproven or stale, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from headway.catalog.model import Catalog, Need, RoleStage
from headway.gap.gates import list_gates
from headway.gap.model import GapItem, GapReport, GapStatus, Gate
from headway.gap.needs import learn_together
from headway.gap.readiness import rate, refuse
from headway.gap.weigh import weigh_need
from headway.profile.model import Profile

UNSEEN_WEIGHT = 0.5
"""Judged: what is only unseen stands this far behind what is missing in the order of gaps."""


def measure_gap(profile: Profile, target: RoleStage, catalog: Catalog, today: date) -> GapReport:
    """Every need of `target` against `profile`, those first whose missing credit weighs most."""
    gates = list_gates(profile, target, catalog, today)
    return measure_needs(target.key, target.needs, gates, profile, catalog, today)


def measure_needs(
    target: str, needs: Iterable[Need], gates: tuple[Gate, ...], profile: Profile, catalog: Catalog, today: date
) -> GapReport:
    """The same for any list of needs, be it of a role stage or of an advert; `target` is what the report is about."""
    items = [weigh_need(need, profile, catalog, today) for need in needs]
    items.sort(key=lambda item: (-weigh_missing(item), -item.importance, item.skill))
    refusal = refuse(profile)
    return GapReport(
        target=target,
        items=tuple(items),
        readiness=None if refusal else rate(items, profile.words),
        refusal=refusal,
        hours=learn_together(item.hours for item in items),
        gates=gates,
    )


def weigh_missing(item: GapItem) -> float:
    """How much a gap matters: the credit missing, by importance."""
    missing = item.importance * (1 - item.credit)
    return missing * UNSEEN_WEIGHT if item.status is GapStatus.UNSEEN else missing
