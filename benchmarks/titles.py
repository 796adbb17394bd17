"""Ranks a corpus of job titles by their relatedness to each query, and times it.

Usage: python benchmarks/titles.py QUERIES.csv CORPUS.csv --out PRED.csv
Both inputs have the columns id,title. PRED.csv gets query,candidate,score for every pair, score in 0..1.
Prints milliseconds to load the table, to take in the corpus and for each query, and the memory that both take.
"""

from __future__ import annotations

import argparse
import csv
import resource
import statistics
import sys
import time
from pathlib import Path

from headway.catalog.title_space import load_title_space, relate_titles


def read_titles(path: Path) -> tuple[list[str], list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["id"] for row in rows], [row["title"] for row in rows]


def peak() -> float:
    """Highest resident set of this process in MB: Linux counts it in kB, macOS in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path, metavar="QUERIES.csv")
    parser.add_argument("corpus", type=Path, metavar="CORPUS.csv")
    parser.add_argument("--out", type=Path, required=True, metavar="PRED.csv")
    given = parser.parse_args()
    query_ids, queries = read_titles(given.queries)
    corpus_ids, corpus = read_titles(given.corpus)
    before, start = peak(), time.perf_counter()
    space = load_title_space()
    loaded = time.perf_counter()
    titles = space.embed(corpus)
    embedded = time.perf_counter()
    scores, seconds = [], []
    for query in queries:
        asked = time.perf_counter()
        scores.append(relate_titles(query, titles, space))
        seconds.append(time.perf_counter() - asked)
    with given.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("query", "candidate", "score"))
        for query, row in zip(query_ids, scores, strict=True):
            writer.writerows((query, title, f"{score:.6f}") for title, score in zip(corpus_ids, row, strict=True))
    print(f"{'load the table':34}{1e3 * (loaded - start):8.1f} ms")
    print(f"{f'take in {len(corpus)} titles, once':34}{1e3 * (embedded - loaded):8.1f} ms")
    print(f"{'a query, median':34}{1e3 * statistics.median(seconds):8.2f} ms")
    print(f"{'a query, slowest':34}{1e3 * max(seconds):8.2f} ms")
    both = (sum(seconds) + embedded - loaded) / max(len(queries), 1)
    print(f"{'a query with its share of the corpus':34}{1e3 * both:6.2f} ms")
    print(f"{'memory':34}{peak() - before:8.1f} MB")


if __name__ == "__main__":
    main()
