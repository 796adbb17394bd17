"""The compiled catalog: one JSON file in a cache folder, named by the content of all that it was made from.

Needs and activities rest on the same grounds over and over, so the file holds each basis once, in `bases`, and its
place there wherever it is used. What there is by the thousand (bases, needs, demand) stands in rows that are not
validated again: only `write_cache` writes them. Together that makes loading five times as fast.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from pydantic_core import from_json, to_json

from headway.catalog.folders import hash_files, keep, place_kept
from headway.catalog.model import Catalog, Demand, Need, Table
from headway.catalog.neighbours import Together
from headway.values import Basis, Kind, Level, Month, Value

CODE = (Path(__file__).parent, Path(__file__).parent.parent / "values.py")
"""A new release, or an edit of this package, makes a new cache."""
LEVELS = {level.value: level for level in Level}
KINDS = {kind.value: kind for kind in Kind}
BASIS, NEED, DEMAND, TOGETHER = (tuple(kind.model_fields) for kind in (Basis, Need, Demand, Together))
"""Columns of the rows."""
SET: dict[type[Value], set[str]] = {kind: set(kind.model_fields) for kind in (Basis, Need, Demand, Together)}
V = TypeVar("V", bound=Value)
KIND = "catalog"


def hash_folders(folders: Iterable[Path]) -> str:
    """A hash of every file that a catalog is read from (name and content) and of the code that reads them."""
    patterns = ("*.toml", "*/*.toml", "figures/*.csv")
    return hash_files([*((place, ("*.py",)) for place in CODE), *((folder, patterns) for folder in folders)])


def read_cache(folder: Path, digest: str) -> Catalog | None:
    """The catalog kept under `digest`; None when there is none, or it is broken."""
    try:
        with _uncollected():
            catalog = _unpack(from_json(place_kept(folder, KIND, digest).read_bytes()))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # whatever stands there is not ours
        return None
    return catalog if catalog.digest == digest else None


def write_cache(folder: Path, catalog: Catalog) -> None:
    """Keep `catalog`, whole or not at all. A folder that cannot be written is no error: the next start is slower."""
    keep(folder, KIND, catalog.digest, to_json(_pack(catalog)))


def _pack(catalog: Catalog) -> Table:
    """The catalog as JSON values without defaults; bases, needs and demand, of which there are thousands, as rows."""
    table: Table = catalog.model_dump(mode="json", exclude_defaults=True)
    places: dict[bytes, int] = {}

    def place(basis: Table) -> int:
        return places.setdefault(to_json([basis.get(name) for name in BASIS]), len(places))

    for stage in _stages(table):
        for need in stage["needs"]:
            need |= {"basis": place(need["basis"]), "level_basis": place(need["level_basis"])}
        stage["needs"] = [[need.get(name, ()) for name in NEED] for need in stage["needs"]]
    for activity in table["activities"].values():
        activity["basis"] = place(activity["basis"])
    table["demand"] = [[row[name] for name in DEMAND] for row in table.get("demand", ())]
    table["together"] = [[row[name] for name in TOGETHER] for row in table.get("together", ())]
    return {**table, "bases": [from_json(basis) for basis in places]}


def _unpack(table: Table) -> Catalog:
    """The catalog again, its values sharing their bases. Changes `table`."""
    kept = table.pop("bases")
    months = {written: Month.model_validate(written) for written in {date for _, _, date, _, _ in kept}}
    bases = tuple(
        _restore(Basis, {"kind": KINDS[kind], "source": source, "date": months[date], "n": n, "note": note})
        for kind, source, date, n, note in kept
    )
    for stage in _stages(table):
        stage["needs"] = tuple(
            _restore(
                Need,
                {
                    "skill": skill,
                    "level": LEVELS[level],
                    "importance": importance,
                    "basis": bases[basis],
                    "level_basis": bases[ground],
                    "alternatives": tuple(others),
                },
            )
            for skill, level, importance, basis, ground, others in stage["needs"]
        )
    for activity in table["activities"].values():
        activity["basis"] = bases[activity["basis"]]
    table["demand"] = tuple(
        _restore(Demand, {"family": family, "skill": skill, "asking": asking, "postings": postings, "source": source})
        for family, skill, asking, postings, source in table["demand"]
    )
    table["together"] = tuple(_restore(Together, dict(zip(TOGETHER, row, strict=True))) for row in table["together"])
    return Catalog.model_validate(table)


def _restore(kind: type[V], fields: dict[str, Any]) -> V:
    """A value as it was written, not validated again: there are thousands, and that takes as long as all the rest."""
    value = kind.__new__(kind)
    keep = object.__setattr__  # past the guard of a frozen value
    keep(value, "__dict__", fields)
    keep(value, "__pydantic_fields_set__", SET[kind])
    keep(value, "__pydantic_extra__", None)
    keep(value, "__pydantic_private__", None)
    return value


def _stages(table: Table) -> Iterator[Table]:
    for role in table["roles"].values():
        yield from role["stages"]


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for in what is made meanwhile, then or later: each look would walk the whole catalog."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
