"""Headings inside a text: what is asked for, what would be nice, what is not needed, what somebody only likes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from headway.profile.kinds import SectionKind
from headway.skills.cues import Sense
from headway.skills.found import Found, text_before, without
from headway.skills.headings import OF_EMPLOYERS, UNSETTLED, Region
from headway.skills.lexicon import Mark
from headway.skills.scope import ends_line

if TYPE_CHECKING:
    from headway.profile.model import Section

_LEAD = re.compile(r"[\W\d_]*(?:[^\W\d_][\w’'.]*[ /&,]+){0,3}")
_TRAIL = re.compile(
    r"[ \t*_#\-–—?!.]*(?:$|(?=\n)|[:•])|[ \w&’'/]{0,28}+(?:\([^)\n]{0,40}\)\s*)?[ *_]*:|\s*\([^)\n]{0,60}\)[ \t:*]*(?:$|(?=\n))"
)
_ASKS = ("requirement", "must", "what", "who", "minimum", "required", "essential", "basic q", "mandatory")
_REQUIRED, _PLAIN = Region.REQUIRED, Region.PLAIN
_LIST_BELOW = re.compile(r":?[ \t*_:?!]*\n\s*(?:[-–*•·▪●>+]|\(?\d{1,2}[.)])\s")
_LONGEST_TITLE = 60
"""Characters of a line over a list."""
_FURTHEST_LABEL = 45
_RANKS = (Region.PREFERRED, Region.DENIED, Region.REQUIRED, Region.OFFERED, Region.PLAIN)
_LABELS = (Region.DENIED, Region.PREFERRED)
"""What a label before a text may say by a word of it; others ask for too many things."""
_OF_POSTINGS = (Region.PREFERRED, Region.OFFERED)
POSTING = 2
"""Signs that make a text a posting."""
_FURTHEST_LEAD = 30
_BULLETS = frozenset("-*•·▪●–>+")


Head = tuple[int, int, Region]
"""A heading: start and end of its words, and what holds under it."""


class Place(NamedTuple):
    """`head` is the end of the heading's words."""

    start: int
    end: int
    region: Region
    head: int = 0


class Regions(NamedTuple):
    """The regions of a text by place, and how much speaks for it being a posting (2 and more: it is one)."""

    starts: tuple[int, ...]
    places: tuple[Place, ...]
    posting: int

    def at(self, place: int) -> Region:
        index = bisect_right(self.starts, place) - 1
        return self.places[index].region if index >= 0 and place < self.places[index].end else Region.PLAIN

    def drop_headings(self, names: list[Found]) -> list[Found]:
        """`names` (by place) without those within the words of a heading."""
        starts = [name.start for name in names]
        inside: set[int] = set()
        for place in self.places:
            index = bisect_left(starts, place.start)
            while index < len(names) and names[index].end <= place.head:
                inside.add(index)
                index += 1
        return without(names, inside)

    def drop_offered(self, names: list[Found]) -> list[Found]:
        """`names` of a posting without the fields that stand among what the employer gives, and what it says of its
        own character."""
        if self.posting < POSTING or all(place.region not in OF_EMPLOYERS for place in self.places):
            return names
        return [name for name in names if name.term.tool_like or not self._is_offered(name)]

    def _is_offered(self, name: Found) -> bool:
        region = self.at(name.start)
        return region is Region.OFFERED or (region is Region.EMPLOYER and name.term.soft)


def find_regions(
    text: str, marks: Mapping[Sense, Sequence[Mark]], sections: Sequence[Section], known: bool = False
) -> Regions:
    """The regions under the headings among `marks`; `sections`, where a reader found them, add what is liked. `known` is
    whether the text is known for a posting."""
    heads: list[Head] = []
    for section in sections:
        if section.kind is SectionKind.INTERESTS:
            heads.append((section.span.start, section.span.start, Region.INTERESTS))
            heads.append((section.span.end, section.span.end, Region.PLAIN))
    posting = len(marks.get(Sense.POSTING, ())) + POSTING * known
    for start, end, cue in marks.get(Sense.HEADING, ()):
        if _is_heading(text, start, end, cue.region):
            heads.append((start, end, cue.region))
            posting += 2 * (cue.region in _OF_POSTINGS or (cue.region is _REQUIRED and _asks(text, start, end)))
    if posting:
        heads += _find_told(text, marks.get(Sense.TELLING, ()))
    heads.sort(key=lambda head: (head[0], -head[1]))
    apart: list[Head] = []
    for head in heads:
        if not apart or head[0] >= apart[-1][1]:
            apart.append(head)
    places = [_extend(text, head, after) for head, after in zip_longest(apart, apart[1:])]
    return Regions(tuple([place.start for place in places]), tuple(places), posting)


def _find_told(text: str, marks: Sequence[Mark]) -> Iterator[Head]:
    """The lines over a list, and the labels, that prefer, deny, ask or offer by a word of theirs, in this order."""
    told: dict[int, Head] = {}
    for start, end, cue in marks:
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        line = text[first : last if last >= 0 else len(text)]
        if line[:1] in _BULLETS and not line.startswith("**"):
            continue
        label = line.find(":", end - first)
        if len(line) <= _LONGEST_TITLE and _LIST_BELOW.match(text, first + len(line.rstrip(" \t*_:?!"))):
            stop = first + len(line)
        elif cue.region in _LABELS and 0 < label <= _FURTHEST_LABEL and line[label + 1 :].strip(" *_"):
            stop = first + label
        else:
            continue
        held = told.get(first)
        if held is None or _RANKS.index(cue.region) < _RANKS.index(held[2]):
            told[first] = first, stop, cue.region
    return iter(told.values())


def _extend(text: str, head: Head, after: Head | None) -> Place:
    """From a heading to the next one, or to the end of the paragraph when the heading's own line goes on; what is liked,
    often one line among others, ends with a line that was ended by its writer."""
    start, end, region = head
    stop = after[0] if after else len(text)
    line = text.find("\n", end)
    _, colon, rest = text[end : line if line >= 0 else len(text)].partition(":")
    if colon and rest.strip():
        ended = region is Region.INTERESTS and (rest.rstrip().endswith(".") or ends_line(text, end, line + 1))
        blank = line if ended else text.find("\n\n", end)
        stop = min(stop, blank) if blank >= 0 else stop
    return Place(start, stop, region, end)


def _asks(text: str, start: int, end: int) -> bool:
    return text[start:end].casefold().startswith(_ASKS)


def _is_heading(text: str, start: int, end: int, region: Region) -> bool:
    """Whether the words stand as a heading: at the start of a line or sentence, nothing behind them but a colon."""
    lead = text_before(text, start, _FURTHEST_LEAD + 1).rpartition("\n")[2]
    if "." in lead or "•" in lead:
        lead = lead[max(lead.rfind(". "), lead.rfind("• ")) + 1 :]
    if len(lead) > _FURTHEST_LEAD:
        return False
    trail = _TRAIL.match(text, end)
    if not trail or (lead and not _LEAD.fullmatch(lead)):
        return False
    if region in UNSETTLED and lead[:1] in _BULLETS:
        return False
    if region is _PLAIN and lead.strip(" *_#") and trail[0][-1:] != ":" and not _LIST_BELOW.match(text, trail.end()):
        return False  # `Retail experience` between other lines
    first = lead.strip(" -*•·#>\t")[:1] or text[start]
    return first.isupper() or trail[0][-1:] == ":"
