"""Finds the best compromises of queries on given graphs, and times each.

Usage: python benchmarks/routes.py ROUTES.json --out PRED.json [--runs 3]

ROUTES.json holds `graphs` (by name: `n` nodes, `edges` as [from, to, cost, cost …]) and `queries` (`graph`, `source`,
`target`, `max_hops`, and `front`, the exact answer, where it is known). Written is a list, in the order of the
queries, of lists of vectors. Printed are how many fronts are exact, and p50 and p95 of the milliseconds of a query
(the fastest of its runs) by graph. Making the graph from its edges is timed apart, as it is done once.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np

from headway.routes.pareto import Graph, find_best, make_graph


def answer(query: dict[str, Any], graph: Graph, runs: int) -> tuple[list[list[float]], float]:
    """The vectors of a query, and the milliseconds of its fastest run."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        found = find_best(graph, query["source"], query["target"], query["max_hops"])
        seconds.append(time.perf_counter() - start)
    vectors = [[int(x) if x.is_integer() else x for x in best.vector] for best in found]
    return vectors, min(seconds) * 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("routes", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    stated = json.loads(asked.routes.read_text(encoding="utf-8"))
    graphs, answers = {}, []
    times: dict[str, list[float]] = {}
    for name, given in stated["graphs"].items():
        start = time.perf_counter()
        graphs[name] = make_graph(given["n"], given["edges"])
        made = (time.perf_counter() - start) * 1e3
        print(f"graph {name}: {given['n']} nodes, {len(given['edges'])} edges, made in {made:.1f} ms")
    for query in stated["queries"]:
        vectors, took = answer(query, graphs[query["graph"]], asked.runs)
        answers.append(vectors)
        times.setdefault(query["graph"], []).append(took)
    asked.out.write_text(json.dumps(answers), encoding="utf-8")
    known = [(a, q["front"]) for a, q in zip(answers, stated["queries"], strict=True) if "front" in q]
    exact = sum(sorted(map(tuple, a)) == sorted(map(tuple, front)) for a, front in known)
    print(f"exact: {exact} of {len(known)} fronts")
    for name, took_all in times.items():
        p50, p95 = np.percentile(took_all, [50, 95])
        print(f"graph {name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms over {len(took_all)} queries")


if __name__ == "__main__":
    main()
