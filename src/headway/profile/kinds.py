"""Kinds of section of a document. Light, so that extraction starts at once."""

from __future__ import annotations

from enum import StrEnum


class SectionKind(StrEnum):
    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    SKILLS = "skills"
    EDUCATION = "education"
    CERTIFICATIONS = "certifications"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    """What a person likes or wants to learn: never evidence."""
    OTHER = "other"
