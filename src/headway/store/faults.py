"""What can go wrong with stored data, each said in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headway.errors import HeadwayError


class StoreFault(HeadwayError):
    """The store cannot be opened, read or written, and why."""


class TooNew(StoreFault):
    """Written by a later version of headway, which this one must not touch."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} was written by a newer headway", "update headway; nothing was changed")


class Conflict(HeadwayError):
    """Somebody else wrote in between; nothing of this write was kept."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} was changed meanwhile, so nothing was written", "look at it again and repeat")


READ_ONLY = ("cannot be written", "check the permissions of the file and its folder")
DAMAGED = ("is damaged", "bring a backup back with `headway restore FILE`; the damaged file is kept aside")
SAID = {
    sqlite3.SQLITE_BUSY: ("is being written by another headway", "try again in a moment"),
    sqlite3.SQLITE_LOCKED: ("is being written by another headway", "try again in a moment"),
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_FULL: ("has no room left, nothing was changed", "free some space on the disk"),
    sqlite3.SQLITE_IOERR: ("cannot be read or written: the disk reports a fault", "check the disk"),
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
PRIMARY = 0xFF
"""The lower byte of an extended result code is the primary one (sqlite.org/rescode.html)."""


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turns faults of the database into a StoreFault that names `file`; others pass."""
    from django.db import Error  # actions know these faults, and must do so without Django

    try:
        yield
    except (Error, sqlite3.Error) as fault:
        cause = fault if isinstance(fault, sqlite3.Error) else fault.__cause__
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None or code & PRIMARY not in SAID:
            raise
        raise StoreFault(f"{file}: {SAID[code & PRIMARY][0]}", SAID[code & PRIMARY][1]) from None
