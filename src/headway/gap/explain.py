"""One sentence on every need: what was found for it, where, and what is missing."""

from __future__ import annotations

from datetime import date

from headway.catalog.model import Catalog, Need
from headway.gap.model import GapStatus, Nearby
from headway.profile.model import SkillClaim
from headway.values import Month

MOST_NAMES = 3


def name_need(need: Need, catalog: Catalog) -> str:
    """`PyTorch or TensorFlow or JAX`; with more of them `Spark (or 4 others)`."""
    names = [catalog.skills[skill].name for skill in need.skills]
    return " or ".join(names) if len(names) <= MOST_NAMES else f"{names[0]} (or {len(names) - 1} others)"


def explain_need(
    need: Need, status: GapStatus, shown: SkillClaim | None, near: Nearby | None, catalog: Catalog, today: date
) -> str:
    """What `shown`, the claim that speaks best for `need` (or of the skill beside it), says, and what is asked."""
    if status is GapStatus.UNSEEN:
        return f"The document does not speak of it, as few do; {need.level} is asked, so write what shows it."
    if shown is None:
        return f"Nothing in the document speaks for it; {need.level} is asked."
    held = f"{shown.level}"
    if shown.skill != need.skill or need.alternatives:
        held += f" in {catalog.skills[shown.skill].name}"
    where, verb = _shown(shown), "Shows" if shown.proven else "Claims"
    end = f"{need.level} is asked"
    if near:
        end = f"{near.reason}, and {near.share:.0%} of that counts here; {end}"
    elif status is GapStatus.UNPROVEN:
        return f"Claims {held}, but {where}: show where it was used."
    elif status is GapStatus.STALE and shown.last_used:
        end = f"last used {_ago(shown.last_used, today)}: refresh it"
    return f"{verb} {held} ({where}); {end}."


def _ago(month: Month, today: date) -> str:
    years = month.months_to(Month.of(today)) / 12
    return f"in {month}, {years:.0f} years ago"


def _shown(claim: SkillClaim) -> str:
    strongest = claim.evidence[0] if claim.evidence else None
    if strongest is None or not claim.proven:
        return "only its name stands there"
    years = f"{claim.years:.1f} years, " if claim.years else ""
    return f"{years}{strongest.place or strongest.kind.value}"
