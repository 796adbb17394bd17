"""Where in a TOML text a key stands, so that a problem can name its line.

tomllib gives values without places. This walks a text that tomllib has accepted, and is only used when there is
something to report; it knows just enough of TOML to step over strings, arrays and inline tables.
"""

from __future__ import annotations

import re

Path = tuple[str, ...]
Lines = dict[Path, int]

KEY_PART = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*""")
STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
SCALAR = re.compile(r"[^,\]}#\n]*")
BLANK = re.compile(r"(?:\s|#[^\n]*)*")


def find_lines(text: str) -> Lines:
    """The line (from 1) of each table and key; elements of arrays have their index as a part of the path."""
    return _Walk(text).lines()


def line_of(path: Path, lines: Lines) -> int | None:
    """The line of `path`, or of its nearest ancestor that is written; None when nothing of it is."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


class _Walk:
    """A position that moves through the text, and what was seen on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.found: Lines = {}

    def lines(self) -> Lines:
        table: Path = ()
        counts: dict[Path, int] = {}
        self._pass(BLANK)
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                name = self._header(2)
                counts[name] = counts.get(name, -1) + 1
                table = (*name, str(counts[name]))
            elif self.text[self.at] == "[":
                table = self._header(1)
            else:
                self._pair(table)
            self._pass(BLANK)
        return self.found

    def _header(self, brackets: int) -> Path:
        start = self.line
        self.at += brackets
        name = self._key()
        self.at += brackets
        self._note(name, start)
        return name

    def _pair(self, table: Path) -> None:
        start = self.line
        path = (*table, *self._key())
        self._note(path, start)
        self.at += 1  # the equals sign
        self._value(path)

    def _key(self) -> Path:
        parts: list[str] = []
        while match := KEY_PART.match(self.text, self.at):
            parts.append(next(group for group in match.groups() if group is not None))
            self._to(match.end())
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return tuple(parts)

    def _value(self, path: Path) -> None:
        self._pass(BLANK)
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._items(path, "]")
        elif opening == "{":
            self._items(path, "}")
        elif match := STRING.match(self.text, self.at):
            self._to(match.end())
        else:
            self._pass(SCALAR)

    def _items(self, path: Path, closing: str) -> None:
        self.at += 1
        index = 0
        self._pass(BLANK)
        while self.at < len(self.text) and self.text[self.at] != closing:
            before = self.at
            if closing == "}":
                self._pair(path)
            else:
                self._note((*path, str(index)), self.line)
                self._value((*path, str(index)))
                index += 1
            self._pass(BLANK)
            if self.text.startswith(",", self.at):
                self.at += 1
            self._pass(BLANK)
            if self.at == before:  # not a shape of TOML: never loop on it
                self.at += 1
        self.at += 1

    def _note(self, path: Path, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.found.setdefault(path[:length], line)

    def _pass(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        if match:
            self._to(match.end())

    def _to(self, position: int) -> None:
        self.line += self.text.count("\n", self.at, position)
        self.at = position
