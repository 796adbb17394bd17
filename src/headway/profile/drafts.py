"""Lines in reading order -> a Draft: text, sections, and everything that is found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headway.errors import Problem
from headway.profile.certifications import find_certifications
from headway.profile.languages import find_languages
from headway.profile.lines import Line, clean_lines
from headway.profile.links import find_links
from headway.profile.model import Draft
from headway.profile.names import find_name
from headway.profile.positions import find_positions
from headway.profile.sections import find_sections
from headway.profile.studies import find_studies
from headway.profile.unplaced import find_unplaced

MOST_CHARACTERS = 200_000
"""About sixty full pages. What comes after is left out, with a problem that says so."""
_TOO_LONG = Problem(
    message=f"is longer than {MOST_CHARACTERS:,} characters; what comes after them was left out",
    hint="give the résumé alone",
)


def compose_draft(kind: str, lines: Iterable[Line]) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a document whose lines are in reading order; `kind` is the slug of its format.

    Every visible character of the lines, up to `MOST_CHARACTERS`, is in the text, and every line in one section.
    """
    cut: list[Problem] = []
    clean = clean_lines(_bounded(lines, cut))
    text = "\n".join(line.text for line in clean)
    sections = find_sections(clean)
    positions, problems = find_positions(text, sections)
    name, headline = find_name(clean, text, sections)
    draft = Draft(
        format=kind,
        text=text,
        name=name,
        headline=headline,
        sections=sections,
        positions=positions,
        studies=find_studies(text, sections),
        certifications=find_certifications(text, sections),
        languages=find_languages(text, sections),
        links=find_links(text, sections),
    )
    return draft.change(unplaced=find_unplaced(draft)), (*cut, *problems)


def bound_text(text: str) -> tuple[str, tuple[Problem, ...]]:
    """A text of at most `MOST_CHARACTERS`, before any work is done on it, and a problem if something was cut off."""
    return (text[:MOST_CHARACTERS], (_TOO_LONG,)) if len(text) > MOST_CHARACTERS else (text, ())


def _bounded(lines: Iterable[Line], problems: list[Problem]) -> Iterator[Line]:
    """The lines until they make up `MOST_CHARACTERS`; those after it are never made."""
    left = MOST_CHARACTERS
    for line in lines:
        if len(line.text) > left:
            problems.append(_TOO_LONG)
            if left:
                yield line._replace(text=line.text[:left])
            return
        left -= len(line.text) + 1
        yield line
