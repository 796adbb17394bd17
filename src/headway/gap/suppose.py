"""What if: the same gap for somebody who also held some skills, as a difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from headway.catalog.model import Catalog
from headway.gap.model import GapItem, GapReport, GapStatus, Readiness
from headway.profile.model import Evidence, EvidenceKind, Profile, SkillClaim
from headway.skills.implied import add_implied
from headway.skills.parts import add_broader
from headway.values import Hours, Level, Map, Month, Share, Slug, Span, Text, Value

SUPPOSED = "supposed"
"""The rule of claims that nobody made."""


class ItemChange(Value):
    """A need that the supposition touches."""

    name: Text
    before: GapStatus
    after: GapStatus
    credit_before: Share
    credit_after: Share


class GapChange(Value):
    """What supposing `given` does to a gap."""

    given: Map[Slug, Level]
    readiness_before: Readiness | None
    readiness_after: Readiness | None
    hours_before: Hours
    hours_after: Hours
    items: tuple[ItemChange, ...]
    """The needs that it touches, the most gained first."""


def compare_gaps(
    profile: Profile,
    given: Mapping[Slug, Level],
    measure: Callable[[Profile], GapReport],
    catalog: Catalog,
    today: date,
) -> GapChange:
    """What `measure` finds for `profile` before and after it holds `given`, shown and in use today."""
    before, after = measure(profile), measure(suppose(profile, given, catalog, today))
    return GapChange(
        given=Map(given),
        readiness_before=before.readiness,
        readiness_after=after.readiness,
        hours_before=before.hours,
        hours_after=after.hours,
        items=_compare_items(before, after),
    )


def suppose(profile: Profile, given: Mapping[Slug, Level], catalog: Catalog, today: date) -> Profile:
    """`profile` with the skills `given`, and with what they imply, as if shown in work that goes on today."""
    month = Month.of(today)
    seen = Evidence(kind=EvidenceKind.WORK, span=Span(start=0, end=0), quote="", place="as you suppose", until=month)
    supposed = [
        SkillClaim(skill=skill, level=level, confidence=1.0, last_used=month, evidence=(seen,), rule=SUPPOSED)
        for skill, level in given.items()
    ]
    added = add_broader(add_implied(supposed, (), catalog), (), catalog)
    claims = {claim.skill: claim for claim in profile.claims}
    for claim in added:
        known = claims.get(claim.skill)
        claims[claim.skill] = _join(known, claim) if known else claim
    return profile.change(
        claims=tuple(claims.values()),
        denied=tuple(skill for skill in profile.denied if skill not in claims),
        wished=tuple(skill for skill in profile.wished if skill not in given),
    )


def _join(known: SkillClaim, added: SkillClaim) -> SkillClaim:
    """What is known, raised to what is added; never less than either."""
    if known.level > added.level:
        return known.change(evidence=(*known.evidence, *added.evidence), last_used=added.last_used)
    return added.change(evidence=(*added.evidence, *known.evidence), years=known.years)


def _compare_items(before: GapReport, after: GapReport) -> tuple[ItemChange, ...]:
    then = {item.skill: item for item in after.items}
    touched = [(item, then[item.skill]) for item in before.items if item.credit != then[item.skill].credit]
    touched.sort(key=lambda pair: (-_gained(*pair), pair[0].skill))
    return tuple(
        ItemChange(
            name=old.name,
            before=old.status,
            after=new.status,
            credit_before=old.credit,
            credit_after=new.credit,
        )
        for old, new in touched
    )


def _gained(old: GapItem, new: GapItem) -> float:
    return old.importance * (new.credit - old.credit)
