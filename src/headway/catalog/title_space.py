"""How alike two job titles are, by the occupations that their words speak of.

Each word, stem and pair of stems has a weight in every occupation whose titles hold it (explicit semantic analysis,
Gabrilovich and Markovitch 2007). A title becomes its affinities to all occupations, squared, so that an occupation that
all of its words speak of stands out. O*NET's table of related occupations, brought down to a few dimensions, adds the
field of work. Relatedness is the mean of both cosines: same occupation, same field.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from headway.catalog.title_table import SHIFT, find_rarity
from headway.catalog.title_words import split_words, to_stem

SHIPPED = Path(__file__).parent / "data" / "occupations" / "titles.npz"
FAINT = 0.05
"""Affinities below this share of a title's largest are dropped: they cost time and change no ranking."""
MENDED = 0.8
"""A word that was guessed from a misspelt one counts for so much."""
CHUNK = 256
"""Titles that are embedded at once; bounds the memory to 4 MB."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class TitleVectors:
    """Titles as vectors: row i holds `shares[starts[i]:starts[i + 1]]` of the occupations `classes[...]`.

    `field` is titles x dimensions; both parts of a row have length 1, or 0 where nothing is known of the title.
    """

    starts: Ints
    classes: Ints
    shares: Floats
    field: Floats

    def __len__(self) -> int:
        return len(self.field)

    def row(self, index: int, width: int) -> Floats:
        """The affinities of one title to all `width` occupations."""
        dense = np.zeros(width, np.float32)
        span = slice(self.starts[index], self.starts[index + 1])
        dense[self.classes[span]] = self.shares[span]
        return dense


@dataclass(frozen=True, eq=False, repr=False)
class TitleSpace:
    """The compiled table. A row is a stem, a word or a pair of stems, in this order; its entries are occupations."""

    stems: dict[str, int]
    words: dict[str, int]
    """Most used first; the row of a word is its place plus the number of stems."""
    common: int
    """So many words are used in three titles or more: these are meant first by a misspelt one."""
    pairs: NDArray[np.uint32]
    starts: Ints
    classes: NDArray[np.uint16]
    weights: NDArray[np.uint8]
    steps: Floats
    """What one unit of `weights` is worth, by row, with the row's own weight in it."""
    field: Floats
    """Occupations x dimensions. ESCO gives no relatives: its occupations, at the end, have no row."""
    width: int
    """Occupations in all."""

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        """Words by their first letter, which slips seldom touch, most used first."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(word[0], []).append(word)
        return found

    def read(self, word: str) -> tuple[str, ...]:
        """The word itself where some title holds it, else what it may be a slip for, else itself."""
        return (word,) if word in self.words else self.mend(word) or (word,)

    def mend(self, word: str) -> tuple[str, ...]:
        """What an unknown word may mean: a known one, one or two slips away, or two that were written as one."""
        near = self._by_letter.get(word[:1], [])
        used = [other for other in near if self.words[other] < self.common]
        if len(word) > 4 and (found := _nearest(word, near if len(word) > 5 else used, slips=1)):
            return (found,)
        halves = [(word[:i], word[i:]) for i in range(3, len(word) - 2)]
        ranks = {half: max(self.words.get(part, self.common) for part in half) for half in halves}
        if ranks and ranks[best := min(ranks, key=lambda half: ranks[half])] < self.common:
            return best
        if len(word) > 7 and (found := _nearest(word, used, slips=2)):
            return (found,)
        return ()

    def holds(self, stems: Iterable[str], places: Sequence[int]) -> NDArray[np.bool_]:
        """Occupations x stems: whether any title of the occupation at each place holds each stem."""
        rows = [self.stems.get(stem) for stem in stems]
        spans = [self.classes[self.starts[row] : self.starts[row + 1]] if row is not None else () for row in rows]
        return np.array([np.isin(places, span) for span in spans], dtype=np.bool_).reshape(len(rows), len(places)).T

    def rarity(self, stem: str) -> float:
        """1 for a stem that all occupations have, 9 and more for one that a single occupation has or none."""
        row = self.stems.get(stem)
        return find_rarity(0 if row is None else int(self.starts[row + 1] - self.starts[row]), self.width)

    def rows(self, title: str) -> tuple[list[int], list[float]]:
        """The rows of the table that a title speaks of, and how much each counts."""
        rows: list[int] = []
        counts: list[float] = []
        before: int | None = None
        for given in split_words(title):
            for word in self.read(given):
                stem = self.stems.get(to_stem(word))
                found = [stem, None if (place := self.words.get(word)) is None else place + len(self.stems)]
                if before is not None and stem is not None:
                    found.append(self._find_pair(before, stem))
                rows += [row for row in found if row is not None]
                counts += [1.0 if word == given else MENDED for row in found if row is not None]
                before = stem
        return rows, counts

    def embed(self, titles: Sequence[str]) -> TitleVectors:
        """The vectors of `titles`; a title of unknown words alone has a row of zeros."""
        parts = [self._embed(titles[i : i + CHUNK]) for i in range(0, len(titles), CHUNK)] or [self._embed(())]
        lengths = np.concatenate([np.diff(part.starts) for part in parts])
        return TitleVectors(
            starts=np.concatenate(([0], np.cumsum(lengths))),
            classes=np.concatenate([part.classes for part in parts]),
            shares=np.concatenate([part.shares for part in parts]),
            field=np.concatenate([part.field for part in parts]),
        )

    def _embed(self, titles: Sequence[str]) -> TitleVectors:
        dense = self._affinities(titles)
        np.square(dense, out=dense)
        dense[dense < FAINT * dense.max(axis=1, keepdims=True, initial=0)] = 0
        dense /= np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), 1e-12)
        owners, classes = np.nonzero(dense)
        shares = dense[owners, classes]
        return TitleVectors(
            starts=np.searchsorted(owners, np.arange(len(titles) + 1)),
            classes=classes,
            shares=shares,
            field=self._find_field(owners, classes, shares, len(titles)),
        )

    def _find_field(self, owners: Ints, classes: Ints, shares: Floats, titles: int) -> Floats:
        """Titles x dimensions. Sums of few rows: a product of whole matrices takes longer, and differs by machine."""
        known = classes < len(self.field)
        owners, rows = owners[known], self.field[classes[known]] * shares[known, None]
        field = np.zeros((titles, self.field.shape[1]), np.float32)
        firsts = np.flatnonzero(np.diff(owners, prepend=-1))
        if len(firsts):
            field[owners[firsts]] = np.add.reduceat(rows, firsts, axis=0)
        field /= np.maximum(np.linalg.norm(field, axis=1, keepdims=True), 1e-12)
        return field

    def _affinities(self, titles: Sequence[str]) -> Floats:
        """Titles x occupations: the sum over a title's rows of their weights."""
        rows: list[int] = []
        counts: list[float] = []
        lengths: list[int] = []
        for title in titles:
            found, counted = self.rows(title)
            rows += found
            counts += counted
            lengths.append(len(found))
        at = np.array(rows, dtype=np.int64)
        sizes = self.starts[at + 1] - self.starts[at]
        ends = np.cumsum(sizes)
        entries = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self.starts[at] - ends + sizes, sizes)
        worth = np.repeat(self.steps[at] * np.array(counts, dtype=np.float32), sizes) * self.weights[entries]
        owners = np.repeat(np.repeat(np.arange(len(titles)), lengths), sizes)
        flat = np.bincount(owners * self.width + self.classes[entries], worth, minlength=len(titles) * self.width)
        return flat.astype(np.float32).reshape(len(titles), self.width)

    def _find_pair(self, first: int, second: int) -> int | None:
        number = first << SHIFT | second
        place = bisect_left(self.pairs, number)
        found = place < len(self.pairs) and self.pairs[place] == number
        return len(self.stems) + len(self.words) + place if found else None


def _nearest(word: str, others: Sequence[str], slips: int) -> str | None:
    found = process.extractOne(word, others, scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else None


def load_title_space(path: Path = SHIPPED) -> TitleSpace:
    """The table as scripts/build_occupations.py compiled it; raises OSError where the file is gone."""
    with np.load(path, allow_pickle=False) as table:
        return make_title_space(**{name: table[name] for name in table.files})


def make_title_space(
    *,
    stems: NDArray[np.uint8],
    words: NDArray[np.uint8],
    pairs: NDArray[np.uint32],
    sizes: NDArray[np.uint16],
    classes: NDArray[np.uint16],
    weights: NDArray[np.uint8],
    steps: NDArray[np.floating[Any]],
    field: NDArray[np.int8],
    counts: NDArray[np.int64],
) -> TitleSpace:
    """Unpacks the arrays of the file: names joined by spaces, pairs in order, `counts` = common words, occupations."""
    stem_names, word_names = (bytes(names).decode("ascii").split() for names in (stems, words))
    return TitleSpace(
        stems={name: place for place, name in enumerate(stem_names)},
        words={name: place for place, name in enumerate(word_names)},
        common=int(counts[0]),
        pairs=pairs,
        starts=np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64))),
        classes=classes,
        weights=weights,
        steps=steps.astype(np.float32),
        field=field.astype(np.float32),
        width=int(counts[1]),
    )


def relate_titles(query: str, titles: TitleVectors, space: TitleSpace) -> Floats:
    """How related `query` is to each of `titles`: 0 (nothing shared) to 1 (the same work)."""
    asked = space.embed((query,))
    shared = asked.row(0, space.width)[titles.classes] * titles.shares
    sums = np.concatenate(([0], np.cumsum(shared, dtype=np.float64)))
    same_work = sums[titles.starts[1:]] - sums[titles.starts[:-1]]
    same_field = np.einsum("ij,j->i", titles.field, asked.field[0])
    related: Floats = np.clip((same_work + same_field) / 2, 0, 1).astype(np.float32)
    return related


def rank_titles(query: str, titles: Iterable[str], space: TitleSpace) -> tuple[tuple[str, float], ...]:
    """`titles` with their relatedness to `query`, most related first."""
    given = tuple(titles)
    scores = relate_titles(query, space.embed(given), space)
    return tuple((given[i], round(float(scores[i]), 3)) for i in np.argsort(-scores, kind="stable"))
