"""The sources of the figures in an answer, out of the values themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from headway.catalog.model import Catalog, Source
from headway.values import Basis, Slug, Value


def cite(parts: Iterable[Any], named: Iterable[Slug], catalog: Catalog) -> tuple[Source, ...]:
    """The sources of every figure in `parts` and those `named`, by name."""
    slugs = {basis.source for part in parts for basis in _bases(part)}.union(named)
    return tuple(sorted((catalog.sources[s] for s in slugs if s in catalog.sources), key=lambda source: source.name))


def _bases(part: Any) -> Iterator[Basis]:
    if isinstance(part, Basis):
        yield part
    elif isinstance(part, Value):
        for name in type(part).model_fields:
            yield from _bases(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from _bases(item)
