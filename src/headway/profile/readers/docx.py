"""Word documents (DOCX): paragraphs, lists, tables, text boxes, headers and footers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from headway.errors import Problem, UnreadableFile
from headway.profile.archives import check_archive, check_markup, find_document, is_zip, list_entries
from headway.profile.cells import lay_row
from headway.profile.drafts import compose_draft
from headway.profile.lines import Line, clean_text
from headway.profile.model import Draft

LABEL = "DOCX"
EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_KINDS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))
_DEEPEST = 25
"""Tables in tables in tables: deeper than any template goes."""


def identify(data: bytes, name: str) -> bool:
    """Whether the file is a ZIP with a Word document in it."""
    return is_zip(data) and find_document(list_entries(data)) is not None


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a Word document: page headers first, then the body in its order, then page footers.

    Macros, links and embedded files are never opened.
    """
    check_archive(data, name)
    check_markup(data, name)
    try:
        draft, problems = compose_draft("docx", _document_lines(_open(data)))
    except (MemoryError, RecursionError):
        raise UnreadableFile(
            name, "is nested too deeply to be a résumé", "save the document again, or as PDF"
        ) from None
    except Exception as fault:  # noqa: BLE001 - python-docx and lxml raise dozens of kinds on damaged files
        why = f"is a damaged Word document ({type(fault).__name__})"
        raise UnreadableFile(name, why, "open it in a word processor and save it again, or save it as PDF") from None
    if not draft.text:
        raise UnreadableFile(
            name, "is a Word document without text", "if its pages are pictures, run text recognition (OCR)"
        )
    return draft, problems


def _open(data: bytes) -> Any:
    """The document of python-docx, which by itself refuses templates and documents with macros."""
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    for kind in _KINDS:
        PartFactory.part_type_for.setdefault(kind, DocumentPart)
    return Package.open(io.BytesIO(data)).main_document_part.document


def _document_lines(document: Any) -> Iterator[Line]:
    styles = _Styles(document)
    seen: set[str] = set()
    for part in ("first_page_header", "header"):
        yield from _edge(document, part, styles, seen)
    yield from _block(document.element.body, styles)
    for part in ("first_page_footer", "footer"):
        yield from _edge(document, part, styles, seen)


def _edge(document: Any, part: str, styles: _Styles, seen: set[str]) -> Iterator[Line]:
    """The headers or footers of all sections, each text once, bare page numbers left out."""
    for section in document.sections:
        edge = getattr(section, part)
        if edge.is_linked_to_previous:
            continue
        for line in _block(edge._element, styles):
            text = line.text.strip()
            if text and text not in seen and not text.replace("Page", "").replace("of", "").strip(" /0123456789"):
                continue
            if text not in seen:
                seen.add(text)
                yield line
        yield Line("")


class _Styles:
    """What the names of a document's paragraph styles say about a line."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, int] = {}
        self._listed: set[str] = set()
        for style in document.styles:
            name = (style.name or "").lower() if style.style_id else ""
            if name == "title":
                self._levels[style.style_id] = 1
            elif name.startswith(("heading", "überschrift", "titre", "título")) and name[-1:].isdigit():
                self._levels[style.style_id] = 1 + int(name[-1])
            elif "list" in name and ("bullet" in name or "number" in name or name == "list paragraph"):
                self._listed.add(style.style_id)

    def level(self, style: str | None) -> int:
        return self._levels.get(style or "", 0)

    def listed(self, style: str | None) -> bool:
        return style in self._listed


def _block(element: Any, styles: _Styles, depth: int = 0) -> Iterator[Line]:
    """The lines of a body, a cell, a header or a text box."""
    if depth > _DEEPEST:
        raise RecursionError
    for child in element.iterchildren():
        if child.tag == f"{_W}p":
            yield from _paragraph(child, styles, depth)
        elif child.tag == f"{_W}tbl":
            yield Line("")
            yield from _table(child, styles, depth)
            yield Line("")
        elif child.tag in _WRAPPERS:
            yield from _block(child, styles, depth + 1)


def _table(table: Any, styles: _Styles, depth: int) -> Iterator[Line]:
    """The lines of a table, row by row."""
    for row in _rows(table):
        cells = []
        for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt"):
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merged is not None and merged.get(f"{_W}val") != "restart":
                continue
            cells.append(list(_block(cell if cell.tag == f"{_W}tc" else _inner_cell(cell), styles, depth + 1)))
        yield from lay_row(cells)


def _rows(element: Any) -> Iterator[Any]:
    """The rows of a table itself, those in content controls and tracked changes too, not those of tables inside it."""
    for child in element.iterchildren():
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _inner_cell(content: Any) -> Any:
    """The cell inside a content control."""
    cell = content.find(f"{_W}sdtContent/{_W}tc")
    return content if cell is None else cell


def _paragraph(paragraph: Any, styles: _Styles, depth: int) -> Iterator[Line]:
    properties = paragraph.find(f"{_W}pPr")
    style, listed, level = None, False, 0
    if properties is not None:
        named = properties.find(f"{_W}pStyle")
        style = named.get(f"{_W}val") if named is not None else None
        level = styles.level(style)
        numbered = properties.find(f"{_W}numPr")
        listed = (numbered is not None or styles.listed(style)) and not level
    text = "".join(_runs(paragraph))
    if not level and _all_bold(paragraph) and 0 < len(text.strip()) <= 60:
        level = 8
    if level and text.strip():
        yield Line("")
    for number, line in enumerate(clean_text(text).split("\n")):
        yield Line(f"- {line.strip()}" if listed and number == 0 and line.strip() else line, level)
    for box in paragraph.iter(f"{_W}txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None and next(box.iterancestors(f"{_W}p")) is paragraph:
            yield from _block(box, styles, depth + 1)
            yield Line("")


def _runs(element: Any) -> Iterator[str]:
    """The visible text of a paragraph; text boxes and deleted passages are not in it."""
    for child in element.iterchildren():
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in (f"{_W}tab", f"{_W}ptab"):
            yield "\t"
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag not in (
            f"{_W}pPr",
            f"{_W}rPr",
            f"{_W}del",
            f"{_W}txbxContent",
            f"{_W}moveFrom",
            f"{_W}instrText",
            _FALLBACK,
        ):
            yield from _runs(child)


def _all_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter(f"{_W}r") if any((t.text or "").strip() for t in run.iterchildren(f"{_W}t"))]

    def bold(run: Any) -> bool:
        mark = run.find(f"{_W}rPr/{_W}b")
        return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "none")

    return bool(runs) and all(bold(run) for run in runs)
