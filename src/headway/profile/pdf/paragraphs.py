"""Rows as they stand on the page -> the lines their author wrote: wrapped lines joined, headings marked."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from headway.profile.dates import ends_with_date
from headway.profile.headings import LONGEST, heading_kind
from headway.profile.lines import Line, clean_line, is_bullet
from headway.profile.pdf.columns import Row, body_height
from headway.profile.wrapping import glue, opens_like_heading


def shape_rows(rows: tuple[Row, ...]) -> tuple[Line, ...]:
    """The lines of a document from its rows in reading order.

    A row continues the one above it if that one was full (the first word below would not have fitted), both look
    alike and stand at one indent. A hyphen that parts a word at the end of such a row goes. A wide gap between rows
    becomes a blank line. Rows in larger or bolder letters than the text carry a heading level, largest first.
    """
    body = body_height(rows)
    levels = _levels(rows, body)
    edges, leading = _edges(rows), _leading(rows)
    lines: list[Line] = []
    above: Row | None = None
    indent = 0.0
    for row in rows:
        text = clean_line(row.text)
        if not text:
            continue
        level = levels.get(_look(row), 0) if len(text) <= 2 * LONGEST else 0
        if above is not None and lines and _continues(above, row, lines[-1], text, level, indent, edges):
            lines[-1] = Line(glue(lines[-1].text, text), level)
        else:
            gap = above is not None and (
                above.stream != row.stream or _gap(above, row) > 1.4 * leading.get(row.stream, 0.0)
            )
            if gap and above is not None and not (above.stream == row.stream and _gap(above, row) < 0):
                lines.append(Line(""))
            lines += _hanging(row, text, level)
            indent = _text_left(row)
        above = row
    return tuple(lines)


def _hanging(row: Row, text: str, level: int) -> list[Line]:
    """A heading that hangs in the margin beside its first line gets a line of its own."""
    first = row.pieces[0]
    stands_out = (
        first.text.isupper() or (first.bold and not row.pieces[-1].bold) or first.height > 1.1 * row.main.height
    )
    if len(row.pieces) > 1 and stands_out and heading_kind(first.text):
        rest = "  ".join(piece.text for piece in row.pieces[1:])
        return [Line(clean_line(first.text), level or 1), Line(clean_line(rest))]
    return [Line(text, level)]


def _look(row: Row) -> tuple[float, bool, bool]:
    """Size, weight and capitals: what tells headings from text."""
    main = row.main
    return round(main.height * 2) / 2, all(p.bold for p in row.pieces), main.text.isupper()


def _levels(rows: tuple[Row, ...], body: float) -> dict[tuple[float, bool, bool], int]:
    """A level for each look that is more than the text's: 1 for the largest."""
    marked = set()
    for row in rows:
        size, bold, upper = _look(row)
        if not is_bullet(clean_line(row.text)) and (size > 1.06 * body or (bold and size > 0.9 * body)):
            marked.add((size, bold, upper))
    ranked = sorted(marked, key=lambda look: (-look[0], not look[1], not look[2]))
    return {look: number for number, look in enumerate(ranked, start=1)}


def _edges(rows: tuple[Row, ...]) -> dict[int, float]:
    """The right edge of each stream: its farthest row, unless that sticks out alone where four others end together."""
    streams: dict[int, list[Row]] = {}
    for row in rows:
        streams.setdefault(row.stream, []).append(row)
    edges = {}
    for stream, members in streams.items():
        height = median(row.main.height for row in members)
        rights = sorted((row.right for row in members), reverse=True)
        alone = len(rights) > 4 and rights[0] - rights[1] > height and rights[1] - rights[4] <= height
        edges[stream] = rights[1] if alone else rights[0]
    return edges


def _leading(rows: tuple[Row, ...]) -> dict[int, float]:
    """The usual distance between rows of each stream: the lower half of the distances, as blank space only adds."""
    gaps: dict[int, list[float]] = {}
    for above, row in pairwise(rows):
        if above.stream == row.stream and 0 < _gap(above, row) < 4 * row.main.height:
            gaps.setdefault(row.stream, []).append(_gap(above, row))
    return {stream: median(sorted(found)[: len(found) // 2 + 1]) for stream, found in gaps.items()}


def _gap(above: Row, row: Row) -> float:
    return above.main.y - row.main.y if above.main.page == row.main.page else -1.0


def _text_left(row: Row) -> float:
    """Where the words of a row begin, behind its bullet."""
    piece = row.pieces[0]
    mark, _, rest = piece.text.partition(" ")
    if rest and is_bullet(clean_line(piece.text)) and len(mark) == 1:
        return piece.left + 0.5 * piece.height
    return piece.left


def _continues(above: Row, row: Row, line: Line, text: str, level: int, indent: float, edges: dict[int, float]) -> bool:
    """Whether a row is the rest of the line above it: nothing sets it apart, and the row above had no room for it."""
    if not line.text or is_bullet(text) or opens_like_heading(text) or heading_kind(line.text):
        return False
    if not _alike(above, row, level == line.level) or not _below(above, row, line, text, indent):
        return False
    if not _full(above, row, text, edges[row.stream]) or (ends_with_date(line.text) and not text[:1].islower()):
        return False
    flows = text[:1].islower() or text[:1] in "(&" or line.text.endswith((",", "-", "/", "&", "("))
    return flows or is_bullet(line.text) or (len(line.text.split()) >= 6 and level == line.level == 0)


def _alike(above: Row, row: Row, same_level: bool) -> bool:
    """Whether two rows are one piece each of one column, in letters of one kind."""
    if above.stream != row.stream or len(above.pieces) > 1 or len(row.pieces) > 1:
        return False
    first, last = above.main, row.main
    return abs(first.height - last.height) <= 0.15 * last.height and (first.bold == last.bold or same_level)


def _below(above: Row, row: Row, line: Line, text: str, indent: float) -> bool:
    """Whether a row stands close under another, at the indent of its words; a page may be turned inside a sentence."""
    height, gap = row.main.height, _gap(above, row)
    if gap > 2.2 * height or (gap < 0 and not text[:1].islower()):
        return False
    return indent - 2 <= row.left <= indent + (2.5 if is_bullet(line.text) else 0.4) * height


def _full(above: Row, row: Row, text: str, edge: float) -> bool:
    """Whether the first word of a row would not have fitted at the end of the one above it."""
    width = (row.pieces[0].right - row.left) / max(1, len(row.pieces[0].text))
    return above.right + width * (len(text.split(" ", 1)[0]) + 0.5) >= edge - 0.3 * row.main.height
