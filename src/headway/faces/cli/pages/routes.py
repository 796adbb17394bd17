"""Routes and moves on a terminal: the way first, then each hop with what carries over, what is new, and the clocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from headway.actions.routes import Moves, RoutesAnswer
from headway.catalog.model import Catalog
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.report.words import (
    list_words,
    say_hours,
    say_money,
    say_money_range,
    say_months,
    say_pay_basis,
    say_route_cost,
    say_stage,
)
from headway.routes.crowd import IN_POST
from headway.routes.model import Difficulty, Hop, PayStep, Route
from headway.routes.transition import AT_WORK, DISTANCE_POINTS, POINT_HOURS
from headway.routes.transitions import Transition
from headway.values import Kind, Slug

SHOWN_SKILLS, SHOWN_OTHERS = 6, 6
PARTS = {
    "learning": f"learning (a point for each {POINT_HOURS:g} h that an average advert asks)",
    "distance": f"distance ({DISTANCE_POINTS:g} points where two roles have nothing in common)",
    "stage": "stages climbed in the same move",
    "track": "first step into management",
    "years": "years asked that no waiting brings",
}
NO_CHANCE = (
    "Difficulty is in points of our own, judged: what there is to learn, how far the role is, stages climbed, years "
    "that are missing. It is no probability of anything. Months are for what an average advert asks; the rest is "
    "learned in the post."
)


def show_routes(answer: RoutesAnswer, catalog: Catalog, why: bool) -> None:
    console = open_console()
    who = f"{answer.name}: " if answer.name else ""
    put_title(console, f"{who}ways to {answer.title}, {say_stage(catalog.role_stages[answer.target])}")
    grid = make_grid(5, None)
    grid.add_row("From", f"{answer.start}. {answer.reason}" if answer.start else answer.reason)
    grid.add_row("With", f"{answer.hours_per_week:g} h a week to learn, pay in {answer.country}")
    put(console, grid)
    if answer.given:
        given = [f"{catalog.skills[skill].name} at {level}" for skill, level in answer.given.items()]
        put_list(console, f"Supposed: {list_words(given)}", list(_say_changes(answer)))
    for route in answer.routes:
        if route.label:
            _put_route(console, route, catalog, why)
    others = [route for route in answer.routes if not route.label]
    lines = [f"{' → '.join(route.keys)}: {say_route_cost(route)}" for route in others[:SHOWN_OTHERS]]
    more = [f"and {len(others) - SHOWN_OTHERS} more, with --json"] if len(others) > SHOWN_OTHERS else []
    put_list(console, "Other compromises that no route improves on", [*lines, *more])
    console.print()
    put(console, Text(f"{answer.looked_at:,} sequences of credible moves were compared. {NO_CHANCE}", style="dim"))
    put_list(console, "Take note", [str(problem) for problem in answer.problems])
    if why:
        put_list(console, "Sources", [f"{s.name}, {s.publisher}, {s.date} ({s.licence})" for s in answer.sources])


def _say_changes(answer: RoutesAnswer) -> Iterator[str]:
    """How the routes of each label change by what is supposed."""
    before = {name: route for route in answer.before for name in _name_labels(route)}
    for route in answer.routes:
        for name in _name_labels(route):
            if old := before.get(name):
                way = "" if old.keys == route.keys else f", now by {' → '.join(route.keys[:-1]) or 'no other post'}"
                yield f"{name.capitalize()}: {say_months(old.months)} -> {say_months(route.months)}{way}"


def _name_labels(route: Route) -> list[str]:
    """What a route is best at; one may be so at several things."""
    return route.label.split(", ") if route.label else []


def _put_route(console: Console, route: Route, catalog: Catalog, why: bool) -> None:
    put_section(console, f"{route.label.capitalize()}: {' → '.join(hop.title for hop in route.hops)}")
    put(console, Text(f"{say_route_cost(route)}"))
    beaten = None if route.best else "Another route is at least as good in all three, and better in one."
    for line in (route.warning, beaten, _say_dip(route)):
        if line:
            put(console, Text(line, style="yellow"))
    for number, hop in enumerate(route.hops, 1):
        head = f"{number}. {hop.title} ({hop.to}), {say_months(hop.months)}"
        put(console, Text(head, style="bold"))
        _put_hop(console, hop, catalog, why, first=number == 1)
    if why:
        put(console, Text(" ".join(_say_money_ground(route)), style="dim"))


def _say_dip(route: Route) -> str | None:
    if route.dip is None or not route.dip.high.amount:
        return None
    return f"Posts on the way pay less than today's: {say_money_range(route.dip)} in all."


def _put_hop(console: Console, hop: Hop, catalog: Catalog, why: bool, first: bool) -> None:
    grid = make_grid(13, None)
    grid.add_row("Carries over", _name_skills(hop.transfers, catalog) or "nothing in full")
    grid.add_row("New", _name_skills(hop.learns, catalog) or "nothing")
    share = f"{say_hours(hop.asked)} for an average advert, of {say_hours(hop.hours)}"
    grid.add_row("Study", f"{say_months(hop.study)}: {share}")
    if hop.experience.p90:
        where = "where you are" if first else f"in the post before, {IN_POST.p10:g} to {IN_POST.p90:g} at least"
        grid.add_row("On the job", f"{say_months(hop.experience)} {where}, beside study")
    grid.add_row("Pay", say_pay_step(hop.pay))
    grid.add_row("Difficulty", f"{hop.difficulty.points:.1f} points")
    if why:
        for line in (*_list_parts(hop.difficulty), *_list_grounds(hop)):
            grid.add_row("", Text(line, style="dim"))
    put(console, grid)


def _list_parts(difficulty: Difficulty) -> Iterator[str]:
    for name, says in PARTS.items():
        points = getattr(difficulty, name)
        if points:
            yield f"{points:.1f} {says}"


def _list_grounds(hop: Hop) -> Iterator[str]:
    slow, middle, fast = sorted(AT_WORK)
    yield f"overlap {hop.overlap:.2f}; search {say_months(hop.search)}, judged"
    yield f"{middle:g} h a week at work ({slow:g}-{fast:g}) count towards what the post practises, judged"
    if hop.pay:
        yield f"pay: {say_pay_basis(hop.pay.basis)}"


def _say_money_ground(route: Route) -> Iterator[str]:
    if route.pay_basis is None:
        yield "Pay forgone is not told: no source knows both today's post and the target."
    else:
        yield f"Pay forgone: against the better of today's median and the target's, {say_pay_basis(route.pay_basis)}."
    if route.pay_unknown:
        yield f"Of {route.pay_unknown} post(s) on the way it says nothing; they count as paid like the one before."
    if route.pay_estimated:
        yield f"The pay of {route.pay_estimated} post(s), the target with them, is estimated: few rows were collected."
    yield f"Learning: for {route.free_steps} of {route.steps} steps a way that costs nothing is known."


def say_pay_step(pay: PayStep | None) -> str:
    """`USD 95k to USD 166k`, both medians by one source."""
    if pay is None:
        return "not known by one source for both"
    source = f"{pay.basis.source}, estimated" if pay.basis.kind is Kind.JUDGED else pay.basis.source
    return f"median {say_money(pay.here)} to {say_money(pay.there)} a year ({source})"


def _name_skills(skills: Sequence[Slug], catalog: Catalog) -> str:
    names = list(dict.fromkeys(catalog.skills[skill].name for skill in skills))
    rest = len(names) - SHOWN_SKILLS
    return list_words(names) if rest <= 1 else f"{', '.join(names[:SHOWN_SKILLS])} and {rest} more"


def show_transition(transition: Transition, catalog: Catalog, why: bool) -> None:
    """One move in full."""
    console, hop = open_console(), transition.hop
    put_title(console, f"{transition.start} → {transition.end}")
    put(console, Text(f"{say_months(hop.months)} in all, for somebody who meets every need of the first and no more"))
    _put_hop(console, hop, catalog, why, first=True)
    grid = make_grid(13, None)
    grid.add_row("Years", transition.years)
    grid.add_row("Degree", transition.degree or "nothing at hand says which is usual")
    grid.add_row("Credentials", transition.credentials)
    if alike := transition.relatedness:
        grid.add_row("Relatedness", f"{alike.score:.2f} of 1; 0.5 is no more alike than two roles taken blindly")
        grid.add_row("How common", alike.commonness.said)
    grid.add_row("Overlap", f"{hop.overlap:.2f} of 1, what the two ask")
    grid.add_row("The way back", f"{say_hours(transition.back)} for every need, {say_hours(hop.hours)} this way")
    stones = [" → ".join(stone) for stone in transition.stones]
    grid.add_row("Stones", "; ".join(stones) or "none that makes it easier or better paid")
    grid.add_row("Industries", ", ".join(transition.industries) or "none in which both are known to be hired")
    put(console, grid)
    console.print()
    put(console, Text(NO_CHANCE, style="dim"))


def show_moves(moves: Moves, catalog: Catalog) -> None:
    """The soonest moves from a role stage."""
    console = open_console()
    put_title(console, f"From {moves.start}: the moves that take the least time")
    grid = make_grid(None, None)
    for move in moves.moves:
        years = f"; {move.years_short:g} years in the field short" if move.years_short else ""
        time = f"{say_months(move.months)}, {say_hours(move.hours)} for every need"
        pay = Text(f"Pay: {say_pay_step(move.pay)}", style="dim")
        grid.add_row(
            Text(move.end, style="bold"),
            Text.assemble(f"{time}; relatedness {move.relatedness:.2f}{years}\n", pay),
        )
    console.print(grid)
    put(console, Text("One of them in full: headway transitions ROLE:STAGE ROLE:STAGE", style="dim"))
