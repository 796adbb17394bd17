"""One written form of a skill's name -> the other forms that people write, all folded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headway.catalog.kinds import SkillKind

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
_NO_NUMBER = ("ss", "us", "is", "ics", "ops", "ras", "ing", "ment")
"""Endings of words that have no other number, or only look like a plural."""
_TELLING = re.compile("i[sz](?:at|in|ed)|y[sz](?:er|in)|ling|viou?r")


_DEEDS = frozenset(
    """
    managed managing manage led leading lead headed heading directed presented presenting delivered delivering
    gave giving communicated communicating communicate explained explaining explain translated translating
    translate collaborated collaborating collaborate worked working work mentored supervised supervising coached
    guided guiding guide hired recruited interviewed conducted conducting organized organizing organised
    organising facilitated facilitating ran deployed deploying productionized productionizing productionising
    built building build evaluated evaluating defined defining gathered gathering engaged resolved resolving
    solved solving solve wrote writing authored published reading reproduced reproducing implemented
    implementing replicated replicating reviewed reviewing designed designing integrated integrating migrated
    migrating explored exploring visualizing stay staying keep keeping meet juggling delegated delegating
    delegate assigned allocated drafted drafting raised raising filed restructured took take takes taking owned
    drove established advised briefed spoke streamlined streamlining coordinated navigate navigating adapt
    adapts learn learns secured shaping scaled scaling grew growing headed onboarded supported trained
    """.split()
)
_LEFT_OPEN = (" with", " to", " of", " in", " at", " on", " from", " for")


def tells_a_deed(form: str) -> bool:
    """Whether a folded form says what somebody did (`led a team of`) instead of naming what they can do."""
    first, gap, _ = form.partition(" ")
    return bool(gap) and (first in _DEEDS or form.endswith(_LEFT_OPEN) or " into" in form)


def fold_name(name: str) -> str:
    """A name as it stands in folded text: one case, single spaces."""
    low = name.casefold()
    if low.isalnum():
        return low
    return " ".join(low.replace("’", "'").replace("-", " ").replace("_", " ").split())


def spell(form: str, proper: bool, own: bool) -> list[str]:
    """The other folded forms in which the folded name `form` is recognised; some may be `form` itself.

    `proper` names have neither plural nor a second spelling. They, and a skill's `own` name, are also written as one
    word.
    """
    forms = [form]
    if " " in form:
        if "&" in form or " and " in form:
            forms += _vary_ampersand(form)
        if (proper or own) and form.count(" ") == 1:
            forms += _vary_gap(form)
    if "/" in form:
        forms += [varied for known in tuple(forms) for varied in _vary_slash(known)]
    if form.endswith("js"):
        forms += _vary_js(form)
    if not proper:
        if _TELLING.search(form):
            forms += [varied for known in tuple(forms) for varied in _vary_spelling(known)]
        for known in forms[:]:
            if other := _vary_number(known):
                forms.append(other)
    return forms[1:]


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
    whole = form.replace(" ", "")
    if len(whole) > 5 and whole.isalpha():
        yield whole


def _vary_spelling(form: str) -> Iterator[str]:
    for british, american in _SPELLINGS:
        if british in form:
            yield form.replace(british, american)
        if american in form:
            yield form.replace(american, british)


def _vary_number(form: str) -> str:
    """Singular or plural by the last word; empty where it has none."""
    last = form.rpartition(" ")[2]
    if len(last) < 3 or not last.isalpha() or last.endswith(_NO_NUMBER):
        return ""
    if last[-1] == "s":
        if len(last) > 4 and last.endswith("ies"):
            return form[:-3] + "y"
        return form[:-1] if len(last) > 3 else ""
    if last[-1] == "y" and last[-2] not in "aeiou":
        return form[:-1] + "ies"
    return form + "s"
