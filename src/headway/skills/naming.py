"""By which name to speak of a mention: the skill's own, or that of the thing named, where it is a thing of its own."""

from __future__ import annotations

import re

from headway.catalog.model import Skill
from headway.skills.forms import fold_name

_JOINTS = re.compile(r" and | & |/|, | \(|\)")
_SAME_START = 0.6
"""Share of the longer word: `Postgres` is PostgreSQL, `Mongo` is MongoDB, `DataOps` is not data."""


def name_mention(written: str, skill: Skill) -> str:
    """`written` (a name or alias as the catalog writes it) where it is a proper name that says something else than
    the skill's, as OpenShift under Kubernetes or HTML under HTML and CSS; the skill's name otherwise (`k8s`)."""
    name, other = fold_name(skill.name), fold_name(written)
    if other in _JOINTS.split(name):
        return written
    if not all(word[0].isdigit() or word != word.lower() for word in re.split(r"[ /-]", written) if word):
        return skill.name
    if name.replace(" ", "") == other.replace(" ", ""):
        return skill.name
    words, others = _words(name), _words(other)
    if not others or any(_are_alike(one, two) for one in words for two in others):
        return skill.name
    if _initials(words) in (other, other.rstrip("s")) or _initials(others) in (name, name.rstrip("s")):
        return skill.name
    return written


def _words(form: str) -> list[str]:
    return re.findall(r"[^\W_]+[+#]*", form)


def _are_alike(one: str, two: str) -> bool:
    same = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return same >= _SAME_START * max(len(one), len(two))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in ("and", "of", "the", "for"))
