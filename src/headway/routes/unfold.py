"""Every credible sequence of posts to a target, as a tree whose nodes are sequences, not posts.

What a move takes hangs on all that came before it, as nothing is learned twice. Which moves are credible is judged by
hours along the nearest skills; which skills are the best to go on with on a whole route, `choices.py` finds out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from headway.routes.crowd import NOWHERE, Country, Crowd, Start, arrive, enter, join, set_out, steps_down
from headway.routes.learning import Floats, Ints, cover
from headway.routes.moves import REACH_YEARS, Flags, choose, list_moves

EASIER, DETOUR = 0.93, 1.5
"""Judged: a stone takes at most this share of the hours that the target takes from where one stands, and leaves at
most this share of them; all together take at most this multiple of the direct hours."""
ROOT = 0


class Tree(NamedTuple):
    """Sequences of stepping stones; each node is one, the root is that of none."""

    rows: tuple[int, ...]
    """The role stage that each node ends at."""
    parents: tuple[int, ...]
    """The node one post less; -1 of the root."""
    arrives: tuple[bool, ...]
    """Whether one may go on from it to the target."""


def unfold(start: Start, country: Country, may: Flags, max_hops: int, most_months: float | None) -> Tree:
    """All sequences of fewer than `max_hops` stones, those of `may`, by which the target is reached in `most_months`;
    the direct way is always among them."""
    limit = np.inf if most_months is None else most_months
    crowd = set_out(start, country)
    left = enter(country.target, crowd, country).hours
    direct = float(left[0])
    rows, parents, arrives = crowd.row.tolist(), [-1], [True]
    for _ in range(max_hops - 1):
        came = _advance(crowd, left, country, may, limit)
        ahead = enter(country.target, came, country)
        within = ahead.hours <= EASIER * left[came.node]
        within &= came.hours + ahead.hours <= DETOUR * direct
        if not within.any():
            break
        first = len(rows) - len(crowd.node)
        came, left = came.pick(within), ahead.hours[within]
        parents += (first + came.node).tolist()
        rows += came.row.tolist()
        arrives += (came.months + ahead.months[within] <= limit).tolist()
        crowd = replace(came, node=np.arange(len(came.node)))
    return Tree(tuple(rows), tuple(parents), tuple(arrives))


def chain(start: Start, stones: list[int], country: Country) -> Tree:
    """One sequence alone."""
    rows = (country.terrain.rows[start.origin.key] if start.origin else NOWHERE, *stones)
    return Tree(rows, tuple(range(-1, len(stones))), (False,) * len(stones) + (True,))


def _advance(crowd: Crowd, left: Floats, country: Country, may: Flags, limit: float) -> Crowd:
    """Everybody one post further, where that takes less than the `left` hours to the target; `node` is the place in
    `crowd` of the one who came."""
    places, rows = _list_choices(crowd, country, may)
    arrived = []
    for row in sorted(set(rows.tolist())):
        origin = places[rows == row]
        people = crowd.pick(origin)
        moved = enter(row, people, country)
        within = (moved.hours <= EASIER * left[origin]) & (people.months + moved.months <= limit)
        arrived.append(arrive(row, people, moved, country).pick(within))
    return join(arrived) if arrived else crowd.pick(places)


def _list_choices(crowd: Crowd, country: Country, may: Flags) -> tuple[Ints, Ints]:
    """(place in the crowd, row moved to) of every move that is credible for the person."""
    terrain = country.terrain
    places, rows = [], []
    for row in sorted(set(crowd.row.tolist())):
        outside = row == NOWHERE
        moves = _enter_field(crowd, country, may) if outside else list_moves(terrain, row, country.target, may)
        here = np.flatnonzero(crowd.row == row)
        places.append(np.repeat(here, len(moves)))
        rows.append(np.tile(moves, len(here)))
    place, to = np.concatenate(places), np.concatenate(rows)
    fits = (crowd.past[place] != to[:, None]).all(axis=1)
    fits &= terrain.years[to] <= crowd.years[place] + REACH_YEARS
    fits &= crowd.fallen[place] + steps_down(crowd.row[place], to, terrain) <= 1
    return place[fits], to[fits]


def _enter_field(crowd: Crowd, country: Country, may: Flags) -> Ints:
    """First posts of somebody from outside: those within reach of their years that lie most between."""
    terrain = country.terrain
    fits = may & ~terrain.managing & (terrain.years <= crowd.years[0] + REACH_YEARS)
    covered: Floats = np.zeros(len(terrain.stages))
    for row in np.flatnonzero(fits).tolist():
        covered[row] = cover(country.syllabus(row), crowd.held[:1], country.ground)[0]
    return choose(covered * terrain.overlap[:, country.target], fits)
