"""One written form of a skill's name -> the other forms that people write, all folded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headway.catalog.model import SkillKind

TOOL_LIKE = frozenset({SkillKind.LANGUAGE, SkillKind.LIBRARY, SkillKind.TOOL, SkillKind.PLATFORM})
"""Kinds whose names are proper names: no plural, no other spelling."""

_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("yser", "yzer"),
    ("ysing", "yzing"),
    ("odelling", "odeling"),
    ("abelling", "abeling"),
    ("ehaviour", "ehavior"),
)
"""British and American endings, each read both ways."""
_TELLING = re.compile("i[sz](?:at|in|ed)|y[sz](?:er|in)|ling|viou?r")


def fold_name(name: str) -> str:
    """A name as it stands in folded text: one case, single spaces."""
    return " ".join(name.casefold().replace("’", "'").replace("-", " ").replace("_", " ").split())


def spell(form: str, kind: SkillKind) -> set[str]:
    """Every folded form in which the folded name `form` is recognised, itself among them."""
    forms = {form}
    if "&" in form or " and " in form:
        forms.update(_vary_ampersand(form))
    if "/" in form:
        forms.update(*map(_vary_slash, tuple(forms)))
    if form.endswith("js"):
        forms.update(_vary_js(form))
    if form.count(" ") == 1:
        forms.update(_vary_gap(form))
    if kind not in TOOL_LIKE:
        forms.update(*map(_vary_spelling, tuple(forms)))
        forms.update(*map(_vary_number, tuple(forms)))
    return forms


def _vary_ampersand(form: str) -> Iterator[str]:
    """`research & development`, `research and development`."""
    if " & " in form:
        yield form.replace(" & ", " and ")
    if " and " in form:
        yield form.replace(" and ", " & ")


def _vary_slash(form: str) -> Iterator[str]:
    """`ci/cd`, `ci / cd`, `ci cd`, `cicd`; but not `r cpp` for a form whose halves could stand alone as words."""
    parts = [part.strip() for part in form.split("/")]
    if len(parts) == 2 and all(parts):
        yield "/".join(parts)
        yield " / ".join(parts)
        if all(len(part) <= 3 for part in parts):
            yield " ".join(parts)
            if len("".join(parts)) > 3:
                yield "".join(parts)


def _vary_js(form: str) -> Iterator[str]:
    """`node.js`, `nodejs`, `node js`."""
    stem = re.fullmatch(r"(\w{2,})(?:\.| |)js", form)
    if stem:
        yield from (stem[1] + ending for ending in (".js", "js", " js"))


def _vary_gap(form: str) -> Iterator[str]:
    """`power bi`, `powerbi`: two words of letters, written as one."""
    words = form.split(" ")
    if len(words) == 2 and all(word.isalpha() for word in words) and len(form) > 6:
        yield "".join(words)


def _vary_spelling(form: str) -> Iterator[str]:
    if not _TELLING.search(form):
        return
    for british, american in _SPELLINGS:
        if british in form:
            yield form.replace(british, american)
        if american in form:
            yield form.replace(american, british)


def _vary_number(form: str) -> Iterator[str]:
    """Singular and plural of the last word."""
    last = form.rpartition(" ")[2]
    if len(last) < 3 or not last.isalpha():
        return
    if last.endswith("s"):
        if len(last) > 4 and last.endswith("ies"):
            yield form[:-3] + "y"
        elif len(last) > 3 and not last.endswith(("ss", "us", "is", "ics", "ops", "ras")):
            yield form[:-1]
    elif last.endswith("y") and last[-2] not in "aeiou":
        yield form[:-1] + "ies"
    elif not last.endswith(("ing", "ment")):
        yield form + "s"
