"""Faults that a person can act on. Faces turn them into one line; nothing else catches them broadly."""

from __future__ import annotations

from collections.abc import Iterable

from headway.values import Text, Value


class Problem(Value):
    """A located fault that did not stop the work: what is wrong, where, and what to do about it."""

    message: Text
    file: str | None = None
    line: int | None = None
    field: str | None = None
    hint: Text | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        place = " ".join(part for part in (where, f"[{self.field}]" if self.field else "") if part)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class HeadwayError(Exception):
    """The base of everything headway refuses. `exit_code` 1 is a refusal explained, 2 is wrong use."""

    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class WrongUse(HeadwayError):
    """The command cannot mean anything sensible: an impossible number, a date gone by."""

    exit_code = 2


class NotFound(HeadwayError):
    """A name that the catalog does not know; offers the nearest ones that it does."""

    exit_code = 2

    def __init__(self, what: str, name: str, nearest: Iterable[str] = ()) -> None:
        near = ", ".join(nearest)
        listed = "see `headway roles`" if what == "role" else "try another name of it"  # only roles have a list
        super().__init__(f"no {what} called {name!r}", f"did you mean {near}?" if near else listed)


class UnreadableFile(HeadwayError):
    """A document that cannot be read, and why."""

    def __init__(self, name: str, why: str, hint: str | None = None) -> None:
        super().__init__(f"{name}: {why}", hint)


class CatalogFault(HeadwayError):
    """The catalog does not hold together; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("the catalog has faults:\n" + "\n".join(f"  {p}" for p in self.problems))
