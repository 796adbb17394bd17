"""A profile against a role stage: what is met, partial, missing, unproven or stale, and on what evidence."""

from __future__ import annotations

from datetime import date

from headway.catalog.model import Catalog, Need, RoleStage, SkillKind
from headway.catalog.occupations import place_title
from headway.gap.model import GapItem, GapReport, GapStatus
from headway.gap.needs import learn_together, nearest_skill, reached
from headway.gap.readiness import rate, refuse
from headway.profile.model import EvidenceKind, Profile, SkillClaim
from headway.skills.tenure import years_in
from headway.values import Hours, Level, Month, Slug

UNPROVEN_CREDIT = 0.6
"""Judged: a claim with nothing to show for it counts this much of a proven one."""
FRESH_YEARS = 3.0
"""Judged: a skill used within these years counts in full; it is called stale after them."""
STALE_FLOOR = 0.5
STALE_YEARS = 8.0
"""Judged: credit falls evenly to the floor at this many years since the last use."""
STILL_LISTED = 0.5
"""Judged: a skill that the document still lists today has aged half as fast since it was last shown in use."""
SOFT_CREDIT = 0.25
"""Judged: résumés seldom name soft skills, so that silence about one counts as a quarter of it."""
UNSEEN_WEIGHT = 0.5
"""Judged: what is only unseen stands this far behind what is missing in the order of gaps."""
MOST_NAMES = 3
REFRESH = 0.25
"""Judged: refreshing a stale skill takes this share of the hours of its last step."""


def measure_gap(profile: Profile, target: RoleStage, catalog: Catalog, today: date) -> GapReport:
    """Every need of `target` against `profile`, those first whose missing credit weighs most."""
    items = [_weigh(need, profile, catalog, today) for need in target.needs]
    items.sort(key=lambda item: (-_weight(item), -item.importance, item.skill))
    refusal = refuse(profile)
    return GapReport(
        target=target.key,
        items=tuple(items),
        readiness=None if refusal else rate(items, profile.words),
        refusal=refusal,
        hours=learn_together(item.hours for item in items),
        experience=_compare_years(profile, target, catalog, today),
    )


def held_levels(profile: Profile) -> dict[Slug, Level]:
    """The level of each skill that the profile claims, proven or not."""
    return {claim.skill: claim.level for claim in profile.claims}


def years_in_field(profile: Profile, catalog: Catalog, today: date) -> float:
    """Years in dated positions whose title is one of the catalog's roles; overlaps count once."""
    return years_in((p for p in profile.positions if place_title(p.title, catalog)), today)


def _weight(item: GapItem) -> float:
    """How much a gap matters: the credit missing, by importance."""
    missing = item.importance * (1 - item.credit)
    return missing * UNSEEN_WEIGHT if item.status is GapStatus.UNSEEN else missing


def _weigh(need: Need, profile: Profile, catalog: Catalog, today: date) -> GapItem:
    claims = [claim for skill in need.skills if (claim := profile.claim(skill))]
    credits = {claim.skill: _credit(claim, need.level, today) for claim in claims}
    best = max(claims, key=lambda c: (credits[c.skill], c.level.rank, c.skill), default=None)
    soft = catalog.skills[need.skill].kind is SkillKind.SOFT
    status = GapStatus.UNSEEN if soft and best is None else _status(best, need.level, today)
    credit = max(credits[best.skill] if best else 0.0, SOFT_CREDIT if soft else 0.0)
    learned = best.skill if best else nearest_skill(need, {}, catalog)
    if status is GapStatus.STALE:
        hours = catalog.hours(learned, need.level).scaled(REFRESH)
    elif best is None or best.level < need.level:
        hours = catalog.hours_between(learned, best.level if best else Level.NONE, need.level)
    else:
        hours = Hours(p10=0, p50=0, p90=0)
    return GapItem(
        skill=need.skill,
        alternatives=need.alternatives,
        name=_name(need, catalog),
        by=best.skill if best else None,
        wanted=need.level,
        held=best.level if best else Level.NONE,
        learned=learned,
        status=status,
        credit=credit,
        importance=need.importance,
        importance_basis=need.basis,
        level_basis=need.level_basis,
        evidence=best.evidence if best else (),
        last_used=best.last_used if best else None,
        hours=hours,
        reason=_explain(best, need, status, catalog, today),
    )


def _credit(claim: SkillClaim, wanted: Level, today: date) -> float:
    return reached(claim.level, wanted) * (1.0 if claim.proven else UNPROVEN_CREDIT) * _freshness(claim, today)


def _freshness(claim: SkillClaim, today: date) -> float:
    years = _years_since(claim, today)
    if years is None:
        return 1.0
    if any(e.kind is EvidenceKind.CLAIM for e in claim.evidence):
        years *= STILL_LISTED
    if years <= FRESH_YEARS:
        return 1.0
    lost = min(1.0, (years - FRESH_YEARS) / (STALE_YEARS - FRESH_YEARS))
    return 1.0 - lost * (1.0 - STALE_FLOOR)


def _years_since(claim: SkillClaim, today: date) -> float | None:
    return None if claim.last_used is None else claim.last_used.months_to(Month.of(today)) / 12


def _status(best: SkillClaim | None, wanted: Level, today: date) -> GapStatus:
    if best is None:
        return GapStatus.MISSING
    if best.level < wanted:
        return GapStatus.PARTIAL
    if not best.proven:
        return GapStatus.UNPROVEN
    return GapStatus.MET if _freshness(best, today) == 1.0 else GapStatus.STALE


def _name(need: Need, catalog: Catalog) -> str:
    names = [catalog.skills[skill].name for skill in need.skills]
    return " or ".join(names) if len(names) <= MOST_NAMES else f"{names[0]} (or {len(names) - 1} others)"


def _explain(best: SkillClaim | None, need: Need, status: GapStatus, catalog: Catalog, today: date) -> str:
    if status is GapStatus.UNSEEN:
        return f"The document does not speak of it, as few do; {need.level} is asked, so write what shows it."
    if best is None:
        return f"Nothing in the document speaks for it; {need.level} is asked."
    held = f"{best.level}"
    if best.skill != need.skill or need.alternatives:
        held += f" in {catalog.skills[best.skill].name}"
    shown = _shown(best)
    if status is GapStatus.PARTIAL:
        verb = "Shows" if best.proven else "Claims"
        return f"{verb} {held} ({shown}); {need.level} is asked."
    if status is GapStatus.UNPROVEN:
        return f"Claims {held}, but {shown}: show where it was used."
    if status is GapStatus.STALE:
        years = _years_since(best, today) or 0.0
        return f"Shows {held} ({shown}), last used {years:.0f} years ago: refresh it."
    return f"Shows {held} ({shown}); {need.level} is asked."


def _shown(claim: SkillClaim) -> str:
    strongest = claim.evidence[0] if claim.evidence else None
    if strongest is None or not claim.proven:
        return "only its name stands there"
    years = f"{claim.years:.1f} years, " if claim.years else ""
    return f"{years}{strongest.place or strongest.kind.value}"


def _compare_years(profile: Profile, target: RoleStage, catalog: Catalog, today: date) -> str:
    low, high = target.years
    asked = f"{low:g}+" if high is None else f"{low:g}-{high:g}"
    have = years_in_field(profile, catalog, today)
    short = "" if have >= low else " Years run on their own clock, and no course replaces them."
    return f"{target.stage} asks for {asked} years in the field, your dated positions show {have:.1f}.{short}"
