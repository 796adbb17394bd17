"""Where the shipped catalog lies, and the files in a cache folder that are compiled from such folders.

Light, so that extraction starts at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_CODE = (Path(__file__).parent, Path(__file__).parent.parent / "values.py")
"""What decides how files become a catalog."""
SHIPPED = Path(__file__).parent / "data"
"""The catalog that comes with headway."""
KEPT = 4
"""Compiled files of one kind that stay: those of the shipped catalog, and a few with folders of one's own."""


def sign_files(places: Iterable[tuple[Path, Iterable[str]]]) -> str:
    """A signature of each place that is a file, or of the files in it that fit its patterns.

    It is made of their paths, sizes and times of change, as Python does for its own compiled files: reading them all
    would take longer than the rest of a start.
    """
    signs: list[str] = []
    for place, patterns in places:
        files = [place] if place.is_file() else [path for pattern in patterns for path in place.glob(pattern)]
        for name in sorted(map(str, files)):  # text sorts faster than paths do
            state = os.stat(name)
            signs.append(f"{name}\0{state.st_size}\0{state.st_mtime_ns}")
        signs.append("")
    return blake2b("\n".join(signs).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def sign_folders(folders: Iterable[Path]) -> str:
    """A signature of every file that a catalog is read from, and of the code that reads them: a new release, or an edit
    of either, makes a new one."""
    patterns = ("*.toml", "*/*.toml", "figures/*.csv")
    return sign_files([*((place, ("*.py",)) for place in _CODE), *((folder, patterns) for folder in folders)])


def place_kept(folder: Path, kind: str, digest: str, form: str = "json") -> Path:
    """The file in the cache `folder` that holds what was compiled under `digest`."""
    return folder / f"{kind}-{digest}.{form}"


def keep(folder: Path, kind: str, digest: str, content: bytes, form: str = "json") -> None:
    """Keep `content`, whole or not at all. A folder that cannot be written is no error: the next start is slower."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{kind}-{digest}.{os.getpid()}.part"
        try:
            part.write_bytes(content)
            part.replace(place_kept(folder, kind, digest, form))
        except OSError:
            part.unlink(missing_ok=True)
            raise
        kept = sorted(folder.glob(f"{kind}-*.{form}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)
