"""A text and the lexicon -> every name of a skill that counts, with its span and the sense in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from headway.skills.context import apply_cues
from headway.skills.fold import fold, mend_signs
from headway.skills.found import Found
from headway.skills.lexicon import Hit, Lexicon, Trust, search
from headway.skills.regions import POSTING, find_regions
from headway.skills.shared_words import add_shared
from headway.skills.subjects import is_subject, names_degree
from headway.skills.support import (
    accept,
    find_labelled,
    is_broken_over_lines,
    is_employer,
    is_in_job_title,
    is_in_link,
    is_organisation,
    touches_link,
)

if TYPE_CHECKING:
    from headway.profile.model import Section

_GLUE = frozenset("-&'’_")
"""Beside a single letter these make another word of it: `R&D`, `C-level`, `plan-C`."""

_BEFORE_WORD = frozenset(" -")
"""What stands between a name and a word that makes a house or a job of it."""


def find_names(text: str, lexicon: Lexicon, sections: tuple[Section, ...] = ()) -> list[Found]:
    """The names of skills that count in `text`, by place, without overlaps; places are code points of `text`.

    `sections` are those of a draft of the same text. Never fails, whatever the text.
    """
    text = mend_signs(text)
    folded = fold(text)
    hits, cue_hits = search(text, folded, lexicon)
    names = [Found(hit.start, hit.end, hit.term) for hit in keep_longest(text, hits)]
    accept(text, names)
    names = [name for name in names if name.rule and not (touches_link(text, name) and is_in_link(text, name))]
    if not names:
        return names
    names = add_shared(text, names, lexicon.forms)
    regions = find_regions(text, cue_hits, sections)
    names = [name for name in names if not regions.is_heading(name.start, name.end)]
    apply_cues(text, names, cue_hits, regions)
    names = [name for name in names if _holds(text, name)]
    if regions.posting >= POSTING and names_degree(text):
        names = [name for name in names if name.term.tool_like or not is_subject(text, name.start)]
    labelled = find_labelled(text, folded.text)
    return [n for n in names if not any(start <= n.start < end for start, end in labelled)] if labelled else names


def keep_longest(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Of overlapping hits (in order of their ends) the longest, the more proper name where neither holds the other."""
    other = Trust.OTHER
    guards = [hit for hit in hits if hit.term.trust is other]
    kept: list[Hit] = []
    for hit in hits:
        start, end, term = hit
        if guards and (term.trust is other or _is_guarded(hit, guards)):
            continue
        if end - start == 1 and not _stands_free(text, start):
            continue
        while kept and kept[-1].end > start and _outranks(hit, kept[-1]):
            kept.pop()
        if not kept or kept[-1].end <= start:
            kept.append(hit)
    return [hit for hit in kept if not is_broken_over_lines(text, hit.start, hit.end)]


def _is_guarded(hit: Hit, guards: Iterable[Hit]) -> bool:
    """Whether the hit is part of a phrase in which it is not its skill."""
    return any(g.start <= hit.start and hit.end <= g.end and g.term.skill == hit.term.skill for g in guards)


def _outranks(hit: Hit, other: Hit) -> bool:
    """Whether a hit wins over one that ends no later: it holds it, or is the more proper name, or else the longer."""
    if hit.end == other.end or hit.start <= other.start:
        return hit.end - hit.start > other.end - other.start
    return (hit.term.tool_like, hit.term.own, hit.end - hit.start) > (
        other.term.tool_like,
        other.term.own,
        other.end - other.start,
    )


def _stands_free(text: str, place: int) -> bool:
    """Whether a single letter is not part of a longer sign."""
    before, after = text[max(0, place - 2) : place], text[place + 1 : place + 3]
    return not (before[-1:] in _GLUE and before[:1].isalnum()) and not (after[:1] in _GLUE and after[1:].isalnum())


def _holds(text: str, name: Found) -> bool:
    """Leave out employers and what is liked but might be something else; trust job titles less."""
    if name.term.tool_like and is_employer(text, name):
        return False
    if name.wished and name.term.trust is not Trust.PLAIN and name.rule in ("technical-text", "same-text", "cue-near"):
        return False
    if text[name.end : name.end + 1] not in _BEFORE_WORD:
        return True
    if is_organisation(text, name):
        return False
    if is_in_job_title(text, name):
        name.rule, name.confidence = "job-title", min(name.confidence, 0.7)
    return True
