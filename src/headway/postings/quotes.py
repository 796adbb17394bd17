"""The line of a text around a place, cut to a readable length where words end."""

from __future__ import annotations

from headway.postings.model import Quote
from headway.values import Span

LONGEST = 160


def quote(text: str, start: int, end: int) -> Quote:
    """The words around `start:end`; the span is that of the place itself."""
    head, tail = line_around(text, start, end)
    spare = max(20, (LONGEST - (end - start)) // 2)
    left, right = max(head, start - spare), min(tail, end + spare)
    while head < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < tail and not text[right].isspace():
        right -= 1
    words = " ".join(text[left:right].split()).lstrip("-•*·▪● ")
    return Quote(
        span=Span(start=start, end=end),
        text=("… " if left > head else "") + words + (" …" if right < tail else ""),
    )


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line (or lines) that hold `start:end`."""
    tail = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if tail < 0 else tail
