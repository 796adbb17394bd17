"""By which name to speak of a mention: as the text names the thing, or by the skill's own name for the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from headway.skills.forms import fold_name, tells_a_deed

if TYPE_CHECKING:
    from headway.catalog.model import Skill

_JOINTS = re.compile(r" and | & |/|, | \(|\)")
_WORD = re.compile(r"[^\W_]+[+#]*")
_SAME_START = 0.6
"""Share of the longer word: `Postgres` is PostgreSQL, `Mongo` is MongoDB, `DataOps` is not data."""
_VENDORS = frozenset("and of the for apache microsoft amazon google ibm".split())
_FILLERS = frozenset("systems methods techniques algorithms tools".split())
"""What a text may leave out of a name: the vendor, and such a word where two others remain."""


def name_mention(written: str, skill: Skill) -> str:
    """The skill's name for another spelling, an abbreviation (`k8s`), the name with more words around it (`Azure
    ecosystem`) and what tells a deed (`deployed models`); otherwise `written` (a name or alias as the catalog writes
    it), which says something of its own: OpenShift under Kubernetes, `data preparation` under data cleaning."""
    name, other = fold_name(skill.name), fold_name(written)
    if not other or tells_a_deed(other):
        return skill.name
    if other in _JOINTS.split(name):
        return written
    same = _is_spelling(name, other) or _is_short_for(name, other) or _goes_on(_words(name), written)
    return skill.name if same else written


def _is_spelling(name: str, other: str) -> bool:
    """`Postgres` for PostgreSQL, `Power Shell` for PowerShell."""
    words, others = _words(name), re.findall(_WORD, other)
    return (
        not others or "".join(words) == "".join(others) or (len(words) == len(others) == 1 and _are_alike(name, other))
    )


def _is_short_for(name: str, other: str) -> bool:
    """Initials either way (`LLMs`, `Amazon Web Services`), and `k8s`: the letters between first and last counted."""
    if other[1:-1].isdigit() and other == f"{name[0]}{len(name) - 2}{name[-1]}":
        return True
    others = re.findall(_WORD, other)
    return _initials(_words(name)) in (other.rstrip("s"), *others) or name in (
        _initials(others),
        _initials(_words(other)),
    )


def _goes_on(words: list[str], written: str) -> bool:
    """The words of a name among others, none of which names something itself: `Azure ecosystem`, but not `Java EE`.

    A vendor or a version names nothing of its own.
    """
    others = re.findall(_WORD, written)
    folded = [other.casefold() for other in others]
    if not _holds(folded, words):
        return False
    more = [other for other in others if not _holds(words, [other.casefold()])]
    return all(other == other.lower() or other.casefold() in _VENDORS for other in more)


@lru_cache(maxsize=4096)
def _words(name: str) -> list[str]:
    """The words of a name that say something."""
    words = re.findall(_WORD, name)
    words = [word for word in words if word not in _VENDORS] or words
    telling = [word for word in words if word not in _FILLERS]
    return telling if len(telling) > 1 else words


def _holds(words: list[str], wanted: list[str]) -> bool:
    """Whether `words` hold all that is wanted, whatever their endings."""
    return all(any(_are_alike(one, two) for two in words) for one in wanted)


def _are_alike(one: str, two: str) -> bool:
    same = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return same >= _SAME_START * max(len(one), len(two))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)
