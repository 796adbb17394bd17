"""A name on its way to becoming a Mention: the rules write into it, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from headway.skills.lexicon import Term
from headway.values import Level


@dataclass(slots=True, eq=False)
class Found:
    """`rule` is None while nothing has accepted it. Places are code points of the given text."""

    start: int
    end: int
    term: Term
    rule: str | None = None
    confidence: float = 0.0
    negated: bool = False
    wished: bool = False
    level: Level | None = None
    years: float | None = None
    required: bool | None = None
