"""What speaks against a doubtful name: it is a verb, says which people are meant, or only qualifies another noun."""

from __future__ import annotations

import re

from headway.skills.found import Found
from headway.skills.lexicon import Trust

_WORD_AFTER = re.compile(r"\s(\w+)")
_SMALL_WORD_AFTER = re.compile(r"\s([a-z]+)")
_NO_OBJECTS = frozenset("and or is are was with as plus nor via on".split())
"""Behind a name, where a verb has its object."""
_JOINTS = frozenset("and or nor plus as like including such with in on for is are e g using via at to from".split())
"""Behind an item of a list."""
_UNITS = frozenset("team teams department departments division unit squad chapter guild function community".split())


def is_unit(text: str, name: Found) -> bool:
    """Whether a field only says which people are meant: `our software engineering team`."""
    if name.term.tool_like:
        return False
    after = _WORD_AFTER.match(text, name.end)
    return after is not None and after[1] in _UNITS


def is_verb(text: str, name: Found) -> bool:
    """Whether a sentence opens with the name and goes on as if it were a word: `Combine the views`, `React to bugs`."""
    if not name.term.tool_like:
        return False
    after = _SMALL_WORD_AFTER.match(text, name.end)
    return after is not None and after[1] not in _NO_OBJECTS and starts_sentence(text, name.start)


def qualifies(text: str, name: Found) -> bool:
    """Whether a field stands before another noun, so that the noun is the item: `the cloud bill, Docker`."""
    if name.term.tool_like or name.term.trust is Trust.WEAK:
        return False
    after = _SMALL_WORD_AFTER.match(text, name.end)
    return after is not None and after[1] not in _JOINTS


def starts_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 4) : place].rstrip(" \t\"'(“‘")
    return not before or before[-1] in ".!?:\n•·▪●–*-"
