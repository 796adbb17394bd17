"""Who somebody is, as their documents show it: positions held, skills claimed, and the evidence for each."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from headway.catalog.model import name_stage
from headway.profile.kinds import SectionKind as SectionKind
from headway.values import Level, Month, Name, Ordered, Share, Slug, Span, Stage, Text, Track, Url, Value


class Section(Value):
    """A part of a document under one heading. `span` covers heading and body."""

    kind: SectionKind
    heading: Text
    span: Span


class Position(Value):
    """One job held. `end` is None while it lasts (`current`) or where the document does not say."""

    title: Text
    organisation: Text | None = None
    start: Month | None = None
    end: Month | None = None
    current: bool = False
    span: Span
    """Title, dates and description."""


class Study(Value):
    """One degree or course of education."""

    title: Text
    institution: Text | None = None
    end: Month | None = None
    span: Span


class Certification(Value):
    """One certificate, badge or licence. `expires` is None where it lasts or where the document does not say."""

    name: Name
    issuer: Name | None = None
    issued: Month | None = None
    expires: Month | None = None
    span: Span


class Fluency(Ordered):
    """Command of a spoken language: the levels of the Common European Framework, and a mother tongue above them."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
    NATIVE = "native"


class Language(Value):
    """One spoken language. `fluency` is what the words in `said` come to; None where they do not tell."""

    name: Name
    fluency: Fluency | None = None
    said: Name | None = None
    span: Span


class StatementKind(StrEnum):
    CLEARANCE = "clearance"
    LICENCE = "licence"
    WORK_PERMIT = "work-permit"
    NO_SPONSORSHIP = "no-sponsorship"


class Statement(Value):
    """What a person says of a clearance, a licence or the right to work."""

    kind: StatementKind
    held: bool
    """Whether they have it; False where they say that they do not, or that it ended."""
    words: Text
    line: Text
    """The whole line, where it is short."""
    span: Span


class LinkKind(StrEnum):
    """Whose page it is: a few sites that people in the field show work on, or any other."""

    GITHUB = "github"
    GITLAB = "gitlab"
    LINKEDIN = "linkedin"
    KAGGLE = "kaggle"
    HUGGING_FACE = "hugging-face"
    SCHOLAR = "scholar"
    STACK_OVERFLOW = "stack-overflow"
    WEB = "web"


class Link(Value):
    """An address that the document gives. It is never opened."""

    kind: LinkKind
    url: Url
    span: Span


class Connection(Value):
    """One person of a LinkedIn export, for the network that its owner keeps; no e-mail address is taken over."""

    name: Name
    organisation: Name | None = None
    role: Name | None = None
    connected: date | None = None
    url: Url | None = None


class Draft(Value):
    """A document as read, before anything is concluded from it. Nothing of its text is lost.

    All spans are code points of `text`, which is in reading order with one line break between lines.
    """

    format: Slug
    text: Text
    name: Text | None = None
    headline: Text | None = None
    sections: tuple[Section, ...] = ()
    """In order, covering the whole text without overlap."""
    positions: tuple[Position, ...] = ()
    """Newest first, as far as dates tell."""
    studies: tuple[Study, ...] = ()
    certifications: tuple[Certification, ...] = ()
    languages: tuple[Language, ...] = ()
    links: tuple[Link, ...] = ()
    connections: tuple[Connection, ...] = ()
    """People of a LinkedIn export; they are not in `text`."""
    unplaced: tuple[Span, ...] = ()
    """Lines that nothing above accounts for, to be shown to the person who wrote them."""

    def section_at(self, place: int) -> Section | None:
        return next((s for s in self.sections if s.span.start <= place < s.span.end), None)


class EvidenceKind(StrEnum):
    """Where a skill was shown, strongest first."""

    WORK = "work"
    PROJECT = "project"
    CREDENTIAL = "credential"
    COURSE = "course"
    CLAIM = "claim"
    """Named, in a list or a summary, without a place where it was used."""


class Evidence(Value):
    """One place in a document that speaks for a skill."""

    kind: EvidenceKind
    span: Span
    quote: Text
    """The line around the mention, shortened."""
    place: Text | None = None
    """The position, project or course, in words: `Data analyst, Northwind (2021-03 to now)`."""
    until: Month | None = None
    """The last month in which it was used there; None where undated."""


CONFIRMED = "confirmed"
BY_HAND = (CONFIRMED, "added-by-hand")
"""Rules of claims that a person decided."""


class SkillClaim(Value):
    """A skill that a document speaks for. `confidence` is the reader's, never the person's."""

    skill: Slug
    level: Level
    confidence: Share
    years: float | None = Field(default=None, ge=0)
    """Years of use, from dated positions or as stated."""
    last_used: Month | None = None
    evidence: tuple[Evidence, ...]
    rule: Slug
    """The rule that gave the level."""

    @property
    def confirmed(self) -> bool:
        """Whether the person decided it; then no reading changes it."""
        return self.rule in BY_HAND

    @property
    def proven(self) -> bool:
        """Whether anything but the person's own word speaks for it."""
        return any(e.kind is not EvidenceKind.CLAIM for e in self.evidence)


class Profile(Value):
    """A person as headway understands them."""

    name: Text | None = None
    headline: Text | None = None
    positions: tuple[Position, ...] = ()
    studies: tuple[Study, ...] = ()
    certifications: tuple[Certification, ...] = ()
    languages: tuple[Language, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    claims: tuple[SkillClaim, ...] = ()
    wished: tuple[Slug, ...] = ()
    """Skills they say they want to learn."""
    denied: tuple[Slug, ...] = ()
    """Skills they say they do not have."""
    struck: tuple[Slug, ...] = ()
    """Skills that they struck out by hand: no reading brings them back."""
    words: int = Field(default=0, ge=0)
    """Words read, so that judgement can be refused on thin data."""

    def claim(self, skill: Slug) -> SkillClaim | None:
        return next((c for c in self.claims if c.skill == skill), None)


class Standing(Value):
    """The role stage that a person stands on, and why we think so."""

    role: Slug
    stage: Stage
    track: Track = Track.INDIVIDUAL
    reason: Text
    confidence: Share

    @property
    def key(self) -> str:
        return name_stage(self.role, self.stage, self.track)
