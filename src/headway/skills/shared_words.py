"""Names that share a word in a list: `relational and non-relational databases`, `data lake/warehouse`.

Only where the lone word is no skill itself, and only a skill's own name, since `marketing and data science` is not
marketing science; a slash joins more closely, and reads every plain name.
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
_FURTHEST = 40


def add_shared(text: str, found: Sequence[Found], terms: Mapping[str, Term]) -> list[Found]:
    """`found` (by place) with the names that borrow the last, or the first, word of a neighbour."""
    names: list[Found] = []
    for index, name in enumerate(found):
        first, _, rest = text[name.start : name.end].partition(" ")
        if not rest:
            names.append(name)
            continue
        floor = max(found[index - 1].end if index else 0, name.start - _FURTHEST)
        ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
        if before := _BEFORE.search(text, floor, name.start):
            names += _borrow(before, f"{before[1]} {rest.rpartition(' ')[2]}", terms, close="/" in before[0])
        names.append(name)
        if after := _AFTER.match(text, name.end, ceiling):
            names += _borrow(after, f"{first} {after[1]}", terms, close=True)
    return names


def _borrow(match: re.Match[str], whole: str, terms: Mapping[str, Term], close: bool) -> list[Found]:
    term = terms.get(fold_name(whole))
    if term is None or term.trust is not Trust.PLAIN or not (term.own or close):
        return []
    return [Found(match.start(1), match.end(1), term, rule="shared-word", confidence=CONFIDENCE)]
