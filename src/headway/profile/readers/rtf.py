"""Rich text (RTF): its paragraphs, without pictures, fields' instructions, footnotes and embedded objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from headway.errors import Problem, UnreadableFile
from headway.profile.drafts import MOST_CHARACTERS, compose_draft
from headway.profile.lines import Line
from headway.profile.model import Draft

LABEL = "RTF"
EXTENSIONS = (".rtf",)
_TOKEN = re.compile(
    rb"((?:\\'[0-9a-fA-F]{2})+)|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_UNSEEN = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf"
    b" footnote annotation fldinst datafield themedata colorschememapping latentstyles listtable listoverridetable"
    b" rsidtbl generator xmlnstbl mmathPr nonshppict shppict bkmkstart bkmkend listname filetbl revtbl pgdsctbl atnid"
    b" atnauthor upr template operator author company title subject keywords comment doccomm".split()
)
_BREAKS = frozenset(b"par line row sect page".split())
_SIGNS = {
    b"tab": "\t", b"cell": " | ", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_MARKS = {b"~": " ", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}
_DEEPEST = 200
_MOST_TOKENS = 3_000_000


class _State(NamedTuple):
    """What holds until the group ends: seen, bold, hidden, and how many letters stand in for an unknown `\\u`."""

    seen: bool = True
    bold: bool = False
    hidden: bool = False
    skip: int = 1


def identify(data: bytes, name: str) -> bool:
    """Whether the file begins as rich text does."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() == b"{\\rtf"


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a rich text. Objects, links and fields in it are never opened or run."""
    draft, problems = compose_draft("rtf", _lines(data, name))
    if not draft.text:
        raise UnreadableFile(name, "is an RTF document without text", "open it in a word processor and save it as PDF")
    return draft, problems


def _lines(data: bytes, name: str) -> Iterator[Line]:
    """The paragraphs; one that is short and all bold is marked as a heading."""
    parts: list[tuple[str, bool]] = []
    for text, bold in _runs(data, name):
        if text != "\n":
            parts.append((text, bold))
            continue
        line = "".join(part for part, _ in parts)
        strong = bool(line.strip()) and all(bold for part, bold in parts if part.strip(" \t|"))
        yield Line(line.strip().removesuffix("|"), 8 if strong and len(line.strip()) <= 60 else 0)
        parts = []
    yield Line("".join(part for part, _ in parts))


def _runs(data: bytes, name: str) -> Iterator[tuple[str, bool]]:
    """The visible text in its order, with whether it is bold; a line break stands alone."""
    reading, size = _Reading(_code_page(data), name), 0
    for number, token in enumerate(_TOKEN.finditer(data)):
        text = reading.take(token)
        size += len(text)
        if number > _MOST_TOKENS or size > 2 * MOST_CHARACTERS:
            return
        if text:
            yield text, reading.state.bold


class _Reading:
    """Where the reading of a document stands; `take` gives the text that a token adds."""

    def __init__(self, page: str, name: str) -> None:
        self.state = _State()
        self._stack: list[_State] = []
        self._page, self._name = page, name
        self._waiting = 0
        """Letters still to be passed over, as they only stand in for the number before them."""
        self._fresh = False
        """Whether a group has just begun, so that its first word says what it is."""
        self._high = 0

    def take(self, token: re.Match[bytes]) -> str:
        hexed, word, value, mark, brace, plain = token.groups()
        if brace:
            self._group(brace)
            return ""
        if mark == b"*":
            self.state = self.state._replace(seen=False)
            return ""
        raw = bytes.fromhex(hexed.replace(b"\\'", b"").decode()) if hexed else plain
        text = ""
        if raw:
            text = raw[self._waiting :].decode(self._page, "replace")
            self._waiting = max(0, self._waiting - len(raw))
        elif word == b"u" and value:
            text = self._letter(int(value) & 0xFFFF)
        elif word:
            text = self._obey(word, value)
        elif mark:
            text = "\n" if mark in b"\r\n" else _MARKS.get(mark, "")
        self._fresh = self._fresh and not (raw or word or mark)
        return text if self.state.seen and not self.state.hidden else ""

    def _group(self, brace: bytes) -> None:
        self._waiting = 0
        self._fresh = brace == b"{"
        if brace == b"{":
            self._stack.append(self.state)
        elif self._stack:
            self.state = self._stack.pop()
        if len(self._stack) > _DEEPEST:
            raise UnreadableFile(self._name, "is nested too deeply to be a résumé", "save it again, or as PDF")

    def _letter(self, code: int) -> str:
        """A letter by its number; those beyond 65,535 come in two halves."""
        self._waiting = self.state.skip
        high, self._high = self._high, code if 0xD800 <= code < 0xDC00 else 0
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else ""
        return "" if self._high else chr(code)

    def _obey(self, word: bytes, value: bytes | None) -> str:
        """What a control word does to the state, and the text that it stands for."""
        on = value != b"0"
        if word in _UNSEEN and self._fresh:
            self.state = self.state._replace(seen=False)
        elif word == b"b":
            self.state = self.state._replace(bold=on)
        elif word in (b"v", b"deleted"):
            self.state = self.state._replace(hidden=on)
        elif word == b"plain":
            self.state = self.state._replace(bold=False, hidden=False)
        elif word == b"uc":
            self.state = self.state._replace(skip=min(int(value or 1), 8) if (value or b"1").isdigit() else 1)
        return "\n" if word in _BREAKS else _SIGNS.get(word, "")


def _code_page(data: bytes) -> str:
    """The encoding of `\\'hh`: the code page that the document names, or else Windows-1252."""
    named = re.search(rb"\\ansicpg(\d{3,5})", data[:4096])
    page = f"cp{named[1].decode()}" if named else "mac-roman" if rb"\mac" in data[:100] else "cp1252"
    try:
        "".encode(page)
    except LookupError:
        return "cp1252"
    return page
