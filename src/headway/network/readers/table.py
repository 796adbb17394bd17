"""A CSV table of contacts, by its headings: our own export, or one from an address book."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from headway.errors import Problem
from headway.network.model import Contact
from headway.network.names import fold
from headway.network.readers.entry import Reading, build_contact, long, short
from headway.profile.rows import Row, split_rows
from headway.values import Slug, Stage

HEADINGS = {
    "name": "name, full name, display name",
    "first": "first name, given name, firstname",
    "last": "last name, family name, surname, lastname",
    "kind": "kind",
    "organisation": "organisation, organization, company, employer, organization name, company name",
    "role": "role, title, job title, position, organization title",
    "former": "former, former organisations",
    "industry": "industry, sector",
    "expertise": "expertise, skills",
    "met": "met, how we met, how met",
    "tier": "tier",
    "every": "every, cadence",
    "consent": "consent",
    "willing": "willing",
    "room": "room",
    "mentees": "mentees",
    "notes": "notes, note",
    "url": "url, website, linkedin, profile, profile url, website 1 value",
    "email": "email, e mail, email address, e mail address, e mail 1 value",
    "added_on": "added on",
    "touches": "touches",
    "last_contact": "last contact, last contacted",
}
_FIELD = {heading: field for field, headings in HEADINGS.items() for heading in headings.split(", ")}
_LINES = ("name", "organisation", "role", "industry", "met", "url", "email", "kind", "tier", "consent", "willing")
_NUMBERS = ("every", "room", "mentees")
GUARDED = ("=", "+", "-", "@", "\t", "\r")


def read(text: str, name: str, today: date, place: Callable[[str], Slug | None]) -> Reading:
    """The contacts of a table whose first row names its columns."""
    rows = split_rows(text, _find_delimiter(re.split(r"[\r\n]", text, maxsplit=1)[0]))
    headings = next(rows, Row(1, []))
    fields = [_FIELD.get(fold(cell), "") for cell in headings.cells or []]
    if not {"name", "first", "last"}.intersection(fields):
        message = "has no column of names: its first row must name the columns, as name,organisation,role"
        return Reading((), (Problem(message=message, file=name, line=1),))
    found: list[Contact] = []
    problems: list[Problem] = []
    for row in rows:
        if row.cells is None or any(cell.strip() for cell in row.cells[len(fields) :]):
            why = row.why or f"has {len(row.cells or [])} cells where the first row names {len(fields)}"
            problems.append(Problem(message=f"{why}; it was left out", file=name, line=row.line))
            continue
        said = {field: cell.strip() for field, cell in zip(fields, row.cells, strict=False) if field and cell}
        if not any(said.values()):
            if row.cells:
                problems.append(Problem(message="has no name and was left out", file=name, line=row.line))
            continue
        values, odd = _understand(said, today, place)
        contact, faults = build_contact(values, name, row.line)
        problems += (Problem(message=message, file=name, line=row.line) for message in odd)
        problems += faults
        if contact:
            found.append(contact)
    return Reading(tuple(found), tuple(problems))


def _find_delimiter(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _understand(
    said: dict[str, str], today: date, place: Callable[[str], Slug | None]
) -> tuple[dict[str, Any], list[str]]:
    """The fields of a contact, and what of the row says nothing."""
    odd: list[str] = []
    said = {field: _undo_guard(cell) for field, cell in said.items()}
    values: dict[str, Any] = {field: short(said[field]) for field in _LINES if field in said}
    for field in ("kind", "tier", "consent", "willing"):
        if field in values:
            values[field] = values[field].lower()
    for field in _NUMBERS:
        if field in said:
            values[field] = said[field]
    if not values.get("name"):
        values["name"] = short(" ".join(filter(None, (said.get("first"), said.get("last")))))
    if "notes" in said:
        values["notes"] = long(said["notes"])
    if "former" in said:
        values["former"] = tuple(short(part) for part in said["former"].split(";") if part.strip())
    if "expertise" in said:
        values["expertise"], unknown = read_expertise(said["expertise"], place)
        odd += unknown
    values["added_on"] = said.get("added_on") or today
    touches, unread = _read_touches(said, today)
    values["touches"] = touches
    return values, odd + unread


def read_expertise(said: str, place: Callable[[str], Slug | None]) -> tuple[dict[Slug, Stage], list[str]]:
    """`pytorch:senior; rag` -> skills with stages (mid where none is said), and what is no skill or stage."""
    found: dict[Slug, Stage] = {}
    odd: list[str] = []
    for part in re.split(r"[;|\n]", said):
        name, colon, stage = part.strip().rpartition(":")
        name, stage = (name, stage.strip().lower()) if colon else (stage.strip(), Stage.MID.value)
        if not name:
            continue
        slug = place(name)
        if slug is None:
            odd.append(f"{name[:60]!r} is no skill of the catalog and was left out of the expertise")
        elif stage not in list(Stage):
            odd.append(f"{stage[:40]!r} is no stage: write {', '.join(Stage)}, as pytorch:senior")
        else:
            found[slug] = Stage(stage)
    return found, odd


def _read_touches(said: dict[str, str], today: date) -> tuple[tuple[dict[str, Any], ...], list[str]]:
    """`2026-03-01 met; 2026-05-02 call`, and the day of a column `last contact`."""
    found: list[dict[str, Any]] = []
    odd: list[str] = []
    parts = [part.split() for part in said.get("touches", "").split(";") if part.strip()]
    if said.get("last_contact"):
        parts.append([said["last_contact"]])
    for day, *kind in parts:
        try:
            on = date.fromisoformat(day)
        except ValueError:
            odd.append(f"{day[:40]!r} is no day: write 2026-03-01")
            continue
        if on > today and kind != ["planned"]:
            odd.append(f"a contact on {on} is still to come and was left out")
            continue
        found.append({"on": on, "kind": kind[0] if kind else "message"})
    return tuple(found), odd


def _undo_guard(cell: str) -> str:
    """Without the quote mark that an export puts before what a spreadsheet would run."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(GUARDED) else cell
