"""Files that people name: read whole with a bound, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from headway.errors import HeadwayError, UnreadableFile
from headway.profile.read import MOST_BYTES


def read_bytes(path: Path) -> bytes:
    """The bytes of a document; UnreadableFile says in one line why there are none."""
    try:
        if path.is_dir():
            raise UnreadableFile(str(path), "is a folder", "name one document in it")
        if path.stat().st_size > MOST_BYTES:
            size, limit = path.stat().st_size / 1e6, MOST_BYTES / 1e6
            raise UnreadableFile(str(path), f"is {size:.0f} MB, more than the {limit:.0f} MB that are read")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(str(path), "there is no such file", "check the path") from None
    except OSError as fault:
        raise UnreadableFile(str(path), fault.strerror or "cannot be opened") from None


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes all `files` beside their places first and renames them then, so that none is ever half there."""
    made: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            handle, beside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            made.append((Path(beside), folder / name))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        for temporary, path in made:
            os.replace(temporary, path)
    except OSError as fault:
        for temporary, _ in made:
            temporary.unlink(missing_ok=True)
        raise HeadwayError(f"{folder}: cannot write there: {fault.strerror}", "choose another folder") from None
    return tuple(path for _, path in made)
