"""Opening the store: find its folder, bring it to today's form, hand out what one owner sees."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import django
from django.conf import settings as django_settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from platformdirs import user_data_path

from headway.store.faults import StoreFault, TooNew, explained
from headway.store.settings import DATABASE, database, settings

if TYPE_CHECKING:
    from headway.store.front import Store
    from headway.store.kinds import Kind

HOME = "HEADWAY_HOME"
LOCAL = "me"
"""The owner of a store on somebody's own machine."""


def find_home() -> Path:
    """The folder of the data: `HEADWAY_HOME`, or the platform's folder for data of applications."""
    said = os.environ.get(HOME, "").strip()
    return Path(said).expanduser().absolute() if said else user_data_path("headway")


def start_django() -> None:
    """Once a process, before the models are imported."""
    if not django_settings.configured:
        django_settings.configure(**settings())
        django.setup()


def connect(file: Path) -> str:
    """The alias of a database; its folder and file are its owner's alone to read."""
    alias = str(file)
    if alias not in connections.settings:
        both = {DEFAULT_DB_ALIAS: {}, alias: database(file)}
        connections.settings[alias] = connections.configure_settings(both)[alias]
    return alias


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Alone among processes: two that open a new store at once would both create it."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(folder / "headway.lock", os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as fault:
        raise StoreFault(
            f"{folder}: cannot keep data there: {fault.strerror}", f"give another folder with {HOME}"
        ) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def open_store(folder: Path, owner: str = LOCAL, kinds: Sequence[Kind[Any]] | None = None) -> Store:
    """What `owner` keeps in `folder`, made where there is none yet. StoreFault says why it cannot be opened."""
    alias, file = prepare(folder, kinds)
    from headway.store.front import Store

    return Store(owner, alias, file)


def prepare(folder: Path, kinds: Sequence[Kind[Any]] | None = None) -> tuple[str, Path]:
    """A database in today's form, made where there is none; its alias and file."""
    start_django()
    from headway.store.kinds import KINDS

    kinds = KINDS if kinds is None else kinds
    file = folder / DATABASE
    with locked(folder), explained(file):
        _create(file)
        alias = connect(file)
        stamp = _stamp([(kind.name, kind.number) for kind in kinds])
        if _read_stamp(alias) != stamp:
            bring_up_to_date(alias, kinds)
            with connections[alias].cursor() as cursor:
                cursor.execute(f"PRAGMA user_version = {stamp}")
    return alias, file


def _create(file: Path) -> None:
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as fault:
        raise StoreFault(f"{file}: cannot be opened: {fault.strerror}", "check its permissions") from None


def bring_up_to_date(alias: str, kinds: Sequence[Kind[Any]]) -> None:
    """Migrates the tables and upgrades every document of every owner; TooNew before anything is changed."""
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[alias])
    known = executor.loader.disk_migrations.keys()
    if any(app == "store" and (app, name) not in known for app, name in executor.loader.applied_migrations):
        raise TooNew(str(Path(alias)))
    executor.migrate(executor.loader.graph.leaf_nodes())
    with transaction.atomic(using=alias):
        for kind in kinds:
            _upgrade_documents(alias, kind)


def _upgrade_documents(alias: str, kind: Kind[Any]) -> None:
    """Written in one go; versions stay, as nobody's reading has become stale."""
    from headway.store.models import Document

    fresh = []
    for row in Document.objects.using(alias).filter(kind=kind.name, tombstone=False).only("body"):
        body = kind.upgrade(row.body)
        if body != row.body:
            fresh.append((Document._meta.get_field("body").get_db_prep_save(body, connections[alias]), row.pk))
    if fresh:
        with connections[alias].cursor() as cursor:
            cursor.executemany(f"UPDATE {Document._meta.db_table} SET body = %s WHERE id = %s", fresh)  # noqa: S608


def _stamp(kinds: Sequence[tuple[str, int]]) -> int:
    """A number for today's tables and forms, so that opening an up-to-date store costs one query."""
    migrations = sorted(file.name for file in (files("headway.store") / "migrations").iterdir())
    told = repr(([name for name in migrations if name.endswith(".py")], list(kinds)))
    return crc32(told.encode()) & 0x7FFFFFFF


def _read_stamp(alias: str) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA user_version")
        return int(cursor.fetchone()[0])
