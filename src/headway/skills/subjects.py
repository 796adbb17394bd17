"""Subjects of a degree that a posting asks for: `a degree in economics, physics or statistics` is a gate, no skills."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from headway.skills.found import Found
from headway.skills.scope import ends_line

_DEGREE = re.compile(
    r"\b(?:degrees?|bachelor['’]?s?|masters?|master['’]s|ph\.?\s?d|doctorate|diploma|[mb]\.?sc|major(?:ing|ed)?)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:experience|knowledge|skills?|understanding|proficien\w+|familiar\w*|expertise|years?|ability)\b",
    re.IGNORECASE,
)
"""Behind such a word a skill is asked for, even in the same clause."""
_CLAUSE_END = re.compile(r"[;•]|\.\s+(?=[A-Z])|\n\s*(?:\n|[-–*·▪●o]\s)")
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
    degrees = list(_DEGREE.finditer(text, max(0, place - _LONGEST_LIST), place + 1))
    if not degrees:
        return False
    end = degrees[-1].end()
    return not (
        _CLAUSE_END.search(text, end, place + 1) or ends_line(text, end, place) or _NO_SUBJECT.search(text, end, place)
    )
