"""The week and its balance on a terminal: numbers with what they are held against, and one next step each."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from headway.actions.wellbeing import WeekView
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.wellbeing.balance import Balance, BalanceWeek
from headway.wellbeing.guardrails import DISCLAIMER, GUARDRAILS, Strain

SHOWN_WEEKS = 12
BLOCKS = "▁▂▃▄▅▆▇█"
PARTS = {
    "work": "Work",
    "search": "Job search",
    "sleep": "Sleep",
    "movement": "Movement",
    "social": "Company",
    "strain": "Strain",
}
NAMES = {"commute": "Commute", "care": "Household, family"} | PARTS
COLOURS = {Strain.NONE: "", Strain.AMBER: "yellow", Strain.RED: "red"}
PRIVATE = "These figures lie on this machine and are yours alone."


def show_week(seen: WeekView) -> None:
    console = open_console()
    put_title(console, "Your week" if seen.kept else "A usual week; say what differs with headway week --work 45 …")
    grid = make_grid(18, 8, None)
    searched = [week.checkin.search for week in seen.balance.weeks[-SHOWN_WEEKS:]]
    for name in type(seen.budget).model_fields:
        hours: float = getattr(seen.budget, name)
        if name == "search" and not hours and not any(searched):
            continue
        grid.add_row(NAMES[name], f"{hours:g} h", Text("█" * round(hours / 2), style="cyan"))
    grid.add_row("Free", f"{seen.budget.free:g} h", Text("░" * round(seen.budget.free / 2)))
    put(console, grid)
    if any(searched):
        put_section(console, "Job search")
        put(console, Text.assemble("By your check-ins: ", _say_part("search", seen.balance.weeks, seen.balance), "."))
    put_section(console, "To learn")
    if seen.capacity is None:
        put(console, Text(f"{(seen.refusal or '').capitalize()}."))
        return
    put(console, Text(f"{seen.capacity.hours:g} h a week, of {seen.capacity.free:g} h that nothing claims."))
    put_list(console, "Take note", seen.capacity.notes)


def show_checked_in(balance: Balance) -> None:
    console = open_console()
    console.print("Noted. Thank you for looking.")
    console.print(Text(f"{balance.says} See headway balance.", style="dim"))
    _warnings(console, balance)


def show_balance(balance: Balance, plain: bool) -> None:
    console = open_console()
    put_title(console, "How your weeks were")
    if not balance.weeks:
        put(console, Text("No check-in yet. headway checkin takes under a minute."))
    else:
        weeks = balance.weeks[-SHOWN_WEEKS:]
        grid = make_grid(10, *(() if plain else (SHOWN_WEEKS,)), None)
        for part, name in PARTS.items():
            if part == "search" and not any(week.checkin.search for week in weeks):
                continue
            chart = () if plain else (Text(_chart([getattr(w.checkin, part) for w in weeks], part), style="cyan"),)
            grid.add_row(name, *chart, _say_part(part, weeks, balance))
        put(console, grid)
    put(console, Text(balance.says, style="dim"))
    _warnings(console, balance)
    put(console, Text(f"\n{DISCLAIMER} {PRIVATE}", style="dim"))


def _chart(values: list[float], part: str) -> str:
    """A block a week, from nothing to the most of them; strain from 1 to 5."""
    low, high = (1.0, 5.0) if part == "strain" else (0.0, max([*values, 1.0]))
    return "".join(BLOCKS[round((value - low) / (high - low) * (len(BLOCKS) - 1))] for value in values)


def _say_part(part: str, weeks: tuple[BalanceWeek, ...], balance: Balance) -> Text:
    unit = " of 5" if part == "strain" else " h"
    last = ", ".join(f"{getattr(week.checkin, part):g}" for week in weeks[-4:])
    if balance.lived is None:
        return Text(f"{last}{unit}")
    text = Text.assemble((f"median {getattr(balance.lived, part):g}{unit}", "bold"), f"; last {last}")
    limits = ", ".join(f"{rail.limit:g}" for rail in reversed(GUARDRAILS) if rail.part == part)
    if limits:
        side = next(rail.side for rail in GUARDRAILS if rail.part == part)
        beside = "; counts as work, too" if part == "search" else ""
        text.append(f"; warns {side} {limits}{beside}", style="dim")
    return text


def _warnings(console: Console, balance: Balance) -> None:
    if not balance.warnings:
        return
    put_section(console, "Take note")
    grid = make_grid(1, None)
    for warning in balance.warnings:
        grid.add_row("-", Text.assemble((warning.figure, COLOURS[warning.strain]), f" {warning.next_step}"))
    put(console, grid)
