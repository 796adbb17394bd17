"""JSON Resume (schema 1.0.0 and its ancestors): structured, so that nothing needs to be guessed."""

from __future__ import annotations

import json
import re

from headway.errors import Problem, UnreadableFile
from headway.profile.encodings import decode, peek
from headway.profile.model import Draft
from headway.profile.structured import KEYS, write_draft

LABEL = "JSON Resume"
EXTENSIONS = (".json",)


def identify(data: bytes, name: str) -> bool:
    """Whether a text begins as a JSON object; `read` says if it is not a résumé."""
    head = peek(data)
    return head.startswith("{") and bool(re.match(r"\{\s*[\"}]", head))


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a JSON Resume: its positions and studies as they are, and a text with a line for everything said."""
    source, problems = decode(data, name)
    try:
        value = json.loads(source)
    except RecursionError:
        raise UnreadableFile(name, "is JSON nested too deeply to be a résumé") from None
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise UnreadableFile(name, f"is broken JSON ({where}: {fault.msg})", "correct it there") from None
    except ValueError:
        raise UnreadableFile(name, "is broken JSON (a number too long to read)", "correct it") from None
    if not isinstance(value, dict) or not any(key in value for key in KEYS):
        raise UnreadableFile(
            name, "is JSON but not a JSON Resume", f"it needs some of {', '.join(KEYS)}; see jsonresume.org"
        )
    draft, more = write_draft(value, "json-resume", name)
    if not draft.text:
        raise UnreadableFile(name, "is a JSON Resume without content", "fill in at least work or skills")
    return draft, (*problems, *more)
