"""The person's name and headline, from the first lines of a document."""

from __future__ import annotations

import re

from headway.profile.headings import heading_kind
from headway.profile.lines import Line, is_bullet
from headway.profile.model import Section, SectionKind
from headway.profile.vocabulary import has_title_word, is_place

_CONTACT = re.compile(r"@|https?:|www\.|\.(?:com|org|net|io|dev|de|fr)\b|(?:\+|\(0|\b0)\d[\d ()/-]{6,}|\d{4,}")
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*|de|da|di|del|della|van|von|der|den|bin|al|el|la|le|dos|y|zu|ter|ten)\b\.?"
)
_NO_NAME = re.compile(r"curriculum|vitae|r[ée]sum[ée]|lebenslauf|\bcv\b|page|confidential", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:name|nom|nombre|full name|curriculum vitae|r[ée]sum[ée]|cv)\s*(?:of\b|:|[–—-])\s*", re.IGNORECASE
)
_CUT = re.compile(r"\s{2,}|\s+[|·•–—-]\s+|\s*[|·•]\s*|,\s+")
_PARTS = re.compile(r"\s{2,}|\s+[|·•–—-]\s+|\s*[|·•]\s*")
_SUFFIX = re.compile(r",?\s+(?:PhD|Ph\.D\.?|MSc|MBA|BSc|MA|BA|PMP|CFA|MD|QTS|PGCE|M\.Sc\.?|Dr\.?)$")


def find_name(lines: tuple[Line, ...], text: str, sections: tuple[Section, ...]) -> tuple[str | None, str | None]:
    """The person's name and headline, from the first lines of the header; None where nothing reads like one."""
    header = [s.span for s in sections if s.kind is SectionKind.HEADER]
    rows: list[Line] = []
    place = 0
    for line in lines:
        if line.text and any(span.start <= place < span.end for span in header):
            rows.append(line)
        place += len(line.text) + 1
    top = rows[:8]
    marked = [i for i, line in enumerate(top) if line.level == 1]
    order = marked + [i for i in range(len(top)) if i not in marked]
    for i in order:
        parts = [part for part in _CUT.split(_LABEL.sub("", _SUFFIX.sub("", top[i].text), count=1)) if part]
        if parts and _is_name(parts[0]):
            later = [*parts[1:], *(_without_contact(line.text) for line in top[i + 1 : i + 4])]
            return parts[0], next((part for part in later if _is_headline(part)), None)
    for section in sections:
        if section.kind is SectionKind.OTHER and _is_name(section.heading):
            below = section.span.of(text).split("\n")[1:4]
            return section.heading, next((part for line in below if _is_headline(part := _without_contact(line))), None)
    return None, next((line.text for line in top[:3] if _is_headline(line.text)), None)


def _without_contact(text: str) -> str:
    """`Data engineer | Leeds, UK | jane@example.com` without place and contact."""
    parts = _PARTS.split(text)
    kept = [part for part in parts if part and not is_place(part) and not _CONTACT.search(part)]
    return text if len(kept) == len(parts) else " | ".join(kept)


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 5
        and len(text) <= 60
        and all(_NAME_WORD.fullmatch(word) for word in words)
        and not _NO_NAME.search(text)
        and not has_title_word(text)
        and heading_kind(text) is None
    )


def _is_headline(text: str) -> bool:
    return (
        3 <= len(text) <= 120
        and has_title_word(text)
        and not _CONTACT.search(text)
        and not is_bullet(text)
        and not _NO_NAME.search(text)
        and not (text.endswith(".") and len(text.split()) > 12)
    )


def is_contact(text: str) -> bool:
    """Whether a line holds an e-mail address, a web address or a number to call."""
    return bool(_CONTACT.search(text))
