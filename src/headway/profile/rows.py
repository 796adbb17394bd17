"""CSV row by row: a broken row costs itself alone, and is known by its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

MOST_LINES = 40
"""Of one row: more are a quote that was not closed."""


class Row(NamedTuple):
    """The cells of a row, with the number of its first line; None where it is broken, and `why` says how."""

    line: int
    cells: list[str] | None
    why: str = ""


def split_rows(text: str, delimiter: str = ",", most_lines: int = MOST_LINES, strict: bool = True) -> Iterator[Row]:
    """The rows of a table. Behind a broken one reading goes on with the next line.

    Unless `strict`, what stands between a closing quote and the next delimiter is taken for text.
    """
    lines = io.StringIO(text, newline="").readlines()
    at = 0
    while at < len(lines):
        end, quotes = at + 1, lines[at].count('"')
        while quotes % 2 and end < len(lines) and end - at < most_lines:
            quotes += lines[end].count('"')
            end += 1
        line = at + 1
        if quotes % 2:
            yield Row(line, None, "opens a quote that is not closed")
            end = line
        else:
            try:
                cells = next(csv.reader(lines[at:end], delimiter=delimiter, strict=strict), [])
            except csv.Error as fault:
                yield Row(line, None, f"is broken CSV ({fault})")
                end = line
            else:
                yield Row(line, cells)
        at = end
