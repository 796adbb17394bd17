"""All best compromises between two nodes of a graph: exact multi-objective search with a limit on hops.

Labels grow hop by hop. From every node the fewest of each objective still to come is known (a search backwards from
the target, one hop count at a time), and so is how some good route goes on. So each label at once gives routes that
exist, and is dropped when what it could at best become is already covered. Labels are compared with those that reached
their node in as many hops or fewer, never with longer ones: a dearer label with hops left may go where a cheaper one
cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Ints = NDArray[np.intp]
SLACK = 1e-9
"""Relative; a bound this close is not pruned on, as sums of fractions hang on their order. Whole numbers are exact."""
WHOLE = 2.0**52


class Best(NamedTuple):
    """One best compromise: what it sums to, and one way of getting there, source and target included."""

    vector: tuple[float, ...]
    nodes: tuple[int, ...]


@dataclass(frozen=True)
class Graph:
    """Directed edges sorted by where they start. `first[v]` to `first[v + 1]` are the edges out of node v."""

    first: Ints
    ends: Ints
    costs: Numbers
    """Edge x objective, none negative."""
    whole: bool
    """Whether every cost is a whole number, so that sums are exact."""

    @property
    def size(self) -> int:
        return len(self.first) - 1


class _Onward(NamedTuple):
    """From each node to the target in at most as many hops as its place in the list says."""

    least: Numbers
    """Node x objective: the fewest of each, inf where the target cannot be reached."""
    sample: Numbers
    """Way x node x objective: what a few good ways on sum to; inf where there is none."""
    edge: Ints
    """Way x node: the first edge of each, -1 at the target and where there is none."""


class _Labels(NamedTuple):
    """Walks from the source, all of one hop count."""

    node: Ints
    vector: Numbers
    edge: Ints
    """The last edge walked."""
    parent: Ints
    """Place among the labels of one hop less."""


def make_graph(size: int, edges: Iterable[Sequence[float]]) -> Graph:
    """A graph of `size` nodes from rows `[from, to, cost, cost …]`, at least one cost; ValueError for a negative one,
    one that is not finite, or a node that is not there. Parallel edges and loops are allowed."""
    rows = np.array([list(edge) for edge in edges], dtype=np.float64)
    if rows.size == 0:
        rows = np.zeros((0, 3))
    starts, ends, costs = rows[:, 0].astype(np.intp), rows[:, 1].astype(np.intp), rows[:, 2:]
    if rows.size and (min(starts.min(), ends.min()) < 0 or max(starts.max(), ends.max()) >= size):
        raise ValueError(f"an edge leaves the {size} nodes")
    if not (np.isfinite(costs).all() and (costs >= 0).all()):
        raise ValueError("a cost is negative or not finite")
    order = np.argsort(starts, kind="stable")
    return Graph(
        first=np.searchsorted(starts[order], np.arange(size + 1)).astype(np.intp),
        ends=ends[order],
        costs=np.ascontiguousarray(costs[order]),
        whole=bool((costs == np.floor(costs)).all() and costs.sum() < WHOLE),
    )


def find_best(graph: Graph, source: int, target: int, max_hops: int) -> tuple[Best, ...]:
    """Every vector that no route of at most `max_hops` from `source` to `target` improves on, each once, in order.

    Of routes with the same vector one is told, always the same. Empty when there is no route; one of nothing but the
    node when source and target are the same.
    """
    if source == target:
        return (Best((0.0,) * graph.costs.shape[1], (source,)),)
    onward = _look_back(graph, target, max_hops)
    if not np.isfinite(onward[max_hops].least[source]).all():
        return ()
    width = graph.costs.shape[1]
    front, marks = np.zeros((0, width)), np.zeros((0, 3), dtype=np.intp)
    hops = [_Labels(np.array([source]), np.zeros((1, width)), np.array([-1]), np.array([-1]))]
    seen: dict[int, Numbers] = {}
    for hop in range(max_hops + 1):
        labels, left = hops[-1], max_hops - hop
        front, marks = _extend_front(front, marks, labels, onward[left], hop)
        if not (left and len(labels.node)):
            break
        hops.append(_drop_dominated(_grow(graph, labels, onward[left - 1], front, target), seen))
    return _tell(graph, [_trace(graph, hops, onward, mark) for mark in marks.tolist()])


def keep_best(vectors: Numbers) -> Ints:
    """Places of the vectors (rows) that no other improves on, in lexicographic order, the first of equal ones."""
    if len(vectors) <= 1:
        return np.arange(len(vectors))
    order = np.lexsort(vectors.T[::-1])
    ordered = vectors[order]
    kept: list[int] = []
    while len(order):
        # The first in order cannot be improved on by what follows; it rids the rest of all that it covers.
        kept.append(int(order[0]))
        rest = ~(ordered[0] <= ordered).all(axis=1)
        order, ordered = order[rest], ordered[rest]
    return np.array(kept, dtype=np.intp)


def _look_back(graph: Graph, target: int, max_hops: int) -> list[_Onward]:
    """What lies ahead of each node with 0, 1 … `max_hops` hops left."""
    weights = _mix(graph.costs)
    ways, size, width = len(weights), graph.size, graph.costs.shape[1]
    now = _Onward(np.full((size, width), np.inf), np.full((ways, size, width), np.inf), np.full((ways, size), -1))
    now.least[target], now.sample[:, target] = 0.0, 0.0
    worth = np.where(np.arange(size) == target, 0.0, np.full((ways, size), np.inf))
    along = weights @ graph.costs.T
    leaving = np.flatnonzero(np.diff(graph.first))
    starts, owner = graph.first[leaving], np.repeat(np.arange(size), np.diff(graph.first))
    found = [now]
    for _ in range(max_hops if len(leaving) else 0):
        least, sample, edge = now.least.copy(), now.sample.copy(), now.edge.copy()
        ahead = np.minimum.reduceat(graph.costs + now.least[graph.ends], starts, axis=0)
        least[leaving] = np.minimum(least[leaving], ahead)
        sums = along + worth[:, graph.ends]
        best = worth.copy()
        best[:, leaving] = np.minimum(best[:, leaving], np.minimum.reduceat(sums, starts, axis=1))
        way, chosen = np.nonzero((sums == best[:, owner]) & (best < worth)[:, owner])
        # written backwards, so that the first of equally good edges stays
        way, chosen = way[::-1], chosen[::-1]
        edge[way, owner[chosen]] = chosen
        way, node = np.nonzero(best < worth)
        chosen = edge[way, node]
        sample[way, node] = graph.costs[chosen] + now.sample[way, graph.ends[chosen]]
        now, worth = _Onward(least, sample, edge), best
        found.append(now)
    return found + [now] * (max_hops + 1 - len(found))


def _mix(costs: Numbers) -> Numbers:
    """Weights by which good ways on are sought: all objectives in balance, and each nearly alone."""
    width = costs.shape[1]
    mean = np.maximum(costs.mean(axis=0), 1e-12) if len(costs) else np.ones(width)
    return np.asarray(np.vstack([np.ones(width), np.full((width, width), 0.02) + np.eye(width)]) / mean)


def _extend_front(front: Numbers, marks: Ints, labels: _Labels, onward: _Onward, hop: int) -> tuple[Numbers, Ints]:
    """The front with the good ways on from `labels`. A mark says where a vector came from: (hop, label, way)."""
    vectors = (labels.vector + onward.sample[:, labels.node]).reshape(-1, front.shape[1])
    places = np.flatnonzero(np.isfinite(vectors[:, 0]))
    places = places[~_covered(vectors[places], front)]
    way, label = np.divmod(places, len(labels.node))
    added = np.column_stack([np.full_like(way, hop), label, way])
    both = np.vstack([front, vectors[places]])
    kept = keep_best(both)
    return both[kept], np.vstack([marks, added])[kept]


def _grow(graph: Graph, labels: _Labels, onward: _Onward, front: Numbers, target: int) -> _Labels:
    """The labels one hop further that may still come to something new."""
    degree = np.where(labels.node == target, 0, np.diff(graph.first)[labels.node])
    parent = np.repeat(np.arange(len(degree)), degree)
    edge = np.arange(len(parent)) - np.repeat(np.cumsum(degree) - degree, degree) + graph.first[labels.node][parent]
    vector = labels.vector[parent] + graph.costs[edge]
    node = graph.ends[edge]
    bound = vector + onward.least[node]
    if not graph.whole:
        bound = bound * (1 - SLACK)
    open_ = np.flatnonzero(np.isfinite(bound[:, 0]))
    open_ = open_[~_covered(bound[open_], front)]
    return _Labels(node[open_], vector[open_], edge[open_], parent[open_])


def _covered(vectors: Numbers, front: Numbers) -> NDArray[np.bool_]:
    """Which of `vectors` some vector of `front` equals or improves on."""
    hit = np.ones((len(vectors), len(front)), dtype=np.bool_)
    for axis in range(vectors.shape[1]):
        hit &= front[:, axis] <= vectors[:, axis, None]
    return np.asarray(hit.any(axis=1))


def _drop_dominated(labels: _Labels, seen: dict[int, Numbers]) -> _Labels:
    """`labels` without those that another at their node, of as many hops or fewer, equals or improves on.

    `seen` holds what came to each node so far, and gets what stays.
    """
    kept: list[Ints] = []
    order = np.argsort(labels.node, kind="stable")
    for group in np.split(order, np.flatnonzero(np.diff(labels.node[order])) + 1):
        if not len(group):
            continue
        node = int(labels.node[group[0]])
        best = group[keep_best(labels.vector[group])]
        known = seen.get(node, np.zeros((0, labels.vector.shape[1])))
        best = best[~_covered(labels.vector[best], known)]
        seen[node] = np.vstack([known, labels.vector[best]])
        kept.append(best)
    places = np.concatenate(kept) if kept else order
    return _Labels(labels.node[places], labels.vector[places], labels.edge[places], labels.parent[places])


def _trace(graph: Graph, hops: Sequence[_Labels], onward: Sequence[_Onward], mark: Sequence[int]) -> list[int]:
    """The edges of the way that a mark stands for, from the source on."""
    hop, label, way = mark
    left, node = len(onward) - 1 - hop, int(hops[hop].node[label])
    edges: list[int] = []
    while hop:
        edges.append(int(hops[hop].edge[label]))
        hop, label = hop - 1, int(hops[hop].parent[label])
    edges.reverse()
    while (edge := int(onward[left].edge[way, node])) >= 0:
        left -= 1
        if np.array_equal(onward[left].sample[way, node], onward[left + 1].sample[way, node]):
            continue  # as good a way was known with a hop less
        edges.append(edge)
        node = int(graph.ends[edge])
    return edges


def _tell(graph: Graph, ways: Iterable[Sequence[int]]) -> tuple[Best, ...]:
    """The ways with their sums, taken from the first hop on, without those that rounding alone had kept."""
    starts = np.repeat(np.arange(graph.size), np.diff(graph.first))
    told = []
    for edges in ways:
        vector = np.zeros(graph.costs.shape[1])
        for edge in edges:
            vector = vector + graph.costs[edge]
        nodes = (int(starts[edges[0]]), *(int(graph.ends[edge]) for edge in edges))
        told.append(Best(tuple(vector.tolist()), nodes))
    kept = keep_best(np.array([best.vector for best in told]))
    return tuple(told[place] for place in kept)
