"""Plans a year for each résumé and target with the shipped catalog: the proven gap, and the time it takes.

Usage: python benchmarks/real_plans.py [FOLDER] [--to ml-engineer:mid data-scientist:mid …] [--hours 6] [--weeks 52]

FOLDER holds résumés (examples/ by default). Printed for each plan: activities to choose among as stated and after
reduction, activities chosen, the proven gap, and seconds of processor time from the gap report to the written plan
(catalog and profile open already).
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path
from statistics import mean, median

from headway.actions.catalog import open_catalog
from headway.actions.person import read_person
from headway.catalog.lookup import find_role_stage
from headway.gap.measure import measure_gap
from headway.plan.make import PATIENCE, make_plan
from headway.plan.solver.reduce import reduce
from headway.plan.state import state_problem

MONDAY = date(2026, 11, 30)
ROLES = ("ml-engineer:mid", "data-scientist:mid", "ai-engineer:mid", "mlops-engineer:mid", "ai-engineer:senior")
LINE = "{:22} {:22} {:>5} {:>7} {:>8} {:>7} {:>6} {:>8}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parents[1] / "examples")
    parser.add_argument("--to", nargs="+", default=list(ROLES))
    parser.add_argument("--hours", nargs="+", type=float, default=[6.0])
    parser.add_argument("--weeks", type=int, default=52)
    asked = parser.parse_args()
    catalog = open_catalog()
    print(LINE.format("résumé", "to", "hours", "stated", "reduced", "chosen", "gap", "seconds"))
    rows = []
    files = (file for file in asked.folder.iterdir() if file.suffix in (".pdf", ".docx", ".md", ".txt", ".json"))
    for file in sorted(files):
        profile, _ = read_person(file, catalog, MONDAY)
        for to in asked.to:
            gap = measure_gap(profile, find_role_stage(to, catalog), catalog, MONDAY)
            for hours in asked.hours:
                capacity = (hours,) * asked.weeks
                begun = time.process_time()
                plan = make_plan(gap, profile, catalog, capacity, MONDAY)
                seconds = time.process_time() - begun
                stated = state_problem(gap, profile, catalog, capacity, MONDAY).instance
                left = len(reduce(stated, PATIENCE).activities)
                rows.append((plan.gap or 0.0, seconds))
                cells = (len(stated.activities), left, len(plan.activities), f"{rows[-1][0]:.2%}", f"{seconds:.2f}")
                print(LINE.format(file.stem[:22], to, f"{hours:g}", *cells), flush=True)
    gaps, times = zip(*rows, strict=True)
    near = sum(gap <= 0.01 for gap in gaps)
    print(f"\n{len(rows)} plans: gap mean {mean(gaps):.2%}, most {max(gaps):.2%}, within 1 % {near}")
    print(f"seconds mean {mean(times):.2f}, median {median(times):.2f}, most {max(times):.2f}")


if __name__ == "__main__":
    main()
