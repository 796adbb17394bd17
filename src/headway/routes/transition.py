"""One move: from the skills held to a role stage, with its hours, months and what carries over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headway.catalog.model import Catalog, Need, RoleStage
from headway.gap.needs import Held, hours_left, learn_together, nearest_skill, reached_need
from headway.routes.model import Difficulty, Hop, PayStep
from headway.values import Hours, Level, Months, Slug, Track

WEEKS_A_MONTH = 365.25 / 12 / 7
SEARCH = Months(p10=1.5, p50=3, p90=6)
"""Judged: from first application to first day, in months; wide, as it hangs on the market and the person."""
AT_WORK = (15.0, 10.0, 5.0)
"""Judged: hours a week in which work stretches somebody in what the post practises; for the fast, the middle, the slow.
About a quarter of a working week in the middle."""
POINT_HOURS = 300.0
"""Judged: so many hours to learn weigh a point, about a year at six hours a week."""
DISTANCE_POINTS = 3.0
"""Judged: a role with nothing in common weighs this much, beside what there is to learn."""
STAGE_POINTS = 1.0
"""Judged: each stage up in another role; half of it in one's own, where people know the work."""
TRACK_POINTS = 1.0
"""Judged: the first step into management."""


def coverage(stage: RoleStage, held: Held) -> float:
    """Share of the stage's needs covered by levels held, weighted by importance, 0 to 1."""
    total = sum(need.importance for need in stage.needs)
    if total == 0:
        return 1.0
    covered = sum(need.importance * reached_need(need, held) for need in stage.needs)
    return covered / total


def find_overlap(a: RoleStage, b: RoleStage) -> float:
    """How alike two role stages are in what they ask: cosine over importance x level, 0 to 1, symmetric."""
    left, right = _weights(a), _weights(b)
    dot = sum(weight * right.get(skill, 0.0) for skill, weight in left.items())
    norms = sqrt(sum(w * w for w in left.values())) * sqrt(sum(w * w for w in right.values()))
    return min(1.0, dot / norms) if norms else 0.0


def _weights(stage: RoleStage) -> dict[Slug, float]:
    return {skill: need.importance * need.level.rank for need in stage.needs for skill in need.skills}


class Lesson(NamedTuple):
    """What one need leaves to learn."""

    need: Need
    skill: Slug
    """The one of its skills that is gone on with."""
    hours: Hours


def list_lessons(
    stage: RoleStage, held: Held, catalog: Catalog, chosen: Sequence[Slug] | None = None
) -> tuple[Lesson, ...]:
    """One for each need of `stage`, by the skills `chosen`, one a need; by the nearest where none are."""
    skills = chosen or [nearest_skill(need, held, catalog) for need in stage.needs]
    pairs = zip(stage.needs, skills, strict=True)
    return tuple(Lesson(need, skill, hours_left(skill, need, held, catalog)) for need, skill in pairs)


def raise_to(learned: Iterable[tuple[Need, Slug]], held: Held) -> dict[Slug, Level]:
    """The levels held once every need is met by the skill beside it, and nothing forgotten."""
    after = dict(held)
    for need, skill in learned:
        after[skill] = max(after.get(skill, Level.NONE), need.level)
    return after


def learn_for(stage: RoleStage, held: Held, catalog: Catalog) -> dict[Slug, Level]:
    """The levels held once every need of `stage` is met along the nearest skill."""
    return raise_to(((need, nearest_skill(need, held, catalog)) for need in stage.needs), held)


def hours_to(stage: RoleStage, held: Held, catalog: Catalog) -> Hours:
    """Hours to meet every need of `stage` from the levels held, along the nearest skills."""
    return learn_together(lesson.hours for lesson in list_lessons(stage, held, catalog))


def study_months(hours: Hours, hours_per_week: float) -> Months:
    months = hours.scaled(1 / (hours_per_week * WEEKS_A_MONTH))
    return Months(p10=months.p10, p50=months.p50, p90=months.p90)


def ask_hours(lessons: Iterable[Lesson], practised: Collection[Slug] = ()) -> Hours:
    """Hours of `lessons` for what an average advert asks, without needs that one of the skills `practised` would meet.

    The needs of a role stage are what its adverts ask all together; each counts by the share of them that ask for it.
    """
    return learn_together(
        lesson.hours.scaled(lesson.need.importance)
        for lesson in lessons
        if not any(skill in practised for skill in lesson.need.skills)
    )


def study_in_post(lessons: Sequence[Lesson], post: RoleStage | None, hours_per_week: float) -> Months:
    """Months of study until one has what an average advert asks, beside work in `post`.

    What the post practises is learned at work as well (`AT_WORK`), so that the time is the longer of two: all hours at
    both rates together, and what the post does not practise in one's own hours alone. Without a post in the field all
    hours are one's own.
    """
    asked = ask_hours(lessons)
    if post is None:
        return study_months(asked, hours_per_week)
    alone = ask_hours(lessons, {skill for need in post.needs for skill in need.skills})
    fast, middle, slow = (hours_per_week + more for more in AT_WORK)
    weeks = Months(
        p10=max(alone.p10 / hours_per_week, asked.p10 / fast),
        p50=max(alone.p50 / hours_per_week, asked.p50 / middle),
        p90=max(alone.p90 / hours_per_week, asked.p90 / slow),
    )
    return weeks.scaled(1 / WEEKS_A_MONTH)


def find_overlaps(stages: Sequence[RoleStage]) -> NDArray[np.float64]:
    """`find_overlap` of every pair, as a table in the order of `stages`."""
    places = {skill: place for place, skill in enumerate({s: None for stage in stages for s in _weights(stage)})}
    weights = np.zeros((len(stages), len(places)))
    for row, stage in enumerate(stages):
        for skill, weight in _weights(stage).items():
            weights[row, places[skill]] = weight
    norms = np.linalg.norm(weights, axis=1)
    weights /= np.where(norms > 0, norms, 1.0)[:, None]
    return np.minimum(1.0, weights @ weights.T)


def weigh_difficulty(
    origin: RoleStage | None, to: RoleStage, hours: float, overlap: float, years_short: float
) -> Difficulty:
    """How hard a move is, in points of our own: its parts side by side, none of them a chance of anything.

    `years_short` are years in the field that the stage asks for and that no waiting brings, in the lack of a post.
    """
    up = max(0, to.stage.rank - origin.stage.rank) if origin else 0
    same = origin is not None and origin.role == to.role
    return Difficulty(
        learning=hours / POINT_HOURS,
        distance=DISTANCE_POINTS * (1 - overlap),
        stage=up * (STAGE_POINTS / 2 if same else STAGE_POINTS),
        track=TRACK_POINTS if to.track is Track.MANAGEMENT and not (origin and origin.track is to.track) else 0.0,
        years=max(0.0, years_short),
    )


def make_hop(
    origin: RoleStage | None,
    to: RoleStage,
    held: Held,
    lessons: Sequence[Lesson],
    catalog: Catalog,
    hours_per_week: float,
    experience: Months,
    years_short: float = 0.0,
    pay: PayStep | None = None,
) -> Hop:
    """The move to `to` by `lessons`, from `held`; `experience` is the time on the job that it has to wait for."""
    asked = ask_hours(lessons)
    each = [(1 - reached_need(lesson.need, held), lesson) for lesson in lessons]
    met = sorted((one.need for missing, one in each if not missing), key=lambda need: (-need.importance, need.skill))
    to_learn = sorted(
        ((missing, one) for missing, one in each if missing or one.hours.p50),
        key=lambda pair: (-pair[0] * pair[1].need.importance, pair[1].need.skill),
    )
    learns = tuple(lesson.skill for _, lesson in to_learn)
    share = coverage(to, held)
    overlap = find_overlap(origin, to) if origin else share
    names = [catalog.skills[skill].name for skill in learns[:3]]
    first = f"to learn first: {', '.join(names)}" if names else "nothing is missing"
    return Hop(
        to=to.key,
        title=to.titles[0],
        hours=learn_together(lesson.hours for lesson in lessons),
        asked=asked,
        study=study_in_post(lessons, origin, hours_per_week),
        search=SEARCH,
        experience=experience,
        transfers=tuple(n.skill for n in met),
        learns=learns,
        overlap=overlap,
        difficulty=weigh_difficulty(origin, to, asked.p50, overlap, years_short),
        pay=pay,
        reason=f"{share:.0%} of what it asks is covered ({len(met)} of {len(to.needs)} needs in full); {first}.",
    )
