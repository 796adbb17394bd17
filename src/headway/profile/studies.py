"""Degrees and courses, from the sections about education."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from headway.profile.certifications import cut_row, pick_certificates
from headway.profile.dates import Period, find_periods
from headway.profile.entries import Row, find_entries, rows_of
from headway.profile.model import Section, SectionKind, Study
from headway.profile.vocabulary import is_place, is_study, names_degree, names_school
from headway.values import Month, Span

_SENTENCE_AFTER_DATE = re.compile(r"(?<=\d)\.\s+(?=[A-ZÀ-Þ])")
_LEAVING = re.compile(r"high[- ]school(?: diploma)?", re.IGNORECASE)
"""Names a certificate, no school."""
_CUT = re.compile(r"\s{2,}|\s+[|·•–—-]\s+|\s*[|·•]\s*")


@dataclass
class _Open:
    """A study while its lines are still being read."""

    start: int
    titles: list[str] = field(default_factory=list)
    schools: list[str] = field(default_factory=list)
    period: Period | None = None


def find_studies(text: str, sections: tuple[Section, ...]) -> tuple[Study, ...]:
    """Every study of the education sections, and among positions, in the order of the text; spans are of `text`."""
    studies: list[Study] = []
    for section in sections:
        if section.kind is SectionKind.EDUCATION:
            rows = _below_heading(rows_of(text, section.span), section.heading)
            rows = tuple(part for row in rows for part in cut_row(row))
            apart = {row.start for group in pick_certificates(rows) for row in group}
            rows = tuple(row for row in rows if row.start not in apart)
            studies += _studies(text, rows, section.span.end)
        elif section.kind is SectionKind.EXPERIENCE:
            rows = _below_heading(rows_of(text, section.span), section.heading)
            for entry in find_entries(rows, section.span.end):
                if is_study(entry.parts):
                    studies += _studies(text, rows_of(text, entry.span)[:1], entry.span.end)
    return tuple(studies)


def _below_heading(rows: tuple[Row, ...], heading: str) -> tuple[Row, ...]:
    """The rows of a section without the heading, which may stand beside the first of them."""
    if not heading or not rows:
        return rows
    first = rows[0].text
    if first.strip(" #:*=").endswith(heading):
        return rows[1:]
    rest = first.removeprefix(heading).lstrip(" \t:–—-") if first.startswith(heading) else first
    return (Row(rest, rows[0].start + len(first) - len(rest)), *rows[1:])


def _studies(text: str, rows: tuple[Row, ...], end: int) -> list[Study]:
    found: list[_Open] = []
    after_gap = True
    for row in rows:
        line = row.text.removeprefix("- ")
        if not line:
            after_gap = True
            continue
        degree, school, period = names_degree(line), names_school(line), _period(line)
        prose = not (degree and period) and (len(line) > 140 or (line.endswith(".") and len(line.split()) > 9))
        now = found[-1] if found else None
        opens = (
            not prose
            and (degree or school or period is not None)
            and (
                now is None
                or (degree and bool(now.titles))
                or (school and bool(now.schools) and not row.text.startswith("- "))
                or (after_gap and bool(now.titles or now.schools) and bool(degree or school))
            )
        )
        if opens:
            now = _Open(row.start)
            found.append(now)
        if now and not prose:
            _fill(now, line, period, opens)
        after_gap = False
    starts = [study.start for study in found] + [end]
    return [
        Study(
            title=", ".join(study.titles),
            institution=", ".join(study.schools) or None,
            end=_end(study.period),
            span=Span(start=start, end=start + len(text[start:stop].rstrip())),
        )
        for study, start, stop in zip(found, starts, starts[1:], strict=False)
        if study.titles
    ]


def _fill(study: _Open, line: str, period: Period | None, opens: bool) -> None:
    study.period = study.period or period
    rest = line = _SENTENCE_AFTER_DATE.split(line, maxsplit=1)[0]
    for found in reversed(find_periods(line)):
        rest = rest[: found.begin] + "  " + (rest[found.stop :] if len(line) < 100 or not found.begin else "")
    rest = re.sub(r"\(\s*\)", " ", rest)
    chunks = [chunk.strip(" ,;:") for chunk in _CUT.split(rest)]
    for chunk in (chunk for chunk in chunks if chunk and not is_place(chunk)):
        pieces = [piece.strip() for piece in re.split(r",(?![^()]*\))", chunk) if piece.strip()]
        for piece in pieces:
            if is_place(piece) and len(pieces) > 1:
                continue
            if names_school(piece) and not study.schools and not (names_degree(piece) and not study.titles):
                study.schools.append(piece)
            elif names_degree(piece) and names_school(piece) and not study.titles:
                _split_both(study, piece)
            elif (names_degree(piece) or opens) if not study.titles else (opens and not study.schools):
                study.titles.append(piece)


def _split_both(study: _Open, piece: str) -> None:
    """`BSc Physics at the University of Leeds`."""
    parts = re.split(r"\s+(?:at|from|an der|à)\s+(?:the\s+)?", piece, maxsplit=1)
    bracketed = re.fullmatch(r"(.*\S)\s*\(([^()]*)\)", piece)
    if bracketed and names_school(bracketed[2]):
        parts = [bracketed[1], bracketed[2]]
    study.titles.append(parts[0])
    if len(parts) == 2:
        study.schools.append(parts[1])
    elif not study.schools and names_school(_LEAVING.sub("", piece)):
        study.schools.append(piece)


def _period(line: str) -> Period | None:
    periods = find_periods(line)
    return next((p for p in periods if not p.single), periods[-1] if periods else None)


def _end(period: Period | None) -> Month | None:
    return period.end if period else None
