"""Many people at once against one role stage: the hours and the levels of `transition.py`, as arrays.

A person is a row of level ranks, one for each skill of the catalog. What is computed here equals the scalar functions
`list_lessons`, `raise_to`, `coverage` and `study_in_post`; a test says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import SHARED, Held, neighbours_of, reached
from headway.values import Level, Slug

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Ranks = NDArray[np.int8]
Marks = NDArray[np.float32]
LEVELS = tuple(Level)
PERCENTILES = ("p10", "p50", "p90")


@dataclass(frozen=True)
class Ground:
    """What the catalog says of every skill."""

    places: Mapping[Slug, int]
    climbs: Floats
    """Percentile x skill x level: hours from nothing to the level."""
    middle: int
    """The place of p50 among the percentiles."""
    reach: Floats
    """Level held x level asked: how far the one goes towards the other."""


@dataclass(frozen=True)
class Syllabus:
    """What one role stage asks. A way is a need with one of the skills that will do."""

    skill: Ints
    """Of each way."""
    need: Ints
    """Of each way."""
    wanted: Ints
    """The rank asked, of each way."""
    first: NDArray[np.bool_]
    """Whether the need names it first."""
    ways: Ints
    """Need x ways: the ways of each need in their order, filled up with a way that is never taken."""
    importance: Floats
    """Of each need."""
    aided: Ints
    """The ways that have skills beside them, in their order."""
    first_help: Ints
    """Where the helps of each of them start."""
    help_way: Ints
    """The way of each help: a way with a skill beside it."""
    help_skill: Ints
    """That skill, of each help."""
    help_share: Floats
    """How much of it carries over."""
    asked: NDArray[np.bool_]
    """Of every skill of the catalog: whether a need names it."""

    @cached_property
    def helped(self) -> Marks:
        """Way x skill of the catalog: 1 for those beside its own."""
        marks = np.zeros((len(self.skill), len(self.asked)), dtype=np.float32)
        marks[self.help_way, self.help_skill] = 1
        return marks

    @cached_property
    def named(self) -> Marks:
        """Need x skill of the catalog: 1 for those that will do."""
        marks = np.zeros((len(self.ways), len(self.asked)), dtype=np.float32)
        marks[self.need, self.skill] = 1
        return marks

    @cached_property
    def served(self) -> Marks:
        """Need x skill of the catalog: 1 for those that will do, and those beside them."""
        marks = self.named.copy()
        marks[self.need[self.help_way], self.help_skill] = 1
        return marks

    @cached_property
    def need_wanted(self) -> Ints:
        """The rank asked, of each need."""
        return np.array([self.wanted[ways[0]] for ways in self.ways], dtype=np.intp)


@dataclass(frozen=True)
class Ways:
    """What every way takes person by person, before one is chosen for each need."""

    hours: Floats
    """Percentile x person x way, and at last the way that is never taken."""
    open: NDArray[np.bool_]
    """Person x way: whether one would go on with it; see `is_open`."""

    def pick(self, people: Ints) -> Ways:
        return Ways(self.hours[:, people], self.open[people])


@dataclass(frozen=True)
class Learned:
    """Person by person."""

    each: Floats
    """Percentile x person x need: hours."""
    way: Ints
    """Person x need: the way gone on with."""
    hours: Floats
    """Percentile x person: hours for all needs together."""
    asked: Floats
    """Percentile x person x need: hours by the share of adverts that ask for it."""


def make_ground(catalog: Catalog, percentiles: tuple[str, ...] = PERCENTILES) -> Ground:
    """The ground for `percentiles`, p50 among them: comparisons need no other."""
    climbs = {
        effort.slug: [
            list(accumulate((getattr(effort.hours[s], p) for s in LEVELS[1:]), initial=0.0)) for p in percentiles
        ]
        for effort in catalog.efforts.values()
    }
    table = np.array([climbs[skill.effort] for skill in catalog.skills.values()]).transpose(1, 0, 2)
    return Ground(
        places={slug: place for place, slug in enumerate(catalog.skills)},
        climbs=np.ascontiguousarray(table),
        middle=percentiles.index("p50"),
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
    help_way, help_skill = (np.array([help[i] for help in helps], dtype=np.intp) for i in (0, 1))
    aided, first_help = np.unique(help_way, return_index=True)
    asked = np.zeros(len(ground.places), dtype=np.bool_)
    skills = np.array([ground.places[skill] for _, skill, _ in ways], dtype=np.intp)
    asked[skills] = True
    return Syllabus(
        skill=skills,
        need=np.array([number for number, _, _ in ways], dtype=np.intp),
        wanted=np.array([need.level.rank for _, _, need in ways], dtype=np.intp),
        first=np.array([skill == need.skill for _, skill, need in ways], dtype=np.bool_),
        ways=table,
        importance=np.array([need.importance for need in stage.needs]),
        aided=aided,
        first_help=first_help,
        help_way=help_way,
        help_skill=help_skill,
        help_share=np.array([help[2] for help in helps]),
        asked=asked,
    )


def line_up(people: list[Held], ground: Ground) -> Ranks:
    """Person x skill: the rank of the level held."""
    ranks = np.zeros((len(people), len(ground.places)), dtype=np.int8)
    for row, held in enumerate(people):
        for skill, level in held.items():
            ranks[row, ground.places[skill]] = level.rank
    return ranks


def weigh_ways(syllabus: Syllabus, held: Ranks, ground: Ground) -> Ways:
    """What every way takes each person of `held`; see `hours_left` and `is_open` for the rule."""
    own = held[:, syllabus.skill]
    begun = ground.climbs[:, syllabus.skill, own]
    spared = np.zeros_like(begun)
    if len(syllabus.help_way):
        way = syllabus.help_way
        there = np.minimum(held[:, syllabus.help_skill], syllabus.wanted[way])
        spares = syllabus.help_share * (ground.climbs[:, syllabus.skill[way], there] - begun[:, :, way])
        spared[:, :, syllabus.aided] = np.maximum(0.0, np.maximum.reduceat(spares, syllabus.first_help, axis=2))
    missing = np.maximum(0.0, ground.climbs[:, syllabus.skill, syllabus.wanted][:, None] - begun)
    hours = np.full((*missing.shape[:2], missing.shape[2] + 1), np.inf)
    hours[:, :, :-1] = missing - spared
    return Ways(hours, syllabus.first | (own > 0) | (spared[ground.middle] > 0))


def find_nearest(syllabus: Syllabus, ways: Ways, ground: Ground) -> Ints:
    """Person x need: the way that takes least; see `nearest_skill` for the rule."""
    hours = ways.hours[ground.middle].copy()
    hours[:, :-1][~ways.open] = np.inf
    nearest = np.argmin(hours[:, syllabus.ways], axis=2)
    return np.asarray(syllabus.ways[np.arange(len(syllabus.ways)), nearest])


def follow(syllabus: Syllabus, ways: Ways, chosen: Ints) -> Learned:
    """What it takes each person to meet every need by the ways `chosen` (person x need)."""
    each = np.take_along_axis(ways.hours, chosen[None], axis=2)
    return Learned(each=each, way=chosen, hours=add_up(each), asked=each * syllabus.importance)


def learn(syllabus: Syllabus, held: Ranks, ground: Ground) -> Learned:
    """What it takes each person of `held` to meet every need by the nearest ways."""
    ways = weigh_ways(syllabus, held, ground)
    return follow(syllabus, ways, find_nearest(syllabus, ways, ground))


def add_up(each: Floats) -> Floats:
    """Hours of all needs together; see `learn_together`."""
    return np.asarray(np.maximum(SHARED * each.sum(axis=2), each.max(axis=2, initial=0.0)))


def raise_levels(syllabus: Syllabus, held: Ranks, learned: Learned) -> Ranks:
    """What each person holds once every need is met."""
    after = held.copy()
    people = np.arange(len(held))
    for way in learned.way.T:
        skill, wanted = syllabus.skill[way], syllabus.wanted[way]
        after[people, skill] = np.maximum(after[people, skill], wanted)
    return after


def cover(syllabus: Syllabus, held: Ranks, ground: Ground) -> Floats:
    """Of each person the share of the needs covered, by importance."""
    total = syllabus.importance.sum()
    if total == 0:
        return np.ones(len(held))
    reach = np.zeros((len(held), len(syllabus.skill) + 1))
    reach[:, :-1] = ground.reach[held[:, syllabus.skill], syllabus.wanted]
    return np.asarray(reach[:, syllabus.ways].max(axis=2, initial=0.0) @ syllabus.importance / total)


def meet(syllabus: Syllabus, held: Ranks) -> NDArray[np.bool_]:
    """Person x need: whether it is met."""
    ways = np.zeros((len(held), len(syllabus.skill) + 1), dtype=np.bool_)
    ways[:, :-1] = held[:, syllabus.skill] >= syllabus.wanted
    return np.asarray(ways[:, syllabus.ways].any(axis=2))


def find_practised(syllabus: Syllabus, used: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Person x need: whether a skill that would do is among those that the post practises (`used`, person x skill)."""
    ways = np.zeros((len(used), len(syllabus.skill) + 1), dtype=np.bool_)
    ways[:, :-1] = used[:, syllabus.skill]
    return np.asarray(ways[:, syllabus.ways].any(axis=2))


def study(learned: Learned, practised: NDArray[np.bool_], per_week: float, at_work: Floats) -> Floats:
    """Percentile x person: weeks of study, where the post practises some of the needs (`practised`, person x need).

    `at_work` are hours a week by percentile; see `study_in_post`.
    """
    alone = add_up(np.where(practised, 0.0, learned.asked))
    return np.asarray(np.maximum(alone / per_week, add_up(learned.asked) / (per_week + at_work)[:, None]))
