"""Roles that are new, and dated figures that speak of them: titles counted, official lists, official projections."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from headway.catalog.world import Rule
from headway.values import Basis, Name, Slug, Text, Value

ALL = "00-0000"
"""The code of all occupations together."""
Year = Annotated[int, Field(ge=2000, le=2100)]
Soc = Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}$")]


class EmergingEntry(Value):
    """emerging.toml, one table a role, under the role's slug."""

    why: Text
    """What makes the work."""
    marks: tuple[Slug, ...] = ()
    """Skills that speak of it in adverts for whatever role."""
    rules: tuple[Rule, ...] = ()
    """What laws and supervisors demand of it."""
    searched: tuple[Slug, ...] = ()
    """Sources of official lists that were searched for its titles, whether they hold one or not."""
    basis: Basis
    """Who says that the role is new."""


class Emerging(EmergingEntry):
    """A role that is new."""

    slug: Slug


class TitleCount(Value):
    """How many entries of a collection in one year bear a title of a role."""

    role: Slug
    year: Year
    rows: int = Field(ge=1)
    of: int = Field(ge=1)
    """Entries of that year in all."""
    source: Slug

    @model_validator(mode="after")
    def _is_a_part(self) -> Self:
        if self.rows > self.of:
            raise ValueError(f"{self.rows} rows out of {self.of}")
        return self


class Listing(Value):
    """A title of a role on an official list of occupations."""

    role: Slug
    title: Name
    """As it stands there."""
    under: Name
    """The code or the name that it stands under."""
    source: Slug


class Projection(Value):
    """How employment in an official occupation of the US is projected to change, in percent from `first` to `last`."""

    soc: Soc
    title: Name
    first: Year
    last: Year
    percent: float = Field(gt=-100)
    openings: int | None = Field(default=None, ge=0)
    """A year on average, most of them in place of people who leave."""
    jobs: int | None = Field(default=None, ge=0)
    """In `first`."""
    basis: Basis

    @model_validator(mode="after")
    def _looks_ahead(self) -> Self:
        if self.last <= self.first:
            raise ValueError(f"a projection from {self.first} to {self.last} looks not ahead")
        return self
