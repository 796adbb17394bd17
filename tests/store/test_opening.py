"""Opening: two at once, a newer or a damaged file, folders that cannot be written, old bodies."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headway.store.faults import StoreFault, TooNew
from headway.store.front import Store
from headway.store.kinds import KINDS, NEW, WEEK, DocumentKind, Kind
from headway.store.opening import find_home, open_store
from headway.store.settings import DATABASE
from headway.values import Value
from headway.wellbeing.week import WeekBudget

KEPT = Path(__file__).parent / "kept"


def test_home_is_the_platforms_folder_unless_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HEADWAY_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert find_home().name == "headway"
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "mine"))
    assert find_home() == tmp_path / "mine"


def test_folder_and_file_are_their_owners_alone_to_read(tmp_path: Path) -> None:
    with open_store(tmp_path / "new" / "home") as store:
        store.put(WEEK, WeekBudget(), NEW)
        modes = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "new" / "home").iterdir()}
    assert DATABASE in modes
    assert set(modes.values()) == {0}
    assert (tmp_path / "new" / "home").stat().st_mode & 0o077 == 0


def test_the_database_is_in_wal_and_syncs_in_full(store: Store) -> None:
    from django.db import connections

    with connections[store._alias].cursor() as cursor:
        found = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert found == ["wal", 2]


FIRST = """
import sys
from pathlib import Path
from headway.store.opening import open_store
with open_store(Path(sys.argv[1]), sys.argv[2]) as store:
    from headway.store.kinds import WEEK, WeekBudget
    store.put(WEEK, WeekBudget(), 0)
"""


def test_several_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", FIRST, tmp_path, f"owner-{n}"], stderr=subprocess.PIPE)
        for n in range(3)
    ]
    for process in started:
        _, said = process.communicate()
        assert process.returncode == 0, said.decode()


def test_a_database_of_a_newer_headway_is_left_alone(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.put(WEEK, WeekBudget(), NEW)
    _change(tmp_path, "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_later', '2030-01-01')")
    _change(tmp_path, "PRAGMA user_version = 5")
    with pytest.raises(TooNew, match="newer headway"):
        open_store(tmp_path)


def test_a_document_of_a_newer_headway_is_left_alone(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.put(WEEK, WeekBudget(), NEW)
    _change(tmp_path, "UPDATE store_document SET body = json_set(body, '$.schema', 99)")
    with open_store(tmp_path) as store, pytest.raises(TooNew, match="stored week"):
        store.get(WEEK)
    _change(tmp_path, "PRAGMA user_version = 5")
    with pytest.raises(TooNew):
        open_store(tmp_path)


def _change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("content", [b"this is no database, only words " * 200, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_said_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(StoreFault, match="damaged") as told:
        open_store(tmp_path)
    assert "\n" not in str(told.value)
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_body_that_means_nothing_is_said(store: Store) -> None:
    store.put(WEEK, WeekBudget(), NEW)
    _change(store.file.parent, "UPDATE store_document SET body = json_set(body, '$.work', 'plenty')")
    with pytest.raises(StoreFault, match="stored week cannot be read: work"):
        store.get(WEEK)


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    with pytest.raises(StoreFault, match="HEADWAY_HOME"):
        open_store(tmp_path / "home")


def test_a_database_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    from headway.store.faults import explained

    with open_store(tmp_path):
        pass
    connection = sqlite3.connect(f"file:{tmp_path / DATABASE}?mode=ro", uri=True)
    with pytest.raises(StoreFault, match="cannot be written"), explained(tmp_path / DATABASE):
        connection.execute("DELETE FROM store_document")
    connection.close()


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(mode=0o500)
    with pytest.raises(StoreFault, match="cannot"):
        open_store(tmp_path / "home")


class Note(Value):
    """What the notes of these tests became: once `{"text": …}`, then with tags, then with a title for the text."""

    title: str
    tags: tuple[str, ...]


def add_tags(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "tags": []}


def rename_text(body: dict[str, Any]) -> dict[str, Any]:
    return {"title": body["text"], "tags": body["tags"]}


NOTES = DocumentKind[Note]("notes", Note, upgrades=(add_tags, rename_text))
OLD_BODIES = ({"schema": 1, "text": "hello"}, {"schema": 2, "text": "hello", "tags": []})


@pytest.mark.parametrize("body", OLD_BODIES)
def test_an_old_body_is_brought_to_todays_form(body: dict[str, Any]) -> None:
    assert NOTES.load(body) == Note(title="hello", tags=())
    assert NOTES.upgrade(body) == NOTES.dump(NOTES.load(body))


def test_documents_are_upgraded_when_the_store_opens_and_keep_their_versions(tmp_path: Path) -> None:
    before = DocumentKind[dict[str, Any]]("notes", dict[str, Any])
    with open_store(tmp_path, kinds=(before,)) as store:
        store.put(before, {"text": "hello"}, NEW, "a")
        store.put(before, {"text": "gone"}, NEW, "b")
        store.put(before, None, 1, "b")
    with open_store(tmp_path, kinds=(NOTES,)) as store:
        documents, _ = store.rows()
        assert documents[0].body == {"schema": 3, "title": "hello", "tags": []}
        assert documents[0].version == 1
        assert [kept.value for kept in store.all(NOTES)] == [Note(title="hello", tags=())]
    with pytest.raises(TooNew):
        open_store(tmp_path, kinds=(before,))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_form_that_a_kind_ever_had_can_still_be_read(kind: Kind[Any]) -> None:
    """A failure here means that a stored Value changed its form: append an upgrade to its kind, keep the old body."""
    for number in range(1, kind.number + 1):
        kept = sorted(KEPT.glob(f"{kind.name}-{number}*.json"))
        assert kept, f"keep a body of {kind.name}, form {number}"
        for file in kept:
            body = json.loads(file.read_text(encoding="utf-8"))
            assert body["schema"] == number
            assert kind.load(kind.dump(kind.load(body))) == kind.load(body)


def test_kinds_have_names_of_their_own(opened: Callable[[str], Store]) -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
