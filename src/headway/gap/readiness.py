"""How ready a profile is: an importance-weighted coverage with an interval, or a refusal on thin data."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from headway.gap.model import GapItem, GapStatus, Readiness
from headway.profile.model import Profile

# Judged: half of a reader's mistakes (a level read too high or low) go the same way throughout a document.
SHARED_ERROR = 0.5
# One-sided standard deviations of a need's credit, judged, as (down, up). Silence is weak evidence of lack,
# and weakest for soft skills.
SPREAD = {
    GapStatus.MET: (0.12, 0.0),
    GapStatus.STALE: (0.20, 0.20),
    GapStatus.UNPROVEN: (0.50, 0.25),
    GapStatus.NEIGHBOUR: (0.40, 0.25),
    GapStatus.PARTIAL: (0.25, 0.20),
    GapStatus.UNSEEN: (0.80, 0.30),
    GapStatus.MISSING: (0.0, 0.10),
}
Z80 = 1.2816
"""Standard deviations from the middle to the 10th and 90th percentile."""

MIN_WORDS = 80
MIN_CLAIMS = 4
LONG_DOCUMENT = 350
"""Words from which a document is taken to tell what matters; shorter ones widen the interval."""


def refuse(profile: Profile) -> str | None:
    """Why no readiness can be given, in words that say what to add; None when the evidence suffices."""
    if profile.words < MIN_WORDS:
        return (
            f"only {profile.words} words were read, and a readiness from fewer than {MIN_WORDS} would be a guess: "
            "add positions with dates and what you did in them"
        )
    if len(profile.claims) < MIN_CLAIMS:
        found = len(profile.claims)
        return (
            f"only {found} skill{'s' if found != 1 else ''} of the catalog {'were' if found != 1 else 'was'} found: "
            "name the tools and methods that you used, and where"
        )
    return None


def rate(items: Sequence[GapItem], words: int) -> Readiness:
    """Importance-weighted mean credit of `items` with an 80 % interval, wider for short documents.

    The interval covers misreading of the document, not chance of success: no data hold failed attempts.
    """
    total = sum(item.importance for item in items)
    if total == 0:
        return Readiness(low=0, mid=0, high=1)
    thinness = 1 + max(0.0, 1 - words / LONG_DOCUMENT)
    down, up = [], []
    for item in items:
        weight = item.importance / total
        below, above = SPREAD[item.status]
        down.append(weight * below * item.credit)
        up.append(weight * min(above * thinness, 1 - item.credit))
    mid = sum(item.importance * item.credit for item in items) / total
    return Readiness(
        low=max(0.0, mid - Z80 * _spread(down)),
        mid=min(1.0, mid),
        high=min(1.0, mid + Z80 * _spread(up)),
    )


def _spread(deviations: Sequence[float]) -> float:
    """Standard deviation of a sum whose parts share half of their error."""
    together = sum(deviations) ** 2
    apart = sum(d * d for d in deviations)
    return sqrt(SHARED_ERROR * together + (1 - SHARED_ERROR) * apart)
