"""Backups and exports: whole or not at all, proven before they are trusted, and the same after a round trip."""

from __future__ import annotations

import json
import threading
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.actions.files import write_files
from headway.errors import HeadwayError, UnreadableFile
from headway.report.activities import write_activities
from headway.store.backup import restore_backup, write_backup
from headway.store.exchange import read_rows, write_rows
from headway.store.faults import TooNew
from headway.store.front import Store
from headway.store.kinds import CHECK_IN, NEW, TRACK, WEEK
from headway.store.opening import open_store
from headway.track.events import Away, Dropped, Logged
from headway.track.kept import KeptPlan
from headway.track.progress import fold_progress
from headway.values import Text
from headway.wellbeing.checkin import CheckIn
from headway.wellbeing.week import WeekBudget

DAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def log(hours: float) -> Logged:
    return Logged(on=DAY, activity="course", name="A course", hours=hours)


def test_a_backup_made_while_others_write_is_consistent(tmp_path: Path) -> None:
    """Each event is written with a document that counts it: a backup must never hold one without the other."""
    stop = threading.Event()

    def write() -> None:
        with open_store(tmp_path / "home") as store:
            number = 0
            while not stop.is_set() and number < 300:
                number += 1
                with store.together():
                    store.append(TRACK, log(1), f"uid-{number}")
                    store.put(WEEK, WeekBudget(work=number / 10), number - 1)

    with open_store(tmp_path / "home"):
        writer = threading.Thread(target=write)
        writer.start()
        for number in range(3):
            write_backup(tmp_path / "home", tmp_path / f"{number}.zip", AT)
        stop.set()
        writer.join()
    for number in range(3):
        restore_backup(tmp_path / f"{number}.zip", tmp_path / f"home-{number}", AT)
        with open_store(tmp_path / f"home-{number}") as store:
            kept = store.get(WEEK)
            assert len(store.all(TRACK)) == (kept.version if kept else 0)


def test_a_damaged_byte_never_brings_other_data_back(tmp_path: Path) -> None:
    """Some bytes of a zip mean nothing (a time, a flag); every other one must be noticed before a store is touched."""
    with open_store(tmp_path / "home") as store:
        store.put(WEEK, WeekBudget(work=44), NEW)
        rows = store.rows()
    write_backup(tmp_path / "home", tmp_path / "b.zip", AT)
    whole, refused = (tmp_path / "b.zip").read_bytes(), 0
    places = range(20, len(whole), len(whole) // 40)
    for place in places:
        broken, folder = bytearray(whole), tmp_path / f"home-{place}"
        broken[place] ^= 0xFF
        (tmp_path / "broken.zip").write_bytes(broken)
        try:
            restore_backup(tmp_path / "broken.zip", folder, AT)
        except HeadwayError:
            refused += 1
            assert not folder.exists()
        else:
            with open_store(folder) as restored:
                assert restored.rows() == rows
    assert refused > len(places) * 0.8


def test_a_backup_of_a_newer_headway_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "home") as store:
        store.put(WEEK, WeekBudget(), NEW)
        store._documents(WEEK).update(body={"schema": 99})
        from django.db import connections

        with connections[store._alias].cursor() as cursor:
            cursor.execute("PRAGMA user_version = 1")
    import shutil

    shutil.copytree(tmp_path / "home", tmp_path / "other")
    with pytest.raises(TooNew):
        write_backup(tmp_path / "other", tmp_path / "b.zip", AT)


def test_a_zip_that_would_burst_or_climb_is_no_backup(tmp_path: Path) -> None:
    climbing, empty = tmp_path / "climbing.zip", tmp_path / "empty.zip"
    with zipfile.ZipFile(climbing, "w") as archive:
        archive.writestr("../headway.sqlite3", b"x")
        archive.writestr("manifest.json", b"{}")
    with zipfile.ZipFile(empty, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("headway.sqlite3", b"\0" * 50_000_000)
        archive.writestr("manifest.json", b"{}")
    for file in (climbing, empty):
        with pytest.raises(UnreadableFile, match="no backup of headway"):
            restore_backup(file, tmp_path / "home", AT)
    assert not (tmp_path / "home").exists()


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
EVENTS = st.one_of(
    st.builds(log, st.integers(1, 96).map(lambda quarters: quarters / 4)),
    st.builds(lambda why: Dropped(on=DAY, activity="course", name="A course", why=why), TEXTS),
    st.builds(lambda day, why: Away(on=DAY, first=day, last=day + timedelta(days=9), why=why), DAYS, TEXTS),
)
CHECK_INS = st.builds(
    CheckIn,
    on=DAYS,
    work=st.floats(0, 80),
    sleep=st.floats(0, 80),
    movement=st.floats(0, 20),
    social=st.floats(0, 20),
    strain=st.integers(1, 5),
)


@settings(max_examples=20)
@given(events=st.lists(EVENTS | CHECK_INS, max_size=8), writes=st.lists(st.integers(0, 40) | st.none(), max_size=4))
def test_what_is_exported_and_taken_in_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, events: list[object], writes: list[int | None]
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    with open_store(folder / "one") as one, open_store(folder / "two") as two:
        _fill(one, events, writes)
        files, _ = write_rows(one, AT)
        write_files(folder / "out", files)
        documents, rows, _ = read_rows(folder / "out")
        two.take_in(documents, rows)
        assert write_rows(two, AT)[0] == files
        assert two.all(TRACK) == one.all(TRACK)
        assert two.all(CHECK_IN) == one.all(CHECK_IN)
        assert two.get(WEEK) == one.get(WEEK)


def _fill(store: Store, events: list[object], writes: list[int | None]) -> None:
    for number, event in enumerate(events):
        if isinstance(event, CheckIn):
            store.append(CHECK_IN, event, f"uid-{number}")
        else:
            store.append(TRACK, event, f"uid-{number}")  # type: ignore[arg-type]
    for work in writes:
        kept = store.get(WEEK)
        store.put(WEEK, None if work is None or not kept else WeekBudget(work=work), kept.version if kept else NEW)


def test_an_export_of_a_kind_that_nobody_knows_is_refused(store: Store, tmp_path: Path) -> None:
    store.put(WEEK, WeekBudget(), NEW)
    files, contents = write_rows(store, AT)
    strange = files["documents.json"].replace(b'"kind": "week"', b'"kind": "moods"')
    import hashlib

    hashes = {**contents.sha256, "documents.json": hashlib.sha256(strange).hexdigest()}
    manifest = contents.model_dump(mode="json") | {"sha256": hashes}
    write_files(tmp_path / "out", {**files, "documents.json": strange, "manifest.json": json.dumps(manifest).encode()})
    with pytest.raises(UnreadableFile, match="'moods'"):
        read_rows(tmp_path / "out")


@pytest.mark.parametrize("why", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "harmless"])
def test_no_cell_of_the_table_is_run_as_a_formula(why: Text) -> None:
    import csv

    body = json.loads((Path(__file__).parent / "kept" / "plan-1.json").read_text(encoding="utf-8"))
    body["plan"]["activities"][0]["name"] = why
    body.pop("schema")
    kept = KeptPlan.model_validate(body)
    table = list(csv.reader(write_activities(kept, fold_progress(kept, [], DAY)).decode().splitlines()))
    assert table[1][1] in (why, f"'{why}")
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
