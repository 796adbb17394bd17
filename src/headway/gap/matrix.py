"""One profile against every role stage at once: the middles of readiness and hours, as arrays.

It gives the numbers of `measure_gap` without its words, for comparisons over the whole catalog.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from headway.catalog.model import Catalog, RoleStage, SkillKind
from headway.gap.needs import SHARED, neighbours_of, reached
from headway.gap.weigh import REFRESH, SOFT_CREDIT, freshness, proof
from headway.profile.model import Profile
from headway.values import Level, Slug

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
LEVELS = tuple(Level)
LEAST_TOTAL = 1e-9
"""In place of a sum of importances that is nothing, so that readiness is nothing there and no division fails."""


@dataclass(frozen=True)
class NeedMatrix:
    """The needs of every role stage, one after the other; a pair is a need with one of its skills."""

    stages: tuple[RoleStage, ...]
    skills: Mapping[Slug, int]
    pair_skill: Ints
    pair_need: Ints
    pair_first: NDArray[np.bool_]
    """Whether it is the skill that the need names first."""
    pair_starts: Ints
    """Where the pairs of each need start."""
    wanted: Ints
    """The rank of the level that each need asks."""
    pair_wanted: Ints
    """The same for each pair."""
    pair_climb: Floats
    """Hours (p50) of each pair from nothing to the level asked."""
    pair_refresher: Floats
    """Hours (p50) of each pair to refresh it."""
    importance: Floats
    silence: Floats
    """The credit for silence about each need."""
    need_stage: Ints
    need_starts: Ints
    totals: Floats
    """The sum of the importances of each stage."""
    climbs: Floats
    """Skill x level: hours (p50) from nothing to the level."""
    beside: Ints
    """Skill x 2: which skills stand beside which, of which something is known to carry over."""
    shares: Floats
    """How much of the first of each of them counts for the second."""
    reach: Floats
    """Level held x level asked: how far the one goes towards the other."""


@dataclass(frozen=True)
class Measures:
    """What a profile comes to against each role stage, and for each need."""

    readiness: Floats
    hours: Floats
    credits: Floats


def build_matrix(catalog: Catalog) -> NeedMatrix:
    """The matrix of all role stages of `catalog` that ask for something. Build it once and keep it."""
    stages = tuple(stage for stage in catalog.role_stages.values() if stage.needs)
    skills = {slug: place for place, slug in enumerate(catalog.skills)}
    needs = [(row, need) for row, stage in enumerate(stages) for need in stage.needs]
    pairs = [(place, skills[s], s == need.skill) for place, (_, need) in enumerate(needs) for s in need.skills]
    pair_need, pair_skill = (np.array([pair[i] for pair in pairs], dtype=np.intp) for i in (0, 1))
    need_stage = np.array([row for row, _ in needs], dtype=np.intp)
    importance = np.array([need.importance for _, need in needs])
    wanted = np.array([need.level.rank for _, need in needs], dtype=np.intp)
    climbs = np.array([[catalog.middle_hours(s, Level.NONE, level) for level in LEVELS] for s in skills])
    pair_wanted = wanted[pair_need]
    pair_climb = climbs[pair_skill, pair_wanted]
    soft = np.array([catalog.skills[need.skill].kind is SkillKind.SOFT for _, need in needs])
    edges = [(skills[n.skill], skills[s], n.share) for s in skills for n in neighbours_of(s, catalog)]
    return NeedMatrix(
        stages=stages,
        skills=skills,
        pair_skill=pair_skill,
        pair_need=pair_need,
        pair_first=np.array([pair[2] for pair in pairs]),
        pair_starts=np.searchsorted(pair_need, np.arange(len(needs))),
        wanted=wanted,
        pair_wanted=pair_wanted,
        pair_climb=pair_climb,
        pair_refresher=REFRESH * (pair_climb - climbs[pair_skill, np.maximum(pair_wanted - 1, 0)]),
        importance=importance,
        silence=np.where(soft, SOFT_CREDIT, 0.0),
        need_stage=need_stage,
        need_starts=np.searchsorted(need_stage, np.arange(len(stages))),
        totals=np.maximum(_add_up(need_stage, importance, len(stages)), LEAST_TOTAL),
        climbs=climbs,
        beside=np.array([edge[:2] for edge in edges], dtype=np.intp).reshape(-1, 2),
        shares=np.array([edge[2] for edge in edges]),
        reach=np.array([[reached(held, wanted) for wanted in LEVELS] for held in LEVELS]),
    )


def measure_all(profile: Profile, matrix: NeedMatrix, catalog: Catalog, today: date) -> Measures:
    """Readiness (middle, 0 to 1) and hours (p50) of `profile` for every role stage of `matrix`, in its order."""
    size = len(matrix.skills)
    held, fresh, shown = np.full(size, -1, dtype=np.intp), np.ones(size), np.zeros(size)
    for claim in profile.claims:
        place = matrix.skills[claim.skill]
        held[place], fresh[place], shown[place] = claim.level.rank, freshness(claim, catalog, today), proof(claim)
    reach = matrix.reach[np.maximum(held, 0)]
    table = reach * (shown * fresh)[:, None]
    edges = np.flatnonzero(held[matrix.beside[:, 0]] >= 0)
    (source, end), carried = matrix.beside[edges].T, matrix.shares[edges, None]
    helps = np.zeros_like(table)
    np.maximum.at(helps, (end, held[source]), carried[:, 0])
    np.maximum.at(table, end, carried * table[source])
    credits = np.maximum(
        matrix.silence, np.maximum.reduceat(table[matrix.pair_skill, matrix.pair_wanted], matrix.pair_starts)
    )
    hours = np.minimum.reduceat(_pair_hours(matrix, held, fresh, helps), matrix.pair_starts)
    count = len(matrix.stages)
    return Measures(
        readiness=_add_up(matrix.need_stage, matrix.importance * credits, count) / matrix.totals,
        hours=np.maximum(
            SHARED * _add_up(matrix.need_stage, hours, count),
            np.maximum.reduceat(hours, matrix.need_starts),
        ),
        credits=credits,
    )


def project_all(matrix: NeedMatrix, measures: Measures, attained: Mapping[Slug, Level]) -> Floats:
    """Readiness (middle) for each role stage once the levels `attained` are held and shown, nothing else changed."""
    credits = measures.credits.copy()
    for skill, level in attained.items():
        need = matrix.pair_need[matrix.pair_skill == matrix.skills[skill]]
        np.maximum.at(credits, need, matrix.reach[level.rank, matrix.wanted[need]])
    return _add_up(matrix.need_stage, matrix.importance * credits, len(matrix.stages)) / matrix.totals


def gain_by_level(matrix: NeedMatrix, measures: Measures, level: Level, among: NDArray[np.bool_]) -> Floats:
    """Readiness gained over the stages `among`, summed, by bringing each skill alone to `level` and showing it."""
    need = matrix.pair_need
    reach = matrix.reach[level.rank, matrix.pair_wanted]
    stage = matrix.need_stage[need]
    gained = np.maximum(0.0, reach - measures.credits[need]) * matrix.importance[need]
    gained *= among[stage] / matrix.totals[stage]
    return _add_up(matrix.pair_skill, gained, len(matrix.skills))


def _pair_hours(matrix: NeedMatrix, held: Ints, fresh: Floats, helps: Floats) -> Floats:
    """Hours of each pair: the steps missing, less what skills beside spare; a refresher where it is stale; no end of
    them for a skill neither begun nor helped, but for the first of the need. `held` is -1 where nothing is."""
    skill, wanted = matrix.pair_skill, matrix.pair_wanted
    have = np.maximum(held[skill], 0)
    done = matrix.climbs[skill, have]
    to_climb = matrix.pair_climb - done
    spared = np.zeros(len(skill))
    aided = np.flatnonzero(helps.max(axis=1)[skill])
    for rank in range(1, len(LEVELS)):
        until = matrix.climbs[skill[aided], np.minimum(rank, wanted[aided])]
        spared[aided] = np.maximum(spared[aided], helps[skill[aided], rank] * (until - done[aided]))
    refresher = np.where(fresh[skill] < 1.0, matrix.pair_refresher, 0.0)
    hours = np.where(have >= wanted, refresher, to_climb - spared)
    open_way = (held[skill] >= 0) | matrix.pair_first | (spared > 0)
    return np.where(open_way, hours, np.inf)


def _add_up(places: Ints, amounts: Floats, count: int) -> Floats:
    return np.bincount(places, amounts, minlength=count).astype(np.float64)
