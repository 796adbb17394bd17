"""Where the shipped catalog lies, and the files in a cache folder that are compiled from such folders.

Light, so that extraction starts at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

SHIPPED = Path(__file__).parent / "data"
"""The catalog that comes with headway."""
KEPT = 4
"""Compiled files of one kind that stay: those of the shipped catalog, and a few with folders of one's own."""


def hash_files(places: Iterable[tuple[Path, Iterable[str]]]) -> str:
    """A hash of names and contents: of each place that is a file, or of the files in it that fit its patterns."""
    digest = blake2b(digest_size=16)
    for place, patterns in places:
        files = [place] if place.is_file() else [path for pattern in patterns for path in place.glob(pattern)]
        for name in sorted(map(str, files)):  # text sorts and cuts faster than paths do
            content = Path(name).read_bytes()
            digest.update(f"{name[len(str(place)) :]}\0{len(content)}\0".encode())
            digest.update(content)
        digest.update(b"\1")
    return digest.hexdigest()


def place_kept(folder: Path, kind: str, digest: str) -> Path:
    """The file in the cache `folder` that holds what was compiled under `digest`."""
    return folder / f"{kind}-{digest}.json"


def keep(folder: Path, kind: str, digest: str, content: bytes) -> None:
    """Keep `content`, whole or not at all. A folder that cannot be written is no error: the next start is slower."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{kind}-{digest}.{os.getpid()}.part"
        try:
            part.write_bytes(content)
            part.replace(place_kept(folder, kind, digest))
        except OSError:
            part.unlink(missing_ok=True)
            raise
        kept = sorted(folder.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)
