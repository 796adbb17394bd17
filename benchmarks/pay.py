"""Pay quantiles of cells (family, level, country) by the product's own estimator.

    python benchmarks/pay.py --train TRAIN.csv.gz --cells CELLS.csv --out PRED.csv
    python benchmarks/pay.py --train TRAIN.csv.gz --year-back
    python benchmarks/pay.py --train TRAIN.csv.gz --within-year

TRAIN has the columns work_year, experience_level, job_title, salary_in_usd, fam, cty; CELLS has fam,
experience_level, cty. PRED.csv gets q10,q25,q50,q75,q90 in US dollars for each cell. --year-back trains on all years
but the last and scores the last, which is then unseen: pinball loss, coverage of the 80 % band over rows and over
cells of ten rows and more, in cells of fewer than 20 training rows, and by size. It warns where collection changed.
--within-year holds out, in turn, a third of the last year's distinct rows (copies together), and the first and the last
quarter of that year in the order of the file.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from headway.pay.estimate import (
    QUANTILES,
    SIZES,
    Cell,
    Floats,
    PayModel,
    PayRows,
    fit_pay,
    size_class,
    warn_of_change,
)

KEYS = ("fam", "experience_level", "cty")


def read_rows(path: Path) -> PayRows:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    return PayRows(
        pay=np.array([float(row["salary_in_usd"]) for row in rows]),
        years=np.array([int(row["work_year"]) for row in rows], dtype=np.int64),
        cells=tuple((row["fam"], row["experience_level"], row["cty"]) for row in rows),
        titles=tuple(row["job_title"] for row in rows),
        copies=np.ones(len(rows)),
    )


def read_cells(path: Path) -> list[Cell]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [(row["fam"], row["experience_level"], row["cty"]) for row in csv.DictReader(file)]


def write_cells(path: Path, cells: list[Cell], quantiles: Floats) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((*KEYS, *(f"q{100 * q:.0f}" for q in QUANTILES)))
        writer.writerows((*cell, *(f"{q:.2f}" for q in row)) for cell, row in zip(cells, quantiles, strict=True))


def score(model: PayModel, trained: PayRows, rows: PayRows) -> list[str]:
    """The lines of the report on rows that the model has not seen."""
    cells = sorted(set(rows.cells))
    which = {cell: i for i, cell in enumerate(cells)}
    at = np.array([which[cell] for cell in rows.cells])
    bands = np.log(model.quantiles(cells))[at]
    logs = np.log(rows.pay)
    left = logs[:, None] - bands
    quantiles = np.array(QUANTILES)
    inside = (logs >= bands[:, 0]) & (logs <= bands[:, -1])
    count: dict[Cell, int] = defaultdict(int)
    for cell in trained.cells:
        count[cell] += 1
    small = np.array([count[cell] < 20 for cell in rows.cells])
    filled = [inside[at == i].mean() for i in range(len(cells)) if (at == i).sum() >= 10]
    classes = np.array([size_class(model.size(cell)) for cell in cells])[at]
    lines = [
        f"{'rows, cells':40}{len(logs):8,}{len(cells):8,}",
        f"{'pinball loss of log pay':40}{np.maximum(quantiles * left, (quantiles - 1) * left).mean():8.4f}",
        f"{'coverage of the 80 % band, rows':40}{inside.mean():8.3f}",
        f"{'coverage, cells of 10 rows and more':40}{np.mean(filled):8.3f}{len(filled):8,}",
    ]
    if small.any():
        lines.append(f"{'coverage, under 20 training rows':40}{inside[small].mean():8.3f}{small.sum():8,}")
    names = ("none", *(f"{a}-{b - 1}" for a, b in pairwise(SIZES)), f"{SIZES[-1]} and more")
    for size, name in enumerate(names):
        mine = classes == size
        if mine.any():
            lines.append(f"{f'coverage, cells with {name} rows':40}{inside[mine].mean():8.3f}{mine.sum():8,}")
    return lines


def split_last_year(rows: PayRows) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """What is held out of the last year, by name."""
    last = rows.years == rows.years.max()
    same = zip(rows.cells, rows.titles, rows.pay.tolist(), strict=True)
    hashed = np.array([zlib.crc32(repr(one).encode()) % 3 for one in same])
    yield "a third of the distinct rows", last & (hashed == 0)
    place = np.cumsum(last) / last.sum()
    yield "the first quarter of the file", last & (place <= 0.25)
    yield "the last quarter of the file", last & (place > 0.75)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, metavar="TRAIN.csv.gz")
    parser.add_argument("--cells", type=Path, metavar="CELLS.csv")
    parser.add_argument("--out", type=Path, metavar="PRED.csv")
    parser.add_argument("--year-back", action="store_true")
    parser.add_argument("--within-year", action="store_true")
    given = parser.parse_args()
    if not (given.year_back or given.within_year or (given.cells and given.out)):
        parser.error("give --cells and --out, --year-back or --within-year")
    rows = read_rows(given.train)
    if given.year_back:
        last = rows.years == rows.years.max()
        trained, unseen = rows.take(np.flatnonzero(~last)), rows.take(np.flatnonzero(last))
        print("\n".join(score(fit_pay(trained), trained, unseen)))
        print("\n".join(warn_of_change(rows.years)))
        return 0
    if given.within_year:
        for name, out in split_last_year(rows):
            trained, unseen = rows.take(np.flatnonzero(~out)), rows.take(np.flatnonzero(out))
            print(f"-- {name}", *score(fit_pay(trained), trained, unseen), sep="\n")
        return 0
    start = time.perf_counter()
    model = fit_pay(rows)
    fitted = time.perf_counter()
    cells = read_cells(given.cells)
    write_cells(given.out, cells, model.quantiles(cells))
    print(f"{len(rows.pay):,} rows fitted in {fitted - start:.1f} s, {len(cells)} cells written", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
