"""Strong, moderately weak and dormant ties: three lanes, as each is good for something else.

An experiment with 20 million people found an inverted U: moderately weak ties led to most changes of job, the weakest
and the strongest to fewer. It measured ties by shared connections and by messages; here only one's own log is known, so
that the thresholds are defaults.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from headway.network.model import Contact, Tier
from headway.values import Slug, Text, Value

WEAK_TIES: Slug = "weak-ties-2022"
DORMANT_TIES: Slug = "dormant-ties-2011"
STRONG_COUNT = 6
"""Real contacts within a year that make a tie strong. A default."""
YEAR = timedelta(days=365)
DORMANT_AFTER = timedelta(days=3 * 365)
"""Without contact, after which a tie is dormant: the three years of the study of 2011."""


class Lane(StrEnum):
    STRONG = "strong"
    MODERATELY_WEAK = "moderately weak"
    DORMANT = "dormant"
    NEW = "new"
    """No contact is recorded, so that nothing can be told."""


class Tie(Value):
    """The lane of a contact, and why; `source` names the study that speaks for what the lane is good for."""

    lane: Lane
    reason: Text
    source: Slug | None = None


def judge_tie(contact: Contact, today: date) -> Tie:
    """The lane that the log shows on `today`."""
    last = contact.last_real(today)
    if last is None:
        return Tie(lane=Lane.NEW, reason="no contact recorded yet")
    if today - last > DORMANT_AFTER:
        years = (today - last).days // 365
        return Tie(lane=Lane.DORMANT, reason=f"no contact for {years} years", source=DORMANT_TIES)
    lately = sum(t.kind.real and today - YEAR < t.on <= today for t in contact.touches)
    if lately >= STRONG_COUNT:
        return Tie(lane=Lane.STRONG, reason=f"{lately} contacts within a year")
    if contact.tier is Tier.CLOSE and lately:
        return Tie(lane=Lane.STRONG, reason="kept close by your own word")
    said = f"{lately} contact{'s' * (lately != 1)} within a year" if lately else "no contact within a year"
    return Tie(lane=Lane.MODERATELY_WEAK, reason=said, source=WEAK_TIES)
