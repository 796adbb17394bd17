"""JSON Resume (schema 1.0.0 and its ancestors): structured, so that nothing needs to be guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from headway.errors import Problem, UnreadableFile
from headway.profile.dates import parse_month
from headway.profile.encodings import decode, peek
from headway.profile.lines import clean_line, clean_text
from headway.profile.model import Draft, Position, Section, Study
from headway.profile.model import SectionKind as Kind
from headway.profile.positions import sort_positions
from headway.values import Month, Span

LABEL = "JSON Resume"
EXTENSIONS = (".json",)
_KEYS = ("basics", "work", "education", "skills", "projects", "volunteer")
_KNOWN = frozenset(_KEYS) | {
    "awards", "certificates", "publications", "languages", "interests", "references", "meta", "$schema"
}  # fmt: skip
_NOW = ("present", "now", "current", "today")
_DEEPEST = 8


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
    if not isinstance(value, dict) or not any(key in value for key in _KEYS):
        raise UnreadableFile(
            name, "is JSON but not a JSON Resume", f"it needs some of {', '.join(_KEYS)}; see jsonresume.org"
        )
    page = _Page(name)
    page.problems += problems
    _write(page, value)
    if not page.text.strip():
        raise UnreadableFile(name, "is a JSON Resume without content", "fill in at least work or skills")
    basics = _table(value, "basics")
    draft = Draft(
        format="json-resume",
        text=page.text.rstrip("\n"),
        name=_text(basics, "name") or None,
        headline=_text(basics, "label") or None,
        sections=page.close(),
        positions=sort_positions(page.positions),
        studies=tuple(page.studies),
    )
    return draft, tuple(page.problems)


class _Page:
    """The text while it is written, and the places of what stands in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = ""
        self.problems: list[Problem] = []
        self.positions: list[Position] = []
        self.studies: list[Study] = []
        self._open: list[tuple[Kind, str, int]] = []

    def section(self, kind: Kind, heading: str) -> None:
        self.text = self.text.rstrip("\n") + ("\n\n" if self.text else "")
        self._open.append((kind, heading, len(self.text)))
        if heading:
            self.line(heading)

    def line(self, *parts: str, by: str = "") -> int:
        """Writes a line of the parts that are not empty and tells where it starts."""
        start = len(self.text)
        text = clean_line(by.join(part for part in parts if part))
        self.text += f"{text}\n" if text else ""
        return start

    def close(self) -> tuple[Section, ...]:
        end = len(self.text.rstrip("\n"))
        stops = [start for _, _, start in self._open[1:]] + [end]
        return tuple(
            Section(kind=kind, heading=heading, span=Span(start=start, end=stop))
            for (kind, heading, start), stop in zip(self._open, stops, strict=True)
            if stop > start
        )

    def month(self, item: dict[str, Any], key: str, place: str) -> Month | None:
        """The date under a key; one that cannot be read is noted."""
        shown = _text(item, key)
        found = parse_month(shown) if shown and len(shown) < 40 else None
        if shown and found is None and shown.lower() not in _NOW:
            self.problems.append(
                Problem(
                    message=f"{shown[:40]!r} is no date", file=self.name, field=f"{place}.{key}", hint="write 2021-03"
                )
            )
        return found


def _write(page: _Page, value: dict[str, Any]) -> None:
    basics = _table(value, "basics")
    page.section(Kind.HEADER, "")
    page.line(_text(basics, "name"))
    page.line(_text(basics, "label"))
    place = _table(basics, "location")
    town = ", ".join(filter(None, (_text(place, key) for key in ("city", "region", "countryCode"))))
    page.line(town, *(_text(basics, key) for key in ("email", "phone", "url", "website")), by=" · ")
    for profile in _rows(page, basics, "profiles", "basics"):
        page.line(_text(profile, "network"), _text(profile, "url") or _text(profile, "username"), by=": ")
    if _text(basics, "summary"):
        page.section(Kind.SUMMARY, "Summary")
        _paragraphs(page, _text(basics, "summary"))
    _jobs(page, value, "work", "Work")
    _jobs(page, value, "volunteer", "Volunteering")
    _projects(page, value)
    _studies(page, value)
    _skills(page, value)
    for key, kind, heading in (
        ("certificates", Kind.CERTIFICATIONS, "Certificates"),
        ("publications", Kind.PUBLICATIONS, "Publications"),
        ("awards", Kind.OTHER, "Awards"),
        ("languages", Kind.LANGUAGES, "Languages"),
        ("interests", Kind.INTERESTS, "Interests"),
        ("references", Kind.OTHER, "References"),
    ):
        _list(page, value, key, kind, heading)
    for key, rest in value.items():
        if key not in _KNOWN and (lines := tuple(_strings(rest))):
            page.section(Kind.OTHER, str(key)[:60])
            for line in lines:
                page.line(line)


def _jobs(page: _Page, value: dict[str, Any], key: str, heading: str) -> None:
    items = _rows(page, value, key)
    if items:
        page.section(Kind.EXPERIENCE, heading)
    for number, item in enumerate(items):
        place = f"{key}[{number}]"
        start, end = page.month(item, "startDate", place), page.month(item, "endDate", place)
        until = _text(item, "endDate").lower()
        current = until in _NOW or (start is not None and not until)
        organisation = _text(item, "name") or _text(item, "company") or _text(item, "organization")
        title = _text(item, "position") or organisation
        if start and end and end.index < start.index and (start.month or start.year != end.year):
            page.problems.append(
                Problem(
                    message=f"ends ({end}) before it starts ({start})",
                    file=page.name,
                    field=place,
                    hint="correct the dates",
                )
            )
            end = None
        head = ", ".join(filter(None, (_text(item, "position"), organisation, _text(item, "location"))))
        begin = page.line(head, _dates(start, end, current), by="  ")
        _details(page, item)
        if title:
            span = Span(start=begin, end=max(begin, len(page.text.rstrip("\n"))))
            page.positions.append(
                Position(
                    title=title, organisation=organisation or None, start=start, end=end, current=current, span=span
                )
            )


def _projects(page: _Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "projects")
    if items:
        page.section(Kind.PROJECTS, "Projects")
    for number, item in enumerate(items):
        place = f"projects[{number}]"
        start, end = page.month(item, "startDate", place), page.month(item, "endDate", place)
        page.line(
            ", ".join(filter(None, (_text(item, "name"), _text(item, "entity")))), _dates(start, end, False), by="  "
        )
        _details(page, item)
        page.line(_text(item, "url"))


def _studies(page: _Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "education")
    if items:
        page.section(Kind.EDUCATION, "Education")
    for number, item in enumerate(items):
        place = f"education[{number}]"
        start, end = page.month(item, "startDate", place), page.month(item, "endDate", place)
        title = " ".join(filter(None, (_text(item, "studyType"), _text(item, "area"))))
        school = _text(item, "institution")
        head = ", ".join(filter(None, (title, school, _text(item, "score") or _text(item, "gpa"))))
        begin = page.line(head, _dates(start, end, False), by="  ")
        courses = ", ".join(_texts(item.get("courses")))
        page.line("Courses" if courses else "", courses, by=": ")
        if title or school:
            span = Span(start=begin, end=max(begin, len(page.text.rstrip("\n"))))
            page.studies.append(Study(title=title or school, institution=school or None, end=end, span=span))


def _skills(page: _Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "skills")
    if items:
        page.section(Kind.SKILLS, "Skills")
    for item in items:
        level = _text(item, "level")
        label = f"{_text(item, 'name')} ({level})" if level else _text(item, "name")
        page.line(label, ", ".join(_texts(item.get("keywords"))), by=": ")


def _list(page: _Page, value: dict[str, Any], key: str, kind: Kind, heading: str) -> None:
    items = _rows(page, value, key)
    if items:
        page.section(kind, heading)
    for item in items:
        if key == "languages":
            fluency = _text(item, "fluency")
            page.line(f"{_text(item, 'language')} ({fluency})" if fluency else _text(item, "language"))
        else:
            parts = (
                _text(item, k)
                for k in ("name", "title", "issuer", "awarder", "publisher", "date", "releaseDate", "url")
            )
            head = ", ".join(filter(None, parts))
            page.line(head, ", ".join(_texts(item.get("keywords"))), by=": ")
            for detail in ("summary", "reference"):
                _paragraphs(page, _text(item, detail))


def _details(page: _Page, item: dict[str, Any]) -> None:
    for key in ("description", "summary"):
        _paragraphs(page, _text(item, key))
    for key in ("highlights", "keywords", "roles"):
        words = _texts(item.get(key))
        if key == "highlights":
            for word in words:
                page.line(f"- {word}")
        else:
            page.line(key.title() if words else "", ", ".join(words), by=": ")


def _paragraphs(page: _Page, text: str) -> None:
    for line in text.split("\n"):
        page.line(line)


def _dates(start: Month | None, end: Month | None, current: bool) -> str:
    if start and (current or end):
        return f"{start} – {'present' if current else end}"
    return str(end or start or "")


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return clean_text(str(value)).strip()[:20_000]
    return ""


def _texts(value: Any) -> tuple[str, ...]:
    items: Iterable[Any] = value if isinstance(value, list) else [value]
    return tuple(text for item in items if (text := _text({"it": item}, "it").replace("\n", " ")))


def _table(value: dict[str, Any], key: str) -> dict[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def _rows(page: _Page, value: dict[str, Any], key: str, above: str = "") -> list[dict[str, Any]]:
    """The objects of a list; a bare string stands for its name, anything else is noted."""
    found = value.get(key)
    if found is None:
        return []
    field = f"{above}.{key}" if above else key
    if not isinstance(found, list):
        page.problems.append(Problem(message="is no list and was left out", file=page.name, field=field))
        return []
    rows = []
    for number, item in enumerate(found):
        if isinstance(item, dict):
            rows.append(item)
        elif isinstance(item, str):
            rows.append({"name": item, "language": item, "position": item})
        else:
            page.problems.append(
                Problem(message="is no object and was left out", file=page.name, field=f"{field}[{number}]")
            )
    return rows


def _strings(value: Any, depth: int = 0) -> Iterable[str]:
    """Every text inside a value of unknown shape, so that nothing said is lost."""
    if isinstance(value, str):
        yield clean_text(value).replace("\n", " ")
    elif depth < _DEEPEST and isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item, depth + 1)
