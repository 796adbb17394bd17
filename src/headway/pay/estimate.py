"""Pay quantiles of small cells: shrunk toward their parents, widened by what is not known of them.

A cell is a family of roles at an experience level in a country. Its location (median log pay) is a sum of random
effects: family, level, country, their pairs, and the cell itself. Their variances are estimated from the data (REML),
so a cell with thousands of rows speaks for itself and one with two rows says what its parents say. The spread inside
a cell is shrunk the same way. A band holds three doubts: the spread inside the cell, where its middle is, and how far
it drifts from one year to the next. Last, folds that were left out set a factor for each class of cell size, so that a
band covers as much as it says (conformal calibration).

Equal rows count once: copies of a posting overstate certainty. Pure numpy, deterministic, nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Cell = tuple[str, str, str]
"""Family, level, country."""

QUANTILES = (0.10, 0.25, 0.50, 0.75, 0.90)
MEDIAN = 2
EFFECTS: tuple[tuple[int, ...], ...] = ((), (0,), (1,), (2,), (0, 1), (1, 2), (0, 2), (0, 1, 2))
"""By parts of the cell: everybody, family, level, country, their pairs, the cell."""
FLAT = 100.0
"""Variance of the mean of everybody: nothing is known of it beforehand."""
SIZES = (1, 5, 20, 100, 500)
"""Classes of cells by rows: none, 1-4, 5-19, 20-99, 100-499, 500 and more."""
AGEING = 4.0
"""Each year of age multiplies the variance by this: collection and market change faster than the order of cells."""
OWN_SHAPE = 50.0
"""Rows at which a cell's own quantiles weigh as much as the shape of its level."""
SHAPE_ROWS = 200
"""Rows from which a cell helps to say what shape pay has."""
MEDIAN_NOISE = 1.57
"""The variance of a median is pi/2 that of a mean."""
ROWS_A_POSTING = 2.0
"""About half of the rows are the two ends of one posted range: two rows, one posting."""
ROUNDS = 12
ROUNDS_AGAIN = 2
FOLDS = 4
LEAST_CALIBRATING = 40
"""Left-out rows below which a class of size takes the factor of the next larger class."""
LEAST = 1e-5
CHANGED = 3.0
"""A year with this many times the rows of the one before was collected in another way."""


@dataclass(frozen=True)
class PayRows:
    """Collected pay, one entry a posting or report; `pay` in one currency, above zero."""

    pay: Floats
    years: Ints
    cells: tuple[Cell, ...]
    titles: tuple[str, ...]
    copies: Floats
    """How often each entry stands in the collection."""

    def take(self, chosen: Iterable[int]) -> PayRows:
        which = np.asarray(list(chosen), dtype=np.int64)
        cells, titles = tuple(self.cells[i] for i in which), tuple(self.titles[i] for i in which)
        return PayRows(self.pay[which], self.years[which], cells, titles, self.copies[which])


@dataclass(frozen=True)
class Effects:
    """A fitted sum of random effects: what each adds, and the covariance of the doubt about them."""

    columns: dict[tuple[int, ...], int]
    start: float
    """Plain mean of what was observed; the effects stand on it."""
    values: Floats
    doubt: Floats
    variances: Floats
    """By kind of effect; a kind that a cell has no column for adds its whole variance to the doubt."""
    drift: float
    """Variance of a cell's step from one year to the next."""


@dataclass(frozen=True)
class PayModel:
    """Everything that the quantiles of any cell are computed from; made by `fit_pay`."""

    codes: tuple[dict[str, int], ...]
    location: Effects
    spread: Effects
    shapes: Floats
    """levels (the last row: any) x quantiles, in spreads from the middle."""
    own: dict[tuple[int, ...], Floats]
    """A cell's own log quantiles, where it has rows."""
    rows: dict[tuple[int, ...], int]
    """Distinct rows of each cell, weighted by age."""
    factors: Floats
    """Widening by class of size."""

    def size(self, cell: Cell) -> int:
        return self.rows.get(self._key(cell), 0)

    def _key(self, cell: Cell) -> tuple[int, ...]:
        return tuple(codes.get(name, -1) for codes, name in zip(self.codes, cell, strict=True))

    def quantiles(self, cells: Sequence[Cell]) -> Floats:
        """cells x QUANTILES of pay, in the currency of the rows; any cell has an answer, its width says how good."""
        found: Floats = np.exp(np.array([self._log_quantiles(self._key(cell)) for cell in cells]))
        return found

    def _log_quantiles(self, key: tuple[int, ...]) -> Floats:
        middle, doubt = say_effect(self.location, key)
        log_spread, _ = say_effect(self.spread, key)
        spread = float(np.exp(log_spread))
        inside = spread * self.shapes[key[1]]
        rows = self.rows.get(key, 0)
        if key in self.own:
            weight = rows / (rows + OWN_SHAPE)
            own = self.own[key]
            middle = (1 - weight) * middle + weight * own[MEDIAN]
            inside = (1 - weight) * inside + weight * (own - own[MEDIAN])
        widened = np.sqrt(1 + (doubt + self.location.drift) / spread**2)
        found: Floats = middle + (inside - inside[MEDIAN]) * widened * self.factors[size_class(rows)]
        return found


def size_class(rows: int) -> int:
    return int(np.searchsorted(SIZES, rows, side="right"))


def fit_pay(rows: PayRows, calibrate: bool = True) -> PayModel:
    """The model of collected pay; with `calibrate` the widths are set on left-out folds (a fit for each)."""
    if not len(rows.pay) or not np.all(np.isfinite(rows.pay) & (rows.pay > 0)):
        raise ValueError("pay must be given and above zero")
    distinct = drop_copies(rows)
    model = _fit(distinct)
    return replace(model, factors=_calibrate(distinct, model)) if calibrate else model


def drop_copies(rows: PayRows) -> PayRows:
    """Equal entries (cell, title, year, pay) as one, with their number."""
    first: dict[tuple[Cell, str, int, float], int] = {}
    copies: dict[int, float] = {}
    same = zip(rows.cells, rows.titles, rows.years.tolist(), rows.pay.tolist(), strict=True)
    for i, one in enumerate(same):
        at = first.setdefault(one, i)
        copies[at] = copies.get(at, 0.0) + float(rows.copies[i])
    return replace(rows.take(first.values()), copies=np.array(list(copies.values())))


def _fit(rows: PayRows, start: PayModel | None = None) -> PayModel:
    codes = tuple({name: i for i, name in enumerate(sorted({c[part] for c in rows.cells}))} for part in range(3))
    keys = np.array([[codes[part][cell[part]] for part in range(3)] for cell in rows.cells], dtype=np.int64)
    logs, age = np.log(rows.pay), int(rows.years.max()) - rows.years
    groups, member = _group(np.column_stack([keys, age]))
    parts, weights = [logs[m] for m in member], [rows.copies[m] for m in member]
    count = np.array([len(part) for part in parts], dtype=np.float64)
    quantiles = np.array([weighted_quantiles(*pair) for pair in zip(parts, weights, strict=True)])
    spread = _fit_spread(groups, parts, weights, start.spread if start else None)
    spreads = np.exp([say_effect(spread, tuple(group[:3]))[0] for group in groups])
    noise = MEDIAN_NOISE * ROWS_A_POSTING * spreads**2 / count
    location = fit_effects(groups[:, :3], quantiles[:, MEDIAN], noise, groups[:, 3], start.location if start else None)
    own, weighted = _own_quantiles(keys, logs, AGEING ** -age.astype(np.float64), rows.copies)
    shapes = _fit_shapes(groups, parts, weights, spreads, len(codes[1]))
    return PayModel(codes, location, spread, shapes, own, weighted, np.ones(len(SIZES) + 1))


def _group(keys: Ints) -> tuple[Ints, list[Ints]]:
    """Different rows of `keys`, and where each of them stands."""
    groups, member, count = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
    return groups, np.split(np.argsort(member.ravel(), kind="stable"), np.cumsum(count)[:-1])


def _fit_spread(groups: Ints, parts: Sequence[Floats], weights: Sequence[Floats], start: Effects | None) -> Effects:
    """Log of the spread inside cells; fewer than three rows say nothing of it."""
    several = [i for i, part in enumerate(parts) if len(part) >= 3]
    if not several:
        raise ValueError("no cell has three rows: nothing says how far pay spreads inside one")
    count = np.array([len(parts[i]) for i in several])
    found = np.array([weighted_spread(parts[i], weights[i]) for i in several])
    logs = np.log(np.maximum(found, np.median(found) / 10))
    noise = ROWS_A_POSTING / (2 * (count - 1))
    return fit_effects(groups[several, :3], logs, noise, groups[several, 3], start)


def weighted_spread(values: Floats, weights: Floats) -> float:
    mean = np.average(values, weights=weights)
    return float(np.sqrt(np.average((values - mean) ** 2, weights=weights) * len(values) / (len(values) - 1)))


def _own_quantiles(
    keys: Ints, logs: Floats, fresh: Floats, copies: Floats
) -> tuple[dict[tuple[int, ...], Floats], dict[tuple[int, ...], int]]:
    """Each cell's quantiles over the years, and its rows, both with old years counting less."""
    own: dict[tuple[int, ...], Floats] = {}
    rows: dict[tuple[int, ...], int] = {}
    for cell, mine in zip(*_group(keys), strict=True):
        key = (int(cell[0]), int(cell[1]), int(cell[2]))
        own[key] = weighted_quantiles(logs[mine], fresh[mine] * copies[mine])
        rows[key] = int(np.ceil(fresh[mine].sum()))
    return own, rows


def weighted_quantiles(values: Floats, weights: Floats) -> Floats:
    """QUANTILES of `values`, each standing for its weight; between two values it goes straight across."""
    order = np.argsort(values, kind="stable")
    at = np.cumsum(weights[order]) - weights[order] / 2
    found: Floats = np.interp(np.array(QUANTILES) * weights.sum(), at, values[order])
    return found


def _fit_shapes(
    groups: Ints, parts: Sequence[Floats], weights: Sequence[Floats], spreads: Floats, levels: int
) -> Floats:
    """Where quantiles stand around the median, in spreads: by level from well-filled cells, else from all of them."""

    def shape(chosen: Iterable[int]) -> Floats:
        which = list(chosen)
        middles = [weighted_quantiles(parts[i], weights[i])[MEDIAN] for i in which]
        scaled = [(parts[i] - middle) / spreads[i] for i, middle in zip(which, middles, strict=True)]
        return weighted_quantiles(np.concatenate(scaled), np.concatenate([weights[i] for i in which]))

    most = max(len(part) for part in parts)
    filled = [i for i, part in enumerate(parts) if len(part) >= min(SHAPE_ROWS, most)]
    anyone = shape(filled)
    by_level = [[i for i in filled if groups[i, 1] == level] for level in range(levels)]
    return np.array([*(shape(chosen) if chosen else anyone for chosen in by_level), anyone])


def fit_effects(keys: Ints, values: Floats, noise: Floats, age: Ints, start: Effects | None = None) -> Effects:
    """Random effects of `keys` (observations x 3) behind `values` with sampling variance `noise` (REML).

    An observation is of one year: it holds its cell's drift since then, too, more with `age` in years.
    `start` is a fit of nearly the same data: its variances save rounds.
    """
    columns: dict[tuple[int, ...], int] = {}
    named = [[(kind, *(key[part] for part in parts)) for kind, parts in enumerate(EFFECTS)] for key in keys.tolist()]
    where = np.array([[columns.setdefault(name, len(columns)) for name in names] for names in named])
    kinds = np.array([name[0] for name in columns])
    pairs = where[:, :, None], where[:, None, :]
    mean, total = float(np.mean(values)), max(float(np.var(values)), LEAST)
    variances, drift = (start.variances, start.drift) if start else (np.full(len(EFFECTS), total / 4), total / 10)
    variances = np.concatenate([[FLAT], variances[1:]])
    aged = AGEING ** age.astype(np.float64)
    effects, doubt = np.zeros(len(columns)), np.zeros((len(columns), len(columns)))
    for _ in range(ROUNDS_AGAIN if start else ROUNDS):
        weights = 1 / (noise + drift * aged)
        system = np.zeros((len(columns), len(columns)))
        np.add.at(system, pairs, weights[:, None, None])
        system[np.diag_indices_from(system)] += 1 / variances[kinds]
        doubt = np.linalg.inv(system).astype(np.float64)
        told = np.bincount(where.ravel(), np.repeat(weights * (values - mean), len(EFFECTS)), len(columns))
        effects = doubt @ told
        left = values - mean - effects[where].sum(axis=1)
        # MacKay's update: reaches the same place as EM in far fewer rounds.
        known = np.bincount(kinds) - np.bincount(kinds, np.diag(doubt)) / variances
        found = np.bincount(kinds, effects**2) / np.maximum(known, LEAST)
        variances = np.concatenate([[FLAT], np.maximum(found, LEAST)[1:]])
        drift = _find_drift(left, doubt[pairs].sum(axis=(1, 2)), noise, aged, drift)
    return Effects(columns, mean, effects, doubt, variances, drift)


def _find_drift(left: Floats, doubt: Floats, noise: Floats, aged: Floats, drift: float) -> float:
    """One EM step: what part of the remainders is drift rather than sampling."""
    share = drift * aged / (noise + drift * aged)
    expected = (share * left) ** 2 + share**2 * doubt + share * noise
    return max(float(np.mean(expected / aged)), LEAST)


def say_effect(effects: Effects, key: tuple[int, ...]) -> tuple[float, float]:
    """The sum for a cell, and the variance of the doubt about it; an effect never seen is its mean, zero."""
    known: list[int] = []
    unseen = 0.0
    for kind, parts in enumerate(EFFECTS):
        column = effects.columns.get((kind, *(int(key[part]) for part in parts)))
        if column is None:
            unseen += float(effects.variances[kind])
        else:
            known.append(column)
    middle = effects.start + float(effects.values[known].sum())
    return middle, unseen + float(effects.doubt[np.ix_(known, known)].sum())


def _calibrate(rows: PayRows, whole: PayModel) -> Floats:
    """The factor for each class of size with which left-out rows lie in the 80 % band as often as it says.

    The folds leave out the last year's rows alone, and their bands hold no drift: they are of the same year. Rows are
    weighted twice, once each and once each cell alike, and the mean of both factors is taken.
    """
    last = np.flatnonzero(rows.years == rows.years.max())
    fold = np.full(len(rows.pay), -1)
    fold[last] = np.arange(len(last)) % FOLDS  # rows are in the order of the collection
    found = [_left_out(rows, fold == k, whole) for k in range(FOLDS)]
    scores, classes, copies, cells = (np.concatenate(part) for part in zip(*found, strict=True))
    factors = np.ones(len(SIZES) + 1)
    for size in reversed(range(len(factors))):
        mine = classes == size
        if mine.sum() < LEAST_CALIBRATING:
            factors[size] = factors[min(size + 1, len(SIZES))]
            continue
        total = np.bincount(cells[mine], copies[mine])
        alike = copies[mine] / total[cells[mine]]
        factors[size] = np.mean([_reach(scores[mine], weights) for weights in (copies[mine], alike)])
    return factors


def _reach(scores: Floats, weights: Floats) -> float:
    order = np.argsort(scores)
    share = np.cumsum(weights[order]) / weights.sum()
    return float(scores[order][min(int(np.searchsorted(share, QUANTILES[-1] - QUANTILES[0])), len(scores) - 1)])


def _left_out(rows: PayRows, out: NDArray[np.bool_], whole: PayModel) -> tuple[Floats, Ints, Floats, Ints]:
    """For rows left out: how many half-bands they lie from the middle, class of size, copies, cell."""
    model = _fit(rows.take(np.flatnonzero(~out)), whole)
    model = replace(model, location=replace(model.location, drift=0.0))
    test = rows.take(np.flatnonzero(out))
    names = sorted(set(rows.cells))
    which = {name: i for i, name in enumerate(names)}
    cells = np.array([which[cell] for cell in test.cells])
    needed = sorted(set(test.cells))
    bands = np.zeros((len(names), len(QUANTILES)))
    bands[[which[cell] for cell in needed]] = np.log(model.quantiles(needed))
    sizes = np.array([size_class(model.size(cell)) for cell in names])
    away = np.log(test.pay) - bands[cells, MEDIAN]
    half = np.where(away < 0, bands[cells, MEDIAN] - bands[cells, 0], bands[cells, -1] - bands[cells, MEDIAN])
    return np.abs(away) / half, sizes[cells], test.copies, cells


def warn_of_change(years: Ints) -> tuple[str, ...]:
    """Years whose rows are so many more or fewer than the year before that a comparison is one of collections."""
    found, counts = np.unique(years, return_counts=True)
    return tuple(
        f"{year}: {after:,} rows after {before:,} in {earlier}: collection changed, so the step between these years is "
        "one of composition, not of pay; a band made before it is less sure after it"
        for earlier, year, before, after in zip(found, found[1:], counts, counts[1:], strict=False)
        if not 1 / CHANGED <= after / before <= CHANGED
    )
