"""Reviews: a part of every fourth week that goes to what was learned a while ago, taken off the week's hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from headway.catalog.model import ActivityKind
from headway.plan.model import Review
from headway.values import Slug

SHARE = 0.15
"""Of the time until it must still be known, after which something learned is gone through once: in experiments the best
gap lies at 10 to 20 % of it, less over a year (Cepeda and others, Psychological Science 19, 2008)."""
LEAST_SHARE = 0.10
REVIEWED = {ActivityKind.COURSE, ActivityKind.BOOK}
"""Kinds that are forgotten unless they are gone through again; a project is a review of what it uses."""
HOURS = 0.5
"""Of one review. A default."""
EVERY = 4
"""Weeks of the calendar from one that is kept for reviews to the next: the same ones for every plan. A default."""
A_REVIEW = 6.0
"""Hours of the week for each review that it keeps: 2 % of the hours of four weeks. A default."""
LEAST = 2.0
"""Hours below which a week keeps none."""


class Ended(NamedTuple):
    """A course or book and the week in which it ends, counted from the plan's first (1); before it 0 and less."""

    activity: Slug
    name: str
    week: int


def keep_reviews(capacity: Sequence[float], start: date) -> tuple[float, ...]:
    """Hours of each week that are kept for reviews, by what the week holds."""
    first = start.toordinal() // 7
    return tuple(
        HOURS * max(1, round(hours / A_REVIEW)) if (first + n) % EVERY == 0 and hours >= LEAST else 0.0
        for n, hours in enumerate(capacity)
    )


def place_reviews(ended: Iterable[Ended], kept: Sequence[float], start: date) -> tuple[Review, ...]:
    """Once for each of `ended`, in the first kept week after a tenth of the weeks that are left then, those due first.

    Half an hour each, as many as the `kept` hours of a week hold; what finds no week before the end has none.
    """
    waiting = list(ended)
    found = []
    for week, hours in enumerate(kept, 1):
        due = [e for e in waiting if week >= e.week + max(1.0, LEAST_SHARE * (len(kept) - e.week))]
        due.sort(key=lambda e: (e.week + SHARE * (len(kept) - e.week), e.activity))
        for one in due[: int(hours / HOURS)]:
            waiting.remove(one)
            monday = start + timedelta(weeks=week - 1)
            found.append(Review(activity=one.activity, name=one.name, monday=monday, hours=HOURS))
    return tuple(found)
