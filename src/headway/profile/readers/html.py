"""Web pages (HTML): headings, paragraphs, lists and tables, as they read without scripts."""

from __future__ import annotations

import re

from headway.errors import Problem, UnreadableFile
from headway.profile.drafts import compose_draft
from headway.profile.encodings import decode, peek
from headway.profile.model import Draft
from headway.profile.webpage import page_lines

LABEL = "HTML"
EXTENSIONS = (".html", ".htm", ".xhtml")
_START = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL
)
_TAG = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|section|br|span|a|b|strong|li)\b[^<>]{0,300}>", re.I)


def identify(data: bytes, name: str) -> bool:
    """Whether a text begins as a page does; a name ending in .html decides where only tags tell."""
    head = peek(data)
    return bool(_START.match(head) or (name.lower().endswith(EXTENSIONS) and _TAG.search(head)))


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a page. No address in it is opened, no script runs; of style sheets only what hides counts."""
    source, problems = decode(data, name)
    draft, more = compose_draft("html", page_lines(source, name))
    if not draft.text:
        raise UnreadableFile(name, "is a web page without text of its own", "open it in a browser and print it to PDF")
    return draft, problems + more
