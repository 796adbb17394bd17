"""Explore: where somebody could go next, several targets side by side, an industry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from headway.actions.person import read_person
from headway.catalog.area_wages import load_estimates
from headway.catalog.lookup import find_industry, find_role_stage
from headway.catalog.model import Catalog
from headway.errors import WrongUse
from headway.gap.industry import IndustryGap, measure_industry
from headway.journey import list_pay, stand_on
from headway.routes.aims import Aims, compare_aims
from headway.routes.explore import Outlook, explore
from headway.skills.standing import stand
from headway.wellbeing.capacity import find_capacity
from headway.wellbeing.week import WeekBudget
from headway.wish import read_country


def explore_roles(
    resume: Path,
    catalog: Catalog,
    today: date,
    start_from: str | None = None,
    country: str = "US",
    hours: float | None = None,
) -> Outlook:
    """The role stages near a résumé, those that pay better in `country`, and the skills that open most of them."""
    said = find_role_stage(start_from, catalog) if start_from else None
    where, capacity = read_country(country), find_capacity(WeekBudget(), hours)
    profile, _ = read_person(resume, catalog, today)
    standing = stand_on(said) if said else stand(profile, catalog, today)
    pay = list_pay(catalog, where, load_estimates(where))
    return explore(profile, standing, pay, catalog, capacity.hours, today)


def compare_for(
    names: Sequence[str],
    resume: Path,
    catalog: Catalog,
    today: date,
    country: str = "US",
    hours: float | None = None,
) -> Aims:
    """Two or three role stages side by side as somebody with this résumé sees them."""
    if not 2 <= len(names) <= 3:
        raise WrongUse(f"{len(names)} roles cannot be compared", "give two or three")
    stages = [find_role_stage(name, catalog) for name in names]
    where, capacity = read_country(country), find_capacity(WeekBudget(), hours)
    profile, _ = read_person(resume, catalog, today)
    standing = stand(profile, catalog, today)
    pay = list_pay(catalog, where, load_estimates(where))
    return compare_aims(profile, standing, stages, pay, catalog, capacity.hours, today)


def enter_industry(name: str, resume: Path, catalog: Catalog, today: date) -> IndustryGap:
    """What an industry asks, and what a résumé already shows of it."""
    industry = find_industry(name, catalog)
    profile, _ = read_person(resume, catalog, today)
    return measure_industry(profile, industry, catalog, today)
