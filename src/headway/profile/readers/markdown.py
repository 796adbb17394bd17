"""Markdown: headings, lists, tables, links and emphasis as people use them in a résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headway.errors import Problem
from headway.profile.drafts import bound_text, compose_draft
from headway.profile.encodings import decode, peek
from headway.profile.lines import Line, clean_text
from headway.profile.model import Draft

LABEL = "Markdown"
EXTENSIONS = (".md", ".markdown", ".mdown")

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_TABLE_RULE = re.compile(r"\|?\s{0,40}:?-+:?\s{0,40}(?:\|\s{0,40}:?-+:?\s{0,40})*\|?")
_FENCE = re.compile(r"\s*(?:```|~~~)")
# Every repetition is bounded, so that no line of a hostile file takes more than linear time.
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\(\s{0,3}<?([^()\s>]{0,500})>?(?:\s{1,3}\"[^\"]{0,300}\")?\s{0,3}\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|__?)(?=\S)([^*_\n]{1,200}?|[^\n]{0,200}?[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"(`{1,3})([^`]{1,300})\1")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")


def identify(data: bytes, name: str) -> bool:
    """Whether a text uses Markdown's headings; a name ending in .md decides where it has none."""
    head = peek(data)
    if re.search(r"^ {0,3}#{1,6} \S", head, re.MULTILINE):
        return True
    return name.lower().endswith(EXTENSIONS) and bool(head)


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a Markdown file: its text without the marks."""
    text, problems = decode(data, name)
    text, cut = bound_text(text)
    draft, more = compose_draft("markdown", _lines(clean_text(text).split("\n")))
    return draft, problems + cut + more


def plain(text: str) -> str:
    """Inline Markdown as text: `**a**` is `a`, `[a](b)` is `a (b)`, a backslash keeps the next sign."""
    text = _LINK.sub(lambda m: m[1] if not m[2] or m[1] in m[2] or m[2].startswith("#") else f"{m[1]} ({m[2]})", text)
    text = re.sub(r"<((?:https?://|mailto:)[^<>\s]+)>", r"\1", text)
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    text = _TAG.sub("", _CODE.sub(r"\2", text).replace("<br>", " "))
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~-])", r"\1", text)


def _lines(source: list[str]) -> Iterator[Line]:
    paragraph: list[str] = []
    table, fenced = False, False
    for number, raw in enumerate(source):
        below = source[number + 1] if number + 1 < len(source) else ""
        row = "|" in raw and (table or ("|" in below and _is_table_rule(below)))
        heading = _HEADING.match(raw)
        starts = heading or row or not raw.strip() or _ITEM.match(raw) or _FENCE.match(raw) or fenced
        if _UNDERLINE.match(raw) and len(paragraph) == 1 and not _ITEM.match(paragraph[0]):
            yield Line(plain(paragraph[0].strip()), 1 if raw.strip()[0] == "=" else 2)
            paragraph = []
            continue
        if starts and paragraph:
            yield from _paragraph(paragraph)
            paragraph = []
        if _FENCE.match(raw):
            fenced = not fenced
        elif fenced:
            yield Line(raw)
        elif heading:
            yield Line(plain(raw[heading.end() :].rstrip().rstrip("#").rstrip()), len(heading[1]))
        elif row:
            if not _is_table_rule(raw):
                yield Line(" | ".join(plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", raw.strip().strip("|"))))
        elif not raw.strip():
            yield Line("")
        elif not re.fullmatch(r"\s*(?:[-*_]\s*){3,}", raw):
            paragraph.append(raw)
            if raw.endswith(("  ", "\\")):
                yield from _paragraph(paragraph)
                paragraph = []
        table = row
    yield from _paragraph(paragraph)


def _is_table_rule(line: str) -> bool:
    """`|---|:--|`, below the head of a table."""
    return bool(_TABLE_RULE.fullmatch(line.strip()))


def _paragraph(lines: list[str]) -> Iterator[Line]:
    """A paragraph or one item; its lines belong together unless they end as people end lines on purpose."""
    if not lines:
        return
    first = re.sub(r"^\s*(?:>\s*)+", "", lines[0]).strip().removesuffix("\\")
    item = _ITEM.match(first)
    if item and not item[0].strip()[0].isdigit():
        first = "- " + first[item.end() :]
    rest = [line.strip().removeprefix("> ") for line in lines[1:]]
    if not item and (len(lines[0]) < 50 or any(len(line) < 50 for line in lines[:-1])):
        yield from (Line(plain(line)) for line in [first, *rest])
    else:
        yield Line(plain(" ".join([first, *rest])))
