"""Compiles what O*NET's occupations have in common: the vectors by which relatedness compares them.

Usage: python scripts/build_work.py DATA_DIR [--out src/headway/catalog/data/occupations]
Reads onet/ (O*NET 29.3) and esco/ (ESCO 1.2.0) in DATA_DIR and writes work.npz: one row an occupation, in the order of
onet.csv; one matrix a part. ESCO's occupations are found by the words that their titles share with O*NET's, six for
each, weighted by the cube of their likeness.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from headway.catalog.classification import Occupation, load_occupations
from headway.catalog.title_words import split_words, to_stem

OUT = Path(__file__).parent.parent / "src" / "headway" / "catalog" / "data" / "occupations"
DIMENSIONS = 64
"""Of the parts that are made of many thousand columns."""
SIMILAR = 6
"""Occupations of ESCO that stand for one of O*NET."""
NAMED = 3
"""The occupation's own name counts as much as so many other titles."""

Floats = NDArray[np.float32]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA_DIR")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    known = load_occupations(given.out)
    every = [known.at(place) for place in range(len(known))]
    onet, esco = every[: len(known.onet)], every[len(known.onet) :]
    relatives = list_relatives(onet)
    words = count_words(every)
    like = to_length(words[: len(onet)]) @ to_length(words[len(onet) :]).T
    groups, content = find_content(esco, share_out(like), given.folder / "esco")
    skills, importance = find_ratings(onet, given.folder / "onet")
    prepared = find_preparation(onet, given.folder / "onet")
    table = {
        "codes": np.array([o.code for o in onet], dtype="S10"),
        "skill_names": np.array(skills),
        "group_names": np.array(groups),
        "rated": np.array(~np.isnan(importance).any(axis=1)),
        "skills": fill(importance, relatives, onet),
        "content": content,
        "words": reduce(to_length(words[: len(onet)])),
        "field": reduce(to_length(two_steps(relatives))),
        "technology": fill(find_technology(onet, given.folder / "onet"), relatives, onet),
        "preparation": fill(prepared, relatives, onet),
    }
    packed = {name: matrix.astype(np.float16) if matrix.dtype.kind == "f" else matrix for name, matrix in table.items()}
    np.savez_compressed(given.out / "work.npz", allow_pickle=False, **packed)
    print(f"{(given.out / 'work.npz').stat().st_size / 1e3:.0f} kB", file=sys.stderr)
    return 0


def list_relatives(onet: Sequence[Occupation]) -> Floats:
    """Occupations x occupations: how near experts and data put them, 1 for the nearest; symmetric, 0.5 to itself."""
    place = {o.code: i for i, o in enumerate(onet)}
    near = np.zeros((len(onet), len(onet)), np.float32)
    for i, o in enumerate(onet):
        for rank, code in enumerate(o.related):
            near[i, place[code]] = 1 / (1 + rank / 5)
    both: Floats = ((near + near.T) / 2 + np.eye(len(onet)) / 2).astype(np.float32)
    return both


def two_steps(near: Floats) -> Floats:
    """The same over relatives of relatives, so that occupations of one field meet."""
    rows = to_length(near)
    return rows @ rows.T


def count_words(every: Sequence[Occupation]) -> Floats:
    """Occupations x stems of their titles: the logarithm of the count, times the stem's rarity."""
    counts = [Counter(stem for title in (*o.titles, *([o.title] * NAMED)) for stem in stems(title)) for o in every]
    column = {stem: i for i, stem in enumerate(sorted(set().union(*counts)))}
    table = np.zeros((len(every), len(column)), np.float32)
    for row, count in zip(table, counts, strict=True):
        for stem, times in count.items():
            row[column[stem]] = 1 + np.log(times)
    return weigh(table)


def stems(title: str) -> set[str]:
    return {to_stem(word) for word in split_words(title)}


def share_out(like: Floats) -> Floats:
    """Only the most alike of each row, cubed; rows sum to 1."""
    kept = np.where(like >= np.sort(like, axis=1)[:, -SIMILAR, None], like**3, 0)
    shares: Floats = (kept / np.maximum(kept.sum(axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return shares


def find_content(esco: Sequence[Occupation], shares: Floats, folder: Path) -> tuple[list[str], Floats]:
    """ESCO's skill groups of the second level, and how much of the work of each O*NET occupation they are."""
    with (folder / "skill_hierarchy.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    labels = {row["level_2_code"]: row["level_2_label"] for row in rows if row["level_2_code"]}
    group_of = {row["group_uri"]: row["level_2_code"] for row in rows}
    wider: dict[str, list[str]] = {}
    for skill, broader in pd.read_parquet(folder / "skill_broader.parquet")[["skill_uri", "broader_uri"]].values:
        wider.setdefault(skill, []).append(broader)
    place = {o.uri: i for i, o in enumerate(esco)}
    column = {code: i for i, code in enumerate(labels)}
    counted = np.zeros((len(esco), len(column)), np.float32)
    links = pd.read_parquet(folder / "occupation_skill_links.parquet").dropna(subset=["skill_uri"])
    links = links.sort_values("relation").drop_duplicates(["occupation_uri", "skill_uri"])  # essential before optional
    known: dict[str, set[str]] = {}
    for occupation, skill, relation in links[["occupation_uri", "skill_uri", "relation"]].values:
        if skill not in known:
            known[skill] = {group_of[uri] for uri in climb(skill, wider) if group_of.get(uri)}
        for code in known[skill]:
            counted[place[occupation], column[code]] += 1 if relation == "essential" else 0.5
    return list(labels.values()), (shares @ to_length(weigh(np.log1p(counted)))).astype(np.float32)


def climb(skill: str, wider: dict[str, list[str]]) -> set[str]:
    """Everything above a skill."""
    found: set[str] = set()
    waiting = [skill]
    while waiting:
        above = [uri for uri in wider.get(waiting.pop(), ()) if uri not in found]
        found.update(above)
        waiting += above
    return found


def find_ratings(onet: Sequence[Occupation], folder: Path) -> tuple[list[str], Floats]:
    """Importance (1 to 5) of every skill and area of knowledge; an occupation without ratings has a row of NaN."""
    table = pd.read_parquet(folder / "skills_knowledge_ratings.parquet")
    table = table[table.scale == "IM"]
    column = table.domain.map({"skills": "skill", "knowledge": "knowledge"}) + ": " + table.element_name
    wide = table.assign(column=column).pivot(index="code", columns="column", values="value")
    return list(wide.columns), wide.reindex([o.code for o in onet]).to_numpy(np.float32)


def find_technology(onet: Sequence[Occupation], folder: Path) -> Floats:
    """Occupations x kinds of software, the rare ones weighing more; NaN where O*NET names none."""
    table = pd.read_csv(folder / "technology_skills.csv", dtype=str)
    used = pd.crosstab(table.code, table.commodity_title).clip(upper=1)
    return to_length(weigh(used.reindex([o.code for o in onet]).to_numpy(np.float32)))


def find_preparation(onet: Sequence[Occupation], folder: Path) -> Floats:
    """Mean category of education (1 to 12) and of earlier experience (1 to 11) that an occupation asks for."""
    table = pd.read_parquet(folder / "education_training_experience.parquet")
    table = table.assign(part=table.percent * table.category.astype(float))
    sums = table.groupby(["code", "scale"])[["part", "percent"]].sum()
    means = (sums.part / sums.percent).unstack()[["RL", "RW"]]
    prepared: Floats = means.reindex([o.code for o in onet]).to_numpy(np.float32)
    return prepared


def fill(table: Floats, relatives: Floats, onet: Sequence[Occupation]) -> Floats:
    """Rows of NaN become the mean of their relatives' rows, weighted by nearness; without any, of their major group."""
    known = ~np.isnan(table).any(axis=1)
    filled = table.copy()
    for i in map(int, np.flatnonzero(~known)):
        weights = relatives[i] * known
        if not weights.any():
            weights = np.array([o.code[:2] == onet[i].code[:2] for o in onet]) * known
        if not weights.any():
            weights = known.astype(np.float32)
        filled[i] = weights[known] @ table[known] / weights.sum()
    return filled


def weigh(counts: Floats) -> Floats:
    """Columns that few rows have count for more: the logarithm of rows to rows that have it."""
    having = (counts > 0).sum(axis=0)
    rows = (~np.isnan(counts).any(axis=1)).sum()
    weighed: Floats = counts * np.log(rows / np.maximum(having, 1)).astype(np.float32)
    return weighed


def to_length(rows: Floats) -> Floats:
    """Rows of length 1; a row of zeros stays one."""
    made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return made


def reduce(rows: Floats) -> Floats:
    """The first dimensions of the singular value decomposition; every column's sign is fixed, so that runs agree."""
    values, vectors = np.linalg.eigh((rows @ rows.T).astype(np.float64))
    kept = vectors[:, ::-1][:, :DIMENSIONS] * np.sqrt(np.maximum(values[::-1][:DIMENSIONS], 0))
    signs = np.sign(kept[np.abs(kept).argmax(axis=0), np.arange(DIMENSIONS)])
    made: Floats = (kept * signs).astype(np.float32)
    return made


if __name__ == "__main__":
    sys.exit(main())
