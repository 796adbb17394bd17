"""The compiled catalog: one JSON file in a cache folder, named by the content of all that it was made from.

Needs and activities rest on the same grounds over and over, so the file holds each basis once, in `bases`, and its
place there wherever it is used. A value stands as the row of its fields, in the order in which its class names them (a
change of a class makes a new cache), and is not validated again: only `write_cache` writes rows. Together that makes
loading many times as fast.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import from_json, to_json

from headway.catalog.folders import hash_files, keep, place_kept
from headway.catalog.model import Catalog
from headway.values import Basis, Map, Month, Value

CODE = (Path(__file__).parent, Path(__file__).parent.parent / "values.py")
"""A new release, or an edit of this package, makes a new cache."""
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
    keep(folder, KIND, catalog.digest, to_json(_rows(catalog)))


def _rows(catalog: Catalog) -> dict[str, Any]:
    bases: dict[bytes, int] = {}
    row = _pack(catalog, bases)
    return {"catalog": row, "bases": [from_json(basis) for basis in bases]}


def _pack(thing: Any, bases: dict[bytes, int]) -> Any:
    """A value as the row of its fields, in their order; a basis as its place in `bases`, which grows."""
    if type(thing) is Basis:
        row = [_pack(getattr(thing, name), bases) for name in _names(Basis)]
        return bases.setdefault(to_json(row), len(bases))
    if isinstance(thing, Month):
        return str(thing)
    if isinstance(thing, Value):
        return [_pack(getattr(thing, name), bases) for name in _names(type(thing))]
    if isinstance(thing, dict):
        return {key: _pack(one, bases) for key, one in thing.items()}
    if isinstance(thing, tuple):
        return [_pack(one, bases) for one in thing]
    return thing


def _unpack(kept: dict[str, Any]) -> Catalog:
    """The catalog again, its values sharing their bases and months."""
    restore = Restorers()
    make = _restore_row(Basis, restore)
    restore.bases = [make(row) for row in kept["bases"]]
    catalog: Catalog = restore.of(Catalog)(kept["catalog"])
    return catalog


Restore = Callable[[Any], Any]


class Restorers(dict[Any, Restore | None]):
    """How what stands in a row becomes what a field holds, by the field's type; None where it is that already."""

    bases: Sequence[Basis] = ()

    def of(self, kind: Any) -> Restore:
        return self[kind] or (lambda given: given)

    def __missing__(self, kind: Any) -> Restore | None:
        self[kind] = None  # a type that holds itself would otherwise be asked for without end
        self[kind] = found = self._find(kind)
        return found

    def _find(self, kind: Any) -> Restore | None:
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self[parts[0]]
        if origin in (Union, UnionType):
            (inner,) = (part for part in parts if part is not type(None))
            return _restore_given(self[inner])
        if origin is tuple:
            return _restore_each(self[parts[0]])
        if origin is Map:
            return _restore_map(self[parts[0]], self[parts[1]])
        return self._find_plain(kind)

    def _find_plain(self, kind: type) -> Restore | None:
        if kind is Basis:
            return self.bases.__getitem__
        if kind is Month:
            return cache(Month.model_validate)
        if kind is Decimal:
            return Decimal
        if issubclass(kind, Enum):
            return {member.value: member for member in kind}.__getitem__
        return _restore_row(kind, self) if issubclass(kind, Value) else None


def _restore_given(restore: Restore | None) -> Restore | None:
    return (lambda given: None if given is None else restore(given)) if restore else None


def _restore_each(restore: Restore | None) -> Restore:
    return (lambda given: tuple(map(restore, given))) if restore else tuple


def _restore_map(key: Restore | None, value: Restore | None) -> Restore:
    if key and value:
        return lambda given: Map({key(name): value(one) for name, one in given.items()})
    if key:
        return lambda given: Map({key(name): one for name, one in given.items()})
    return (lambda given: Map({name: value(one) for name, one in given.items()})) if value else Map


def _restore_row(kind: type[Value], restore: Restorers) -> Restore:
    """Rows of `kind` -> values, not validated again: there are thousands, and that takes as long as all the rest."""
    names = _names(kind)
    told = set(names)
    changed = [(name, change) for name in names if (change := restore[_type_of(kind, name)])]
    keep = object.__setattr__  # past the guard of a frozen value

    def make(row: Sequence[Any]) -> Value:
        fields = dict(zip(names, row, strict=True))
        for name, change in changed:
            fields[name] = change(fields[name])
        value = kind.__new__(kind)
        keep(value, "__dict__", fields)
        keep(value, "__pydantic_fields_set__", told)
        keep(value, "__pydantic_extra__", None)
        keep(value, "__pydantic_private__", None)
        return value

    return make


def _names(kind: type[Value]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def _type_of(kind: type[Value], name: str) -> Any:
    return kind.model_fields[name].annotation


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
