"""LinkedIn's connections: its whole export, or `Connections.csv` of it."""

from __future__ import annotations

from datetime import date

from headway.errors import Problem
from headway.network.model import Contact
from headway.network.readers.entry import Reading, build_contact
from headway.profile.encodings import peek
from headway.profile.readers.linkedin import read_connections

HEADINGS = "first name,last name,url"


def identify(data: bytes) -> bool:
    """Whether the headings of `Connections.csv` stand near the beginning, where a note may stand above them."""
    return any(line.lower().startswith(HEADINGS) for line in peek(data).splitlines()[:12])


def read(data: bytes, name: str, today: date) -> Reading:
    """The people of an export; e-mail addresses are not taken over. To be connected is not to have been in touch."""
    people, problems = read_connections(data, name)
    found: list[Contact] = []
    odd: list[Problem] = list(problems)
    for person in people:
        fields = {
            "name": person.name,
            "organisation": person.organisation,
            "role": person.role,
            "url": person.url,
            "met": f"connected on LinkedIn, {person.connected}" if person.connected else "connected on LinkedIn",
            "added_on": today,
        }
        contact, faults = build_contact(fields, name, None)
        odd += faults
        if contact:
            found.append(contact)
    return Reading(tuple(found), tuple(odd))
