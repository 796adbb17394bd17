"""Wider skills that narrower ones show: who trains gradient boosting does some machine learning.

Only through the catalog's `broader`. One part shows the wider skill one level below itself, three parts show it at
the level that all three reach; never above practitioner, since the sum of parts is no mastery of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from graphlib import TopologicalSorter

from headway.catalog.model import Catalog
from headway.profile.model import Evidence, SkillClaim
from headway.values import Level, Slug

ENOUGH = 3
"""Parts that together show the whole at their own level. Judged."""
ONE_PART, MANY_PARTS = 0.7, 0.85
"""Judged: how sure the wider skill is, given the surest of its parts."""
_EVIDENCE = 3


def add_broader(claims: Iterable[SkillClaim], denied: Collection[Slug], catalog: Catalog) -> list[SkillClaim]:
    """`claims` with the wider skills that they show; those in `denied` are left alone."""
    held = {claim.skill: claim for claim in claims}
    parts: dict[Slug, set[Slug]] = defaultdict(set)
    for skill in catalog.skills.values():
        for wider in skill.broader:
            parts[wider].add(skill.slug)
    for wider in TopologicalSorter(parts).static_order():
        shown = [held[part] for part in sorted(parts.get(wider, ())) if part in held]
        if shown and wider not in denied and wider in catalog.skills:
            held[wider] = _show(wider, held.get(wider), shown)
    return list(held.values())


def _show(wider: Slug, known: SkillClaim | None, parts: list[SkillClaim]) -> SkillClaim:
    parts = sorted(parts, key=lambda claim: (claim.proven, claim.level, claim.confidence), reverse=True)
    level = _level(parts)
    if known and (known.level > level or (known.level == level and known.proven)):
        return known
    enough = len(parts) >= ENOUGH
    evidence = _evidence(parts)
    return SkillClaim(
        skill=wider,
        level=max(level, known.level) if known else level,
        confidence=round(parts[0].confidence * (MANY_PARTS if enough else ONE_PART), 2),
        years=max((claim.years for claim in parts if claim.years), default=None),
        last_used=max((c.last_used for c in parts if c.last_used), key=lambda month: month.index, default=None),
        evidence=(*evidence, *(known.evidence if known else ())),
        rule="shown-by-parts",
    )


def _level(parts: list[SkillClaim]) -> Level:
    ranks = sorted((claim.level.rank for claim in parts), reverse=True)
    together = ranks[ENOUGH - 1] if len(ranks) >= ENOUGH else 0
    rank = max(ranks[0] - 1, together, Level.AWARENESS.rank)
    return min(list(Level)[rank], Level.PRACTITIONER)


def _evidence(parts: list[SkillClaim]) -> tuple[Evidence, ...]:
    """The first evidence of the strongest parts, each place once."""
    first = {claim.evidence[0].span: claim.evidence[0] for claim in parts if claim.evidence}
    return tuple(first.values())[:_EVIDENCE]
