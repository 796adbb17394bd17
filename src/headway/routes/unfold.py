"""Every credible route to a target, unfolded: a tree whose nodes know what has been learned on the way to them.

What a move takes hangs on all that came before it, as nothing is learned twice. So a node of the tree is a sequence of
posts, not a post, and its moves have fixed costs; the exact search of `pareto.py` then runs over the tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

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
    learn,
    line_up,
    make_ground,
    make_syllabus,
    raise_levels,
    study,
)
from headway.routes.moves import REACH_YEARS, Flags, Terrain, choose, list_moves
from headway.routes.pareto import Graph, make_graph
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
EASIER, DETOUR = 0.93, 1.5
"""Judged: a stone takes at most this share of the hours that the target takes from where one stands, and leaves at
most this share of them; all together take at most this multiple of the direct hours."""
START, TARGET = 0, 1
"""Nodes of the tree; those of stepping stones follow."""
NOWHERE = -1
"""The row of somebody who stands outside the catalog."""
GRAIN = (0.1, 1000.0, 0.1)
"""Months, money and squared points that differ by less count as equal; in these units costs are whole numbers, which
add up exactly."""


class Start(NamedTuple):
    """Where a route begins: the role stage stood on (None outside the catalog), levels held, years in the field."""

    origin: RoleStage | None
    held: Held
    years: float
    hours_per_week: float


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
    hours: Floats
    """Learned so far (p50)."""
    months: Floats
    past: Ints
    """Person x hop: the rows passed."""
    fallen: Ints
    """Stages stepped down so far."""

    def pick(self, places: Ints | Flags) -> Crowd:
        return Crowd(*(getattr(self, name)[places] for name in self.__dataclass_fields__))


class Moved(NamedTuple):
    """What entering one role stage takes each of a crowd."""

    hours: Floats
    months: Floats
    cost: Floats
    """Person x (months, money, points squared), in units of `GRAIN`."""
    learned: Learned
    """Of the crowd as it was before any were picked."""

    def pick(self, places: Flags) -> Moved:
        return Moved(self.hours[places], self.months[places], self.cost[places], self.learned)


@dataclass(frozen=True)
class Country:
    """All that stays the same while routes to one target unfold."""

    terrain: Terrain
    ground: Ground
    catalog: Catalog
    target: int
    may: Flags
    purse: Purse | None
    per_week: float
    syllabi: dict[int, Syllabus] = field(default_factory=dict)

    def syllabus(self, row: int) -> Syllabus:
        if row not in self.syllabi:
            self.syllabi[row] = make_syllabus(self.terrain.stages[row], self.ground, self.catalog)
        return self.syllabi[row]


class Tree(NamedTuple):
    graph: Graph
    rows: tuple[int, ...]
    """The role stage of each node."""


def unfold(start: Start, country: Country, max_hops: int, most_months: float | None) -> Tree:
    """All routes of at most `max_hops` moves and, stones aside, `most_months`; the direct one is always in it."""
    rows = [country.terrain.rows[start.origin.key] if start.origin else NOWHERE, country.target]
    crowd = _set_out(start, rows[START], country)
    ahead = _enter(country.target, crowd, country)
    direct = float(ahead.hours[0])
    edges: list[Floats] = []
    limit = np.inf if most_months is None else most_months
    for hop in range(max_hops):
        arrive = np.full(len(crowd.node), TARGET)
        in_time = crowd.months + ahead.months <= limit if hop else np.ones(1, dtype=np.bool_)
        edges.append(np.column_stack([crowd.node, arrive, ahead.cost])[in_time])
        if hop == max_hops - 1:
            break
        crowd, ahead, came = _advance(crowd, ahead, country, direct, len(rows), limit)
        if not len(crowd.node):
            break
        rows.extend(crowd.row.tolist())
        edges.append(came)
    return Tree(make_graph(len(rows), np.vstack(edges)), tuple(rows))


def _set_out(start: Start, row: int, country: Country) -> Crowd:
    return Crowd(
        node=np.array([START]),
        row=np.array([row]),
        held=line_up([start.held], country.ground),
        years=np.array([start.years]),
        pay=np.array([country.purse.today if country.purse else 0.0]),
        hours=np.zeros(1),
        months=np.zeros(1),
        past=np.array([[row]]),
        fallen=np.zeros(1, dtype=np.intp),
    )


def _advance(
    crowd: Crowd, ahead: Moved, country: Country, direct: float, nodes: int, limit: float
) -> tuple[Crowd, Moved, Floats]:
    """Everybody one hop further, what the target takes them from there, and the edges of the tree that they came by."""
    places, rows = _list_choices(crowd, country)
    arrived = [crowd.pick(np.zeros(0, dtype=np.intp))]
    came = [np.zeros((0, 3))]
    left = [np.zeros(0)]
    for row in sorted(set(rows.tolist())):
        origin = places[rows == row]
        moved = _enter(row, crowd.pick(origin), country)
        within = moved.hours <= EASIER * ahead.hours[origin]
        within &= crowd.months[origin] + moved.months <= limit
        arrived.append(_arrive(row, crowd.pick(origin), moved, country).pick(within))
        came.append(moved.cost[within])
        left.append(ahead.hours[origin][within])
    past = np.vstack([part.past for part in arrived[1:]] or [np.column_stack([arrived[0].past, arrived[0].row])])
    names = [name for name in Crowd.__dataclass_fields__ if name != "past"]
    joined = Crowd(past=past, **{name: np.concatenate([getattr(part, name) for part in arrived]) for name in names})
    onward = _enter(country.target, joined, country)
    within = (onward.hours <= EASIER * np.concatenate(left)) & (joined.hours + onward.hours <= DETOUR * direct)
    joined, costs = joined.pick(within), np.vstack(came)[within]
    numbers = np.arange(nodes, nodes + len(joined.node))
    edges = np.column_stack([joined.node, numbers, costs])
    return replace(joined, node=numbers), onward.pick(within), edges


def _arrive(row: int, before: Crowd, moved: Moved, country: Country) -> Crowd:
    """The crowd in its new post; `node` is still that of the post before."""
    terrain, count = country.terrain, len(before.node)
    passed = np.where(before.row == NOWHERE, 0.0, moved.months / 12)
    return Crowd(
        node=before.node,
        row=np.full(count, row),
        held=raise_levels(country.syllabus(row), before.held, moved.learned),
        years=np.maximum(before.years + passed, terrain.years[row]),
        pay=_look_up_pay(row, before.pay, country),
        hours=before.hours + moved.hours,
        months=before.months + moved.months,
        past=np.column_stack([before.past, np.full(count, row)]),
        fallen=before.fallen + _steps_down(before.row, row, terrain),
    )


def _list_choices(crowd: Crowd, country: Country) -> tuple[Ints, Ints]:
    """(place in the crowd, row moved to) of every move that is credible for the person."""
    terrain = country.terrain
    places, rows = [], []
    for row in sorted(set(crowd.row.tolist())):
        if row == NOWHERE:
            moves = _enter_field(crowd, country)
        else:
            moves = list_moves(terrain, row, country.target, country.may)
        here = np.flatnonzero(crowd.row == row)
        places.append(np.repeat(here, len(moves)))
        rows.append(np.tile(moves, len(here)))
    place, to = np.concatenate(places), np.concatenate(rows)
    fits = (crowd.past[place] != to[:, None]).all(axis=1)
    fits &= terrain.years[to] <= crowd.years[place] + REACH_YEARS
    fits &= crowd.fallen[place] + _steps_down(crowd.row[place], to, terrain) <= 1
    return place[fits], to[fits]


def _enter_field(crowd: Crowd, country: Country) -> Ints:
    """First posts of somebody from outside: those within reach of their years that lie most between."""
    terrain = country.terrain
    fits = country.may & ~terrain.managing & (terrain.years <= crowd.years[0] + REACH_YEARS)
    covered = np.zeros(len(terrain.stages))
    for row in np.flatnonzero(fits).tolist():
        covered[row] = cover(country.syllabus(row), crowd.held[:1], country.ground)[0]
    return choose(covered * terrain.overlap[:, country.target], fits)


def _steps_down(before: Ints, after: Ints | int, terrain: Terrain) -> Ints:
    fallen = np.maximum(0, terrain.rank[before] - terrain.rank[after])
    return np.asarray(np.where(before == NOWHERE, 0, fallen))


def _look_up_pay(row: int, before: Floats, country: Country) -> Floats:
    """What the post pays; where no source says, what the post before paid."""
    key = country.terrain.stages[row].key
    known = country.purse.medians.get(key) if country.purse else None
    return before if known is None else np.full(len(before), known)


def _enter(row: int, crowd: Crowd, country: Country) -> Moved:
    """What it takes each of `crowd` to become `row`. The same, with ranges, is `transition.make_hop`."""
    terrain, syllabus = country.terrain, country.syllabus(row)
    learned = learn(syllabus, crowd.held, country.ground)
    outside = crowd.row == NOWHERE
    used = np.zeros((len(crowd.row), len(country.ground.places)), dtype=np.bool_)
    for post in sorted(set(crowd.row[~outside].tolist())):
        used[crowd.row == post] = country.syllabus(post).asked
    weeks = study(learned, used, country.per_week, np.array(AT_WORK))[1]
    asked = add_up(learned.asked)[1]
    studied = np.where(outside, asked / country.per_week, weeks) / WEEKS_A_MONTH
    short = np.maximum(0.0, terrain.years[row] - crowd.years)
    posted = crowd.past.shape[1] > 1
    waited = np.maximum(short * 12, IN_POST.p50) if posted else np.where(outside, 0.0, short * 12)
    months = np.maximum(studied, waited) + SEARCH.p50
    points = _find_points(row, crowd, learned, np.where(outside, short, 0.0), country)
    money = np.zeros(len(crowd.row))
    if country.purse:
        money = np.maximum(0.0, country.purse.reference - crowd.pay) * months / 12
    cost = np.round(np.column_stack([months, money, points**2]) / GRAIN)
    return Moved(learned.hours[1], months, cost, learned)


def _find_points(row: int, crowd: Crowd, learned: Learned, years_short: Floats, country: Country) -> Floats:
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
        add_up(learned.asked)[1] / POINT_HOURS
        + DISTANCE_POINTS * (1 - overlap)
        + up * np.where(same, STAGE_POINTS / 2, STAGE_POINTS)
        + into * TRACK_POINTS
        + years_short
    )


def make_country(
    terrain: Terrain, catalog: Catalog, target: int, may: Flags, purse: Purse | None, per_week: float
) -> Country:
    return Country(terrain, make_ground(catalog), catalog, target, may, purse, per_week)
