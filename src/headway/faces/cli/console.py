"""What every page on the terminal is laid out with: a console at most 100 wide, grids that wrap under themselves."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

WIDEST = 100


def open_console(stderr: bool = False) -> Console:
    console = Console(stderr=stderr, highlight=False, emoji=False, markup=False)
    console.width = min(console.width, WIDEST)
    return console


def put_title(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, style="bold"))


def put_section(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, style="bold cyan"))


def make_grid(*widths: int | None) -> Table:
    """A table without lines; a column without a width takes what is left and wraps under itself."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    return grid


def make_bar(share: float, width: int = 20) -> str:
    full = round(share * width)
    return "█" * full + "░" * (width - full)


def put(console: Console, body: Table | Text) -> None:
    console.print(Padding(body, (0, 0, 0, 2), expand=False))


def put_list(console: Console, title: str, lines: Sequence[str]) -> None:
    """A section of bullets; nothing at all without lines."""
    if not lines:
        return
    put_section(console, title)
    grid = make_grid(1, None)
    for line in lines:
        grid.add_row("-", line)
    put(console, grid)
