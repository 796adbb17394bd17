"""The store as everybody else sees it: get, all, put and append, for one owner.

Every query starts at `_documents` or `_events`, which know one owner only. No query of an owner can reach what belongs
to another, and that is all the protection that check-ins need.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, NamedTuple, Self, TypeVar, overload

from django.db import IntegrityError, connections, transaction
from django.db.models import Case, F, Q, TextField, When
from pydantic import AwareDatetime, Field

from headway.store.faults import Conflict, explained
from headway.store.kinds import NEW, ONLY, Body, DocumentKind, EventKind, Kind
from headway.store.models import Document, Event
from headway.values import Name, Slug, Value

V = TypeVar("V")
R = TypeVar("R", bound=Value)
Clock = Callable[[], datetime]
_COLUMNS = ("owner", "kind", "key", "version", "body", "updated_at", "tombstone")
_INSERT = f"INSERT INTO {Document._meta.db_table} ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})"  # noqa: S608
"""Many rows at once: made one by one into objects of Django, they take four times as long."""


def now() -> datetime:
    return datetime.now(UTC)


class Kept(NamedTuple, Generic[V]):
    """A document. Give `version` back when writing it."""

    key: str
    version: int
    updated_at: datetime
    value: V


class Recorded(NamedTuple, Generic[V]):
    """An event, with the time of its recording."""

    uid: str
    at: datetime
    value: V


class Row(Value):
    """A document as it lies there, for export: removed ones, too, as their versions count on."""

    kind: Slug
    key: Name
    version: int = Field(ge=1)
    updated_at: AwareDatetime
    tombstone: bool
    body: Body


class EventRow(Value):
    """An event as it lies there, for export."""

    uid: Name
    kind: Slug
    at: AwareDatetime
    body: Body


class Store:
    """What one owner keeps in one database. Made by `open_store`."""

    def __init__(self, owner: str, alias: str, file: Path, clock: Clock = now) -> None:
        self.owner = owner
        self.file = file
        self._alias = alias
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        connections[self._alias].close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All writes inside are kept, or none; what is read inside cannot change until its end."""
        with explained(self.file), transaction.atomic(using=self._alias):
            yield

    def get(self, kind: DocumentKind[V], key: str = ONLY) -> Kept[V] | None:
        """The document with this key; None where there is none."""
        with explained(self.file):
            row = self._documents(kind).filter(key=key, tombstone=False).first()
        return None if row is None else _kept(kind, row)

    @overload
    def all(self, kind: DocumentKind[V], where: Callable[[Body], object] = ...) -> tuple[Kept[V], ...]: ...
    @overload
    def all(self, kind: EventKind[V]) -> tuple[Recorded[V], ...]: ...
    def all(
        self, kind: Kind[V], where: Callable[[Body], object] = lambda _: True
    ) -> tuple[Kept[V], ...] | tuple[Recorded[V], ...]:
        """Every document of a kind by key, or every event in the order of recording.

        Documents are those for whose body `where` holds. The others are not made Values, which is most of the work.
        """
        with explained(self.file):
            if isinstance(kind, DocumentKind):
                rows = self._documents(kind).filter(tombstone=False)
                columns = rows.order_by("key").values_list("key", "version", "updated_at", "body")
                return tuple(
                    Kept(key, version, at, kind.load(body))
                    for key, version, at, body in columns.iterator(chunk_size=2_000)
                    if where(body)
                )
            return tuple(Recorded(row.uid, row.at, kind.load(row.body)) for row in self._events(kind).order_by("id"))

    def texts(self, kind: DocumentKind[Any], among: Q, but: Q) -> list[tuple[str, str | None]]:
        """Bodies by key, as JSON, of documents for which `among` holds; None in place of those for which `but` does.

        What is removed says nothing, so that no `among` that asks for something said holds for it.
        """
        body = Case(When(but, then=None), default=F("body"), output_field=TextField())
        query = self._documents(kind).filter(among).order_by("key").values_list("key", body).query
        with explained(self.file), connections[self._alias].cursor() as cursor:
            cursor.execute(*query.get_compiler(self._alias).as_sql())  # rows as they come: they are many, and plain
            return list(cursor.fetchall())

    def put(self, kind: DocumentKind[V], value: V | None, expect: int, key: str = ONLY) -> int:
        """Writes a document (None removes it) and gives its new version.

        `expect` is the version that was read, or NEW. Conflict where another one is there, and nothing is written.
        """
        body = {} if value is None else kind.dump(value)
        fields = {"body": body, "updated_at": self._clock(), "tombstone": value is None}
        with explained(self.file), transaction.atomic(using=self._alias):
            if expect == NEW:
                return self._add(kind, key, fields)
            there = self._documents(kind).filter(key=key, version=expect, tombstone=False)
            if there.update(version=expect + 1, **fields) != 1:
                raise Conflict(f"the {kind.name}")
            return expect + 1

    def put_all(self, kind: DocumentKind[V], values: Mapping[str, V]) -> None:
        """Writes many new documents by key, all or none. Conflict where one of their keys was ever used."""
        connection = connections[self._alias]
        at = connection.ops.adapt_datetimefield_value(self._clock())
        rows = (
            (self.owner, kind.name, key, NEW + 1, kind.dump_text(value), at, False) for key, value in values.items()
        )
        with explained(self.file), transaction.atomic(using=self._alias), connection.cursor() as cursor:
            try:
                cursor.executemany(_INSERT, rows)
            except IntegrityError:
                raise Conflict(f"a {kind.name}") from None

    def append(self, kind: EventKind[V], value: V, uid: str) -> bool:
        """Records an event; False where it was recorded before. Conflict where its uid stands for another one."""
        with explained(self.file):
            return self._record(EventRow(uid=uid, kind=kind.name, at=self._clock(), body=kind.dump(value)))

    def rows(self) -> tuple[tuple[Row, ...], tuple[EventRow, ...]]:
        """Everything that the owner has, as it lies there."""
        with self.together():
            documents = Document.objects.using(self._alias).filter(owner=self.owner).order_by("kind", "key")
            events = Event.objects.using(self._alias).filter(owner=self.owner).order_by("id")
            return (
                tuple(_lift(Row, document) for document in documents),
                tuple(_lift(EventRow, event) for event in events),
            )

    def take_in(self, documents: tuple[Row, ...], events: tuple[EventRow, ...]) -> None:
        """Adds rows as they lay elsewhere, all or none. What is there already must be the same, or it is a Conflict."""
        with self.together():
            mine = Document.objects.using(self._alias).filter(owner=self.owner)
            for row in documents:
                there = mine.filter(kind=row.kind, key=row.key).first()
                if there is None:
                    self._new(dict(row))
                elif (there.version, there.tombstone, there.body) != (row.version, row.tombstone, row.body):
                    raise Conflict(f"the {row.kind} here")
            for event in events:
                self._record(event)

    def _documents(self, kind: Kind[Any]) -> Any:
        return Document.objects.using(self._alias).filter(owner=self.owner, kind=kind.name)

    def _events(self, kind: Kind[Any]) -> Any:
        return Event.objects.using(self._alias).filter(owner=self.owner, kind=kind.name)

    def _add(self, kind: Kind[Any], key: str, fields: dict[str, Any]) -> int:
        removed = self._documents(kind).filter(key=key).first()
        if removed is None:
            self._new({"kind": kind.name, "key": key, "version": NEW + 1, **fields})
            return NEW + 1
        version: int = removed.version
        again = self._documents(kind).filter(key=key, version=version, tombstone=True)
        if again.update(version=version + 1, **fields) != 1:
            raise Conflict(f"the {kind.name}")
        return version + 1

    def _new(self, fields: dict[str, Any]) -> None:
        try:
            with transaction.atomic(using=self._alias):
                Document.objects.using(self._alias).create(owner=self.owner, **fields)
        except IntegrityError:
            raise Conflict(f"the {fields['kind']}") from None

    def _record(self, row: EventRow) -> bool:
        try:
            with transaction.atomic(using=self._alias):
                Event.objects.using(self._alias).create(owner=self.owner, **dict(row))
            return True
        except IntegrityError:
            there = Event.objects.using(self._alias).get(owner=self.owner, uid=row.uid)
        if (there.kind, _canonical(there.body)) != (row.kind, _canonical(row.body)):
            raise Conflict(f"the {row.kind} event {row.uid}")
        return False


def _kept(kind: Kind[V], row: Any) -> Kept[V]:
    return Kept(row.key, row.version, row.updated_at, kind.load(row.body))


def _lift(row: type[R], there: Any) -> R:
    return row.model_validate({name: getattr(there, name) for name in row.model_fields})


def _canonical(body: Body) -> str:
    return json.dumps(body, sort_keys=True)
