"""One entry of a file -> a contact. A field that cannot be meant is left out and told; the rest is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from headway.errors import Problem
from headway.network.model import MOST_NOTES, Contact
from headway.profile.lines import clean_line, clean_text

LONGEST = 200


class Reading(NamedTuple):
    """What a file holds, and what was odd about it."""

    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...]


def build_contact(fields: Mapping[str, Any], file: str, line: int | None) -> tuple[Contact | None, list[Problem]]:
    """A contact of the `fields` that hold; None where there is no name."""
    kept = {field: value for field, value in fields.items() if value not in (None, "", (), {})}
    problems: list[Problem] = []
    if not kept.get("name"):
        return None, [Problem(message="has no name and was left out", file=file, line=line)]
    if len(kept.get("notes", "")) > MOST_NOTES:
        kept["notes"] = kept["notes"][:MOST_NOTES]
        problems.append(Problem(message=f"notes were cut at {MOST_NOTES:,} characters", file=file, line=line))
    while True:
        try:
            return Contact.model_validate(kept), problems
        except ValidationError as fault:
            wrong = {str(error["loc"][0]): error["msg"] for error in fault.errors() if error["loc"]}
            if not wrong or "name" in wrong or not set(wrong) & set(kept):
                return None, [Problem(message="cannot be read and was left out", file=file, line=line)]
            for field, message in wrong.items():
                said = f"{str(kept.pop(field, ''))[:40]!r} cannot be read and was left out"
                hint = message if message.startswith("Input should be '") else None
                problems.append(Problem(message=said, file=file, line=line, field=field, hint=hint))


def short(text: str) -> str:
    """One clean line of at most 200 characters; most are clean already."""
    if len(text) <= LONGEST and text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return clean_line(text)[:LONGEST].strip()


def long(text: str) -> str:
    return clean_text(text).strip()
