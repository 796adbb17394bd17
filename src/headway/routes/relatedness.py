"""How alike the work of two titles, roles or occupations is: a score with its parts, symmetric, and no probability.

Each part compares the two ends after the mean of all that they are compared among is taken away (a centred cosine), so
that what every job asks does not count. Ends that are both of the field are compared among its roles, others among all
occupations. The score maps the weighted mean of the parts, which is -1..1, to 0..1: one half is no more alike than two
jobs taken blindly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from pydantic import Field

from headway.catalog.work import COMPARED
from headway.routes.footing import Floats, Footing, Ground
from headway.values import Basis, Kind, Month, Name, Share, Text, Value

LEARNED = {
    "skills": 0.223,
    "content": 0.136,
    "words": 0.346,
    "field": 0.033,
    "technology": 0.135,
    "preparation": 0.128,
}
"""Shares of the occupations' parts, learned on observed changes of occupation by scripts/fit_relatedness.py."""
JUDGED = {"title": 1.0, "needs": 0.5}
"""The title's own words count as much as all of the above together, the needs of the role half as much: judged."""
SHOWN = 5
"""Shared things that a part names."""


class Among(StrEnum):
    """What two ends are compared among."""

    FIELD = "field"
    OCCUPATIONS = "occupations"


SOURCES = {
    "skills": ("onet", "importance of skills and knowledge"),
    "content": ("esco", "skill groups of the ESCO occupations whose titles are alike"),
    "words": ("onet", "words of all titles of the occupations"),
    "field": ("onet", "relatives of relatives among occupations"),
    "technology": ("onet", "kinds of software used"),
    "preparation": ("onet", "education and earlier experience asked"),
    "title": ("onet", "occupations that the words of both titles speak of"),
    "needs": ("headway", "importance times level of what the roles ask"),
}


class Part(Value):
    """One part of a relatedness: `alike` is -1 (opposite) to 1 (the same); weights of all parts sum to 1."""

    name: Name
    alike: float = Field(ge=-1, le=1)
    weight: Share
    shared: tuple[Name, ...] = ()
    """What both have more of than the rest, most important first."""
    basis: Basis


class Climb(Value):
    """What differs by direction; it is told beside the score: steps up got no weight there beside the distance."""

    education: float
    """Steps of O*NET's twelve categories that the end asks beyond the start; negative where it asks less."""
    experience: float
    """The same of eleven categories of earlier work experience."""


class Commonness(Value):
    """Whether people make the move. No open data count moves by title: what is known is a list of near occupations."""

    moves: int | None = None
    """Counted moves; None, as no data that may be shared hold them."""
    rank: int | None = Field(default=None, ge=1)
    """Place of the end among the relatives of the start, as O*NET lists them from data and experts."""
    said: Text


class Relatedness(Value):
    """How alike two ends are. `score` and its parts are the same in both directions; `climb` is not."""

    start: Name
    end: Name
    score: Share
    among: Among
    parts: tuple[Part, ...]
    climb: Climb
    commonness: Commonness
    occupations: tuple[Name, Name]
    """The O*NET occupation that each end is nearest to."""
    borrowed: tuple[Name, ...] = ()
    """Ends of whose skills O*NET has no ratings: those of the nearest occupations stand in."""


@dataclass(frozen=True, eq=False)
class Means:
    """What is taken away from every end, by part."""

    parts: dict[str, Floats]
    words: Floats
    needs: Floats


@dataclass(frozen=True, eq=False)
class Rows:
    """Many ends at once, one row each: every part centred and of length 1, or zeros where it says nothing."""

    parts: dict[str, Floats]
    preparation: Floats
    """In standard deviations over all occupations."""


@lru_cache(maxsize=8)
def find_means(ground: Ground, among: Among) -> Means:
    work = ground.work
    needs = np.mean([f.needs for f in ground.field], axis=0) if ground.field else np.zeros(len(ground.skills))
    if among is Among.OCCUPATIONS or not ground.field:
        means = {name: matrix.mean(axis=0, dtype=np.float64) for name, matrix in work.parts.items()}
        return Means(means, np.zeros(ground.space.width), needs)
    one_each = {f.role.role: f for f in ground.field if f.role}
    shares = np.mean([f.occupations for f in one_each.values()], axis=0)
    words = np.mean([f.words for f in one_each.values()], axis=0)
    return Means({name: shares @ matrix for name, matrix in work.parts.items()}, words, needs)


def lay_out(ends: Sequence[Footing], ground: Ground, among: Among) -> Rows:
    """Ends x columns, by part."""
    means = find_means(ground, among)
    shares = np.array([end.occupations for end in ends])
    parts = {name: _to_length(shares @ ground.work.parts[name] - means.parts[name]) for name in COMPARED}
    for name, vectors, mean in (
        ("title", [end.words for end in ends], means.words),
        ("needs", [end.needs for end in ends], means.needs),
    ):
        rows = np.array(vectors)
        parts[name] = _to_length(np.where(rows.any(axis=1, keepdims=True), rows - mean, 0))
    return Rows(parts, shares @ (ground.work.preparation / ground.work.spread))


def compare_rows(left: Rows, right: Rows) -> dict[str, Floats]:
    """Left x right, by part: -1..1, NaN where one of the two says nothing."""
    found: dict[str, Floats] = {}
    for name, rows in left.parts.items():
        said = np.logical_and.outer(rows.any(axis=1), right.parts[name].any(axis=1))
        found[name] = np.where(said, np.clip(rows @ right.parts[name].T, -1, 1), np.nan)
    apart = np.abs(left.preparation[:, None] - right.preparation[None]).mean(axis=2)
    found["preparation"] = np.exp(-apart)
    return found


def weigh(alike: dict[str, Floats]) -> Floats:
    """0..1 from the parts; a part that says nothing of a pair leaves its weight to the others."""
    weights = LEARNED | JUDGED
    total = sum(weight * ~np.isnan(alike[name]) for name, weight in weights.items())
    mean = sum(weight * np.nan_to_num(alike[name]) for name, weight in weights.items()) / total
    score: Floats = np.clip((1 + mean) / 2, 0, 1)
    return score


def score_all(starts: Sequence[Footing], ends: Sequence[Footing], ground: Ground, among: Among) -> Floats:
    """Starts x ends: every score at once, 0..1."""
    return weigh(compare_rows(lay_out(starts, ground, among), lay_out(ends, ground, among)))


@lru_cache(maxsize=4)
def relate_all(ground: Ground) -> Floats:
    """Role stages x role stages, in the catalog's order, compared among the field. Read only."""
    matrix = score_all(ground.field, ground.field, ground, Among.FIELD)
    matrix.flags.writeable = False
    return matrix


def relate_ends(start: Footing, end: Footing, ground: Ground) -> Relatedness:
    """How alike two ends are, with every part."""
    among = Among.FIELD if start.role and end.role else Among.OCCUPATIONS
    left, right = (lay_out([one], ground, among) for one in (start, end))
    alike = compare_rows(left, right)
    nearest = [one.occupation for one in (start, end)]
    names = [ground.occupations.find(ground.work.codes[place]).title for place in nearest]
    rise = (end.occupations - start.occupations) @ ground.work.preparation
    ends = dict(zip(names, nearest, strict=True))
    return Relatedness(
        start=start.name,
        end=end.name,
        score=round(float(weigh(alike)[0, 0]), 3),
        among=among,
        parts=tuple(_name_parts(alike, left, right, ground)),
        climb=Climb(education=round(float(rise[0]), 1), experience=round(float(rise[1]), 1)),
        commonness=find_commonness(nearest[0], nearest[1], ground),
        occupations=(names[0], names[1]),
        borrowed=tuple(name for name, place in ends.items() if not ground.work.rated[place]),
    )


def _name_parts(alike: dict[str, Floats], left: Rows, right: Rows, ground: Ground) -> Iterator[Part]:
    """The parts that say something, the weightiest first."""
    weights = LEARNED | JUDGED
    said = {name: float(alike[name][0, 0]) for name in weights if not np.isnan(alike[name][0, 0])}
    total = sum(weights[name] for name in said)
    shown = {
        "skills": ground.work.skill_names,
        "content": ground.work.group_names,
        "needs": tuple(ground.catalog.skills[skill].name for skill in ground.skills),
    }
    for name in sorted(said, key=lambda name: -weights[name]):
        source, note = SOURCES[name]
        judged = source == "headway"
        yield Part(
            name=name,
            alike=round(said[name], 3),
            weight=round(weights[name] / total, 3),
            shared=_find_shared(left.parts[name][0], right.parts[name][0], shown[name]) if name in shown else (),
            basis=Basis(
                kind=Kind.JUDGED if judged else Kind.REPORTED,
                source=source,
                date=Month(year=2026, month=11) if judged else Month(year=2025 if source == "onet" else 2024, month=5),
                note=note,
            ),
        )


def _find_shared(left: Floats, right: Floats, names: Sequence[str]) -> tuple[str, ...]:
    """What both have more of than the mean, by what it adds to the likeness; a name that stands twice is named once."""
    both = np.where((left > 0) & (right > 0), left * right, 0)
    order = [place for place in np.argsort(-both, kind="stable")[: 2 * SHOWN] if both[place] > 0]
    return tuple(dict.fromkeys(names[place] for place in order))[:SHOWN]


def find_commonness(start: int, end: int, ground: Ground) -> Commonness:
    """What is known of how common the move is: nothing is counted, O*NET lists twenty relatives."""
    one, other = (ground.occupations.find(ground.work.codes[place]) for place in (start, end))
    if start == end:
        return Commonness(said=f"No data count moves; both ends are nearest to one occupation, {one.title}.")
    if other.code not in one.related:
        return Commonness(said=f"No data count moves; O*NET does not list {other.title} near {one.title}.")
    rank = one.related.index(other.code) + 1
    tier = "among the five nearest" if rank <= 5 else "among the ten nearest" if rank <= 10 else "in a wider circle"
    return Commonness(rank=rank, said=f"No data count moves; O*NET lists {other.title} {tier} of {one.title}.")


def _to_length(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    made: Floats = np.where(lengths > 1e-9, rows / np.maximum(lengths, 1e-12), 0)
    return made
