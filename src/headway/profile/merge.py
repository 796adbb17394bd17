"""What a person decided about a profile, and a newer document read into it: decisions outrank what is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from headway.profile.model import CONFIRMED, Evidence, EvidenceKind, Profile, SkillClaim
from headway.values import Level, Slug, Span, Text, Value

ADDED = "added-by-hand"


class ChangeKind(StrEnum):
    ADDED = "added"
    RAISED = "raised"
    LOWERED = "lowered"
    KEPT = "kept"
    """Confirmed by the person, whatever the newer document says."""
    STRUCK = "struck"
    """Read again, and left out because the person struck it out."""
    VANISHED = "vanished"


class Change(Value):
    """What a newer document changes about one skill, and why."""

    skill: Slug
    kind: ChangeKind
    before: Level
    after: Level
    reason: Text


class Merge(Value):
    """A profile with a newer document read into it."""

    profile: Profile
    changes: tuple[Change, ...]


def confirm(profile: Profile, skill: Slug, level: Level | None = None) -> Profile:
    """`skill` as the person holds it, at `level` or as it was read; a skill that was not read is added."""
    held = profile.claim(skill)
    if held is None:
        return add(profile, skill, level or Level.WORKING, "confirmed by hand")
    return _put(profile, held.change(level=level or held.level, confidence=1.0, rule=CONFIRMED))


def add(profile: Profile, skill: Slug, level: Level, note: str) -> Profile:
    """`skill` at `level` by the person's own word; the note stands as its evidence, before what was read."""
    said = Evidence(kind=EvidenceKind.CLAIM, span=Span(start=0, end=0), quote=note)
    held = profile.claim(skill)
    evidence = (*held.evidence, said) if held else (said,)
    claim = SkillClaim(skill=skill, level=level, confidence=1.0, evidence=evidence, rule=ADDED)
    if held:
        claim = claim.change(years=held.years, last_used=held.last_used)
    return _put(profile, claim)


def strike(profile: Profile, skill: Slug) -> Profile:
    """The profile without `skill`, which later readings do not bring back."""
    return profile.change(
        claims=tuple(claim for claim in profile.claims if claim.skill != skill),
        struck=tuple(dict.fromkeys((*profile.struck, skill))),
    )


def merge(old: Profile, new: Profile) -> Merge:
    """`new` with the decisions of `old` laid over it. Pure; merging the same document twice changes nothing more."""
    struck = tuple(dict.fromkeys((*old.struck, *new.struck)))
    skills = dict.fromkeys(claim.skill for claim in (*old.claims, *new.claims))
    claims = [c for skill in skills if skill not in struck and (c := _settle(old.claim(skill), new.claim(skill)))]
    held = {claim.skill for claim in claims}
    profile = new.change(
        claims=_sort(claims),
        struck=struck,
        wished=tuple(skill for skill in new.wished if skill not in held),
        denied=tuple(skill for skill in new.denied if skill not in held),
    )
    changes = [change for skill in skills for change in _explain(skill, old, new, struck)]
    changes.sort(key=lambda change: (list(ChangeKind).index(change.kind), change.skill))
    return Merge(profile=profile, changes=tuple(changes))


def _settle(old: SkillClaim | None, new: SkillClaim | None) -> SkillClaim | None:
    if old is None or not old.confirmed or (new and new.confirmed):
        return new
    if new is None:
        return old
    last = max((c.last_used for c in (old, new) if c.last_used), key=lambda month: month.index, default=None)
    years = max((c.years for c in (old, new) if c.years is not None), default=None)
    return old.change(evidence=tuple(dict.fromkeys((*new.evidence, *old.evidence))), last_used=last, years=years)


def _explain(skill: Slug, old: Profile, new: Profile, struck: Iterable[Slug]) -> Iterator[Change]:
    before, after = old.claim(skill), new.claim(skill)
    was, now = before.level if before else Level.NONE, after.level if after else Level.NONE
    if skill in struck:
        if after:
            yield Change(skill=skill, kind=ChangeKind.STRUCK, before=was, after=Level.NONE, reason="You struck it out.")
    elif before and before.confirmed and not (after and after.confirmed):
        if was is not now:
            reads = f"reads as {now}" if after else "does not name it"
            reason = f"You confirmed {was}; the newer document {reads}."
            yield Change(skill=skill, kind=ChangeKind.KEPT, before=was, after=was, reason=reason)
    elif before is None:
        yield Change(skill=skill, kind=ChangeKind.ADDED, before=was, after=now, reason=f"New, {_why(after)}.")
    elif after is None:
        yield Change(skill=skill, kind=ChangeKind.VANISHED, before=was, after=now, reason="Not in the newer document.")
    elif was is not now:
        kind = ChangeKind.RAISED if now > was else ChangeKind.LOWERED
        yield Change(skill=skill, kind=kind, before=was, after=now, reason=f"From {was} to {now}, {_why(after)}.")


def _why(claim: SkillClaim | None) -> str:
    if claim is None:
        return "not read"
    place = claim.evidence[0].place if claim.evidence else None
    return f"by {place}" if place else f"by the rule {claim.rule}"


def _put(profile: Profile, claim: SkillClaim) -> Profile:
    others = [c for c in profile.claims if c.skill != claim.skill]
    return profile.change(
        claims=_sort([*others, claim]),
        struck=tuple(skill for skill in profile.struck if skill != claim.skill),
        denied=tuple(skill for skill in profile.denied if skill != claim.skill),
        wished=tuple(skill for skill in profile.wished if skill != claim.skill),
    )


def _sort(claims: Iterable[SkillClaim]) -> tuple[SkillClaim, ...]:
    return tuple(sorted(claims, key=lambda claim: (-claim.level.rank, -(claim.years or 0), claim.skill)))
