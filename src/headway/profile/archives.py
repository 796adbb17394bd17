"""ZIP files that are safe to open: few entries, of a bounded size, that are not swollen beyond reason."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from lzma import LZMAError
from pathlib import PurePosixPath

from headway.errors import UnreadableFile

MOST_ENTRIES = 3_000
MOST_BYTES = 80 << 20
MOST_BYTES_OF_XML = 12 << 20
"""Parsed XML takes about ten times its size in memory."""
STEEPEST = 200
"""Unpacked over packed size beyond which an entry of more than a megabyte is refused; text packs 5 to 20 times."""
_BROKEN = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError, ValueError, NotImplementedError, OSError)
"""What `zipfile` raises on damaged, encrypted and exotic files; its own RuntimeError covers passwords."""
_OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[A-Za-z]:")
_DOCUMENT = re.compile(r"word/document\d?\.xml")


def is_zip(data: bytes) -> bool:
    """Whether a file begins as a ZIP does."""
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def list_entries(data: bytes) -> tuple[str, ...]:
    """The names in a ZIP; none if it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except _BROKEN:
        return ()


def find_document(entries: tuple[str, ...]) -> str | None:
    """The name of the main part of a Word document: `word/document.xml`, or `document2.xml` in some."""
    return next((entry for entry in entries if _DOCUMENT.fullmatch(entry)), None)


def check_archive(data: bytes, name: str) -> None:
    """Refuses a ZIP that is broken, encrypted or a bomb, from its directory alone, without unpacking anything."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except _BROKEN:
        raise UnreadableFile(
            name, "is damaged: its ZIP container cannot be opened", "save the document again"
        ) from None
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableFile(name, "is protected by a password", "save a copy without the password and try again")
    if any(_OUTSIDE.search(entry.filename) for entry in entries):
        raise UnreadableFile(
            name, "is a ZIP with entries that point outside of it, as attacks do", "save the document again"
        )
    total = sum(entry.file_size for entry in entries)
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    steep = any(e.file_size > 1 << 20 and e.file_size > STEEPEST * max(1, e.compress_size) for e in entries)
    if len(entries) > MOST_ENTRIES or total > MOST_BYTES or xml > MOST_BYTES_OF_XML or steep:
        raise UnreadableFile(
            name,
            f"unpacks to {total / (1 << 20):,.0f} MB in {len(entries):,} parts, which no résumé needs",
            "save the document again, without large pictures, or as PDF",
        )


def check_markup(data: bytes, name: str) -> None:
    """Refuses a checked ZIP in which any XML defines a document type or entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".rels")):
                    body = archive.read(entry).replace(b"\x00", b"")
                    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
                        raise UnreadableFile(
                            name,
                            "holds XML that defines entities or a document type, as attacks do",
                            "save the document again, or as PDF",
                        )
    except _BROKEN:
        return  # the reader says what is broken


def read_entry(data: bytes, entry: str) -> bytes | None:
    """One entry of a checked ZIP, never longer than its directory says; None where it is missing or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(entry)
    except (KeyError, *_BROKEN):
        return None


def find_entry(entries: tuple[str, ...], wanted: str) -> str | None:
    """The entry with the file name `wanted`, in whatever folder and case, the least deep first."""
    named = [entry for entry in entries if PurePosixPath(entry).name.lower() == wanted.lower()]
    return min(named, key=lambda entry: (entry.count("/"), entry), default=None)
