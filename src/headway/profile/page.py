"""A text written from structured data, with the places of what stands in it."""

from __future__ import annotations

from headway.errors import Problem
from headway.profile.drafts import MOST_CHARACTERS
from headway.profile.lines import clean_line
from headway.profile.model import Certification, Language, Position, Section, SectionKind, Study
from headway.values import Span

_MOST_PROBLEMS = 50


class Page:
    """The text while it is written, line by line and section by section, up to `MOST_CHARACTERS`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.positions: list[Position] = []
        self.studies: list[Study] = []
        self.certifications: list[Certification] = []
        self.languages: list[Language] = []
        self._open: list[tuple[SectionKind, str, int]] = []
        self._lines: list[str] = []
        self._size = 0
        self.full = False

    @property
    def text(self) -> str:
        return "\n".join(self._lines)

    @property
    def end(self) -> int:
        """Where the text ends that has been written so far."""
        return max(0, self._size - 1)

    def section(self, kind: SectionKind, heading: str) -> None:
        if self.full:
            return
        if self._lines:
            self._write("")
        self._open.append((kind, heading, self._size))
        if heading:
            self.line(heading)

    def line(self, *parts: str, by: str = "") -> int:
        """Writes a line of the parts that are not empty, while there is room for it, and tells where it starts."""
        start = self._size
        text = clean_line(by.join(part for part in parts if part))
        if text and not self.full:
            self.full = self._size + len(text) > MOST_CHARACTERS
            if self.full:
                self.note("", f"is longer than {MOST_CHARACTERS:,} characters; what comes after them was left out", "")
            else:
                self._write(text)
        return start

    def span_from(self, start: int) -> Span | None:
        """From `start` to here; None where nothing was written."""
        return Span(start=start, end=self.end) if start < self.end else None

    def _write(self, text: str) -> None:
        self._lines.append(text)
        self._size += len(text) + 1

    def note(self, field: str, message: str, hint: str) -> None:
        """Keeps a problem, unless there are more than anybody would read."""
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(message=message, file=self.name, field=field or None, hint=hint or None))

    def close(self) -> tuple[Section, ...]:
        while self._lines and not self._lines[-1]:
            self._size -= len(self._lines.pop()) + 1
        stops = [min(start, self.end) for _, _, start in self._open[1:]] + [self.end]
        return tuple(
            Section(kind=kind, heading=heading, span=Span(start=start, end=stop))
            for (kind, heading, start), stop in zip(self._open, stops, strict=True)
            if stop > start
        )
