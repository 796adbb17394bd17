"""Text as the automaton reads it, with the way back: folding may change lengths, spans may not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_SAME_AS_SPACE = ("-", "_", "\n", "\t", "\r", "\xa0", "\u2009", "\u202f", "\u2010", "\u2011")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BROKEN_WORD = re.compile(r"-(?<=[^\W\d_]-)[ \n](?=[^\W\d_])")
"""A hyphen kept from a line end: `scikit- learn`."""
_WIDE_GAP = re.compile(r"  (?<=[^\W_]  ) ?(?=[^\W_])")
"""Two or three spaces inside a justified line."""
_SOFT_HYPHEN = re.compile("\xad\n?")
"""Where a word may be broken, or was."""


class Folded(NamedTuple):
    """`text` in one case, with a space for every hyphen, underscore and line break, and two more at its end.

    `offsets[i]` is the code point of the given text that `text[i]` comes from; None means that nothing moved.
    """

    text: str
    offsets: Sequence[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the given text behind a non-empty range of the folded one."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


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
    offsets: Sequence[int] | None = None
    if len(low) != len(text):
        offsets = [i for i, char in enumerate(text) for _ in char.casefold()]
    low = low.replace("’", "'")
    if "\xad" in low:
        low, offsets = _close(low, offsets, _SOFT_HYPHEN, "")
    if "- " in low or "-\n" in low:
        low, offsets = _close(low, offsets, _BROKEN_WORD)
    if "  " in low:
        low, offsets = _close(low, offsets, _WIDE_GAP)
    for char in _SAME_AS_SPACE:
        low = low.replace(char, " ")
    try:
        low.encode()
    except UnicodeEncodeError:
        low = _SURROGATE.sub("\ufffd", low)
    return Folded(low + "  ", offsets)


def _close(
    text: str, offsets: Sequence[int] | None, gap: re.Pattern[str], joint: str = " "
) -> tuple[str, Sequence[int] | None]:
    """`text` with each `gap` narrowed to `joint`, at most one character."""
    gaps = [match.span() for match in gap.finditer(text)]
    if not gaps:
        return text, offsets
    before = range(len(text)) if offsets is None else offsets
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for start, end in gaps:
        pieces += (text[last:start], joint)
        places += before[last : start + len(joint)]
        last = end
    pieces.append(text[last:])
    places += before[last:]
    return "".join(pieces), places
