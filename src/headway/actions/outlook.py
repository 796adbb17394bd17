"""The outlook: new roles with what speaks for them, and how near somebody is."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from headway.actions.person import read_person
from headway.actions.relatedness import open_ground, relate
from headway.catalog.area_wages import load_estimates
from headway.catalog.cite import cite
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, Source
from headway.errors import HeadwayError, Problem
from headway.gap.readiness import refuse
from headway.journey import list_pay, stand_on
from headway.outlook.prospects import Prospects, bring_near, gather, list_prospects
from headway.skills.standing import stand
from headway.values import Slug, Text, Value
from headway.wellbeing.capacity import find_capacity
from headway.wellbeing.week import WeekBudget
from headway.wish import read_country


class OutlookAnswer(Value):
    """New roles, and how near somebody is to them."""

    name: Text | None
    """Whose it is, where the document says so."""
    found: Prospects
    country: Text
    hours_per_week: float
    problems: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()


def look_ahead(
    resume: Path | None,
    role: str | None,
    catalog: Catalog,
    today: date,
    start_from: str | None = None,
    hours: float | None = None,
    country: str = "US",
) -> OutlookAnswer:
    """Every new role, or one; with a document how near it is and what to learn first."""
    roles = find_new_roles(role, catalog)
    where, capacity = read_country(country), find_capacity(WeekBudget(), hours)
    said = find_role_stage(start_from, catalog) if start_from else None
    prospects = list_prospects(roles, catalog)
    name, standing, refusal, problems = None, None, None, tuple[Problem, ...]()
    if resume is not None:
        profile, problems = read_person(resume, catalog, today)
        standing = stand_on(said) if said else stand(profile, catalog, today)
        name, refusal = profile.name, refuse(profile)
        pay = list_pay(catalog, where, load_estimates(where))
        opened = lru_cache(maxsize=1)(lambda: open_ground(catalog))
        prospects = bring_near(
            prospects,
            profile,
            standing,
            pay,
            lambda here, there: relate(here, there, opened()).score,
            catalog,
            capacity.hours,
            today,
        )
    found = gather(prospects, standing, refusal, catalog)
    return OutlookAnswer(
        name=name,
        found=found,
        country=where,
        hours_per_week=capacity.hours,
        problems=problems,
        sources=cite((found,), (), catalog),
    )


def find_new_roles(role: str | None, catalog: Catalog) -> tuple[Slug, ...]:
    """All that are told to be new, or the one that is meant; HeadwayError where it is not among them."""
    if not catalog.emerging:
        raise HeadwayError("the catalog names no new role", "add some in emerging.toml")
    if role is None:
        return tuple(catalog.emerging)
    slug = find_role_stage(role, catalog).role
    if slug not in catalog.emerging:
        known = ", ".join(catalog.emerging)
        raise HeadwayError(f"{catalog.roles[slug].name} is not told to be new", f"these are: {known}")
    return (slug,)
