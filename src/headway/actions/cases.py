"""Careers as told, beside somebody's own way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from headway.actions.person import read_person
from headway.actions.relatedness import open_ground
from headway.catalog.model import Catalog
from headway.errors import HeadwayError, WrongUse
from headway.gap.gates import years_in_field
from headway.outlook.cases import NOT_TOLD, CaseMatch, Spot, match_cases
from headway.profile.model import Profile, Standing
from headway.routes.find import direct_months, find_start, start_at
from headway.routes.footing import Ground, find_footing
from headway.routes.relatedness import relate_ends
from headway.skills.standing import stand
from headway.values import Months, Text, Value
from headway.wellbeing.capacity import find_capacity
from headway.wellbeing.week import WeekBudget


class CaseAnswer(Value):
    """The cases beside a way, the nearest first."""

    start: Text | None
    end: Text | None
    matches: tuple[CaseMatch, ...]
    months: Months | None
    """Of the direct way, as `headway routes` counts it; None where an end is outside the catalog, or is not said."""
    hours_per_week: float
    says: Text


def hold_against_cases(
    catalog: Catalog, today: date, start: str | None = None, end: str | None = None, resume: Path | None = None
) -> CaseAnswer:
    """Every case beside the way from `start` (else where the résumé stands) to `end`; titles, roles or codes."""
    if not (start or end or resume):
        raise WrongUse("no way is said", "give --from, --to or --for RESUME")
    if not catalog.cases:
        raise HeadwayError("the catalog tells no career", "add some in cases.toml")
    ground, capacity = open_ground(catalog), find_capacity(WeekBudget(), None)
    profile = read_person(resume, catalog, today)[0] if resume else None
    standing = stand(profile, catalog, today) if profile else None
    if profile and not start:
        if standing is None:
            raise HeadwayError("the document names no role of the catalog", "say where you stand with --from")
        start = standing.key
    first, last = (_find_spot(name, ground) if name is not None else None for name in (start, end))

    def find_alike(name: str, key: str) -> float:
        return relate_ends(find_footing(name, ground), find_footing(key, ground), ground).score

    years = years_in_field(profile, catalog, today) if profile else None
    return CaseAnswer(
        start=first.stage.key if first and first.stage else start,
        end=last.stage.key if last and last.stage else end,
        matches=match_cases(catalog.cases.values(), first, last, find_alike, years),
        months=_count_months(first, last, profile, standing, catalog, capacity.hours, today),
        hours_per_week=capacity.hours,
        says=NOT_TOLD,
    )


def _count_months(
    first: Spot | None,
    last: Spot | None,
    profile: Profile | None,
    standing: Standing | None,
    catalog: Catalog,
    hours: float,
    today: date,
) -> Months | None:
    """Of the direct way, for the person of `profile` where they stand on its start, else for whoever meets it."""
    if not (first and first.stage and last and last.stage) or first.stage.key == last.stage.key:
        return None
    if profile and standing and standing.key == first.stage.key:
        return direct_months(find_start(profile, standing, catalog, hours, today), last.stage, catalog)
    return direct_months(start_at(first.stage, catalog, hours), last.stage, catalog)


def _find_spot(name: str, ground: Ground) -> Spot:
    if not name.strip():
        raise WrongUse("an empty title cannot be compared", "give a title, a role or a code")
    footing = find_footing(name, ground)
    return Spot(name=footing.name, stage=footing.role)
