"""One need against everything a profile shows: which claim speaks for it best, how much that counts, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from headway.catalog.model import Catalog, Need, SkillKind
from headway.catalog.neighbours import NeighbourReason
from headway.gap.explain import explain_need, name_need
from headway.gap.model import CreditParts, GapItem, GapStatus, Nearby
from headway.gap.needs import Held, held_levels, hours_left, is_open, neighbours_of, reached
from headway.profile.model import EvidenceKind, Profile, SkillClaim
from headway.values import Hours, Level, Month, Slug

UNPROVEN_CREDIT = 0.6
"""Judged: a claim with nothing to show for it counts this much of a proven one."""
FRESH_YEARS, STALE_YEARS = 3.0, 8.0
"""Judged: where no half-life is known, a skill used within the first counts in full, and the least at the second."""
STALE_FLOOR = 0.5
"""Judged: the least that is left of a skill once held, however long ago."""
STILL_LISTED = 0.5
"""Judged: a skill that the document still lists today has aged half as fast since it was last shown in use."""
SOFT_CREDIT = 0.25
"""Judged: résumés seldom name soft skills, so that silence about one counts as a quarter of it."""
REFRESH = 0.25
"""Judged: refreshing a stale skill takes this share of the hours of its last step."""
NOTHING = Hours(p10=0, p50=0, p90=0)
REASONS = {
    NeighbourReason.ALTERNATIVE: "an alternative to",
    NeighbourReason.SAME_IDEA: "on the same idea as",
    NeighbourReason.SUCCESSOR: "of one line with",
    NeighbourReason.ACCEPTED: "accepted in place of",
    NeighbourReason.COMPLEMENT: "asked together with",
}


class Bid(NamedTuple):
    """A claim that speaks for a need, and what it leaves to do."""

    claim: SkillClaim
    parts: CreditParts
    hours: Hours
    near: Nearby | None = None

    @property
    def credit(self) -> float:
        return self.parts.product


def weigh_need(need: Need, profile: Profile, catalog: Catalog, today: date) -> GapItem:
    """What `profile` shows for `need`: the claim that reaches highest, or a neighbour where that counts for more.

    Credit is the most that any claim gives and hours the least that any way takes, so that more never counts as less.
    """
    held = held_levels(profile)
    own = list(_own_bids(need, profile, held, catalog, today))
    best = max(own, key=lambda bid: _reach(bid, need), default=None)
    near = max(_near_bids(need, profile, catalog, today), key=_worth, default=None)
    top = max(own, key=_worth, default=None)
    soft = catalog.skills[need.skill].kind is SkillKind.SOFT
    credit = max(SOFT_CREDIT if soft else 0.0, top.credit if top else 0.0)
    by = best.claim if best else None
    beside = near if near and near.credit > credit else None
    shown = beside.claim if beside else by
    status = GapStatus.NEIGHBOUR if beside else _status(by, need.level, soft, catalog, today)
    if beside:
        top, credit = beside, beside.credit
    learned, hours = _cheapest(need, own, by, held, catalog)
    return GapItem(
        skill=need.skill,
        alternatives=need.alternatives,
        name=name_need(need, catalog),
        by=by.skill if by else None,
        wanted=need.level,
        held=by.level if by else Level.NONE,
        learned=learned,
        status=status,
        credit=credit,
        parts=top.parts if top else None,
        importance=need.importance,
        importance_basis=need.basis,
        level_basis=need.level_basis,
        evidence=shown.evidence if shown else (),
        last_used=shown.last_used if shown else None,
        near=beside.near if beside else None,
        hours=hours,
        reason=explain_need(need, status, shown, beside.near if beside else None, catalog, today),
    )


def _own_bids(need: Need, profile: Profile, held: Held, catalog: Catalog, today: date) -> Iterator[Bid]:
    for skill in need.skills:
        if claim := profile.claim(skill):
            parts = _take_apart(claim, need.level, catalog, today)
            if claim.level < need.level:
                hours = hours_left(skill, need, held, catalog)
            else:
                hours = catalog.hours(skill, need.level).scaled(REFRESH) if parts.freshness < 1.0 else NOTHING
            yield Bid(claim, parts, hours)


def _near_bids(need: Need, profile: Profile, catalog: Catalog, today: date) -> Iterator[Bid]:
    """What skills beside those of the need speak for, each at the share that carries over."""
    for skill in need.skills:
        for neighbour in neighbours_of(skill, catalog):
            if neighbour.skill not in need.skills and (claim := profile.claim(neighbour.skill)):
                near = Nearby(
                    skill=claim.skill,
                    name=catalog.skills[claim.skill].name,
                    level=claim.level,
                    share=neighbour.share,
                    reason=f"{REASONS[neighbour.reason]} {catalog.skills[skill].name}",
                    basis=neighbour.basis,
                )
                yield Bid(claim, _take_apart(claim, need.level, catalog, today, neighbour.share), NOTHING, near)


def _worth(bid: Bid) -> tuple[float, str]:
    return bid.credit, bid.claim.skill


def _reach(bid: Bid, need: Need) -> tuple[int, float, int, str]:
    """Levels above the one asked are worth nothing, so that proof and recency decide there."""
    claim = bid.claim
    return min(claim.level, need.level).rank, bid.credit, claim.level.rank, claim.skill


def _cheapest(need: Need, own: list[Bid], best: SkillClaim | None, held: Held, catalog: Catalog) -> tuple[Slug, Hours]:
    """Which skill to go on with, and its hours: the first named, or one begun or helped where that takes less."""
    ways = [(bid.claim.skill, bid.hours) for bid in own]
    begun = {skill for skill, _ in ways}
    for skill in need.skills:
        if skill not in begun and is_open(skill, need, held, catalog):
            ways.append((skill, hours_left(skill, need, held, catalog)))
    return min(ways, key=lambda way: (way[1].p50, best is None or way[0] != best.skill))


def _take_apart(claim: SkillClaim, wanted: Level, catalog: Catalog, today: date, carried: float = 1.0) -> CreditParts:
    return CreditParts(
        skill=claim.skill,
        reached=reached(claim.level, wanted),
        proof=proof(claim),
        freshness=freshness(claim, catalog, today),
        carried=carried,
    )


def proof(claim: SkillClaim) -> float:
    return 1.0 if claim.proven else UNPROVEN_CREDIT


def freshness(claim: SkillClaim, catalog: Catalog, today: date) -> float:
    """How much of a claim still counts, 1 down to a half, by the years since it was last used.

    It counts in full for half of the skill's half-life and falls evenly to a half at its end.
    """
    years = years_since(claim.last_used, today)
    if years is None or years <= 0:
        return 1.0
    if any(e.kind is EvidenceKind.CLAIM for e in claim.evidence):
        years *= STILL_LISTED
    life = catalog.half_life(claim.skill)
    full, half = (life.middle / 2, life.middle) if life else (FRESH_YEARS, STALE_YEARS)
    if years <= full:
        return 1.0
    return 1.0 - min(1.0, (years - full) / (half - full)) * (1.0 - STALE_FLOOR)


def years_since(month: Month | None, today: date) -> float | None:
    return None if month is None else month.months_to(Month.of(today)) / 12


def _status(best: SkillClaim | None, wanted: Level, soft: bool, catalog: Catalog, today: date) -> GapStatus:
    if best is None:
        return GapStatus.UNSEEN if soft else GapStatus.MISSING
    if best.level < wanted:
        return GapStatus.PARTIAL
    if not best.proven:
        return GapStatus.UNPROVEN
    return GapStatus.MET if freshness(best, catalog, today) == 1.0 else GapStatus.STALE
