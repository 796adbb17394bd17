"""A résumé that is data already (the parts of JSON Resume) -> a Draft, with a line of text for everything said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from headway.errors import Problem
from headway.profile.dates import parse_month
from headway.profile.drafts import MOST_CHARACTERS
from headway.profile.languages import name_language, read_fluency
from headway.profile.lines import clean_line, clean_text
from headway.profile.links import find_links
from headway.profile.model import Certification, Draft, Language, Position, Study
from headway.profile.model import SectionKind as Kind
from headway.profile.page import Page
from headway.profile.positions import sort_positions
from headway.profile.unplaced import find_unplaced
from headway.values import Month

KEYS = ("basics", "work", "education", "skills", "projects", "volunteer")
"""Parts of which a résumé has at least one."""
_KNOWN = frozenset(KEYS) | {
    "awards", "certificates", "publications", "languages", "interests", "references", "meta", "$schema"
}  # fmt: skip
_NOW = ("present", "now", "current", "today")
_DEEPEST = 8
_MOST_ITEMS = 2_000
"""Entries of one list that are looked at; a hundred is many."""


def write_draft(value: dict[str, Any], kind: str, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a value with the parts of JSON Resume, and what was odd about it; `kind` is the slug of its format.

    Beyond the schema, a certificate may have the date `expires` and a study a `description`. The text is empty where
    nothing was said.
    """
    page = Page(name)
    _write(page, value)
    sections, text = page.close(), page.text
    basics = _table(value, "basics")
    draft = Draft(
        format=kind,
        text=text,
        name=_text(basics, "name") or None,
        headline=_text(basics, "label") or None,
        sections=sections,
        positions=sort_positions(page.positions),
        studies=tuple(page.studies),
        certifications=tuple(page.certifications),
        languages=tuple(page.languages),
        links=find_links(text, sections),
    )
    return draft.change(unplaced=find_unplaced(draft)), tuple(page.problems)


def _write(page: Page, value: dict[str, Any]) -> None:
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
    _certificates(page, value)
    _languages(page, value)
    for key, kind, heading in (
        ("publications", Kind.PUBLICATIONS, "Publications"),
        ("awards", Kind.OTHER, "Awards"),
        ("interests", Kind.INTERESTS, "Interests"),
        ("references", Kind.OTHER, "References"),
    ):
        _list(page, value, key, kind, heading)
    for key, rest in value.items():
        if key in _KNOWN or page.full:
            continue
        for number, text in enumerate(_strings(rest)):
            if number == 0:
                page.section(Kind.OTHER, clean_line(key[:60]))
            page.line(text)


def _jobs(page: Page, value: dict[str, Any], key: str, heading: str) -> None:
    items = _rows(page, value, key)
    if items:
        page.section(Kind.EXPERIENCE, heading)
    for number, item in enumerate(items):
        place = f"{key}[{number}]"
        start, end = _month(page, item, "startDate", place), _month(page, item, "endDate", place)
        until = _text(item, "endDate").lower()
        current = until in _NOW or (start is not None and not until)
        organisation = _text(item, "name") or _text(item, "company") or _text(item, "organization")
        title = _text(item, "position") or organisation
        if start and end and end.index < start.index and (start.month or start.year != end.year):
            page.note(place, f"ends ({end}) before it starts ({start})", "correct the dates")
            end = None
        head = ", ".join(filter(None, (_text(item, "position"), organisation, _text(item, "location"))))
        begin = page.line(head, _dates(start, end, current), by="  ")
        _details(page, item)
        span = page.span_from(begin)
        if title and span:
            page.positions.append(
                Position(
                    title=title, organisation=organisation or None, start=start, end=end, current=current, span=span
                )
            )


def _projects(page: Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "projects")
    if items:
        page.section(Kind.PROJECTS, "Projects")
    for number, item in enumerate(items):
        place = f"projects[{number}]"
        start, end = _month(page, item, "startDate", place), _month(page, item, "endDate", place)
        page.line(
            ", ".join(filter(None, (_text(item, "name"), _text(item, "entity")))), _dates(start, end, False), by="  "
        )
        _details(page, item)
        page.line(_text(item, "url"))


def _studies(page: Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "education")
    if items:
        page.section(Kind.EDUCATION, "Education")
    for number, item in enumerate(items):
        place = f"education[{number}]"
        start, end = _month(page, item, "startDate", place), _month(page, item, "endDate", place)
        title = " ".join(filter(None, (_text(item, "studyType"), _text(item, "area"))))
        school = _text(item, "institution")
        head = ", ".join(filter(None, (title, school, _text(item, "score") or _text(item, "gpa"))))
        begin = page.line(head, _dates(start, end, False), by="  ")
        courses = ", ".join(_texts(item.get("courses")))
        page.line("Courses" if courses else "", courses, by=": ")
        _paragraphs(page, _text(item, "description"))
        span = page.span_from(begin)
        if (title or school) and span:
            page.studies.append(Study(title=title or school, institution=school or None, end=end, span=span))


def _skills(page: Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "skills")
    if items:
        page.section(Kind.SKILLS, "Skills")
    for item in items:
        level = _text(item, "level")
        label = f"{_text(item, 'name')} ({level})" if level else _text(item, "name")
        page.line(label, ", ".join(_texts(item.get("keywords"))), by=": ")


def _certificates(page: Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "certificates")
    if items:
        page.section(Kind.CERTIFICATIONS, "Certificates")
    for number, item in enumerate(items):
        place = f"certificates[{number}]"
        issued, expires = (_month(page, item, key, place) for key in ("date", "expires"))
        name, issuer = _text(item, "name") or _text(item, "title"), _text(item, "issuer")
        until = f"valid until {expires}" if expires else ""
        begin = page.line(name, issuer, str(issued or ""), until, _text(item, "url"), by=", ")
        span = page.span_from(begin)
        if name and span:
            page.certifications.append(
                Certification(name=name[:200], issuer=issuer[:200] or None, issued=issued, expires=expires, span=span)
            )


def _languages(page: Page, value: dict[str, Any]) -> None:
    items = _rows(page, value, "languages")
    if items:
        page.section(Kind.LANGUAGES, "Languages")
    for item in items:
        said, name = _text(item, "fluency"), _text(item, "language")
        span = page.span_from(page.line(f"{name} ({said})" if said else name))
        if name and span:
            page.languages.append(
                Language(name=name_language(name)[:200], fluency=read_fluency(said), said=said[:100] or None, span=span)
            )


def _list(page: Page, value: dict[str, Any], key: str, kind: Kind, heading: str) -> None:
    items = _rows(page, value, key)
    if items:
        page.section(kind, heading)
    for item in items:
        parts = (_text(item, k) for k in ("name", "title", "awarder", "publisher", "date", "releaseDate", "url"))
        page.line(", ".join(filter(None, parts)), ", ".join(_texts(item.get("keywords"))), by=": ")
        for detail in ("summary", "reference"):
            _paragraphs(page, _text(item, detail))


def _details(page: Page, item: dict[str, Any]) -> None:
    for key in ("description", "summary"):
        _paragraphs(page, _text(item, key))
    for key in ("highlights", "keywords", "roles"):
        words = _texts(item.get(key))
        if key == "highlights":
            for word in words:
                page.line(f"- {word}")
        else:
            page.line(key.title() if words else "", ", ".join(words), by=": ")


def _paragraphs(page: Page, text: str) -> None:
    for line in text.split("\n"):
        page.line(line)


def _dates(start: Month | None, end: Month | None, current: bool) -> str:
    if start and (current or end):
        return f"{start} – {'present' if current else end}"
    return str(end or start or "")


def _month(page: Page, item: dict[str, Any], key: str, place: str) -> Month | None:
    """The date under a key; one that cannot be read is noted."""
    shown = _text(item, key)
    found = parse_month(shown) if shown and len(shown) < 40 else None
    if shown and found is None and shown.lower() not in _NOW:
        page.note(f"{place}.{key}", f"{shown[:40]!r} is no date", "write 2021-03")
    return found


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return clean_text(str(value)).strip()[: MOST_CHARACTERS + 1]
    return ""


def _texts(value: Any) -> tuple[str, ...]:
    items: Iterable[Any] = value if isinstance(value, list) else [value]
    return tuple(text for item in items if (text := _text({"it": item}, "it").replace("\n", " ")))


def _table(value: dict[str, Any], key: str) -> dict[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def _rows(page: Page, value: dict[str, Any], key: str, above: str = "") -> list[dict[str, Any]]:
    """The objects of a list; a bare string stands for its name, anything else is noted."""
    found = value.get(key)
    if found is None:
        return []
    field = f"{above}.{key}" if above else key
    if not isinstance(found, list):
        page.note(field, "is no list and was left out", "")
        return []
    if len(found) > _MOST_ITEMS:
        page.note(field, f"has {len(found):,} entries; only the first {_MOST_ITEMS:,} were read", "")
    rows: list[dict[str, Any]] = []
    for number, item in enumerate(found[:_MOST_ITEMS]):
        if isinstance(item, dict):
            rows.append(item)
        elif isinstance(item, str):
            rows.append({"name": item, "language": item, "position": item})
        else:
            page.note(f"{field}[{number}]", "is no object and was left out", "")
            rows.append({})  # so that the others keep their numbers
    return rows if any(rows) else []


def _strings(value: Any, depth: int = 0) -> Iterable[str]:
    """Every text inside a value of unknown shape, so that nothing said is lost."""
    if isinstance(value, str):
        yield clean_text(value).replace("\n", " ")
    elif depth < _DEEPEST and isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item, depth + 1)
