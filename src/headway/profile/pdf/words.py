"""Words and their places out of a PDF: the only file that knows pdfium.

Run as a program it reads a PDF from standard input and writes JSON, so that a file that crashes, swells or stalls the
C library takes down that program alone. It imports nothing of headway, so that it starts fast.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any

MOST_PAGES = 60
MOST_CHARACTERS = 500_000
MOST_OBJECTS = 200_000
SECONDS = 5
"""Of processor time; sixty full pages take about one and a half."""
MEMORY = 512 << 20
"""Bytes of address space, ten times what a résumé needs."""

ENCRYPTED, BROKEN = "encrypted", "broken"


def extract_words(data: bytes) -> dict[str, Any]:
    """`{"fault": ...}`, or `pages` (how many there are), `read` (how many were read), `pictures` (pages that hold
    pictures but no text) and `words`: lists of page, text, left, right, baseline, height, bold, turned, style.

    Lengths are points (1/72 inch); the baseline counts upwards from the foot of the page.
    """
    # The bare bindings: `pypdfium2` imports much that is not needed here.
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        password = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return {"fault": ENCRYPTED if password else BROKEN}
    pages = pdfium.FPDF_GetPageCount(document)
    words: list[list[Any]] = []
    pictures: list[int] = []
    left, objects, read = MOST_CHARACTERS, 0, 0
    for number in range(min(pages, MOST_PAGES)):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            continue
        count = pdfium.FPDFPage_CountObjects(page)
        objects += count
        text = pdfium.FPDFText_LoadPage(page) if objects <= MOST_OBJECTS else None
        if text:
            before = len(words)
            left -= _read_page(pdfium, text, number, left, words)
            if len(words) == before and count:
                pictures.append(number)
            pdfium.FPDFText_ClosePage(text)
            read += 1
        pdfium.FPDF_ClosePage(page)
        if left <= 0 or objects > MOST_OBJECTS:
            break
    pdfium.FPDF_CloseDocument(document)
    return {"pages": pages, "read": read, "pictures": pictures, "words": words}


def _read_page(pdfium: Any, text: Any, page: int, most: int, words: list[list[Any]]) -> int:
    x, y, angle = ctypes.c_double(), ctypes.c_double(), 0.0
    box = pdfium.FS_RECTF()
    unicode_of, origin_of, box_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetCharOrigin,
        pdfium.FPDFText_GetLooseCharBox,
    )
    count = min(int(pdfium.FPDFText_CountChars(text)), most)
    word: list[Any] | None = None
    for i in range(count):
        code = unicode_of(text, i)
        if code in (2, 0xFFFE) and pdfium.FPDFText_IsHyphen(text, i) == 1:
            code = 0x2D
        if code <= 32 or code == 0xA0 or code > 0x10FFFF:
            word = None
            continue
        if not (origin_of(text, i, x, y) and box_of(text, i, box)):
            continue
        height = box.top - box.bottom
        if word is not None and not _continues(word, box.left, y.value, height):
            word = None
        if word is None:
            angle = pdfium.FPDFText_GetCharAngle(text, i)
            bold, style = _style(pdfium, text, i)
            turned = 0.05 < angle < 6.23
            word = [page, chr(code), box.left, box.right, y.value, height, bold, turned, style]
            words.append(word)
        else:
            word[1] += chr(code)
            word[3] = max(word[3], box.right)
    return count


def _continues(word: list[Any], left: float, baseline: float, height: float) -> bool:
    """Whether a character stands where the word's next one would."""
    if word[7]:
        return True
    tall = max(height, word[5])
    return bool(abs(baseline - word[4]) < 0.1 * tall and -0.5 * tall < left - word[3] < 0.15 * tall)


def _style(pdfium: Any, text: Any, i: int) -> tuple[bool, str]:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    size = pdfium.FPDFText_GetFontInfo(text, i, buffer, 128, flags)
    name = buffer.raw[: max(0, min(size, 128) - 1)].decode("utf-8", "replace").split("+")[-1]
    heavy = any(word in name.lower() for word in ("bold", "black", "heavy", "semib", "demi", "-bd", "cmbx"))
    return heavy or int(pdfium.FPDFText_GetFontWeight(text, i)) >= 600, name


def _limit() -> None:
    """Where the system can, a cap on memory and processor time."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.path[:] = json.loads(sys.argv[1])
    _limit()
    sys.stdout.write(json.dumps(extract_words(sys.stdin.buffer.read())))
