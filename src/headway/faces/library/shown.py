"""How results show themselves: as the guide's lists and dictionaries, as text, as a table in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any, ClassVar, NamedTuple, TypeVar

from headway.values import Value

WIDTH = 80
T = TypeVar("T")
CELL = "text-align:left;vertical-align:top;padding:.2em .8em .2em 0;overflow-wrap:anywhere"


class Table(NamedTuple):
    """Cells of text under headings; the first column names the row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """A sentence under the table, and all that there is to say where it has no rows."""


class Listed(tuple[T, ...]):
    """A tuple that shows itself as a table."""

    table: Table

    def __new__(cls, items: Iterable[T], table: Table) -> Listed[T]:
        made = super().__new__(cls, items)
        made.table = table
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """So that it can be copied and pickled."""
        return tuple(self), self.table

    def __repr__(self) -> str:
        return write_text((self.table,))

    __str__ = __repr__

    def _repr_html_(self) -> str:
        return write_html((self.table,))


class Row(Value):
    """A Value whose fields are also found by name in square brackets, as in the guide's dictionaries."""

    named: ClassVar[tuple[str, ...]] = ()
    """The fields that are keys; all of them where none are named."""

    def keys(self) -> tuple[str, ...]:
        return self.named or tuple(type(self).model_fields)

    def values(self) -> tuple[Any, ...]:
        return tuple(self[key] for key in self.keys())

    def items(self) -> tuple[tuple[str, Any], ...]:
        return tuple((key, self[key]) for key in self.keys())

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self else default  # noqa: SIM401

    def __getitem__(self, key: str) -> Any:
        if key not in self.keys():
            raise KeyError(key)
        return getattr(self, key)

    def __contains__(self, key: object) -> bool:
        return key in self.keys()

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]  # keys, as of a dictionary
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.keys())

    def tables(self) -> tuple[Table, ...]:
        """What it shows."""
        cells = tuple((key.replace("_", " "), say(value)) for key, value in self.items())
        return (Table(type(self).__name__, ("What", "Says"), cells),)

    def __str__(self) -> str:
        return write_text(self.tables())

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return write_html(self.tables())


def say(value: object) -> str:
    """A field in words."""
    if value is None or value == ():
        return "-"
    if isinstance(value, tuple | list):
        return ", ".join(map(say, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def write_text(tables: Sequence[Table]) -> str:
    """The tables one under the other, without colour, for a terminal."""
    from io import StringIO

    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table as Grid
    from rich.text import Text

    file = StringIO()
    console = Console(file=file, width=WIDTH, color_system=None, highlight=False, markup=False, emoji=False)
    for number, table in enumerate(tables):
        if number:
            console.print()
        console.print(Text(_line(table.caption)))
        if table.rows:
            grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="", collapse_padding=False)
            for heading in table.headings:
                grid.add_column(Text(heading), overflow="fold")
            for row in table.rows:
                grid.add_row(*(Text(_line(cell)) for cell in row))
            console.print(Padding(grid, (0, 0, 0, 2), expand=False))
        if table.note:
            console.print(Padding(Text(_line(table.note)), (0, 0, 0, 2), expand=False))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())


def write_html(tables: Sequence[Table]) -> str:
    """The tables as HTML without script, colour or anything from elsewhere: it wraps on narrow screens and prints."""
    return f'<div class="headway">{"".join(map(_write_table, tables))}</div>'


def _write_table(table: Table) -> str:
    note = f"<p>{_escape(table.note)}</p>" if table.note else ""
    if not table.rows:
        return f"<p><strong>{_escape(table.caption)}</strong></p>{note}"
    head = "".join(f'<th scope="col" style="{CELL}">{_escape(heading)}</th>' for heading in table.headings)
    body = "".join(
        f'<tr><th scope="row" style="{CELL}">{_escape(first)}</th>'
        + "".join(f'<td style="{CELL}">{_escape(cell)}</td>' for cell in rest)
        + "</tr>"
        for first, *rest in table.rows
    )
    caption = f'<caption style="text-align:left;font-weight:bold">{_escape(table.caption)}</caption>'
    return (
        f'<table style="border-collapse:collapse;max-width:100%">{caption}'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"
    )


def _escape(text: str) -> str:
    return escape(_line(text))


def _line(text: str) -> str:
    """Without line breaks, control characters and marks that turn the direction of writing."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
