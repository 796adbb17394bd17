"""The occupations of O*NET and ESCO: their names, the preparation they take, what is used and known in them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from headway.errors import NotFound
from headway.values import Basis, Kind, Month, Name, Slug, Url, Value

SHIPPED = Path(__file__).parent / "data" / "occupations"


class Scheme(StrEnum):
    """The classification that an occupation belongs to; also the slug of its source."""

    ONET = "onet"
    ESCO = "esco"


class Technology(Value):
    """A product that many postings of an occupation ask for, as O*NET counts them (`hot`)."""

    name: Name
    in_demand: bool
    """Asked for often in this very occupation, not only in postings at large."""


class Occupation(Value):
    """A class of jobs. `code` is the O*NET-SOC code (29-1141.00) or the ESCO code (2221.1)."""

    scheme: Scheme
    code: Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}\.\d{2}$|^\d{4}(\.\d+)*$")]
    title: Name
    titles: tuple[Name, ...]
    """Other names of it, as employers and job seekers write them."""
    uri: Url | None = None
    soc: Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}$")] | None = None
    isco: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = None
    zone: Annotated[int, Field(ge=1, le=5)] | None = None
    """O*NET's job zone: 1 little or no preparation, 5 extensive preparation."""
    related: tuple[str, ...] = ()
    """Codes of related occupations, nearest first."""
    technology: tuple[Technology, ...] = ()

    @property
    def source(self) -> Slug:
        return self.scheme.value


class Rating(Value):
    """How much a skill or an area of knowledge matters in an occupation, and how much of it is needed."""

    name: Name
    knowledge: bool
    importance: Annotated[float, Field(ge=1, le=5)] | None
    level: Annotated[float, Field(ge=0, le=7)] | None


class Ratings(Value):
    """What O*NET's analysts and respondents say of an occupation; empty where they say nothing."""

    code: str
    basis: Basis
    ratings: tuple[Rating, ...]


Row = list[str]


@dataclass(frozen=True, repr=False)
class Occupations:
    """All occupations in the order of the title table; each is built when it is asked for."""

    onet: tuple[Row, ...]
    esco: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.onet) + len(self.esco)

    def at(self, place: int) -> Occupation:
        return _build_onet(self.onet[place]) if place < len(self.onet) else _build_esco(self._row(place))

    def names_at(self, place: int) -> tuple[str, ...]:
        """The name of the occupation and its other titles, without building it."""
        row = self._row(place)
        return (row[1] if place < len(self.onet) else row[3], *(row[-1].split("|") if row[-1] else ()))

    def find_wider(self, place: int) -> int | None:
        """The place of the O*NET occupation that this one is a part of (29-1141.01 of 29-1141.00), if it is one."""
        code = self.onet[place][0] if place < len(self.onet) else ""
        return None if code.endswith(".00") else self.places.get(f"{code[:7]}.00")

    def find(self, code: str) -> Occupation:
        """The occupation with this O*NET code, ESCO code or ESCO address. Raises NotFound."""
        place = self.places.get(code.strip())
        if place is None:
            raise NotFound("occupation", code)
        return self.at(place)

    @cached_property
    def places(self) -> dict[str, int]:
        """O*NET codes, ESCO codes and ESCO addresses -> place."""
        found = {row[0]: place for place, row in enumerate(self.onet)}
        for place, row in enumerate(self.esco, len(self.onet)):
            found |= {row[0]: place, row[1]: place}
        return found

    def _row(self, place: int) -> Row:
        return self.onet[place] if place < len(self.onet) else self.esco[place - len(self.onet)]


def load_occupations(folder: Path = SHIPPED) -> Occupations:
    """The occupations as scripts/build_occupations.py wrote them; raises OSError where a file is gone."""
    return Occupations(onet=tuple(_read(folder / "onet.csv")), esco=tuple(_read(folder / "esco.csv")))


def load_ratings(code: str, folder: Path = SHIPPED) -> Ratings:
    """The ratings of one O*NET occupation; none for ESCO's, nor for software developers and data scientists."""
    importance, level = (_read_rated(folder / f"{name}.csv", code) for name in ("importance", "level"))
    ratings = tuple(
        Rating(
            name=name.partition(": ")[2],
            knowledge=name.startswith("knowledge"),
            importance=importance.get(name),
            level=level.get(name),
        )
        for name in importance | level
    )
    basis = Basis(kind=Kind.REPORTED, source=Scheme.ONET.value, date=Month(year=2025, month=5))
    return Ratings(code=code, basis=basis, ratings=ratings)


def _build_onet(row: Row) -> Occupation:
    code, title, zone, related, in_demand, hot, titles = row
    tools = [(name, True) for name in _split(in_demand)] + [(name, False) for name in _split(hot)]
    return Occupation(
        scheme=Scheme.ONET,
        code=code,
        title=title,
        titles=_split(titles),
        soc=code[:7],
        zone=int(zone) if zone else None,
        related=tuple(related.split()),
        technology=tuple(Technology(name=name, in_demand=asked) for name, asked in tools),
    )


def _build_esco(row: Row) -> Occupation:
    uri, code, isco, title, titles = row
    return Occupation(scheme=Scheme.ESCO, code=code, title=title, titles=_split(titles), uri=uri, isco=isco)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _read(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def _read_rated(path: Path, code: str) -> dict[str, float]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = next(rows)
        row = next((row for row in rows if row[0] == code), [code])
    return {name: float(cell) for name, cell in zip(columns[1:], row[1:], strict=False) if cell}
