"""A name on its way to becoming a Mention: the rules write into it, one after the other."""

from __future__ import annotations

from collections.abc import Collection

from headway.scales import Level
from headway.skills.lexicon import Term


class Found:
    """A plain name counts from the start; `rule` is None while nothing has accepted a doubtful one.

    Places are code points of the given text. Slots, since the rules read each name a dozen times.
    """

    __slots__ = (
        "after",
        "before",
        "confidence",
        "end",
        "level",
        "negated",
        "required",
        "rule",
        "start",
        "surface",
        "term",
        "wished",
        "years",
    )

    def __init__(self, text: str, start: int, end: int, term: Term) -> None:
        self.start = start
        self.end = end
        self.surface = text[start:end]
        self.before = text[start - 1]
        """The sign before it; at the start of a text the last one of it."""
        self.after = text[end : end + 1]
        """The sign behind it, if any."""
        self.term = term
        self.rule: str | None = "name"
        self.confidence = 0.95
        self.negated = False
        self.wished = False
        self.level: Level | None = None
        self.years: float | None = None
        self.required: bool | None = None


def is_exact(found: Found) -> bool:
    """Whether an ambiguous form is spelt as its skill is."""
    return found.surface.startswith(found.term.exact)


def text_before(text: str, place: int, most: int) -> str:
    """The last characters of `text` before `place`, at `most` so many. (To call `max` takes longer than to cut.)"""
    return text[place - most if place > most else 0 : place]


def without(names: list[Found], lost: Collection[int]) -> list[Found]:
    """`names` without those at the indices `lost`."""
    return [name for index, name in enumerate(names) if index not in lost] if lost else names
