"""Words scattered over pages -> rows in the order in which a person reads them, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple

from headway.profile.dates import find_periods
from headway.profile.headings import heading_kind


class Piece(NamedTuple):
    """A run of words on one baseline without a wide gap. Lengths are points; y counts upwards."""

    page: int
    text: str
    left: float
    right: float
    y: float
    height: float
    bold: bool
    style: str


class Row(NamedTuple):
    """The pieces on one baseline of one column, from left to right."""

    pieces: tuple[Piece, ...]
    stream: int
    """Rows of the same stream follow each other in one column."""

    @property
    def text(self) -> str:
        return "  ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    @property
    def main(self) -> Piece:
        """The piece that sets the look of the row."""
        return max(self.pieces, key=lambda piece: len(piece.text))


Pieces = tuple[Piece, ...]
Band = list[Piece]
"""Pieces on about the same baseline, from left to right."""

_MARKS = frozenset("•◦▪▫■□●○◆◇‣⁃∙·➢➤►▸▶❖✓✔–—-*o") | frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076")
_WIDE = 0.85
"""A gap of so many heights of the letters parts two pieces: word spaces are 0.2 to 0.6 of it, gutters more than 1."""
_FEWEST = 3
"""Rows that each side of a gutter must have."""


def order_rows(words: Iterable[Piece]) -> tuple[Row, ...]:
    """The rows of a document in reading order.

    A page is cut where one white gutter runs beside at least three rows on either side and the two sides are not
    rows of one table. Full-width rows above and below the cut keep their place. A narrow column that accompanies
    the text over several pages is read in one go, after the text (or before it, if it stands left and the person's
    name is not beside it).
    """
    pages: dict[int, list[Piece]] = {}
    for word in words:
        pages.setdefault(word.page, []).append(word)
    layouts = [_layout(_bands(pieces), depth=0) for _, pieces in sorted(pages.items())]
    rows: list[Row] = []
    for number, bands in enumerate(stream for stream in _streams(layouts) if stream):
        same = bool(rows) and _goes_on(rows, bands)
        rows += [Row(tuple(band), rows[-1].stream if same else number) for band in bands]
    return tuple(rows)


def _goes_on(rows: list[Row], bands: list[Band]) -> bool:
    """Whether a column is the one above it carried over to the next page."""
    above = [row.left for row in rows if row.stream == rows[-1].stream]
    turned = bands[0][0].page > rows[-1].pieces[0].page
    return turned and abs(min(above) - min(band[0].left for band in bands)) < 6


class _Cut(NamedTuple):
    """A page: full-width bands, then two columns, then the rest, each in turn cut further."""

    above: list[Band]
    left: list[Band]
    right: list[Band]
    below: list[Band]
    share: float
    """How much of the page's bands the columns take."""


def _bands(words: list[Piece]) -> list[Band]:
    """Words gathered by baseline from top to bottom, neighbours joined."""
    bands: list[list[Piece]] = []
    for word in sorted(words, key=lambda w: (-w.y, w.left)):
        band = next((b for b in bands[-3:] if abs(b[0].y - word.y) < 0.3 * min(b[0].height, word.height)), None)
        if band is None:
            bands.append([word])
        else:
            band.append(word)
    return [_join(sorted(band, key=lambda w: w.left)) for band in bands]


def _join(band: Band) -> Band:
    joined: Band = []
    for word in band:
        last = joined[-1] if joined else None
        if last is not None and (word.left - last.right < _WIDE * max(last.height, word.height) or last.text in _MARKS):
            if last.text in _MARKS and word.left - last.right > 6 * word.height:
                joined.append(word)
                continue
            close = word.left - last.right < 0.08 * word.height and last.text not in _MARKS
            joined[-1] = last._replace(
                text=f"{last.text}{'' if close else ' '}{word.text}",
                right=max(last.right, word.right),
                height=max(last.height, word.height),
                bold=last.bold and word.bold if last.text not in _MARKS else word.bold,
                style=last.style if last.text not in _MARKS else word.style,
            )
        else:
            joined.append(word)
    return joined


def _layout(bands: list[Band], depth: int) -> _Cut:
    """The best cut of some bands; without one, everything is `above`."""
    best: tuple[int, float, float, int, int] | None = None
    for x in _gutters(bands) if depth < 3 else ():
        for first, last in _runs(bands, x):
            run = bands[first:last]
            left, right = _sides(run, x)
            if len(left) < _FEWEST or len(right) < _FEWEST or _tabular(left, right):
                continue
            white = x - max(piece.right for band in left for piece in band)
            score = (len(left) + len(right), white, x, first, last)
            if best is None or score > best:
                best = score
    if best is None:
        return _Cut(bands, [], [], [], 0.0)
    _, _, x, first, last = best
    left, right = _sides(bands[first:last], x)
    return _Cut(bands[:first], left, right, bands[last:], (last - first) / len(bands))


def _gutters(bands: list[Band]) -> tuple[float, ...]:
    """Places where a right-hand column could begin: left edges that several pieces share."""
    edges = sorted(piece.left for band in bands for piece in band)
    found: list[tuple[int, float]] = []
    start = 0
    for i in range(1, len(edges) + 1):
        if i == len(edges) or edges[i] - edges[i - 1] > 1.5:
            if i - start >= _FEWEST:
                found.append((i - start, edges[start] - 0.5))
            start = i
    return tuple(x for _, x in sorted(found, reverse=True)[:12])


def _runs(bands: list[Band], x: float) -> Iterator[tuple[int, int]]:
    """The longest stretches of bands in which no piece crosses x; they begin and end with something on each side."""
    start: int | None = None
    for i in range(len(bands) + 1):
        crosses = i == len(bands) or any(p.left < x and p.right > x - 0.4 * p.height for p in bands[i])
        if not crosses and start is None:
            start = i
        if crosses and start is not None:
            start = _after_paragraph(bands, start, i, x)
            if i - start >= _FEWEST:
                yield start, i
            start = None


def _after_paragraph(bands: list[Band], start: int, stop: int, x: float) -> int:
    """Where a stretch begins once the short last line of the paragraph above it is given back."""
    if 0 < start < stop - 1 and not (any(p.left < x for p in bands[start]) and any(p.left >= x for p in bands[start])):
        above, below = (bands[i][0].y - bands[i + 1][0].y for i in (start - 1, start))
        if above < 0.8 * below and above < 2 * bands[start][0].height:
            return start + 1
    return start


def _sides(bands: list[Band], x: float) -> tuple[list[Band], list[Band]]:
    left = [[p for p in band if p.left < x] for band in bands]
    right = [[p for p in band if p.left >= x] for band in bands]
    return [band for band in left if band], [band for band in right if band]


def _tabular(left: list[Band], right: list[Band]) -> bool:
    """Whether two sides are to be read across: cells of one table, dates or headings in the margin beside the text."""
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    lines = [band[0].y for band in many]
    paired = sum(any(abs(band[0].y - y) < 1 for y in lines) for band in few) / len(few)
    known = [band[0] for band in few if heading_kind(band[0].text)]
    if len(known) >= 0.6 * len(few) or _dated(few) > 0.4:
        return paired > 0.6
    if paired < 0.8:
        return _dated(few) > 0.8
    text = median(piece.height for band in few + many for piece in band)
    return not any(piece.bold or piece.text.isupper() or piece.height > 1.1 * text for piece in known)


def _dated(bands: list[Band]) -> float:
    """The share of bands that hold little more than a date."""
    texts = [" ".join(piece.text for piece in band) for band in bands]
    return sum(bool(find_periods(text)) and len(text) < 40 for text in texts) / len(texts)


def _flat(bands: list[Band], depth: int) -> list[list[Band]]:
    """The streams inside one column, which may hold columns itself."""
    cut = _layout(bands, depth)
    if not cut.left:
        return [bands] if bands else []
    first, second = _by_size(cut)
    parts = ([cut.above] if cut.above else []) + _flat(first, depth + 1) + _flat(second, depth + 1)
    return parts + (_flat(cut.below, depth) if cut.below else [])


def _by_size(cut: _Cut) -> tuple[list[Band], list[Band]]:
    """The column that holds the page's largest letters (a name) comes first, otherwise the left one."""
    above = max((p.height for band in cut.above for p in band), default=0.0)
    tall_left = max(p.height for band in cut.left for p in band)
    tall_right = max(p.height for band in cut.right for p in band)
    if tall_right > 1.25 * max(tall_left, above):
        return cut.right, cut.left
    return cut.left, cut.right


def _width(bands: list[Band]) -> float:
    return max(p.right for band in bands for p in band) - min(p.left for band in bands for p in band)


def _streams(layouts: list[_Cut]) -> list[list[Band]]:
    """The columns of all pages, one after another."""
    streams: list[list[Band]] = []
    main: list[list[Band]] = []
    side: list[list[Band]] = []
    side_first = False
    for cut in layouts:
        if not cut.left:
            (main if side else streams).append(cut.above)
            continue
        first, second = _by_size(cut)
        narrow_first = _width(first) < _width(second)
        narrow, wide = (first, second) if narrow_first else (second, first)
        if cut.share < 0.5 or _width(narrow) > 0.75 * _width(wide):
            whole = [cut.above, *_flat(first, 1), *_flat(second, 1), *_flat(cut.below, 0)]
            (main if side else streams).extend(part for part in whole if part)
            continue
        if not side:
            side_first = narrow_first
            streams += [cut.above] if cut.above else []
        elif cut.above:
            main.append(cut.above)
        main += _flat(wide, 1) + ([cut.below] if cut.below else [])
        side += _flat(narrow, 1)
    return streams + (side + main if side_first else main + side)


def body_height(rows: Iterable[Row]) -> float:
    """The height of the letters in which most of the text is set, in points."""
    heights = [piece.height for row in rows for piece in row.pieces for _ in range(len(piece.text) // 8 + 1)]
    return median(heights) if heights else 0.0
