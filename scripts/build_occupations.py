"""Compiles the occupations of the catalog and the table by which titles are compared.

Usage: python scripts/build_occupations.py DATA_DIR [--out src/headway/catalog/data/occupations]
Reads onet/ (O*NET 29.3) and esco/ (ESCO 1.2.0) in DATA_DIR, writes onet.csv, esco.csv, importance.csv, level.csv and
titles.npz. The table is made from the two written lists alone: `--index` makes it anew without DATA_DIR.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from headway.catalog.classification import Occupations, Scheme, load_occupations
from headway.catalog.title_table import Listed, compile_table

OUT = Path(__file__).parent.parent / "src" / "headway" / "catalog" / "data" / "occupations"
ONET = ("code", "title", "zone", "related", "in_demand", "hot", "titles")
ESCO = ("uri", "code", "isco", "title", "titles")

SLIPS = dict(
    pair.split("=")
    for pair in """
    enginer=engineer mecanic=mechanic qaulity=quality quailty=quality rehairer=repairer techician=technician
    techinician=technician tecnician=technician technicin=technician tecnhician=technician tehnician=technician
    adivsor=advisor administation=administration administator=administrator adminsistrative=administrative
    adminstrative=administrative constructinn=construction constructtion=construction costruction=construction
    coodinator=coordinator cordinator=coordinator developerl=developer electtrical=electrical
    enviromental=environmental generall=general oeprator=operator operatr=operator scienctist=scientist
    technial=technical worcker=worker buildng=building cuting=cutting jewerly=jewelry porperty=property
    threapist=therapist programer=programmer manger=manager
    """.split()
)
"""Words that stand misspelt in the sources' own titles: as known words they would hide the slips of others."""
SLIP = re.compile(rf"\b(?:{'|'.join(SLIPS)})\b", re.I)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR", nargs="?")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--index", action="store_true", help="only the table, from the lists that are there")
    given = parser.parse_args()
    if given.data is None and not given.index:
        parser.error("name the folder that holds onet/ and esco/")
    given.out.mkdir(parents=True, exist_ok=True)
    if not given.index:
        write(given.out / "onet.csv", ONET, list_onet(given.data / "onet"))
        write(given.out / "esco.csv", ESCO, list_esco(given.data / "esco"))
        for scale, name in (("IM", "importance"), ("LV", "level")):
            columns, rows = list_ratings(given.data / "onet", scale)
            write(given.out / f"{name}.csv", columns, rows)
    table = compile_table(list_names(load_occupations(given.out)))
    np.savez_compressed(given.out / "titles.npz", allow_pickle=False, **table)
    for path in sorted(given.out.iterdir()):
        print(f"{path.stat().st_size / 1e3:8.0f} kB  {path.name}", file=sys.stderr)
    return 0


def list_onet(folder: Path) -> Iterator[Sequence[str]]:
    read = {name: read_rows(folder / f"{name}.csv") for name in ("occupations", "alternate_titles", "job_zones")}
    zones = {row["code"]: row["job_zone"] for row in read["job_zones"]}
    titles: dict[str, list[str]] = {}
    for row in read["alternate_titles"]:
        titles.setdefault(row["code"], []).extend((row["alternate_title"], row["short_title"]))
    related: dict[str, dict[int, str]] = {}
    for row in read_rows(folder / "related_occupations.csv"):
        related.setdefault(row["code"], {})[int(row["rank"])] = row["related_code"]
    hot: dict[str, dict[str, bool]] = {}
    for row in read_rows(folder / "technology_skills.csv"):
        if row["hot"] == "Y":
            named = hot.setdefault(row["code"], {})
            named[row["example"]] = named.get(row["example"], False) or row["in_demand"] == "Y"
    for row in sorted(read["occupations"], key=lambda row: row["code"]):
        code, tools = row["code"], hot.get(row["code"], {})
        yield (
            *(code, row["title"], zones.get(code, "")),
            " ".join(name for _, name in sorted(related.get(code, {}).items())),
            *("|".join(name for name, asked in sorted(tools.items()) if asked is wanted) for wanted in (True, False)),
            "|".join(distinct(titles.get(code, ()), row["title"])),
        )


def list_esco(folder: Path) -> Iterator[Sequence[str]]:
    for row in sorted(read_rows(folder / "occupations.csv"), key=lambda row: row["code"]):
        others = distinct(row["alt_labels"].split("|"), row["label"])
        yield row["occupation_uri"], row["code"], row["isco"], row["label"], "|".join(others)


def list_ratings(folder: Path, scale: str) -> tuple[tuple[str, ...], Iterator[Sequence[str]]]:
    """One row an occupation, one column a skill or an area of knowledge (some bear one name: the kind stands before).

    Empty where O*NET advises against use of the figure, or where a level does not apply.
    """
    table = pd.read_parquet(folder / "skills_knowledge_ratings.parquet")
    table = table[(table.scale == scale) & (table.recommend_suppress != "Y") & (table.not_relevant != "Y")]
    kind = table.domain.map({"skills": "skill", "knowledge": "knowledge"})
    wide = table.assign(column=kind + ": " + table.element_name).pivot(index="code", columns="column", values="value")
    columns = sorted(wide.columns, key=lambda name: (name.startswith("knowledge"), name))
    rows = (
        (str(code), *("" if pd.isna(value) else f"{value:g}" for value in row))
        for code, row in zip(wide.index, wide[columns].to_numpy(), strict=True)
    )
    return ("code", *columns), rows


def distinct(titles: Iterable[str], name: str) -> list[str]:
    """Each title once whatever its case, without the occupation's own name."""
    found: dict[str, str] = {}
    for title in titles:
        clean = " ".join(SLIP.sub(_correct, title.replace("|", "/")).split())
        if clean and clean.casefold() != name.casefold():
            found.setdefault(clean.casefold(), clean)
    return list(found.values())


def _correct(slip: re.Match[str]) -> str:
    right = SLIPS[slip[0].lower()]
    return right.capitalize() if slip[0][0].isupper() else right


def list_names(occupations: Occupations) -> list[Listed]:
    """All occupations in the order of the table: O*NET, then ESCO."""
    every = (occupations.at(place) for place in range(len(occupations)))
    return [Listed(o.code, o.title, o.titles, o.related if o.scheme is Scheme.ONET else None) for o in every]


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
