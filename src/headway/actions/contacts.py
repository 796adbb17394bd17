"""Files of contacts, in and out. What is brought in is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from headway.actions.people import MOST_KEPT, Open, find_person, make_key, make_place
from headway.errors import HeadwayError, Problem, WrongUse
from headway.network.alike import Held, Likeness, bring_up_to_date, list_news, sort_arrivals
from headway.network.model import Contact
from headway.store.kinds import CONTACT
from headway.values import Name, Text, Value

if TYPE_CHECKING:
    from headway.store.front import Store


class HeldBack(Value):
    """Somebody of a file who was not written, as they are like somebody else."""

    name: Name
    organisation: Name | None
    like: Name
    likeness: Likeness
    kept: bool
    """Whether that one is kept, or stands in the same file."""
    news: tuple[Text, ...] = ()
    """What the file says that is not kept, `organisation: Fir (kept: Oak)`."""


class Arrival(Value):
    """What a file brought."""

    file: Text
    read: int
    new: tuple[Name, ...]
    known: int = 0
    """Kept already, with all that the file says."""
    updated: tuple[HeldBack, ...] = ()
    """Kept already, and brought up to date."""
    held: tuple[HeldBack, ...]
    problems: tuple[Problem, ...]
    written: bool


def import_people(
    store: Store,
    path: Path,
    today: date,
    open_catalog: Open,
    preview: bool = False,
    as_new: bool = False,
    update: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Arrival:
    """Brings in the contacts of a file: the new ones are written, those like somebody are held back.

    With `update`, what the file says anew of those kept with the same page or e-mail address is written, too; with
    `as_new`, those who are like somebody by name alone are brought in as other people.
    """
    from headway.actions.files import read_bytes
    from headway.network.read import read_contacts as read_file

    tell("reading the file")
    reading = read_file(read_bytes(path), path.name, today, make_place(open_catalog))
    tell(f"{len(reading.contacts):,} contacts read; comparing them with those kept")
    with store.together():
        kept = {one.key: one for one in store.all(CONTACT)}
        arrivals = sort_arrivals(((key, one.value) for key, one in kept.items()), reading.contacts)
        changed: dict[str, Held] = {}
        merged: dict[str, Contact] = {}
        problems = list(reading.problems)
        for held in arrivals.held if update else ():
            if held.key is None or held.likeness is not Likeness.ADDRESS:
                continue
            try:
                merged[held.key] = bring_up_to_date(merged.get(held.key, kept[held.key].value), held.contact)
            except ValidationError as fault:
                first = fault.errors()[0]
                said = f"{held.other.name} cannot be brought up to date: {first['loc'][0]}: {first['msg']}"
                problems.append(Problem(message=said, file=path.name, hint="see headway people merge"))
            else:
                changed[held.key] = held
        others = [h for h in arrivals.held if as_new and h.likeness is not Likeness.ADDRESS]
        new = (*arrivals.new, *(held.contact for held in others))
        if len(kept) + len(new) > MOST_KEPT:
            raise HeadwayError(f"that would be more than {MOST_KEPT:,} contacts", "bring in fewer")
        if not preview:
            tell(f"writing {len(new):,} new ones")
            store.put_all(CONTACT, {make_key(): contact for contact in new})
            for key, contact in merged.items():
                store.put(CONTACT, contact, kept[key].version, key)
    gone = {id(held) for held in (*changed.values(), *others)}
    return Arrival(
        file=path.name,
        read=len(reading.contacts),
        new=tuple(contact.name for contact in new),
        known=len(arrivals.known),
        updated=tuple(_describe(held) for held in changed.values()),
        held=tuple(_describe(held) for held in arrivals.held if id(held) not in gone),
        problems=tuple(problems),
        written=not preview,
    )


def _describe(held: Held) -> HeldBack:
    return HeldBack(
        name=held.contact.name,
        organisation=held.contact.organisation,
        like=held.other.name,
        likeness=held.likeness,
        kept=held.key is not None,
        news=list_news(held.other, held.contact),
    )


def export_people(store: Store, path: Path, names: Sequence[str], open_catalog: Open) -> int:
    """Writes those named, or all, as the ending of `path` says: .csv, .vcf, or .json with everything held of them."""
    from headway.actions.files import write_files
    from headway.report.contacts import write_table, write_vcards

    found = [find_person(store, name) for name in names] or list(store.all(CONTACT))
    contacts = [kept.value for kept in found]
    match path.suffix.lower():
        case ".csv":
            content = write_table(contacts)
        case ".vcf":
            content = write_vcards(contacts, {slug: skill.name for slug, skill in open_catalog().skills.items()})
        case ".json":
            content = ("[" + ",\n".join(c.model_dump_json() for c in contacts) + "]\n").encode()
        case _:
            raise WrongUse(f"{path.name!r} has no known ending", "name a file that ends in .csv, .vcf or .json")
    write_files(path.parent, {path.name: content})
    return len(contacts)
