"""The compiled catalog: one JSON file in a cache folder, named by the state of all files that it was made from.

Needs and activities rest on the same grounds and hours over and over, so values are kept as a database keeps them: a
table a class, in columns, with each value once; wherever else it is used stands its row number. What is read is not
validated again, for only `write_cache` writes it. Together that makes loading many times as fast.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from enum import Enum
from itertools import repeat
from operator import setitem
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import from_json, to_json

from headway.catalog.folders import keep, place_kept
from headway.catalog.model import Catalog
from headway.values import Map, Value

KIND = "catalog"


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


V = TypeVar("V", bound=Value)
Columns = list[list[Any]]
Tables = dict[str, Columns]
"""By the name of a class, the columns of its table, in the order of its fields."""


def _pack(catalog: Catalog) -> Tables:
    tables: Tables = {}
    _place(catalog, tables, {})
    return tables


def _place(thing: Any, tables: Tables, rows: dict[tuple[str, bytes], int]) -> Any:
    """What stands for `thing` in a column: for a value its row number, and a new row where `rows` has none like it."""
    if isinstance(thing, Value):
        kind = type(thing)
        row = [_place(getattr(thing, name), tables, rows) for name in kind.model_fields]
        columns = tables.setdefault(kind.__name__, [[] for _ in row])
        number = rows.setdefault((kind.__name__, to_json(row)), len(columns[0]))
        if number == len(columns[0]):
            for column, cell in zip(columns, row, strict=True):
                column.append(cell)
        return number
    if isinstance(thing, dict):
        return {key: _place(one, tables, rows) for key, one in thing.items()}
    if isinstance(thing, tuple):
        return [_place(one, tables, rows) for one in thing]
    return thing


def _unpack(tables: Tables) -> Catalog:
    """The catalog again, equal values being one."""
    (catalog,) = Restorers(tables).build(Catalog)
    return catalog


Restore = Callable[[Any], Any]
_FILL = [vars(BaseModel)[slot].__set__ for slot in BaseModel.__slots__]
"""What a value consists of: its fields, the names of those that were given, and two places that stay empty. They are
filled past the guard of a frozen value, for all values of a class at a time: there are tens of thousands."""


class Restorers(dict[Any, Restore | None]):
    """How what stands in a column becomes what a field holds, by the field's type; None where it is that already."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._tables = tables

    def build(self, kind: type[V]) -> list[V]:
        """The values of the table of `kind`, in the order of its rows."""
        names = tuple(kind.model_fields)
        kept = self._tables.get(kind.__name__) or [[] for _ in names]
        made = list(map(kind.__new__, repeat(kind, len(kept[0]))))
        blank = dict.fromkeys(names)
        fields = [blank.copy() for _ in made]
        for (name, field), column in zip(kind.model_fields.items(), kept, strict=True):
            if len(column) != len(made):
                raise ValueError(f"{kind.__name__}.{name} has {len(column)} cells in {len(made)} rows")
            restore = self[field.annotation]
            _each(setitem, fields, repeat(name), map(restore, column) if restore else column)
        contents: tuple[Iterable[Any], ...] = (fields, repeat(set(names)), repeat(None), repeat(None))
        for fill, content in zip(_FILL, contents, strict=True):
            _each(fill, made, content)
        return made

    def __missing__(self, kind: Any) -> Restore | None:
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
        if kind is Decimal:
            return Decimal
        if issubclass(kind, Enum):
            return {member.value: member for member in kind}.__getitem__
        return self.build(kind).__getitem__ if issubclass(kind, Value) else None


def _each(act: Callable[..., Any], *columns: Iterable[Any]) -> None:
    """`act` on the cells of each row."""
    deque(map(act, *columns), maxlen=0)


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


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for in what is made meanwhile, then or later: each look would walk the whole catalog.

    Only the first time, as garbage that lies about then stays, too.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        if enabled:
            gc.enable()
