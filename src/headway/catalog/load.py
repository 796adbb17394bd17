"""Catalog folders -> one Catalog: read, lay over one another, join, prove that it holds, keep it compiled."""

from __future__ import annotations

from pathlib import Path

from headway.catalog.cache import read_cache, write_cache
from headway.catalog.folders import SHIPPED as SHIPPED
from headway.catalog.folders import sign_folders
from headway.catalog.importance import build_role
from headway.catalog.model import Catalog, Role
from headway.catalog.read import Parts, locate, read_folder
from headway.catalog.references import ESSENTIAL
from headway.errors import CatalogFault, Problem
from headway.values import Map


def load_catalog(*folders: Path, cache: Path | None = None) -> Catalog:
    """The catalog of `folders`, later ones over earlier ones; without any, the shipped one.

    `cache` is a folder for the compiled catalog; it may be absent, stale, broken or unwritable. Raises CatalogFault
    with every problem, each with its file and line.
    """
    chosen = folders or (SHIPPED,)
    digest = sign_folders(chosen)
    if cache and (kept := read_cache(cache, digest)):
        return kept
    catalog, problems = read_catalog(*chosen, digest=digest)
    if problems:
        raise CatalogFault(problems)
    if cache:
        write_cache(cache, catalog)
    return catalog


def read_catalog(*folders: Path, digest: str = "") -> tuple[Catalog, tuple[Problem, ...]]:
    """All that could be read of `folders`, and all that is wrong with them; raises nothing."""
    parts, problems = read_folders(*folders)
    catalog, faults = assemble(parts, digest)
    return catalog, (*problems, *faults)


def read_folders(*folders: Path) -> tuple[Parts, tuple[Problem, ...]]:
    """The entries of `folders`, later ones over earlier ones, and the problems of all."""
    parts, problems = Parts(), list[Problem]()
    for folder in folders:
        found, faults = read_folder(folder)
        parts = parts.extend(found)
        problems += faults
    return parts, tuple(problems)


def assemble(parts: Parts, digest: str = "") -> tuple[Catalog, tuple[Problem, ...]]:
    """Join the parts, and prove what no other code could do without (`references.ESSENTIAL`)."""
    roles: dict[str, Role] = {}
    problems: list[Problem] = []
    for slug, entry in parts.roles.items():
        roles[slug], faults = build_role(slug, entry, parts.demand, parts.sources)
        problems += faults
    catalog = Catalog(
        digest=digest,
        sources=Map(parts.sources),
        efforts=Map(parts.efforts),
        skills=Map(parts.skills),
        roles=Map(roles),
        activities=Map(parts.activities),
        demand=tuple(parts.demand.values()),
        coverage=tuple(parts.coverage.values()),
        wages=tuple(parts.wages.values()),
        communities=Map(parts.communities),
        industries=Map(parts.industries),
        cases=Map(parts.cases),
        claims=Map(parts.claims),
        neighbourhoods=Map(parts.neighbourhoods),
        half_lives=Map(parts.half_lives),
        together=tuple(parts.together.values()),
        emerging=Map(parts.emerging),
        title_counts=tuple(parts.title_counts.values()),
        listings=tuple(parts.listings.values()),
        projections=tuple(parts.projections.values()),
        schooling=tuple(parts.schooling.values()),
    )
    problems += [problem for check in ESSENTIAL for problem in check(catalog)]
    return catalog, tuple(locate(problem, parts) for problem in problems)
