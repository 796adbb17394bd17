"""Strong, moderately weak and dormant ties: three lanes, as each is good for something else.

An experiment with 20 million people found an inverted U: moderately weak ties led to most changes of job, the weakest
and the strongest to fewer. It measured ties by shared connections and by messages; here only one's own log is known, so
that the thresholds are defaults.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from headway.network.model import UNREAL, Followed, Tier
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


def judge_tie(contact: Followed, today: date) -> Tie:
    """The lane that the log shows on `today`."""
    last = contact.last_real(today)
    if last is None:
        return NEW
    if today - last > DORMANT_AFTER:
        return _dormant((today - last).days // 365)
    since, lately = today - YEAR, 0
    for touch in reversed(contact.touches):  # the newest first
        if touch.on <= since:
            break
        lately += touch.on <= today and touch.kind not in UNREAL
    if lately >= STRONG_COUNT:
        return _strong(lately)
    if lately and contact.tier is Tier.CLOSE:
        return CLOSE
    return _moderately_weak(lately)


NEW = Tie(lane=Lane.NEW, reason="no contact recorded yet")
CLOSE = Tie(lane=Lane.STRONG, reason="kept close by your own word")
"""Ties are few and frozen, so that each is made once: a list of who is due names a thousand."""


@cache
def _dormant(years: int) -> Tie:
    return Tie(lane=Lane.DORMANT, reason=f"no contact for {years} years", source=DORMANT_TIES)


@cache
def _strong(lately: int) -> Tie:
    return Tie(lane=Lane.STRONG, reason=f"{lately} contacts within a year")


@cache
def _moderately_weak(lately: int) -> Tie:
    said = f"{lately} contact{'s' * (lately != 1)} within a year" if lately else "no contact within a year"
    return Tie(lane=Lane.MODERATELY_WEAK, reason=said, source=WEAK_TIES)
