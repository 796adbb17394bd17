"""What can happen to a plan. Events are only ever added; one that was wrong is taken back by another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from headway.plan.model import Step
from headway.values import Hours, Name, Share, Slug, Text, Value
from headway.wish import Days

MOST_HOURS = 24.0
"""Hours that one entry of the log can hold: a day's."""

Why: TypeAlias = Annotated[Text, Field(max_length=500)]


class Planned(Value):
    """A plan was kept: the first, or one in place of another."""

    what: Literal["planned"] = "planned"
    on: date
    target: Text
    start: date
    hours: float = Field(gt=0)
    """A week."""
    picked: tuple[Slug, ...]


class Logged(Value):
    """Hours spent on an activity on one day."""

    what: Literal["logged"] = "logged"
    on: date
    activity: Slug
    name: Name
    hours: float = Field(gt=0, le=MOST_HOURS)


class Done(Value):
    """An activity was finished. It carries what it was expected to take and what it taught, as plans change."""

    what: Literal["done"] = "done"
    on: date
    activity: Slug
    name: Name
    expected: Hours
    teaches: tuple[Step, ...] = ()


class Dropped(Value):
    """An activity was given up; logging or pinning it takes it up again."""

    what: Literal["dropped"] = "dropped"
    on: date
    activity: Slug
    name: Name
    why: Why | None = None


class Pinned(Value):
    """An activity is to stay in the plan, whatever else moves."""

    what: Literal["pinned"] = "pinned"
    on: date
    activity: Slug
    name: Name


class Unpinned(Value):
    what: Literal["unpinned"] = "unpinned"
    on: date
    activity: Slug
    name: Name


class Away(Days):
    """Days without learning, or with less of it, as they were told."""

    what: Literal["away"] = "away"
    on: date
    why: Why | None = None


class Undone(Value):
    """The event with this uid was a mistake."""

    what: Literal["undone"] = "undone"
    on: date
    uid: Text


class Reviewed(Value):
    """A quarter was looked back on."""

    what: Literal["reviewed"] = "reviewed"
    on: date
    target: Text
    scheduled: float = Field(ge=0)
    """Hours that plans had in all weeks until then."""
    readiness: Share | None = None
    said: Text | None = None


Happening: TypeAlias = Annotated[
    Planned | Logged | Done | Dropped | Pinned | Unpinned | Away | Reviewed | Undone, Field(discriminator="what")
]
History: TypeAlias = Iterable[tuple[str, Happening]]
"""Uids and events in the order in which they were recorded; the clock has no say in it."""


def leave_out_undone(history: History) -> list[tuple[str, Happening]]:
    """The events that stand: neither taken back nor taking back."""
    events = list(history)
    taken_back = {event.uid for _, event in events if isinstance(event, Undone)}
    return [(uid, event) for uid, event in events if uid not in taken_back and not isinstance(event, Undone)]
