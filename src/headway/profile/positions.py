"""The positions that somebody held, from the sections about experience."""

from __future__ import annotations

import re

from headway.errors import Problem
from headway.profile.entries import Entry, find_entries, rows_of
from headway.profile.model import Position, Section, SectionKind
from headway.profile.vocabulary import is_legal_form, is_place, is_study, looks_like_organisation, title_score
from headway.values import Month, Span

_AT = re.compile(r"^(?P<title>.+?)(?:\s+(?:at|bei|chez)\s+|\s*@\s*)(?P<organisation>\S.*)$", re.IGNORECASE)

_COMMA = re.compile(r",(?![^()]*\))")
_TOWN = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:-[A-Z]?[^\W\d_]+)*")
"""A single word behind the last comma of an organisation is its town."""
_BRANCH = re.compile(
    r"(?:(?:data|science|platform|engineering|marketing|product|analytics|research|operations|finance|infrastructure|sales"
    r"|risk|growth|machine|learning|ai|ml|bi|it|and|&|software|backend|security)\s*)+",
    re.IGNORECASE,
)
"""What follows a title and a comma without being the organisation: `Manager, Data Science, Acme`."""
_ALONE = re.compile(
    r"freelanc|self[- ]employed|independent|selbstständig|contractor|indépendant|autónom", re.IGNORECASE
)


def find_positions(text: str, sections: tuple[Section, ...]) -> tuple[tuple[Position, ...], tuple[Problem, ...]]:
    """Every position of the experience sections, newest first as far as dates tell; spans are of `text`."""
    positions: list[Position] = []
    problems: list[Problem] = []
    for section in sections:
        if section.kind is not SectionKind.EXPERIENCE:
            continue
        rows = rows_of(text, section.span)
        rows = rows[1:] if section.heading and rows and section.heading in rows[0].text else rows
        organisation: str | None = None
        for entry in find_entries(rows, section.span.end):
            title, named = name_position(entry.parts)
            if not title or is_study(entry.parts):
                continue
            organisation = named or (None if _ALONE.search(title) else organisation)
            position, problem = _position(text, entry, title, organisation)
            positions.append(position)
            problems += [problem] if problem else []
    return sort_positions(positions), tuple(problems)


def sort_positions(positions: list[Position]) -> tuple[Position, ...]:
    """Newest first: by the end (a current one ends last), then by the start; undated ones last."""

    def age(position: Position) -> tuple[float, float]:
        end = 99_999.0 if position.current else position.end.index if position.end else 0.0
        start = position.start.index if position.start else 0.0
        return -(end or start), -start

    return tuple(sorted(positions, key=age))


def name_position(parts: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The title and the organisation among the parts of an entry's head."""
    named = [part for part in parts if not is_place(part)] or list(parts)
    if not named:
        return None, None
    scores = [title_score(part) for part in named]
    best = max(range(len(named)), key=lambda i: (scores[i] > 0, scores[i] if len(named) > 1 else 0, -i))
    if scores[best] <= 0:
        best = (
            1 if len(named) > 1 and looks_like_organisation(named[0]) and not looks_like_organisation(named[1]) else 0
        )
    title = named[best]
    others = [part for i, part in enumerate(named) if i != best]
    if not others:
        whole, organisation = _split_one(title)
        beside = next((part for part in parts if part != title and "," in part), None)
        return whole, organisation or (_without_place(beside) if beside else None)
    within, organisation = _split_one(title) if re.search(r"\s(?:at|@)\s", title) else (title, None)
    if organisation is None:
        organisation = next((part for part in others if looks_like_organisation(part)), others[0])
    return within, _without_place(organisation)


def _split_one(text: str) -> tuple[str | None, str | None]:
    """`Data analyst, Northwind Trading, Leeds` and `Data analyst at Northwind Trading`."""
    match = _AT.match(text)
    if match and title_score(match["title"]) > 0:
        return match["title"].strip(" ,"), _without_place(match["organisation"])
    pieces: list[str] = []
    for piece in (piece.strip() for piece in _COMMA.split(text)):
        if pieces and is_legal_form(piece):
            pieces[-1] += f", {piece}"
        elif piece:
            pieces.append(piece)
    while len(pieces) > 1 and is_place(pieces[-1]):
        pieces.pop()
    if (
        len(pieces) > 2
        and _TOWN.fullmatch(pieces[-1])
        and title_score(pieces[0]) > 0
        and not _BRANCH.fullmatch(pieces[1])
    ):
        pieces.pop()
    if len(pieces) < 2:
        return (pieces[0] if pieces else text), None
    scores = [title_score(piece) for piece in pieces]
    title = max(range(len(pieces)), key=lambda i: (scores[i], -i))
    if scores[title] <= 0:
        title = 1 if looks_like_organisation(pieces[0]) and not looks_like_organisation(pieces[1]) else 0
    others = [i for i in range(len(pieces)) if i != title]
    organisation = next(
        (i for i in others if looks_like_organisation(pieces[i])), others[-1] if title == 0 else others[0]
    )
    kept = [pieces[i] for i in range(len(pieces)) if i != organisation and (i == title or (title < i < organisation))]
    return ", ".join(kept), pieces[organisation]


def _without_place(text: str) -> str:
    """`Northwind Trading, Leeds` without the town."""
    pieces = [piece.strip() for piece in _COMMA.split(text)]
    while len(pieces) > 1 and not is_legal_form(pieces[-1]) and (is_place(pieces[-1]) or _TOWN.fullmatch(pieces[-1])):
        pieces.pop()
    return ", ".join(pieces)


def _position(text: str, entry: Entry, title: str, organisation: str | None) -> tuple[Position, Problem | None]:
    period = entry.period
    start, end = (period.start, period.end) if period else (None, None)
    problem = None
    if start and end and _backwards(start, end):
        problem = Problem(
            message=f"the dates of {title!r} run backwards ({start} to {end})",
            line=text.count("\n", 0, entry.span.start) + 1,
            hint="its end is left open; correct it in the document",
        )
        end = None
    body = entry.span.of(text).rstrip()
    span = Span(start=entry.span.start, end=entry.span.start + len(body))
    current = bool(period and period.current)
    return Position(title=title, organisation=organisation, start=start, end=end, current=current, span=span), problem


def _backwards(start: Month, end: Month) -> bool:
    if start.year == end.year and (start.month is None or end.month is None):
        return False
    return end.index < start.index
