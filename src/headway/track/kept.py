"""What is kept from one day to the next: the profile read last, and the plan that is followed."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from headway.plan.model import Plan
from headway.profile.model import Profile
from headway.values import Name, Text, Value
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
