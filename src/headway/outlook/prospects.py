"""New roles as one person sees them: what is asked for, since when that is known, how surely, how near it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from headway.catalog.emerging import Emerging, Projection
from headway.catalog.model import Catalog, RoleStage
from headway.catalog.projections import find_average, find_projection
from headway.gap.agenda import Todo, list_todos
from headway.gap.measure import measure_needs
from headway.gap.needs import held_levels
from headway.outlook.signals import (
    Signal,
    Sureness,
    find_silent_lists,
    judge_sureness,
    list_signals,
)
from headway.profile.model import Profile, Standing
from headway.routes.crowd import Start
from headway.routes.explore import Near, describe_near
from headway.routes.find import find_start
from headway.routes.model import Pay
from headway.routes.moves import REACH_YEARS
from headway.values import Share, Slug, Text, Track, Value

NO_GROWTH = (
    "How many such posts there are or will be, nothing at hand counts: no official projection has a role of AI of its "
    "own, and two collections of adverts from different places are no trend."
)


class Closeness(Value):
    """How near somebody is to a role."""

    near: Near
    alike: Share | None
    """How alike the work is to the post that they stand on; None without one."""
    first: Todo | None
    """What to go on with; None where nothing is open."""
    here: bool
    """Whether they stand on the role already; `near` is then its next stage."""


class Prospect(Value):
    """A new role, with everything that speaks for it."""

    role: Slug
    name: Text
    why: Text
    signals: tuple[Signal, ...]
    sureness: Sureness
    silent: tuple[Slug, ...]
    """Official lists that were searched and do not hold it."""
    projection: Projection | None
    """Of the whole official occupation that stands in for it, other work with it."""
    closeness: Closeness | None = None
    """None without a document."""

    @property
    def since(self) -> Signal:
        """What it is known by for the longest: by its title, where that was seen."""
        named = [signal for signal in self.signals if signal.kind.names_the_role]
        return min(named or self.signals, key=lambda signal: signal.since.index)


class Prospects(Value):
    """New roles: the nearest first with a document, else the most surely known first."""

    standing: Standing | None
    refusal: Text | None = None
    """Why no readiness is given."""
    prospects: tuple[Prospect, ...]
    average: Projection | None
    """Of all occupations, to compare with."""
    growth: Text


def list_prospects(roles: Sequence[Slug], catalog: Catalog) -> tuple[Prospect, ...]:
    """Those of `roles` that are new, the most surely known first."""
    found = [_look_at(catalog.emerging[role], catalog) for role in roles]
    order = list(Sureness)
    return tuple(sorted(found, key=lambda prospect: (order.index(prospect.sureness), prospect.since.since.index)))


def gather(
    prospects: Sequence[Prospect], standing: Standing | None, refusal: str | None, catalog: Catalog
) -> Prospects:
    """All together, with what they are to be held against."""
    return Prospects(
        standing=standing,
        refusal=refusal,
        prospects=tuple(prospects),
        average=find_average(catalog),
        growth=NO_GROWTH,
    )


def bring_near(
    prospects: Sequence[Prospect],
    profile: Profile,
    standing: Standing | None,
    pay: Mapping[str, Sequence[Pay]],
    find_alike: Callable[[str, str], float],
    catalog: Catalog,
    hours_per_week: float,
    today: date,
) -> tuple[Prospect, ...]:
    """The same with how near `profile` is, the nearest first; `find_alike` compares the work of two role stages."""
    start = find_start(profile, standing, catalog, hours_per_week, today)
    found = []
    for prospect in prospects:
        here = standing is not None and standing.role == prospect.role
        stage = choose_stage(catalog.roles[prospect.role].stages, standing if here else None, standing, start.years)
        if stage is None:
            found.append(prospect)
            continue
        alike = find_alike(standing.key, stage.key) if standing and standing.key in catalog.role_stages else None
        closeness = _measure(stage, profile, standing, start, pay, alike, here, catalog, today)
        found.append(prospect.change(closeness=closeness))
    return tuple(sorted(found, key=_by_closeness))


def choose_stage(
    stages: Sequence[RoleStage], held: Standing | None, standing: Standing | None, years: float
) -> RoleStage | None:
    """The stage of a role to look at: within reach of the years, on one's own track, as near as may be to one's own.

    `held` is where somebody stands in this very role: only what lies above it counts then; None where nothing does.
    """
    asking = [stage for stage in stages if stage.needs and (held is None or stage.stage > held.stage)]
    track = standing.track if standing else Track.INDIVIDUAL

    def cost(stage: RoleStage) -> tuple[bool, float, int, int]:
        beyond = max(0.0, stage.years[0] - years - REACH_YEARS)
        apart = abs(stage.stage.rank - standing.stage.rank) if standing else 0
        return stage.track is not track, beyond, apart, -stage.stage.rank

    return min(asking, key=cost, default=None)


def _look_at(role: Emerging, catalog: Catalog) -> Prospect:
    signals = list_signals(role, catalog)
    return Prospect(
        role=role.slug,
        name=catalog.roles[role.slug].name,
        why=role.why,
        signals=signals,
        sureness=judge_sureness(signals),
        silent=find_silent_lists(role, catalog),
        projection=find_projection(role.slug, catalog),
    )


def _measure(
    stage: RoleStage,
    profile: Profile,
    standing: Standing | None,
    start: Start,
    pay: Mapping[str, Sequence[Pay]],
    alike: float | None,
    here: bool,
    catalog: Catalog,
    today: date,
) -> Closeness:
    report = measure_needs(stage.key, stage.needs, (), profile, catalog, today)
    agenda = list_todos(report, held_levels(profile), catalog)
    return Closeness(
        near=describe_near(stage, report, standing, start, pay, catalog),
        alike=alike,
        first=next(iter((*agenda.learn, *agenda.refresh, *agenda.prove)), None),
        here=here,
    )


def _by_closeness(prospect: Prospect) -> tuple[bool, float, float, str]:
    """What is covered best first; without a readiness the shortest way first."""
    if prospect.closeness is None:
        return True, 0.0, 0.0, prospect.role
    near = prospect.closeness.near
    return False, -near.readiness.mid if near.readiness else 0.0, near.months.p50, prospect.role
