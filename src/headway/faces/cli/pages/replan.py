"""What a new plan changes, on a terminal: the causes, the moves with their reasons, and what it comes to."""

from __future__ import annotations

from rich.text import Text

from headway.faces.cli.console import make_grid, open_console, put, put_list, put_title
from headway.report.words import say_day
from headway.track.replan import Move, MoveKind, Replan

COLOURS = {MoveKind.LATER: "yellow", MoveKind.SOONER: "green", MoveKind.OUT: "red", MoveKind.IN: "cyan"}
SHOWN_CAUSES = 8


def show_replan(change: Replan, dry: bool) -> None:
    console = open_console()
    put_title(console, f"The plan from {say_day(change.start)} on")
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
    said = f"{stays}{change.kept} activities end when they were to end"
    share = f", {change.moved_share:.0%} of those to come moved" if change.moves else ""
    put(console, Text(f"{said}{share}.", style="dim"))
    if change.finish_after:
        earlier = change.finish_before
        before = f", before it was {say_day(earlier)}" if earlier and earlier != change.finish_after else ""
        gain = f", readiness then about {change.readiness_after:.0%}" if change.readiness_after is not None else ""
        put(console, Text(f"Done likely by {say_day(change.finish_after)}{before}{gain}."))
    put(console, Text("Not kept: --dry." if dry else "Kept. headway today shows the week.", style="dim"))


def _say(move: Move) -> Text:
    dates = " → ".join(say_day(day) for day in (move.before, move.after) if day)
    return Text.assemble((move.name, "bold"), f"  {dates}\n", (f"{move.why[0].upper()}{move.why[1:]}.", "dim"))
