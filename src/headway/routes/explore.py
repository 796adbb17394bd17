"""Where somebody could go next: which role stages are near, which of them pay better, and which skills open most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from headway.catalog.emerging import Projection
from headway.catalog.model import Catalog, RoleStage
from headway.catalog.projections import find_average, find_projection
from headway.gap.keystones import Keystone, find_keystones
from headway.gap.matrix import Measures, NeedMatrix, build_matrix, measure_all
from headway.gap.measure import measure_needs
from headway.gap.model import GapReport, Readiness
from headway.gap.readiness import refuse
from headway.profile.model import Profile, Standing
from headway.routes.crowd import Start
from headway.routes.find import direct_months, find_start
from headway.routes.model import Pay, PayStep, compare_pay
from headway.routes.moves import REACH_YEARS
from headway.values import Hours, Kind, Months, Slug, Text, Track, Value

NEAR = 15
"""Role stages that count as near: enough for a choice, few enough to be read."""
SHOWN_GAPS = 3
BETTER = 1.05
"""Judged: pay that is less than this much higher is no reason to move."""
GROWTH = (
    "Official projections are of whole occupations in the US, not of the roles that they stand in for; how many posts "
    "of a role there are or will be nothing at hand counts, and two snapshots of adverts from different sites are no "
    "trend"
)


class Near(Value):
    """A role stage within reach, and how near it is."""

    key: Text
    title: Text
    readiness: Readiness | None
    hours: Hours
    """To close every need."""
    months: Months
    """The direct way: study until one has what an average advert asks, years that it asks for, the search."""
    years_short: float
    """Years in the field that it asks for beyond those shown."""
    move: Text
    """`a stage up`, `the same stage`, `a stage down`, or `an entry` from outside the field."""
    gaps: tuple[Text, ...]
    """The needs that weigh most."""
    pay: PayStep | None = None
    """What it pays and what is paid where the person stands."""
    there: Pay | None = None
    """What it pays, by the source that fits best."""


class Growth(Value):
    """An official occupation that is projected to grow faster than all occupations together."""

    projection: Projection
    near: tuple[Text, ...]
    """Titles of the near role stages that it stands in for."""


class Outlook(Value):
    """Where to go next."""

    standing: Standing | None
    years: float
    near: tuple[Near, ...]
    """Those whose needs are covered best, the soonest reached first."""
    better_paid: tuple[Near, ...]
    """Those of the near ones that pay better than where the person stands, by the same source."""
    growing: tuple[Growth, ...]
    """What the near ones belong to, the fastest growing first."""
    average: Projection | None
    """Of all occupations, to compare with."""
    growth: Text
    """What is not known of growth."""
    keystones: tuple[Keystone, ...]
    refusal: Text | None = None


def explore(
    profile: Profile,
    standing: Standing | None,
    pay: Mapping[str, Sequence[Pay]],
    catalog: Catalog,
    hours_per_week: float,
    today: date,
) -> Outlook:
    """The role stages near `profile`, and the skills that open most of them.

    `pay` holds what is known of the pay of each role stage, by key, the source that fits best first.
    """
    matrix = build_matrix(catalog)
    measures = measure_all(profile, matrix, catalog, today)
    start = find_start(profile, standing, catalog, hours_per_week, today)
    rows = _find_near(matrix, measures, standing, start.years)
    stages = [matrix.stages[row] for row in rows]
    reports = [measure_needs(stage.key, stage.needs, (), profile, catalog, today) for stage in stages]
    pairs = zip(stages, reports, strict=True)
    described = (describe_near(stage, report, standing, start, pay, catalog) for stage, report in pairs)
    near = tuple(sorted(described, key=lambda one: one.months.p50))
    paid = sorted((n for n in near if n.pay and n.pay.ratio >= BETTER), key=_by_pay)
    return Outlook(
        standing=standing,
        years=round(start.years, 1),
        near=near,
        better_paid=tuple(paid),
        growing=_find_growing(near, catalog),
        average=find_average(catalog),
        growth=GROWTH,
        keystones=find_keystones(profile, rows, matrix, measures, catalog),
        refusal=refuse(profile),
    )


def _find_growing(near: Sequence[Near], catalog: Catalog) -> tuple[Growth, ...]:
    average = find_average(catalog)
    titles: dict[str, list[str]] = {}
    found: dict[str, Projection] = {}
    for one in near:
        projection = find_projection(catalog.role_stages[one.key].role, catalog)
        if average and projection and projection.percent > average.percent:
            found[projection.soc] = projection
            titles.setdefault(projection.soc, []).append(one.title)
    order = sorted(found.values(), key=lambda projection: (-projection.percent, projection.soc))
    return tuple(Growth(projection=p, near=tuple(titles[p.soc])) for p in order)


def _find_near(matrix: NeedMatrix, measures: Measures, standing: Standing | None, years: float) -> list[int]:
    """The rows of one stage of each role, those first whose needs are covered best; see `_fits`."""
    best: dict[tuple[Slug, Track], tuple[tuple[int, int], int]] = {}
    for row, stage in enumerate(matrix.stages):
        if _fits(stage, standing, years):
            rank = (_distance(stage, standing), -stage.stage.rank), row
            of = (stage.role, stage.track)
            best[of] = min(best.get(of, rank), rank)
    rows = [row for _, row in best.values()]
    return sorted(rows, key=lambda row: (-measures.readiness[row], matrix.stages[row].key))[:NEAR]


def _fits(stage: RoleStage, standing: Standing | None, years: float) -> bool:
    """Within reach by its years, on the track that the person is on, not where they stand nor below in their role."""
    if stage.years[0] > years + REACH_YEARS:
        return False
    if standing is None:
        return stage.track is Track.INDIVIDUAL
    if stage.track is not standing.track:
        return False
    return stage.stage > standing.stage if stage.role == standing.role else True


def _distance(stage: RoleStage, standing: Standing | None) -> int:
    """Stages between; without a standing the highest stage within reach is as good as any."""
    return abs(stage.stage.rank - standing.stage.rank) if standing else 0


def describe_near(
    stage: RoleStage,
    report: GapReport,
    standing: Standing | None,
    start: Start,
    pay: Mapping[str, Sequence[Pay]],
    catalog: Catalog,
) -> Near:
    """How near `stage` is to somebody of whom `report` is the gap to it."""
    there = pay.get(stage.key, ())
    return Near(
        key=stage.key,
        title=stage.titles[0],
        readiness=report.readiness,
        hours=report.hours,
        months=direct_months(start, stage, catalog),
        years_short=round(max(0.0, stage.years[0] - start.years), 1),
        move=_name_move(stage, standing),
        gaps=tuple(item.name for item in report.open[:SHOWN_GAPS]),
        pay=compare_pay(pay.get(standing.key, ()), there) if standing else None,
        there=there[0] if there else None,
    )


def _name_move(stage: RoleStage, standing: Standing | None) -> str:
    if standing is None:
        return "a start in the field"
    if stage.role == standing.role:
        return "the next stage of your role"
    steps = stage.stage.rank - standing.stage.rank
    if steps == 0:
        return "the same stage"
    return f"{'a stage' if abs(steps) == 1 else f'{abs(steps)} stages'} {'up' if steps > 0 else 'down'}"


def _by_pay(near: Near) -> tuple[bool, float, str]:
    """Pay of the stage itself first, as official wages know no stages; then the best paid."""
    official = near.pay is not None and near.pay.basis.kind is Kind.MEASURED
    return official, -near.pay.ratio if near.pay else 0.0, near.key
