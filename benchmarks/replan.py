"""Plans each example with the shipped catalog, misses one week, and makes the plan again.

Usage: python benchmarks/replan.py [FOLDER] [--to ml-engineer:mid ai-engineer:senior data-scientist:mid] [--hours 5 10]

FOLDER holds résumés (examples/ by default). Printed for each plan and missed week: seconds of processor time to make
it again (catalog and profile open already); items still to come (one activity in one week) and the share of them whose
week no longer holds the same hours; activities still to come and the share that end in another week or are left out;
the worth against a plan made afresh without any wish to stay (1 is as good), and the proven gap to the best there is.
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
from headway.plan.solver.score import find_worth
from headway.plan.solver.solve import sketch
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
LINE = "{:22} {:20} {:>5} {:>6} {:>7} {:>5} {:>5} {:>6} {:>5} {:>6} {:>6}"


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parents[1] / "examples")
    parser.add_argument("--to", nargs="+", default=["ml-engineer:mid", "ai-engineer:senior", "data-scientist:mid"])
    parser.add_argument("--hours", nargs="+", type=float, default=[5.0, 10.0])
    asked = parser.parse_args()
    catalog = open_catalog()
    names = ("résumé", "to", "hours", "missed", "seconds", "items", "moved", "coming", "ends", "worth", "gap")
    print(LINE.format(*names))
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
                    begun = time.process_time()
                    _, change = make_replan(kept, progress, profile, target, catalog, capacity, start, wish, hours, ())
                    seconds = time.process_time() - begun
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
                    ends = 1 - change.kept / coming if coming else 0.0
                    rows.append((seconds, change.moved_share, ends, worth, change.plan.gap or 0.0))
                    cells = (change.items, f"{change.moved_share:.0%}", coming, f"{ends:.0%}", f"{worth:.3f}")
                    head = (file.stem[:22], to, f"{hours:g}", missed, f"{seconds:.2f}")
                    print(LINE.format(*head, *cells, f"{change.plan.gap:.1%}"), flush=True)
    seconds_of, moved, ended, worths, gaps = zip(*rows, strict=True)
    print(f"\n{len(rows)} times: mean {mean(seconds_of):.2f} s, most {max(seconds_of):.2f} s;")
    for name, shares in (("items", moved), ("ends", ended)):
        over = sum(share > 0.2 for share in shares)
        print(f"{name} moved: mean {mean(shares):.0%}, most {max(shares):.0%}, more than a fifth {over} times;")
    print(f"worth mean {mean(worths):.3f}, least {min(worths):.3f}; gap mean {mean(gaps):.1%}, most {max(gaps):.1%}")


if __name__ == "__main__":
    main()
