"""What a person can do, one function each: load, call, save. Faces adapt these signatures and add nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from platformdirs import user_cache_path

from headway.catalog.checks import check_catalog
from headway.catalog.load import SHIPPED, load_catalog
from headway.catalog.lookup import find_role_stage, find_skill
from headway.catalog.model import Activity, Catalog, Role, Skill
from headway.catalog.world import Community, CommunityKind
from headway.errors import HeadwayError, Problem, UnreadableFile, WrongUse
from headway.journey import Journey, Tell, make_journey
from headway.profile.read import MOST_BYTES
from headway.routes.compare import Comparison, compare_stages
from headway.skills.lexicon import build_lexicon
from headway.values import Level, Stage, Track
from headway.wish import Wish

if TYPE_CHECKING:
    from headway.catalog.origins import TitleAnswer


def open_catalog(own: Path | None = None) -> Catalog:
    """The shipped catalog, from its cache where that is fresh, extended by a folder of one's own."""
    if own and not own.is_dir():
        raise HeadwayError(f"{own}: there is no such folder", "give a folder of catalog files with --catalog")
    folders = (SHIPPED,) if own is None else (SHIPPED, own)
    return load_catalog(*folders, cache=user_cache_path("headway"))


def check(catalog: Catalog) -> tuple[Problem, ...]:
    """Everything in the catalog that does not hold together."""
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


def list_teachers(skill: Skill, levels: Sequence[Level], catalog: Catalog) -> tuple[Activity, ...]:
    """The activities, not retired, that bring `skill` to one of `levels` and no higher."""
    found = {a.slug: a for level in levels for a in catalog.teachers.get((skill.slug, level), ())}
    return tuple(a for a in found.values() if a.covers[skill.slug] in levels)


W = TypeVar("W", bound=StrEnum)


def _read(words: type[W], said: str) -> W:
    try:
        return words(said.lower())
    except ValueError:
        raise WrongUse(f"{said!r} is none of {', '.join(words)}") from None


def compare_roles(names: Sequence[str], catalog: Catalog) -> Comparison:
    """Two or three role stages side by side; WrongUse for any other number."""
    if not 2 <= len(names) <= 3:
        raise WrongUse(f"{len(names)} roles cannot be compared", "give two or three")
    return compare_stages([find_role_stage(name, catalog) for name in names], catalog)


def place_job(title: str, catalog: Catalog) -> TitleAnswer:
    """The occupation, role and stage that any job title names, with confidence and alternatives."""
    from headway.catalog.classification import load_occupations
    from headway.catalog.origins import answer_title
    from headway.catalog.title_space import load_title_space

    return answer_title(title, catalog, load_occupations(), load_title_space())


def plan_career(resume: Path, wish: Wish, today: date, tell: Tell, catalog: Catalog | None = None) -> Journey:
    """The main job: from a résumé's file to the whole answer. Nothing is written."""
    catalog = catalog or open_catalog()
    return make_journey(read_bytes(resume), resume.name, wish, catalog, build_lexicon(catalog), today, tell)


def save_journey(journey: Journey, folder: Path, catalog: Catalog) -> tuple[Path, ...]:
    """Writes plan.md, plan.ics and plan.json into `folder`; each appears whole or not at all."""
    from headway.report.calendar import write_calendar
    from headway.report.markdown import write_markdown

    files = {
        "plan.md": write_markdown(journey, catalog).encode(),
        "plan.ics": write_calendar(journey, catalog),
        "plan.json": journey.model_dump_json(indent=2).encode() + b"\n",
    }
    return write_files(folder, files)


def read_bytes(path: Path) -> bytes:
    """The bytes of a document; UnreadableFile says in one line why there are none."""
    try:
        if path.is_dir():
            raise UnreadableFile(str(path), "is a folder", "name one document in it")
        if path.stat().st_size > MOST_BYTES:
            size, limit = path.stat().st_size / 1e6, MOST_BYTES / 1e6
            raise UnreadableFile(str(path), f"is {size:.0f} MB, more than the {limit:.0f} MB that are read")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(str(path), "there is no such file", "check the path") from None
    except OSError as fault:
        raise UnreadableFile(str(path), fault.strerror or "cannot be opened") from None


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes all `files` beside their places first and renames them then, so that none is ever half there."""
    made: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            handle, beside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            made.append((Path(beside), folder / name))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        for temporary, path in made:
            os.replace(temporary, path)
    except OSError as fault:
        for temporary, _ in made:
            temporary.unlink(missing_ok=True)
        raise HeadwayError(f"{folder}: cannot write there: {fault.strerror}", "choose another --out") from None
    return tuple(path for _, path in made)
