"""A name on its way to becoming a Mention: the rules write into it, one after the other."""

from __future__ import annotations

from headway.scales import Level
from headway.skills.lexicon import Term


class Found:
    """A plain name counts from the start; `rule` is None while nothing has accepted a doubtful one.

    Places are code points of the given text. What most names never get stands on the class.
    """

    rule: str | None = "name"
    confidence: float = 0.95
    negated: bool = False
    wished: bool = False
    level: Level | None = None
    years: float | None = None
    required: bool | None = None

    def __init__(self, start: int, end: int, term: Term) -> None:
        self.start = start
        self.end = end
        self.term = term
