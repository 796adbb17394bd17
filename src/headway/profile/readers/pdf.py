"""PDF, with a text layer: one column or several."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from headway.errors import Problem, UnreadableFile
from headway.profile.drafts import compose_draft
from headway.profile.lines import Line
from headway.profile.model import Draft
from headway.profile.pdf import words as pdf_words
from headway.profile.pdf.columns import Piece, order_rows
from headway.profile.pdf.paragraphs import shape_rows

LABEL = "PDF"
EXTENSIONS = (".pdf",)
_EXPORT = "export it again as PDF from the program that wrote it, or save it as DOCX or plain text"


def identify(data: bytes, name: str) -> bool:
    """Whether the file says, near its beginning, that it is a PDF."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a PDF. Refuses one that is encrypted, broken, without text, or more work than a résumé can be."""
    found = _extract(data, name)
    if found.get("fault") == pdf_words.ENCRYPTED:
        raise UnreadableFile(name, "is protected by a password", "save a copy without the password and try again")
    if found.get("fault"):
        raise UnreadableFile(name, "is a broken PDF", _EXPORT)
    return draft_words(found, name)


def draft_words(found: dict[str, Any], name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of words with their places, as `extract_words` gives them."""
    words = [Piece(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[8]) for w in found["words"] if not w[7]]
    turned = " ".join(word[1] for word in found["words"] if word[7])
    if not words and not turned:
        raise UnreadableFile(
            name,
            "has no text layer: its pages are pictures" if found["pictures"] else "holds no text",
            "run it through text recognition (OCR), or " + _EXPORT,
        )
    lines = shape_rows(order_rows(words))
    if turned:
        lines = (*lines, Line(""), Line(turned))
    draft, problems = compose_draft("pdf", lines)
    return draft, _page_problems(found, name) + problems


def _page_problems(found: dict[str, Any], name: str) -> tuple[Problem, ...]:
    problems = []
    if found["read"] < found["pages"]:
        problems.append(
            Problem(
                message=f"only the first {found['read']} of {found['pages']} pages were read",
                file=name,
                hint="a résumé is shorter: give only the pages that belong to it",
            )
        )
    problems += [
        Problem(
            message=f"page {page + 1} is a picture without text and was left out",
            file=name,
            hint="run the file through text recognition (OCR)",
        )
        for page in found["pictures"]
    ]
    return tuple(problems)


def _extract(data: bytes, name: str) -> dict[str, Any]:
    """The words of a PDF, found in a process of its own with little memory and time."""
    program = Path(pdf_words.__file__)
    if not sys.executable or not program.is_file():
        return pdf_words.extract_words(data)
    command = [sys.executable, "-I", "-S", str(program), json.dumps(sys.path)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=2 * pdf_words.SECONDS, check=False)  # noqa: S603 - our own program, no shell
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise UnreadableFile(name, "is a PDF that cannot be read within reasonable time and memory", _EXPORT) from None
    return found
