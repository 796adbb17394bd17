"""After how many years half of what one knew of a skill is out of date. Where nothing is known, nothing is said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, model_validator

from headway.values import Basis, Name, Slug, Value

Years = Annotated[float, Field(gt=0, le=50)]


class HalfLifeEntry(Value):
    """half-lives.toml, one table a kind of knowledge: the skills named, else all of the families and kinds given."""

    name: Name
    years: Annotated[tuple[Years, ...], Field(min_length=1, max_length=2)]
    """[years], or [from, to]."""
    skills: tuple[Slug, ...] = ()
    families: tuple[Slug, ...] = ()
    kinds: tuple[Name, ...] = ()
    basis: Basis

    @model_validator(mode="after")
    def _speaks_of_something(self) -> Self:
        if len(self.years) == 2 and self.years[1] < self.years[0]:
            raise ValueError("years are written [from, to], the lower first")
        if not (self.skills or self.families or self.kinds):
            raise ValueError("say of what: skills, families or kinds")
        return self


class HalfLife(HalfLifeEntry):
    """A judgement of how fast a kind of knowledge goes out of date."""

    slug: Slug

    @property
    def middle(self) -> float:
        """The one number to reckon with: the middle of the range."""
        return sum(self.years) / len(self.years)

    def speaks_of(self, skill: Slug, family: Slug, kind: str) -> int:
        """How narrowly it means a skill: 3 by name, 2 by family and kind, 1 by one of them, 0 not at all."""
        if skill in self.skills:
            return 3
        wide = [(self.families, family), (self.kinds, kind)]
        asked = [(named, value) for named, value in wide if named]
        return len(asked) if asked and all(value in named for named, value in asked) else 0


def choose_half_life(skill: Slug, family: Slug, kind: str, judged: Iterable[HalfLife]) -> HalfLife | None:
    """The judgement that means the skill most narrowly; None where there is none."""
    chosen = max(judged, key=lambda life: life.speaks_of(skill, family, kind), default=None)
    return chosen if chosen and chosen.speaks_of(skill, family, kind) else None
