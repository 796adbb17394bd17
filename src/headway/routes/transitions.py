"""From one role stage to any other: what carries over, what is new, hours, months, years asked, pay. Asymmetric."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headway.catalog.model import Catalog, RoleStage
from headway.gap.gates import NO_LICENCE, find_schooling, say_schooling
from headway.routes.find import Conditions, find_all_routes, start_at, wait_for
from headway.routes.model import Hop, Pay, compare_pay
from headway.routes.moves import Terrain
from headway.routes.relatedness import Relatedness
from headway.routes.transition import hours_to, learn_for, list_lessons, make_hop
from headway.values import Hours, Name, Slug, Text, Value


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
    degree: Text | None = None
    """The one that is usual at the end, and who says so; never a demand."""
    credentials: Text
    back: Hours
    """For every need, the other way round."""
    stones: tuple[tuple[Text, ...], ...]
    """Stepping stones of the routes that are best at something, other than the direct one."""
    industries: tuple[Slug, ...]
    """That hire for both."""
    relatedness: Relatedness | None = None
    """How alike the work is, by parts; None where the tables it rests on were not opened."""


def find_transition(
    start: RoleStage,
    end: RoleStage,
    catalog: Catalog,
    pay: Mapping[str, Sequence[Pay]],
    hours_per_week: float,
    terrain: Terrain | None = None,
) -> Transition:
    """One move in full."""
    standing = start_at(start, catalog, hours_per_week)
    short = max(0.0, end.years[0] - standing.years)
    found = find_all_routes(standing, end, catalog, pay, Conditions(), terrain)
    step = compare_pay(pay.get(start.key, ()), pay.get(end.key, ()))
    schooling = find_schooling(end.role, catalog)
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
        degree=say_schooling(schooling) if schooling else None,
        credentials=NO_LICENCE,
        back=hours_to(start, learn_for(end, {}, catalog), catalog),
        stones=tuple(route.keys[:-1] for route in found.routes[1:] if route.label),
        industries=tuple(i.slug for i in catalog.industries.values() if start.role in i.roles and end.role in i.roles),
    )


def _say_years(years: tuple[float, float | None]) -> str:
    low, high = years
    return f"{low:g}+" if high is None else f"{low:g}-{high:g}"
