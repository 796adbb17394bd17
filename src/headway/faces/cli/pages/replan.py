"""What a new plan changes, on a terminal: the causes, the moves with their reasons, and what it comes to."""

from __future__ import annotations

from rich.text import Text

from headway.faces.cli.console import make_grid, open_console, put, put_list, put_title
from headway.report.words import say_day
from headway.track.replan import Move, MoveKind, Replan
from headway.track.retro import Retro

COLOURS = {MoveKind.LATER: "yellow", MoveKind.SOONER: "green", MoveKind.OUT: "red", MoveKind.IN: "cyan"}
SHOWN_CAUSES = 8
PROVEN = 0.005
"""A gap below which a plan is said to be the best."""
FAR = 0.15
"""A gap above which a plan made afresh is worth a look."""


def show_replan(change: Replan, dry: bool) -> None:
    console = open_console()
    put_title(console, f"The plan from {say_day(change.start)} on{', from scratch' if change.afresh else ''}")
    causes = change.causes[:SHOWN_CAUSES]
    more = [f"And {len(change.causes) - len(causes)} more."] if len(change.causes) > len(causes) else []
    put_list(console, "What happened", [*causes, *more] or ["Nothing that the plan did not expect."])
    if change.moves:
        console.print()
        console.print(Text("What moves", style="bold cyan"))
        grid = make_grid(7, None)
        for move in change.moves:
            grid.add_row(Text(str(move.kind), style=COLOURS[move.kind]), _say(move))
        put(console, grid)
    stays = "Nothing moves: " if not change.moves else ""
    end = "activity ends when it was" if change.kept == 1 else "activities end when they were"
    share = f"; {change.items_moved} of {change.items} weekly items move" if change.moves and change.items else ""
    put(console, Text(f"{stays}{change.kept} {end} to end{share}.", style="dim"))
    if change.plan.gap is not None and change.plan.activities:
        share = "" if change.plan.gap < PROVEN else f"at least {1 - change.plan.gap:.0%} of "
        put(console, Text(f"Worth {share}the best plan there is from here (proven).", style="dim"))
        if change.plan.gap > FAR and not change.afresh:
            put(console, Text("Staying close costs much here: see headway replan --afresh --dry.", style="dim"))
    if change.finish_after:
        earlier = change.finish_before
        before = f", before it was {say_day(earlier)}" if earlier and earlier != change.finish_after else ""
        gain = f", readiness then about {change.readiness_after:.0%}" if change.readiness_after is not None else ""
        put(console, Text(f"Done likely by {say_day(change.finish_after)}{before}{gain}."))
    put(console, Text("Not kept: --dry." if dry else "Kept. headway today shows the week.", style="dim"))


def _say(move: Move) -> Text:
    dates = " → ".join(say_day(day) for day in (move.before, move.after) if day)
    return Text.assemble((move.name, "bold"), f"  {dates}\n", (f"{move.why[0].upper()}{move.why[1:]}.", "dim"))


def show_retro(seen: Retro) -> None:
    console = open_console()
    put_title(console, f"{say_day(seen.first)} to {say_day(seen.last)}, towards {seen.title}")
    grid = make_grid(11, None)
    planned = f" of {seen.planned:g} h planned" if seen.planned else ""
    grid.add_row("Learned", f"{seen.logged:g} h{planned}")
    grid.add_row("Finished", ", ".join(seen.finished) or "nothing is marked as done")
    if seen.dropped:
        grid.add_row("Dropped", ", ".join(seen.dropped))
    if seen.readiness_now is not None:
        then = f", {seen.readiness_then:.0%} before" if seen.readiness_then is not None else ""
        grid.add_row("Readiness", f"{seen.readiness_now:.0%}{then}")
    grid.add_row("Pace", f"{seen.pace[0].upper()}{seen.pace[1:]}")
    put(console, grid)
    put_list(
        console, "Nearer targets of the same stage", [f"{t.title}: {t.readiness:.0%}  {t.key}" for t in seen.nearer]
    )
    put_list(console, "To ask yourself", seen.questions)
    if seen.said:
        put(console, Text(f"Your note: {seen.said}"))
