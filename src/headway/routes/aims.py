"""Several targets side by side for one person: how near each is, what it takes, what it pays, what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from headway.catalog.model import Catalog, RoleStage
from headway.gap.measure import measure_gap
from headway.gap.model import GapReport, Gate, Readiness
from headway.profile.model import Profile, Standing
from headway.routes.find import direct_months, find_start
from headway.routes.model import Pay
from headway.values import Hours, Months, Text, Value

SHOWN_GAPS, SHOWN_OWN = 4, 4


class Aim(Value):
    """One target, as somebody sees it from where they stand."""

    key: Text
    title: Text
    readiness: Readiness | None
    hours: Hours
    """To close every need."""
    months: Months
    """The direct way: study until one has what an average advert asks, years that it asks for, the search."""
    gates: tuple[Gate, ...]
    pay: Pay | None
    met: int
    needs: int
    gaps: tuple[Text, ...]
    """The needs that weigh most."""
    alone: tuple[Text, ...]
    """Open needs that no other of the targets asks for, those that weigh most first."""


class Aims(Value):
    """Targets in the order in which they were named."""

    aims: tuple[Aim, ...]
    shared: tuple[Text, ...]
    """Needs that are open in all of them: whatever is chosen, these are not learned in vain."""
    refusal: Text | None


def compare_aims(
    profile: Profile,
    standing: Standing | None,
    targets: Sequence[RoleStage],
    pay: Mapping[str, Sequence[Pay]],
    catalog: Catalog,
    hours_per_week: float,
    today: date,
) -> Aims:
    """`pay` holds what is known of the pay of each target, by key, the source that fits best first."""
    start = find_start(profile, standing, catalog, hours_per_week, today)
    reports = [measure_gap(profile, target, catalog, today) for target in targets]
    asking = Counter(skill for target in targets for skill in {s for need in target.needs for s in need.skills})
    everywhere = [{skill for item in report.open for skill in item.skills} for report in reports]
    shared = [item.name for item in reports[0].open if all(skills.intersection(item.skills) for skills in everywhere)]
    aims = [
        _describe(target, report, asking, pay.get(target.key, ()), direct_months(start, target, catalog))
        for target, report in zip(targets, reports, strict=True)
    ]
    return Aims(aims=tuple(aims), shared=tuple(shared), refusal=reports[0].refusal)


def _describe(
    target: RoleStage, report: GapReport, asking: Mapping[str, int], pay: Sequence[Pay], months: Months
) -> Aim:
    alone = [item.name for item in report.open if all(asking[skill] == 1 for skill in item.skills)]
    return Aim(
        key=target.key,
        title=target.titles[0],
        readiness=report.readiness,
        hours=report.hours,
        months=months,
        gates=report.gates,
        pay=pay[0] if pay else None,
        met=len(report.items) - len(report.open),
        needs=len(report.items),
        gaps=tuple(item.name for item in report.open[:SHOWN_GAPS]),
        alone=tuple(alone[:SHOWN_OWN]),
    )
