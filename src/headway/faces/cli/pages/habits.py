"""Five habits on a terminal: the figures, or why there are none, and one next step each."""

from __future__ import annotations

from rich.text import Text

from headway.faces.cli.console import make_grid, open_console, put, put_section, put_title
from headway.outlook.adaptability import Habits
from headway.outlook.habits import Measure
from headway.report.words import say_day


def show_habits(habits: Habits, why: bool) -> None:
    console = open_console()
    put_title(console, f"Habits, as recorded until {say_day(habits.today)}")
    for habit in habits.habits:
        put_section(console, habit.part.capitalize())
        grid = make_grid(24, None)
        for measure in habit.measures:
            grid.add_row(measure.name.capitalize(), _say(measure, why))
        if habit.refusal:
            grid.add_row("Not measured", f"{habit.refusal}.")
        grid.add_row("Measured on", Text(habit.ground, style="dim"))
        grid.add_row("Next step", habit.next)
        put(console, grid)
    console.print()
    put(console, Text(habits.says, style="dim"))
    if not why:
        put(console, Text("How each figure is made: --why.", style="dim"))


def _say(measure: Measure, why: bool) -> Text:
    ground = f"\n{measure.formula}; n = {measure.n:,} {measure.of}" if why else ""
    return Text.assemble(measure.says, (ground, "dim"))
