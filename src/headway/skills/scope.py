"""How far a word reaches: from a cue to the names it speaks of, over the rest of their list, no further."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from headway.skills.found import Found

SHORT_LINE = 45
"""A line of fewer characters was ended by its writer; a longer one may have been broken by the layout."""
_STOPS = frozenset(".;!?\n•)➜→")
_BREAK = re.compile(r"[.;!?](?:\s|$)|\n\s*(?:\n|[-*•·▪●–o]\s)|[•)➜→]|:\s*\n")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|exp|incl|approx)\.(?=\s)", re.IGNORECASE)
_BREAK_WORDS = frozenset(
    "but however although though whereas while instead yet only just because unless rather except".split()
)
"""What ends a clause."""
_TURN_WORDS = frozenset(
    """
    we you i he she they it our your my use uses used using with in for on to by from of at as into via is are was were has
    have had must should will can who that which where when if experience knowledge understanding familiarity proficiency
    expertise ability able build builds building built work worked working develop developing developed deploy deploying
    deployed year years yr yrs month months
    """.split()
)
"""What begins another phrase, so that a list cannot go on over it."""
_NOT_IN_LISTS = _BREAK_WORDS | _TURN_WORDS - {"as"}
"""What parts two names wherever it stands between them; `as` may be of `such as`."""
_PLAIN_JOINTS = frozenset(
    {", ", " and ", " or ", "/", ", and ", ", or ", " & ", " / ", ",", " | ", "|", " nor ", " + "}
)
_SEPARATOR = re.compile(
    r"[,/&|•·+()\[\]]|\b(?:and|or|nor|plus|including|e\.g|i\.e|like|und|oder|sowie|et|ou|y)\b|\bsuch as\b|\bas well as\b",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"[.!?](?:\s|$)|[:;]|\n\s*(?:\n|[-*•·▪●–]\s)")
_FULL_STOPS = frozenset(".!?:;\n")
_LONGEST_JOINT = 40


def next_ahead(text: str, starts: Sequence[int], place: int, limit: int) -> list[int]:
    """Index of the first name that a cue ending at `place` speaks of, at most `limit` characters on; or none."""
    first = bisect_left(starts, place)
    if first == len(starts) or starts[first] - place > limit or not opens_list(text, place, starts[first]):
        return []
    return [first]


def next_behind(text: str, found: Sequence[Found], starts: Sequence[int], place: int, limit: int) -> list[int]:
    """Index of the nearest name that a cue starting at `place` speaks of, at most `limit` characters back; or none."""
    nearest = bisect_left(starts, place) - 1
    if nearest < 0 or place - found[nearest].end > limit or not closes_list(text, found[nearest].end, place):
        return []
    return [nearest]


def reach_ahead(text: str, found: Sequence[Found], starts: Sequence[int], place: int, limit: int) -> list[int]:
    """Indices of the names that a cue ending at `place` speaks of: the next one, and its list."""
    reached = next_ahead(text, starts, place, limit)
    if not reached:
        return reached
    first = reached[0]
    depth = text.count("(", place, starts[first])
    for index in range(first + 1, len(found)):
        start, end = found[index - 1].end, starts[index]
        if not joins_list(text, start, end):
            break
        depth += text.count("(", start, end) - text.count(")", start, end)
        if depth < 0:  # the bracket that holds the cue ends
            break
        reached.append(index)
    return reached


def reach_behind(text: str, found: Sequence[Found], starts: Sequence[int], place: int, limit: int) -> list[int]:
    """Indices of the names that a cue starting at `place` speaks of: the nearest one, and its list."""
    reached = next_behind(text, found, starts, place, limit)
    if not reached:
        return reached
    depth = text.count(")", found[reached[0]].end, place)
    inside = "(" not in text[found[reached[0]].end : place]
    for index in range(reached[0] - 1, -1, -1):
        start, end = found[index].end, starts[index + 1]
        if not joins_list(text, start, end):
            break
        depth += text.count(")", start, end) - text.count("(", start, end)
        if inside and depth < 0:  # the bracket that holds the cue begins
            break
        reached.append(index)
    return reached


def opens_list(text: str, start: int, end: int) -> bool:
    """Whether a phrase runs on over the gap to its first name: no new clause, and after a comma only short items."""
    gap = text[start:end]
    if gap in (" ", ": "):
        return True
    if _breaks(gap) or ends_line(text, start, end):
        return False
    if "," not in gap:
        return True
    _, *items = gap.casefold().split(",")
    return all(len(words) <= 3 and _TURN_WORDS.isdisjoint(words) for words in map(str.split, items))


def closes_list(text: str, start: int, end: int) -> bool:
    """Whether a phrase behind the last name still speaks of it: no new clause between."""
    return not _breaks(text[start:end].rstrip(" (")) and not ends_line(text, start, end)


def joins_list(text: str, start: int, end: int) -> bool:
    """Whether the gap joins two items of one list: a separator, with at most two words that belong to an item."""
    if end - start > _LONGEST_JOINT:
        return False
    gap = text[start:end]
    if gap in _PLAIN_JOINTS:
        return True
    low = gap.casefold()
    if not _NOT_IN_LISTS.isdisjoint(low.split()) or _stops(gap):
        return False
    joined, separators = _SEPARATOR.subn(",", low)
    if not separators:
        return False
    items = [item.split() for item in joined.split(",")]
    if ends_line(text, start, end) or not _BREAK_WORDS.isdisjoint(chain.from_iterable(items)):
        return False
    return all(len(words) <= 2 and _TURN_WORDS.isdisjoint(words) for words in items)


def opens_aside(gap: str) -> bool:
    """Whether `gap` opens a bracket right behind a name, as in `Python (pandas, NumPy)`: parts, not peers."""
    return gap.lstrip()[:1] in ("(", "[")


def _stops(gap: str) -> bool:
    return not _FULL_STOPS.isdisjoint(gap) and _FULL_STOP.search(gap.replace("e.g. ", "e.g ")) is not None


def _breaks(gap: str) -> bool:
    if not _STOPS.isdisjoint(gap) and _BREAK.search(_ABBREVIATED.sub("", gap) if "." in gap else gap):
        return True
    return not _BREAK_WORDS.isdisjoint(gap.casefold().replace(",", " ").split())


def ends_line(text: str, start: int, end: int) -> bool:
    """Whether a line ends in the gap that its writer, not the layout, ended."""
    place = text.find("\n", start, end)
    return place >= 0 and place - (text.rfind("\n", 0, place) + 1) < SHORT_LINE
