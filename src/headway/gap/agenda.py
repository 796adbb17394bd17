"""What to do about a gap, in three lists: what to prove, what to refresh, what to learn, each with its next step."""

from __future__ import annotations

from collections.abc import Iterable, Set
from math import inf

from headway.catalog.model import Activity, ActivityKind, Catalog
from headway.gap.model import GapItem, GapReport, GapStatus
from headway.gap.needs import Held
from headway.values import Hours, Level, Slug, Text, Url, Value

SILENT, EXAM, ASIDE, ASTRAY = 1.7, 4.0, 1.5, 2.0
"""Judged: how many times as long an activity counts when it leaves nothing to show, as a claim counts 0.6 of what is
shown; when it is an examination, which shows less than work does; when it teaches the skill on the way; and when the
target does not ask for most of its skills."""
OVERSIZED = 4.0
"""Judged: an activity of more than so many times the hours of awareness is not done for awareness alone."""
FOCUSED = 2
"""An activity of no more skills than these is about each of them."""


class Todo(Value):
    """One open need and the next thing to do about it."""

    need: Slug
    name: Text
    status: GapStatus
    skill: Slug
    """The skill to go on with, one of the need's."""
    level: Level
    """The level that the next step leads to."""
    wanted: Level
    worth: float
    """Points of readiness, 0 to 100, that closing the need adds."""
    hours: Hours
    """To close the need, not only for the next step."""
    next: Text
    activity: Slug | None = None
    """What of the catalog the next step is."""
    activity_hours: Hours | None = None
    proof: Text | None = None
    """What it leaves to show."""
    url: Url | None = None


class Agenda(Value):
    """Every open need once, in the list where the next step belongs; what weighs most comes first."""

    prove: tuple[Todo, ...]
    """Held as they say, or likely so, with nothing in the document that shows it: no learning, only showing."""
    refresh: tuple[Todo, ...]
    learn: tuple[Todo, ...]


def list_todos(report: GapReport, held: Held, catalog: Catalog) -> Agenda:
    """The agenda that `report` leaves to somebody who holds the levels `held`."""
    total = sum(item.importance for item in report.items) or 1.0
    asked = {skill for item in report.items for skill in item.skills}
    todos = [(item.status, _todo(item, total, held, asked, catalog)) for item in report.open]
    to_show = (GapStatus.UNPROVEN, GapStatus.UNSEEN)
    return Agenda(
        prove=_pick(todo for status, todo in todos if status in to_show),
        refresh=_pick(todo for status, todo in todos if status is GapStatus.STALE),
        learn=_pick(todo for status, todo in todos if status not in (*to_show, GapStatus.STALE)),
    )


def _pick(todos: Iterable[Todo]) -> tuple[Todo, ...]:
    """In the order of the report, what a document is only silent about last."""
    return tuple(sorted(todos, key=lambda todo: todo.status is GapStatus.UNSEEN))


def _todo(item: GapItem, total: float, held: Held, asked: Set[Slug], catalog: Catalog) -> Todo:
    skill = item.learned if item.status not in (GapStatus.UNPROVEN, GapStatus.STALE) else item.by or item.skill
    below = held.get(skill, Level.NONE)
    first, skill_now, level = _next_step(skill, below, item, held, catalog)
    to_show = item.status is GapStatus.UNPROVEN
    # what was held once is refreshed by any real use of it, so that nobody is sent back to the top of the ladder
    taught = min(level, Level.WORKING) if item.status is GapStatus.STALE else level
    unseen = item.status is GapStatus.UNSEEN
    activity = None if unseen else _choose(skill_now, taught, held, asked, catalog, to_show)
    return Todo(
        need=item.skill,
        name=item.name,
        status=item.status,
        skill=skill_now,
        level=level,
        wanted=item.wanted,
        worth=100 * item.importance * (1 - item.credit) / total,
        hours=item.hours,
        next=first + _say(item, skill_now, level, activity, catalog),
        activity=activity.slug if activity else None,
        activity_hours=activity.hours if activity else None,
        proof=activity.proof if activity else None,
        url=activity.url if activity else None,
    )


def _next_step(skill: Slug, below: Level, item: GapItem, held: Held, catalog: Catalog) -> tuple[str, Slug, Level]:
    """The step to take next: of a prerequisite that is not held yet, else of the skill; the level asked where it only
    has to be shown or refreshed."""
    if item.status in (GapStatus.UNPROVEN, GapStatus.STALE, GapStatus.UNSEEN):
        return "", skill, item.wanted
    level = next(iter(item.wanted.steps_from(below)), item.wanted)
    if level is Level.AWARENESS and item.wanted > level:
        level = Level.WORKING  # to have heard of it is no step of its own where more is asked
    missing = {s: asked for s, asked in catalog.skills[skill].requires.items() if held.get(s, Level.NONE) < asked}
    if level is Level.AWARENESS or not missing:
        return "", skill, level
    base = min(missing, key=lambda s: (catalog.middle_hours(s, held.get(s, Level.NONE), missing[s]), s))
    return "First ", base, missing[base]


def _choose(
    skill: Slug, level: Level, held: Held, asked: Set[Slug], catalog: Catalog, to_show: bool
) -> Activity | None:
    """The shortest that leaves something to show, where that is wanted; else one that shows nothing counts as longer.

    So do examinations, what asks for more before it, and what is about something else: it teaches the skill on the way,
    or is made for other targets.
    """
    names = [name.casefold() for name in (catalog.skills[skill].name, *catalog.skills[skill].aliases)]

    def cost(activity: Activity) -> tuple[float, Slug]:
        unmet = sum(held.get(s, Level.NONE) < asked for s, asked in activity.requires.items())
        factor = 1.0 + unmet
        if level > Level.AWARENESS and activity.proof is None:
            factor *= SILENT
        if activity.kind is ActivityKind.CERTIFICATION:
            factor *= EXAM
        if len(activity.covers) > FOCUSED and not any(name in activity.name.casefold() for name in names):
            factor *= ASIDE
        if 2 * len(activity.covers.keys() - asked - {skill}) > len(activity.covers):
            factor *= ASTRAY
        return activity.hours.p50 * factor, activity.slug

    most = OVERSIZED * catalog.hours(skill, level).p50 if level is Level.AWARENESS else inf
    taught = catalog.teachers.get((skill, level), ())
    fitting = [a for a in taught if (a.proof or not to_show) and a.hours.p50 <= most]
    return min(fitting, key=cost, default=None)


def _say(item: GapItem, skill: Slug, level: Level, activity: Activity | None, catalog: Catalog) -> str:
    name = catalog.skills[skill].name
    if item.status is GapStatus.UNSEEN:
        seen = catalog.skills[skill].indicators.get(level)
        return f"Write down where you did this: {seen}" if seen else "Write down one occasion and what came of it."
    if activity is None:
        return _say_without(item, skill, level, catalog)
    what = f"{activity.name} ({activity.kind}, {activity.provider})"
    if item.status is GapStatus.UNPROVEN:
        return f"Write where you used {name}, or show it: {what}"
    if item.status is GapStatus.STALE:
        return f"Use {name} once more: {what}"
    return f"{name} to {level}: {what}"


def _say_without(item: GapItem, skill: Slug, level: Level, catalog: Catalog) -> str:
    """The next step where the catalog has nothing that fits."""
    name = catalog.skills[skill].name
    if item.status is GapStatus.UNPROVEN:
        return f"Write where you used {name}."
    if level is Level.AWARENESS:
        hours = catalog.hours(skill, level)
        return f"{name} to {level}: an introduction and a small try, {hours.p10:g} to {hours.p90:g} h"
    return f"Nothing in the catalog teaches {name} to {level}: look for a task at work that asks for it."
