"""Runs the planner on scheduling instances and times it.

Usage: python benchmarks/plan.py INSTANCES.json --out PRED.json [--gap 0.01] [--effort 1]

INSTANCES.json is a list of `{id, weeks, capacity, max_parallel, budget, held, steps: {id: {value, requires}},
activities: [{id, hours, cost, covers, requires, earliest, latest_end}]}`. Written is a list of
`{id, allocation: {activity: {week: hours}}, objective, bound, seconds}`; printed are the proven gap and the gain over
greedy by value per hour, and the means by the part of the id before the first `-`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import mean
from typing import Any

from headway.plan.solver.model import Instance
from headway.plan.solver.reduce import reduce
from headway.plan.solver.score import find_breaches
from headway.plan.solver.search import greedy
from headway.plan.solver.solve import solve

LINE = "{:20} {:>10} {:>10} {:>7} {:>9} {:>8}"


def run(stated: dict[str, Any], gap: float, effort: float) -> tuple[dict[str, Any], float, float]:
    """The answer to one instance, its proven gap, and its gain over the greedy plan, both as shares."""
    start = time.perf_counter()
    instance = Instance.model_validate(stated)
    solution = solve(instance, gap, effort)
    seconds = time.perf_counter() - start
    breaches = find_breaches(instance, solution.allocation)
    if breaches:
        sys.exit(f"{instance.id}: {'; '.join(breaches)}")
    problem = reduce(instance)
    gain = solution.objective / (greedy(problem).worth or 1.0) - 1 if problem.activities else 0.0
    answer = {
        "id": instance.id,
        "allocation": {
            task: {str(week): hours for week, hours in w.items()} for task, w in solution.allocation.items()
        },
        "objective": solution.objective,
        "bound": solution.bound,
        "seconds": round(seconds, 3),
    }
    return answer, solution.gap, gain


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instances", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--gap", type=float, default=0.01, help="stop once proven to be this near (default 0.01)")
    parser.add_argument("--effort", type=float, default=1.0, help="how long to look otherwise (default 1)")
    asked = parser.parse_args()
    print(LINE.format("", "objective", "bound", "gap", "greedy +", "seconds"))
    groups: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    answers = []
    for stated in json.loads(asked.instances.read_text(encoding="utf-8")):
        answer, gap, gain = run(stated, asked.gap, asked.effort)
        answers.append(answer)
        groups[answer["id"].split("-")[0]].append((gap, gain, answer["seconds"]))
        print(
            LINE.format(
                answer["id"],
                f"{answer['objective']:g}",
                f"{answer['bound']:g}",
                f"{gap:.2%}",
                f"{gain:.1%}",
                f"{answer['seconds']:.2f}",
            )
        )
    for name, group in groups.items():
        gaps, gains, seconds = zip(*group, strict=True)
        print(
            f"{name}: n={len(group)}, gap mean {mean(gaps):.2%} worst {max(gaps):.2%}, "
            f"over greedy {mean(gains):.1%}, seconds mean {mean(seconds):.2f} worst {max(seconds):.2f}"
        )
    asked.out.write_text(json.dumps(answers), encoding="utf-8")


if __name__ == "__main__":
    main()
