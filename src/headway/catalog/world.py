"""What surrounds the roles: communities, industries and their rules, careers as told, and claims held against data.

Each thing has its entry, as its file holds it, and the thing itself, which adds the slug.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from headway.values import Basis, Month, Name, Slug, Text, Url, Value

Some = Field(min_length=1)
StageKey = Annotated[str, Field(pattern=r"^[a-z0-9-]+:[a-z]+(:management)?$")]
"""A role at a stage, `ml-engineer:mid`, with the track behind it where that is management."""


class CommunityKind(StrEnum):
    ONLINE = "online"
    FORUM = "forum"
    MEETUP = "meetup"
    CONFERENCE = "conference"
    ORGANISATION = "organisation"


class CommunityEntry(Value):
    """communities/<group>.toml, one table a place where people of the field meet."""

    name: Name
    kind: CommunityKind
    focus: Annotated[tuple[Slug, ...], Some]
    """Skills that one meets or shows there."""
    cadence: Name
    """How often something new is to be expected."""
    place: Name
    url: Url
    note: Text | None = None
    guide: bool = False
    """Whether the career guide names it."""


class Community(CommunityEntry):
    """A place, on the net or on the ground, where people of the field meet."""

    slug: Slug


class Rule(Value):
    """What a law, standard or supervisor says that changes the work; `source` is its slug."""

    source: Slug
    where: Name
    says: Text


class IndustryEntry(Value):
    """industries/<slug>.toml, one file an industry."""

    name: Name
    summary: Text
    domain: Annotated[tuple[Slug, ...], Some]
    """Skills of the industry itself."""
    uses: Annotated[tuple[Text, ...], Some]
    """What AI does there."""
    learn: Annotated[tuple[Text, ...], Some]
    """What somebody who enters has to learn first."""
    roles: Annotated[tuple[Slug, ...], Some]
    """Those typically hired."""
    words: tuple[Name, ...] = ()
    """Beginnings of words in job titles and names of employers that speak of work in it: `bank`, `nurs`."""
    rules: Annotated[tuple[Rule, ...], Some]
    guide: bool = False


class Industry(IndustryEntry):
    """A trade that hires the roles, and what one must know to enter it."""

    slug: Slug


class CaseEntry(Value):
    """cases.toml, one table a career."""

    name: Name
    told: Annotated[tuple[Name, ...], Field(min_length=2)]
    """The titles, in order, as they are told."""
    path: Annotated[tuple[StageKey, ...], Field(min_length=2)]
    """The role stages of the catalog that come nearest to them."""
    years: Annotated[float, Field(gt=0, le=60)]
    strategies: Annotated[tuple[Text, ...], Some]
    results: Annotated[tuple[Text, ...], Some]
    sections: tuple[Name, ...] = ()
    basis: Basis
    note: Text | None = None


class Case(CaseEntry):
    """A career as somebody tells it."""

    slug: Slug


class Figure(Value):
    """A claimed amount: one number, a range (open above without `high`), or several `steps`."""

    unit: Name
    amount: float | None = None
    low: float | None = None
    high: float | None = None
    steps: tuple[float, ...] = ()

    @model_validator(mode="after")
    def _is_one_amount(self) -> Self:
        if (self.amount is None) == (self.low is None) and not self.steps:
            raise ValueError("a figure is an amount, a range from low, or steps")
        if self.high is not None and (self.low is None or self.high < self.low):
            raise ValueError("a range is written low and high, the lower first")
        return self


class Verdict(StrEnum):
    """What independent data at hand say of a claim."""

    AGREES = "agrees"
    PARTLY = "partly"
    DISAGREES = "disagrees"
    SILENT = "silent"


class ClaimEntry(Value):
    """claims.toml, one table a claim."""

    claim: Text
    value: Figure | None = None
    source: Slug
    """Where it was read."""
    publisher: Name
    """Whom the source names for it."""
    date: Month
    sections: tuple[Name, ...] = ()
    verdict: Verdict
    against: tuple[Slug, ...] = ()
    """The sources that it was held against."""
    note: Text

    @model_validator(mode="after")
    def _was_compared(self) -> Self:
        if self.verdict in (Verdict.AGREES, Verdict.DISAGREES) and not self.against:
            raise ValueError(f"a claim that data say {self.verdict} names their sources, in `against`")
        return self


class Claim(ClaimEntry):
    """A statement that somebody published, and what independent data say of it. It is reported, never measured."""

    slug: Slug
