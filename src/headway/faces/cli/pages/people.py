"""People on a terminal: lists with the tie and why, everything kept of one, who is due."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

from rich.console import Console
from rich.text import Text

from headway.actions.contacts import Arrival, HeldBack
from headway.actions.people import Person
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.network.alike import Likeness, Merged, Pair
from headway.network.cadence import Due, DueList
from headway.network.model import Contact
from headway.network.ties import judge_tie

SHOWN = 20
"""Rows of a list that may be long."""
PRIVATE = "Kept on this machine alone; `headway people forget NAME` erases it."


@contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """What goes on, on standard error where somebody watches it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with open_console(stderr=True).status("…") as status:
        yield lambda said: status.update(f"{said}…")


def show_people(people: Sequence[Person], asked: bool) -> None:
    console = open_console()
    if not people:
        console.print(
            "Nobody fits." if asked else "Nobody is kept yet: headway people add NAME, or people import FILE."
        )
        return
    put_title(console, f"{len(people):,} contact{'s' * (len(people) != 1)}")
    grid = make_grid(26, 26, None)
    for person in people[:SHOWN]:
        grid.add_row(person.contact.name, say_place(person.contact), f"{person.tie.lane}: {person.tie.reason}")
    put(console, grid)
    _more(len(people), "narrow it with words, or use --json")


def show_person(person: Person) -> None:
    console, contact = open_console(), person.contact
    put_title(console, contact.name)
    grid = make_grid(12, None)
    for label, said in _say_contact(contact):
        if said:
            grid.add_row(label, said)
    grid.add_row("Tie", f"{person.tie.lane}: {person.tie.reason}")
    put(console, grid)
    put_list(console, "Contacts", [f"{t.on} {t.kind}" for t in reversed(contact.touches[-12:])])
    put(console, Text(f"\nKey {person.key[:8]}. {PRIVATE}", style="dim"))


def _say_contact(contact: Contact) -> Iterator[tuple[str, str]]:
    yield "Is", "" if contact.kind == "person" else contact.kind
    yield "Works", say_place(contact)
    yield "Before", ", ".join(contact.former)
    yield "Industry", contact.industry or ""
    yield "Knows", ", ".join(f"{skill} ({stage})" for skill, stage in contact.expertise.items())
    yield "Met", contact.met or ""
    own = f"every {contact.every} days" if contact.every else ""
    yield "Keep up", ", ".join(filter(None, (contact.tier, own)))
    yield "Put off", f"until {contact.snooze.until}" if contact.snooze else ""
    if contact.willing != "unasked":
        yield "Would mentor", f"{contact.willing}; {contact.mentees} of {contact.room} places taken"
    if terms := contact.mentorship:
        said = [f"your {terms.side} since {terms.since}", *([terms.agreement] if terms.agreement else []), *terms.goals]
        yield "Mentorship", "; ".join([*said, f"every {terms.every} days"])
    yield "Consent", contact.consent
    yield "Page", contact.url or ""
    yield "E-mail", contact.email or ""
    yield "Notes", contact.notes or ""


def show_arrival(arrival: Arrival) -> None:
    console = open_console()
    verb = "brought in" if arrival.written else "would be brought in"
    put_title(console, f"{arrival.file}: {arrival.read:,} read, {len(arrival.new):,} {verb}")
    if arrival.known:
        put(console, Text(f"{arrival.known:,} kept already, with all that the file says."))
    _put_held(console, "Brought up to date" if arrival.written else "Would be brought up to date", arrival.updated)
    _put_held(console, "Held back, as they are like somebody", arrival.held)
    if any(held.kept and held.likeness is Likeness.ADDRESS and held.news for held in arrival.held):
        put(console, Text("--update takes over what the file says of those with the same address.", style="dim"))
    if any(held.likeness is not Likeness.ADDRESS for held in arrival.held):
        put(console, Text("Bring others in as other people with --as-new, then headway people merge.", style="dim"))
    put_list(console, f"Take note ({len(arrival.problems):,})", [str(problem) for problem in arrival.problems[:SHOWN]])
    _more(len(arrival.problems), "--json has them all")
    if not arrival.written:
        put(console, Text("\nNothing was written."))
    elif arrival.new:
        put(console, Text("\nKeep up with some of them: headway people change NAME --tier regular", style="dim"))


def _put_held(console: Console, title: str, found: Sequence[HeldBack]) -> None:
    if not found:
        return
    put_section(console, f"{title} ({len(found):,})")
    grid = make_grid(28, None)
    for held in found[:SHOWN]:
        where = "kept" if held.kept else "in this file"
        grid.add_row(held.name, "; ".join((f"{held.likeness} as {held.like}, {where}", *held.news)))
    put(console, grid)
    _more(len(found), "--json has them all")


def show_pairs(pairs: Sequence[Pair]) -> None:
    console = open_console()
    if not pairs:
        console.print("No two of your contacts look like one person.")
        return
    put_title(console, f"{len(pairs):,} pair{'s' * (len(pairs) != 1)} that may be one person")
    grid = make_grid(None, 32)
    for pair in pairs[:SHOWN]:
        both = f"{pair.names[0]} ({pair.first[:8]}) and {pair.names[1]} ({pair.second[:8]})"
        grid.add_row(both, str(pair.likeness))
    put(console, grid)
    _more(len(pairs), "--json has them all")
    put(console, Text("\nLook at one with headway people merge KEY KEY; --yes merges.", style="dim"))


def show_merged(merged: Merged, written: bool, today: date) -> None:
    console = open_console()
    put_title(console, "Merged" if written else "Merged, this would be")
    grid = make_grid(12, None)
    for label, said in (("Name", merged.contact.name), *_say_contact(merged.contact)):
        if said:
            grid.add_row(label, said)
    grid.add_row("Tie", judge_tie(merged.contact, today).reason)
    put(console, grid)
    put_list(console, "What the other one said, and gave way", merged.gave_way)
    if not written:
        put(console, Text("\nNothing was written: --yes writes it and erases the other."))


def show_touched(person: Person, today: date) -> None:
    last, every = person.contact.last_real(today), person.contact.cadence(today)
    said = f"Noted. Last contact with {person.contact.name}: {last or 'none yet'}."
    if last and every:
        said += f" Due again on {last + timedelta(days=every)}."
    open_console().print(said)


def show_snoozed(person: Person) -> None:
    until = person.contact.snooze
    said = f"no reminder before {until.until}" if until else "reminders as before"
    open_console().print(f"{person.contact.name}: {said}. The cadence still runs from the last real contact.")


def show_due(found: DueList) -> None:
    console = open_console()
    if not found.total:
        put_title(console, "Nobody is due")
    else:
        put_title(console, f"{found.total:,} to be in touch with")
        grid = make_grid(24, 13, None)
        for item in found.items:
            grid.add_row(item.name, _say_when(item), Text(_say_due(item)))
        put(console, grid)
        if found.total > len(found.items):
            put(console, Text(f"… and {found.total - len(found.items):,} more: headway due --all", style="dim"))
    put(console, Text(f"\n{found.followed:,} with a cadence, {found.snoozed:,} put off.", style="dim"))


def _say_when(item: Due) -> str:
    if item.days_over == 0:
        return "today"
    return f"{item.days_over} days over" if item.days_over > 0 else f"in {-item.days_over} days"


def _say_due(item: Due) -> str:
    said = [item.reason, f"{item.tie.lane} tie"]
    if item.tried:
        said.append(f"tried {item.tried}, no answer")
    if item.planned:
        said.append(f"planned for {item.planned}")
    return "; ".join(said)


def say_place(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.role, contact.organisation)))


def _more(count: int, hint: str) -> None:
    if count > SHOWN:
        put(open_console(), Text(f"… and {count - SHOWN:,} more: {hint}", style="dim"))
