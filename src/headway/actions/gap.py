"""Where somebody stands against a role: the gap, what to do about it, and what a supposition changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from headway.actions.match import open_posting
from headway.actions.person import read_person
from headway.catalog.cite import cite
from headway.catalog.lookup import find_industry, find_role_stage, find_skill
from headway.catalog.model import Catalog, Source
from headway.errors import HeadwayError, Problem, WrongUse
from headway.gap.agenda import Agenda, list_todos
from headway.gap.industry import IndustryGap, measure_industry
from headway.gap.measure import measure_gap
from headway.gap.model import GapReport
from headway.gap.needs import held_levels
from headway.gap.suppose import GapChange, compare_gaps, suppose
from headway.postings.match import measure_posting
from headway.profile.model import Profile
from headway.values import Level, Slug, Text, Value


class GapAnswer(Value):
    """A gap with what to do about it."""

    name: Text | None
    """Whose it is, where the document says so."""
    title: Text
    """What it is measured against."""
    report: GapReport
    agenda: Agenda
    what_if: GapChange | None = None
    """What the skills supposed change; `report` and `agenda` are then those afterwards."""
    industry: IndustryGap | None = None
    problems: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()


def find_gap(
    resume: Path,
    to: str | None,
    catalog: Catalog,
    today: date,
    given: Sequence[str] = (),
    industry: str | None = None,
    posting: str | None = None,
) -> GapAnswer:
    """The gap of a résumé to a role stage, or to a posting; with `given` (skill:level) as if these were held, too."""
    title, measure = _find_target(to, posting, catalog, today)
    supposed = read_suppositions(given, catalog)
    entered = find_industry(industry, catalog) if industry else None
    profile, problems = read_person(resume, catalog, today)
    change = compare_gaps(profile, supposed, measure, catalog, today) if supposed else None
    after = suppose(profile, supposed, catalog, today) if supposed else profile
    report = measure(after)
    entry = measure_industry(after, entered, catalog, today) if entered else None
    named = [rule.source for rule in entered.rules] if entered else []
    return GapAnswer(
        name=profile.name,
        title=title,
        report=report,
        agenda=list_todos(report, held_levels(after), catalog),
        what_if=change,
        industry=entry,
        problems=problems,
        sources=cite((report,), named, catalog),
    )


def _find_target(
    to: str | None, posting: str | None, catalog: Catalog, today: date
) -> tuple[str, Callable[[Profile], GapReport]]:
    """What is measured against, in words, and how; WrongUse unless it is one thing."""
    if (to is None) == (posting is None):
        raise WrongUse("a gap is measured against one role or one posting", "give --to ROLE:STAGE or --posting FILE")
    if posting:
        found = open_posting(posting, catalog)
        if not found.requirements:
            raise HeadwayError(f"{posting}: names no skill of the catalog", "give the whole text of the posting")
        title = ", ".join(part for part in (found.title or "the posting", found.employer) if part)
        return title, lambda profile: measure_posting(profile, found, catalog, today)
    target = find_role_stage(to or "", catalog)
    title = f"{catalog.roles[target.role].name}, {target.key.partition(':')[2].replace(':', ', ')}"
    return title, lambda profile: measure_gap(profile, target, catalog, today)


def read_suppositions(given: Sequence[str], catalog: Catalog) -> Mapping[Slug, Level]:
    """`docker:working` -> the skill and its level; WrongUse says what cannot be meant."""
    supposed: dict[Slug, Level] = {}
    levels = [level for level in Level if level > Level.NONE]
    for said in given:
        name, colon, level = said.rpartition(":")
        if not colon or level.strip().lower() not in levels:
            raise WrongUse(
                f"{said!r} is no skill with a level", f"write skill:level, with {', '.join(levels)}, as docker:working"
            )
        skill = find_skill(name, catalog).slug
        supposed[skill] = max(Level(level.strip().lower()), supposed.get(skill, Level.NONE))
    return supposed
