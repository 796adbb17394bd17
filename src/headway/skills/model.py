"""A skill named in a text: where, by which words, and in what sense."""

from __future__ import annotations

from pydantic import Field

from headway.values import Level, Share, Slug, Span, Text, Value


class Mention(Value):
    """One occurrence of a skill's name. `span` is in code points of the text searched."""

    skill: Slug
    span: Span
    surface: Text
    name: Text
    """The name or alias as the catalog writes it: `OpenShift` where it counts for Kubernetes."""
    negated: bool = False
    """The text says that the skill is absent or not needed."""
    wished: bool = False
    """The text says that somebody wants to learn it."""
    level: Level | None = None
    """The level that a cue beside it states."""
    years: float | None = Field(default=None, ge=0)
    """The years that the text states for it."""
    required: bool | None = None
    """In a posting: asked for (True) or preferred (False)."""
    confidence: Share
    rule: Slug
    """The rule that accepted it."""
