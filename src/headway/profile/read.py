"""Any document -> a Draft, by the reader that knows its content."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import NoReturn, Protocol, cast

from headway.errors import Problem, UnreadableFile
from headway.profile import readers
from headway.profile.archives import is_zip, list_entries
from headway.profile.encodings import peek
from headway.profile.model import Draft

MOST_BYTES = 10_000_000
"""A résumé with large pictures has two or three million."""
_FORMATS = "PDF, DOCX, ODT, RTF, HTML, Markdown, plain text, JSON Resume, Europass or a LinkedIn export"


class Reader(Protocol):
    """What every module of `headway.profile.readers` offers."""

    LABEL: str
    EXTENSIONS: tuple[str, ...]

    def identify(self, data: bytes, name: str) -> bool: ...

    def read(self, data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]: ...


@cache
def find_readers() -> tuple[Reader, ...]:
    """Every reader, plain text last, as it would take the others' files too."""
    names = sorted((module.name for module in iter_modules(readers.__path__)), key=lambda name: (name == "text", name))
    return tuple(cast(Reader, import_module(f"{readers.__name__}.{name}")) for name in names)


def read_document(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a document and what was odd about it; `name` is its file name, for messages and text formats.

    The content decides the format. Raises UnreadableFile for what is empty, over 10 MB, encrypted, damaged, without
    text or in a format that no reader knows.
    """
    name = name or "document"
    if len(data) > MOST_BYTES:
        size, most = len(data) / 1e6, MOST_BYTES // 1_000_000
        raise UnreadableFile(
            name, f"has {size:,.0f} MB, more than the {most} MB of any résumé", "give the résumé alone"
        )
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(name, "is empty", "check that it was saved or downloaded completely")
    _refuse_foreign(data, name)
    reader = next((reader for reader in find_readers() if reader.identify(data, name)), None)
    if reader is None or (reader.LABEL == "plain text" and peek(data).startswith("<?xml")):
        _refuse_unknown(data, name)
    draft, problems = reader.read(data, name)
    if not draft.text.strip():
        raise UnreadableFile(name, "holds no text", f"give {_FORMATS} with text in it")
    named = (problem.change(file=problem.file or name) for problem in problems)
    return draft, tuple(dict.fromkeys((*_lies(reader, name), *named)))


def _lies(reader: Reader, name: str) -> tuple[Problem, ...]:
    """A file name that promises another format than the content has."""
    ending = PurePath(name).suffix.lower()
    promised = next((other for other in find_readers() if ending in other.EXTENSIONS), None)
    if ending in reader.EXTENSIONS or not ending or (promised is None and len(ending) > 6):
        return ()
    if promised is not None and {promised.LABEL, reader.LABEL} <= {"plain text", "Markdown"}:
        return ()
    return (Problem(message=f"is named {ending} but is {reader.LABEL}; it was read as that", file=name),)


def _refuse_foreign(data: bytes, name: str) -> None:
    """Formats that people try and that no reader takes, each with what to do."""
    word = "open it in a word processor and save it as DOCX or PDF"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile(name, "is protected by a password", "save a copy without the password and try again")
        raise UnreadableFile(name, "is an old Word document (.doc) or another Office file from before 2007", word)
    if is_zip(data):
        _refuse_archive(data, name)
    for signs, kind in _PICTURES:
        if data.startswith(signs):
            raise UnreadableFile(name, f"is a {kind} picture, without text", "run it through text recognition (OCR)")


def _refuse_unknown(data: bytes, name: str) -> NoReturn:
    """What no reader took: with what it is, where that can be told."""
    if is_zip(data):
        if "content.xml" in list_entries(data):
            raise UnreadableFile(name, "is an OpenDocument file of another kind than text", "save it as PDF")
        raise UnreadableFile(
            name, "is a ZIP archive without a résumé that headway knows", "unpack it and give the résumé itself"
        )
    if peek(data).startswith("<?xml"):
        raise UnreadableFile(name, "is XML of a kind that headway does not know", "save it as PDF or copy its text")
    raise UnreadableFile(name, "is in a format that headway does not know", f"give {_FORMATS}")


_PICTURES = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "WebP"),
)


def _refuse_archive(data: bytes, name: str) -> None:
    entries = list_entries(data)
    if any(entry.startswith(("xl/", "ppt/")) for entry in entries):
        raise UnreadableFile(name, "is a spreadsheet or a presentation", "save it as PDF")
    if any(entry.startswith("Index/") or entry == "index.xml" for entry in entries):
        raise UnreadableFile(name, "is a Pages document, which headway does not read", "export it as PDF or DOCX")
    if any(entry == "META-INF/container.xml" for entry in entries):
        raise UnreadableFile(name, "is an e-book, which headway does not read", "save it as PDF")
    if not entries:
        raise UnreadableFile(name, "is damaged: its ZIP container cannot be opened", "save or download it again")
