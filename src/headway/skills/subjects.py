"""Subjects of a degree that a posting asks for: `a degree in economics, physics or statistics` is a gate, no skills."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from headway.skills.found import Found

_DEGREE = re.compile(
    r"\b(?:degrees?|bachelor['’]?s?|masters?|master['’]s|ph\.?\s?d|doctorate|diploma|[mb]\.?sc|major(?:ing|ed)?)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:experience|knowledge|skills?|understanding|proficien\w+|familiar\w*|expertise|years?|ability)\b",
    re.IGNORECASE,
)
"""Behind such a word a skill is asked for, even in the same clause."""
_CLAUSE_END = re.compile(r"[\n;•]|\.\s+(?=[A-Z])")
_LONGEST_LIST = 200


def drop_subjects(text: str, names: list[Found], degrees: Sequence[int]) -> list[Found]:
    """`names` (by place) without the subjects of the degrees named at the places `degrees`."""
    held = []
    for name in names:
        nearest = bisect_right(degrees, name.start) - 1
        near = nearest >= 0 and degrees[nearest] >= name.start - _LONGEST_LIST
        if not near or name.term.tool_like or not _is_subject(text, name.start):
            held.append(name)
    return held


def _is_subject(text: str, place: int) -> bool:
    """Whether `place` stands in a list of subjects behind a degree."""
    before = _CLAUSE_END.split(text[max(0, place - _LONGEST_LIST) : place + 1])[-1]
    degrees = list(_DEGREE.finditer(before))
    return bool(degrees) and not _NO_SUBJECT.search(before, degrees[-1].end())
