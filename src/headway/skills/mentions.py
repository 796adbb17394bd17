"""A text and the lexicon -> every name of a skill that counts, with its span and the sense in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from headway.skills.context import apply_cues
from headway.skills.cues import Sense
from headway.skills.fold import fold, mend_signs
from headway.skills.found import Found, text_before
from headway.skills.lexicon import PLAIN, Hit, Lexicon, search
from headway.skills.passed_over import (
    drop_departments,
    drop_labelled,
    drop_links,
    drop_organisations,
    is_broken_over_lines,
    is_employer,
    is_initialled,
    trust_titles_less,
)
from headway.skills.regions import POSTING, find_regions
from headway.skills.shared_words import add_shared
from headway.skills.subjects import drop_subjects
from headway.skills.support import accept

if TYPE_CHECKING:
    from headway.profile.model import Section

_GLUE = frozenset("-&'’_")
"""Beside a single letter these make another word of it: `R&D`, `C-level`, `plan-C`."""

_APOSTROPHES = ("'", "’")
_WEAK_RULES = ("technical-text", "same-text", "cue-near")


def find_names(text: str, lexicon: Lexicon, sections: tuple[Section, ...] = (), posting: bool = False) -> list[Found]:
    """The names of skills that count in `text`, by place, without overlaps; places are code points of `text`.

    `sections` are those of a draft of the same text; `posting` where the text is known to be one. Never fails, whatever
    the text.
    """
    text = mend_signs(text)
    folded = fold(text)
    seen = search(folded, lexicon)
    names = [Found(text, start, end, term) for start, end, term in keep_longest(text, seen.hits, seen.guards)]
    names = [
        name
        for name in names
        if not ("\n" in name.surface and is_broken_over_lines(text, name))
        and not (name.before == "-" and is_initialled(text, name))
        and not (name.before in _APOSTROPHES and text[name.start - 2] == "n")  # can't test
    ]
    accept(text, folded, names)
    names = drop_links(text, names)
    if not names:
        return names
    names = add_shared(text, names, lexicon.forms)
    regions = find_regions(text, seen.marks, sections, posting)
    names = regions.drop_offered(regions.drop_headings(names))
    if peers := seen.marks.get(Sense.PEERS):
        names = drop_departments(text, names, [start for start, _, _ in peers])
    apply_cues(text, names, seen.cues, regions)
    names = [n for n in names if not ((n.term.tool_like and is_employer(text, n)) or (n.wished and _might_be_other(n)))]
    if houses := seen.marks.get(Sense.HOUSE):
        names = drop_organisations(text, names, [start for start, _, _ in houses])
    if jobs := seen.marks.get(Sense.JOB):
        trust_titles_less(text, names, {start: end for start, end, _ in jobs})
    if regions.posting >= POSTING and (degrees := seen.marks.get(Sense.DEGREE)):
        names = drop_subjects(text, names, [start for start, _, _ in degrees])
    return drop_labelled(text, names, labels) if (labels := seen.marks.get(Sense.LABEL)) else names


def keep_longest(text: str, hits: Iterable[Hit], guards: Sequence[Hit]) -> list[Hit]:
    """Of overlapping hits (in order of their ends) the longest, the more proper name where neither holds the other.

    None is kept within one of the `guards`, phrases in which it is not its skill.
    """
    kept: list[Hit] = []
    past = 0
    for hit in hits:
        start, end, _ = hit
        if guards and _is_guarded(hit, guards):
            continue
        if end - start == 1 and not _stands_free(text, start):
            continue
        while start < past and _outranks(hit, kept[-1]):
            kept.pop()
            past = kept[-1][1] if kept else 0
        if start >= past:
            kept.append(hit)
            past = end
    return kept


def _is_guarded(hit: Hit, guards: Iterable[Hit]) -> bool:
    start, end, term = hit
    for first, last, guard in guards:  # noqa: SIM110 - half of the time of `any`
        if first <= start and end <= last and guard.skill == term.skill:
            return True
    return False


def _outranks(hit: Hit, other: Hit) -> bool:
    """Whether a hit wins over one that ends no later: it holds it, or is the more proper name, or else the longer."""
    (start, end, term), (first, last, held) = hit, other
    if end == last or start <= first:
        return end - start > last - first
    return (term.tool_like, term.own, end - start) > (held.tool_like, held.own, last - first)


def _stands_free(text: str, place: int) -> bool:
    """Whether a single letter is not part of a longer sign."""
    before, after = text_before(text, place, 2), text[place + 1 : place + 3]
    return not (before[-1:] in _GLUE and before[:1].isalnum()) and not (after[:1] in _GLUE and after[1:].isalnum())


def _might_be_other(name: Found) -> bool:
    """Whether only what stands elsewhere in the text speaks for the name."""
    return name.rule in _WEAK_RULES and name.term.trust is not PLAIN
