"""Phrases that stand where skills stand and that the catalog does not know, each with the nearest name that it does.

They are shown to be judged by a person, and never counted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from headway.skills.forms import fold_name
from headway.skills.found import Found
from headway.skills.headings import HEADINGS
from headway.skills.lexicon import Trust

if TYPE_CHECKING:
    from headway.skills.vocabulary import Vocabulary

LIKE = 82.0
"""Judged: similarity (0..100) from which a known name may be meant: `Kubernets` is, `Kubeflow` is not."""
MOST = 50
"""Candidates of one text."""
_LIST_LINE = re.compile(
    r"^[ \t]*(?:[-–*•·▪●][ \t]+)?(?:(?P<label>[^\W\d][^:\n,;|]{1,40}):)?(?P<items>[^\n:]{3,400})$", re.M
)
_SEPARATOR = re.compile(r"[,;|•·]|\s/\s|\band\b|\bor\b")
_SKILLS_LABEL = re.compile(
    r"\b(?:skills?|tools?|technolog(?:y|ies)|stack|languages?|librar(?:y|ies)|frameworks?|platforms?|databases?|methods?"
    r"|software|packages?)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:experience|proficien(?:t|cy)|familiar(?:ity)?|knowledge|expertise|expert|skilled|fluent|fluency|versed|command"
    r"|hands-on|understanding|exposure)\s(?:\w+\s){0,2}?(?:with|in|of|using|to)\s(?:the\s)?"
    r"(?P<first>[A-Z][\w+#-]*(?:\.\w+)?(?:[ -][A-Z0-9][\w+#-]*(?:\.\w+)?){0,3})"
)
_ITEM = re.compile(r"[^\W_][\w.+#/’'& -]{1,38}[\w+#)]")
_ASIDE = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_TELLING = re.compile(r"[A-Z].*|\w*[a-z]\w*[-/.+#]\w+")
"""How names are written; a list of small words may be anything."""
_NOT_SKILLS = re.compile(
    r"\b(?:years?|months?|january|february|march|april|may|june|july|august|september|october|november|december|present"
    r"|native|fluent|bilingual|speaker|english|german|french|spanish|italian|dutch|portuguese|mandarin|chinese|hindi|arabic"
    r"|russian|japanese|swedish|polish|turkish|university|college|school|inc|ltd|gmbh|llc|street|road|remote|hybrid|salary"
    r"|equity|team|our|your|you|we|the|etc|bachelor|master|phd|degree|other|others|similar|related)\b|@|https?:|\d{4}",
    re.IGNORECASE,
)


class UnknownItem(NamedTuple):
    """A phrase like a skill. Places are code points of the text."""

    phrase: str
    start: int
    end: int
    rule: str
    """Why it is taken for one: `list` or `experience-word`."""
    nearest: str | None
    """Slug of the skill whose name is most like it; None where none is."""
    name: str | None
    """That name, as the catalog has it."""
    likeness: float | None
    """0..1; no probability."""

    def as_json(self) -> dict[str, Any]:
        return self._asdict()


def find_unknown(text: str, found: Sequence[Found], vocabulary: Vocabulary) -> list[UnknownItem]:
    """The candidates of `text` outside of what was `found` in it (by place), each phrase once, by first place."""
    starts = [name.start for name in found]
    seen: set[str] = set()
    unknown: list[UnknownItem] = []
    candidates = [*_listed(text, found, starts), *_experienced(text)]
    for start, end, rule in sorted(candidates):
        phrase = text[start:end]
        folded = fold_name(phrase)
        if folded in seen or _overlaps(found, starts, start, end) or _NOT_SKILLS.search(phrase):
            continue
        seen.add(folded)
        if folded in _HEADINGS or folded in vocabulary.lexicon.forms:  # known, and passed over for a reason
            continue
        nearest = _nearest(folded, vocabulary)
        unknown.append(UnknownItem(phrase, start, end, rule, *(nearest or (None, None, None))))
        if len(unknown) == MOST:
            break
    return unknown


def _listed(text: str, found: Sequence[Found], starts: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Items of lists under a label that says skills, or of which at least half are skills."""
    for line in _LIST_LINE.finditer(text):
        offset = line.start("items")
        cleaned = _ASIDE.sub(lambda aside: "," + " " * (len(aside[0]) - 1), line["items"])
        items = list(_split(cleaned, offset))
        if len(items) < 3 or not all(end - start <= 40 for start, end in items):
            continue
        known = sum(_overlaps(found, starts, start, end) for start, end in items)
        labelled = line["label"] is not None and _SKILLS_LABEL.search(line["label"])
        if known < 2 or (known * 2 < len(items) and not labelled):
            continue
        for start, end in items[text.startswith("|", line.start()) :]:  # the first cell of a table's row is its label
            phrase = text[start:end]
            if _ITEM.fullmatch(phrase) and _TELLING.match(phrase) and len(phrase.split()) <= 4:
                yield start, end, "list"


def _split(items: str, offset: int) -> Iterator[tuple[int, int]]:
    place = 0
    for end in (*(gap.span() for gap in _SEPARATOR.finditer(items)), (len(items), len(items))):
        part = items[place : end[0]]
        stripped = part.strip(" \t.()[]")
        if stripped:
            start = offset + place + part.index(stripped)
            yield start, start + len(stripped)
        place = end[1]


def _experienced(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _AFTER.finditer(text):
        yield *match.span("first"), "experience-word"


def _overlaps(found: Sequence[Found], starts: Sequence[int], start: int, end: int) -> bool:
    index = bisect_right(starts, end - 1) - 1
    return index >= 0 and found[index].end > start


def _nearest(folded: str, vocabulary: Vocabulary) -> tuple[str, str, float] | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most texts need no likeness

    best = process.extractOne(folded, list(vocabulary.lexicon.forms), scorer=fuzz.ratio, score_cutoff=LIKE)
    if best is None:
        return None
    term = vocabulary.lexicon.forms[best[0]]
    if term.trust is Trust.OTHER:
        return None
    return term.skill, vocabulary.names[term.skill, term.written], round(best[1] / 100, 2)


_HEADINGS = frozenset(
    fold_name(phrase.strip()) for phrases in HEADINGS.values() for phrase in phrases.replace("\n", " ").split(",")
)
