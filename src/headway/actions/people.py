"""People one knows: added, found, brought in, merged, forgotten. Each function that writes is one transaction."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from headway.actions.home import make_uid
from headway.errors import HeadwayError, NotFound, WrongUse
from headway.network.alike import Merged, Pair, find_pairs, merge, sort_arrivals
from headway.network.cadence import DueList, Keyed, list_due, put_off, record
from headway.network.model import Contact, ContactKind, Mentorship, Tier, Touch, TouchKind
from headway.network.names import fold
from headway.network.readers.table import read_expertise
from headway.network.ties import Tie, judge_tie
from headway.store.kinds import CONTACT, NEW
from headway.values import Map, Slug, Text, Value

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.store.front import Kept, Store

MOST_KEPT = 200_000
FARTHEST = 36_600
"""Days before today beyond which a contact is taken for a slip of the keyboard."""
RETENTION = timedelta(days=3 * 365)
"""Time without contact after which somebody whom nobody keeps up with is proposed to be forgotten. A default."""
KEY_SHOWN = 8
KEY = re.compile("[0-9a-f]{8,32}")
"""The beginning of a key, as it is shown where a name fits several."""
CLEARED = "-"
"""Said in place of a word to clear a field."""
Open = Callable[[], "Catalog"]
M = TypeVar("M")
W = TypeVar("W", bound=StrEnum)


class Person(Value):
    """Somebody kept, by their key, with the tie as it stands."""

    key: Text
    contact: Contact
    tie: Tie


class Forgotten(Value):
    """Who was forgotten: how many, and not who."""

    count: int


def list_people(
    store: Store, today: date, text: str | None = None, tier: str | None = None, expired: bool = False
) -> tuple[Person, ...]:
    """Those kept, by name: with all words of `text`, of one `tier`, or without contact for so long that they may go."""
    asked = read_word(Tier, tier, "--tier") if tier else None
    words = fold(text or "").split()
    found = [
        Person(key=kept.key, contact=kept.value, tie=judge_tie(kept.value, today))
        for kept in store.all(CONTACT, lambda body: asked is None or body["tier"] == asked)
        if all(word in _say_whole(kept.value) for word in words) and (not expired or has_expired(kept.value, today))
    ]
    return tuple(sorted(found, key=lambda person: (fold(person.contact.name), person.key)))


def has_expired(contact: Contact, today: date) -> bool:
    """Whether nobody kept up with them for the time of retention: no cadence, and no contact nor adding since."""
    seen = max(filter(None, (contact.added_on, contact.last_real(today))))
    return contact.cadence(today) is None and today - seen > RETENTION


def see_person(store: Store, name: str, today: date) -> Person:
    """Everything that is kept of somebody."""
    kept = find_person(store, name)
    return Person(key=kept.key, contact=kept.value, tie=judge_tie(kept.value, today))


def find_person(store: Store, name: str) -> Kept[Contact]:
    """By name, or name and organisation, or the beginning of the key. NotFound, or HeadwayError where several fit."""
    wanted, words = fold(name), frozenset(fold(name).split())
    fitting: list[Kept[Contact]] = []
    if KEY.fullmatch(name.lower()):
        fitting = [kept for kept in store.all(CONTACT) if kept.key.startswith(name.lower())]
    if not fitting:
        fitting = list(store.all(CONTACT, lambda body: words and words.issubset(_words(body))))
    exact = [kept for kept in fitting if fold(kept.value.name) == wanted]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0]
    if fitting:
        shown = "; ".join(_say_row(kept) for kept in (exact or fitting)[:5])
        more = f" and {len(exact or fitting) - 5} more" if len(exact or fitting) > 5 else ""
        raise HeadwayError(f"{name!r} fits {len(exact or fitting)} people", f"say which: {shown}{more}")
    raise NotFound("contact", name, _nearest(wanted, store))


def add_person(store: Store, name: str, said: Mapping[str, Any], today: date, open_catalog: Open) -> Person:
    """Keeps somebody new; HeadwayError where somebody like them is kept already and `said` holds no `as_new`."""
    fields = {"name": name.strip(), "added_on": today, **_understand(said, open_catalog)}
    fields["mentorship"] = _agree(said.get("mentorship"), None, today)
    contact = _meant(lambda: Contact.model_validate(fields))
    with store.together():
        if not said.get("as_new") and (held := sort_arrivals(read_contacts(store), [contact]).held):
            hint = "change them with `headway people change`, or add another one with --as-new"
            raise HeadwayError(f"{held[0].other.name} is kept already, with {held[0].likeness}", hint)
        key = make_key()
        store.put(CONTACT, contact, NEW, key)
    return Person(key=key, contact=contact, tie=judge_tie(contact, today))


def change_person(store: Store, name: str, said: Mapping[str, Any], today: date, open_catalog: Open) -> Person:
    """Changes what is said and leaves the rest; `-` clears a word."""
    with store.together():
        kept = find_person(store, name)
        changes = _understand(said, open_catalog)
        changes["mentorship"] = _agree(said.get("mentorship"), kept.value.mentorship, today)
        if "expertise" in changes:
            changes["expertise"] = Map({**kept.value.expertise, **changes["expertise"]})
        if "former" in changes:
            changes["former"] = tuple(dict.fromkeys((*kept.value.former, *changes["former"])))
        contact = _meant(lambda: kept.value.change(**changes))
        store.put(CONTACT, contact, kept.version, kept.key)
    return Person(key=kept.key, contact=contact, tie=judge_tie(contact, today))


def forget_people(store: Store, names: Sequence[str], expired: bool, today: date) -> Forgotten:
    """Erases those named, or those whose time has expired: what was kept of them is overwritten, not only marked."""
    if bool(names) == expired:
        raise WrongUse("nobody to forget is named", "name somebody, or give --expired")
    with store.together():
        if expired:
            found = [kept for kept in store.all(CONTACT) if has_expired(kept.value, today)]
        else:
            found = list({kept.key: kept for kept in (find_person(store, name) for name in names)}.values())
        for kept in found:
            store.put(CONTACT, None, kept.version, kept.key)
    return Forgotten(count=len(found))


def list_pairs(store: Store) -> tuple[Pair, ...]:
    """Those kept who may be one person."""
    return find_pairs(read_contacts(store))


def merge_people(store: Store, first: str, second: str, write: bool) -> Merged:
    """Two as one, the first one's word first; written, and the second erased, only where `write` says so."""
    with store.together():
        mine, theirs = find_person(store, first), find_person(store, second)
        if mine.key == theirs.key:
            raise WrongUse(f"{first!r} and {second!r} are one contact already", "say both by organisation or key")
        merged = _meant(lambda: merge(mine.value, theirs.value))
        if write:
            store.put(CONTACT, merged.contact, mine.version, mine.key)
            store.put(CONTACT, None, theirs.version, theirs.key)
    return merged


def touch_person(store: Store, name: str, kind: str, on: date, today: date) -> Person:
    """Records a contact, a try or a plan of one. Only a plan may lie ahead."""
    said = read_word(TouchKind, kind, "--kind")
    if on > today and said is not TouchKind.PLANNED:
        raise WrongUse(f"{on} is still to come", "record what was, or give --kind planned")
    if abs((today - on).days) > FARTHEST:
        raise WrongUse(f"{on} is too far from today", "give a day of this life")
    with store.together():
        kept = find_person(store, name)
        contact = _meant(lambda: record(kept.value, Touch(on=on, kind=said)))
        store.put(CONTACT, contact, kept.version, kept.key)
    return Person(key=kept.key, contact=contact, tie=judge_tie(contact, today))


def snooze_person(store: Store, name: str, until: date | None, today: date) -> Person:
    """Puts a reminder off to a day; None takes that back."""
    with store.together():
        kept = find_person(store, name)
        contact = kept.value.change(snooze=None) if until is None else put_off(kept.value, until, today)
        store.put(CONTACT, contact, kept.version, kept.key)
    return Person(key=kept.key, contact=contact, tie=judge_tie(contact, today))


def see_due(store: Store, today: date, ahead: int = 0, most: int | None = None) -> DueList:
    """Who is due. Only those who may be are read, of however many are kept."""
    if not 0 <= ahead <= 366:
        raise WrongUse(f"--ahead {ahead} is no number of days", "give 0 to 366")
    from headway.store.followed import read_followed

    read = read_followed(store, today, ahead)
    return list_due(read.found, today, ahead, most, read.resting)


def read_contacts(store: Store) -> tuple[Keyed, ...]:
    """Everybody kept, by key."""
    return tuple((kept.key, kept.value) for kept in store.all(CONTACT))


def make_key() -> str:
    """A key that says nothing of whom it stands for, as it outlives them."""
    return make_uid().replace("-", "")


def make_place(open_catalog: Open) -> Callable[[str], Slug | None]:
    """Finds skills by any of their names, the catalog opened only where there is one to be found."""
    from headway.catalog.lookup import find_skill

    opened = lru_cache(maxsize=1)(open_catalog)

    @lru_cache(maxsize=10_000)
    def place(name: str) -> Slug | None:
        try:
            return find_skill(name, opened()).slug
        except NotFound:
            return None

    return place


def read_word(words: type[W], said: str, option: str) -> W:
    """One of the words of an enumeration; WrongUse names them all."""
    try:
        return words(said.lower())
    except ValueError:
        raise WrongUse(f"{option} {said!r} is none of {', '.join(words)}") from None


def _words(body: Mapping[str, Any]) -> set[str]:
    """Of the name and the organisation."""
    return set(fold(f"{body['name']} {body['organisation'] or ''}").split())


def _say_row(kept: Kept[Contact]) -> str:
    place = f", {kept.value.organisation}" if kept.value.organisation else ""
    return f"{kept.value.name}{place} ({kept.key[:KEY_SHOWN]})"


def _nearest(wanted: str, store: Store) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    names = {fold(kept.value.name): kept.value.name for kept in store.all(CONTACT)}
    found = process.extract(wanted, names.keys(), scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=65)
    return tuple(names[name] for name, _, _ in found)


def _say_whole(contact: Contact) -> str:
    said = (contact.name, *contact.organisations, contact.role, contact.industry, *contact.expertise)
    return fold(" ".join(filter(None, said)))


def _agree(said: Mapping[str, Any] | None, before: Mentorship | None, today: date) -> dict[str, Any] | None:
    """The mentorship with what was said of it changed."""
    said = said or {}
    terms = {**(dict(before) if before else {"since": today}), **{part: value for part, value in said.items() if value}}
    return None if said.get("side") == CLEARED or not (before or said) else terms


def _understand(said: Mapping[str, Any], open_catalog: Open) -> dict[str, Any]:
    """The fields that were said, of those a contact has; the mentorship apart."""
    fields = {name: value for name, value in said.items() if value not in (None, ()) and name in Contact.model_fields}
    fields = {name: None if value == CLEARED else value for name, value in fields.items()}
    if experts := said.get("expertise"):
        fields["expertise"], odd = read_expertise(";".join(experts), make_place(open_catalog))
        if odd:
            raise WrongUse(odd[0])
    for cleared, back in (("kind", ContactKind.PERSON), ("consent", "unasked"), ("willing", "unasked")):
        if cleared in fields:
            fields[cleared] = fields[cleared] or back
    return fields


def _meant(make: Callable[[], M]) -> M:
    try:
        return make()
    except ValidationError as fault:
        first = fault.errors()[0]
        place = " ".join(str(part) for part in first["loc"][:2])
        said = re.sub("^Value error, ", "", first["msg"])
        raise WrongUse(f"{place}: {said}" if place else said) from None
