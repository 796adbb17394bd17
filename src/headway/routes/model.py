"""Ways from where a person stands to the role stage they want."""

from __future__ import annotations

from pydantic import Field

from headway.values import Hours, Months, Share, Slug, Text, Value


class Hop(Value):
    """One move along a route. Hours count only what earlier hops have not taught."""

    to: Text
    """Key of the role stage moved to."""
    title: Text
    hours: Hours
    study: Months
    """Hours over weekly capacity."""
    search: Months
    """Finding the job."""
    experience: Months
    """Time on the job that the next stage asks for; runs on its own clock, beside study."""
    transfers: tuple[Slug, ...]
    """Needed skills already held."""
    learns: tuple[Slug, ...]
    relatedness: Share
    reason: Text


class Route(Value):
    """A sequence of hops; the last one is the target."""

    hops: tuple[Hop, ...] = Field(min_length=1)
    months: Months
    hours: Hours
    label: Text
    """What it is best at: `direct`, `fastest`, `gentlest` …"""
    reason: Text

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(hop.to for hop in self.hops)
