"""OpenDocument text (ODT and flat ODT): headings, paragraphs, lists, tables, text frames, page headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from headway.errors import Problem, UnreadableFile
from headway.profile.archives import check_archive, is_zip, list_entries, read_entry
from headway.profile.cells import lay_row
from headway.profile.drafts import compose_draft
from headway.profile.encodings import decode, peek
from headway.profile.lines import Line
from headway.profile.model import Draft
from headway.profile.xml import local_name, parse_xml

LABEL = "ODT"
EXTENSIONS = (".odt", ".ott", ".fodt")
_KIND = b"application/vnd.oasis.opendocument.text"
_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _STYLE, _OFFICE, _FO = (_URN % name for name in ("text", "style", "office", "xsl-fo-compatible"))
_UNSEEN = frozenset(
    "tracked-changes note annotation annotation-end forms ruby-text hidden-text hidden-paragraph title desc image"
    " object object-ole plugin applet script event-listeners sequence-decls variable-decls user-field-decls binary-data"
    " table-of-content-source alphabetical-index-source bibliography-source tracked-change-info".split()
)
_DEEPEST = 80
_MOST_SPACES = 40


def identify(data: bytes, name: str) -> bool:
    """Whether the file is a ZIP that calls itself an OpenDocument text, or flat XML that does."""
    if is_zip(data):
        entries = list_entries(data)
        return "content.xml" in entries and (read_entry(data, "mimetype") or b"").startswith(_KIND)
    head = peek(data)
    return head.startswith("<?xml") and "office:document" in head and _KIND.decode() in head


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of an OpenDocument text: page headers, the body in its order, page footers.

    Deleted passages of tracked changes, comments, footnotes and hidden text are left out; macros, links and embedded
    objects are never opened.
    """
    problems: tuple[Problem, ...] = ()
    if is_zip(data):
        check_archive(data, name)
        if b"encryption-data" in (read_entry(data, "META-INF/manifest.xml") or b""):
            raise UnreadableFile(name, "is protected by a password", "save a copy without the password and try again")
        body = read_entry(data, "content.xml")
        if body is None:
            raise UnreadableFile(name, "is a damaged ODT document", "open it in a word processor and save it again")
        content = parse_xml(decode(body, name)[0], name)
        named = read_entry(data, "styles.xml")
        roots = (content, parse_xml(decode(named, name)[0], name)) if named and named.strip() else (content,)
    else:
        source, problems = decode(data, name)
        roots = (parse_xml(source, name),)
    try:
        draft, more = compose_draft("odt", _document_lines(roots))
    except RecursionError:
        raise UnreadableFile(name, "is nested too deeply to be a résumé", "save it again, or as PDF") from None
    if not draft.text:
        raise UnreadableFile(name, "is an ODT document without text", "if its pages are pictures, run OCR")
    return draft, problems + more


def _document_lines(roots: tuple[Any, ...]) -> Iterator[Line]:
    styles = _Styles(roots)
    seen: set[str] = set()
    yield from _edges(roots, "header", styles, seen)
    for body in roots[0].iter(f"{_OFFICE}text"):
        yield from _block(body, styles, 0)
    yield from _edges(roots, "footer", styles, seen)


def _edges(roots: tuple[Any, ...], part: str, styles: _Styles, seen: set[str]) -> Iterator[Line]:
    """The page headers or footers of all pages, each line once, bare page numbers left out."""
    for root in roots:
        for place in (f"{part}-first", part, f"{part}-left"):
            for edge in root.iter(f"{_STYLE}{place}"):
                for line in _block(edge, styles, 0):
                    text = line.text.strip()
                    if text and text not in seen and text.replace("Page", "").replace("of", "").strip(" /0123456789"):
                        seen.add(text)
                        yield line
                yield Line("")


class _Styles:
    """What the styles of a document say about a paragraph or a span: a title, bold, hidden."""

    def __init__(self, roots: tuple[Any, ...]) -> None:
        self._found: dict[str, Any] = {}
        for root in reversed(roots):
            for style in root.iter(f"{_STYLE}style"):
                if style.get(f"{_STYLE}name"):
                    self._found[style.get(f"{_STYLE}name")] = style

    def level(self, style: str | None) -> int:
        """1 for the style `Title` and those made from it; 0 for any other."""
        return int(any(name == "Title" for name, _ in self._line(style)))

    def bold(self, style: str | None) -> bool | None:
        return self._says(style, f"{_FO}font-weight", ("bold", "600", "700", "800", "900"))

    def hidden(self, style: str | None) -> bool:
        return bool(self._says(style, f"{_TEXT}display", ("none",)))

    def _says(self, style: str | None, key: str, values: tuple[str, ...]) -> bool | None:
        for _, found in self._line(style):
            said = next((p.get(key) for p in found.iterchildren(f"{_STYLE}text-properties") if p.get(key)), None)
            if said:
                return said in values
        return None

    def _line(self, style: str | None) -> Iterator[tuple[str, Any]]:
        """A style and those that it is made from."""
        for _ in range(8):
            found = self._found.get(style or "")
            if found is None or style is None:
                return
            yield style, found
            style = found.get(f"{_STYLE}parent-style-name")


def _block(element: Any, styles: _Styles, depth: int, listed: bool = False) -> Iterator[Line]:
    """The lines of a body, a section, a list, a cell or a frame."""
    if depth > _DEEPEST:
        raise RecursionError
    first = listed
    for child in element.iterchildren():
        tag = local_name(child)
        if tag in ("p", "h"):
            yield from _paragraph(child, styles, depth, first)
            first = False
        elif tag == "list":
            for item in child.iterchildren():
                yield from _block(item, styles, depth + 1, listed=True)
        elif tag == "table":
            yield Line("")
            for row in _rows(child):
                yield from lay_row([list(_block(cell, styles, depth + 3)) for cell in _cells(row)])
            yield Line("")
        elif tag and tag not in _UNSEEN:
            yield from _block(child, styles, depth + 1)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table itself, not those of tables inside it."""
    for child in table.iterchildren():
        tag = local_name(child)
        if tag == "table-row":
            yield child
        elif tag in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row.iterchildren() if local_name(cell) == "table-cell")


def _paragraph(paragraph: Any, styles: _Styles, depth: int, listed: bool) -> Iterator[Line]:
    style = paragraph.get(f"{_TEXT}style-name")
    if styles.hidden(style):
        return
    level = styles.level(style)
    if local_name(paragraph) == "h":
        outline = paragraph.get(f"{_TEXT}outline-level") or "1"
        level = level or 1 + min(int(outline) if outline.isdecimal() else 1, 6)
    boxes: list[Any] = []
    runs = list(_runs(paragraph, styles, bool(styles.bold(style)), boxes, depth))
    text = "".join(run for run, _ in runs)
    bold = all(heavy for run, heavy in runs if run.strip())
    if not level and bold and not listed and 0 < len(text.strip()) <= 60:
        level = 8
    if level and text.strip():
        yield Line("")
    for number, line in enumerate(text.split("\n")):
        yield Line(f"- {line.strip()}" if listed and number == 0 and line.strip() else line, level)
    for box in boxes:
        yield from _block(box, styles, depth + 1)
        yield Line("")


def _runs(element: Any, styles: _Styles, bold: bool, boxes: list[Any], depth: int) -> Iterator[tuple[str, bool]]:
    """The visible text of a paragraph, each stretch with whether it is bold; frames go to `boxes`."""
    if depth > _DEEPEST:
        raise RecursionError
    if element.text:
        yield " ".join(element.text.split("\n")), bold
    for child in element.iterchildren():
        tag = local_name(child)
        style = child.get(f"{_TEXT}style-name")
        if tag == "s":
            count = child.get(f"{_TEXT}c") or "1"
            yield " " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, _MOST_SPACES), bold
        elif tag == "tab":
            yield "\t", bold
        elif tag == "line-break":
            yield "\n", bold
        elif tag == "text-box":
            boxes.append(child)
        elif tag and tag not in _UNSEEN and not styles.hidden(style):
            heavy = styles.bold(style) if tag == "span" else None
            yield from _runs(child, styles, bold if heavy is None else heavy, boxes, depth + 1)
        if child.tail:
            yield " ".join(child.tail.split("\n")), bold
