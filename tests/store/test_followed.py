"""Who may be due is read, and nobody is missed: the short way tells the same as a fold over all that is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.actions.people import see_due
from headway.network.cadence import list_due
from headway.network.model import EVERY, Consent, Contact, Followed, Side, Snooze, Tier, Touch, TouchKind
from headway.store.faults import StoreFault, TooNew
from headway.store.followed import read_followed
from headway.store.front import Store
from headway.store.kinds import CONTACT, NEW
from headway.store.opening import open_store
from headway.store.settings import DATABASE

DAY = date(2026, 1, 1)
NUMBERS = count()


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def person(name: str = "Ada Holm", **fields: Any) -> Contact:
    return Contact.model_validate({"name": name, "added_on": DAY, **fields})


def keep(store: Store, **people: Contact) -> None:
    store.put_all(CONTACT, people)


Days = st.integers(-420, 420)
Touches = st.lists(st.builds(Touch, on=Days.map(after), kind=st.sampled_from(list(TouchKind))), max_size=3)
Mentorships = st.builds(
    lambda since, length, every: {
        "side": Side.MENTOR,
        "since": after(since),
        "until": None if length is None else after(since + length),
        "every": every,
    },
    Days,
    st.none() | st.integers(0, 400),
    st.integers(1, 200),
)
People = st.builds(
    lambda added, **fields: person(added_on=after(added), **fields),
    Days,
    name=st.sampled_from(["Ada Holm", "Bo Varga", "Zoë Ångström"]),
    tier=st.sampled_from([None, *Tier]),
    every=st.none() | st.none() | st.none() | st.integers(1, 400),
    consent=st.sampled_from([Consent.GIVEN, *Consent]),
    mentorship=st.none() | st.none() | st.none() | Mentorships,
    touches=Touches,
    snooze=st.none()
    | st.builds(lambda on, days: Snooze(on=after(on), until=after(on + days)), Days, st.integers(1, 366)),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("home")) as opened:
        yield opened


@given(st.lists(People, min_size=1, max_size=3), st.integers(0, 60))
def test_the_list_from_the_store_is_that_of_a_fold_over_all_contacts(
    file: Store, people: list[Contact], ahead: int
) -> None:
    owner = Store(f"owner-{next(NUMBERS)}", file._alias, file.file)
    everybody = {f"k{number}": contact for number, contact in enumerate(people)}
    keep(owner, **everybody)
    for today in {day for contact in people for day in turning_points(contact, ahead)}:
        assert see_due(owner, today, ahead) == list_due(everybody.items(), today, ahead), f"on {today}"


def turning_points(contact: Contact, ahead: int) -> Iterator[date]:
    """The days about which somebody becomes due, or is reached."""
    for touch in contact.touches:
        for every in (0, EVERY[contact.tier or Tier.CLOSE] - ahead):
            yield from (touch.on + timedelta(days=every + shift) for shift in (-1, 0, 1))
    yield contact.added_on


def test_somebody_reached_within_the_cadence_of_their_tier_is_not_read(store: Store) -> None:
    met = [{"on": "2026-01-01", "kind": "met"}]
    keep(store, a=person(tier="close", touches=met), b=person(tier="loose", touches=met), c=person())
    assert read_followed(store, after(29)) == ((), 2)
    assert [key for key, _ in read_followed(store, after(30)).found] == ["a"]
    assert [key for key, _ in read_followed(store, after(29), ahead=1).found] == ["a"]
    assert see_due(store, after(30)).followed == 2


@pytest.mark.parametrize(
    "more",
    [
        {"mentorship": {"side": "mentor", "since": "2026-01-01", "every": 7}},
        {"every": 9},
        {"touches": [{"on": "2026-01-01", "kind": "met"}, {"on": "2026-01-08", "kind": "tried"}]},
        {"touches": [{"on": "2026-01-08", "kind": "planned"}]},
        {"touches": [{"on": "2026-03-01", "kind": "met"}]},
        {"touches": []},
    ],
)
def test_somebody_of_whom_the_index_does_not_tell_all_is_read(store: Store, more: dict[str, Any]) -> None:
    keep(store, a=person(**{"tier": "loose", "touches": [{"on": "2026-01-01", "kind": "met"}], **more}))
    assert [key for key, _ in read_followed(store, after(10)).found] == ["a"]


@pytest.mark.parametrize(("today", "ahead"), [(date.min, 0), (date.max, 366)])
def test_the_ends_of_the_calendar_are_days_like_others(store: Store, today: date, ahead: int) -> None:
    keep(store, a=person(tier="close", touches=[{"on": "2026-01-01", "kind": "met"}]))
    assert [item.key for item in see_due(store, today, ahead).items] == (["a"] if today == date.max else [])


def test_who_was_removed_or_is_not_followed_is_not_read(store: Store) -> None:
    keep(store, a=person(tier="close"), b=person(every=9), c=person())
    store.put(CONTACT, None, 1, "a")
    assert [key for key, _ in read_followed(store, after(5)).found] == ["b"]
    assert see_due(store, after(5)).followed == 1


def test_they_are_found_by_the_index_alone(store: Store) -> None:
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connections[str(store.file)]) as asked:
        read_followed(store, DAY)
    with closing(sqlite3.connect(store.file)) as raw:
        (step,) = raw.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}").fetchall()
    assert "document_followed" in step[-1]


def change(store: Store, statement: str) -> None:
    with closing(sqlite3.connect(store.file)) as raw, raw:
        raw.execute(statement)


@pytest.mark.parametrize(
    ("damage", "fault", "said"),
    [
        (
            "UPDATE store_document SET body = json_set(body, '$.schema', 99)",
            TooNew,
            "stored contact was written by a newer headway",
        ),
        ("UPDATE store_document SET body = json_remove(body, '$.schema')", StoreFault, "stored contact has no number"),
        (
            "UPDATE store_document SET body = json_set(body, '$.added_on', 'long ago')",
            StoreFault,
            "stored contact cannot be read: added_on",
        ),
        (
            "UPDATE store_document SET body = json_set(body, '$.touches', 7)",
            StoreFault,
            "stored contact cannot be read: touches",
        ),
    ],
)
def test_a_body_that_cannot_be_meant_is_said_as_ever(
    store: Store, damage: str, fault: type[StoreFault], said: str
) -> None:
    keep(store, a=person(tier="close"), b=person(every=9))
    change(store, damage)
    with pytest.raises(fault, match=said):
        see_due(store, DAY)


def test_bodies_in_any_order_of_fields_and_with_any_spaces_are_read(store: Store) -> None:
    store.put(CONTACT, person(tier="close"), NEW, "a")  # with spaces, as put writes
    keep(store, b=person(every=9))
    change(
        store, "UPDATE store_document SET body = json_set(json_remove(body, '$.schema'), '$.schema', 1) WHERE key = 'b'"
    )
    assert [type(part) for _, part in read_followed(store, DAY).found] == [Contact, Contact]
    change(store, "UPDATE store_document SET tombstone = 1, body = '{}' WHERE key = 'b'")
    assert [type(part) for _, part in read_followed(store, DAY).found] == [Followed]


OLD = """
CREATE INDEX document_followed ON store_document (owner, kind, key) WHERE
((body ->> 'tier') IS NOT NULL OR (body ->> 'every') IS NOT NULL OR (body ->> 'mentorship') IS NOT NULL)
"""


def test_a_store_with_the_index_of_old_is_brought_to_todays(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("old")
    with open_store(home) as store:
        keep(store, a=person(tier="close"), b=person(tier="close", touches=[{"on": "2026-01-01"}]))
    with closing(sqlite3.connect(home / DATABASE)) as raw, raw:
        raw.execute("DROP INDEX document_followed")
        raw.execute(OLD)
        raw.execute("DELETE FROM django_migrations WHERE app = 'store' AND name = '0003_due'")
        raw.execute("PRAGMA user_version = 5")
    with open_store(home) as store:
        assert read_followed(store, after(3)).resting == 1
        with closing(sqlite3.connect(store.file)) as raw:
            (index,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'document_followed'").fetchone()
    assert "touches" in index
