"""Which moves are credible: from each role stage the few that lead on towards a target."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headway.catalog.model import Catalog, RoleStage
from headway.routes.transition import find_overlaps
from headway.values import Slug, Stage, Track

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]
NEIGHBOURS = 12
"""Judged: so many moves are looked at from each role stage, those that lie most between it and the target."""
REACH_YEARS = 1.5
"""Judged: a post that asks for this many years more than somebody has is still within reach."""


@dataclass(frozen=True)
class Terrain:
    """Every role stage that asks for something, as arrays in one order."""

    stages: tuple[RoleStage, ...]
    rows: Mapping[str, int]
    overlap: Floats
    role: Ints
    rank: Ints
    """Of the stage."""
    managing: Flags
    years: Floats
    """The least asked."""


def survey(catalog: Catalog, overlap: Floats | None = None) -> Terrain:
    """The terrain of `catalog`; `overlap` of its role stages where that is known already."""
    stages = tuple(stage for stage in catalog.role_stages.values() if stage.needs)
    roles = {role: place for place, role in enumerate(catalog.roles)}
    return Terrain(
        stages=stages,
        rows={stage.key: row for row, stage in enumerate(stages)},
        overlap=find_overlaps(stages) if overlap is None else overlap,
        role=np.array([roles[stage.role] for stage in stages], dtype=np.intp),
        rank=np.array([stage.stage.rank for stage in stages], dtype=np.intp),
        managing=np.array([stage.track is Track.MANAGEMENT for stage in stages], dtype=np.bool_),
        years=np.array([stage.years[0] for stage in stages]),
    )


def find_open(terrain: Terrain, target: int, avoid: Collection[Slug], underpaid: Collection[str]) -> Flags:
    """Which role stages may be stepping stones to `target` at all.

    None above it, none on the other track, none of a role to avoid, none underpaid. Into leadership both tracks lead,
    but only from below: nobody changes from one post of that kind to another to be ready for a third.
    """
    top = terrain.stages[target].stage is Stage.LEADERSHIP
    below = terrain.rank < terrain.rank[target] if top else terrain.rank <= terrain.rank[target]
    may = below & (top | (terrain.managing == terrain.managing[target]))
    for row, stage in enumerate(terrain.stages):
        may[row] &= row != target and stage.role not in avoid and stage.key not in underpaid
    return np.asarray(may)


def list_moves(terrain: Terrain, row: int, target: int, may: Flags) -> Ints:
    """The moves looked at from `row`: at most a stage up or down, up in one's own role, most between first."""
    step = terrain.rank - terrain.rank[row]
    fits = may & (abs(step) <= 1) & ((terrain.role != terrain.role[row]) | (step > 0))
    fits &= ~(terrain.managing[row] & ~terrain.managing)
    return choose(terrain.overlap[row] * terrain.overlap[:, target], fits)


def choose(between: Floats, fits: Flags) -> Ints:
    """The rows that fit, those that lie most between first, no more than `NEIGHBOURS`."""
    rows = np.flatnonzero(fits)
    return rows[np.argsort(-between[rows], kind="stable")][:NEIGHBOURS]
