"""The lines of a document, cleaned of what only typesetting or an encoding put there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple


class Line(NamedTuple):
    """One line as the document shows it."""

    text: str
    level: int = 0
    """How strongly the format marks it as a heading: 1 is strongest, 0 is not marked."""


BULLETS = "•◦▪▫■□●○◆◇‣⁃∙·➢➤►▸▶❖✓✔✦✧★☆➔→»¾§"
"""The last two are what symbol fonts without a character map turn their bullets into."""
_SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf0e0"
_BULLET = re.compile(rf"\s*(?:[{BULLETS}{_SYMBOL_BULLETS}]\s*|[–—*+-]\s+|o\s+(?=[A-ZÀ-Þ]))(?=\S)")
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_UNSEEN = dict.fromkeys(
    code
    for first, last in ((0, 8), (14, 31), (0x7F, 0x9F), (0xAD, 0xAD), (0x200B, 0x200C), (0x200E, 0x200F),
                        (0x202A, 0x202E), (0x2060, 0x2060), (0x2066, 0x2069), (0xFEFF, 0xFEFF), (0xFFFE, 0xFFFF))
    for code in range(first, last + 1)
)  # fmt: skip
_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_BREAKS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TABLE = str.maketrans({**_UNSEEN, **_SPACES, **_BREAKS, **_SURROGATES, **_LIGATURES})


def clean_text(text: str) -> str:
    """Text without ligatures, soft hyphens, control characters, odd spaces and lone surrogates; breaks are `\\n`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def clean_line(text: str) -> str:
    """One cleaned line: any bullet sign is `- `, a tab or a wide gap is two spaces."""
    line = re.sub(r"\t| {3,}", "  ", clean_text(text).replace("\n", " ").strip())
    return (
        re.sub(r" {3,}", "  ", _BULLET.sub("- ", line, count=1))
        if _BULLET.match(line)
        else re.sub(r" {3,}", "  ", line)
    )


def is_bullet(text: str) -> bool:
    """Whether a cleaned line is an item of a list."""
    return text.startswith("- ")


def clean_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Cleaned lines, without blank ones at the ends and with never more than one blank line in a row."""
    kept: list[Line] = []
    for line in lines:
        for part in clean_text(line.text).split("\n"):
            text = clean_line(part)
            if text or (kept and kept[-1].text):
                kept.append(Line(text, line.level if text else 0))
    while kept and not kept[-1].text:
        kept.pop()
    return tuple(kept)
