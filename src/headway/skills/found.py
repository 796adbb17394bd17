"""A name on its way to becoming a Mention: the rules write into it, one after the other."""

from __future__ import annotations

from headway.scales import Level
from headway.skills.lexicon import Term


class Found:
    """`rule` is None while nothing has accepted it. Places are code points of the given text."""

    __slots__ = ("confidence", "end", "level", "negated", "required", "rule", "start", "term", "wished", "years")

    def __init__(self, start: int, end: int, term: Term, rule: str | None = None, confidence: float = 0.0) -> None:
        self.start = start
        self.end = end
        self.term = term
        self.rule = rule
        self.confidence = confidence
        self.negated = False
        self.wished = False
        self.level: Level | None = None
        self.years: float | None = None
        self.required: bool | None = None
