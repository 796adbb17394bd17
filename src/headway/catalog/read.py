"""One catalog folder -> its entries, and every problem with file, line and field; a bad entry never stops the rest."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from headway.catalog.emerging import Emerging, EmergingEntry, Listing, Projection, TitleCount
from headway.catalog.entries import ProviderEntry, RoleEntry
from headway.catalog.figures import (
    read_coverage,
    read_demand,
    read_listings,
    read_projections,
    read_schooling,
    read_titles,
    read_together,
    read_wages,
)
from headway.catalog.half_lives import HalfLife, HalfLifeEntry
from headway.catalog.model import (
    Activity,
    ActivityEntry,
    Coverage,
    Demand,
    Effort,
    EffortEntry,
    Skill,
    SkillEntry,
    Source,
    SourceEntry,
    Table,
    Wage,
)
from headway.catalog.neighbours import Neighbourhood, NeighbourhoodEntry, Together
from headway.catalog.places import find_lines, line_of
from headway.catalog.schooling import Schooling
from headway.catalog.world import Case, CaseEntry, Claim, ClaimEntry, Community, CommunityEntry, Industry, IndustryEntry
from headway.errors import Problem
from headway.values import Slug, Value

FOLDERS = ("sources", "skills", "roles", "learning", "communities", "industries", "figures")
FILES = ("efforts.toml", "neighbours.toml", "half-lives.toml", "cases.toml", "claims.toml", "emerging.toml")
WHOLE = ("roles", "industries")
"""Folders of one file a thing; elsewhere a file holds many."""
TABLES: tuple[tuple[str, type[Value], type[Value], str], ...] = (
    ("sources/*.toml", SourceEntry, Source, "sources"),
    ("efforts.toml", EffortEntry, Effort, "efforts"),
    ("neighbours.toml", NeighbourhoodEntry, Neighbourhood, "neighbourhoods"),
    ("half-lives.toml", HalfLifeEntry, HalfLife, "half_lives"),
    ("communities/*.toml", CommunityEntry, Community, "communities"),
    ("cases.toml", CaseEntry, Case, "cases"),
    ("claims.toml", ClaimEntry, Claim, "claims"),
    ("emerging.toml", EmergingEntry, Emerging, "emerging"),
)
"""Files of one thing a table: where they are, what is written, what it becomes, and where among the parts it goes."""
FIGURES: tuple[tuple[str, Callable[[Path], tuple[Any, tuple[Problem, ...]]], str, Callable[[Any], Any]], ...] = (
    ("demand.csv", read_demand, "demand", lambda row: (row.family, row.skill)),
    ("coverage.csv", read_coverage, "coverage", lambda row: row.family),
    ("together.csv", read_together, "together", lambda row: (row.skill, row.other)),
    ("titles.csv", read_titles, "title_counts", lambda row: (row.role, row.year, row.source)),
    ("listings.csv", read_listings, "listings", lambda row: (row.role, row.title, row.under, row.source)),
    ("projections.csv", read_projections, "projections", lambda row: (row.soc, row.first)),
    ("schooling.csv", read_schooling, "schooling", lambda row: row.onet),
    ("wages.csv", read_wages, "wages", lambda row: (row.of, row.stage, row.country, row.basis.source)),
)
"""Tables of figures: file, reader, where the rows go, and what tells two rows apart."""
SLUG: TypeAdapter[str] = TypeAdapter(Slug)
V = TypeVar("V", bound=Value)
E = TypeVar("E", bound=Value)


@dataclass(frozen=True)
class Parts:
    """What one or several folders hold, by slug, before it is joined; roles still wait for the counts of demand."""

    sources: dict[str, Source] = field(default_factory=dict)
    efforts: dict[str, Effort] = field(default_factory=dict)
    skills: dict[str, Skill] = field(default_factory=dict)
    roles: dict[str, RoleEntry] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    demand: dict[tuple[str, str], Demand] = field(default_factory=dict)
    coverage: dict[str, Coverage] = field(default_factory=dict)
    wages: dict[tuple[str, str | None, str, str], Wage] = field(default_factory=dict)
    communities: dict[str, Community] = field(default_factory=dict)
    industries: dict[str, Industry] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    neighbourhoods: dict[str, Neighbourhood] = field(default_factory=dict)
    half_lives: dict[str, HalfLife] = field(default_factory=dict)
    together: dict[tuple[str, str], Together] = field(default_factory=dict)
    emerging: dict[str, Emerging] = field(default_factory=dict)
    title_counts: dict[tuple[str, int, str], TitleCount] = field(default_factory=dict)
    listings: dict[tuple[str, str, str, str], Listing] = field(default_factory=dict)
    projections: dict[tuple[str, int], Projection] = field(default_factory=dict)
    schooling: dict[str, Schooling] = field(default_factory=dict)
    files: dict[tuple[str, str], Path] = field(default_factory=dict)
    """The file that each thing stands in, by kind of thing (its folder's name) and slug."""

    def extend(self, other: Parts) -> Parts:
        """These parts with `other` over them, slug by slug."""
        return Parts(**{name: {**mine, **getattr(other, name)} for name, mine in vars(self).items()})


def read_folder(folder: Path) -> tuple[Parts, tuple[Problem, ...]]:
    """Read all of `folder`; every file and folder in it is optional. Never raises for what is written there."""
    parts, problems = Parts(), list(_find_strangers(folder))
    for pattern, entry, thing, name in TABLES:
        for path in sorted(folder.glob(pattern)):
            problems += _read_entries(path, entry, _add_slug(thing), _kind(pattern), getattr(parts, name), parts)
    for path in _files(folder, "skills"):
        problems += _read_entries(path, SkillEntry, _build_skill(path.stem), "skills", parts.skills, parts)
    for path in _files(folder, "learning"):
        problems += _read_learning(path, parts)
    for path in _files(folder, "roles"):
        problems += _read_whole(path, RoleEntry, lambda _, entry: entry, "roles", parts.roles, parts)
    for path in _files(folder, "industries"):
        problems += _read_whole(path, IndustryEntry, _add_slug(Industry), "industries", parts.industries, parts)
    for figures, read, name, key in FIGURES:
        if (folder / "figures" / figures).is_file():
            rows, faults = read(folder / "figures" / figures)
            getattr(parts, name).update({key(row): row for row in rows})
            problems += faults
    return parts, tuple(problems)


def locate(problem: Problem, parts: Parts) -> Problem:
    """Turn the catalog's name of a place (`skills/languages.toml`, `python.requires`) into the file and line of it."""
    if problem.file is None or problem.field is None:
        return problem
    kind, _, name = problem.file.removesuffix(".toml").partition("/")
    path = tuple(problem.field.split("."))
    slug = name if kind in WHOLE else path[min(1, len(path) - 1)] if kind == "learning" else path[0]
    file = parts.files.get((kind, slug))
    if file is None:
        return problem
    line = line_of(path, find_lines(file.read_text(encoding="utf-8")))
    return problem.change(file=str(file), line=line)


def _files(folder: Path, kind: str) -> list[Path]:
    return sorted((folder / kind).glob("*.toml"))


def _kind(pattern: str) -> str:
    """`sources/*.toml` holds sources, `efforts.toml` efforts."""
    return pattern.partition("/")[0].removesuffix(".toml")


def _find_strangers(folder: Path) -> Iterator[Problem]:
    """A misspelt folder would otherwise be passed over in silence."""
    if not folder.is_dir():
        yield Problem(message="there is no such folder", file=str(folder), hint="name a folder that holds a catalog")
        return
    known = f"a catalog holds {', '.join(FILES)} and the folders {', '.join(FOLDERS)}"
    for path in sorted(folder.iterdir()):
        stray_file = path.suffix == ".toml" and path.name not in FILES
        stray_folder = path.is_dir() and path.name not in FOLDERS and any(path.glob("*.toml"))
        if stray_file or stray_folder:
            yield Problem(message="is not a part of a catalog", file=str(path), hint=known)


def _read_toml(path: Path) -> tuple[Table, str, list[Problem]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return {}, "", [Problem(message=f"cannot be read: {error}", file=str(path), hint="save it as UTF-8")]
    try:
        return tomllib.loads(text), text, []
    except tomllib.TOMLDecodeError as error:
        # Python 3.14 gives the line as an attribute; before that only the message holds it, and it may be absent.
        told = re.search(r"line (\d+)", str(error))
        line = getattr(error, "lineno", None) or (int(told[1]) if told else None)
        hint = "correct the TOML; the rest of the file is not read until then"
        return {}, "", [Problem(message=f"is not TOML: {error}", file=str(path), line=line, hint=hint)]


def _read_entries(
    path: Path, entry: type[E], build: Callable[[str, E], V], kind: str, into: dict[str, V], parts: Parts
) -> list[Problem]:
    table, text, problems = _read_toml(path)
    return problems + _take(path, text, table, (), entry, build, kind, into, parts)


def _take(
    path: Path,
    text: str,
    table: Table,
    above: tuple[str, ...],
    entry: type[E],
    build: Callable[[str, E], V],
    kind: str,
    into: dict[str, V],
    parts: Parts,
) -> list[Problem]:
    """Build each table of a file that holds one thing a table."""
    problems: list[Problem] = []
    for slug, written in table.items():
        place = (*above, slug)
        if (kind, slug) in parts.files:
            message = f"{slug} is also in {parts.files[kind, slug].name}"
            problems.append(_problem(path, text, place, message, "keep one of the two"))
            continue
        try:
            SLUG.validate_python(slug)
            into[slug] = build(slug, entry.model_validate(written))
            parts.files[kind, slug] = path
        except ValidationError as error:
            problems += _explain(error, path, text, place)
    return problems


def _read_learning(path: Path, parts: Parts) -> list[Problem]:
    table, text, problems = _read_toml(path)
    if problems:
        return problems
    for key in table.keys() - {"provider", "activities"}:
        problems.append(_problem(path, text, (key,), "unknown key", "a learning file holds provider and activities"))
    try:
        provider = ProviderEntry.model_validate(table.get("provider", {}))
    except ValidationError as error:
        return [*problems, *_explain(error, path, text, ("provider",))]
    activities = table.get("activities", {})
    if not isinstance(activities, dict):
        return [*problems, _problem(path, text, ("activities",), "is not a table", "write [activities.<slug>]")]
    build = _build_activity(provider)
    return problems + _take(
        path, text, activities, ("activities",), ActivityEntry, build, "learning", parts.activities, parts
    )


def _read_whole(
    path: Path, entry: type[E], build: Callable[[str, E], V], kind: str, into: dict[str, V], parts: Parts
) -> list[Problem]:
    """A file that holds one thing, whose slug is the file's name."""
    table, text, problems = _read_toml(path)
    if problems:
        return problems
    try:
        into[SLUG.validate_python(path.stem)] = build(path.stem, entry.model_validate(table))
        parts.files[kind, path.stem] = path
    except ValidationError as error:
        problems += _explain(error, path, text, ())
    return problems


def _add_slug(thing: type[V]) -> Callable[[str, Value], V]:
    """Builds a `thing` that is its entry with the slug."""
    return lambda slug, entry: thing.model_validate({"slug": slug, **_fields(entry)})


def _build_skill(family: str) -> Callable[[str, SkillEntry], Skill]:
    return lambda slug, entry: Skill(slug=slug, family=family, **_fields(entry))


def _build_activity(provider: ProviderEntry) -> Callable[[str, ActivityEntry], Activity]:
    """Who offers the file offers the activity, unless it says who made it."""
    return lambda slug, entry: Activity(slug=slug, **{**_fields(entry), "provider": entry.provider or provider.name})


def _fields(entry: Value) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in type(entry).model_fields}


def _explain(error: ValidationError, path: Path, text: str, above: tuple[str, ...]) -> Iterator[Problem]:
    """The faults of one entry as problems, each at its own line."""
    for fault in error.errors(include_url=False):
        place = (*above, *(str(part) for part in fault["loc"] if part != "[key]"))
        match fault["type"]:
            case "extra_forbidden":
                message, hint = "unknown key", "correct its spelling, or take it out"
            case "missing":
                message, hint = "is missing", "add it"
            case "value_error":
                message, hint = str(fault["ctx"]["error"]), _quote(fault["input"])
            case _:
                message, hint = fault["msg"], _quote(fault["input"])
        yield _problem(path, text, place, message, hint)


def _quote(given: object) -> str:
    shown = repr(given)
    return f"it says {shown if len(shown) <= 60 else shown[:57] + '...'}"


def _problem(path: Path, text: str, place: tuple[str, ...], message: str, hint: str) -> Problem:
    line = line_of(place, find_lines(text))
    return Problem(message=message, file=str(path), line=line, field=".".join(place) or None, hint=hint)
