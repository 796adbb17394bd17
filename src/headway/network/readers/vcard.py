"""vCards 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), many in a file; expertise as in RFC 6715."""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from headway.errors import Problem
from headway.network.model import Contact
from headway.network.readers.entry import Reading, build_contact, long, short
from headway.values import Slug, Stage

VERSIONS = ("2.1", "3.0", "4.0")
LONGEST_LINE = 20_000
"""Characters of a line, unfolded: longer ones are pictures and keys, which are not read."""
_LINE = re.compile(
    r'(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;[\w-]+(?:=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)?)*):'
)
_QUOTED = re.compile(r"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_CHARSET = re.compile(r";CHARSET=\"?([\w.:+-]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PART = re.compile(r"(?<!\\)(?:\\\\)*;")
KINDS = {"individual": "person", "group": "community", "org": "community", "x-event": "event"}
STAGES = {"beginner": Stage.ENTRY, "average": Stage.MID, "expert": Stage.SENIOR}
"""The levels of RFC 6715 as stages, where our own stage does not stand beside them. Judged."""
READ = frozenset("FN N ORG TITLE ROLE EMAIL URL NOTE KIND EXPERTISE X-EXPERTISE X-SOCIALPROFILE VERSION".split())


class Property(NamedTuple):
    line: int
    name: str
    parameters: str
    value: str


def identify(text: str) -> bool:
    return text.lstrip("\ufeff \r\n\t")[:11].upper() == "BEGIN:VCARD"


def read(text: str, name: str, today: date, place: Callable[[str], Slug | None]) -> Reading:
    """The contacts of a file of vCards."""
    found: list[Contact] = []
    problems: list[Problem] = []
    card: list[Property] | None = None
    begun = 0
    for line, content in unfold(text):
        mark = content.strip().upper()
        if mark == "BEGIN:VCARD":
            if card is not None:
                problems.append(_left_out("is not closed by END:VCARD", name, begun))
            card, begun = [], line
        elif card is None:
            if mark:
                problems.append(Problem(message="stands outside of any vCard", file=name, line=line))
        elif mark == "END:VCARD":
            contact, odd = _understand(card, name, begun, today, place)
            problems += odd
            if contact:
                found.append(contact)
            card = None
        elif mark:
            match = _LINE.match(content)
            if match is None:
                problems.append(Problem(message="is no line of a vCard and was passed over", file=name, line=line))
            elif match["name"].upper() in READ:
                value = decode_value(content[match.end() :], match["parameters"])
                card.append(Property(line, match["name"].upper(), match["parameters"], value))
    if card is not None:
        problems.append(_left_out("is not closed by END:VCARD", name, begun))
    return Reading(tuple(found), tuple(problems))


def unfold(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with the number of their first; what begins with a space or tab goes on with the line before, and so
    does what follows an equals sign at the end of a quoted-printable one."""
    first, parts, length = 0, [""], 0
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if first and parts[-1].endswith("=") and _QUOTED.match(parts[0]) and line.strip().upper() != "END:VCARD":
            parts[-1] = parts[-1][:-1]
            if length < LONGEST_LINE:
                parts.append(line)
                length += len(line)
            continue
        if line[:1] in (" ", "\t") and first:
            if length < LONGEST_LINE:
                parts.append(line[1:])
                length += len(line)
            continue
        if first:
            yield first, "".join(parts)
        first, parts, length = number, [line], len(line)
    if first:
        yield first, "".join(parts)


def decode_value(value: str, parameters: str) -> str:
    """A value as it was meant, where it is quoted-printable, in the character set that it names."""
    if not _QUOTED.match(f"{parameters}:"):
        return value
    data = quopri.decodestring(value.encode())
    named = _CHARSET.search(parameters)
    for charset in (named[1] if named else "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def _understand(
    card: list[Property], name: str, begun: int, today: date, place: Callable[[str], Slug | None]
) -> tuple[Contact | None, list[Problem]]:
    said: dict[str, Property] = {}
    for item in card:
        said.setdefault(item.name, item)
    version = said["VERSION"].value.strip() if "VERSION" in said else ""
    if version not in VERSIONS:
        known = f"is vCard {version[:10]}" if version else "names no version"
        return None, [_left_out(f"{known}; {', '.join(VERSIONS[:-1])} and {VERSIONS[-1]} are read", name, begun)]
    odd: list[Problem] = []
    fields: dict[str, Any] = {"added_on": today, "name": _one(said.get("FN")) or _join_name(said.get("N"))}
    if "ORG" in said:
        fields["organisation"] = short(unescape(_split(said["ORG"].value)[0]))
    fields["role"] = _one(said.get("TITLE")) or _one(said.get("ROLE"))
    fields["email"] = _one(said.get("EMAIL")).removeprefix("mailto:")
    fields["url"] = _one(said.get("URL")) or _one(said.get("X-SOCIALPROFILE"))
    if "NOTE" in said:
        fields["notes"] = long(unescape(said["NOTE"].value))
    if "KIND" in said:
        fields["kind"] = KINDS.get(said["KIND"].value.strip().lower(), "person")
    expertise: dict[Slug, Stage] = {}
    for item in card:
        if item.name not in ("EXPERTISE", "X-EXPERTISE"):
            continue
        skill = short(unescape(item.value))
        slug = place(skill)
        if slug is None:
            message = f"{skill[:60]!r} is no skill of the catalog and was left out of the expertise"
            odd.append(Problem(message=message, file=name, line=item.line))
        else:
            expertise[slug] = _stage_of(item.parameters)
    contact, faults = build_contact({**fields, "expertise": expertise}, name, begun)
    return contact, odd + faults


def _stage_of(parameters: str) -> Stage:
    pairs = (parameter.partition("=") for parameter in parameters.split(";"))
    said = {key.upper(): value.strip('"').lower() for key, _, value in pairs}
    own = said.get("X-STAGE", "")
    return Stage(own) if own in list(Stage) else STAGES.get(said.get("LEVEL", ""), Stage.MID)


def _one(item: Property | None) -> str:
    return short(unescape(item.value)) if item else ""


def _join_name(item: Property | None) -> str:
    """`Holm;Ada;;Dr.;` -> Ada Holm."""
    if item is None:
        return ""
    parts = [unescape(part) for part in _split(item.value)]
    return short(" ".join(part for part in (*parts[1:3], parts[0]) if part.strip()))


def _split(value: str) -> list[str]:
    """At semicolons that are not escaped."""
    parts, at = [], 0
    for match in _PART.finditer(value):
        parts.append(value[at : match.end() - 1])
        at = match.end()
    return [*parts, value[at:]]


def unescape(value: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value) if "\\" in value else value


def _left_out(why: str, name: str, line: int) -> Problem:
    return Problem(message=f"the vCard that begins here {why}; it was left out", file=name, line=line)
