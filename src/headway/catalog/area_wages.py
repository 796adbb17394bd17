"""Tables of pay that are read when somebody asks for them: official US wages by area, estimates of small cells."""

from __future__ import annotations

import csv
from pathlib import Path

from headway.catalog.figures import read_wages
from headway.catalog.folders import SHIPPED
from headway.catalog.model import Wage
from headway.errors import CatalogFault, NotFound, Problem
from headway.values import Basis, Kind, Month, fold_case

AREAS = ("of", "area", "kind", "jobs", "p10", "p25", "p50", "p75", "p90")
SOURCE, DATE = "oews-2025", Month(year=2025, month=5)
SHOWN = 5
Row = dict[str, str]


def load_estimates(country: str, folder: Path = SHIPPED) -> tuple[Wage, ...]:
    """Estimated pay of each role and stage in `country` where too few rows were collected."""
    path = folder / "figures" / "estimates.csv"
    found, problems = read_wages(path, country)
    if problems:
        raise CatalogFault(problems)
    return found


def load_area_wages(area: str, codes: tuple[str, ...], folder: Path = SHIPPED) -> tuple[Wage, ...]:
    """Official wages of the occupations `codes` in a US state or metropolitan area; NotFound with areas like it.

    A name is enough where one area alone begins with it; a state goes before a city of its name.
    """
    path = folder / "figures" / "areas.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != AREAS:
            hint = "the first line must be " + ",".join(AREAS)
            raise CatalogFault([Problem(message="has other columns", file=str(path), line=1, hint=hint)])
        table = [dict(zip(AREAS, cells, strict=True)) for cells in rows]
    name = find_area(area, table)
    return tuple(_wage(row) for row in table if row["area"] == name and row["of"] in codes)


def find_area(said: str, table: list[Row]) -> str:
    kinds = {row["area"]: row["kind"] for row in table}
    wanted = fold_case(said)
    for fits in (_is, _is_state, _starts, _holds):
        found = sorted(name for name, kind in kinds.items() if fits(name.casefold(), kind, wanted))
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound("single area", said, [f"{name!r}" for name in found[:SHOWN]])
    raise NotFound("US state or metropolitan area", said)


def _is(name: str, _: str, wanted: str) -> bool:
    return name == wanted


def _is_state(name: str, kind: str, wanted: str) -> bool:
    return kind == "state" and name.startswith(wanted)


def _starts(name: str, _: str, wanted: str) -> bool:
    return name.startswith(wanted)


def _holds(name: str, _: str, wanted: str) -> bool:
    return wanted in name


def _wage(row: Row) -> Wage:
    pay = {key: int(row[key]) if row[key] else None for key in AREAS[4:]}
    note = f"{row['area']}, {int(row['jobs']):,} jobs" if row["jobs"] else row["area"]
    basis = Basis(kind=Kind.MEASURED, source=SOURCE, date=DATE, note=f"{note}, employees only")
    return Wage(of=row["of"], stage=None, country="US", currency="USD", area=row["area"], basis=basis, **pay)
