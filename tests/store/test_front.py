"""Get, all, put, append: versions that lock, tombstones, events that count once, and one owner at a time."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.network.model import Contact
from headway.store.faults import Conflict, StoreFault
from headway.store.front import Store
from headway.store.kinds import CHECK_IN, CONTACT, NEW, TRACK, WEEK, DocumentKind
from headway.store.opening import open_store
from headway.track.events import Logged
from headway.wellbeing.checkin import CheckIn
from headway.wellbeing.week import WeekBudget

MONDAY = date(2026, 11, 23)
ROUGH = CheckIn(on=MONDAY, work=55, sleep=44, movement=1, social=2, strain=5)


def log(hours: float) -> Logged:
    return Logged(on=MONDAY, activity="course", name="A course", hours=hours)


def test_what_was_put_is_got_back_with_its_version(store: Store) -> None:
    assert store.get(WEEK) is None
    assert store.put(WEEK, WeekBudget(work=44), NEW) == 1
    kept = store.get(WEEK)
    assert kept is not None
    assert (kept.version, kept.value) == (1, WeekBudget(work=44))
    assert store.put(WEEK, WeekBudget(work=40), kept.version) == 2


def test_a_stale_version_is_told_and_nothing_is_written(store: Store) -> None:
    store.put(WEEK, WeekBudget(work=41), NEW)
    store.put(WEEK, WeekBudget(work=42), 1)
    with pytest.raises(Conflict, match="changed meanwhile"):
        store.put(WEEK, WeekBudget(work=43), 1)
    with pytest.raises(Conflict):
        store.put(WEEK, WeekBudget(work=43), NEW)
    kept = store.get(WEEK)
    assert kept is not None
    assert (kept.version, kept.value.work) == (2, 42)


def test_a_removed_document_is_gone_and_its_versions_count_on(store: Store) -> None:
    store.put(WEEK, WeekBudget(), NEW)
    store.put(WEEK, None, 1)
    assert store.get(WEEK) is None
    assert store.all(WEEK) == ()
    with pytest.raises(Conflict):
        store.put(WEEK, WeekBudget(work=50), 1)
    assert store.put(WEEK, WeekBudget(work=30), NEW) == 3
    with pytest.raises(Conflict):
        store.put(WEEK, WeekBudget(work=50), 1)


def test_documents_of_a_kind_come_by_key(store: Store) -> None:
    notes = DocumentKind[WeekBudget]("notes", WeekBudget)
    for key in ("b", "a", "c"):
        store.put(notes, WeekBudget(), NEW, key)
    store.put(notes, None, 1, "c")
    assert [kept.key for kept in store.all(notes)] == ["a", "b"]
    assert store.all(WEEK) == ()


def test_an_event_recorded_again_counts_once(store: Store) -> None:
    assert store.append(TRACK, log(2), "one")
    assert not store.append(TRACK, log(2), "one")
    assert [event.value for event in store.all(TRACK)] == [log(2)]


def test_another_event_under_a_known_uid_is_refused(store: Store) -> None:
    store.append(TRACK, log(2), "one")
    with pytest.raises(Conflict):
        store.append(TRACK, log(3), "one")
    with pytest.raises(Conflict):
        store.append(CHECK_IN, ROUGH, "one")


def test_events_keep_their_order_when_the_clock_goes_back(tmp_path: Path) -> None:
    hours = iter((12, 11, 10))
    with open_store(tmp_path) as plain:
        store = Store("me", plain._alias, plain.file, clock=lambda: datetime(2026, 1, 1, next(hours), tzinfo=UTC))
        for number in (1, 2, 3):
            store.append(TRACK, log(number), f"uid-{number}")
        found = store.all(TRACK)
    assert [event.value.hours for event in found if isinstance(event.value, Logged)] == [1, 2, 3]
    assert [event.at.hour for event in found] == [12, 11, 10]


def test_an_event_cannot_be_changed_even_by_hand(store: Store) -> None:
    from django.db import Error

    store.append(TRACK, log(2), "one")
    with pytest.raises(Error, match="events stay"):
        store._events(TRACK).update(body={})
    assert len(store.all(TRACK)) == 1


def test_what_is_written_together_is_kept_together_or_not_at_all(store: Store) -> None:
    def fail() -> None:
        with store.together():
            store.put(WEEK, WeekBudget(), NEW)
            store.append(TRACK, log(1), "one")
            store.put(WEEK, WeekBudget(work=30), 7)

    with pytest.raises(Conflict):
        fail()
    assert store.get(WEEK) is None
    assert store.all(TRACK) == ()


def test_of_two_writers_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.put(WEEK, WeekBudget(), NEW)
    told: list[str] = []
    barrier = threading.Barrier(2)

    def write(work: int) -> None:
        with open_store(tmp_path) as mine:
            barrier.wait()
            try:
                mine.put(WEEK, WeekBudget(work=work), 1)
                told.append("kept")
            except Conflict:
                told.append("told")

    writers = [threading.Thread(target=write, args=(work,)) for work in (30, 31)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(told) == ["kept", "told"]
    with open_store(tmp_path) as store:
        kept = store.get(WEEK)
        assert kept is not None
        assert kept.version == 2


def test_nobody_reaches_what_belongs_to_another(opened: Callable[[str], Store]) -> None:
    """Check-ins and the week are the owner's alone: there is no way to ask for anybody else's."""
    ana, ben = opened("ana"), opened("ben")
    ana.append(CHECK_IN, ROUGH, "one")
    ana.put(WEEK, WeekBudget(work=55), NEW)
    assert ben.all(CHECK_IN) == ()
    assert ben.get(WEEK) is None
    assert ben.all(WEEK) == ()
    assert ben.rows() == ((), ())
    with pytest.raises(Conflict):
        ben.put(WEEK, WeekBudget(work=10), 1)
    assert ben.append(CHECK_IN, ROUGH.change(strain=1), "one"), "not even that a uid is taken is told"
    assert ben.put(WEEK, WeekBudget(work=10), NEW) == 1
    assert [event.value for event in ana.all(CHECK_IN)] == [ROUGH]
    assert [kept.value.work for kept in ana.all(WEEK)] == [55]


def test_no_method_of_a_store_takes_an_owner() -> None:
    methods = [m for name, m in inspect.getmembers(Store, inspect.isfunction) if not name.startswith("_")]
    assert len(methods) >= 7
    assert not [m for m in methods if "owner" in inspect.signature(m).parameters]


def test_only_the_store_reads_its_models() -> None:
    source = Path(inspect.getfile(Store)).parents[1]
    readers = {p.relative_to(source).as_posix() for p in source.rglob("*.py") if "store.models" in p.read_text()}
    assert readers == {"store/front.py", "store/opening.py"}


@settings(max_examples=20)
@given(writes=st.lists(st.tuples(st.sampled_from(["ana", "ben", "cleo"]), st.integers(0, 40)), max_size=12))
def test_each_owner_sees_the_last_that_they_wrote(
    tmp_path_factory: pytest.TempPathFactory, writes: list[tuple[str, int]]
) -> None:
    folder, last = tmp_path_factory.mktemp("home"), dict[str, float]()
    stores = {owner: open_store(folder, owner) for owner in ("ana", "ben", "cleo")}
    for owner, work in writes:
        kept = stores[owner].get(WEEK)
        stores[owner].put(WEEK, WeekBudget(work=work), kept.version if kept else NEW)
        last[owner] = work
    found = {owner: kept.value.work for owner, store in stores.items() if (kept := store.get(WEEK))}
    for store in stores.values():
        store.close()
    assert found == last


def test_a_full_disk_is_said_and_nothing_is_changed(store: Store) -> None:
    from django.db import connections

    notes = DocumentKind[WeekBudget]("notes", WeekBudget)
    store.append(TRACK, log(1), "before")
    with connections[store._alias].cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1")

    def fill() -> None:
        with store.together():
            for number in range(2000):
                store.put(notes, WeekBudget(), NEW, f"key-{number}")

    with pytest.raises(StoreFault, match="no room left"):
        fill()
    assert store.all(notes) == ()
    assert len(store.all(TRACK)) == 1


def test_many_documents_are_written_at_once_or_not_at_all(store: Store) -> None:
    notes = DocumentKind[WeekBudget]("week", WeekBudget)
    store.put_all(notes, {f"k{number}": WeekBudget(work=number) for number in range(50)})
    assert [kept.value.work for kept in store.all(notes, lambda body: body["work"] > 47)] == [48, 49]
    assert store.put(notes, WeekBudget(work=1), 1, "k7") == 2
    with pytest.raises(Conflict):
        store.put_all(notes, {"new": WeekBudget(), "k7": WeekBudget()})
    assert store.get(notes, "new") is None


def test_what_is_written_with_many_lies_there_as_what_is_written_alone(store: Store) -> None:
    people = {key: Contact(name=key.upper(), added_on=MONDAY, every=9) for key in ("a", "b")}
    store.put_all(CONTACT, people)
    assert {kept.key: kept.value for kept in store.all(CONTACT)} == people
    assert store.rows()[0][0].body == CONTACT.dump(people["a"])
