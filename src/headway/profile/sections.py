"""Which lines of a document stand under which heading."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile
from operator import not_
from typing import NamedTuple

from headway.profile.dates import find_periods
from headway.profile.headings import LONGEST, heading_kind, names_human_languages, plain_heading
from headway.profile.lines import Line, is_bullet
from headway.profile.model import Section
from headway.profile.model import SectionKind as Kind
from headway.profile.vocabulary import has_title_word
from headway.values import Span


class Mark(NamedTuple):
    """A heading found: the line it stands on and how strongly it looks like one (lower is stronger)."""

    row: int
    kind: Kind
    heading: str
    look: int


_UNDERLINED, _CAPS, _COLON, _PLAIN, _INLINE = 100, 110, 120, 130, 140
_LABEL = re.compile(r"([^\W\d_][\w &/-]{2,38}?)\s*(?:\s[–—-]\s|:)\s*(?=\S)")
_COLUMN = re.compile(r"([^\W\d_][\w&/-]*(?: [\w&/-]+){0,4})(?:\t| {2})\s*(?=\S)")
"""A heading in capitals beside the text that it is over: `EDUCATION   MSc Physics, 2015`."""
_INLINE_KINDS = frozenset(
    {Kind.SKILLS, Kind.INTERESTS, Kind.LANGUAGES, Kind.CERTIFICATIONS, Kind.EDUCATION, Kind.SUMMARY, Kind.PROJECTS}
)
_RULE = re.compile(r"[-=_~*–—]{3,}")


def find_sections(lines: tuple[Line, ...]) -> tuple[Section, ...]:
    """The sections of a document, in order, covering the text of the lines (joined by line breaks) without overlap.

    Lines before the first heading are the header. A heading is known by its words and by how it looks beside the
    document's other headings; an unknown line that looks like one opens a section of kind `other`.
    """
    if not lines:
        return ()
    starts = _starts(lines)
    text_end = starts[-1] + len(lines[-1].text)
    marks = list(_marks(lines))
    if not marks or marks[0].row > 0:
        marks.insert(0, Mark(0, Kind.HEADER, "", 0))
    stops = [starts[mark.row] for mark in marks[1:]] + [text_end]
    return tuple(
        Section(kind=mark.kind, heading=mark.heading, span=Span(start=starts[mark.row], end=stop))
        for mark, stop in zip(marks, stops, strict=True)
        if stop > starts[mark.row]
    )


def is_rule(text: str) -> bool:
    """Whether a line is only a drawn rule, as below an underlined heading."""
    return bool(_RULE.fullmatch(text.replace(" ", "")))


def _starts(lines: tuple[Line, ...]) -> list[int]:
    starts, place = [], 0
    for line in lines:
        starts.append(place)
        place += len(line.text) + 1
    return starts


def _marks(lines: tuple[Line, ...]) -> tuple[Mark, ...]:
    known = [mark for row in range(len(lines)) if (mark := _known(lines, row))]
    main = _main_look(known)
    main_kinds = {mark.kind for mark in known if mark.look <= main}
    candidates = known + [mark for row in range(len(lines)) if (mark := _alike(lines, row, main))]
    candidates += [mark for row in range(len(lines)) if (mark := _inline(lines, row))]
    kept: list[Mark] = []
    for mark in sorted(candidates, key=lambda mark: (mark.row, mark.kind is Kind.OTHER, mark)):
        if kept and mark.row == kept[-1].row:
            continue
        above = kept[-1].kind if kept else Kind.HEADER
        if mark.look > main and not _stands_alone(lines, mark, above, main_kinds):
            continue
        if mark.kind is Kind.LANGUAGES and not names_human_languages(_body(lines, mark.row)):
            if above is Kind.SKILLS:
                continue
            kept.append(mark._replace(kind=Kind.SKILLS))
        elif mark.kind is not Kind.OTHER or kept or heading_kind(mark.heading):
            kept.append(mark)
    return tuple(kept)


def _known(lines: tuple[Line, ...], row: int) -> Mark | None:
    text = lines[row].text
    if not text or len(text) > LONGEST * 2 or is_bullet(text):
        return None
    kind = heading_kind(text)
    if kind is None:
        return None
    return Mark(row, kind, plain_heading(text), _look(lines, row))


def _look(lines: tuple[Line, ...], row: int) -> int:
    line = lines[row]
    if line.level:
        return line.level
    if row + 1 < len(lines) and is_rule(lines[row + 1].text):
        return _UNDERLINED
    letters = plain_heading(line.text)
    if letters.isupper():
        return _CAPS
    return _COLON if line.text.rstrip().endswith(":") else _PLAIN


def _main_look(known: list[Mark]) -> int:
    """The strongest look that at least two kinds of headings share, or the strongest of all."""
    looks = sorted({mark.look for mark in known})
    shared = (look for look in looks if len({mark.kind for mark in known if mark.look == look}) >= 2)
    return next(shared, looks[0] if looks else _PLAIN)


def _alike(lines: tuple[Line, ...], row: int, main: int) -> Mark | None:
    """An unknown line that looks just as the known headings do, and is no title of a position."""
    line = lines[row]
    text = plain_heading(line.text)
    if main >= _COLON or not text or len(text) > LONGEST or len(text.split()) > 6 or is_bullet(line.text):
        return None
    if _look(lines, row) != main or heading_kind(line.text) or has_title_word(text) or not text[0].isalpha():
        return None
    if main == _CAPS and (row == 0 or lines[row - 1].text or row + 1 == len(lines)):
        return None
    near = [near.text for near in lines[row + 1 : row + 5] if not is_rule(near.text)]
    below = list(takewhile(bool, dropwhile(not_, near)))[:2]
    if any(map(find_periods, (text, *below))):
        return None
    return Mark(row, Kind.OTHER, text, main)


def _inline(lines: tuple[Line, ...], row: int) -> Mark | None:
    """`Skills: SQL, Python` as a section of one paragraph, and a heading in capitals in a column of its own."""
    text = lines[row].text
    beside = _COLUMN.match(text)
    if beside and beside[1].isupper() and (kind := heading_kind(beside[1])):
        return Mark(row, kind, beside[1], _CAPS)
    label = None if is_bullet(text) else _LABEL.match(text)
    if not label or label.end() == len(text):
        return None
    kind = heading_kind(label[1])
    return Mark(row, kind, label[1].strip(), _INLINE) if kind in _INLINE_KINDS and kind else None


def _stands_alone(lines: tuple[Line, ...], mark: Mark, above: Kind, main_kinds: set[Kind]) -> bool:
    """Whether a weaker heading still opens a section: one that nothing stronger covers, after a blank line."""
    if mark.kind in main_kinds or mark.kind is above:
        return False
    after_gap = mark.row == 0 or not lines[mark.row - 1].text
    if mark.look < _UNDERLINED:
        return after_gap or above is not Kind.SKILLS
    if not after_gap:
        return mark.look == _CAPS and above is not Kind.SKILLS
    if mark.look == _INLINE and above in (Kind.EXPERIENCE, Kind.PROJECTS):
        return len(main_kinds) < 2
    return above is not Kind.SKILLS or mark.kind in (
        Kind.LANGUAGES,
        Kind.INTERESTS,
        Kind.CERTIFICATIONS,
        Kind.EDUCATION,
    )


def _body(lines: tuple[Line, ...], row: int) -> str:
    """The text just under a heading: its own line and the next few."""
    return "\n".join(line.text for line in lines[row : row + 7])
