"""Times one profile against every role stage at once, and checks it against each gap measured alone.

Usage: python benchmarks/gap.py RESUME... [--runs 50]
Prints milliseconds (median of the runs on the wall clock and of the processor, warm: catalog, profile and matrix are
there) and the largest difference of readiness and hours from the gaps measured one by one, with the seconds of these.
"""

from __future__ import annotations

import argparse
import statistics
import time
from datetime import date
from pathlib import Path

from headway.actions.catalog import open_catalog
from headway.actions.person import read_person
from headway.catalog.model import Catalog
from headway.gap.matrix import Measures, NeedMatrix, build_matrix, measure_all
from headway.gap.measure import measure_needs
from headway.profile.model import Profile

TODAY = date(2026, 11, 23)


def time_all(profile: Profile, matrix: NeedMatrix, catalog: Catalog, runs: int) -> tuple[float, float, Measures]:
    """Milliseconds of a run on the wall clock and of the processor, and what came out."""
    measures = measure_all(profile, matrix, catalog, TODAY)
    wall, processor = [], []
    for _ in range(runs):
        start, busy = time.perf_counter(), time.thread_time()
        measures = measure_all(profile, matrix, catalog, TODAY)
        wall.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.thread_time() - busy))
    return statistics.median(wall), statistics.median(processor), measures


def compare_each(profile: Profile, matrix: NeedMatrix, catalog: Catalog, measures: Measures) -> tuple[float, float]:
    """The largest difference from the gaps measured alone (readiness, and hours in thousands), and their seconds."""
    start = time.perf_counter()
    worst = 0.0
    for row, stage in enumerate(matrix.stages):
        report = measure_needs(stage.key, stage.needs, (), profile, catalog, TODAY)
        total = sum(item.importance for item in report.items)
        mid = sum(item.importance * item.credit for item in report.items) / total
        worst = max(worst, abs(mid - measures.readiness[row]), abs(report.hours.p50 - measures.hours[row]) / 1000)
    return worst, time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resumes", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=50)
    asked = parser.parse_args()
    catalog = open_catalog()
    matrix = build_matrix(catalog)
    print(f"{len(matrix.stages)} role stages, {len(matrix.wanted)} needs")
    print(f"{'':32} {'skills':>6} {'ms':>7} {'cpu ms':>7} {'differs':>9} {'alone s':>8}")
    for resume in asked.resumes:
        profile, _ = read_person(resume, catalog, TODAY)
        wall, processor, measures = time_all(profile, matrix, catalog, asked.runs)
        worst, alone = compare_each(profile, matrix, catalog, measures)
        numbers = f"{len(profile.claims):6} {wall:7.2f} {processor:7.2f} {worst:9.1e} {alone:8.2f}"
        print(f"{resume.name:32} {numbers}")


if __name__ == "__main__":
    main()
