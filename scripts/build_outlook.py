"""Build the figures that speak of new roles: titles counted by year, and titles on official lists.

    python scripts/build_outlook.py DATA_DIR [--catalog FOLDER]

DATA_DIR holds `pay/` (collected salaries), `onet/`, `esco/` and `gdad/` (lists of occupations). Written are
figures/titles.csv and figures/listings.csv for the roles of emerging.toml. Titles are matched to a role whole, by its
name, other names and titles, ranks aside; a title that only resembles one counts for nothing.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from build_figures import CATALOG, write
from headway.catalog.figures import LISTINGS, TITLES

RANKS = re.compile(r"^(senior|sr\.?|lead|principal|staff|junior|jr\.?|head of|associate|chief) ")
PLAIN = re.compile(r"\s*\([^)]*\)")
"""O*NET writes an acronym out in brackets: `AI Security Specialist (Artificial Intelligence Security Specialist)`."""

Names = Mapping[str, str]
"""Role by folded title."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--catalog", type=Path, default=CATALOG)
    given = parser.parse_args()
    names = read_names(given.catalog)
    counts = list(count_titles(pd.read_parquet(given.data / "pay" / "ai_jobs_net_2020_2024_ft.parquet"), names))
    listed = sorted({row for titles in list_titles(given.data) for row in find_listed(*titles, names)})
    write(given.catalog / "figures" / "titles.csv", TITLES, counts)
    write(given.catalog / "figures" / "listings.csv", LISTINGS, listed)
    print(f"{len(counts)} counts of titles, {len(listed)} listed titles", file=sys.stderr)
    return 0


def read_names(catalog: Path) -> Names:
    """Every name and title of the new roles, folded; of a name that two of them have, the first in the file."""
    names: dict[str, str] = {}
    for slug in tomllib.loads((catalog / "emerging.toml").read_text(encoding="utf-8")):
        role = tomllib.loads((catalog / "roles" / f"{slug}.toml").read_text(encoding="utf-8"))
        stages = [stage for track in ("individual", "management") for stage in role.get(track, {}).values()]
        for name in (role["name"], *role["aliases"], *(title for stage in stages for title in stage["titles"])):
            names.setdefault(fold(name), slug)
    return names


def fold(title: str) -> str:
    return " ".join(PLAIN.sub("", title).casefold().replace("-", " ").split())


def find_role(title: str, names: Names) -> str | None:
    folded = fold(title)
    return names.get(folded) or names.get(RANKS.sub("", folded))


def count_titles(rows: pd.DataFrame, names: Names) -> Iterator[tuple[Any, ...]]:
    """Distinct entries by role and year, with those of the year in all."""
    of = rows.groupby("work_year").size()
    roles = {title: find_role(title, names) for title in rows.job_title.unique()}
    found = rows.assign(role=rows.job_title.map(roles)).dropna(subset="role")
    for (role, year), count in found.groupby(["role", "work_year"]).size().items():
        yield role, year, count, of[year], "aijobs-2024"


def list_titles(folder: Path) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Source, code or name, and titles of every occupation of the official lists."""
    for row in pd.read_csv(folder / "onet" / "alternate_titles.csv", dtype=str).itertuples():
        yield "onet", row.code, (row.alternate_title,)
    for row in pd.read_csv(folder / "onet" / "occupations.csv", dtype=str).itertuples():
        yield "onet", row.code, (row.title,)
    for row in pd.read_csv(folder / "esco" / "occupations.csv", dtype=str, keep_default_na=False).itertuples():
        yield "esco", row.label, (row.label, *row.alt_labels.split("|"))
    for row in pd.read_csv(folder / "gdad" / "roles.csv", dtype=str).itertuples():
        yield "gdad", row.role, (row.role, *row.levels.split("|"))


def find_listed(source: str, under: str, titles: Iterable[str], names: Names) -> Iterator[tuple[str, ...]]:
    for title in titles:
        if role := names.get(fold(title)):
            yield role, PLAIN.sub("", title), under, source


if __name__ == "__main__":
    sys.exit(main())
