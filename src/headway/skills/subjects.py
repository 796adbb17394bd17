"""Subjects of a degree that a posting asks for: `a degree in economics, physics or statistics` is a gate, no skills."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from headway.skills.found import Found, without
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


def drop_subjects(text: str, names: list[Found], degrees: Iterable[int]) -> list[Found]:
    """`names` (by place) without the subjects of the degrees named at the places `degrees`."""
    starts = [name.start for name in names]
    near = {
        index
        for place in degrees
        for index in range(bisect_left(starts, place), bisect_right(starts, place + _LONGEST_LIST))
    }
    return without(
        names, {index for index in near if not names[index].term.tool_like and _is_subject(text, starts[index])}
    )


def _is_subject(text: str, place: int) -> bool:
    """Whether `place` stands in a list of subjects behind a degree."""
    degrees = list(_DEGREE.finditer(text, place - _LONGEST_LIST, place + 1))
    if not degrees:
        return False
    end = degrees[-1].end()
    return not (
        _CLAUSE_END.search(text, end, place + 1) or ends_line(text, end, place) or _NO_SUBJECT.search(text, end, place)
    )
