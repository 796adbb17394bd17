"""Any job title -> the occupations of O*NET or ESCO that it may name, each with its confidence.

An occupation is worth the affinity of the title's words to it, times how much one of its own titles is spelt like the
title, squared, times the share of the title's words that its titles hold at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import exp

import numpy as np
from rapidfuzz import fuzz, process

from headway.catalog.classification import Occupations, Scheme
from headway.catalog.title_space import TitleSpace
from headway.catalog.title_words import split_words, to_stem
from headway.values import Name, Share, Value

CANDIDATES = 12
"""Occupations of a scheme that are looked at closely; nearly always the right one is among them."""
NARROW = 0.7
"""An O*NET code that does not end in .00 is a part of one that does: fewer people hold it, so it needs more to win."""
HEADLESS = 0.5
"""Factor for an occupation none of whose titles holds the head of the title asked for: an opera prompter is no prompt
engineer. Of held-out titles whose best match lacks the head, one in five is right."""
ODDS = (-4.6, 5.2, 3.3)
"""Logarithm of the odds that the best occupation is the right one: a constant, dominance (its share of all worth, times
the share of words that it holds), spelling. Fitted on titles held out of the table, titles in it, and titles of
occupations that were taken out whole, 7 : 7 : 2; benchmarks/occupations.py shows how it holds."""
LOWEST = 0.1
"""Below this nothing is named: a guess that is wrong nine times in ten helps nobody."""


class OccupationMatch(Value):
    """An occupation that a title may name. `confidence` is the share of such titles for which it is the right one."""

    scheme: Scheme
    code: str
    title: Name
    confidence: Share
    matched: Name
    """The occupation's own title that is spelt most like the one asked for."""


@dataclass(frozen=True)
class _Candidate:
    """An occupation looked at closely; all but `place` and `matched` are 0..1."""

    place: int
    matched: str
    affinity: float
    spelling: float
    held: float
    """Share of the title's words that the occupation's titles hold, rare words weighing more."""

    @property
    def worth(self) -> float:
        return self.affinity * self.spelling**2 * self.held


def find_occupations(
    title: str, occupations: Occupations, space: TitleSpace, scheme: Scheme = Scheme.ONET, count: int = 5
) -> tuple[OccupationMatch, ...]:
    """At most `count` occupations of `scheme`, most likely first; none where the words of `title` say too little."""
    found = sorted(_look_closely(_tidy(title), occupations, space, scheme), key=lambda candidate: -candidate.worth)
    total = sum(candidate.worth for candidate in found)
    if not total:
        return ()
    best = found[0]
    sure = _confide(best.worth / total * best.held, best.spelling)
    left = (1 - sure) / max(total - best.worth, 1e-12)
    shares = [sure, *(min(sure, left * candidate.worth) for candidate in found[1:count])]
    return tuple(
        _match(occupations, candidate, share)
        for candidate, share in zip(found, shares, strict=False)
        if sure >= LOWEST and share >= LOWEST / 10
    )


def _look_closely(title: str, occupations: Occupations, space: TitleSpace, scheme: Scheme) -> list[_Candidate]:
    first, last = (0, len(occupations.onet)) if scheme is Scheme.ONET else (len(occupations.onet), len(occupations))
    row = space.embed((title,)).row(0, space.width)
    near = [int(place) + first for place in np.argsort(-row[first:last], kind="stable")[:CANDIDATES]]
    near = [place for place in near if row[place] > 0]
    wider = {place: parent for place in near if (parent := occupations.find_wider(place)) is not None}
    places = list(dict.fromkeys((*near, *wider.values())))
    words = [part for word in split_words(title) for part in space.read(word)]
    held = _share_held(words, find_head(title, space), places, space)
    found: dict[int, _Candidate] = {}
    for place, share in zip(places, held, strict=True):
        spelling, matched = _most_alike(" ".join(words), occupations.names_at(place))
        affinity = float(row[place]) * (NARROW if place in wider else 1)
        found[place] = _Candidate(place, matched, affinity, spelling, share)
    for place, parent in wider.items():
        narrow, wide = found[place], found[parent]
        if (wide.spelling, wide.held) >= (narrow.spelling, narrow.held) and wide.affinity < narrow.affinity / NARROW:
            found[parent] = replace(wide, affinity=narrow.affinity / NARROW)
    return list(found.values())


def _tidy(title: str) -> str:
    """The title without brackets (`(remote)`, `(m/f/d)`) and employer, unless nothing else is there."""
    plain = re.split(r"\s+at\s+(?=[A-Z0-9])|\s*@\s*", re.sub(r"\([^)]*\)|\[[^]]*\]", " ", title))[0]
    return plain if split_words(plain) else title


def find_head(title: str, space: TitleSpace) -> str:
    """The word that says what a person is: the last one before `of`, a comma or a bracket (`Director, Data`)."""
    for part in re.split(r"\s+(?:at|for|in|of|to|with)\s+|[,(/|]|\s[-–—]\s", title):
        if words := split_words(part):
            return space.read(words[-1])[-1]
    return ""


def _match(occupations: Occupations, candidate: _Candidate, share: float) -> OccupationMatch:
    found = occupations.at(candidate.place)
    return OccupationMatch(
        scheme=found.scheme,
        code=found.code,
        title=found.title,
        confidence=round(share, 2),
        matched=candidate.matched,
    )


def _confide(dominance: float, spelling: float) -> float:
    constant, by_dominance, by_spelling = ODDS
    return 1 / (1 + exp(-(constant + by_dominance * dominance + by_spelling * spelling)))


def _share_held(words: list[str], head: str, places: list[int], space: TitleSpace) -> list[float]:
    """How much of the title's words each occupation knows, rare words weighing more, and less without the head."""
    stems = sorted({to_stem(word) for word in words})
    weights = np.array([space.rarity(stem) for stem in stems])
    shares = space.holds(stems, places) @ weights / max(weights.sum(), 1e-12)
    with_head = space.holds((to_stem(head),), places)[:, 0]
    return [float(share) * (1 if has else HEADLESS) for share, has in zip(shares, with_head, strict=True)]


def _most_alike(asked: str, names: tuple[str, ...]) -> tuple[float, str]:
    """The name that is spelt most like `asked`, the order of words aside, and how much, 0..1."""
    folded = "\n".join(names).lower().split("\n")
    _, score, place = process.extractOne(asked, folded, scorer=fuzz.token_sort_ratio)
    return score / 100, names[place]
