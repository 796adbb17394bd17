"""The compiled catalog: one JSON file in a cache folder, named by the content of all that it was made from."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from pydantic import ValidationError

from headway.catalog.model import Catalog

CODE = (Path(__file__).parent, Path(__file__).parent.parent / "values.py")
"""A new release, or an edit of this package, makes a new cache."""
KEPT = 4
"""Compiled catalogs that stay: the shipped one, and a few with folders of one's own."""


def hash_folders(folders: Iterable[Path]) -> str:
    """A hash of every file that a catalog is read from (name and content) and of the code that reads them."""
    digest = blake2b(digest_size=16)
    for place in (*CODE, *folders):
        patterns = ("*.py",) if place in CODE else ("*.toml", "*/*.toml", "figures/*.csv")
        files = [place] if place.is_file() else sorted(path for p in patterns for path in place.glob(p))
        for path in files:
            content = path.read_bytes()
            digest.update(f"{path.relative_to(place)}\0{len(content)}\0".encode())
            digest.update(content)
        digest.update(b"\1")
    return digest.hexdigest()


def read_cache(folder: Path, digest: str) -> Catalog | None:
    """The catalog kept under `digest`; None when there is none, or it is broken."""
    try:
        catalog = Catalog.model_validate_json(_place(folder, digest).read_bytes())
    except (OSError, ValidationError):
        return None
    return catalog if catalog.digest == digest else None


def write_cache(folder: Path, catalog: Catalog) -> None:
    """Keep `catalog`, whole or not at all. A folder that cannot be written is no error: the next start is slower."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix="catalog-", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(catalog.model_dump_json())
            Path(name).replace(_place(folder, catalog.digest))
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        kept = sorted(folder.glob("catalog-*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)


def _place(folder: Path, digest: str) -> Path:
    return folder / f"catalog-{digest}.json"
