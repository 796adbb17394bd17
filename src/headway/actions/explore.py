"""Explore: where somebody could go next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from headway.actions.person import read_person
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.journey import list_pay, stand_on
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
    pay = list_pay(catalog, where)
    return explore(profile, standing, pay, catalog, capacity.hours, today)
