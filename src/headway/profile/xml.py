"""XML from strangers: no document type, no entity, nothing fetched, and no deeper than a document goes."""

from __future__ import annotations

import re
from typing import Any

from headway.errors import UnreadableFile

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
MOST_TAGS = 300_000
"""Every element costs memory; a résumé has a few thousand."""


def parse_xml(text: str, name: str) -> Any:
    """The root element of an XML text. Refuses one that defines a document type or entities, or is broken."""
    from lxml import etree

    if _DOCTYPE.search(text):
        raise UnreadableFile(
            name, "is XML that defines entities or a document type, as attacks do", "export it again, or save it as PDF"
        )
    check_size(text, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        line = fault.lineno or 1
        raise UnreadableFile(name, f"is broken XML (near line {line:,})", "export or save it again") from None


def check_size(text: str, name: str) -> None:
    """Refuses markup with more tags than any document that a person wrote."""
    tags = text.count("<")
    if tags > MOST_TAGS:
        raise UnreadableFile(name, f"has {tags:,} tags, more than any résumé", "save it again, or as PDF")


def local_name(element: Any) -> str:
    """An element's name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
