"""What the words of a catalog hold to: short sentences, phrases that rule out no other name, addresses that can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from headway.catalog.model import Catalog
from headway.catalog.references import skill_file
from headway.errors import Problem
from headway.values import fold_case

LONGEST_SENTENCE = 25
"""Words in a sentence of a summary, an indicator or a rule: about what is taken in at one reading."""
LONGEST_LINE = 20
"""Words in a line of a list: what one does, learns or leaves to show."""

Place = tuple[str, str, str]
"""A file, a field in it, and what stands there."""


def find_long_sentences(catalog: Catalog) -> Iterator[Problem]:
    """No sentence is longer than it need be."""
    for places, longest in ((_sentences(catalog), LONGEST_SENTENCE), (_lines(catalog), LONGEST_LINE)):
        for file, field, text in places:
            words = max(len(sentence.split()) for sentence in re.split(r"(?<=[.!?])\s+", text))
            if words > longest:
                message = f"a sentence of {words} words: {text[:40]}..."
                hint = f"say it in {longest}, or in two sentences"
                yield Problem(message=message, file=file, field=field, hint=hint)


def find_contradicting_phrases(catalog: Catalog) -> Iterator[Problem]:
    """What rules one skill out is no name of another: the longer name is found first, and says what it is."""
    names: dict[str, str] = {}
    for skill in catalog.skills.values():
        for name in (skill.name, *skill.aliases, *(skill.ambiguous.forms if skill.ambiguous else ())):
            names.setdefault(fold_case(name), skill.slug)
    for skill in catalog.skills.values():
        for phrase in skill.ambiguous.never if skill.ambiguous else ():
            other = names.get(fold_case(phrase))
            if other:
                field = f"{skill.slug}.ambiguous.never"
                message = f"{phrase!r} rules out {skill.slug}, and is a name of {other}"
                yield Problem(message=message, file=skill_file(skill), field=field, hint="take it out of `never`")


def find_odd_addresses(catalog: Catalog) -> Iterator[Problem]:
    """An address names a host with a domain, and no password."""
    for file, field, url in _addresses(catalog):
        parts = urlsplit(url)
        host = parts.hostname or ""
        if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) or "@" in parts.netloc:
            yield Problem(message=f"{url} is no public address", file=file, field=field, hint="copy it from a browser")


def list_texts(catalog: Catalog) -> Iterator[Place]:
    """Every sentence and line of the catalog that is ours to word: no names, titles or notes of sources."""
    yield from _sentences(catalog)
    yield from _lines(catalog)


def find_uncued_forms(catalog: Catalog) -> Iterator[Problem]:
    """A name that is also something else says what speaks for the skill around it."""
    for skill in catalog.skills.values():
        if skill.ambiguous and not skill.ambiguous.cues:
            message = f"{', '.join(skill.ambiguous.forms)} may mean other things, and nothing says when they do not"
            field = f"{skill.slug}.ambiguous"
            yield Problem(message=message, file=skill_file(skill), field=field, hint="give words around it, as `cues`")


def _sentences(catalog: Catalog) -> Iterator[Place]:
    for role in catalog.roles.values():
        yield f"roles/{role.slug}.toml", "summary", role.summary
    for skill in catalog.skills.values():
        if skill.summary:
            yield skill_file(skill), f"{skill.slug}.summary", skill.summary
        for level, seen in skill.indicators.items():
            yield skill_file(skill), f"{skill.slug}.indicators.{level}", seen
    for industry in catalog.industries.values():
        file = f"industries/{industry.slug}.toml"
        yield file, "summary", industry.summary
        for place, rule in enumerate(industry.rules):
            yield file, f"rules.{place}.says", rule.says
    for claim in catalog.claims.values():
        yield "claims.toml", f"{claim.slug}.claim", claim.claim


def _lines(catalog: Catalog) -> Iterator[Place]:
    for stage in catalog.role_stages.values():
        for key in ("responsibilities", "focus"):
            for line in getattr(stage, key):
                yield f"roles/{stage.role}.toml", f"{stage.track}.{stage.stage}.{key}", line
    for industry in catalog.industries.values():
        for key in ("uses", "learn"):
            for line in getattr(industry, key):
                yield f"industries/{industry.slug}.toml", key, line
    for activity in catalog.activities.values():
        if activity.proof:
            yield "learning", f"activities.{activity.slug}.proof", activity.proof


def _addresses(catalog: Catalog) -> Iterator[Place]:
    for source in catalog.sources.values():
        if source.url:
            yield "sources", f"{source.slug}.url", source.url
    for activity in catalog.activities.values():
        if activity.url:
            yield "learning", f"activities.{activity.slug}.url", activity.url
    for community in catalog.communities.values():
        yield "communities", f"{community.slug}.url", community.url
    for skill in catalog.skills.values():
        if skill.esco:
            yield skill_file(skill), f"{skill.slug}.esco", skill.esco
    for role in catalog.roles.values():
        for url in role.esco:
            yield f"roles/{role.slug}.toml", "esco", url
