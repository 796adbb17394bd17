"""How alike two kinds of work are, on a terminal."""

from __future__ import annotations

from rich.text import Text

from headway.faces.cli.console import make_bar, make_grid, open_console, put, put_section, put_title
from headway.report.words import say_basis
from headway.routes.relatedness import Among, Part, Relatedness

CALLED = {
    "title": "Titles",
    "needs": "Needs of the roles",
    "skills": "Skills, knowledge",
    "content": "Work content",
    "words": "Names of the work",
    "field": "Field",
    "technology": "Technology",
    "preparation": "Preparation",
}
AMONG = {Among.FIELD: "roles of the field", Among.OCCUPATIONS: "occupations"}
SAME = 0.25
"""Steps of preparation below which two ends ask the same."""


def show_relatedness(found: Relatedness, why: bool) -> None:
    console = open_console()
    put_title(console, f"{found.start} and {found.end}")
    grid = make_grid(13, None)
    grid.add_row("Relatedness", f"{make_bar(found.score)} {found.score:.2f}, the same in both directions")
    grid.add_row("", f"1 is the same work, 0.5 no more alike than two {AMONG[found.among]} taken blindly")
    grid.add_row("How common", found.commonness.said)
    grid.add_row("Preparation", f"{found.end} asks {_say_climb(found)}")
    grid.add_row("Seen as", " and ".join(dict.fromkeys(found.occupations)) + ", of O*NET")
    for name in found.borrowed:
        grid.add_row("", f"{name} has no ratings of its own: those of its nearest relatives stand in")
    put(console, grid)
    put_section(console, "Part by part, from -1 (opposite) to 1 (the same)")
    grid = make_grid(19, 5, None)
    for part in found.parts:
        grid.add_row(CALLED[part.name], f"{part.alike:5.2f}", _say_part(part))
        if why:
            grid.add_row("", "", Text(f"{part.basis.note}; {say_basis(part.basis)}", style="dim"))
    put(console, grid)
    console.print()
    put(console, Text("It says how alike the work is, not how likely a move is to succeed.", style="dim"))


def _say_part(part: Part) -> str:
    shared = f"; both: {', '.join(part.shared)}" if part.shared else ""
    return f"weight {part.weight:.0%}{shared}"


def _say_climb(found: Relatedness) -> str:
    """`more education (1.3 steps) and less experience (-0.4)`."""
    said = []
    for name, steps in (("education", found.climb.education), ("earlier experience", found.climb.experience)):
        amount = "about as much" if abs(steps) < SAME else "more" if steps > 0 else "less"
        said.append(f"{amount} {name} ({steps:+.1f} steps)")
    return " and ".join(said)
