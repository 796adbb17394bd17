"""Lines broken by a margin, put together again."""

from __future__ import annotations

import re

from headway.profile.dates import ends_with_date
from headway.profile.headings import heading_kind
from headway.profile.lines import Line, clean_line, clean_lines, clean_text, is_bullet

_WIDEST = 110
"""Characters: a text with longer lines was not broken by a margin."""
_PREFIXES = frozenset(
    "self non co pre post multi cross data real time high low end open well long short on off e t k x z".split()
)
_COMPOUNDS = frozenset(
    "driven based learn facing oriented wide scale level time quality end source on off to in up down site date"
    " aware".split()
)


def unwrap_text(text: str) -> tuple[Line, ...]:
    """The cleaned lines of plain text, each paragraph and each item of a list on one line.

    A line continues the one above it if it is indented below a list item, or if the text was broken at a margin and
    its first word would not have fitted above. Headings and lines with wide gaps (columns, dates) are left alone.
    """
    raw = clean_text(text).expandtabs(4).split("\n")
    width = max((len(line.rstrip()) for line in raw), default=0)
    broken = width <= _WIDEST
    joined: list[str] = []
    above, above_indent, in_item = "", 0, False
    for line in raw:
        stripped = line.strip()
        indent = len(line) - len(line.lstrip())
        bullet = is_bullet(clean_line(line))
        if not stripped or bullet or not above or not joined:
            continues = False
        elif in_item and indent >= above_indent + 2:
            continues = True
        else:
            full = len(above.rstrip()) + 1 + len(stripped.split()[0]) > width
            level = indent == above_indent if not in_item else indent >= above_indent
            continues = (
                broken
                and full
                and level
                and len(above) >= 40
                and not ends_with_date(above)
                and not _set_apart(above)
                and not _set_apart(line)
            )
        if continues:
            joined[-1] = glue(joined[-1], stripped)
        else:
            joined.append(stripped)
            in_item = bullet
            above_indent = indent
        above = line if stripped else ""
        if not stripped:
            in_item = False
    return clean_lines(Line(line) for line in joined)


def _set_apart(line: str) -> bool:
    return bool(re.search(r"\S {3,}\S", line)) or opens_like_heading(line.strip())


def opens_like_heading(text: str) -> bool:
    """Whether a line has a heading's words and does not begin in the middle of a sentence: `service.`"""
    return not text[:1].islower() and heading_kind(text) is not None


def glue(line: str, text: str) -> str:
    """Two lines of a paragraph as one; a hyphen between two lower-case letters was the typesetter's."""
    if line.endswith("-") and not line.endswith((" -", "--")) and text[:1].isalpha():
        kept = not (line[-2:-1].islower() and text[:1].islower()) or _compound(line, text)
        return f"{line if kept else line[:-1]}{text}"
    return f"{line}{text}" if line.endswith("/") else f"{line} {text}"


def _compound(line: str, text: str) -> bool:
    """Whether a hyphen belongs to the word: `scikit-` `learn`, `data-` `driven`, or a second hyphen in the word."""
    before = line.rsplit(" ", 1)[-1][:-1].lower().strip("(")
    after = text.split(" ", 1)[0].strip(".,;:)").lower()
    return "-" in before or "-" in after or before in _PREFIXES - {"pre", "co", "post"} or after in _COMPOUNDS
