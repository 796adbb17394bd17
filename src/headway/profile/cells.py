"""The rows of a table as lines: what stands side by side in one row belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headway.profile.lines import Line


def lay_row(cells: Iterable[list[Line]]) -> Iterator[Line]:
    """A row of short cells is one line; a row that lays out the page is read cell by cell."""
    kept = [trimmed for cell in cells if (trimmed := _trim(cell))]
    if all(len(cell) == 1 and not cell[0].level for cell in kept):
        if kept:
            yield Line(" | ".join(cell[0].text.strip().removeprefix("- ") for cell in kept))
        return
    for cell in kept:
        yield from cell
        if len(kept) > 1 and len(cell) > 3:
            yield Line("")


def _trim(lines: list[Line]) -> list[Line]:
    """The lines of a cell without blank ones at its ends."""
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []
