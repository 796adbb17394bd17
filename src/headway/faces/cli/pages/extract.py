"""The skills of a text on a terminal: each with what the text says of it, and the line it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from headway.actions.extract import Extract
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.skills.items import SkillItem
from headway.skills.unknown import UnknownItem

_AROUND = 18
"""Characters of the text shown on each side of an item."""


def show_extract(found: Extract) -> None:
    console = open_console()
    held = [item for item in found.skills if not item.negated]
    apart = [item for item in found.skills if item.negated]
    count = f"{len(held)} skill{'s' if len(held) != 1 else ''}"
    put_title(console, f"{found.id}: {count} named")
    if any(item.required is not None for item in held):
        _put_items(console, "Asked for", [i for i in held if i.required], found.text)
        _put_items(console, "Preferred", [i for i in held if i.required is False], found.text)
        _put_items(console, "Named besides", [i for i in held if i.required is None], found.text)
    else:
        _put_items(console, "Named", held, found.text)
    _put_items(console, "Denied or wished for, never counted", apart, found.text)
    put_list(console, "Not in the catalog, never counted", [_say_unknown(item) for item in found.unknown])
    put_list(console, "Take note", found.problems)


def _put_items(console: Console, title: str, items: Sequence[SkillItem], text: str) -> None:
    if not items:
        return
    put_section(console, title)
    grid = make_grid(26, 50)
    for item in items:
        said = ", ".join(_say(item))
        quote = _line_around(text, item.start, item.end)
        grid.add_row(item.name, Text.assemble((f"{said}: " if said else "", "cyan"), (quote, "dim")))
    put(console, grid)


def _say(item: SkillItem) -> list[str]:
    parts = []
    if item.wished:
        parts.append("wished for")
    if item.level:
        parts.append(str(item.level))
    if item.years is not None:
        parts.append("1 year" if item.years == 1 else f"{item.years:g} years")
    if len(item.mentions) > 1:
        parts.append(f"{len(item.mentions)} times")
    return parts


def _say_unknown(item: UnknownItem) -> str:
    return f"{item.phrase}; nearest is {item.name} ({item.nearest})" if item.nearest else item.phrase


def _line_around(text: str, start: int, end: int) -> str:
    """The words around a place in its line, cut where words end."""
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    head, tail = max(line, start - _AROUND), min(line_end, end + _AROUND)
    while line < head < start and not text[head - 1].isspace():
        head += 1
    while end < tail < line_end and not text[tail].isspace():
        tail -= 1
    before, after = "… " if head > line else "", " …" if tail < line_end else ""
    return f"{before}{' '.join(text[head:tail].split())}{after}"
