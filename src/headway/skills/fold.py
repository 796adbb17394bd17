"""Text as the automaton reads it, with the way back: folding may change lengths, spans may not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_SAME_AS_SPACE = ("-", "_", "\n", "\t", "\r", "\xa0", "\u2009", "\u202f", "\u2010", "\u2011")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BROKEN_WORD = re.compile(r"-(?<=[^\W\d_]-)[ \n](?=[^\W\d_])")
"""A hyphen kept from a line end: `scikit- learn`."""
_WIDE_GAP = re.compile(r"  (?<=[^\W_]  ) ?(?=[^\W_])")
"""Two or three spaces inside a justified line."""
_GROWING = re.compile("[ßİŉǰΐΰև\u1e96-\u1e9e\u1f50-\u1ffc\ufb00-\ufb17]")
"""Where the letters stand whose folded form is longer."""
_LETTERS_ALONE = bytes(byte if byte == 10 or 97 <= byte <= 122 else 32 for byte in range(256))
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


Moves = tuple[Sequence[int], Sequence[int]]
"""`starts` and `shifts` of a Folded."""
_STILL: Moves = ((), (0,))


def fold(text: str) -> Folded:
    """Fold any string; never fails, whatever the code points."""
    low = text.casefold()
    moves = _STILL if len(low) == len(text) else _find_growth(text, low)
    low = low.replace("’", "'")
    if "\xad" in low:
        low, more = _close(low, [match.span() for match in _SOFT_HYPHEN.finditer(low)], "")
        moves = _compose(moves, more)
    if gaps := _find_gaps(low):
        low, more = _close(low, gaps, " ")
        moves = _compose(moves, more)
    for char in _SAME_AS_SPACE:
        low = low.replace(char, " ")
    try:
        low.encode()
    except UnicodeEncodeError:
        low = _SURROGATE.sub("\ufffd", low)
    return Folded(low + "  ", *moves)


def flatten(low: str) -> str:
    """The letters a to z of folded text, and a space for every other sign but a line end: what may stand alone has a
    space on both sides here, and no part of a word has."""
    return low.encode("ascii", "replace").translate(_LETTERS_ALONE).decode("ascii")


def _find_gaps(low: str) -> list[tuple[int, int]]:
    """What is to be narrowed to one space, by place. One pattern for both would be tried at every space."""
    gaps = [match.span() for match in _BROKEN_WORD.finditer(low)] if "- " in low or "-\n" in low else []
    wide = [match.span() for match in _WIDE_GAP.finditer(low)] if "  " in low else []
    return sorted(gaps + wide) if gaps and wide else gaps or wide


def _close(text: str, gaps: Sequence[tuple[int, int]], joint: str) -> tuple[str, Moves]:
    """`text` with each of the `gaps` narrowed to `joint`, and where its places come from."""
    pieces: list[str] = []
    starts: list[int] = []
    shifts = [0]
    last = moved = 0
    for start, end in gaps:
        pieces.append(text[last:start])
        starts.append(start + len(joint) - moved)
        moved += end - start - len(joint)
        shifts.append(moved)
        last = end
    pieces.append(text[last:])
    return joint.join(pieces), (starts, shifts)


def _find_growth(text: str, low: str) -> Moves:
    """Where the places of `low` come from, which is `text` in one case: some letters become two or three (`ß`, `ﬁ`)."""
    starts: list[int] = []
    shifts = [0]
    for match in _GROWING.finditer(text):
        for _ in match[0].casefold()[1:]:
            starts.append(match.start() + 1 + len(starts))
            shifts.append(-len(starts))
    if len(low) == len(text) + len(starts):
        return starts, shifts
    places = [place for place, char in enumerate(text) for _ in char.casefold()]
    starts = [index for index in range(1, len(places)) if places[index] - index != places[index - 1] - index + 1]
    return starts, [0, *(places[index] - index for index in starts)]


def _compose(inner: Moves, outer: Moves) -> Moves:
    """Where the places of a text come from that was made of another in two steps, `outer` the later one."""
    if not inner[0]:
        return outer
    turns = set(outer[0])
    bounds = [0, *outer[0]]
    number = 0
    for place in inner[0]:
        while number + 1 < len(bounds) and place - outer[1][number] >= bounds[number + 1]:
            number += 1
        turns.add(max(bounds[number], place - outer[1][number]))
    starts: list[int] = []
    shifts = [0]
    for turn in sorted(turns):
        place = turn + outer[1][bisect_right(outer[0], turn)]
        shift = place + inner[1][bisect_right(inner[0], place)] - turn
        if shift != shifts[-1]:
            starts.append(turn)
            shifts.append(shift)
    return starts, shifts
