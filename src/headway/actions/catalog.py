"""Look into the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from platformdirs import user_cache_path

from headway.catalog.half_lives import HalfLife
from headway.catalog.load import SHIPPED, load_catalog
from headway.catalog.lookup import find_role_stage, find_skill
from headway.catalog.model import Activity, Catalog, Role, Skill
from headway.catalog.neighbours import Neighbour
from headway.catalog.world import Community, CommunityKind
from headway.errors import HeadwayError, Problem, WrongUse
from headway.values import Level, Stage, Track

if TYPE_CHECKING:
    from headway.catalog.origins import TitleAnswer
    from headway.routes.compare import Comparison


class SkillView(Skill):
    """A skill with what stands beside it, and how soon it ages."""

    neighbours: tuple[Neighbour, ...]
    half_life: HalfLife | None


def open_catalog(own: Path | None = None) -> Catalog:
    """The shipped catalog, from its cache where that is fresh, extended by a folder of one's own."""
    if own and not own.is_dir():
        raise HeadwayError(f"{own}: there is no such folder", "give a folder of catalog files with --catalog")
    folders = (SHIPPED,) if own is None else (SHIPPED, own)
    return load_catalog(*folders, cache=user_cache_path("headway"))


def check(catalog: Catalog) -> tuple[Problem, ...]:
    """Everything in the catalog that does not hold together."""
    from headway.catalog.checks import check_catalog

    return check_catalog(catalog)


def list_roles(catalog: Catalog, track: str | None = None, stage: str | None = None) -> tuple[Role, ...]:
    """The roles with only their stages on `track` and at `stage`; roles without any are left out."""
    tracks = {_read(Track, track)} if track else set(Track)
    stages = {_read(Stage, stage)} if stage else set(Stage)
    kept = (
        (role, tuple(s for s in role.stages if s.track in tracks and s.stage in stages))
        for role in catalog.roles.values()
    )
    return tuple(role.change(stages=fitting) for role, fitting in kept if fitting)


def list_communities(catalog: Catalog, skill: str | None = None, kind: str | None = None) -> tuple[Community, ...]:
    """The communities of one kind, and those whose focus is a skill (or a part of it); all of them without either."""
    kinds = {_read(CommunityKind, kind)} if kind else set(CommunityKind)
    wanted = find_skill(skill, catalog).slug if skill else None
    meant = {s.slug for s in catalog.skills.values() if wanted in (s.slug, *s.broader)}
    return tuple(
        c for c in catalog.communities.values() if c.kind in kinds and (wanted is None or meant.intersection(c.focus))
    )


def read_levels(name: str | None) -> tuple[Level, ...]:
    """One level by its name, or all that can be learned."""
    return (_read(Level, name),) if name else Level.EXPERT.steps_from(Level.NONE)


def view_skill(skill: Skill, catalog: Catalog) -> SkillView:
    """All that the catalog says of a skill itself."""
    known = {name: getattr(skill, name) for name in type(skill).model_fields}
    return SkillView(**known, neighbours=catalog.neighbours(skill.slug), half_life=catalog.half_life(skill.slug))


def list_teachers(skill: Skill, levels: Sequence[Level], catalog: Catalog) -> tuple[Activity, ...]:
    """The activities, not retired, that bring `skill` to one of `levels` and no higher."""
    found = {a.slug: a for level in levels for a in catalog.teachers.get((skill.slug, level), ())}
    return tuple(a for a in found.values() if a.covers[skill.slug] in levels)


def compare_roles(names: Sequence[str], catalog: Catalog) -> Comparison:
    """Two or three role stages side by side; WrongUse for any other number."""
    from headway.routes.compare import compare_stages

    if not 2 <= len(names) <= 3:
        raise WrongUse(f"{len(names)} roles cannot be compared", "give two or three")
    return compare_stages([find_role_stage(name, catalog) for name in names], catalog)


def place_job(title: str, catalog: Catalog) -> TitleAnswer:
    """The occupation, role and stage that any job title names, with confidence and alternatives."""
    from headway.catalog.classification import load_occupations
    from headway.catalog.origins import answer_title
    from headway.catalog.title_space import load_title_space

    return answer_title(title, catalog, load_occupations(), load_title_space())


W = TypeVar("W", bound=StrEnum)


def _read(words: type[W], said: str) -> W:
    try:
        return words(said.lower())
    except ValueError:
        raise WrongUse(f"{said!r} is none of {', '.join(words)}") from None
