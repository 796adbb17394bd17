"""The compiled catalog: one JSON file in a cache folder, named by the content of all that it was made from.

Needs and activities rest on the same few grounds over and over, so the file holds each basis once, in `bases`, and its
place there wherever it is used. That makes the file half as long, and loading it four times as fast.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from headway.catalog.model import Catalog, Need, Table
from headway.values import Basis, Level, Month

CODE = (Path(__file__).parent, Path(__file__).parent.parent / "values.py")
"""A new release, or an edit of this package, makes a new cache."""
BASES: TypeAdapter[tuple[Basis, ...]] = TypeAdapter(tuple[Basis, ...])
LEVELS = {level.value: level for level in Level}
NEED = set(Need.model_fields)
UNUSED = (("__pydantic_extra__", None), ("__pydantic_private__", None))
"""What else a pydantic value holds."""
KEPT = 4
"""Compiled catalogs that stay: the shipped one, and a few with folders of one's own."""


def hash_folders(folders: Iterable[Path]) -> str:
    """A hash of every file that a catalog is read from (name and content) and of the code that reads them."""
    digest = blake2b(digest_size=16)
    for place in (*CODE, *folders):
        patterns = ("*.py",) if place in CODE else ("*.toml", "*/*.toml", "figures/*.csv")
        files = [place] if place.is_file() else [path for pattern in patterns for path in place.glob(pattern)]
        for name in sorted(map(str, files)):  # text sorts and cuts faster than paths do
            content = Path(name).read_bytes()
            digest.update(f"{name[len(str(place)) :]}\0{len(content)}\0".encode())
            digest.update(content)
        digest.update(b"\1")
    return digest.hexdigest()


def read_cache(folder: Path, digest: str) -> Catalog | None:
    """The catalog kept under `digest`; None when there is none, or it is broken."""
    try:
        with _uncollected():
            catalog = _unpack(from_json(_place(folder, digest).read_bytes()))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # whatever stands there is not ours
        return None
    return catalog if catalog.digest == digest else None


def write_cache(folder: Path, catalog: Catalog) -> None:
    """Keep `catalog`, whole or not at all. A folder that cannot be written is no error: the next start is slower."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix="catalog-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(to_json(_pack(catalog)))
            Path(name).replace(_place(folder, catalog.digest))
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        kept = sorted(folder.glob("catalog-*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)


def _pack(catalog: Catalog) -> Table:
    """The catalog as JSON values without defaults; each different basis stands once, in `bases`; a need is a row."""
    table: Table = catalog.model_dump(mode="json", exclude_defaults=True)
    places: dict[bytes, int] = {}

    def place(basis: Table) -> int:
        return places.setdefault(to_json(basis), len(places))

    for stage in _stages(table):
        stage["needs"] = [
            [
                n["skill"],
                n["level"],
                n["importance"],
                place(n["basis"]),
                place(n["level_basis"]),
                n.get("alternatives", []),
            ]
            for n in stage["needs"]
        ]
    for activity in table["activities"].values():
        activity["basis"] = place(activity["basis"])
    return {**table, "bases": [from_json(basis) for basis in places]}


def _unpack(table: Table) -> Catalog:
    """The catalog again, its values sharing their bases. Changes `table`."""
    kept = table.pop("bases")
    months = {written: Month.model_validate(written) for written in {basis["date"] for basis in kept}}
    bases = BASES.validate_python([{**basis, "date": months[basis["date"]]} for basis in kept])
    for stage in _stages(table):
        stage["needs"] = [_restore_need(row, bases) for row in stage["needs"]]
    for activity in table["activities"].values():
        activity["basis"] = bases[activity["basis"]]
    return Catalog.model_validate(table)


def _restore_need(row: list[Any], bases: tuple[Basis, ...]) -> Need:
    """A need from its row, not validated again: there are thousands, and that alone would take a sixth of a load."""
    skill, level, importance, basis, level_basis, alternatives = row
    fields = {
        "skill": skill,
        "level": LEVELS[level],
        "importance": importance,
        "basis": bases[basis],
        "level_basis": bases[level_basis],
        "alternatives": tuple(alternatives),
    }
    need = Need.__new__(Need)
    for name, value in (("__dict__", fields), ("__pydantic_fields_set__", NEED), *UNUSED):
        object.__setattr__(need, name, value)
    return need


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


def _place(folder: Path, digest: str) -> Path:
    return folder / f"catalog-{digest}.json"
