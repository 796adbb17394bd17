"""What is kept from one day to the next: the profile read last, and the plan that is followed."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from headway.plan.model import Plan, PlannedActivity
from headway.profile.model import Profile
from headway.values import Map, Name, Share, Slug, Text, Value
from headway.wish import Wish


class KeptProfile(Value):
    """A profile with the document that it was read from."""

    document: Name
    """The file's name, without its folder."""
    read_on: date
    profile: Profile


class KeptPlan(Value):
    """The plan that is followed, with what was asked for, so that it can be made again."""

    made_on: date
    wish: Wish
    target: Text
    """Role and stage, `ml-engineer:mid`."""
    title: Text
    hours: float = Field(gt=0)
    """Hours a week that it was made for."""
    plan: Plan
    until: date | None = None
    """The end of the weeks that are planned; None for a year from the plan's start."""
    before: tuple[PlannedActivity, ...] = ()
    """What earlier plans held and is over."""
    hours_before: float = Field(default=0.0, ge=0)
    """Hours that earlier plans had in the weeks before this one."""
    revision: int = Field(default=0, ge=0)
    """How often the plan was made again."""
    sessions: Map[Slug, int] = Map()
    """Sessions of each activity that lie before this plan."""
    published: Map[Slug, int] = Map()
    """Sessions of each activity that any of its plans had: so many may lie in a calendar."""
    people_weeks: tuple[date, ...] = ()
    """Weeks in which any of its plans had hours for people: they may lie in a calendar."""
    readiness: Share | None = None
    """The middle when the first plan was made, where one was given."""
