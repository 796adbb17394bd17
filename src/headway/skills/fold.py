"""Text as the automaton reads it, with the way back: folding may change lengths, spans may not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_SAME_AS_SPACE = ("-", "_", "\n", "\t", "\r", "\xa0", "\u2009", "\u202f", "\u2010", "\u2011")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WIDE = re.compile(r"-(?<=[^\W\d_]-)[ \n](?=[^\W\d_])|  (?<=[^\W_]  ) ?(?=[^\W_])")
"""A hyphen kept from a line end (`scikit- learn`), two or three spaces inside a justified line."""
_SOFT_HYPHEN = re.compile("\xad\n?")
"""Where a word may be broken, or was."""


class Folded(NamedTuple):
    """`text` in one case, with a space for every hyphen, underscore and line break, and two more at its end.

    Where the folded text was made longer or shorter, the places behind move: from `starts[i]` on a place of the given
    text is `shifts[i + 1]` further on. Both are empty when nothing moved, but for a first shift of 0.
    """

    text: str
    starts: Sequence[int] = ()
    shifts: Sequence[int] = (0,)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the given text behind a non-empty range of the folded one."""
        starts, shifts = self.starts, self.shifts
        last = end - 1
        return start + shifts[bisect_right(starts, start)], last + shifts[bisect_right(starts, last)] + 1


_MISREAD = {"â\x80¢": " • ", "â\x80\x93": " – ", "â\x80\x94": " — ", "â€¢": " • ", "â€“": " – ", "â€”": " — "}
"""Bullets and dashes of UTF-8 read as Latin-1 or Windows-1252, and the same at the same length."""


def mend_signs(text: str) -> str:
    """`text` with the bullets and dashes that a wrong encoding has broken into three signs; every place stays."""
    if "â" in text:
        for broken, sign in _MISREAD.items():
            text = text.replace(broken, sign)
    return text


def fold(text: str) -> Folded:
    """Fold any string; never fails, whatever the code points."""
    low = text.casefold()
    starts: Sequence[int] = ()
    shifts: Sequence[int] = (0,)
    if "\xad" in low or len(low) != len(text):
        low, starts, shifts = _fold_unevenly(text)
    else:
        low = low.replace("’", "'")
        gaps = [match.span() for match in _WIDE.finditer(low)] if "  " in low or "- " in low or "-\n" in low else ()
        if gaps:
            low, starts, shifts = _close(low, gaps)
    for char in _SAME_AS_SPACE:
        low = low.replace(char, " ")
    try:
        low.encode()
    except UnicodeEncodeError:
        low = _SURROGATE.sub("\ufffd", low)
    return Folded(low + "  ", starts, shifts)


def _close(text: str, gaps: Sequence[tuple[int, int]]) -> tuple[str, list[int], list[int]]:
    """`text` with each of the `gaps` narrowed to a space."""
    pieces: list[str] = []
    starts: list[int] = []
    shifts = [0]
    last = moved = 0
    for start, end in gaps:
        pieces.append(text[last:start])
        starts.append(start + 1 - moved)
        moved += end - start - 1
        shifts.append(moved)
        last = end
    pieces.append(text[last:])
    return " ".join(pieces), starts, shifts


def _fold_unevenly(text: str) -> tuple[str, list[int], list[int]]:
    """The same for a text with letters that become two (`ß`), or with soft hyphens, which go."""
    low = text.casefold().replace("’", "'")
    places = [place for place, char in enumerate(text) for _ in char.casefold()]
    for gap, joint in ((_SOFT_HYPHEN, ""), (_WIDE, " ")):
        pieces: list[str] = []
        held: list[int] = []
        last = 0
        for match in gap.finditer(low):
            pieces += (low[last : match.start()], joint)
            held += places[last : match.start() + len(joint)]
            last = match.end()
        low, places = "".join((*pieces, low[last:])), held + places[last:]
    starts: list[int] = []
    shifts = [0]
    for index, place in enumerate(places):
        if place - index != shifts[-1]:
            starts.append(index)
            shifts.append(place - index)
    return low, starts, shifts
