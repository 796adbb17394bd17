"""Ordered words: levels of proficiency and stages of a career. Light, so that extraction starts at once."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, cached_property


class Ordered(StrEnum):
    """A string enumeration whose members compare by the order in which they are written."""

    @cached_property
    def rank(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: object) -> bool:
        return self.rank < self._rank_of(other)

    def __le__(self, other: object) -> bool:
        return self.rank <= self._rank_of(other)

    def __gt__(self, other: object) -> bool:
        return self.rank > self._rank_of(other)

    def __ge__(self, other: object) -> bool:
        return self.rank >= self._rank_of(other)

    def _rank_of(self, other: object) -> int:
        if not isinstance(other, type(self)):
            raise TypeError(f"cannot order {type(self).__name__} against {type(other).__name__}")
        return other.rank


class Level(Ordered):
    """Proficiency, as in the UK Government Digital and Data framework, with `none` below it."""

    NONE = "none"
    AWARENESS = "awareness"
    WORKING = "working"
    PRACTITIONER = "practitioner"
    EXPERT = "expert"

    @cache
    def steps_from(self, held: Level) -> tuple[Level, ...]:
        """The levels still to climb, lowest first, from `held` (exclusive) to this one (inclusive)."""
        return tuple(level for level in Level if held < level <= self)


class Stage(Ordered):
    """A career stage, by years in the field: entry 0-2, mid 2-5, senior 5-8, leadership 8 and more."""

    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEADERSHIP = "leadership"
