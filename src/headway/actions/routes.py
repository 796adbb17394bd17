"""Ways to a role: routes from a résumé or a role stage, and single moves between role stages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path

from headway.actions.gap import read_suppositions
from headway.actions.person import read_person
from headway.actions.relatedness import open_ground, relate
from headway.catalog.area_wages import load_estimates
from headway.catalog.cite import cite
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, Source
from headway.errors import Problem, WrongUse
from headway.gap.suppose import suppose
from headway.journey import list_pay, stand_on
from headway.routes.find import MOST_HOPS, Conditions, find_all_routes, find_start, start_at
from headway.routes.model import PayStep, Route, compare_pay
from headway.routes.moves import Terrain, survey
from headway.routes.relatedness import relate_all
from headway.routes.table import MoveTable, hash_table, make_table, read_table, write_table
from headway.routes.transitions import Transition, find_transition
from headway.skills.standing import stand
from headway.values import Hours, Level, Map, Months, Share, Slug, Text, Value
from headway.wellbeing.capacity import find_capacity
from headway.wellbeing.week import WeekBudget
from headway.wish import read_country, read_money

LONGEST = 5
"""Moves in a route, at most: the number of routes grows twelvefold with each."""
SHOWN = 12


class RoutesAnswer(Value):
    """Every best compromise between months, money and difficulty, the direct route first."""

    name: Text | None
    """Whose they are, where a document says so."""
    start: Text | None
    """Key of the role stage stood on; None outside the catalog."""
    reason: Text
    """Why it is taken for that."""
    target: Text
    title: Text
    conditions: Conditions
    hours_per_week: float
    country: Text
    routes: tuple[Route, ...]
    looked_at: int
    """How many sequences of posts were compared."""
    given: Map[Slug, Level] = Map()
    """Skills supposed to be held, too: `routes` are those with them."""
    before: tuple[Route, ...] = ()
    """The routes without what is supposed."""
    problems: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()


class Move(Value):
    """A move to a role stage, in numbers."""

    end: Text
    title: Text
    hours: Hours
    months: Months
    overlap: Share
    relatedness: Share
    years_short: float
    pay: PayStep | None


class Moves(Value):
    """Where one can go from a role stage, the soonest first."""

    start: Text
    moves: tuple[Move, ...]


def open_table(catalog: Catalog) -> MoveTable:
    """All moves of the catalog, from the cache folder where they are fresh, else made anew and kept there."""
    cache, digest = user_cache_path("headway"), hash_table(catalog)
    table = read_table(cache, digest)
    if table is None:
        table = make_table(catalog, relate_all(open_ground(catalog)))
        write_table(cache, digest, table)
    return table


def find_ways(
    resume: Path | None,
    to: str,
    catalog: Catalog,
    today: date,
    start_from: str | None = None,
    avoid: Sequence[str] = (),
    min_pay: str | None = None,
    max_hops: int = MOST_HOPS,
    months: float | None = None,
    hours: float | None = None,
    country: str = "US",
    given: Sequence[str] = (),
) -> RoutesAnswer:
    """The routes from a résumé, or from a role stage for somebody who meets its needs, to a role stage.

    With `given` (skill:level) as if the document showed these, too, beside the routes without them.
    """
    supposed = read_suppositions(given, catalog)
    if supposed and resume is None:
        raise WrongUse("--with supposes skills beside those of a résumé", "give a résumé, too")
    conditions = read_conditions(catalog, avoid, min_pay, max_hops, months)
    target, where = find_role_stage(to, catalog), read_country(country)
    capacity = find_capacity(WeekBudget(), hours)
    said = find_role_stage(start_from, catalog) if start_from else None
    name, problems = None, tuple[Problem, ...]()
    if resume is not None:
        profile, problems = read_person(resume, catalog, today)
        standing = stand_on(said) if said else stand(profile, catalog, today)
        name = profile.name
        held = find_start(profile, standing, catalog, capacity.hours, today)
        start = held
        if supposed:
            richer = suppose(profile, supposed, catalog, today)
            start = find_start(richer, standing, catalog, capacity.hours, today)
        reason = standing.reason if standing else "No position matched a role of the catalog; the skills alone count."
    elif said is not None:
        start, reason = start_at(said, catalog, capacity.hours), "You said so; every need of it is taken to be met."
    else:
        raise WrongUse("nothing says where you stand", "give a résumé, or --from ROLE:STAGE")
    if start.origin and start.origin.key == target.key:
        raise WrongUse(f"{target.key} is where you stand", "give another role or stage with --to")
    pay = list_pay(catalog, where, load_estimates(where))
    terrain = _survey(catalog)
    found = find_all_routes(start, target, catalog, pay, conditions, terrain)
    before = find_all_routes(held, target, catalog, pay, conditions, terrain).routes if supposed else ()
    stages = [catalog.role_stages[hop.to].needs for route in found.routes for hop in route.hops]
    return RoutesAnswer(
        name=name,
        start=start.origin.key if start.origin else None,
        reason=reason,
        target=target.key,
        title=catalog.roles[target.role].name,
        conditions=conditions,
        hours_per_week=capacity.hours,
        country=where,
        routes=found.routes,
        looked_at=found.looked_at,
        given=Map(supposed),
        before=before,
        problems=problems,
        sources=cite((found.routes, *stages), [], catalog),
    )


def _survey(catalog: Catalog) -> Terrain:
    """The terrain of the catalog, with the overlaps of the table where that is kept already."""
    table = read_table(user_cache_path("headway"), hash_table(catalog))
    return survey(catalog, None if table is None else table.overlap.astype(np.float64))


def read_conditions(
    catalog: Catalog, avoid: Sequence[str], min_pay: str | None, max_hops: int, months: float | None
) -> Conditions:
    """What a person typed; WrongUse says what cannot be meant."""
    if not 1 <= max_hops <= LONGEST:
        raise WrongUse(f"routes of {max_hops} moves are not looked for", f"give --max-hops between 1 and {LONGEST}")
    if months is not None and not 0 < months <= 600:
        raise WrongUse(f"{months:g} months are no time for a route", "give --months between 1 and 600")
    return Conditions(
        max_hops=max_hops,
        avoid=tuple(find_role_stage(role, catalog).role for role in avoid),
        min_pay=read_money(min_pay, "--min-pay 'USD 100000'") if min_pay else None,
        months=months,
    )


def explain_move(start: str, end: str, catalog: Catalog, hours: float | None = None, country: str = "US") -> Transition:
    """One move between two role stages in full."""
    a, b = find_role_stage(start, catalog), find_role_stage(end, catalog)
    if a.key == b.key:
        raise WrongUse(f"{a.key} is where the move starts", "name two different role stages")
    capacity, where = find_capacity(WeekBudget(), hours), read_country(country)
    move = find_transition(a, b, catalog, list_pay(catalog, where, load_estimates(where)), capacity.hours)
    return move.change(relatedness=relate(a.key, b.key, open_ground(catalog)))


def list_moves_from(start: str, catalog: Catalog, hours: float | None = None, country: str = "US") -> Moves:
    """The moves from a role stage that take the least time, one for each role and track, none down in one's own."""
    origin = find_role_stage(start, catalog)
    capacity, where = find_capacity(WeekBudget(), hours), read_country(country)
    pay = list_pay(catalog, where, load_estimates(where))
    table = open_table(catalog)
    row, months = table.keys.index(origin.key), table.months(capacity.hours)
    moves: dict[tuple[str, str], Move] = {}
    for end in np.argsort(months[1, row], kind="stable").tolist():
        stage = catalog.role_stages[table.keys[end]]
        if stage.stage < origin.stage or (stage.role == origin.role and stage.stage == origin.stage):
            continue
        if (stage.role, stage.track) in moves:
            continue
        if len(moves) == SHOWN:
            break
        move = Move(
            end=stage.key,
            title=stage.titles[0],
            hours=Hours.model_validate(table.hours[:, row, end].tolist()),
            months=Months.model_validate(months[:, row, end].tolist()),
            overlap=float(table.overlap[row, end]),
            relatedness=round(float(table.relatedness[row, end]), 3),
            years_short=float(table.years_short[row, end]),
            pay=compare_pay(pay.get(origin.key, ()), pay.get(stage.key, ())),
        )
        moves[stage.role, stage.track] = move
    return Moves(start=origin.key, moves=tuple(moves.values()))
