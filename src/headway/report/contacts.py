"""Contacts as vCards that address books read, and as a table that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from headway.network.model import Contact
from headway.report.cells import guard
from headway.values import Slug, Stage

COLUMNS = (
    "name kind organisation role former industry expertise met tier every consent willing room mentees url email notes "
    "added_on touches"
).split()
WIDEST = 75
"""Octets of a line, after which it is folded (RFC 6350, 3.2)."""
LEVELS = {Stage.ENTRY: "beginner", Stage.MID: "average", Stage.SENIOR: "expert", Stage.LEADERSHIP: "expert"}
"""Of RFC 6715."""
KINDS = {"person": "individual", "community": "group", "event": "x-event"}


def write_table(contacts: Iterable[Contact]) -> bytes:
    """CSV (RFC 4180, UTF-8), read back by `headway people import`; all but mentorships and put-off reminders."""
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow(column.replace("_", " ") for column in COLUMNS)
    for contact in contacts:
        table.writerow([guard(_cell(contact, column)) for column in COLUMNS])
    return file.getvalue().encode()


def _cell(contact: Contact, column: str) -> object:
    if column == "expertise":
        return "; ".join(f"{skill}:{stage}" for skill, stage in contact.expertise.items())
    if column == "touches":
        return "; ".join(f"{touch.on} {touch.kind}" for touch in contact.touches)
    if column == "former":
        return "; ".join(contact.former)
    return getattr(contact, column)


def write_vcards(contacts: Iterable[Contact], names: Mapping[Slug, str]) -> bytes:
    """vCards 4.0 (RFC 6350) with what an address book can hold: no notes on the tie, which are one's own."""
    return "".join(fold_line(line) for contact in contacts for line in _card(contact, names)).encode()


def _card(contact: Contact, names: Mapping[Slug, str]) -> Iterable[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"KIND:{KINDS[contact.kind]}"
    yield f"FN:{escape(contact.name)}"
    if contact.organisation:
        yield f"ORG:{escape(contact.organisation)}"
    if contact.role:
        yield f"TITLE:{escape(contact.role)}"
    if contact.email:
        yield f"EMAIL:{escape(contact.email)}"
    if contact.url:
        yield f"URL:{contact.url}"
    for skill, stage in contact.expertise.items():
        yield f"EXPERTISE;LEVEL={LEVELS[stage]};X-STAGE={stage}:{escape(names.get(skill, skill))}"
    yield "END:VCARD"


def escape(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, escaped)
    return text


def fold_line(line: str) -> str:
    """A line with its end, folded at 75 octets and never inside a character."""
    parts: list[str] = []
    part, width = "", 0
    for character in line:
        octets = len(character.encode())
        if width + octets > WIDEST:
            parts.append(part)
            part, width = " ", 1
        part += character
        width += octets
    return "\r\n".join((*parts, part)) + "\r\n"
