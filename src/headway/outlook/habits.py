"""Adaptability as five habits, each measured on what its owner recorded. Side by side: no sum, no score, no rank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from math import exp, log
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, RoleStage
from headway.errors import NotFound
from headway.network.model import Contact
from headway.profile.model import Profile
from headway.track.events import Happening
from headway.values import Text, Value

YEAR = timedelta(days=365)


class Part(StrEnum):
    """The career guide's five parts of adaptability."""

    LEARNING = "continuous learning"
    DIVERSITY = "skill diversity"
    NETWORK = "network diversity"
    AWARENESS = "industry awareness"
    VISIBLE = "visible work"


class Measure(Value):
    """One figure of a habit."""

    name: Text
    value: float
    says: Text
    """The figure in words."""
    formula: Text
    n: int = Field(ge=0)
    of: Text
    """What `n` counts."""


class Habit(Value):
    """One part: its figures, or why there are none, and one next step."""

    part: Part
    ground: Text
    """What it was measured on, and the days."""
    measures: tuple[Measure, ...] = ()
    refusal: Text | None = None
    next: Text

    @model_validator(mode="after")
    def _is_measured_or_refused(self) -> Self:
        if bool(self.measures) is (self.refusal is not None):
            raise ValueError("a habit has figures, or a reason why it has none")
        return self


class Record(NamedTuple):
    """What somebody recorded. Nothing else is known of their habits."""

    events: Sequence[Happening]
    """Those that stand, in the order of recording."""
    contacts: Sequence[Contact]
    profile: Profile | None
    target: str | None
    """Key of the role stage that the kept plan leads to."""
    ahead: tuple[tuple[str, bool], ...] = ()
    """What of the plan is not over: names in its order, and whether it leaves something to show."""

    def find_target(self, catalog: Catalog) -> RoleStage | None:
        """The role stage of `target`; None without one, or where the catalog no longer has it."""
        try:
            return find_role_stage(self.target, catalog) if self.target else None
        except NotFound:
            return None


def spread_evenly(weights: Mapping[str, float] | Iterable[float]) -> float:
    """How many kinds there would be if all weighed the same: e to the Shannon entropy; 0 where nothing weighs."""
    values = [w for w in (weights.values() if isinstance(weights, Mapping) else weights) if w > 0]
    total = sum(values)
    return exp(-sum(w / total * log(w / total) for w in values)) if total else 0.0


SPREAD = "e to the entropy of the shares: as many {} as there would be if all had the same share"
"""The formula of `spread_evenly`, in words."""


def find_largest(weights: Mapping[str, float]) -> tuple[str, float]:
    """The kind with the largest share, the first of equals by name, and the share."""
    total = sum(weights.values())
    kind = min(weights, key=lambda k: (-weights[k], k))
    return kind, weights[kind] / total


def say_span(first: date, last: date) -> str:
    return f"{first} to {last}"


def refuse(part: Part, ground: str, why: str, step: str) -> Habit:
    return Habit(part=part, ground=ground, refusal=why, next=step)
