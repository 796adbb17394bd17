"""Official projections of employment: of the occupation that stands in for a role, and of all occupations."""

from __future__ import annotations

from headway.catalog.emerging import ALL, Projection
from headway.catalog.model import Catalog
from headway.values import Slug


def find_projection(role: Slug, catalog: Catalog) -> Projection | None:
    """That of the official occupation that stands in for `role` first; the next ones are too far for a forecast."""
    codes = catalog.roles[role].pay
    return next((p for p in catalog.projections if codes and p.soc == codes[0].soc), None)


def find_average(catalog: Catalog) -> Projection | None:
    """That of all occupations together."""
    return next((projection for projection in catalog.projections if projection.soc == ALL), None)
