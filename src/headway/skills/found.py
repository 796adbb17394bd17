"""A name on its way to becoming a Mention: the rules write into it, one after the other."""

from __future__ import annotations

from headway.scales import Level
from headway.skills.lexicon import Term


class Found:
    """A plain name counts from the start; `rule` is None while nothing has accepted a doubtful one.

    Places are code points of the given text. Slots, since the rules read each name a dozen times.
    """

    __slots__ = (
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
        self.term = term
        self.rule: str | None = "name"
        self.confidence = 0.95
        self.negated = False
        self.wished = False
        self.level: Level | None = None
        self.years: float | None = None
        self.required: bool | None = None
