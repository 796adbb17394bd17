"""What nothing accounts for: lines that are kept and shown, so that their owner can say what they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from headway.profile.entries import rows_of
from headway.profile.headings import heading_kind
from headway.profile.model import Draft, SectionKind
from headway.profile.names import is_contact
from headway.profile.sections import is_rule
from headway.profile.vocabulary import is_place
from headway.values import Span

_LISTED = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES})
_TITLE_OF_PAGE = re.compile(r"curriculum vitae|cv|r[ée]sum[ée]|lebenslauf|currículum|hoja de vida|europass", re.I)
_PROSE = 8
"""Words from which a line of the header is a summary."""


def find_unplaced(draft: Draft) -> tuple[Span, ...]:
    """The lines of a draft that belong to nothing found in it, those that follow each other as one span.

    Sections of skills, projects, publications, summaries and interests hold free text, and all of it has its place.
    """
    found: list[Span] = []
    covers = _covered(draft)
    for section in draft.sections:
        if section.kind is SectionKind.OTHER and heading_kind(section.heading):
            continue
        rows = rows_of(draft.text, section.span)[bool(section.heading) :]
        for row in rows:
            end = row.start + len(row.text)
            if not row.text or is_rule(row.text) or (section.kind in _LISTED and covers(row.start, end)):
                continue
            if section.kind is SectionKind.HEADER and _in_header(row.text, draft):
                continue
            if section.kind not in _LISTED and section.kind not in (SectionKind.OTHER, SectionKind.HEADER):
                continue
            if found and not draft.text[found[-1].end : row.start].strip():
                found[-1] = Span(start=found[-1].start, end=end)
            else:
                found.append(Span(start=row.start, end=end))
    return tuple(found)


def _covered(draft: Draft) -> Callable[[int, int], bool]:
    """Whether a stretch of the text meets a position, a study, a certification or a language."""
    held = [position.span for position in draft.positions] + [study.span for study in draft.studies]
    held += [item.span for item in draft.certifications] + [item.span for item in draft.languages]
    spans = sorted((span.start, span.end) for span in held)
    starts = [start for start, _ in spans]
    reach = list(accumulate((end for _, end in spans), max))

    def covers(start: int, end: int) -> bool:
        last = bisect_left(starts, end) - 1
        return last >= 0 and reach[last] > start

    return covers


def _in_header(text: str, draft: Draft) -> bool:
    """Whether a line of the header is a name, a headline, a contact, a place or a summary."""
    known = (draft.name, draft.headline, *(link.span.of(draft.text) for link in draft.links))
    return (
        any(word in text for word in known if word)
        or is_contact(text)
        or is_place(text)
        or bool(_TITLE_OF_PAGE.fullmatch(text.strip(" -–—:")))
        or len(text.split()) >= _PROSE
        or heading_kind(text) is not None
    )
