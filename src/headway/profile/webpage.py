"""HTML -> lines, as they read without scripts. Of styles only what hides counts. Nothing is fetched, no script runs."""

from __future__ import annotations

import re
from typing import Any

from headway.errors import UnreadableFile
from headway.profile.cells import lay_row
from headway.profile.lines import Line
from headway.profile.stylesheets import Stylesheets
from headway.profile.xml import check_size, local_name

_UNSEEN = frozenset(
    "script style head template noscript svg math iframe object embed canvas audio video map select option textarea"
    " button input dialog datalist progress meter".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header"
    " hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption".split()
)
_APART = frozenset("p section article header footer main aside ul ol dl".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRONG = frozenset(("b", "strong"))
_DATA_URI = re.compile(r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%]{1,}")
_EDGES = re.compile(r"[\w.,;:!?)%+#]")
_DEEPEST = 120
_SHORT = 60


def page_lines(source: str, name: str) -> tuple[Line, ...]:
    """The visible lines of an HTML text, or of a piece of one; headings have their level, items a bullet."""
    from lxml import etree

    source = _DATA_URI.sub("data:", source)
    check_size(source, name)
    if not source.strip():
        return ()
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return ()
    try:
        return tuple(_Writer(Stylesheets(root)).write(root))
    except RecursionError:
        raise UnreadableFile(name, "is nested too deeply to be a résumé", "print it to PDF") from None


class _Writer:
    """Lines while they are written: what is inline gathers until a block begins or ends."""

    def __init__(self, styles: Stylesheets) -> None:
        self._styles = styles
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._bullet = False
        self._level = 0
        self._lists = 0
        self._plain = False
        """Whether the open line has words outside of bold type."""

    def write(self, root: Any) -> list[Line]:
        self._walk(root, 0, False, False)
        self._flush()
        return self._lines

    def _walk(self, element: Any, depth: int, strong: bool, exact: bool) -> None:
        """One element with what is in it; `exact` keeps line breaks, as in <pre>."""
        if depth > _DEEPEST:
            raise RecursionError
        tag = local_name(element).lower()
        if not tag or tag in _UNSEEN or self._is_hidden(element):
            return
        if tag == "br":
            self._flush()
        elif tag == "hr":
            self._gap()
        elif tag == "table":
            self._gap()
            self._table(element, depth)
            self._gap()
        elif tag in _HEADINGS:
            self._flush()
            if self._lines and self._lines[-1].text:
                self._lines.append(Line(""))
            self._level = _HEADINGS[tag]
            self._inside(element, depth, strong, exact)
            self._flush()
            self._level = 0
        elif tag in _BLOCKS:
            self._block(element, tag, depth, strong, exact)
        else:
            if tag == "span" and self._touches(element):
                self._parts.append("  ")
            self._inside(element, depth, strong or tag in _STRONG, exact)
            if tag == "a":
                self._address(element)

    def _block(self, element: Any, tag: str, depth: int, strong: bool, exact: bool) -> None:
        """What begins and ends lines of its own; paragraphs, lists and sections have white around them."""
        apart = self._gap if tag in _APART else self._flush
        apart()
        self._bullet = tag == "li" or (self._bullet and tag in ("p", "div"))
        self._lists += tag in ("ul", "ol")
        self._inside(element, depth, strong, exact or tag == "pre")
        self._flush()
        self._lists -= tag in ("ul", "ol")
        self._bullet = False
        apart()

    def _inside(self, element: Any, depth: int, strong: bool, exact: bool) -> None:
        self._say(element.text, strong, exact)
        for child in element:
            self._walk(child, depth + 1, strong, exact)
            self._say(child.tail, strong, exact)

    def _say(self, text: str | None, strong: bool, exact: bool) -> None:
        if not text:
            return
        if exact and "\n" in text:
            for line in text.split("\n"):
                self._parts.append(line)
                self._flush()
            return
        self._parts.append(re.sub(r"[ \t\r\n\f]+", " ", text))
        self._plain = self._plain or (not strong and bool(text.strip()))

    def _touches(self, element: Any) -> bool:
        """Whether a span stands right against the one before it: a layout put white between them."""
        before = element.getprevious()
        if before is None or before.tail or local_name(before) != "span" or not self._parts:
            return False
        opens = "".join(element.itertext())[:1]
        return bool(_EDGES.match(self._parts[-1][-1:]) and opens and opens.isalnum())

    def _address(self, link: Any) -> None:
        """Where a link leads, if its words do not say so already."""
        target = (link.get("href") or "").strip()
        shown = "".join(self._parts[-6:])
        if target.lower().startswith("mailto:"):
            target = target[7:].partition("?")[0]
        elif not target.lower().startswith(("http://", "https://")) or len(target) > 300:
            return
        bare = re.sub(r"^https?://(?:www\.)?|/$", "", target)
        if bare and bare.lower() not in shown.lower() and not re.search(r"\s", target):
            self._parts.append(f" ({target})")

    def _table(self, table: Any, depth: int) -> None:
        for row in _rows(table):
            cells = []
            for cell in row:
                if local_name(cell).lower() in ("td", "th") and not self._is_hidden(cell):
                    inner = _Writer(self._styles)
                    inner._inside(cell, depth + 3, False, False)
                    inner._flush()
                    cells.append(inner._lines)
            self._lines += lay_row(cells)

    def _is_hidden(self, element: Any) -> bool:
        return element.get("hidden") is not None or self._styles.hides(element)

    def _flush(self) -> None:
        text = "".join(self._parts).strip()
        self._parts = []
        if text:
            bold = not self._plain and not self._bullet and len(text) <= _SHORT
            level = self._level or (8 if bold else 0)
            self._lines.append(Line(f"- {text}" if self._bullet else text, level))
            self._bullet = False
        self._plain = False

    def _gap(self) -> None:
        """White between blocks: not inside of a list, and not below a heading, which belongs to what follows."""
        self._flush()
        if self._lines and self._lines[-1].text and not self._lines[-1].level and not self._lists:
            self._lines.append(Line(""))


def _rows(table: Any) -> list[Any]:
    """The rows of a table itself, not those of tables inside it."""
    rows = []
    for child in table:
        tag = local_name(child).lower()
        if tag == "tr":
            rows.append(child)
        elif tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if local_name(row).lower() == "tr"]
    return rows
