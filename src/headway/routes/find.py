"""Routes to a role stage: the direct one, and every best compromise of months, money and difficulty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import sqrt
from typing import NamedTuple

import numpy as np

from headway.catalog.model import Catalog, RoleStage
from headway.gap.gates import years_in_field
from headway.gap.needs import held_levels
from headway.profile.model import Profile, Standing
from headway.routes.crowd import IN_POST, Start, make_country
from headway.routes.learning import Floats
from headway.routes.model import Hop, Pay, PayStep, Route, compare_pay
from headway.routes.moves import Terrain, find_open, survey
from headway.routes.pareto import find_best
from headway.routes.purse import Purse, Spell, find_underpaid, forgo, open_purse
from headway.routes.thicket import GRAIN, START, TARGET, Chosen, grow
from headway.routes.transition import learn_for, list_lessons, make_hop, raise_to
from headway.routes.unfold import chain, unfold
from headway.values import Hours, Level, Money, Months, Slug, Value

EARLY, LATE = 0.8, 1.3
"""Judged: employers take somewhat less, or ask somewhat more, than the years that a stage names."""
NO_WAIT = Months(p10=0, p50=0, p90=0)
MOST_HOPS = 4
LESS_DIFFICULT, LESS_FORGONE, LESS_EXCESS = 0.9, 0.8, 0.8
"""Judged: a route is called surer, better paid on the way or more balanced than the fastest one when its difficulty,
the pay forgone (and a month's pay besides) or its excess is at most this share; less drowns in what is not known."""
MONTHS, MONEY, POINTS = range(3)
"""Columns of a route's cost."""


class Conditions(Value):
    """What a route has to keep to. The direct one is shown whether it does or not."""

    max_hops: int = MOST_HOPS
    avoid: tuple[Slug, ...] = ()
    """Roles that no stepping stone may be of."""
    min_pay: Money | None = None
    """The least median pay of a year in every post on the way."""
    months: float | None = None
    """The most that a route may take (p50)."""


class Found(NamedTuple):
    """All routes: the direct one first, then those that are best at something, then the other best compromises."""

    routes: tuple[Route, ...]
    looked_at: int
    """How many sequences of posts were compared."""


class Variant(NamedTuple):
    """One sequence of posts with one choice of skills: what it takes in the middle."""

    hours: float
    months: float
    money: float
    """Forgone; 0 where no source speaks."""
    difficulty: float
    chosen: tuple[Chosen, ...]


def find_routes(
    profile: Profile,
    standing: Standing | None,
    target: RoleStage,
    catalog: Catalog,
    hours_per_week: float,
    today: date,
    pay: Mapping[str, Sequence[Pay]] | None = None,
) -> tuple[Route, ...]:
    """The direct route first, then those that are best at something; see `find_all_routes`."""
    start = find_start(profile, standing, catalog, hours_per_week, today)
    found = find_all_routes(start, target, catalog, pay or {}, Conditions())
    return tuple(route for route in found.routes if route.label)


def find_start(
    profile: Profile, standing: Standing | None, catalog: Catalog, hours_per_week: float, today: date
) -> Start:
    return Start(
        origin=catalog.role_stages.get(standing.key) if standing else None,
        held=held_levels(profile),
        years=years_in_field(profile, catalog, today),
        hours_per_week=hours_per_week,
    )


def start_at(origin: RoleStage, catalog: Catalog, hours_per_week: float) -> Start:
    """Somebody who meets every need of `origin` and no more, in the middle of its years."""
    held = learn_for(origin, {}, catalog)
    return Start(origin=origin, held=held, years=middle_years(origin), hours_per_week=hours_per_week)


def middle_years(stage: RoleStage) -> float:
    """The middle of the years that it stands for; the least where they are open."""
    low, high = stage.years
    return low if high is None else (low + high) / 2


def find_all_routes(
    start: Start,
    target: RoleStage,
    catalog: Catalog,
    pay: Mapping[str, Sequence[Pay]],
    conditions: Conditions,
    terrain: Terrain | None = None,
) -> Found:
    """Exact over all sequences of credible moves (see `moves.py` and `unfold.py`) within `conditions`, and all choices
    of skills on them (see `thicket.py`). `terrain` is that of the catalog, where it was surveyed before."""
    terrain = terrain or survey(catalog)
    purse = open_purse(start.origin, target, pay)
    row = terrain.rows[target.key]
    underpaid = find_underpaid(conditions.min_pay, pay, list(terrain.rows))
    may = find_open(terrain, row, conditions.avoid, underpaid)
    if start.origin:
        may[terrain.rows[start.origin.key]] = False
    country = make_country(terrain, catalog, row, purse, start.hours_per_week)
    tree = unfold(start, country, may, conditions.max_hops, conditions.months)
    thicket = grow(start, tree, country, conditions.months)
    best = find_best(thicket.graph, START, TARGET, conditions.max_hops)
    ways = [[terrain.stages[thicket.rows[node]] for node in one.nodes[1:]] for one in best]
    choices = [thicket.choose(one.nodes[-2], country) for one in best]
    labels = _label(np.array([one.vector for one in best]), ways, purse.reference / 12 if purse else 0.0)
    told = [
        tell_route(start, way, chosen, label, True, catalog, pay, purse)
        for way, chosen, label in zip(ways, choices, labels, strict=True)
    ]
    told.sort(key=lambda route: (len(route.hops) > 1, not route.label, route.months.p50, route.keys))
    if not told or len(told[0].hops) > 1:
        told.insert(0, tell_route(start, [target], [None], "", False, catalog, pay, purse))
    first = told[0].change(label=", ".join(filter(None, ("direct", told[0].label))))
    late = conditions.months is not None and first.months.p50 > conditions.months
    if late:
        first = first.change(warning=" ".join(filter(None, (first.warning, "It takes longer than you allow."))))
    return Found((first, *told[1:]), looked_at=sum(tree.arrives))


def list_variants(
    start: Start, way: Sequence[RoleStage], terrain: Terrain, catalog: Catalog, pay: Mapping[str, Sequence[Pay]]
) -> tuple[Variant, ...]:
    """One sequence of posts with every choice of skills that can pay. The least of each measure over all of them is
    what the sequence takes at best; it never rises with a skill more."""
    rows = [terrain.rows[stage.key] for stage in way]
    country = make_country(terrain, catalog, rows[-1], open_purse(start.origin, way[-1], pay), start.hours_per_week)
    thicket = grow(start, chain(start, rows[:-1], country), country)
    return tuple(
        Variant(a.hours, a.cost[MONTHS], a.cost[MONEY], sqrt(a.cost[POINTS]), thicket.choose(node, country))
        for node, a in thicket.arrivals.items()
    )


def _label(costs: Floats, ways: Sequence[Sequence[RoleStage]], month: float) -> list[str]:
    """What each of the best compromises is best at, in words; the fastest where no other is so by a margin.

    `month` is a month's pay. Balanced is the one that lies least above the best of each measure, as a share of it, all
    three together (its excess).
    """
    if not len(costs):
        return []
    said: list[list[str]] = [[] for _ in ways]
    fast = _least(costs, (MONTHS, POINTS, MONEY))
    sure, paid = _least(costs, (POINTS, MONTHS, MONEY)), _least(costs, (MONEY, MONTHS, POINTS))
    said[fast].append("fastest")
    easier = costs[sure, POINTS] <= LESS_DIFFICULT**2 * costs[fast, POINTS]
    said[sure if easier else fast].append("surest")
    if costs[:, MONEY].any():
        saved = (costs[fast, MONEY] - costs[paid, MONEY]) * GRAIN[MONEY]
        better = costs[paid, MONEY] <= LESS_FORGONE * costs[fast, MONEY] and saved >= month
        said[paid if better else fast].append("best paid on the way")
    if len(costs) > 2:
        measures = np.column_stack([costs[:, MONTHS], costs[:, MONEY], np.sqrt(costs[:, POINTS])])
        least, most = measures.min(axis=0), measures.max(axis=0)
        excess = (measures - least) / np.maximum(np.maximum(least, most / 2), 1e-9)
        far = (excess**2).sum(axis=1)
        said[fast if far.min() > LESS_EXCESS * far[fast] else int(np.argmin(far))].append("balanced")
    given = sum(map(len, said))
    return ["best at everything" if len(words) == given > 2 else ", ".join(words) for words in said]


def _least(costs: Floats, order: Sequence[int]) -> int:
    return int(np.lexsort([costs[:, column] for column in reversed(order)])[0])


def tell_route(
    start: Start,
    way: Sequence[RoleStage],
    choices: Sequence[Chosen | None],
    label: str,
    best: bool,
    catalog: Catalog,
    pay: Mapping[str, Sequence[Pay]],
    purse: Purse | None,
) -> Route:
    """A route in full, hop by hop, with its ranges; None among `choices` is the nearest skill for each need."""
    held, years, post = dict(start.held), start.years, start.origin
    hops: list[Hop] = []
    steps: set[tuple[Slug, Level]] = set()
    for stage, chosen in zip(way, choices, strict=True):
        short = max(0.0, stage.years[0] - years)
        wait = wait_for(short) if post else NO_WAIT
        if hops:
            wait = _longer(wait, IN_POST)
        lessons = list_lessons(stage, held, catalog, chosen)
        hop = make_hop(
            post,
            stage,
            held,
            lessons,
            catalog,
            start.hours_per_week,
            wait,
            years_short=0.0 if post else short,
            pay=_compare(post, stage, pay),
        )
        hops.append(hop)
        for need, skill, _ in lessons:
            steps.update((skill, level) for level in need.level.steps_from(held.get(skill, Level.NONE)))
        years = max(years + (hop.months.p50 / 12 if post else 0.0), stage.years[0])
        held, post = raise_to(((need, skill) for need, skill, _ in lessons), held), stage
    return Route(
        hops=tuple(hops),
        months=Months.total(hop.months for hop in hops),
        hours=Hours.total(hop.hours for hop in hops),
        label=label,
        reason=_explain(start, way, hops),
        best=best,
        warning=_warn(start, way[-1]) if len(way) == 1 else None,
        steps=len(steps),
        free_steps=sum(any(a.price and not a.price.money.amount for a in catalog.teachers.get(s, ())) for s in steps),
        **_count_money(start, way, hops, purse),
    )


def direct_months(start: Start, target: RoleStage, catalog: Catalog) -> Months:
    """How long the direct way takes: study until one has what an average advert asks, years asked for, the search."""
    return tell_route(start, [target], [None], "direct", False, catalog, {}, None).months


def _count_money(start: Start, way: Sequence[RoleStage], hops: Sequence[Hop], purse: Purse | None) -> dict[str, object]:
    """What is forgone on the way, and the part of it below today's pay; nothing where no source speaks."""
    if purse is None:
        return {}
    pay = best = purse.today
    spells, unknown = list[tuple[float, Spell]](), 0
    for number, (stage, hop) in enumerate(zip((start.origin, *way[:-1]), hops, strict=True)):
        known = purse.medians.get(stage.key) if stage else None
        unknown += known is None
        pay = pay if known is None else known
        best = max(best, pay)
        busy = (_longer(hop.study, IN_POST) if number else hop.study) + hop.search
        spells += [(pay, _spell(busy)), (best, _spell(hop.months, less=busy))]
    return {
        "forgone": forgo(purse, spells, purse.reference),
        "dip": forgo(purse, spells, purse.today),
        "pay_unknown": unknown,
        "pay_estimated": sum(stage.key in purse.estimated for stage in way),
        "pay_basis": purse.basis,
    }


def _compare(post: RoleStage | None, to: RoleStage, pay: Mapping[str, Sequence[Pay]]) -> PayStep | None:
    return compare_pay(pay.get(post.key, ()), pay.get(to.key, ())) if post else None


def _explain(start: Start, way: Sequence[RoleStage], hops: Sequence[Hop]) -> str:
    if len(way) == 1:
        return hops[0].reason
    first, rest = hops[0], sum(hop.hours.p50 for hop in hops[1:])
    down = start.origin is not None and way[0].stage < start.origin.stage
    return (
        f"As {way[0].titles[0]} you are paid to learn part of it: {first.hours.p50:.0f} h before the first move, "
        f"{rest:.0f} h in the post{'s' if len(way) > 2 else ''}." + (" It is a step down in stage." if down else "")
    )


def _warn(start: Start, target: RoleStage) -> str | None:
    short = target.years[0] - start.years
    if short <= 0:
        return None
    gained = "which can be gained where you are" if start.origin else "which this route does not give: a hard sell"
    return f"It asks for {target.years[0]:g} years in the field, {short:.1f} more than shown, {gained}."


def wait_for(years_short: float) -> Months:
    months = years_short * 12
    return Months(p10=months * EARLY, p50=months, p90=months * LATE)


def _spell(months: Months, less: Months = NO_WAIT) -> Spell:
    return months.p10 - less.p10, months.p50 - less.p50, months.p90 - less.p90


def _longer(a: Months, b: Months) -> Months:
    return Months(p10=max(a.p10, b.p10), p50=max(a.p50, b.p50), p90=max(a.p90, b.p90))
