"""The names of all occupations -> the table by which titles are compared (title_space holds it at work).

The settings were chosen on two tasks of our own, not on any collection of rated titles: alternate titles that were held
out must come out beside their siblings, and ESCO's occupations, with O*NET's titles alone to go by, beside those of
their ISCO group. Near them the results hardly move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headway.catalog.title_words import split_words, to_stem

SHIFT = 16
"""A pair of stems is one number: the first one's place shifted by so many bits, or-ed with the second one's."""
NAME_WEIGHT = 2
"""An occupation's own name counts as two of its alternate titles (1 to 4 rank alike)."""
KINDS = {"stem": 1.0, "word": 0.7, "pair": 1.0}
"""The word as written sharpens its stem a little; a pair of stems counts like one stem."""
SATURATION = 1.5
"""A word's tenth title adds less than its first: n -> n (1 + k) / (n + k), the usual k of BM25."""
LENGTH = 0.5
"""Half-way between no account of how many titles an occupation has and dividing by it fully, as in BM25."""
RARITY = 2.5
"""Weight of a rare word: its inverse document frequency once in the occupation, 1.5 times in the title asked for."""
DIMENSIONS = 128
SELF = 0.5
"""Weight of an occupation beside the (normed) list of its relatives."""
TIERS = ((5, 1.0), (10, 0.7), (20, 0.4))
"""Rank of a relative -> weight: O*NET's primary short list, primary long list, supplemental list."""
COMMON = 3
"""A word of fewer titles is what a misspelt one means only when it is one slip away and long."""

Feature = tuple[str, ...]
Counts = Counter[Feature]


@dataclass(frozen=True)
class Listed:
    """An occupation for the table. `related` are keys, nearest first; None where its scheme knows no relatives."""

    key: str
    name: str
    titles: tuple[str, ...]
    related: tuple[str, ...] | None = None


def compile_table(listed: Sequence[Listed]) -> dict[str, NDArray[Any]]:
    """The arrays that title_space.make_title_space unpacks. Those with relatives known come first in `listed`."""
    words: Counter[str] = Counter()
    held: list[Counts] = []
    for occupation in listed:
        counts: Counts = Counter()
        for title, weight in ((occupation.name, NAME_WEIGHT), *((title, 1) for title in occupation.titles)):
            split = split_words(title)
            words.update(set(split))
            for feature in _features(split):
                counts[feature] += weight
        held.append(counts)
    by_use = sorted(words, key=lambda word: (-words[word], word))
    stems = list(dict.fromkeys(to_stem(word) for word in by_use))
    spread = Counter(feature for counts in held for feature in counts)
    places = {stem: place for place, stem in enumerate(stems)}
    numbers = {f: places[f[1]] << SHIFT | places[f[2]] for f in spread if f[0] == "pair"}
    pairs = sorted(numbers, key=lambda feature: numbers[feature])
    features: list[Feature] = [*(("stem", stem) for stem in stems), *(("word", word) for word in by_use), *pairs]
    entries = _weigh(held, spread, {feature: row for row, feature in enumerate(features)})
    starts = np.flatnonzero(np.diff(entries[:, 0], prepend=-1))
    sizes = np.diff(starts, append=len(entries))
    tops = np.maximum.reduceat(entries[:, 2], starts)
    pull = np.array([KINDS[f[0]] * find_rarity(spread[f], len(listed)) ** (RARITY - 1) for f in features])
    return {
        "stems": np.frombuffer(" ".join(stems).encode("ascii"), np.uint8),
        "words": np.frombuffer(" ".join(by_use).encode("ascii"), np.uint8),
        "pairs": np.array([numbers[feature] for feature in pairs], np.uint32),
        "sizes": sizes.astype(np.uint16),
        "classes": entries[:, 1].astype(np.uint16),
        "weights": np.maximum(np.round(entries[:, 2] / np.repeat(tops, sizes) * 255), 1).astype(np.uint8),
        "steps": (tops / 255 * pull).astype(np.float16),
        "field": _find_field([occupation for occupation in listed if occupation.related is not None]),
        "counts": np.array([sum(n >= COMMON for n in words.values()), len(listed)]),
    }


def _features(split: Sequence[str]) -> list[Feature]:
    stems = [to_stem(word) for word in split]
    return [*(("stem", s) for s in stems), *(("word", w) for w in split), *(("pair", a, b) for a, b in pairwise(stems))]


def _weigh(held: Sequence[Counts], spread: Counts, rows: dict[Feature, int]) -> NDArray[np.float64]:
    """(row, occupation, weight) of every feature that an occupation has, by row, then by occupation."""
    found: list[tuple[int, int, float]] = []
    lengths: list[float] = []
    for place, counts in enumerate(held):
        mine = [
            (rows[f], place, KINDS[f[0]] * n * (1 + SATURATION) / (n + SATURATION) * find_rarity(spread[f], len(held)))
            for f, n in counts.items()
        ]
        lengths.append(float(np.sqrt(sum(weight**2 for _, _, weight in mine))))
        found += mine
    entries = np.array(sorted(found))
    scale = np.maximum(np.array(lengths) / np.median(lengths), 1e-12) ** -LENGTH
    entries[:, 2] *= scale[entries[:, 1].astype(int)]
    return entries


def find_rarity(holding: int, listed: int) -> float:
    """Inverse document frequency: 1 for what all occupations have, 9 for what one in 4,000 has."""
    return float(np.log((1 + listed) / (1 + holding)) + 1)


def _find_field(listed: Sequence[Listed]) -> NDArray[np.int8]:
    """Occupations x dimensions: who is related to whom, in few numbers; zero for one without relatives.

    What all rows have in common says nothing and is taken off.
    """
    places = {occupation.key: place for place, occupation in enumerate(listed)}
    near = np.zeros((len(places), len(places)))
    for place, occupation in enumerate(listed):
        for rank, other in enumerate(occupation.related or (), 1):
            weight = next((weight for last, weight in TIERS if rank <= last), 0.0)
            near[place, places[other]] += weight
            near[places[other], place] += weight
    lengths = np.linalg.norm(near, axis=1, keepdims=True)
    has = lengths > 0
    near = near / np.maximum(lengths, 1e-12) + SELF * np.eye(len(near)) * has
    left, strength, _ = np.linalg.svd(near)
    field = left[:, :DIMENSIONS] * strength[:DIMENSIONS]
    field = (field - field.sum(axis=0) / max(has.sum(), 1)) * has
    return np.asarray(np.round(field / max(np.abs(field).max(), 1e-12) * 127), np.int8)
