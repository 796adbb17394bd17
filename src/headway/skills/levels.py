"""From what a document shows of a skill to a level: rules in order, each with a name, the first that fits counts.

The thresholds are our judgement: two and a half years of dated use make a practitioner, six years with a senior
title an expert, if the skill is named more than once; a single mention in a long position shows use, not depth.
A level stated by the person counts in full only where a position shows use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from headway.profile.model import EvidenceKind
from headway.values import Level

PRACTITIONER_YEARS = 2.5
EXPERT_YEARS = 6.0
STATED_EXPERT_YEARS = 3.0
SOFT_YEARS = 5.0


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a document shows of one skill. `years` are of work, dated or stated; 0 where neither is."""

    kinds: frozenset[EvidenceKind]
    stated: Level | None
    years: float
    positions: int
    mentions: int
    senior: bool
    """Used in a position with a senior title."""
    listed: bool
    """Named in a section of skills."""
    tool_like: bool
    soft: bool

    @property
    def worked(self) -> bool:
        return EvidenceKind.WORK in self.kinds

    @property
    def built(self) -> bool:
        return EvidenceKind.PROJECT in self.kinds

    def states(self, level: Level) -> bool:
        return self.stated is not None and self.stated >= level


Rule = tuple[str, Level, float, Callable[[Shown], bool]]

_HARD: tuple[Rule, ...] = (
    ("stated-low-but-used", Level.WORKING, 0.8, lambda s: s.stated is Level.AWARENESS and (s.worked or s.built)),
    ("stated-low", Level.AWARENESS, 0.9, lambda s: s.stated is Level.AWARENESS),
    (
        "stated-expert-and-used",
        Level.EXPERT,
        0.85,
        lambda s: s.states(Level.EXPERT) and s.worked and s.years >= STATED_EXPERT_YEARS,
    ),
    (
        "long-senior-use",
        Level.EXPERT,
        0.7,
        lambda s: s.years >= EXPERT_YEARS and s.senior and (s.positions >= 2 or s.mentions >= 3),
    ),
    ("stated-and-used", Level.PRACTITIONER, 0.9, lambda s: s.states(Level.PRACTITIONER) and s.worked),
    (
        "years-of-use",
        Level.PRACTITIONER,
        0.85,
        lambda s: s.worked and s.years >= PRACTITIONER_YEARS and s.mentions >= 2,
    ),
    ("used-at-work", Level.WORKING, 0.85, lambda s: s.worked),
    ("shown-in-project", Level.WORKING, 0.8, lambda s: s.built),
    ("certified", Level.WORKING, 0.75, lambda s: EvidenceKind.CREDENTIAL in s.kinds),
    ("stated-high-unproven", Level.WORKING, 0.6, lambda s: s.states(Level.PRACTITIONER)),
    ("stated-unproven", Level.WORKING, 0.6, lambda s: s.states(Level.WORKING) or s.years >= 1),
    ("listed", Level.WORKING, 0.5, lambda s: s.listed and s.tool_like),
    ("studied", Level.AWARENESS, 0.75, lambda s: EvidenceKind.COURSE in s.kinds),
    ("named", Level.AWARENESS, 0.5, lambda _: True),
)
_SOFT: tuple[Rule, ...] = (
    (
        "soft-shown-for-years",
        Level.PRACTITIONER,
        0.6,
        lambda s: s.worked and s.years >= SOFT_YEARS and s.senior and s.positions >= 2,
    ),
    ("soft-shown", Level.WORKING, 0.6, lambda s: s.worked),
    ("soft-named", Level.AWARENESS, 0.4, lambda _: True),
)


def judge_level(shown: Shown) -> tuple[Level, str, float]:
    """The level, the rule that gave it, and how sure that rule is (0..1)."""
    for rule, level, sureness, fits in _SOFT if shown.soft else _HARD:
        if fits(shown):
            return level, rule, sureness
    raise AssertionError("the last rule of each table fits everything")


def highest_stated(levels: Iterable[Level | None]) -> Level | None:
    """The level that counts where several are stated."""
    return max((level for level in levels if level), default=None)
