"""What a gap would look like once some steps are taken."""

from __future__ import annotations

from collections.abc import Mapping

from headway.gap.model import GapReport
from headway.gap.needs import reached
from headway.values import Level, Slug


def project_readiness(report: GapReport, attained: Mapping[Slug, Level]) -> float:
    """The middle of the readiness, 0 to 1, once the levels `attained` are held, shown and fresh."""
    total = sum(item.importance for item in report.items)
    if total == 0:
        return 0.0
    gained = 0.0
    for item in report.items:
        levels = [attained[skill] for skill in item.skills if skill in attained]
        credit = max((reached(level, item.wanted) for level in levels), default=0.0)
        gained += item.importance * max(item.credit, credit)
    return gained / total
