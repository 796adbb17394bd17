"""The tree of credible sequences once more, with every choice of interchangeable skills that can pay on the way.

For given choices nothing ever takes longer with a skill more, and every choice that was open stays so. Hence the least
over all choices, of hours, months, pay forgone or difficulty, never rises with a skill more: by construction, not by
luck. A search over single moves, each along the nearest skill, would not have that: a skill more can make another one
the nearest, which a later post has no use for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from headway.routes.choices import list_choices
from headway.routes.crowd import Country, Crowd, Start, arrive, enter, enter_by, join, set_out
from headway.routes.learning import Floats, Ints, find_nearest, follow, weigh_ways
from headway.routes.moves import Flags
from headway.routes.pareto import Graph, make_graph
from headway.routes.unfold import ROOT, Tree
from headway.values import Slug

START, TARGET = 0, 1
"""Nodes of the thicket; those of stepping stones follow."""
GRAIN = (0.1, 1000.0, 0.1)
"""Months, money and squared points that differ by less count as equal; in these units costs are whole numbers, which
add up exactly."""

NO_WAYS: Ints = np.zeros(0, dtype=np.intp)
Chosen = tuple[Slug, ...]
"""The skill gone on with for each need of a role stage."""


class Arrival(NamedTuple):
    """A whole route, by its last stone."""

    ways: Ints
    """Those gone on with for the needs of the target."""
    hours: float
    cost: tuple[float, float, float]
    """Months, money and squared points."""


@dataclass
class Thicket:
    """A node for each stone with the choices on the way to it."""

    rows: list[int]
    ways: list[Ints]
    """Those gone on with for the needs of each stone."""
    parents: list[int]
    edges: list[Floats]
    arrivals: dict[int, Arrival] = field(default_factory=dict)
    """By the node of the last stone, or the start."""

    def choose(self, last: int, country: Country) -> tuple[Chosen, ...]:
        """The skills gone on with along the route whose last stone is `last`."""
        slugs: Sequence[Slug] = tuple(country.ground.places)
        steps = [(self.rows[node], self.ways[node]) for node in self.trace(last)]
        steps.append((country.target, self.arrivals[last].ways))
        return tuple(tuple(slugs[skill] for skill in country.syllabus(row).skill[ways]) for row, ways in steps)

    @property
    def graph(self) -> Graph:
        return make_graph(len(self.rows), np.vstack(self.edges))

    def trace(self, node: int) -> tuple[int, ...]:
        """The stones on the way to `node`, itself included."""
        return () if node == START else (*self.trace(self.parents[node]), node)


@dataclass(frozen=True)
class Walkers:
    """A crowd on a tree, where each stands on it, and what the way has cost them."""

    crowd: Crowd
    stem: Ints
    spent: Floats

    def pick(self, places: Ints | Flags) -> Walkers:
        return Walkers(self.crowd.pick(places), self.stem[places], self.spent[places])


def grow(start: Start, tree: Tree, country: Country, most_months: float | None = None) -> Thicket:
    """Every choice that can pay on every sequence of `tree`, within `most_months`; the direct way whatever it takes."""
    thicket = Thicket([tree.rows[ROOT], country.target], [NO_WAYS, NO_WAYS], [-1, -1], [])
    later, arrives = _look_ahead(tree, len(country.terrain.stages)), np.array(tree.arrives)
    limit = np.inf if most_months is None else most_months
    walkers = Walkers(set_out(start, country), np.full(1, ROOT), np.zeros((1, 3)))
    while True:
        _finish(walkers.pick(arrives[walkers.stem]), thicket, country, limit)
        nexts = _list_next(walkers.stem, tree)
        came = [_go_on(row, nodes, walkers.pick(places), thicket, later, country) for row, places, nodes in nexts]
        came = [part.pick(part.spent[:, 0] <= limit) for part in came]
        if not sum(len(part.stem) for part in came):
            return thicket
        walkers = Walkers(
            join([part.crowd for part in came]),
            np.concatenate([part.stem for part in came]),
            np.concatenate([part.spent for part in came]),
        )


def _look_ahead(tree: Tree, stages: int) -> Flags:
    """Node x role stage: whether it is a stone further on that leads to the target."""
    later = np.zeros((len(tree.rows), stages), dtype=np.bool_)
    leads = list(tree.arrives)
    for node in reversed(range(1, len(tree.rows))):
        if leads[node]:
            leads[tree.parents[node]] = True
            later[tree.parents[node]] |= later[node]
            later[tree.parents[node], tree.rows[node]] = True
    return later


def _list_next(stems: Ints, tree: Tree) -> Iterator[tuple[int, Ints, Ints]]:
    """(role stage, places of those who can go on to it, the node of the tree that each gets to)."""
    children: dict[int, list[int]] = {}
    for node in range(1, len(tree.rows)):
        children.setdefault(tree.parents[node], []).append(node)
    steps = [
        (tree.rows[node], place, node) for place, stem in enumerate(stems.tolist()) for node in children.get(stem, ())
    ]
    for row in sorted({step[0] for step in steps}):
        places, nodes = (np.array([step[i] for step in steps if step[0] == row]) for i in (1, 2))
        yield row, places, nodes


def _go_on(row: int, nodes: Ints, walkers: Walkers, thicket: Thicket, later: Flags, country: Country) -> Walkers:
    """Everybody in the post `row`, once for every choice, at the `nodes` of the tree."""
    syllabus = country.syllabus(row)
    ways = weigh_ways(syllabus, walkers.crowd.held, country.ground)
    nearest = find_nearest(syllabus, ways, country.ground)
    who, chosen = list_choices(row, walkers.crowd.held, ways, nearest, later[nodes], country)
    before = walkers.pick(who)
    moved = enter_by(row, before.crowd, follow(syllabus, ways.pick(who), chosen), country)
    first = len(thicket.rows)
    numbers = np.arange(first, first + len(who))
    thicket.rows += [row] * len(who)
    thicket.ways += list(chosen)
    thicket.parents += before.crowd.node.tolist()
    thicket.edges.append(np.column_stack([before.crowd.node, numbers, np.round(moved.cost / GRAIN)]))
    crowd = replace(arrive(row, before.crowd, moved, country), node=numbers)
    return Walkers(crowd, nodes[who], before.spent + moved.cost)


def _finish(walkers: Walkers, thicket: Thicket, country: Country, limit: float) -> None:
    """The last move, along the nearest skills, as nothing comes after it."""
    if not len(walkers.stem):
        return
    crowd = walkers.crowd
    moved = enter(country.target, crowd, country)
    total, hours = walkers.spent + moved.cost, crowd.hours + moved.hours
    in_time = (total[:, 0] <= limit) | (crowd.node == START)
    edges = np.column_stack([crowd.node, np.full(len(crowd.node), TARGET), np.round(moved.cost / GRAIN)])
    thicket.edges.append(edges[in_time])
    for place in np.flatnonzero(in_time).tolist():
        months, money, points = total[place].tolist()
        thicket.arrivals[int(crowd.node[place])] = Arrival(
            moved.learned.way[place], float(hours[place]), (months, money, points)
        )
