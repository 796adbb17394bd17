"""The brief of a negotiation in four phases: the same lines on a terminal and as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from headway.catalog.model import Source
from headway.pay.cash import average_of
from headway.pay.negotiate import Brief
from headway.report.markdown import escape
from headway.report.words import say_band, say_basis, say_day


def list_phases(brief: Brief, sources: Sequence[Source]) -> Iterator[tuple[str, list[str]]]:
    """Title and lines of each part of the brief."""
    yield "1. Research: where the base stands", say_research(brief)
    yield (
        "2. Preparation: what you can show",
        list(brief.achievements)
        or ["Nothing in the document shows work on what this role needs: add it before you speak of it."],
    )
    yield "What you can fall back on", [say_fallback(brief)]
    yield "3. Discussion: a first figure", [say_opening(brief)]
    yield "To ask", list(brief.questions)
    yield "Words to choose from", list(brief.wordings)
    yield "4. Agreement: in writing before you say yes", list(brief.checklist)
    yield "What this rests on, and whom it was found on", [_source(source) for source in sources]


def write_brief(brief: Brief, sources: Sequence[Source], today: date) -> str:
    """One page of Markdown; text of files and documents is escaped."""
    lines = [f"# {escape(brief.offer.name)}: {escape(brief.title)}", "", f"Made with headway on {say_day(today)}.", ""]
    for title, said in list_phases(brief, sources):
        lines += [f"## {title}", "", *(f"- {escape(line)}" for line in said), ""]
    return "\n".join(lines)


def say_research(brief: Brief) -> list[str]:
    offer = brief.offer
    first = (
        f"The offer: base {offer.currency} {offer.base:,.0f}, {average_of(offer):,.0f} a year over four, before tax."
    )
    found = [
        f"{stand.band.origin}, {stand.band.title}: the base is {stand.says}; {say_band(stand.band)} "
        f"({say_basis(stand.band.basis)})."
        for stand in brief.research
    ]
    return [
        first,
        *(found or [f"No band of this role in {offer.country} in {offer.currency} is known: ask for theirs."]),
    ]


def say_fallback(brief: Brief) -> str:
    held = brief.fallback
    if held is None:
        return (
            "No alternative was given. Your present job is one: write it as an offer and give it with --alternatives; "
            "without one there is no figure below which to say no."
        )
    more = "the offer pays more already" if held.ahead else "the offer pays less so far"
    return (
        f"{held.name}, {held.average} a year over four: {more}. Below a base of {held.reservation_base}, all else as "
        f"offered, {held.name} pays more. What else counts for you, put into figures or leave out."
    )


def say_opening(brief: Brief) -> str:
    if brief.opening is None:
        return f"Name none: {brief.opening_reason}."
    return f"{brief.opening}: {brief.opening_reason}. Name it only if you can say where it is from."


def _source(source: Source) -> str:
    return f"{source.name} ({source.publisher}, {source.date}). {source.note or ''}".strip()
