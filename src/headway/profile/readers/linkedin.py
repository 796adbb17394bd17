"""LinkedIn's data export: a ZIP of CSV files, whole or in part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from headway.errors import Problem, UnreadableFile
from headway.profile.archives import check_archive, find_entry, is_zip, list_entries, read_entry
from headway.profile.dates import month_number
from headway.profile.encodings import decode
from headway.profile.lines import clean_line
from headway.profile.model import Connection, Draft
from headway.profile.rows import split_rows
from headway.profile.structured import write_draft

LABEL = "LinkedIn export"
EXTENSIONS = (".zip",)
_PARTS = ("Profile", "Positions", "Skills", "Education", "Certifications", "Languages", "Projects", "Connections")
_MOST_ROWS = 2_000
_MOST_LINES = 400
"""Of one row: descriptions run over many."""
_MOST_CONNECTIONS = 30_000
"""As many as LinkedIn allows."""
_DAY = re.compile(r"(\d{1,2}) ([^\W\d_]{3,10})\.? (\d{4})|(\d{4})-(\d\d)-(\d\d)")
_ADDRESS = re.compile(r"https?://[^\s,\]]{3,400}")

Row = dict[str, str]


def identify(data: bytes, name: str) -> bool:
    """Whether the file is a ZIP with one of the export's tables in it."""
    return is_zip(data) and any(find_entry(list_entries(data), f"{part}.csv") for part in _PARTS)


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of an export, with the connections beside it. Messages, e-mail addresses and the rest are not read."""
    check_archive(data, name)
    export = _Export(data, name)
    value = _resume(export)
    draft, problems = write_draft(value, "linkedin", name)
    connections = tuple(_connections(export))
    people = export.place("Connections")  # single ones are told of where they are read
    export.problems = [p for p in export.problems if p.line is None or p.file != people]
    if not draft.text:
        held = f"connections ({len(connections):,}) but no profile" if connections else "no profile"
        hint = "ask LinkedIn for the export with profile and positions"
        if connections:
            hint += f"; `headway people import {name}` brings the connections in"
        raise UnreadableFile(name, f"is a LinkedIn export that holds {held}", hint)
    return draft.change(connections=connections), (*export.problems, *problems)


def read_connections(data: bytes, name: str) -> tuple[tuple[Connection, ...], tuple[Problem, ...]]:
    """The people of an export, or of its `Connections.csv` alone: name, organisation, role, since when, address."""
    if is_zip(data):
        check_archive(data, name)
        export = _Export(data, name)
    else:
        export = _Export(b"", name, {"connections": data})
    return tuple(_connections(export)), tuple(export.problems)


class _Export:
    """The tables of an export; what is odd about them is noted while they are read."""

    def __init__(self, data: bytes, name: str, tables: dict[str, bytes] | None = None) -> None:
        self._data, self._name, self._tables = data, name, tables
        self._entries = () if tables else list_entries(data)
        self.problems: list[Problem] = []
        self.line = 0
        """Of the table, where the row at hand begins."""

    def rows(self, table: str, most: int = _MOST_ROWS, strict: bool = False) -> Iterator[Row]:
        """The rows of a table, by its headings in small letters; lines before the headings are passed over."""
        body = self._body(table)
        if not body:
            return
        text, problems = decode(body, self.place(table))
        self.problems += problems
        keys: list[str] = []
        number = 0
        for self.line, cells, why in split_rows(text, most_lines=_MOST_LINES, strict=strict):
            if cells is None:
                if keys:
                    self.note(table, f"{why}; it was left out", self.line)
            elif not keys:
                keys = [cell.strip().lower() for cell in cells] if _is_heading(cells) else []
            elif any(cell.strip() for cell in cells):
                number += 1
                if number > most:
                    self.note(table, f"has more than {most:,} rows; the others were left out")
                    return
                yield {key: clean_cell(cell) for key, cell in zip(keys, cells, strict=False)}
        if not keys:
            self.note(table, "has no headings that are known and was left out")

    def note(self, table: str, message: str, line: int | None = None) -> None:
        self.problems.append(Problem(message=message, file=self.place(table), line=line))

    def place(self, table: str) -> str:
        """The name of a table's file: that of the export before it, where it is in one."""
        return self._name if self._tables is not None else f"{self._name}:{table}.csv"

    def _body(self, table: str) -> bytes | None:
        if self._tables is not None:
            return self._tables.get(table.lower())
        entry = find_entry(self._entries, f"{table}.csv")
        body = read_entry(self._data, entry) if entry else None
        if entry and body is None:
            self.note(table, "is damaged and was left out")
        return body


def clean_cell(cell: str) -> str:
    return cell.strip().replace("\r\n", "\n")


def _is_heading(cells: list[str]) -> bool:
    """The row of headings; `Connections.csv` has a note and an empty line above it."""
    known = {"name", "title", "first name", "company name", "school name", "content title", "url", "number"}
    return bool(known & {cell.strip().lower() for cell in cells})


def _resume(export: _Export) -> dict[str, Any]:
    """The tables as the parts of JSON Resume."""
    person = next(iter(export.rows("Profile")), {})
    return {
        "basics": {
            "name": " ".join(filter(None, (person.get("first name"), person.get("last name")))),
            "label": clean_line(person.get("headline", "")),
            "summary": person.get("summary", ""),
            "location": {"city": person.get("geo location", "")},
            "profiles": [{"network": "Web", "url": url} for url in _ADDRESS.findall(person.get("websites", ""))],
        },
        "work": [
            {
                "name": row.get("company name", ""),
                "position": row.get("title", ""),
                "location": row.get("location", ""),
                "startDate": row.get("started on", ""),
                "endDate": row.get("finished on", ""),
                "description": row.get("description", ""),
            }
            for row in export.rows("Positions")
        ],
        "volunteer": [
            {
                "organization": row.get("company name", ""),
                "position": row.get("role", ""),
                "startDate": row.get("started on", ""),
                "endDate": row.get("finished on", ""),
                "description": row.get("description", ""),
            }
            for row in export.rows("Volunteering")
        ],
        "education": [
            {
                "institution": row.get("school name", ""),
                "studyType": row.get("degree name", ""),
                "startDate": row.get("start date", ""),
                "endDate": row.get("end date", ""),
                "description": "\n".join(filter(None, (row.get("notes"), row.get("activities")))),
            }
            for row in export.rows("Education")
        ],
        "projects": [
            {
                "name": row.get("title", ""),
                "startDate": row.get("started on", ""),
                "endDate": row.get("finished on", ""),
                "description": row.get("description", ""),
                "url": row.get("url", ""),
            }
            for row in export.rows("Projects")
        ],
        "skills": [{"name": row.get("name", "")} for row in export.rows("Skills")],
        "certificates": [
            {
                "name": row.get("name", ""),
                "issuer": row.get("authority", ""),
                "date": row.get("started on", ""),
                "expires": row.get("finished on", ""),
                "url": row.get("url", ""),
            }
            for row in export.rows("Certifications")
        ],
        "publications": [
            {
                "name": row.get("name", ""),
                "publisher": row.get("publisher", ""),
                "releaseDate": row.get("published on", ""),
                "summary": row.get("description", ""),
            }
            for row in export.rows("Publications")
        ],
        "languages": [
            {"language": row.get("name", ""), "fluency": row.get("proficiency", "")} for row in export.rows("Languages")
        ],
        "awards": [
            {"title": row.get("title", ""), "date": row.get("issued on", ""), "summary": row.get("description", "")}
            for row in export.rows("Honors")
        ],
    }


def _connections(export: _Export) -> Iterator[Connection]:
    for row in export.rows("Connections", _MOST_CONNECTIONS, strict=True):
        name = _short(" ".join(filter(None, (row.get("first name"), row.get("last name")))))
        if not name:
            export.note("Connections", "has no name and was left out", export.line)
            continue
        url, said = row.get("url", ""), row.get("connected on", "")
        connected = _day(said)
        if said and connected is None:
            export.note("Connections", f"{said[:40]!r} is no day; the person was kept without it", export.line)
        yield Connection(
            name=name,
            organisation=_short(row.get("company", "")) or None,
            role=_short(row.get("position", "")) or None,
            connected=connected,
            url=url if re.fullmatch(r"https?://[^\s<>\"]{1,480}", url) else None,
        )


def _short(text: str) -> str:
    return clean_line(text)[:200].strip()


def _day(text: str) -> date | None:
    """`12 Mar 2021`, `2021-03-12`; None where it is no day."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        return None
    month = month_number(match[2]) if match[2] else int(match[5])
    try:
        return date(int(match[3] or match[4]), month or 0, int(match[1] or match[6]))
    except ValueError:
        return None
