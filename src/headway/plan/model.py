"""A plan: which activities to do, week by week, within the hours there are."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from headway.catalog.model import ActivityKind
from headway.values import Hours, Level, Money, Slug, Text, Url, Value


class Step(Value):
    """One level of one skill to reach."""

    skill: Slug
    level: Level


class PlannedActivity(Value):
    """An activity that was picked, and why."""

    activity: Slug
    name: Text
    kind: ActivityKind
    provider: Text
    url: Url | None = None
    hours: Hours
    planned: float = Field(gt=0)
    """Hours scheduled (the p50)."""
    teaches: tuple[Step, ...]
    """The steps still open that it attains."""
    first: int = Field(ge=1)
    last: int = Field(ge=1)
    """Weeks of the schedule, 1-based, inclusive."""
    likely: date | None = None
    """The end of its last week."""
    surely: date | None = None
    """The day by which it ends nine times in ten, an estimate: all before it slow, as it is."""
    cost: Money | None = None
    proof: Text | None = None
    spent: float = Field(default=0.0, ge=0)
    """Hours done of it before this plan was made."""
    whole: Hours | None = None
    """All its hours at the usual pace, what is done included: what a pace is learned against."""
    reason: Text
    instead: Text | None = None
    """What could be done in its hours and is left out for it."""
    pinned: bool = False


class Block(Value):
    """Hours for one activity in one week."""

    activity: Slug
    hours: float = Field(gt=0)


class Week(Value):
    """One week of the schedule."""

    number: int = Field(ge=1)
    monday: date
    capacity: float = Field(ge=0)
    blocks: tuple[Block, ...]
    attains: tuple[Step, ...] = ()
    """Steps whose last activity ends in this week."""


class Review(Value):
    """Something learned, gone through once more in hours of its week that no activity has."""

    activity: Slug
    name: Text
    monday: date
    hours: float = Field(gt=0)


class PeopleSlot(Value):
    """Hours of a week that are kept for people, and what for."""

    kind: ActivityKind
    monday: date
    hours: float = Field(gt=0)
    of: float = Field(gt=0)
    """Hours of the whole, where it takes more than one week."""
    what: Text
    contact: Text | None = None
    """The key of somebody whose name `what` leaves open: a plan that is kept names nobody."""


class Finish(Value):
    """When the plan could be done: `likely` half of the time, `surely` nine times in ten. An estimate."""

    early: date
    likely: date
    surely: date
    says: Text = ""
    """What the estimate rests on."""


class Plan(Value):
    """The activities chosen and their dated schedule."""

    start: date
    activities: tuple[PlannedActivity, ...]
    """In the order in which they start."""
    weeks: tuple[Week, ...]
    """Up to the last one with hours."""
    reviews: tuple[Review, ...] = ()
    """By week; those that an earlier plan had stay."""
    people: tuple[PeopleSlot, ...] = ()
    """By week, in hours beside those of the weeks' capacity."""
    shown: tuple[Step, ...] = ()
    """The steps attained for which there will be something to show."""
    finish: Finish | None
    """None when nothing had to be planned."""
    gap: float | None = Field(ge=0)
    """Proven: no schedule of these activities is better by more than this share. None for a plan mended before this was
    proven for mended ones too."""
    left_out: tuple[Text, ...] = ()
    """Steps that the plan does not reach, each with the reason."""
    hours: Hours
    """Of the activities planned."""
    hours_left: Hours
    """Of the steps that are left out."""

    @property
    def attained(self) -> dict[Slug, Level]:
        """The highest level of each skill that the plan reaches."""
        levels: dict[Slug, Level] = {}
        for week in self.weeks:
            for step in week.attains:
                levels[step.skill] = max(levels.get(step.skill, Level.NONE), step.level)
        return levels
