"""Times what routes and transitions take on the shipped catalog, after it is loaded; or lists what they say.

Usage: python benchmarks/transitions.py [--runs 5] [--table] [--skill-more 1500]

Printed are milliseconds, the middle and the worst of the runs: all moves between all role stages at once, the first
time with what is made once for a catalog (its skills beside skills), and the routes of each question. With `--table`
the answers to the questions as the table of docs/routes.md, at six hours a week. With `--skill-more` how many of so
many random routes of one to four moves cost more, in any measure, for somebody who holds a skill more, and how much
more; beside it the same if every move went along the nearest skills.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from headway.actions.catalog import open_catalog
from headway.actions.relatedness import open_ground
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.journey import list_pay
from headway.report.words import say_hours, say_months
from headway.routes.crowd import Start
from headway.routes.find import Conditions, find_all_routes, list_variants, start_at
from headway.routes.moves import survey
from headway.routes.relatedness import relate_all
from headway.routes.table import hash_table, make_table, read_table, write_table
from headway.values import Level

QUESTIONS = """
data-analyst:mid ml-engineer:mid
data-analyst:mid data-scientist:mid
data-scientist:mid ml-engineer:mid
software-engineer:mid ml-engineer:mid
ml-engineer:mid ai-engineer:mid
software-engineer:mid ai-engineer:mid
data-engineer:mid ml-engineer:mid
ml-engineer:mid mlops-engineer:mid
data-engineer:mid mlops-engineer:mid
research-scientist:mid ml-engineer:mid
ml-engineer:senior ai-architect:senior
research-scientist:mid ai-architect:senior
statistician:mid data-scientist:mid
ml-engineer:mid ai-product-manager:mid
data-scientist:senior ai-director:leadership:management
devops-engineer:mid mlops-engineer:mid
data-analyst:entry ml-engineer:senior
"""
SHOWN = 4
MEASURES = ("hours", "months", "money", "difficulty")


def list_answers(catalog: Catalog) -> None:
    """A row of Markdown for each question."""
    pay = list_pay(catalog, "US")
    print("| move | direct | carries over | new | overlap | other routes |")
    print("|---|---|---|---|---|---|")
    for start, end in map(str.split, QUESTIONS.strip().splitlines()):
        origin, target = find_role_stage(start, catalog), find_role_stage(end, catalog)
        routes = find_all_routes(start_at(origin, catalog, 6), target, catalog, pay, Conditions()).routes
        hop = routes[0].hops[0]
        kept, new = (
            ", ".join(dict.fromkeys(catalog.skills[s].name for s in skills[:SHOWN]))
            for skills in (hop.transfers, hop.learns)
        )
        others = "; ".join(
            f"{r.label}: {' > '.join(r.keys[:-1])}, {say_months(r.months)}, difficulty {r.difficulty:.1f}"
            for r in routes[1:]
            if r.label
        )
        direct = f"{say_months(routes[0].months)}, {say_hours(routes[0].hours)}, difficulty {routes[0].difficulty:.1f}"
        print(f"| {start} → {end} | {direct} | {kept} | {new} | {hop.overlap:.2f} | {others or 'none better'} |")


def count_dearer(catalog: Catalog, routes: int) -> None:
    """Random routes for random people inside and outside the field, with and without one skill more."""
    chance, pay, terrain = random.Random(1), list_pay(catalog, "US"), survey(catalog)
    stages, levels = [stage for stage in catalog.role_stages.values() if stage.needs], list(Level)[1:]
    rises = {name: {measure: [0, 0.0] for measure in MEASURES} for name in ("best choices", "nearest skills")}
    most = 0
    for _ in range(routes):
        origin, *way = chance.sample(stages, chance.randint(2, 5))
        asked = [skill for stage in way for need in stage.needs for skill in need.skills]
        held = {chance.choice(asked): chance.choice(levels) for _ in range(chance.randint(0, 15))}
        skill = chance.choice(asked)
        more = {**held, skill: max(held.get(skill, Level.NONE), chance.choice(levels))}
        start = Start(chance.choice((None, origin)), held, chance.uniform(0, 10), 6)
        variants = [list_variants(one, way, terrain, catalog, pay) for one in (start, start._replace(held=more))]
        most = max(most, *map(len, variants))
        for name, rise in rises.items():
            few, many = (list(v[:1] if name == "nearest skills" else v) for v in variants)
            for measure, seen in rise.items():
                before, after = (min(getattr(v, measure) for v in each) for each in (few, many))
                if after > before + 1e-6:
                    seen[0], seen[1] = seen[0] + 1, max(seen[1], after / max(before, 1) - 1)
    print(f"Of {routes:,} random routes of one to four moves so many cost more with a skill more (and at most by):")
    print(f"{'':16}" + "".join(f"{measure:>16}" for measure in MEASURES))
    for name, rise in rises.items():
        print(f"{name:16}" + "".join(f"{f'{int(n)} ({worst:.2%})':>16}" for n, worst in rise.values()))
    print(f"choices on one route: at most {most}")


def take(name: str, work: Callable[[], object], runs: int) -> None:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1e3)
    print(f"{name:58} {statistics.median(times):8.0f} {max(times):8.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--skill-more", type=int, metavar="ROUTES")
    asked = parser.parse_args()
    runs, catalog = asked.runs, open_catalog()
    if asked.table:
        list_answers(catalog)
        return
    if asked.skill_more:
        count_dearer(catalog, asked.skill_more)
        return
    pairs = len(catalog.role_stages) ** 2
    print(f"{'':58} {'p50 ms':>8} {'worst':>8}")
    started = time.perf_counter()
    alike = relate_all(open_ground(catalog))
    print(f"{'relatedness of all, with the tables it rests on':58} {(time.perf_counter() - started) * 1e3:8.0f}")
    take(f"all {pairs:,} transitions, first time", lambda: make_table(catalog, alike), 1)
    take(f"all {pairs:,} transitions, again", lambda: make_table(catalog, alike), runs)
    with TemporaryDirectory() as folder:
        place, digest = Path(folder), hash_table(catalog)
        write_table(place, digest, make_table(catalog, alike))
        size = sum(file.stat().st_size for file in place.iterdir()) / 1e6
        take(f"read from the cache, {size:.1f} MB, with its hash", lambda: read_table(place, hash_table(catalog)), runs)
    pay = list_pay(catalog, "US")
    for start, end in map(str.split, QUESTIONS.strip().splitlines()):
        origin, target = find_role_stage(start, catalog), find_role_stage(end, catalog)
        standing = start_at(origin, catalog, 6)
        found = find_all_routes(standing, target, catalog, pay, Conditions())
        name = f"{start} > {end}: {len(found.routes)} routes"
        take(name, lambda s=standing, t=target: find_all_routes(s, t, catalog, pay, Conditions()), runs)  # type: ignore[misc]


if __name__ == "__main__":
    main()
