"""Skills that others imply: who uses PyTorch at work has some Python, even where the document does not say so.

Only through the catalog's `requires`, one step, and at least one level below the skill that implies: pandas at
practitioner implies Python at working, pandas at working implies it at awareness. Use of a skill is also use of what
it needs at working: Django until now keeps Python fresh, and proves a Python that was only claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from headway.catalog.model import Catalog
from headway.profile.model import SkillClaim
from headway.values import Level, Month, Slug

SURENESS = 0.6
"""Judged: how far a prerequisite is sure, given the skill that needs it."""
_EVIDENCE = 2


def add_implied(claims: Iterable[SkillClaim], apart: Collection[Slug], catalog: Catalog) -> list[SkillClaim]:
    """`claims` with what they imply; skills in `apart` (denied or wished for) are left alone."""
    held = {claim.skill: claim for claim in claims}
    implying: dict[Slug, list[tuple[Level, SkillClaim]]] = defaultdict(list)
    for claim in held.values():
        for skill, asked in catalog.skills[claim.skill].requires.items():
            level = min(asked, _below(claim.level))
            if level > Level.NONE and skill not in apart and skill in catalog.skills:
                implying[skill].append((level, claim))
    for skill, by in implying.items():
        level, strongest = max(by, key=lambda pair: (pair[0], pair[1].proven, pair[1].confidence))
        known = held.get(skill)
        held[skill] = _support(known, level, strongest, by) if known else _imply(skill, level, strongest)
    return list(held.values())


def _imply(skill: Slug, level: Level, by: SkillClaim) -> SkillClaim:
    return SkillClaim(
        skill=skill,
        level=level,
        confidence=round(by.confidence * SURENESS, 2),
        last_used=by.last_used,
        evidence=by.evidence[:_EVIDENCE],
        rule="implied",
    )


def _support(held: SkillClaim, level: Level, by: SkillClaim, others: list[tuple[Level, SkillClaim]]) -> SkillClaim:
    """What is held, raised to `level` where it is lower, fresher where what uses it is, proven where that is."""
    months = [claim.last_used for asked, claim in others if asked >= Level.WORKING and claim.last_used]
    last_used = max((*months, *filter(None, [held.last_used])), key=_index, default=None)
    proves = by.proven and not held.proven
    if held.rule == "stated-high-unproven" and proves:
        raised, rule = Level.PRACTITIONER, "stated-and-implied"
    elif held.level < level:
        raised, rule = level, "implied"
    else:
        raised, rule = held.level, held.rule
    evidence = (*by.evidence[:_EVIDENCE], *held.evidence) if proves else held.evidence
    return held.change(level=raised, rule=rule, last_used=last_used, evidence=evidence)


def _index(month: Month) -> float:
    return month.index


def _below(level: Level) -> Level:
    return list(Level)[max(0, level.rank - 1)]
