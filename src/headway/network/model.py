"""People, communities and events that one keeps up with: who they are, when there was contact, what was agreed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from headway.values import Map, Name, Ordered, Slug, Stage, Text, Url, Value

MOST_TOUCHES = 5_000
MOST_NOTES = 4_000
LONGEST_CADENCE = 1_100
"""Days."""


class ContactKind(StrEnum):
    PERSON = "person"
    COMMUNITY = "community"
    EVENT = "event"


class Tier(Ordered):
    """How closely one wants to keep up."""

    CLOSE = "close"
    REGULAR = "regular"
    LOOSE = "loose"


EVERY = {Tier.CLOSE: 30, Tier.REGULAR: 90, Tier.LOOSE: 180}
"""Days from one contact to the next, by tier. Defaults: no study says how often."""


class TouchKind(StrEnum):
    """How there was contact. Nobody was reached by what was planned, or tried without an answer."""

    MET = "met"
    CALL = "call"
    MESSAGE = "message"
    EVENT = "event"
    TRIED = "tried"
    PLANNED = "planned"

    @property
    def real(self) -> bool:
        return self not in UNREAL


UNREAL = (TouchKind.TRIED, TouchKind.PLANNED)
"""What reached nobody."""


class Touch(Value):
    """One contact, or the try or plan of one. What was said is not kept."""

    on: date
    kind: TouchKind = TouchKind.MESSAGE


def _in_order(touches: tuple[Touch, ...]) -> tuple[Touch, ...]:
    return tuple(sorted(touches, key=attrgetter("on"))) if len(touches) > 1 else touches


Touches: TypeAlias = Annotated[tuple[Touch, ...], Field(max_length=MOST_TOUCHES), AfterValidator(_in_order)]
Cadence: TypeAlias = Annotated[int, Field(ge=1, le=LONGEST_CADENCE)]
"""Days from one contact to the next."""
Email: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[^@\s<>\"]{1,120}@[^@\s<>\"]{1,120}$")]


class Snooze(Value):
    """No reminder before `until`. It moves no cadence, and the next real contact ends it."""

    on: date
    until: date

    @model_validator(mode="after")
    def _is_ahead(self) -> Self:
        if self.until <= self.on:
            raise ValueError(f"a reminder is put off to a later day than {self.on}")
        return self


class Side(StrEnum):
    MENTOR = "mentor"
    """They mentor you."""
    MENTEE = "mentee"
    """You mentor them."""


class Mentorship(Value):
    """What two people agreed on."""

    side: Side
    since: date
    agreement: Annotated[Text, Field(max_length=MOST_NOTES)] | None = None
    goals: tuple[Text, ...] = ()
    every: Cadence = 30
    until: date | None = None

    @model_validator(mode="after")
    def _ends_later(self) -> Self:
        if self.until and self.until < self.since:
            raise ValueError(f"the mentorship ends on {self.until}, before it begins on {self.since}")
        return self

    def runs(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class Consent(StrEnum):
    """Whether somebody knows that things about them are kept."""

    UNASKED = "unasked"
    GIVEN = "given"
    REFUSED = "refused"


class Willing(StrEnum):
    """Whether somebody would mentor."""

    UNASKED = "unasked"
    YES = "yes"
    NO = "no"


class Followed(Value):
    """Somebody as reminders need to know them; of those who are followed no more is read for a list of who is due."""

    name: Name
    added_on: date
    organisation: Name | None = None
    tier: Tier | None = None
    """None: no reminders."""
    every: Cadence | None = None
    """In place of the tier's."""
    consent: Consent = Consent.UNASKED
    mentorship: Mentorship | None = None
    touches: Touches = ()
    """Oldest first."""
    snooze: Snooze | None = None

    def cadence(self, today: date) -> int | None:
        """Days from one contact to the next: the shorter one of the tier's and the mentorship's; None for neither."""
        own = self.every or (None if self.tier is None else EVERY[self.tier])
        if self.mentorship is not None and self.mentorship.runs(today):
            return min(own or self.mentorship.every, self.mentorship.every)
        return own

    def last_real(self, today: date) -> date | None:
        """The day of the last real contact, up to `today`."""
        for touch in reversed(self.touches):
            if touch.on <= today and touch.kind not in UNREAL:
                return touch.on
        return None


class Contact(Followed):
    """Somebody one knows, or a community or event. Whole in one document, so that it can be erased whole."""

    kind: ContactKind = ContactKind.PERSON
    role: Name | None = None
    former: tuple[Name, ...] = ()
    """Organisations that they were with before."""
    industry: Name | None = None
    expertise: Map[Slug, Stage] = Map()
    """Skills of the catalog, with the stage they are at in each."""
    met: Annotated[Text, Field(max_length=500)] | None = None
    """How one met."""
    willing: Willing = Willing.UNASKED
    room: int = Field(default=1, ge=0, le=100)
    """Mentees that they can take, where they are willing."""
    mentees: int = Field(default=0, ge=0, le=100)
    """That they have."""
    notes: Annotated[Text, Field(max_length=MOST_NOTES)] | None = None
    url: Url | None = None
    email: Email | None = None

    @property
    def has_room(self) -> bool:
        return self.mentees < self.room

    @property
    def organisations(self) -> tuple[str, ...]:
        return (*((self.organisation,) if self.organisation else ()), *self.former)
