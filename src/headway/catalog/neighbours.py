"""Skills that stand beside a skill, neither above nor below it: why, and how much of one carries over to the other.

Three grounds, the strongest first: groups that somebody judged (neighbours.toml), roles that accept one skill for
another (their `or`), and postings that ask for both more often than chance would (figures/together.csv). Only judged
groups say how much carries over; of the others nothing is known, and their share is 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from enum import StrEnum
from itertools import combinations
from typing import Annotated, Self

from pydantic import Field, model_validator

from headway.values import Basis, Kind, Month, Name, Share, Slug, Value, judged


class NeighbourReason(StrEnum):
    ALTERNATIVE = "alternative"
    """Does the same job: a team uses the one or the other."""
    SAME_IDEA = "same-idea"
    """Another job on the same idea, so that the idea need not be learned again."""
    SUCCESSOR = "successor"
    """The later one of the group takes the place of the earlier."""
    ACCEPTED = "accepted"
    """Roles ask for either."""
    COMPLEMENT = "complement"
    """Asked together more often than chance would."""


JUDGED = (NeighbourReason.ALTERNATIVE, NeighbourReason.SAME_IDEA, NeighbourReason.SUCCESSOR)


class Neighbour(Value):
    """`skill` stands beside another. `share` is how much of the credit for it counts for the other, level for level."""

    skill: Slug
    reason: NeighbourReason
    share: Share
    basis: Basis


class NeighbourhoodEntry(Value):
    """neighbours.toml, one table a group: every two skills of it are neighbours, for one reason and with one share."""

    name: Name
    """What they have in common."""
    skills: Annotated[tuple[Slug, ...], Field(min_length=2)]
    reason: NeighbourReason
    share: Share
    basis: Basis

    @model_validator(mode="after")
    def _is_judged(self) -> Self:
        if self.reason not in JUDGED:
            raise ValueError(f"{self.reason} is counted, not written: choose {', '.join(JUDGED)}")
        if len(set(self.skills)) < len(self.skills):
            raise ValueError("a skill stands in a group once")
        return self


class Neighbourhood(NeighbourhoodEntry):
    """A group of skills of which each helps with the others."""

    slug: Slug


class Together(Value):
    """How many postings ask for both of two skills, for each, and in all."""

    skill: Slug
    other: Slug
    both: int = Field(ge=0)
    asking: int = Field(ge=1)
    other_asking: int = Field(ge=1)
    postings: int = Field(ge=1)
    source: Slug

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        if not self.both <= min(self.asking, self.other_asking) <= max(self.asking, self.other_asking) <= self.postings:
            raise ValueError(f"{self.both} postings cannot ask for both: {self.asking} and {self.other_asking} for one")
        return self

    @property
    def lift(self) -> float:
        """How many times as often as if one skill said nothing of the other."""
        return self.both * self.postings / (self.asking * self.other_asking)


def find_neighbours(
    groups: Iterable[Neighbourhood],
    accepted: Iterable[tuple[Sequence[Slug], Month]],
    together: Iterable[Together],
    dates: Mapping[Slug, Month],
    in_line: Set[frozenset[Slug]] = frozenset(),
) -> dict[Slug, tuple[Neighbour, ...]]:
    """Every skill's neighbours, each once with its strongest ground: the largest share first, then the most seen.

    `accepted` are the skills of each need that any one of several meets, and when that was judged; `dates` those of
    the sources. A pair of `in_line` stands above and below, not beside, and is left out.
    """
    found: dict[Slug, dict[Slug, Neighbour]] = {}

    def add(skill: Slug, other: Slug, reason: NeighbourReason, share: float, basis: Basis) -> None:
        if {skill, other} in in_line:
            return
        for one, two in ((skill, other), (other, skill)):
            found.setdefault(one, {}).setdefault(two, Neighbour(skill=two, reason=reason, share=share, basis=basis))

    for group in sorted(groups, key=lambda group: -group.share):
        for one, two in combinations(group.skills, 2):
            add(one, two, group.reason, group.share, group.basis)
    asked: dict[tuple[Slug, Slug], list[Month]] = {}
    for skills, date in accepted:
        for one, two in combinations(sorted(set(skills)), 2):
            asked.setdefault((one, two), []).append(date)
    for (one, two), when in sorted(asked.items(), key=lambda row: (-len(row[1]), row[0])):
        note = f"role stages of the catalog that ask for either: {len(when)}"
        add(one, two, NeighbourReason.ACCEPTED, 0.0, judged(note, max(when, key=lambda month: month.index)))
    for row in sorted(together, key=lambda row: (-row.lift, row.skill, row.other)):
        note = f"{row.both} postings ask for both, {row.lift:.1f} times as many as by chance"
        basis = Basis(kind=Kind.MEASURED, source=row.source, date=dates[row.source], n=row.postings, note=note)
        add(row.skill, row.other, NeighbourReason.COMPLEMENT, 0.0, basis)
    return {skill: tuple(others.values()) for skill, others in found.items()}
