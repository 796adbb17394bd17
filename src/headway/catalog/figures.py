"""The bulk figures of a catalog: tables of demand and of wages, one CSV each, every row with its source."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from headway.catalog.emerging import Listing, Projection, TitleCount
from headway.catalog.model import Coverage, Demand, Wage
from headway.catalog.neighbours import Together
from headway.catalog.schooling import Schooling
from headway.errors import Problem

DEMAND = ("family", "skill", "asking", "postings", "source")
COVERAGE = ("family", "mentions", "known", "source")
TOGETHER = ("skill", "other", "both", "asking", "other_asking", "postings", "source")
WAGES = ("of", "stage", "country", "currency", "p10", "p25", "p50", "p75", "p90", "kind", "source", "date", "n", "note")

TITLES = ("role", "year", "rows", "of", "source")
LISTINGS = ("role", "title", "under", "source")
PROJECTIONS = ("soc", "title", "first", "last", "percent", "openings", "jobs", "kind", "source", "date", "n", "note")
SCHOOLING = ("onet", "title", "zone", "bachelor", "master", "doctorate", "kind", "source", "date", "n", "note")
BASIS = ("kind", "source", "date", "n", "note")

Row = dict[str, str | None]
V = TypeVar("V", Demand, Coverage, Wage, Together, TitleCount, Listing, Projection, Schooling)


def read_demand(path: Path) -> tuple[tuple[Demand, ...], tuple[Problem, ...]]:
    """The rows of figures/demand.csv, and what is wrong with the others."""
    return _read(path, DEMAND, _demand)


def read_wages(path: Path, country: str | None = None) -> tuple[tuple[Wage, ...], tuple[Problem, ...]]:
    """The rows of figures/wages.csv, and what is wrong with the others; of one `country` alone where it is given."""
    return _read(path, WAGES, _wage, {"country": country} if country else {})


def read_coverage(path: Path) -> tuple[tuple[Coverage, ...], tuple[Problem, ...]]:
    """The rows of figures/coverage.csv, and what is wrong with the others."""
    return _read(path, COVERAGE, _coverage)


def read_together(path: Path) -> tuple[tuple[Together, ...], tuple[Problem, ...]]:
    """The rows of figures/together.csv, and what is wrong with the others."""
    return _read(path, TOGETHER, Together.model_validate)


def read_titles(path: Path) -> tuple[tuple[TitleCount, ...], tuple[Problem, ...]]:
    """The rows of figures/titles.csv, and what is wrong with the others."""
    return _read(path, TITLES, TitleCount.model_validate)


def read_listings(path: Path) -> tuple[tuple[Listing, ...], tuple[Problem, ...]]:
    """The rows of figures/listings.csv, and what is wrong with the others."""
    return _read(path, LISTINGS, Listing.model_validate)


def read_projections(path: Path) -> tuple[tuple[Projection, ...], tuple[Problem, ...]]:
    """The rows of figures/projections.csv, and what is wrong with the others."""
    return _read(path, PROJECTIONS, lambda row: Projection.model_validate(_nest(row, PROJECTIONS)))


def read_schooling(path: Path) -> tuple[tuple[Schooling, ...], tuple[Problem, ...]]:
    """The rows of figures/schooling.csv, and what is wrong with the others."""
    return _read(path, SCHOOLING, _schooling)


def _schooling(row: Row) -> Schooling:
    schooling = Schooling.model_validate(_nest(row, SCHOOLING))
    shares = [schooling.bachelor, schooling.master, schooling.doctorate]
    known = [share for share in shares if share is not None]
    if len(known) not in (0, 3) or known != sorted(known, reverse=True):
        raise ValueError("shares are given for all three degrees or none, and do not rise towards the doctorate")
    return schooling


def _demand(row: Row) -> Demand:
    demand = Demand.model_validate(row)
    if demand.asking > demand.postings:
        raise ValueError(f"{demand.asking} postings ask for it out of {demand.postings}")
    return demand


def _coverage(row: Row) -> Coverage:
    coverage = Coverage.model_validate(row)
    if coverage.known > coverage.mentions:
        raise ValueError(f"{coverage.known} mentions are known out of {coverage.mentions}")
    return coverage


def _wage(row: Row) -> Wage:
    wage = Wage.model_validate(_nest(row, WAGES))
    given = [pay for pay in (wage.p10, wage.p25, wage.p50, wage.p75, wage.p90) if pay is not None]
    if not given or given != sorted(given):
        raise ValueError("pay percentiles must be given and must not fall from p10 to p90")
    return wage


def _nest(row: Row, columns: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a row whose last columns are those of a basis."""
    basis = {key: row[key] for key in BASIS}
    return {**{key: row[key] for key in columns if key not in basis}, "basis": basis}


def _read(
    path: Path, columns: tuple[str, ...], build: Callable[[Row], V], only: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[V, ...], tuple[Problem, ...]]:
    """Each row built, of those whose columns say what `only` asks: building is most of the work."""
    found: list[V] = []
    problems: list[Problem] = []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return (), (Problem(message=f"cannot be read: {error}", file=str(path), hint="save it as UTF-8"),)
    rows = csv.reader(text.splitlines())
    header = tuple(next(rows, ()))
    if header != columns:
        hint = "the first line must be " + ",".join(columns)
        return (), (Problem(message="has other columns than expected", file=str(path), line=1, hint=hint),)
    for cells in rows:
        if not any(cells):
            continue
        if len(cells) != len(columns):
            message = f"has {len(cells)} cells where the header has {len(columns)}"
            problems.append(
                Problem(message=message, file=str(path), line=rows.line_num, hint="quote a cell that holds a comma")
            )
            continue
        row = {column: cell or None for column, cell in zip(columns, cells, strict=True)}
        if any(row[column] != wanted for column, wanted in only.items()):
            continue
        try:
            found.append(build(row))
        except ValidationError as error:
            problems += [Problem(file=str(path), line=rows.line_num, **told) for told in _told(error)]
        except ValueError as error:
            problems.append(Problem(message=str(error), file=str(path), line=rows.line_num, hint="correct the row"))
    return tuple(found), tuple(problems)


def _told(error: ValidationError) -> Iterator[dict[str, Any]]:
    for fault in error.errors(include_url=False):
        column = ".".join(str(part) for part in fault["loc"] if part != "basis")
        yield {"message": fault["msg"], "field": column or None, "hint": f"it holds {fault['input']!r}"}
