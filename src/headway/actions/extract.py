"""Skills out of texts: one document, or a stream of them. Light, so that the first result is there at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from headway.actions.vocabulary import open_vocabulary
from headway.skills.items import SkillItem, list_items
from headway.skills.mentions import find_names
from headway.skills.unknown import UnknownItem, find_unknown
from headway.skills.vocabulary import Vocabulary

if TYPE_CHECKING:
    from headway.profile.model import Section


class Extract(NamedTuple):
    """What a document names. Places are code points of `text`."""

    id: str
    text: str
    skills: list[SkillItem]
    unknown: list[UnknownItem]
    problems: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "text": self.text,
            "skills": [item.as_json() for item in self.skills],
            "unknown": [item.as_json() for item in self.unknown],
            "problems": list(self.problems),
        }


def extract_document(source: str, own: Path | None = None) -> Extract:
    """The skills of a file, or of standard input (`-`), by the catalog extended by a folder of one's own."""
    given = open_text(source)
    found = extract_text(given.name, given.text, open_vocabulary(own, given.text), given.sections)
    return found._replace(problems=given.problems)


class Given(NamedTuple):
    """A text that somebody named, with the sections that a reader saw in it."""

    name: str
    text: str
    sections: tuple[Section, ...] = ()
    problems: tuple[str, ...] = ()


def open_text(source: str) -> Given:
    """A file, or standard input (`-`). Text is taken as it is, other formats by their readers."""
    data, name = _read(source)
    text = _as_text(data)
    if text is not None:
        return Given(name, text)
    from headway.profile.read import read_document

    draft, problems = read_document(data, name)
    return Given(name, draft.text, draft.sections, tuple(map(str, problems)))


def extract_text(name: str, text: str, vocabulary: Vocabulary, sections: tuple[Section, ...] = ()) -> Extract:
    found = find_names(text, vocabulary.lexicon, sections)
    return Extract(name, text, list_items(found, vocabulary.names), find_unknown(text, found, vocabulary))


def extract_lines(lines: BinaryIO, vocabulary: Vocabulary, tell: Callable[[str], None]) -> Iterator[str]:
    """A line of `{id, skills}` for each line of `{id, text}`; `tell` hears of each bad line, and the rest is done."""
    write = json.JSONEncoder(separators=(",", ":")).encode
    for number, line in enumerate(_bounded(lines), 1):
        if line is not None and not line.strip():
            continue
        given = _parse(line)
        if isinstance(given, str):
            tell(f"line {number}: {given}")
            continue
        found = find_names(given["text"], vocabulary.lexicon)
        skills = ",".join([item.write() for item in list_items(found, vocabulary.names)])
        yield f'{{"id":{write(given["id"])},"skills":[{skills}]}}'


@contextmanager
def open_stream(source: str) -> Iterator[BinaryIO]:
    """A file of lines, or standard input (`-`)."""
    if source == "-":
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(source).open("rb"))
        except OSError as fault:
            from headway.errors import UnreadableFile

            raise UnreadableFile(source, fault.strerror or "cannot be opened", "give lines of {id, text}") from None
        yield file


def _bounded(lines: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is too long, which is passed over without being held."""
    while line := lines.readline(MOST_BYTES):
        whole = line.endswith(b"\n") or len(line) < MOST_BYTES
        yield line if whole else None
        while not whole:
            rest = lines.readline(MOST_BYTES)
            whole = rest.endswith(b"\n") or len(rest) < MOST_BYTES


def _parse(line: bytes | None) -> dict[str, Any] | str:
    """A document of a stream, or what is wrong with its line."""
    if line is None:
        return f"is longer than {MOST_BYTES // 1_000_000} MB"
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as fault:
        what = getattr(fault, "msg", None)
        return f"is not JSON{f' ({what})' if what else ''}"
    if not isinstance(given, dict) or "id" not in given:
        return "is no object with an id and a text"
    return given if isinstance(given.get("text"), str) else "has no text"


def _read(source: str) -> tuple[bytes, str]:
    if source == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1), "standard input"
    path = Path(source)
    if path.is_file() and path.stat().st_size <= MOST_BYTES:
        with suppress(OSError):
            return path.read_bytes(), path.name
    from headway.actions.files import read_bytes

    return read_bytes(path), path.name


MOST_BYTES = 10_000_000
"""Of a document, or of one line of a stream."""
_STARTS = (b"%PDF", b"PK", b"{", b"[", b"<", b"\xd0\xcf")
"""How formats begin that have readers of their own, or are refused by name."""


def _as_text(data: bytes) -> str | None:
    """The text of plain UTF-8; None for everything that a reader must open, judge or refuse."""
    if (
        len(data) > MOST_BYTES
        or not data.strip()
        or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:8].startswith(_STARTS)
        or b"\x00" in data
    ):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
