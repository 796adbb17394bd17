"""The best compromises of a graph: exactly those of trying every route, whatever the graph."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from headway.routes.pareto import find_best, keep_best, make_graph

Edge = tuple[int, int, tuple[float, ...]]


def try_everything(edges: Sequence[Edge], source: int, target: int, max_hops: int) -> set[tuple[float, ...]]:
    """The best vectors by walking every walk of at most `max_hops`."""
    width = len(edges[0][2]) if edges else 1
    ends: set[tuple[float, ...]] = set()
    walks = {(source, (0.0,) * width)}
    for _ in range(max_hops + 1):
        ends |= {vector for node, vector in walks if node == target}
        walks = {
            (end, tuple(a + b for a, b in zip(vector, cost, strict=True)))
            for node, vector in walks
            for start, end, cost in edges
            if start == node
        }
    return {v for v in ends if not any(o != v and all(a <= b for a, b in zip(o, v, strict=True)) for o in ends)}


def graphs(amounts: st.SearchStrategy[float]) -> st.SearchStrategy[tuple[int, list[Edge]]]:
    sizes = st.tuples(st.integers(2, 6), st.integers(1, 4))
    return sizes.flatmap(
        lambda size: st.tuples(
            st.just(size[0]),
            st.lists(
                st.tuples(st.integers(0, size[0] - 1), st.integers(0, size[0] - 1), st.tuples(*[amounts] * size[1])),
                min_size=1,
                max_size=14,
            ),
        )
    )


def rows(edges: Sequence[Edge]) -> list[list[float]]:
    return [[start, end, *cost] for start, end, cost in edges]


CHEAP_BUT_LONG: tuple[int, list[Edge]] = (
    4,
    [(0, 1, (1.0,)), (1, 2, (1.0,)), (0, 2, (5.0,)), (2, 3, (1.0,)), (0, 3, (9.0,))],
)
"""With two hops the dear way to node 2 is the only one that still reaches node 3."""


@settings(max_examples=400)
@given(graphs(st.integers(0, 6).map(float)), st.integers(0, 5), st.booleans())
@example(CHEAP_BUT_LONG, 2, False)
def test_the_front_is_that_of_trying_every_route(graph: tuple[int, list[Edge]], max_hops: int, to_self: bool) -> None:
    size, edges = graph
    target = 0 if to_self else size - 1
    found = find_best(make_graph(size, rows(edges)), 0, target, max_hops)
    assert {best.vector for best in found} == try_everything(edges, 0, target, max_hops)
    assert len({best.vector for best in found}) == len(found)
    assert [best.vector for best in found] == sorted(best.vector for best in found)


@settings(max_examples=150)
@given(graphs(st.floats(0, 10).map(lambda amount: round(amount, 2))), st.integers(1, 5))
def test_fractions_round_no_route_away(graph: tuple[int, list[Edge]], max_hops: int) -> None:
    size, edges = graph
    exact = [(a, b, tuple(Fraction(str(c)) for c in cost)) for a, b, cost in edges]
    truth = try_everything(exact, 0, size - 1, max_hops)  # type: ignore[arg-type]
    found = find_best(make_graph(size, rows(edges)), 0, size - 1, max_hops)
    for vector in truth:
        assert any(np.allclose([float(x) for x in vector], best.vector, rtol=1e-9, atol=1e-9) for best in found)
    for best in found:
        assert any(all(float(a) <= b + 1e-9 for a, b in zip(vector, best.vector, strict=True)) for vector in truth), (
            "each is as good as one of the truth"
        )


@settings(max_examples=200)
@given(graphs(st.integers(0, 6).map(float)), st.integers(1, 5))
def test_each_vector_comes_with_a_way_that_sums_to_it(graph: tuple[int, list[Edge]], max_hops: int) -> None:
    size, edges = graph
    for best in find_best(make_graph(size, rows(edges)), 0, size - 1, max_hops):
        assert best.nodes[0] == 0
        assert best.nodes[-1] == size - 1
        assert len(best.nodes) - 1 <= max_hops
        hops = [[e for e in edges if e[:2] == pair] for pair in zip(best.nodes, best.nodes[1:], strict=False)]
        assert all(hops)
        sums = {(0.0,) * len(edges[0][2])}
        for choices in hops:
            sums = {tuple(a + b for a, b in zip(s, cost, strict=True)) for s in sums for _, _, cost in choices}
        assert best.vector in sums


def test_a_larger_graph_keeps_every_compromise_within_its_hops() -> None:
    rng = np.random.default_rng(7)
    edges: list[Edge] = [
        (int(a), int(b), tuple(float(x) for x in rng.integers(0, 40, 3))) for a, b in rng.integers(0, 25, (120, 2))
    ]
    assert max(len(find_best(make_graph(25, rows(edges)), 0, target, 5)) for target in range(1, 25)) > 5, (
        "some target has many compromises"
    )
    for target in range(1, 25):
        found = find_best(make_graph(25, rows(edges)), 0, target, 5)
        assert {best.vector for best in found} == try_everything(edges, 0, target, 5)


def test_nowhere_to_go_is_no_route() -> None:
    assert find_best(make_graph(3, [[0, 1, 2.0]]), 0, 2, 5) == ()
    assert find_best(make_graph(3, []), 0, 2, 5) == ()


@pytest.mark.parametrize("edge", [[0, 3, 1.0], [0, -1, 1.0], [0, 1, -1.0], [0, 1, float("inf")], [0, 1, float("nan")]])
def test_an_edge_that_cannot_be_meant_is_refused(edge: list[float]) -> None:
    with pytest.raises(ValueError, match=r"nodes|negative"):
        make_graph(3, [edge])


def test_of_equal_vectors_the_first_is_kept() -> None:
    assert keep_best(np.array([[2.0, 2.0], [1.0, 3.0], [1.0, 3.0], [3.0, 3.0]])).tolist() == [1, 0]
