"""Backups: one file with the whole database and what proves it whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, Field, ValidationError

from headway.errors import UnreadableFile
from headway.store.faults import StoreFault, explained
from headway.store.opening import HOME, locked, open_store
from headway.store.settings import DATABASE, WAIT
from headway.values import Text, Value

MANIFEST = "manifest.json"
MOST_BYTES = 2_000_000_000
"""Of a database in a backup: a lifetime of one person's, a hundred times over."""
SAVED_AT = "%Y%m%d-%H%M%S"


class Manifest(Value):
    """What a backup holds."""

    format: int = Field(default=1, ge=1, le=1)
    made_at: AwareDatetime
    sha256: Text
    size: int = Field(ge=0, le=MOST_BYTES)
    """Bytes of the database."""
    documents: int
    events: int


class Restored(Value):
    """What came back, and where the data that was there lies now."""

    manifest: Manifest
    aside: Text | None


def write_backup(folder: Path, target: Path, at: datetime) -> Manifest:
    """One consistent file at `target`, whole or not at all, also while others write to the store in `folder`."""
    file = folder / DATABASE
    _refuse_to_overwrite(target)
    if not file.exists():
        raise StoreFault(f"{folder}: nothing is kept there yet", f"see `headway plan --help`, or set {HOME}")
    with open_store(folder), tempfile.TemporaryDirectory(prefix="headway-") as scratch:
        copy = Path(scratch) / DATABASE
        with explained(file):
            _copy(file, copy)
            documents, events = _count(copy)
        manifest = Manifest(
            made_at=at, sha256=_hash(copy), size=copy.stat().st_size, documents=documents, events=events
        )
        try:
            _zip(copy, manifest, target)
        except OSError as fault:
            raise StoreFault(f"{target}: cannot write there: {fault.strerror}", "choose another place") from None
    return manifest


def _refuse_to_overwrite(target: Path) -> None:
    """Only an older backup may be replaced: the store itself, or anything else of somebody's, never."""
    if target.exists() and not _is_backup(target):
        raise StoreFault(f"{target}: is there already and is no backup of headway", "choose another name")


def _is_backup(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return sorted(archive.namelist()) == [DATABASE, MANIFEST]
    except (OSError, zipfile.BadZipFile):
        return False


def _zip(copy: Path, manifest: Manifest, target: Path) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, manifest.model_dump_json(indent=2))
            archive.write(copy, DATABASE)
        os.replace(beside, target)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def restore_backup(source: Path, folder: Path, at: datetime) -> Restored:
    """Puts a backup in the place of the store in `folder`, after it was proven whole; the old one is kept aside.

    Raises UnreadableFile where the backup is none or is damaged, TooNew where a newer headway wrote it.
    """
    with tempfile.TemporaryDirectory(prefix="headway-") as scratch:
        manifest = _unpack(source, Path(scratch) / DATABASE)
        with open_store(Path(scratch)) as brought:  # an older one is brought to today's form, a newer one refused
            copy = brought.file
        file = folder / DATABASE
        aside = folder / f"before-restore-{at:{SAVED_AT}}.sqlite3"
        with locked(folder), explained(file):
            kept = _set_aside(file, aside)
            _copy(copy, file)
    return Restored(manifest=manifest, aside=str(kept) if kept else None)


def _set_aside(file: Path, aside: Path) -> Path | None:
    """Copies a store that can be read, so that whoever has it open may go on; moves a damaged one away."""
    if not file.exists():
        return None
    try:
        _copy(file, aside)
    except sqlite3.DatabaseError:
        aside.unlink(missing_ok=True)
        for end in ("", "-wal", "-shm"):
            if (part := file.with_name(file.name + end)).exists():
                os.replace(part, aside.with_name(aside.name + end))
    return aside


def _copy(source: Path, target: Path) -> None:
    """By SQLite's own backup: one transaction on either side."""
    os.close(os.open(target, os.O_CREAT | os.O_RDWR, 0o600))
    with (
        closing(sqlite3.connect(source, timeout=WAIT)) as read,
        closing(sqlite3.connect(target, timeout=WAIT)) as write,
    ):
        read.backup(write)


def _count(file: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(file)) as connection:
        documents, events = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own two names
            for table in ("store_document", "store_event")
        )
    return documents, events


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _unpack(source: Path, target: Path) -> Manifest:
    with _readable(source), zipfile.ZipFile(source) as archive:
        if sorted(archive.namelist()) != [DATABASE, MANIFEST] or archive.getinfo(MANIFEST).file_size > 10_000:
            raise UnreadableFile(str(source), "is no backup of headway")
        manifest = Manifest.model_validate_json(archive.read(MANIFEST))
        if archive.getinfo(DATABASE).file_size != manifest.size:
            raise UnreadableFile(str(source), "is damaged: its size is not what its manifest says", "try an older one")
        with archive.open(DATABASE) as packed, target.open("wb") as file:
            shutil.copyfileobj(packed, file)
    if _hash(target) != manifest.sha256 or not _is_whole(target):
        raise UnreadableFile(str(source), "is damaged: its content is not what its manifest says", "try an older one")
    return manifest


@contextmanager
def _readable(source: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise UnreadableFile(str(source), "there is no such file", "check the path") from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        ValidationError,
        EOFError,
        RuntimeError,
    ):  # the last: locked or unknown zips
        raise UnreadableFile(str(source), "is no backup of headway, or is damaged", "try an older one") from None
    except OSError as fault:
        raise UnreadableFile(str(source), fault.strerror or "cannot be opened") from None


def _is_whole(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file)) as connection:
            answer: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
            return answer == "ok"
    except sqlite3.DatabaseError:
        return False
