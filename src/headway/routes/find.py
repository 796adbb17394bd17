"""Direct and two-hop routes to a role stage, and what each is best at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from headway.catalog.model import Catalog, RoleStage
from headway.gap.gates import years_in_field
from headway.gap.needs import Held, held_levels, middle_hours_for
from headway.profile.model import Profile, Standing
from headway.routes.model import Hop, Route
from headway.routes.transition import coverage, learn_for, make_hop
from headway.values import Hours, Months, Stage

IN_POST = Months(p10=9, p50=15, p90=24)
"""Judged: the least time in a stepping stone before the next move is credible, in months."""
EARLY, LATE = 0.8, 1.3
"""Judged: employers take somewhat less, or ask somewhat more, than the years that a stage names."""
REACH_YEARS = 1.5
"""Judged: a post that asks for this many years more than somebody has is still within reach."""
EASIER, DETOUR = 0.93, 1.5
"""Judged: each hop of a detour is at most this share of the direct hours, both together at most this multiple."""
NO_WAIT = Months(p10=0, p50=0, p90=0)


class Start(NamedTuple):
    """Where a route begins: the role stage stood on (None outside the catalog), levels held, years in the field."""

    origin: RoleStage | None
    held: Held
    years: float
    hours_per_week: float


def find_routes(
    profile: Profile,
    standing: Standing | None,
    target: RoleStage,
    catalog: Catalog,
    hours_per_week: float,
    today: date,
) -> tuple[Route, ...]:
    """The direct route first, then the two-hop routes worth telling: the fastest, the gentlest, the nearest first step.

    Hop hours count only what earlier hops have not taught. A stepping stone is nearer than the target, is not
    where the person stands, leaves less to learn afterwards, and is at most one stage down.
    """
    start = Start(
        origin=catalog.role_stages.get(standing.key) if standing else None,
        held=held_levels(profile),
        years=years_in_field(profile, catalog, today),
        hours_per_week=hours_per_week,
    )
    stones = [stone for stone in catalog.role_stages.values() if _is_stone(stone, start, target, catalog)]
    detours = [(coverage(stone, start.held), _by_way_of(stone, start, target, catalog)) for stone in stones]
    return (_direct(start, target, catalog), *_label(detours))


def _direct(start: Start, target: RoleStage, catalog: Catalog) -> Route:
    wait = _wait(start.years, target) if start.origin else NO_WAIT
    hop = make_hop(start.origin, target, start.held, catalog, start.hours_per_week, wait)
    short = target.years[0] - start.years
    warning = ""
    if short > 0:
        gained = "which can be gained where you are" if start.origin else "which this route does not give: a hard sell"
        warning = f" It asks for {target.years[0]:g} years in the field, {short:.1f} more than shown, {gained}."
    return _join((hop,), "direct", hop.reason + warning)


def _by_way_of(stone: RoleStage, start: Start, target: RoleStage, catalog: Catalog) -> Route:
    until = _wait(start.years, stone) if start.origin else NO_WAIT
    first = make_hop(start.origin, stone, start.held, catalog, start.hours_per_week, until)
    in_post = _longer(_wait(max(start.years, stone.years[0]), target), IN_POST)
    taught = learn_for(stone, start.held, catalog)
    second = make_hop(stone, target, taught, catalog, start.hours_per_week, in_post)
    down = start.origin is not None and stone.stage < start.origin.stage
    reason = (
        f"As {stone.titles[0]} you are paid to learn part of it: {first.hours.p50:.0f} h before the first move, "
        f"{second.hours.p50:.0f} h in the post." + (" It is a step down in stage." if down else "")
    )
    return _join((first, second), "stepping stone", reason)


def _is_stone(stone: RoleStage, start: Start, target: RoleStage, catalog: Catalog) -> bool:
    origin = start.origin
    if stone.key in (target.key, origin.key if origin else None) or stone.stage > target.stage:
        return False
    if stone.track is not target.track and target.stage is not Stage.LEADERSHIP:
        return False
    if origin and stone.stage.rank < origin.stage.rank - 1:
        return False
    if stone.years[0] > start.years + REACH_YEARS:
        return False
    before = middle_hours_for(stone.needs, start.held, catalog)
    straight = middle_hours_for(target.needs, start.held, catalog)
    if before >= EASIER * straight or coverage(stone, start.held) < coverage(target, start.held):
        return False
    after = middle_hours_for(target.needs, learn_for(stone, start.held, catalog), catalog)
    return after < EASIER * straight and before + after < DETOUR * straight


def _wait(years: float, stage: RoleStage) -> Months:
    short = max(0.0, stage.years[0] - years) * 12
    return Months(p10=short * EARLY, p50=short, p90=short * LATE)


def _longer(a: Months, b: Months) -> Months:
    return Months(p10=max(a.p10, b.p10), p50=max(a.p50, b.p50), p90=max(a.p90, b.p90))


def _join(hops: tuple[Hop, ...], label: str, reason: str) -> Route:
    """Study and time on the job run side by side; the search comes after both."""
    months = Months.total(_longer(hop.study, hop.experience) + hop.search for hop in hops)
    return Route(hops=hops, months=months, hours=Hours.total(h.hours for h in hops), label=label, reason=reason)


def _label(detours: Sequence[tuple[float, Route]]) -> list[Route]:
    """Of the two-hop routes: the one that ends first, the one with the easiest hardest hop, the nearest first step."""
    if not detours:
        return []
    best = {
        "fastest stepping stone": min(detours, key=lambda d: (d[1].months.p50, d[1].keys)),
        "gentlest stepping stone": min(detours, key=lambda d: (max(h.hours.p50 for h in d[1].hops), d[1].keys)),
        "nearest stepping stone": min(detours, key=lambda d: (-d[0], d[1].keys)),
    }
    chosen: dict[tuple[str, ...], Route] = {}
    for label, (_, route) in best.items():
        chosen.setdefault(route.keys, route.change(label=label))
    return list(chosen.values())
