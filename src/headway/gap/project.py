"""What a gap would look like once some steps are taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from headway.gap.model import GapReport
from headway.gap.needs import reached
from headway.gap.weigh import UNPROVEN_CREDIT
from headway.values import Level, Slug


def project_readiness(
    report: GapReport, attained: Mapping[Slug, Level], shown: Collection[tuple[Slug, Level]] | None = None
) -> float:
    """The middle of the readiness, 0 to 1, once the levels `attained` are held.

    `shown` are those that something will show, the others count as claims do; None when all are shown. To have heard
    of a thing needs no proof.
    """
    total = sum(item.importance for item in report.items)
    if total == 0:
        return 0.0
    gained = 0.0
    for item in report.items:
        credit = item.credit
        for skill in item.skills:
            for level in attained.get(skill, Level.NONE).steps_from(Level.NONE):
                proven = shown is None or level < Level.WORKING or (skill, level) in shown
                credit = max(credit, reached(level, item.wanted) * (1.0 if proven else UNPROVEN_CREDIT))
        gained += item.importance * credit
    return gained / total
