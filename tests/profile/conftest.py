"""Small documents, made byte by byte, so that a test shows what is in them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import pytest

PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
"""What the PDF standard pads passwords with."""
Put = tuple[float, float, float, str]
"""Left edge and baseline in points from the lower left corner, size, text."""


def make_pdf(*pages: list[Put], bold: float = 13, key: bytes | None = None) -> bytes:
    """A PDF with these texts on its pages; letters larger than `bold` are bold."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        drawn = b"".join(
            b"BT /F%d %g Tf %g %g Td (%s) Tj ET\n"
            % (1 + (size > bold), size, x, y, text.replace("(", r"\(").replace(")", r"\)").encode("cp1252"))
            for x, y, size, text in page
        )
        if key is not None:
            drawn = rc4(hashlib.md5(key + bytes([len(objects) + 1, 0, 0, 0, 0])).digest()[:10], drawn)  # noqa: S324
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    trailer = b"/Root 1 0 R"
    if key is not None:
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
            % (PADDING.hex().encode(), rc4(key, PADDING).hex().encode())
        )
        trailer += b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, trailer, len(out)
    )  # fmt: skip


def lock_pdf(*pages: list[Put], password: bytes) -> bytes:
    """A PDF that opens with this password; an empty one only forbids printing, as the free exporters do."""
    padded = (password + PADDING)[:32]
    key = hashlib.md5(padded + PADDING + (-4).to_bytes(4, "little", signed=True) + b"\x00").digest()[:5]  # noqa: S324
    return make_pdf(*pages, key=key)


def rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def save_docx(fill: Callable[[docx.document.Document], None]) -> bytes:
    """A Word document, filled by a function."""
    document, packed = docx.Document(), io.BytesIO()
    fill(document)
    document.save(packed)
    return packed.getvalue()


def change_zip(packed: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same ZIP with some entries replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, changed.get(name, source.read(name)))
        for name in changed.keys() - set(source.namelist()):
            target.writestr(name, changed[name])
    return out.getvalue()


def make_zip(**entries: bytes) -> bytes:
    """A ZIP; a double underscore in a keyword is a slash and a single one a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), body)
    return out.getvalue()


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    return make_pdf


@pytest.fixture(scope="session")
def locked_pdf() -> Callable[..., bytes]:
    return lock_pdf


@pytest.fixture(scope="session")
def word() -> Callable[..., bytes]:
    return save_docx


@pytest.fixture(scope="session")
def rezip() -> Callable[..., bytes]:
    return change_zip


@pytest.fixture(scope="session")
def zipped() -> Callable[..., bytes]:
    return make_zip
