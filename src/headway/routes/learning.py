"""Many people at once against one role stage: the hours and the levels of `transition.py`, as arrays.

A person is a row of level ranks, one for each skill of the catalog. What is computed here equals the scalar functions
`hours_to`, `learn_for`, `coverage` and `study_in_post`; a test says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import SHARED, Held, neighbours_of, reached
from headway.values import Level, Slug

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Ranks = NDArray[np.int8]
LEVELS = tuple(Level)


@dataclass(frozen=True)
class Ground:
    """What the catalog says of every skill."""

    places: Mapping[Slug, int]
    climbs: Floats
    """Percentile (p10, p50, p90) x skill x level: hours from nothing to the level."""
    reach: Floats
    """Level held x level asked: how far the one goes towards the other."""


@dataclass(frozen=True)
class Syllabus:
    """What one role stage asks. A way is a need with one of the skills that will do."""

    skill: Ints
    """Of each way."""
    wanted: Ints
    """The rank asked, of each way."""
    first: NDArray[np.bool_]
    """Whether the need names it first."""
    ways: Ints
    """Need x ways: the ways of each need in their order, filled up with a way that is never taken."""
    importance: Floats
    """Of each need."""
    helps: tuple[tuple[int, int, float], ...]
    """(way, skill beside it, share that carries over)."""
    asked: NDArray[np.bool_]
    """Of every skill of the catalog: whether a need names it."""


@dataclass(frozen=True)
class Learned:
    """Person by person."""

    each: Floats
    """Percentile x person x need: hours."""
    skill: Ints
    """Person x need: the skill gone on with."""
    hours: Floats
    """Percentile x person: hours for all needs together."""
    asked: Floats
    """Percentile x person x need: hours by the share of adverts that ask for it."""


def make_ground(catalog: Catalog) -> Ground:
    climbs = {
        effort.slug: [
            list(accumulate((getattr(effort.hours[s], p) for s in LEVELS[1:]), initial=0.0))
            for p in ("p10", "p50", "p90")
        ]
        for effort in catalog.efforts.values()
    }
    table = np.array([climbs[skill.effort] for skill in catalog.skills.values()]).transpose(1, 0, 2)
    return Ground(
        places={slug: place for place, slug in enumerate(catalog.skills)},
        climbs=np.ascontiguousarray(table),
        reach=np.array([[reached(held, wanted) for wanted in LEVELS] for held in LEVELS]),
    )


def make_syllabus(stage: RoleStage, ground: Ground, catalog: Catalog) -> Syllabus:
    ways = [(number, skill, need) for number, need in enumerate(stage.needs) for skill in need.skills]
    most = max((len(need.skills) for need in stage.needs), default=0)
    table = np.full((len(stage.needs), most), len(ways), dtype=np.intp)
    for way, (number, skill, need) in enumerate(ways):
        table[number, need.skills.index(skill)] = way
    helps = [
        (way, ground.places[beside.skill], beside.share)
        for way, (_, skill, _) in enumerate(ways)
        for beside in neighbours_of(skill, catalog)
    ]
    asked = np.zeros(len(ground.places), dtype=np.bool_)
    skills = np.array([ground.places[skill] for _, skill, _ in ways], dtype=np.intp)
    asked[skills] = True
    return Syllabus(
        skill=skills,
        wanted=np.array([need.level.rank for _, _, need in ways], dtype=np.intp),
        first=np.array([skill == need.skill for _, skill, need in ways], dtype=np.bool_),
        ways=table,
        importance=np.array([need.importance for need in stage.needs]),
        helps=tuple(helps),
        asked=asked,
    )


def line_up(people: list[Held], ground: Ground) -> Ranks:
    """Person x skill: the rank of the level held."""
    ranks = np.zeros((len(people), len(ground.places)), dtype=np.int8)
    for row, held in enumerate(people):
        for skill, level in held.items():
            ranks[row, ground.places[skill]] = level.rank
    return ranks


def learn(syllabus: Syllabus, held: Ranks, ground: Ground) -> Learned:
    """What it takes each person of `held` to meet every need; see `hours_left` and `nearest_skill` for the rule."""
    people, count = len(held), len(syllabus.skill)
    own = held[:, syllabus.skill].astype(np.intp)
    own_climb = ground.climbs[1, syllabus.skill, own]
    saved, share, level = np.zeros((people, count)), np.zeros((people, count)), own.copy()
    for way, beside, carried in syllabus.helps:
        there = np.minimum(held[:, beside], syllabus.wanted[way])
        spares = carried * (ground.climbs[1, syllabus.skill[way], there] - own_climb[:, way])
        better = spares > saved[:, way]
        saved[better, way], share[better, way], level[better, way] = spares[better], carried, there[better]
    hours = np.full((people, count + 1), np.inf)  # the last is the way that is never taken
    missing = np.maximum(0.0, ground.climbs[1, syllabus.skill, syllabus.wanted] - own_climb)
    hours[:, :count] = np.where(syllabus.first | (own > 0) | (share > 0), missing - saved, np.inf)
    way = syllabus.ways[np.arange(len(syllabus.ways)), np.argmin(hours[:, syllabus.ways], axis=2)]
    skill, wanted = syllabus.skill[way], syllabus.wanted[way]
    rows = np.arange(people)[:, None]
    own, share, level = own[rows, way], share[rows, way], level[rows, way]
    base, top = ground.climbs[:, skill, own], ground.climbs[:, skill, np.maximum(own, wanted)]
    each = top - base - share * (ground.climbs[:, skill, level] - base)
    return Learned(each=each, skill=skill, hours=add_up(each), asked=each * syllabus.importance)


def add_up(each: Floats) -> Floats:
    """Hours of all needs together; see `learn_together`."""
    return np.asarray(np.maximum(SHARED * each.sum(axis=2), each.max(axis=2, initial=0.0)))


def raise_levels(syllabus: Syllabus, held: Ranks, learned: Learned) -> Ranks:
    """What each person holds once every need is met."""
    after = held.copy()
    people = np.arange(len(held))
    for number, ways in enumerate(syllabus.ways):
        wanted = syllabus.wanted[ways[0]]
        after[people, learned.skill[:, number]] = np.maximum(after[people, learned.skill[:, number]], wanted)
    return after


def cover(syllabus: Syllabus, held: Ranks, ground: Ground) -> Floats:
    """Of each person the share of the needs covered, by importance."""
    total = syllabus.importance.sum()
    if total == 0:
        return np.ones(len(held))
    reach = np.zeros((len(held), len(syllabus.skill) + 1))
    reach[:, :-1] = ground.reach[held[:, syllabus.skill], syllabus.wanted]
    return np.asarray(reach[:, syllabus.ways].max(axis=2, initial=0.0) @ syllabus.importance / total)


def study(learned: Learned, used: NDArray[np.bool_], per_week: float, at_work: Floats) -> Floats:
    """Percentile x person: weeks of study, where `used` (person x skill) says what the post practises.

    `at_work` are hours a week by percentile; see `study_in_post`.
    """
    practised = np.take_along_axis(used, learned.skill, axis=1)
    alone = add_up(np.where(practised, 0.0, learned.asked))
    return np.asarray(np.maximum(alone / per_week, add_up(learned.asked) / (per_week + at_work)[:, None]))
