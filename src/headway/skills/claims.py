"""A draft -> a profile: the mentions of each skill weighed together into a claim with its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from textwrap import shorten
from typing import NamedTuple

from headway.catalog.model import Catalog, SkillKind
from headway.catalog.occupations import place_title
from headway.profile.model import Draft, Evidence, EvidenceKind, Position, Profile, Section, SectionKind, SkillClaim
from headway.profile.statements import find_statements
from headway.skills.degrees import degree_level
from headway.skills.forms import TOOL_LIKE
from headway.skills.implied import add_implied
from headway.skills.levels import Shown, highest_stated, judge_level
from headway.skills.lexicon import Lexicon
from headway.skills.model import Mention
from headway.skills.parts import add_broader
from headway.skills.read import find_mentions
from headway.skills.tenure import describe_position, is_aside, last_month, years_in
from headway.values import Level, Month, Slug, Stage

_KINDS = {
    SectionKind.EXPERIENCE: EvidenceKind.WORK,
    SectionKind.PROJECTS: EvidenceKind.PROJECT,
    SectionKind.PUBLICATIONS: EvidenceKind.PROJECT,
    SectionKind.EDUCATION: EvidenceKind.COURSE,
    SectionKind.CERTIFICATIONS: EvidenceKind.CREDENTIAL,
}
_ITEM = re.compile(r"\s*(?:[-–*•·▪●]|\(?\d{1,2}[.)])\s")
_STRENGTH = list(EvidenceKind)
_LONGEST_QUOTE = 160
_LONGEST_NAME = 80
_MOST_EVIDENCE = 8


class Sighting(NamedTuple):
    """One mention that counts, where it stands in the document."""

    mention: Mention
    evidence: Evidence
    position: Position | None
    listed: bool
    degree: Level | None


def recognise(draft: Draft, lexicon: Lexicon, catalog: Catalog, today: date) -> Profile:
    """The profile that `draft` speaks for. Denied and wished skills stand apart and never count as claims."""
    seen: dict[Slug, list[Sighting]] = defaultdict(list)
    denied: dict[Slug, None] = {}
    wished: dict[Slug, None] = {}
    for mention in find_mentions(draft.text, lexicon, draft.sections):
        section = draft.section_at(mention.span.start)
        if mention.negated:
            denied[mention.skill] = None
        elif mention.wished or (section and section.kind is SectionKind.INTERESTS):
            wished[mention.skill] = None
        elif not _names_employer(mention, draft):
            seen[mention.skill].append(_sight(mention, draft, section, today))
    for skill in denied:
        seen[skill] = [s for s in seen.get(skill, ()) if s.evidence.kind is not EvidenceKind.CLAIM]
    senior = frozenset(position for position in draft.positions if _is_senior(position, catalog))
    claims = [_claim(skill, sightings, senior, catalog, today) for skill, sightings in seen.items() if sightings]
    held = {claim.skill for claim in claims}
    apart = {*denied, *wished} - held
    claims = add_broader(add_implied(claims, apart, catalog), set(denied) - held, catalog)
    claims.sort(key=lambda claim: (-claim.level.rank, -(claim.years or 0), claim.skill))
    return Profile(
        name=draft.name,
        headline=draft.headline,
        positions=draft.positions,
        studies=draft.studies,
        certifications=draft.certifications,
        languages=draft.languages,
        statements=find_statements(draft.text),
        links=draft.links,
        claims=tuple(claims),
        wished=tuple(wished),
        denied=tuple(skill for skill in denied if skill not in held),
        words=len(draft.text.split()),
    )


def _claim(
    skill: Slug, sightings: list[Sighting], senior: frozenset[Position], catalog: Catalog, today: date
) -> SkillClaim:
    kind = catalog.skills[skill].kind
    positions = tuple(dict.fromkeys(s.position for s in sightings if s.position))
    used = years_in((p for p in positions if not is_aside(p)), today)
    stated = [s.mention.years for s in sightings if s.mention.years is not None]
    years = max(stated) if stated else used
    shown = Shown(
        kinds=frozenset(s.evidence.kind for s in sightings),
        stated=highest_stated(s.mention.level for s in sightings),
        years=min(years, used) if used else years,
        positions=len(positions),
        mentions=len(sightings),
        senior=not senior.isdisjoint(positions),
        listed=any(s.listed for s in sightings),
        tool_like=kind in TOOL_LIKE,
        soft=kind is SkillKind.SOFT,
        degree=None if kind in TOOL_LIKE else highest_stated(s.degree for s in sightings),
    )
    level, rule, sureness = judge_level(shown)
    evidence = _choose_evidence(s.evidence for s in sightings)
    return SkillClaim(
        skill=skill,
        level=level,
        confidence=round(max(s.mention.confidence for s in sightings) * sureness, 2),
        years=round(years, 1) or None,
        last_used=max((e.until for e in evidence if e.until), key=lambda month: month.index, default=None),
        evidence=evidence,
        rule=rule,
    )


def _sight(mention: Mention, draft: Draft, section: Section | None, today: date) -> Sighting:
    place = mention.span.start
    position = next((p for p in draft.positions if p.span.start <= place < p.span.end), None)
    study = next((s for s in draft.studies if s.span.start <= place < s.span.end), None)
    kind = EvidenceKind.CLAIM
    words: str | None = None
    until: Month | None = None
    if position:
        kind, words, until = EvidenceKind.WORK, describe_position(position), last_month(position, today)
    elif study:
        kind, words, until = EvidenceKind.COURSE, study.title, study.end
    elif section:
        kind = _KINDS.get(section.kind, EvidenceKind.CLAIM)
        words = None if kind is EvidenceKind.CLAIM else _name_paragraph(draft.text, place, section)
    evidence = Evidence(kind=kind, span=mention.span, quote=_quote(draft.text, mention), place=words, until=until)
    degree = degree_level(mention.surface, study, draft.text, today) if study and not position else None
    return Sighting(mention, evidence, position, bool(section and section.kind is SectionKind.SKILLS), degree)


def _choose_evidence(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first of each place, strongest kind first, then newest."""
    first: dict[tuple[EvidenceKind, str | None], Evidence] = {}
    for evidence in found:
        first.setdefault((evidence.kind, evidence.place), evidence)
    ordered = sorted(first.values(), key=lambda e: (_STRENGTH.index(e.kind), -(e.until.index if e.until else 0)))
    return tuple(ordered[:_MOST_EVIDENCE])


def _is_senior(position: Position, catalog: Catalog) -> bool:
    match = place_title(position.title, catalog)
    return match is not None and match.stage >= Stage.SENIOR


def _names_employer(mention: Mention, draft: Draft) -> bool:
    """Whether the mention is part of the name of an employer or school (`Snowflake`, `Institute of Statistics`)."""
    named = [(position.span, position.organisation) for position in draft.positions]
    named += [(study.span, study.institution) for study in draft.studies]
    for span, name in named:
        if name and span.start <= mention.span.start < span.end:
            place = draft.text.find(name, span.start, span.end)
            if 0 <= place <= mention.span.start and mention.span.end <= place + len(name):
                return True
    return False


def _name_paragraph(text: str, place: int, section: Section) -> str:
    """What a project or certificate is called: the item of a list that `place` stands in, else the first line of the
    paragraph, below the heading."""
    gap = text.rfind("\n\n", section.span.start, place)
    start = gap + 2 if gap >= 0 else section.span.start
    end = text.find("\n", place, section.span.end)
    rows = text[start : end if end >= 0 else section.span.end].split("\n")
    if len(rows) > 1 and rows[0].strip() == section.heading.strip():
        del rows[0]
    items = [row for row in rows if _ITEM.match(row)]
    name = items[-1] if items[:1] == rows[:1] else rows[0]
    return shorten(name.strip(" -*•#\t"), _LONGEST_NAME, placeholder=" …")


def _quote(text: str, mention: Mention) -> str:
    """The line around a mention, cut to a readable length around it."""
    start = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end)
    end = len(text) if end < 0 else end
    spare = max(0, _LONGEST_QUOTE - (mention.span.end - mention.span.start)) // 2
    head, tail = max(start, mention.span.start - spare), min(end, mention.span.end + spare)
    quote = " ".join(text[head:tail].split()).lstrip("-–*•·▪● " if head == start else "")
    return ("… " if head > start else "") + quote + (" …" if tail < end else "")
