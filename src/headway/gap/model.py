"""What a person lacks for a role stage, need by need, and how ready that makes them."""

from __future__ import annotations

from enum import StrEnum

from headway.profile.model import Evidence
from headway.values import Basis, Hours, Kind, Level, Month, Share, Slug, Text, Value


class GapStatus(StrEnum):
    MET = "met"
    STALE = "stale"
    """Held once, not used for long."""
    UNPROVEN = "unproven"
    """Claimed at the level, with nothing to show for it."""
    NEIGHBOUR = "neighbour"
    """Not held itself, or less of it, but a skill beside it is, and part of that carries over."""
    PARTIAL = "partial"
    """Held below the level."""
    UNSEEN = "unseen"
    """A soft skill that the document does not speak of, as résumés seldom do."""
    MISSING = "missing"


class Nearby(Value):
    """A skill held that stands beside the one asked, and how much of it carries over."""

    skill: Slug
    name: Text
    level: Level
    share: Share
    """How much of the credit for it counts for the skill asked."""
    reason: Text
    basis: Basis


class CreditParts(Value):
    """What a credit is the product of."""

    skill: Slug
    """Whose claim it is."""
    reached: Share
    """How far its level goes towards the one asked."""
    proof: Share
    """1 where something shows it, less for a bare claim."""
    freshness: Share
    """1 where it is in use, less the longer ago that was."""
    carried: Share = 1.0
    """1 for the skill itself, the share that carries over from one beside it."""

    @property
    def product(self) -> float:
        return self.reached * self.proof * self.freshness * self.carried


class GateState(StrEnum):
    PASSED = "passed"
    SHORT = "short"
    UNKNOWN = "unknown"


class Gate(Value):
    """What no learning opens: years in the field, a degree, a licence. It stands apart from readiness and hours."""

    name: Text
    state: GateState
    says: Text
    """One or two sentences on what is asked and what the document shows."""
    basis: Basis | None = None
    """What it rests on beside the catalog's role and the document."""


class GapItem(Value):
    """One need of the target against what the profile shows."""

    skill: Slug
    alternatives: tuple[Slug, ...] = ()
    """Skills that would do as well."""
    name: Text
    """The names of all of them, so that a report needs no catalog."""
    by: Slug | None = None
    """The skill that meets it best: `skill` itself or one of the need's alternatives; None when nothing does."""
    wanted: Level
    held: Level
    learned: Slug
    """The skill to go on with: the one that meets the need best, else the nearest to learn."""
    status: GapStatus
    credit: Share
    """How much of the need counts as covered, with proof and recency."""
    parts: CreditParts | None = None
    """What the credit is made of; None where nothing speaks for the need."""
    importance: Share
    importance_basis: Basis
    level_basis: Basis
    evidence: tuple[Evidence, ...] = ()
    last_used: Month | None = None
    near: Nearby | None = None
    """What counts in its place, where the status is `neighbour`."""
    hours: Hours
    """To close it; zero when met, and when it only has to be proven."""
    reason: Text
    """One sentence on what was found and what is missing."""

    @property
    def skills(self) -> tuple[Slug, ...]:
        return (self.skill, *self.alternatives)

    @property
    def asked(self) -> str:
        """How much the market asks for it, in words: `asked in 62% of 197 postings`, or that the weight is judged."""
        if self.importance_basis.kind is not Kind.MEASURED:
            return f"weight {self.importance:.0%}, {self.importance_basis.kind}"
        least = "at least " if self.alternatives else ""
        return f"asked in {least}{self.importance:.0%} of {self.importance_basis.n:,} postings"


class Readiness(Value):
    """Importance-weighted coverage of the needs, 0 to 1, as an interval. No probability of anything."""

    low: Share
    mid: Share
    high: Share


class GapReport(Value):
    """The whole gap. `readiness` is None when the evidence is too thin; `refusal` then says what is missing."""

    target: Text
    """Key of the role stage, `ml-engineer:mid`."""
    items: tuple[GapItem, ...]
    """By what matters most: the credit missing, weighted by importance."""
    readiness: Readiness | None
    refusal: Text | None = None
    hours: Hours
    """To close everything."""
    gates: tuple[Gate, ...] = ()
    """Years in the field, then credentials, apart from skills."""

    @property
    def open(self) -> tuple[GapItem, ...]:
        return tuple(item for item in self.items if item.status is not GapStatus.MET)
