"""Many people on their way at once: where each stands, what they hold, and what it takes them to enter one more post.

It is `transition.make_hop` for a crowd, in p50 alone; a test says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Self

import numpy as np

from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import Held
from headway.routes.learning import (
    Floats,
    Ground,
    Ints,
    Learned,
    Ranks,
    Syllabus,
    add_up,
    cover,
    find_nearest,
    find_practised,
    follow,
    line_up,
    make_ground,
    make_syllabus,
    raise_levels,
    study,
    weigh_ways,
)
from headway.routes.moves import Flags, Terrain
from headway.routes.purse import Purse
from headway.routes.transition import (
    AT_WORK,
    DISTANCE_POINTS,
    POINT_HOURS,
    SEARCH,
    STAGE_POINTS,
    TRACK_POINTS,
    WEEKS_A_MONTH,
)
from headway.values import Months

IN_POST = Months(p10=9, p50=15, p90=24)
"""Judged: the least time in a stepping stone before the next move is credible, in months."""
NOWHERE = -1
"""The row of somebody who stands outside the catalog."""


class Start(NamedTuple):
    """Where a route begins: the role stage stood on (None outside the catalog), levels held, years in the field."""

    origin: RoleStage | None
    held: Held
    years: float
    hours_per_week: float


@dataclass(frozen=True)
class Country:
    """All that stays the same on the way to one target."""

    terrain: Terrain
    ground: Ground
    catalog: Catalog
    target: int
    purse: Purse | None
    per_week: float
    syllabi: dict[int, Syllabus] = field(default_factory=dict)

    def syllabus(self, row: int) -> Syllabus:
        if row not in self.syllabi:
            self.syllabi[row] = make_syllabus(self.terrain.stages[row], self.ground, self.catalog)
        return self.syllabi[row]


def make_country(terrain: Terrain, catalog: Catalog, target: int, purse: Purse | None, per_week: float) -> Country:
    return Country(terrain, make_ground(catalog, ("p50",)), catalog, target, purse, per_week)


@dataclass(frozen=True)
class Crowd:
    """Everybody who has come a number of hops, one row each."""

    node: Ints
    row: Ints
    """Of the role stage stood on, `NOWHERE` outside the catalog."""
    held: Ranks
    years: Floats
    pay: Floats
    """A year's; like that of the post before where it is not known."""
    best_pay: Floats
    """The most of any post so far."""
    hours: Floats
    """Learned so far (p50)."""
    months: Floats
    hops: Ints
    past: Ints
    """Person x hop: the rows passed."""
    fallen: Ints
    """Stages stepped down so far."""

    def pick(self, places: Ints | Flags) -> Self:
        return type(self)(*(getattr(self, name)[places] for name in self.__dataclass_fields__))


def join(parts: list[Crowd]) -> Crowd:
    """All of `parts` in one; they have come as many hops."""
    return Crowd(*(np.concatenate([getattr(part, name) for part in parts]) for name in Crowd.__dataclass_fields__))


@dataclass(frozen=True)
class Moved:
    """What entering one role stage takes each of a crowd."""

    hours: Floats
    months: Floats
    cost: Floats
    """Person x (months, money, points squared)."""
    learned: Learned


def set_out(start: Start, country: Country) -> Crowd:
    """A crowd of one."""
    row = country.terrain.rows[start.origin.key] if start.origin else NOWHERE
    pay = np.array([country.purse.today if country.purse else 0.0])
    return Crowd(
        node=np.zeros(1, dtype=np.intp),
        row=np.array([row]),
        held=line_up([start.held], country.ground),
        years=np.array([start.years]),
        pay=pay,
        best_pay=pay,
        hours=np.zeros(1),
        months=np.zeros(1),
        hops=np.zeros(1, dtype=np.intp),
        past=np.array([[row]]),
        fallen=np.zeros(1, dtype=np.intp),
    )


def enter(row: int, crowd: Crowd, country: Country) -> Moved:
    """What it takes each of `crowd` to become `row` along the nearest skills."""
    syllabus = country.syllabus(row)
    ways = weigh_ways(syllabus, crowd.held, country.ground)
    return enter_by(row, crowd, follow(syllabus, ways, find_nearest(syllabus, ways, country.ground)), country)


def enter_by(row: int, crowd: Crowd, learned: Learned, country: Country) -> Moved:
    """The same along skills that are chosen already.

    A wait for years that are asked is told where the route waits, but counts as paid like the best post so far, as one
    may as well wait there.
    """
    terrain, syllabus, middle = country.terrain, country.syllabus(row), country.ground.middle
    outside = crowd.row == NOWHERE
    used = np.zeros((len(crowd.row), len(country.ground.places)), dtype=np.bool_)
    for post in sorted(set(crowd.row[~outside].tolist())):
        used[crowd.row == post] = country.syllabus(post).asked
    asked = add_up(learned.asked)[middle]
    weeks = study(learned, find_practised(syllabus, used), country.per_week, np.array(AT_WORK[1:2]))[middle]
    busy = np.where(outside, asked / country.per_week, weeks) / WEEKS_A_MONTH
    busy = np.where(crowd.hops > 0, np.maximum(busy, IN_POST.p50), busy)
    short = np.maximum(0.0, terrain.years[row] - crowd.years)
    idle = np.maximum(0.0, np.where(outside, 0.0, short * 12) - busy)
    money = np.zeros(len(crowd.row))
    if country.purse:
        wanted = country.purse.reference
        money = np.maximum(0.0, wanted - crowd.pay) * (busy + SEARCH.p50) / 12
        money += np.maximum(0.0, wanted - crowd.best_pay) * idle / 12
    months = busy + idle + SEARCH.p50
    points = _find_points(row, crowd, asked, np.where(outside, short, 0.0), country)
    return Moved(learned.hours[middle], months, np.column_stack([months, money, points**2]), learned)


def arrive(row: int, before: Crowd, moved: Moved, country: Country) -> Crowd:
    """The crowd in its new post; `node` is still that of the post before."""
    terrain, count = country.terrain, len(before.node)
    passed = np.where(before.row == NOWHERE, 0.0, moved.months / 12)
    pay = _look_up_pay(row, before.pay, country)
    return Crowd(
        node=before.node,
        row=np.full(count, row),
        held=raise_levels(country.syllabus(row), before.held, moved.learned),
        years=np.maximum(before.years + passed, terrain.years[row]),
        pay=pay,
        best_pay=np.maximum(before.best_pay, pay),
        hours=before.hours + moved.hours,
        months=before.months + moved.months,
        hops=before.hops + 1,
        past=np.column_stack([before.past, np.full(count, row)]),
        fallen=before.fallen + steps_down(before.row, row, terrain),
    )


def steps_down(before: Ints, after: Ints | int, terrain: Terrain) -> Ints:
    fallen = np.maximum(0, terrain.rank[before] - terrain.rank[after])
    return np.asarray(np.where(before == NOWHERE, 0, fallen))


def _look_up_pay(row: int, before: Floats, country: Country) -> Floats:
    """What the post pays; where no source says, what the post before paid."""
    key = country.terrain.stages[row].key
    known = country.purse.medians.get(key) if country.purse else None
    return before if known is None else np.full(len(before), known)


def _find_points(row: int, crowd: Crowd, asked: Floats, years_short: Floats, country: Country) -> Floats:
    """The points of `transition.weigh_difficulty`."""
    terrain = country.terrain
    outside = crowd.row == NOWHERE
    overlap = np.where(
        outside, cover(country.syllabus(row), crowd.held, country.ground), terrain.overlap[crowd.row, row]
    )
    up = np.where(outside, 0, np.maximum(0, terrain.rank[row] - terrain.rank[crowd.row]))
    same = ~outside & (terrain.role[crowd.row] == terrain.role[row])
    into = terrain.managing[row] & (outside | ~terrain.managing[crowd.row])
    return np.asarray(
        asked / POINT_HOURS
        + DISTANCE_POINTS * (1 - overlap)
        + up * np.where(same, STAGE_POINTS / 2, STAGE_POINTS)
        + into * TRACK_POINTS
        + years_short
    )
