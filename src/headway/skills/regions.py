"""Headings inside a text: what is asked for, what would be nice, what is not needed, what somebody only likes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from headway.profile.kinds import SectionKind
from headway.skills.cues import Sense
from headway.skills.headings import Region
from headway.skills.lexicon import CueHit

if TYPE_CHECKING:
    from headway.profile.model import Section

_LEAD = re.compile(r"[\W\d_]*(?:[^\W\d_][\w’'.]*[ /&,]+){0,3}")
_TRAIL = re.compile(
    r"[ \t*_#\-–—?!.]*(?:$|(?=\n)|[:•])|[ \w&’'/]{0,28}(?:\([^)\n]{0,40}\)\s*)?[ *_]*:|\s*\([^)\n]{0,60}\)[ \t:*]*(?:$|(?=\n))"
)
_ASKS = ("requirement", "must", "what", "who", "minimum", "required", "essential", "basic q", "mandatory")
POSTING = 2
"""Signs that make a text a posting."""
_FURTHEST_LEAD = 30
_BULLETS = frozenset("-*•·▪●–")


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

    def is_heading(self, start: int, end: int) -> bool:
        """Whether the range is within the words of a heading."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and end <= self.places[index].head


def find_regions(text: str, hits: Iterable[CueHit], sections: Sequence[Section]) -> Regions:
    """The regions under the headings among `hits`; `sections`, where a reader found them, add what is liked."""
    heads = [Place(s.span.start, s.span.start, Region.INTERESTS) for s in sections if s.kind is SectionKind.INTERESTS]
    heads += [Place(s.span.end, s.span.end, Region.PLAIN) for s in sections if s.kind is SectionKind.INTERESTS]
    posting = 0
    for hit in hits:
        for cue in hit.cues:
            if cue.sense is Sense.POSTING:
                posting += 1
            elif cue.sense is Sense.HEADING and _is_heading(text, hit, cue.region):
                heads.append(Place(hit.start, hit.end, cue.region))
                posting += 2 * (cue.region is Region.PREFERRED or _asks(text, hit, cue.region))
    heads.sort(key=lambda head: (head.start, -head.end))
    apart: list[Place] = []
    for head in heads:
        if not apart or head.start >= apart[-1].end:
            apart.append(head)
    places = [_extend(text, head, after) for head, after in zip_longest(apart, apart[1:])]
    return Regions(tuple(place.start for place in places), tuple(places), posting)


def _extend(text: str, head: Place, after: Place | None) -> Place:
    """From a heading to the next one, or to the end of the paragraph when the heading's own line goes on."""
    stop = after.start if after else len(text)
    line = text.find("\n", head.end)
    _, colon, rest = text[head.end : line if line >= 0 else len(text)].partition(":")
    if colon and rest.strip():
        blank = text.find("\n\n", head.end)
        stop = min(stop, blank) if blank >= 0 else stop
    return Place(head.start, stop, head.region, head.end)


def _asks(text: str, hit: CueHit, region: Region) -> bool:
    return region is Region.REQUIRED and text[hit.start : hit.end].casefold().startswith(_ASKS)


def _is_heading(text: str, hit: CueHit, region: Region) -> bool:
    """Whether the words stand as a heading: at the start of a line or sentence, nothing behind them but a colon."""
    trail = _TRAIL.match(text, hit.end)
    if not trail:
        return False
    head = text.rfind("\n", max(0, hit.start - _FURTHEST_LEAD - 1), hit.start) + 1
    if not head and hit.start > _FURTHEST_LEAD:
        head = hit.start - _FURTHEST_LEAD - 1
    sentence = max(text.rfind(". ", head, hit.start), text.rfind("• ", head, hit.start))
    lead = text[max(head, sentence + 1) : hit.start]
    if len(lead) > _FURTHEST_LEAD or not _LEAD.fullmatch(lead):
        return False
    if region is Region.PLAIN and lead[:1] in _BULLETS:
        return False
    first = lead.strip(" -*•·#>\t")[:1] or text[hit.start]
    return first.isupper() or trail[0][-1:] == ":"
