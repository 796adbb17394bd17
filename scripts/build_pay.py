"""Build the tables of pay that are read when asked for: official wages by area, and estimates of small cells.

    python scripts/build_pay.py DATA_DIR [--catalog FOLDER]

DATA_DIR holds `oews/` (official US wages by state and metropolitan area) and `pay/` (collected salaries). Written are
figures/areas.csv, for the occupations that stand in for a role; figures/estimates.csv, for each role, stage and country
with too few collected rows to be shown as reported: quantiles of `headway.pay.estimate`; and figures/rates.csv, the
rates of exchange that the collection converted pay with.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from build_figures import CATALOG, CURRENCIES, FEWEST, PERCENTILES, STAGES, WAGES, Cells, find_role, write
from headway.catalog.area_wages import AREAS
from headway.catalog.currencies import RATES
from headway.pay.estimate import Cell, PayRows, drop_copies, fit_pay, warn_of_change

FEWEST_OF_A_COUNTRY = 20
"""Distinct rows of a country, over all roles and stages, below which nothing is estimated for it."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--catalog", type=Path, default=CATALOG)
    given = parser.parse_args()
    figures = given.catalog / "figures"
    areas = list(area_wages(given.data / "oews", read_codes(given.catalog / "roles")))
    write(figures / "areas.csv", AREAS, areas)
    rows = read_rows(given.data / "pay")
    estimates = list(estimate(rows))
    write(figures / "estimates.csv", WAGES, estimates)
    rates = list(exchange_rates(given.data / "pay"))
    write(figures / "rates.csv", RATES, rates)
    print(f"{len(areas)} rows of areas, {len(estimates)} estimates, {len(rates)} rates", file=sys.stderr)
    print("\n".join(warn_of_change(rows.years)), file=sys.stderr)
    return 0


def read_codes(folder: Path) -> set[str]:
    """The occupations that stand in for the pay of any role."""
    roles = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return {code["soc"] for role in roles for code in role.get("pay", [])}


def area_wages(folder: Path, codes: set[str]) -> Iterator[Cells]:
    """Official wages of states and metropolitan areas; rows whose pay is not released are left out."""
    table = pd.read_parquet(folder / "wages_may2025.parquet")
    table = table[table.area_type.isin(("state", "metro")) & table.soc.isin(codes)]
    for row in table.sort_values(["soc", "area_type", "area_name"]).itertuples():
        pay = ["" if pd.isna(v := getattr(row, f"p{p}_annual_usd")) else int(v) for p in PERCENTILES]
        if any(pay):
            jobs = "" if pd.isna(row.employment) else int(row.employment)
            yield row.soc, row.area_name, row.area_type, jobs, *pay


def read_rows(folder: Path) -> PayRows:
    """Collected pay of all years in US dollars, by role, stage and country of the company."""
    table = pd.read_parquet(folder / "ai_jobs_net_2020_2024_ft.parquet")
    table["role"] = table.job_title.map(find_role)
    table = table[table.role.notna()]
    seen = table.drop_duplicates(["company_location", "role", "experience_level", "salary_in_usd"])
    count = seen.company_location.value_counts()
    table = table[table.company_location.map(count) >= FEWEST_OF_A_COUNTRY]
    stages = table.experience_level.map(STAGES)
    return PayRows(
        pay=table.salary_in_usd.to_numpy(dtype=np.float64),
        years=table.work_year.to_numpy(dtype=np.int64),
        cells=tuple(zip(table.role, stages, table.company_location, strict=True)),
        titles=tuple(table.job_title),
        copies=table.copies.to_numpy(dtype=np.float64),
    )


def estimate(rows: PayRows) -> Iterator[Cells]:
    """Each role, stage and country whose collected rows are too few (or in another currency than the country's)."""
    model = fit_pay(rows)
    distinct = drop_copies(rows)
    counts = pd.Series(distinct.cells).value_counts()
    roles, countries = ({cell[part] for cell in rows.cells} for part in (0, 2))
    for role in sorted(roles):
        for stage in STAGES.values():
            cells: list[Cell] = [(role, stage, country) for country in sorted(countries)]
            for cell, pay in zip(cells, model.quantiles(cells), strict=True):
                n = int(counts.get(cell, 0))
                if n < FEWEST or cell[2] not in CURRENCIES:
                    note = (
                        f"estimated from {n} rows of this cell and its parents (role, stage, country), for one year on"
                    )
                    yield role, stage, cell[2], "USD", *(round(p, -2) for p in map(int, pay)), *ground(n), note


def ground(n: int) -> Cells:
    return "judged", "aijobs-2024", "2024", n or ""


def exchange_rates(folder: Path) -> Iterator[Cells]:
    """How much one US dollar buys, as the collection itself converted the pay of its last year."""
    table = pd.read_parquet(folder / "ai_jobs_net_2020_2024_ft.parquet")
    year = int(table.work_year.max())
    table = table[table.work_year == year]
    for currency, rows in table.groupby("salary_currency"):
        rate = (rows.salary / rows.salary_in_usd).median()
        yield currency, f"{rate:.4g}", "reported", "aijobs-2024", year, len(rows)


if __name__ == "__main__":
    sys.exit(main())
