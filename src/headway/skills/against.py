"""What speaks against a doubtful name: it is a verb, says which people are meant, or only qualifies another noun."""

from __future__ import annotations

import re

from headway.skills.found import Found, text_before
from headway.skills.lexicon import WEAK

_WORD_AFTER = re.compile(r"\s(\w+)")
_SMALL_WORD_AFTER = re.compile(r"\s([a-z]+)")
_NO_OBJECTS = frozenset("and or is are was with as plus nor via on".split())
"""Behind a name, where a verb has its object."""
_JOINTS = frozenset(
    """
    and or nor plus but as like including such with without in on for of by is are was were be being a an the
    e g i using via at to from into across through within over under after before during between would will
    can could should may must has have had not which that where who when while so if because than required
    preferred desirable needed essential welcome
    """.split()
)
"""What goes on behind a whole phrase: it is no noun that the name could qualify."""
_BESIDE_PEOPLE = tuple(
    f"{verb} with "
    for verb in "partner partnered partnering collaborate collaborated collaborating liaise closely".split()
)
_UNITS = frozenset("team teams department departments division unit squad chapter guild function community".split())


def is_unit(text: str, name: Found) -> bool:
    """Whether a field only says which people are meant: `our software engineering team`, `partner with finance`."""
    if name.term.tool_like:
        return False
    if text.endswith(_BESIDE_PEOPLE, 0, name.start):
        return True
    after = _WORD_AFTER.match(text, name.end) if name.after.isspace() else None
    return after is not None and after[1] in _UNITS


def goes_on(text: str, name: Found) -> bool:
    """Whether the sentence goes on as if the name were no name: with what it qualifies, or with its object."""
    return name.after.isspace() and (_qualifies(text, name) or _is_verb(text, name))


def _is_verb(text: str, name: Found) -> bool:
    """Whether a sentence opens with the name and goes on as if it were a word: `Combine the views`, `React to bugs`."""
    if not name.term.tool_like:
        return False
    after = _SMALL_WORD_AFTER.match(text, name.end)
    return after is not None and after[1] not in _NO_OBJECTS and starts_sentence(text, name.start)


def _qualifies(text: str, name: Found) -> bool:
    """Whether a field stands before another noun, so that the noun is the item: `the cloud bill, Docker`."""
    if name.term.tool_like or name.term.trust is WEAK or name.surface.isupper():
        return False
    after = _SMALL_WORD_AFTER.match(text, name.end)
    return after is not None and after[1] not in _JOINTS


def starts_sentence(text: str, place: int) -> bool:
    before = text_before(text, place, 4).rstrip(" \t\"'(“‘")
    return not before or before[-1] in ".!?:\n•·▪●–*-"
