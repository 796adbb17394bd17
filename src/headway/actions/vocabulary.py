"""What a text can name, from the cache: with the catalog, or at once without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from headway.catalog.folders import SHIPPED, sign_folders
from headway.skills.lexicon import Lexicon
from headway.skills.vocabulary import (
    Vocabulary,
    compile_vocabulary,
    hash_vocabulary,
    read_vocabulary,
    write_vocabulary,
)

if TYPE_CHECKING:
    from headway.catalog.model import Catalog


def open_vocabulary(own: Path | None = None, text: str | None = None) -> Vocabulary:
    """The vocabulary of the shipped catalog, extended by a folder of one's own.

    With a `text` it is good for that text alone, and there sooner.
    """

    def find_catalog() -> Catalog:
        from headway.actions.catalog import open_catalog

        return open_catalog(own)

    return _open(sign_folders((SHIPPED,) if own is None else (SHIPPED, own)), find_catalog, text)


def open_lexicon(catalog: Catalog, text: str | None = None) -> Lexicon:
    """The lexicon of a `catalog` as it was loaded; with a `text`, good for that alone."""
    return _open(catalog.digest, lambda: catalog, text).lexicon


def _open(digest: str, find_catalog: Callable[[], Catalog], text: str | None) -> Vocabulary:
    cache, digest = user_cache_path("headway"), hash_vocabulary(digest)
    kept = read_vocabulary(cache, digest, text)
    if kept is None:
        kept = compile_vocabulary(find_catalog())
        write_vocabulary(cache, digest, kept)
    return kept
