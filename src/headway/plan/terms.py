"""What a person lays down for a plan beside the goal: activities of their own, what must be in it and what must not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from headway.catalog.entries import ProviderEntry
from headway.catalog.model import Activity, ActivityEntry, Catalog
from headway.catalog.places import find_lines, line_of
from headway.errors import Problem
from headway.scales import Ordered
from headway.values import Basis, Map, Month, Name, Slug, Text, Value, judged

MOST_OWN = 500
"""Activities that one file may hold."""
YOU = "you"


class Priority(Ordered):
    """How much somebody wants to do an activity, the most first, so that sorting puts it first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


WANTED = {Priority.CRITICAL: 1.0, Priority.HIGH: 0.5, Priority.MEDIUM: 0.1, Priority.LOW: 0.0}
"""Judged: what doing an activity is worth by itself, where 1 is a need that every posting asks for. A critical one is
pinned besides."""


class Status(Ordered):
    """Where an activity of one's own stands; what is over or cannot be begun sorts last."""

    STARTED = "started"
    PLANNED = "planned"
    BLOCKED = "blocked"
    DROPPED = "dropped"
    DONE = "done"

    @property
    def open(self) -> bool:
        return self in (Status.STARTED, Status.PLANNED)


class OwnEntry(ActivityEntry):
    """An activity in a file of one's own: a catalog entry with what its owner thinks of it."""

    basis: Basis = judged("Stated by the person whose activity it is.", Month(year=2026))
    priority: Priority = Priority.MEDIUM
    status: Status = Status.PLANNED
    earliest: date | None = None
    """A day before which it cannot begin."""
    latest: date | None = None
    """A day by which it must have ended."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"it must end by {self.latest}, before it may begin on {self.earliest}")
        return self


class OwnActivity(Activity, OwnEntry):
    """An activity of a person's own."""

    @property
    def rank(self) -> tuple[bool, Priority, Status, str]:
        """Sorts by priority; what is done, dropped or blocked comes last whatever its priority."""
        return not self.status.open, self.priority, self.status, self.slug


class Terms(Value):
    """What a plan has to respect."""

    own: tuple[OwnActivity, ...] = ()
    pinned: tuple[Slug, ...] = ()
    excluded: tuple[Slug, ...] = ()
    known: tuple[Slug, ...] = ()
    """What an earlier plan held: always among the choices."""
    spent: Map[Slug, float] = Map()
    """Hours already done of what is begun."""
    pace: float = Field(default=1.0, gt=0)
    """A factor on all hours: 1.2 takes a fifth longer."""
    fast: float | None = Field(default=None, gt=0)
    slow: float | None = Field(default=None, gt=0)
    """Factors on hours at that pace that hold four fifths of what is likely, where the pace is known."""
    says: Text | None = None
    """What the pace rests on."""

    def find_own(self, slug: Slug) -> OwnActivity | None:
        return next((own for own in self.own if own.slug == slug), None)

    @property
    def held(self) -> frozenset[Slug]:
        """What must be in the plan: pinned, or critical and still open."""
        critical = (own.slug for own in self.own if own.status.open and own.priority is Priority.CRITICAL)
        return frozenset((*self.pinned, *critical)) - self.barred

    @property
    def barred(self) -> frozenset[Slug]:
        """What must not be in it."""
        return frozenset((*self.excluded, *(own.slug for own in self.own if not own.status.open)))


NOTHING = Terms()


def read_own(data: bytes, name: str, catalog: Catalog) -> tuple[tuple[OwnActivity, ...], tuple[Problem, ...]]:
    """The activities of a file called `name` (TOML, a catalog's `learning` file), by rank, and every fault in it.

    A faulty activity is left out, the others are kept. Skills must be the catalog's.
    """
    try:
        text = data.decode("utf-8")
        table = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        return (), (Problem(message=f"is not TOML: {fault}", file=name, hint="see docs/planning.md for an example"),)
    lines = find_lines(text)

    def tell(path: tuple[str, ...], message: str, hint: str | None = None) -> Problem:
        return Problem(message=message, file=name, line=line_of(path, lines), field=".".join(path), hint=hint)

    problems = [tell((key,), "unknown key") for key in table.keys() - {"provider", "activities"}]
    try:
        provider = ProviderEntry.model_validate(table.get("provider", {"name": YOU}))
    except ValidationError as fault:
        return (), (*problems, tell(("provider",), _say(fault)))
    entries = table.get("activities", {})
    if not isinstance(entries, dict) or len(entries) > MOST_OWN:
        hint = f"write [activities.<slug>], at most {MOST_OWN}"
        return (), (*problems, tell(("activities",), "is no table of activities", hint))
    found = []
    for slug, given in entries.items():
        path = ("activities", slug)
        try:
            activity = _build(slug, given, provider.name)
        except ValidationError as fault:
            place = tuple(str(part) for part in fault.errors()[0]["loc"])
            problems.append(tell((*path, *place), _say(fault)))
            continue
        unknown = sorted((activity.covers.keys() | activity.requires.keys()) - catalog.skills.keys())
        if unknown:
            problems.append(tell(path, f"unknown skill {unknown[0]}", "see `headway skill NAME` for its slug"))
        else:
            found.append(activity)
    return tuple(sorted(found, key=lambda own: own.rank)), tuple(problems)


def _build(slug: str, given: Any, provider: Name) -> OwnActivity:
    TypeAdapter(Slug).validate_python(slug)
    entry = OwnEntry.model_validate(given)
    fields = {name: getattr(entry, name) for name in type(entry).model_fields}
    return OwnActivity.model_validate({**fields, "slug": slug, "provider": entry.provider or provider})


def _say(fault: ValidationError) -> str:
    return fault.errors()[0]["msg"].removeprefix("Value error, ")


def add_own(catalog: Catalog, own: Iterable[OwnActivity]) -> Catalog:
    """The catalog with activities of a person's own beside its own, in place of those with the same slug."""
    added = {activity.slug: activity for activity in own}
    return catalog.change(activities=Map({**catalog.activities, **added})) if added else catalog
