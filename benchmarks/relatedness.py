"""What the product says of pairs of titles, or of occupations, in the form that a scorer reads.

Usage: python benchmarks/relatedness.py roles --pairs FLOWS.csv --out PRED.csv
       python benchmarks/relatedness.py occupations --nodes NODES.csv --origins ORIGINS.csv --out PRED.csv
FLOWS has the columns past and current, titles of the field; PRED past, current, score. NODES has census and onet_codes
(joined by `;`), ORIGINS origin; PRED origin, dest, score for every other node. Higher is more alike, 0 to 1.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from headway.actions.catalog import open_catalog
from headway.actions.relatedness import open_ground
from headway.errors import HeadwayError
from headway.routes.footing import Ground, find_footing, stand_on_codes
from headway.routes.relatedness import Among, score_all

Row = dict[str, str]


def predict_roles(pairs: Sequence[Row], ground: Ground) -> Iterable[tuple[str, str, float]]:
    names = sorted({row[side] for row in pairs for side in ("past", "current")})
    ends = [find_footing(name, ground) for name in names]
    place = {name: i for i, name in enumerate(names)}
    scores = score_all(ends, ends, ground, Among.FIELD)
    return [(r["past"], r["current"], scores[place[r["past"]], place[r["current"]]]) for r in pairs]


def predict_occupations(
    nodes: Sequence[Row], origins: Sequence[str], ground: Ground
) -> Iterable[tuple[str, str, float]]:
    ends = [stand_on_codes(row["census"], tuple(row["onet_codes"].split(";")), ground) for row in nodes]
    place = {row["census"]: i for i, row in enumerate(nodes)}
    if strange := [name for name in origins if name not in place]:
        raise HeadwayError(f"origin {strange[0]} is none of the nodes", "check that both files belong together")
    scores = score_all([ends[place[name]] for name in origins], ends, ground, Among.OCCUPATIONS)
    return [(name, dest, scores[i, j]) for i, name in enumerate(origins) for dest, j in place.items() if dest != name]


def read_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if missing := [name for name in columns if not rows or name not in rows[0]]:
        raise HeadwayError(f"{path}: there is no column {missing[0]}", f"it has to have {', '.join(columns)}")
    return rows


def write_scores(path: Path, columns: Sequence[str], rows: Iterable[tuple[str, str, float]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((*columns, "score"))
        writer.writerows((a, b, f"{score:.6f}") for a, b, score in rows)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    roles = kinds.add_parser("roles")
    roles.add_argument("--pairs", type=Path, required=True)
    occupations = kinds.add_parser("occupations")
    occupations.add_argument("--nodes", type=Path, required=True)
    occupations.add_argument("--origins", type=Path, required=True)
    for kind in (roles, occupations):
        kind.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    ground = open_ground(open_catalog())
    if given.kind == "roles":
        pairs = read_rows(given.pairs, ("past", "current"))
        write_scores(given.out, ("past", "current"), predict_roles(pairs, ground))
    else:
        nodes = read_rows(given.nodes, ("census", "onet_codes"))
        origins = [row["origin"] for row in read_rows(given.origins, ("origin",))]
        write_scores(given.out, ("origin", "dest"), predict_occupations(nodes, origins, ground))


if __name__ == "__main__":
    main()
