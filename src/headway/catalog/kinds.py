"""Kinds of skill. Light, so that extraction starts at once."""

from __future__ import annotations

from enum import StrEnum


class SkillKind(StrEnum):
    LANGUAGE = "language"
    LIBRARY = "library"
    TOOL = "tool"
    PLATFORM = "platform"
    CONCEPT = "concept"
    PRACTICE = "practice"
    DOMAIN = "domain"
    SOFT = "soft"
