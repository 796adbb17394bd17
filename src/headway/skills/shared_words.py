"""Names that share a word in a list: `relational and non-relational databases`, `data lake/warehouse`.

Only where the lone word is no skill itself, and only a skill's own name, since `marketing and data science` is not
marketing science. A slash joins more closely, and an adjective cannot stand alone: these read every plain name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import attrgetter

from headway.skills.forms import fold_name
from headway.skills.found import Found
from headway.skills.lexicon import PLAIN, Term

CONFIDENCE = 0.75
_BEFORE = re.compile(r"(?<![\w-])([^\W\d_][\w-]*)(?: and | or | & |/| / |, )$")
_AFTER = re.compile(r" ?/ ?([^\W\d_][\w-]*)(?![\w/-])")
_ADJECTIVE = re.compile(r"(?:al|ed|ive|ic|ous|ary)$")
_JOINTS = (" and ", " or ", " & ", "/", "/ ", ", ")
_SLASHES = ("/", " /")
_JOINT_SIGNS = frozenset("dr&/,")
_SLASH_STARTS = frozenset(" /")
_FURTHEST = 40
_by_place = attrgetter("start")


def add_shared(text: str, found: list[Found], terms: Mapping[str, Term]) -> list[Found]:
    """`found` (by place) with the names that borrow the last, or the first, word of a neighbour."""
    more: list[Found] = []
    for index, name in enumerate(found):
        surface = name.surface
        if " " not in surface:
            continue
        start, end = name.start, name.end
        if (name.before == "/" or text[start - 2] in _JOINT_SIGNS) and text.endswith(_JOINTS, 0, start):
            floor = found[index - 1].end if index else 0
            if before := _BEFORE.search(text, max(floor, start - _FURTHEST), start):
                whole = f"{before[1]} {surface.rpartition(' ')[2]}"
                more += _borrow(text, before, whole, terms, close="/" in before[0])
        if name.after in _SLASH_STARTS and text.startswith(_SLASHES, end):
            ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
            if after := _AFTER.match(text, end, ceiling):
                more += _borrow(text, after, f"{surface.partition(' ')[0]} {after[1]}", terms, close=True)
    return sorted([*found, *more], key=_by_place) if more else found


def _borrow(text: str, match: re.Match[str], whole: str, terms: Mapping[str, Term], close: bool) -> list[Found]:
    term = terms.get(fold_name(whole))
    if term is None or term.trust is not PLAIN or not (term.own or close or _ADJECTIVE.search(match[1])):
        return []
    found = Found(text, match.start(1), match.end(1), term)
    found.rule, found.confidence = "shared-word", CONFIDENCE
    return [found]
