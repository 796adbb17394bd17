"""A doubtful name among others: what a list speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headway.skills.against import goes_on
from headway.skills.found import Found, is_exact, text_before
from headway.skills.lexicon import AMBIGUOUS, WEAK
from headway.skills.scope import joins_list

_SEPARATORS = frozenset(",;:/|•·▪●*([\n")
_BULLETS = frozenset("-–*•·▪●o")
_ITEM_AFTER = re.compile(r"[ \t]*(?:[,;/|•·)\]\n(]|$|\.(?:\s|$))")
_NEXT_LINE = re.compile(r"[ \t]*\n[ \t]*(?:[-–*•·▪●o]\s+)?")
_ENOUGH_LISTED = 3
"""Doubtful names in one list that no ordinary text would put together."""


def accept_neighbours(text: str, found: Sequence[Found], waiting: Sequence[int]) -> None:
    """Accept what stands in a list beside a name that counts, one after the other, and then back again."""
    accepted: set[int] = set()
    for turn in (waiting, waiting[::-1]):
        for index in turn:
            if found[index].rule or (turn is not waiting and index + 1 not in accepted):
                continue
            if _has_list_neighbour(text, found, index):
                found[index].rule, found[index].confidence = "list-neighbour", 0.9
                accepted.add(index)


def accept_lists(text: str, found: Sequence[Found], waiting: Sequence[int]) -> None:
    """Accept doubtful names that stand for one another: a list of several that could be tools (`python, git, r`)."""
    if len(waiting) < _ENOUGH_LISTED:
        return
    run: list[int] = []
    for index in (*waiting, -1):
        if index >= 0 and not (found[index].term.tool_like and _may_be_listed(text, found[index])):
            continue
        joined = run and index == run[-1] + 1 and joins_list(text, found[run[-1]].end, found[index].start)
        if not joined:
            if len({found[i].term.skill for i in run}) >= _ENOUGH_LISTED:
                for i in run:
                    found[i].rule, found[i].confidence = "list-of-names", 0.75
            run = []
        run.append(index)


def _may_be_listed(text: str, name: Found) -> bool:
    return is_item(text, name) and (name.term.trust is WEAK or is_exact(name))


def _has_list_neighbour(text: str, found: Sequence[Found], index: int) -> bool:
    """Whether the name is an item beside another hard skill that counts; spelt small, only between separators, and a
    tool only beside a tool."""
    name = found[index]
    loose = name.term.trust is AMBIGUOUS and not is_exact(name)
    for other in found[index - 1 if index else 0 : index + 2]:
        if not other.rule or other.term.soft or (loose and name.term.tool_like and not other.term.tool_like):
            continue
        start, end = (other.end, name.start) if other.start < name.start else (name.end, other.start)
        if joins_list(text, start, end):
            return not goes_on(text, name) and (not loose or is_item(text, name))
        if _NEXT_LINE.fullmatch(text, start, end) and is_item(text, other) and is_item(text, name):
            return not goes_on(text, name)
    return False


def is_item(text: str, name: Found) -> bool:
    """Whether the name stands between separators, with nothing else."""
    return _opens_item(text_before(text, name.start, 8)) and bool(_ITEM_AFTER.match(text, name.end))


def _opens_item(before: str) -> bool:
    """Whether what stands before a name ends with a separator, or with a separator and a bullet."""
    rest = before.rstrip(" \t")
    if not rest or rest[-1] in _SEPARATORS:
        return True
    bullet = before.rstrip()
    if not bullet:
        return True
    if bullet[-1] not in _BULLETS or len(bullet) == len(before):
        return False
    rest = bullet[:-1].rstrip(" \t")
    return not rest or rest[-1] in _SEPARATORS
