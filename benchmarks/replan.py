"""Plans each example with the shipped catalog, misses one week, and makes the plan again.

Usage: python benchmarks/replan.py [FOLDER] [--to ml-engineer:mid ai-engineer:senior data-scientist:mid] [--hours 5 10]

FOLDER holds résumés (examples/ by default). Printed for each plan and missed week: seconds of making it again (catalog
and profile open already), activities still to come, those that end in another week or are left out, the hours that lie
in other weeks, and the worth against a plan made afresh without any wish to stay (1 is as good).
"""

from __future__ import annotations

import argparse
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import mean

from headway.actions.catalog import open_catalog
from headway.actions.person import read_person
from headway.catalog.lookup import find_role_stage
from headway.gap.measure import measure_gap
from headway.plan.make import PATIENCE, make_plan
from headway.plan.model import Plan
from headway.plan.revise import EFFORT
from headway.plan.score import find_worth
from headway.plan.solver import sketch
from headway.plan.state import state_problem
from headway.plan.terms import Terms
from headway.track.events import Done, Happening, Logged
from headway.track.kept import KeptPlan
from headway.track.progress import fold_progress
from headway.track.replan import make_replan, measure_now
from headway.values import Map
from headway.wish import Wish

MONDAY = date(2026, 11, 30)
MISSED = (2, 6, 12, 24)
LINE = "{:22} {:22} {:>5} {:>6} {:>8} {:>6} {:>6} {:>7} {:>7}"


def follow(plan: Plan, weeks: int) -> list[Happening]:
    """The first `weeks` weeks as planned."""
    names = {activity.activity: activity for activity in plan.activities}
    events: list[Happening] = []
    for week in plan.weeks[:weeks]:
        for block in week.blocks:
            one = names[block.activity]
            events.append(Logged(on=week.monday, activity=one.activity, name=one.name, hours=block.hours))
            if one.last == week.number:
                events.append(
                    Done(on=week.monday, activity=one.activity, name=one.name, expected=one.hours, teaches=one.teaches)
                )
    return events


def hours_elsewhere(before: Plan, after: Plan) -> float:
    """Of the hours still planned before, the share that no longer lies in the same week."""
    old = {(w.monday, b.activity): b.hours for w in before.weeks for b in w.blocks if w.monday >= after.start}
    new = {(w.monday, b.activity): b.hours for w in after.weeks for b in w.blocks}
    return 1 - sum(min(hours, new.get(place, 0.0)) for place, hours in old.items()) / (sum(old.values()) or 1.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parents[1] / "examples")
    parser.add_argument("--to", nargs="+", default=["ml-engineer:mid", "ai-engineer:senior", "data-scientist:mid"])
    parser.add_argument("--hours", nargs="+", type=float, default=[5.0, 10.0])
    asked = parser.parse_args()
    catalog = open_catalog()
    print(LINE.format("résumé", "to", "hours", "missed", "seconds", "coming", "moved", "hours", "worth"))
    rows = []
    for file in sorted(
        file for file in asked.folder.iterdir() if file.suffix in (".pdf", ".docx", ".md", ".txt", ".json")
    ):
        profile, _ = read_person(file, catalog, MONDAY)
        for to in asked.to:
            target = find_role_stage(to, catalog)
            gap = measure_gap(profile, target, catalog, MONDAY)
            for hours in asked.hours:
                plan = make_plan(gap, profile, catalog, (hours,) * 52, MONDAY)
                wish = Wish(to=to, hours=hours)
                kept = KeptPlan(made_on=MONDAY, wish=wish, target=target.key, title=to, hours=hours, plan=plan)
                for missed in (week for week in MISSED if week < len(plan.weeks)):
                    start = MONDAY + timedelta(weeks=missed)
                    events = [(str(n), event) for n, event in enumerate(follow(plan, missed - 1))]
                    progress = fold_progress(kept, events, start)
                    capacity = (hours,) * (52 - missed)
                    begun = time.perf_counter()
                    _, change = make_replan(kept, progress, profile, target, catalog, capacity, start, wish, hours, ())
                    seconds = time.perf_counter() - begun
                    coming = change.kept + sum(move.before is not None for move in change.moves)
                    learned, left = measure_now(kept, progress, profile, target, catalog)
                    over = {a.activity for a in progress.activities if a.state.over}
                    spent = {a.activity: a.logged for a in progress.activities if a.logged and a.activity not in over}
                    terms = Terms(excluded=tuple(sorted(over)), spent=Map(spent))
                    stated = state_problem(left, learned, catalog, capacity, start, None, terms)
                    fresh = find_worth(stated.instance, sketch(stated.instance, 4 * EFFORT, PATIENCE))
                    laid: dict[str, dict[int, float]] = {}
                    for week in change.plan.weeks:
                        for block in week.blocks:
                            laid.setdefault(block.activity, {})[week.number] = block.hours
                    worth = find_worth(stated.instance, laid) / (fresh or 1.0)
                    row = (seconds, coming, change.moved_share, hours_elsewhere(plan, change.plan), worth)
                    rows.append(row)
                    cells = (f"{row[0]:.2f}", row[1], f"{row[2]:.0%}", f"{row[3]:.0%}", f"{row[4]:.3f}")
                    print(LINE.format(file.stem[:22], to, f"{hours:g}", missed, *cells), flush=True)
    seconds_of, _, moved, elsewhere, worths = zip(*rows, strict=True)
    print(f"\n{len(rows)} times: mean {mean(seconds_of):.2f} s, most {max(seconds_of):.2f} s;")
    print(f"moved mean {mean(moved):.0%}, more than a fifth in {sum(m > 0.2 for m in moved)};")
    print(f"hours elsewhere mean {mean(elsewhere):.0%}; worth mean {mean(worths):.3f}, least {min(worths):.3f}")


if __name__ == "__main__":
    main()
