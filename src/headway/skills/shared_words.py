"""Names that share a word in a list: `relational and non-relational databases`, `data lake/warehouse`.

Only where the lone word is no skill itself, and only a skill's own name, since `marketing and data science` is not
marketing science. A slash joins more closely, and an adjective cannot stand alone: these read every plain name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from headway.skills.forms import fold_name
from headway.skills.found import Found
from headway.skills.lexicon import Term, Trust

CONFIDENCE = 0.75
_BEFORE = re.compile(r"(?<![\w-])([^\W\d_][\w-]*)(?: and | or | & |/| / |, )$")
_AFTER = re.compile(r" ?/ ?([^\W\d_][\w-]*)(?![\w/-])")
_ADJECTIVE = re.compile(r"(?:al|ed|ive|ic|ous|ary)$")
_JOINTS = (" and ", " or ", " & ", "/", "/ ", ", ")
_SLASHES = ("/", " /")
_FURTHEST = 40


def add_shared(text: str, found: Sequence[Found], terms: Mapping[str, Term]) -> list[Found]:
    """`found` (by place) with the names that borrow the last, or the first, word of a neighbour."""
    names: list[Found] = []
    for index, name in enumerate(found):
        surface = name.surface
        if " " not in surface:
            names.append(name)
            continue
        start, end = name.start, name.end
        behind = text.endswith(_JOINTS, start - 5 if start > 5 else 0, start)
        ahead = text.startswith(_SLASHES, end)
        if behind or ahead:
            floor = found[index - 1].end if index else 0
            if behind and (before := _BEFORE.search(text, max(floor, start - _FURTHEST), start)):
                whole = f"{before[1]} {surface.rpartition(' ')[2]}"
                names += _borrow(text, before, whole, terms, close="/" in before[0])
            names.append(name)
            ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
            if ahead and (after := _AFTER.match(text, end, ceiling)):
                names += _borrow(text, after, f"{surface.partition(' ')[0]} {after[1]}", terms, close=True)
        else:
            names.append(name)
    return names


def _borrow(text: str, match: re.Match[str], whole: str, terms: Mapping[str, Term], close: bool) -> list[Found]:
    term = terms.get(fold_name(whole))
    if term is None or term.trust is not Trust.PLAIN or not (term.own or close or _ADJECTIVE.search(match[1])):
        return []
    found = Found(text, match.start(1), match.end(1), term)
    found.rule, found.confidence = "shared-word", CONFIDENCE
    return [found]
