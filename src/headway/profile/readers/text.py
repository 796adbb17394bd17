"""Plain text in any common encoding."""

from __future__ import annotations

from headway.errors import Problem
from headway.profile.drafts import compose_draft
from headway.profile.encodings import decode, peek
from headway.profile.model import Draft
from headway.profile.wrapping import unwrap_text

LABEL = "plain text"
EXTENSIONS = (".txt", ".text", "")


def identify(data: bytes, name: str) -> bool:
    """Whether the bytes could be text at all; asked last, since every text format is text."""
    head = peek(data)
    return bool(head) and head.count("\x00") < 4


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a text. Hard-wrapped paragraphs and list items become one line each."""
    text, problems = decode(data, name)
    draft, more = compose_draft("text", unwrap_text(text))
    return draft, problems + more
