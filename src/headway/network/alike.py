"""Contacts that may be one person: found, shown side by side, and merged only when somebody says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from headway.network.cadence import Keyed
from headway.network.model import Consent, Contact, Willing
from headway.network.names import fold, fold_address, fold_name
from headway.values import Map, Text, Value

ANYWHERE = "*"
"""In place of an organisation."""


class Likeness(StrEnum):
    """What two contacts share, the surest first."""

    ADDRESS = "the same page or e-mail address"
    PLACE = "the same name and organisation"
    NAME = "the same name"


class Pair(Value):
    """Two contacts that may be one."""

    first: Text
    """Keys in the store."""
    second: Text
    names: tuple[Text, Text]
    likeness: Likeness


class Held(NamedTuple):
    """Somebody read from a file who is like somebody kept, or like somebody above them in the file."""

    contact: Contact
    key: str | None
    """Of the one kept; None where it is one of the file."""
    other: Contact
    likeness: Likeness


class Arrivals(NamedTuple):
    """What a file brings."""

    new: tuple[Contact, ...]
    held: tuple[Held, ...]
    known: tuple[Held, ...]
    """Kept already, with all that the file says: by address, or by name and organisation."""


class Merged(Value):
    """Two contacts as one, and what of the second gave way."""

    contact: Contact
    gave_way: tuple[Text, ...]


COMPARED = ("organisation", "role", "industry", "url", "email")
_Known = tuple[str | None, Contact]


class _Index:
    """Contacts by their addresses, and by folded name with and without place; the first of each, with a page or not."""

    def __init__(self) -> None:
        self._addresses: dict[str, list[_Known]] = {}
        self._names: dict[tuple[str, str, bool], _Known] = {}

    def add(self, key: str | None, contact: Contact) -> None:
        known = (key, contact)
        for address in _addresses(contact):
            self._addresses.setdefault(address, []).append(known)
        name, paged = fold_name(contact.name), contact.url is not None
        self._names.setdefault((name, fold(contact.organisation or ""), paged), known)
        self._names.setdefault((name, ANYWHERE, paged), known)

    def find(self, contact: Contact, moved: bool = False) -> tuple[str | None, Contact, Likeness] | None:
        """The surest likeness. An address that people of different names share is a firm's and says nothing; two of one
        name with different pages are two people. With `moved`, one kept at the same place may have another page now."""
        name, place = fold_name(contact.name), fold(contact.organisation or "")
        words = set(name.split())
        for address in _addresses(contact):
            for known in self._addresses.get(address, ()):
                if words.intersection(fold_name(known[1].name).split()):
                    return (*known, Likeness.ADDRESS)
        for where, likeness in ((place, Likeness.PLACE), (ANYWHERE, Likeness.NAME)):
            like = self._names.get((name, where, False))
            paged = self._names.get((name, where, True))
            if like is None and paged and (contact.url is None or (moved and likeness is Likeness.PLACE and paged[0])):
                like = paged
            if like and where:
                return (*like, likeness)
        return None


def sort_arrivals(known: Iterable[Keyed], arriving: Sequence[Contact]) -> Arrivals:
    """Who is new, who is held back as they are like somebody, and who is kept already."""
    index = _Index()
    for key, contact in known:
        index.add(key, contact)
    new: list[Contact] = []
    held: list[Held] = []
    same: list[Held] = []
    for contact in arriving:
        found = index.find(contact, moved=True)
        if found is None:
            new.append(contact)
            index.add(None, contact)
        else:
            one = Held(contact, *found)
            sure = one.key is not None and one.likeness is not Likeness.NAME
            (same if sure and not list_news(one.other, contact) else held).append(one)
    return Arrivals(tuple(new), tuple(held), tuple(same))


def list_news(kept: Contact, arriving: Contact) -> tuple[str, ...]:
    """What `arriving` says that `kept` does not: `organisation: Fir (kept: Oak)`."""
    news: list[str] = []
    for field in COMPARED:
        mine, theirs = getattr(kept, field), getattr(arriving, field)
        if theirs and not _alike(mine, theirs):
            news.append(f"{field}: {theirs}" + (f" (kept: {mine})" if mine else ""))
    known = kept.expertise
    deeper = [f"{skill}:{at}" for skill, at in arriving.expertise.items() if skill not in known or at > known[skill]]
    former = [place for place in arriving.former if place not in kept.former]
    touched = [str(touch.on) for touch in arriving.touches if touch not in kept.touches]
    for field, found in (("expertise", deeper), ("former", former), ("touches", touched)):
        if found:
            news.append(f"{field}: {', '.join(found)}")
    if arriving.notes and arriving.notes not in (kept.notes or ""):
        news.append("notes")
    return tuple(news)


def bring_up_to_date(kept: Contact, arriving: Contact) -> Contact:
    """`kept` with what `arriving` says anew; an organisation that was left becomes a former one. How one met, and how
    closely one wants to keep up, stay one's own."""
    own = {field: getattr(kept, field) or getattr(arriving, field) for field in ("name", "met", "tier", "every")}
    return merge(arriving.change(**own), kept).contact


def find_pairs(contacts: Iterable[Keyed]) -> tuple[Pair, ...]:
    """Pairs among those kept, the surest first."""
    index = _Index()
    found: list[Pair] = []
    for key, contact in contacts:
        if like := index.find(contact):
            other_key, other, likeness = like
            names = (other.name, contact.name)
            found.append(Pair(first=other_key or "", second=key, names=names, likeness=likeness))
        index.add(key, contact)
    order = list(Likeness)
    return tuple(sorted(found, key=lambda pair: (order.index(pair.likeness), pair.names)))


def merge(first: Contact, second: Contact) -> Merged:
    """`first` with what only `second` says; where both speak, the first stays and the other's word is told."""
    gave_way: list[str] = []
    changes: dict[str, object] = {}
    for field in ("organisation", "role", "industry", "met", "tier", "every", "mentorship", "url", "email", "snooze"):
        mine, theirs = getattr(first, field), getattr(second, field)
        if mine is None:
            changes[field] = theirs
        elif theirs is not None and theirs != mine and not isinstance(theirs, Value):
            gave_way.append(f"{field}: {theirs}")
    if first.name != second.name:
        gave_way.append(f"name: {second.name}")
    if first.mentorship and second.mentorship and first.mentorship != second.mentorship:
        gave_way.append(f"mentorship since {second.mentorship.since}")
    former = dict.fromkeys((*first.former, *second.former))
    if first.organisation and second.organisation and not share_place(first, second):
        former[second.organisation] = None
    deepest = dict(second.expertise)
    for skill, stage in first.expertise.items():
        deepest[skill] = max(stage, deepest.get(skill, stage))
    notes = "\n".join(dict.fromkeys(filter(None, (first.notes, second.notes))))
    touches = {(touch.on, touch.kind): touch for touch in (*first.touches, *second.touches)}
    contact = first.change(
        **changes,
        added_on=min(first.added_on, second.added_on),
        former=tuple(former),
        expertise=Map(deepest),
        consent=_settle_consent(first.consent, second.consent),
        willing=second.willing if first.willing is Willing.UNASKED else first.willing,
        room=max(first.room, second.room),
        mentees=max(first.mentees, second.mentees),
        notes=notes or None,
        touches=tuple(touches.values()),
    )
    return Merged(contact=contact, gave_way=tuple(gave_way))


def share_place(first: Contact, second: Contact) -> bool:
    """Whether both are at one organisation now."""
    return bool(first.organisation and second.organisation) and fold(first.organisation or "") == fold(
        second.organisation or ""
    )


def _alike(mine: str | None, theirs: str) -> bool:
    """Whether two words differ in accents, case and marks alone."""
    return mine is not None and (fold_address(mine) == fold_address(theirs) or fold(mine) == fold(theirs) != "")


def _settle_consent(first: Consent, second: Consent) -> Consent:
    if Consent.REFUSED in (first, second):
        return Consent.REFUSED
    return second if first is Consent.UNASKED else first


def _addresses(contact: Contact) -> Iterator[str]:
    if contact.url:
        yield fold_address(contact.url)
    if contact.email:
        yield contact.email.lower()
