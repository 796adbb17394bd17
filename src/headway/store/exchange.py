"""Everything that one owner keeps, as JSON that any program reads, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError

from headway.errors import UnreadableFile
from headway.store.front import EventRow, Row, Store
from headway.store.kinds import KINDS, Body
from headway.values import Map, Text, Value

DOCUMENTS = "documents.json"
EVENTS = "events.json"
MANIFEST = "manifest.json"
MOST_BYTES = 500_000_000
"""Of one file that is read."""


class Contents(Value):
    """What an export holds; hashes of the files that are read back."""

    format: int = Field(default=1, ge=1, le=1)
    made_at: AwareDatetime
    documents: int
    events: int
    sha256: Map[Text, Text]


def write_rows(store: Store, at: datetime) -> tuple[dict[str, bytes], Contents]:
    """The files of an export with everything of the store's owner, by name."""
    documents, events = store.rows()
    files = {DOCUMENTS: _write(documents), EVENTS: _write(events)}
    contents = Contents(
        made_at=at,
        documents=len(documents),
        events=len(events),
        sha256=Map({name: hashlib.sha256(content).hexdigest() for name, content in files.items()}),
    )
    files[MANIFEST] = contents.model_dump_json(indent=2).encode() + b"\n"
    return files, contents


def read_rows(folder: Path) -> tuple[tuple[Row, ...], tuple[EventRow, ...], Contents]:
    """The rows of an export, each proven readable. UnreadableFile names the file that is not as it was written."""
    contents: Contents = _read(folder / MANIFEST, Contents)
    documents: tuple[Row, ...] = _read(folder / DOCUMENTS, tuple[Row, ...], contents.sha256)
    events: tuple[EventRow, ...] = _read(folder / EVENTS, tuple[EventRow, ...], contents.sha256)
    for row in documents:
        _prove(folder, row.kind, None if row.tombstone else row.body)
    for event in events:
        _prove(folder, event.kind, event.body)
    kinds = {kind.name: kind for kind in KINDS}
    current = tuple(row if row.tombstone else row.change(body=kinds[row.kind].upgrade(row.body)) for row in documents)
    return current, events, contents


def _prove(folder: Path, name: str, body: Body | None) -> None:
    """That `body` can be read as what it is said to be."""
    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind is None:
        raise UnreadableFile(str(folder), f"holds a {name!r}, which this headway does not know", "update headway")
    if body is not None:
        kind.load(body)


def _write(rows: tuple[Value, ...]) -> bytes:
    """One row a line, so that two exports can be compared."""
    lines = [json.dumps(row.model_dump(mode="json"), ensure_ascii=False, sort_keys=True) for row in rows]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode() if lines else b"[]\n"


def _read(file: Path, form: Any, hashes: Mapping[str, str] | None = None) -> Any:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UnreadableFile(str(file), f"is larger than the {MOST_BYTES / 1e6:.0f} MB that are read")
        content = file.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(str(file), "there is no such file", "give a folder that `headway export` wrote") from None
    except OSError as fault:
        raise UnreadableFile(str(file), fault.strerror or "cannot be opened") from None
    if hashes is not None and hashes.get(file.name) != hashlib.sha256(content).hexdigest():
        raise UnreadableFile(str(file), "was changed since it was exported", "export again, or bring a backup back")
    try:
        return TypeAdapter(form).validate_json(content)
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UnreadableFile(str(file), f"is no export of headway: {place}: {first['msg']}") from None
