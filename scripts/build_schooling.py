"""Build figures/schooling.csv: the education that O*NET's occupations ask for, of those that a role names.

    python scripts/build_schooling.py DATA_DIR [--catalog FOLDER]

DATA_DIR holds O*NET's `occupations.csv`, `job_zones.csv` and `education_training_experience.parquet`. Shares are of the
people asked, holders of the job or experts: who says that it takes a bachelor's degree or more, a master's or more, a
doctorate or more. Occupations that O*NET has not asked about have a job zone alone.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

CATALOG = Path(__file__).parent.parent / "src" / "headway" / "catalog" / "data"
COLUMNS = ("onet", "title", "zone", "bachelor", "master", "doctorate", "kind", "source", "date", "n", "note")
FROM = {"bachelor": 6, "master": 8, "doctorate": 11}
"""The first of the twelve categories of required education that counts as each degree; a first professional degree
(10) counts as a master's."""
SCALE, SUPPRESS = "RL", "Y"


def list_codes(catalog: Path) -> list[str]:
    """The O*NET codes that roles name."""
    roles = [tomllib.loads(path.read_text(encoding="utf-8")) for path in catalog.glob("roles/*.toml")]
    return sorted({code for role in roles for code in role.get("onet", ())})


def list_rows(data: Path, codes: list[str]) -> Iterator[dict[str, object]]:
    titles = pd.read_csv(data / "occupations.csv", dtype=str).set_index("code")["title"]
    zones = pd.read_csv(data / "job_zones.csv", dtype=str).set_index("code")
    asked = pd.read_parquet(data / "education_training_experience.parquet")
    asked = asked[asked["scale"] == SCALE]
    for code in codes:
        if code not in zones.index:
            print(f"{code}: no job zone, left out")
            continue
        row: dict[str, object] = {"onet": code, "title": titles[code], "zone": zones["job_zone"][code]}
        said = asked[asked["code"] == code]
        month, year = (zones["date"][code] if said.empty else said["date"].iloc[0]).split("/")
        basis = {"kind": "reported" if said.empty else "measured", "source": "onet", "date": f"{year}-{month}"}
        if not said.empty:
            shares = {name: said.loc[said["category"] >= least, "percent"].sum() for name, least in FROM.items()}
            row |= {name: round(float(share) / 100, 3) for name, share in shares.items()}
            numbers = said["n"].dropna()
            if len(numbers):
                basis["n"] = str(int(numbers.iloc[0]))
            else:
                basis |= {"kind": "reported", "note": "experts' estimates"}
            if (said["recommend_suppress"] == SUPPRESS).any():
                basis["note"] = "too few answers to be precise"
        yield row | basis


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--catalog", type=Path, default=CATALOG)
    asked = parser.parse_args()
    rows = list(list_rows(asked.data, list_codes(asked.catalog)))
    with (asked.catalog / "figures" / "schooling.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} occupations, {sum('bachelor' in row for row in rows)} of them with shares")


if __name__ == "__main__":
    main()
