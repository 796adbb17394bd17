"""From one role stage to any other: what carries over, what is new, hours, months, years asked, pay. Asymmetric."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import Held
from headway.routes.find import EARLY, LATE, Conditions, find_all_routes, start_at, wait_for
from headway.routes.learning import Floats, add_up, find_practised, learn, line_up, make_ground, make_syllabus, study
from headway.routes.model import Hop, Pay, compare_pay
from headway.routes.moves import survey
from headway.routes.relatedness import Relatedness
from headway.routes.transition import AT_WORK, SEARCH, WEEKS_A_MONTH, hours_to, learn_for, list_lessons, make_hop
from headway.values import Hours, Name, Slug, Text, Value

NO_CREDENTIAL = "No degree or licence is known to be demanded, though an advert may."


@dataclass(frozen=True)
class TransitionTable:
    """Every move between role stages, start x end in the order of `keys`; percentiles p10, p50, p90 come first."""

    keys: tuple[str, ...]
    hours: Floats
    asked: Floats
    months: Floats
    """Study beside the post and time on the job, then the search."""
    years_short: Floats
    overlap: Floats


class Transition(Value):
    """One move, for somebody who meets every need of the start, no more, in the middle of its years."""

    start: Text
    end: Text
    start_name: Name
    end_name: Name
    hop: Hop
    years_short: float
    years: Text
    """What the years asked say."""
    credentials: Text
    back: Hours
    """For every need, the other way round."""
    stones: tuple[tuple[Text, ...], ...]
    """Stepping stones of the routes that are best at something, other than the direct one."""
    industries: tuple[Slug, ...]
    """That hire for both."""
    relatedness: Relatedness | None = None
    """How alike the work is, by parts; None where the tables it rests on were not opened."""


def find_table(catalog: Catalog, hours_per_week: float, origins: Sequence[RoleStage] | None = None) -> TransitionTable:
    """All moves from `origins` (every role stage when None) to every role stage that asks for something.

    Equal to `find_transition` pair by pair, as numbers alone.
    """
    terrain, ground = survey(catalog), make_ground(catalog)
    starts = [terrain.rows[stage.key] for stage in origins] if origins is not None else range(len(terrain.stages))
    people: list[Held] = [learn_for(terrain.stages[row], {}, catalog) for row in starts]
    held = line_up(people, ground)
    syllabi = [make_syllabus(stage, ground, catalog) for stage in terrain.stages]
    used = np.stack([syllabi[row].asked for row in starts])
    years = np.array([_middle(terrain.stages[row]) for row in starts])
    short = np.maximum(0.0, terrain.years[None, :] - years[:, None])
    hours, asked, months = (np.zeros((3, len(held), len(syllabi))) for _ in range(3))
    for end, syllabus in enumerate(syllabi):
        learned = learn(syllabus, held, ground)
        hours[:, :, end], asked[:, :, end] = learned.hours, add_up(learned.asked)
        practised = find_practised(syllabus, used)
        months[:, :, end] = study(learned, practised, hours_per_week, np.array(AT_WORK)) / WEEKS_A_MONTH
    wait = short * 12 * np.array([EARLY, 1.0, LATE])[:, None, None]
    search = np.array([SEARCH.p10, SEARCH.p50, SEARCH.p90])[:, None, None]
    return TransitionTable(
        keys=tuple(terrain.rows),
        hours=hours,
        asked=asked,
        months=np.maximum(months, wait) + search,
        years_short=short,
        overlap=terrain.overlap[list(starts)],
    )


def find_transition(
    start: RoleStage, end: RoleStage, catalog: Catalog, pay: Mapping[str, Sequence[Pay]], hours_per_week: float
) -> Transition:
    """One move in full."""
    standing = start_at(start, catalog, hours_per_week)
    short = max(0.0, end.years[0] - standing.years)
    found = find_all_routes(standing, end, catalog, pay, Conditions())
    step = compare_pay(pay.get(start.key, ()), pay.get(end.key, ()))
    lessons = list_lessons(end, standing.held, catalog)
    low, high = start.years
    return Transition(
        start=start.key,
        end=end.key,
        start_name=catalog.roles[start.role].name,
        end_name=catalog.roles[end.role].name,
        hop=make_hop(start, end, standing.held, lessons, catalog, hours_per_week, wait_for(short), pay=step),
        years_short=short,
        years=f"{end.stage} asks for {_say_years(end.years)} years in the field; {start.stage} stands for "
        f"{_say_years((low, high))}" + (f", its middle {short:g} short." if short else "."),
        credentials=NO_CREDENTIAL,
        back=hours_to(start, learn_for(end, {}, catalog), catalog),
        stones=tuple(route.keys[:-1] for route in found.routes[1:] if route.label),
        industries=tuple(i.slug for i in catalog.industries.values() if start.role in i.roles and end.role in i.roles),
    )


def _middle(stage: RoleStage) -> float:
    low, high = stage.years
    return low if high is None else (low + high) / 2


def _say_years(years: tuple[float, float | None]) -> str:
    low, high = years
    return f"{low:g}+" if high is None else f"{low:g}-{high:g}"
