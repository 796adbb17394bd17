"""What a posting asks and offers, each with the words that say so."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from headway.profile.degrees import Degree
from headway.values import Level, Money, Name, Slug, Span, Stage, Text, Track, Value


class Quote(Value):
    """The words of a posting that something rests on. `span` is in code points of its text."""

    span: Span
    text: Text


class Requirement(Value):
    """A skill that a posting names, or several of which any one will do."""

    skill: Slug
    alternatives: tuple[Slug, ...] = ()
    name: Text
    """As the posting names it, joined by `or` where several will do."""
    required: bool | None
    """Asked for (True), preferred (False), or only named, as in a tech stack (None)."""
    years: float | None = Field(default=None, ge=0)
    level: Level
    rule: Slug
    """What gave the level: `stated`, `years`, or `assumed` where the posting does not say."""
    quote: Quote

    @property
    def skills(self) -> tuple[Slug, ...]:
        return (self.skill, *self.alternatives)


class GateKind(StrEnum):
    """What no learning opens."""

    YEARS = "years"
    DEGREE = "degree"
    CLEARANCE = "clearance"
    LICENCE = "licence"
    WORK_PERMIT = "work-permit"
    LANGUAGE = "language"


class PostedGate(Value):
    """A condition beside skills. What its kind does not need is None."""

    kind: GateKind
    says: Text
    """What is asked, in a few words: `5 years of experience`, `bachelor in computer science`."""
    required: bool
    years: float | None = None
    degree: Degree | None = None
    fields: tuple[Text, ...] = ()
    """Of study, as the posting names them."""
    language: Name | None = None
    or_experience: bool = False
    """Experience will do in its place."""
    quote: Quote


class Workplace(StrEnum):
    REMOTE = "remote"
    HYBRID = "hybrid"
    ON_SITE = "on-site"


class Employment(StrEnum):
    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    INTERNSHIP = "internship"


class PayPeriod(StrEnum):
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


class PostedPay(Value):
    """Pay as stated; `low` and `high` are equal for a single amount, one is None for `from` or `up to`."""

    low: Money | None
    high: Money | None
    period: PayPeriod
    period_stated: bool
    """False where a yearly sum is only taken to be one by its size."""
    quote: Quote


class Posting(Value):
    """A posting as read. Whatever it does not state is None or empty: nothing is guessed."""

    text: Text
    title: Text | None = None
    role: Slug | None = None
    stage: Stage | None = None
    track: Track | None = None
    employer: Text | None = None
    requirements: tuple[Requirement, ...] = ()
    """Required first, then preferred, then only named; each by place."""
    gates: tuple[PostedGate, ...] = ()
    place: Text | None = None
    workplace: Workplace | None = None
    employment: tuple[Employment, ...] = ()
    pay: tuple[PostedPay, ...] = ()
