"""A job title -> its words as titles are compared by: plain letters, singular, short forms written out."""

from __future__ import annotations

import re
import unicodedata

from headway.catalog.occupations import SHORT

IDLE = frozenset(
    re.findall(r"\w+", "a all an and at by except for from in including not of on or other the their to with")
)
"""Words that join others and tell nothing themselves."""
GRADES = frozenset({"senior", "sr", "snr", "junior", "jr", "entry", "mid", "level", "ii", "iii", "iv"})
"""Words of rank that say nothing of the work. `chief`, `assistant` or `manager` do: they name occupations."""
ENDINGS = ("ist", "er", "or", "ing", "ion", "ic", "al", "y", "e", "ant", "ent")
"""Cut off to see that animators animate; one at most, and never below four letters."""


def split_words(title: str) -> tuple[str, ...]:
    """The words that tell of the work, in order, singular: `Sr. ML Engineers` -> machine, learning, engineer."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"\br ?(?:&|and) ?d\b", "research development", re.sub(r"['’]s?\b", "", plain))
    raw = re.findall(r"[a-z0-9]+[+#]*", plain)
    whole = [word for part in raw for word in SHORT.get(part, part).split()]
    return tuple(to_singular(word) for word in whole if word not in IDLE and word not in GRADES)


def to_singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def to_stem(word: str) -> str:
    """A singular word without its ending: accountant and account, nursing and nurse share one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
