"""A journey on a terminal: what a person wants to know first, at 80 columns, with or without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.text import Text

from headway.catalog.model import Catalog
from headway.faces.cli.console import make_bar, make_grid, open_console, put, put_list, put_section, put_title
from headway.gap.model import GapItem, GapStatus
from headway.journey import Journey, Tell
from headway.pay.model import Band
from headway.plan.dated import DatedKind
from headway.plan.model import Plan, Week
from headway.report.words import (
    ROUTE_MONTHS,
    say_band,
    say_day,
    say_hours,
    say_month,
    say_pay_basis,
    say_readiness,
    say_route_cost,
    say_slot,
    say_stage,
)
from headway.routes.transition import SEARCH, study_months

SHOWN_GAPS = 5
SHOWN_WEEKS = 4
SHOWN_LEFT_OUT = 2
COLOURS = {
    GapStatus.MISSING: "red",
    GapStatus.NEIGHBOUR: "yellow",
    GapStatus.PARTIAL: "yellow",
    GapStatus.UNPROVEN: "yellow",
    GapStatus.STALE: "yellow",
    GapStatus.UNSEEN: "dim",
    GapStatus.MET: "green",
}


@contextmanager
def progress(quiet: bool) -> Iterator[Tell]:
    """Tells what is being done, on standard error: a spinner on a terminal, a line each in a pipe."""
    console = open_console(stderr=True)
    if quiet:
        yield lambda _: None
    elif console.is_terminal:
        with console.status("Opening the catalog") as status:
            yield status.update
    else:
        yield lambda step: console.print(f"{step} …")


def show_journey(journey: Journey, catalog: Catalog, files: Sequence[Path]) -> None:
    console = open_console()
    _head(console, journey, catalog)
    _standing(console, journey)
    _gaps(console, journey)
    _routes(console, journey)
    _weeks(console, journey, catalog)
    _ready(console, journey)
    _milestones(console, journey)
    _curve(console, journey)
    _pay(console, journey)
    put_list(console, "Take note", journey.capacity.notes)
    put_list(console, "What was assumed", [*journey.assumptions, *(str(problem) for problem in journey.problems)])
    if files:
        put_list(console, "Written", [str(file) for file in files])


def _head(console: Console, journey: Journey, catalog: Catalog) -> None:
    name = catalog.roles[journey.target.role].name
    who = f"{journey.profile.name}: " if journey.profile.name else ""
    put_title(console, f"{who}the way to {name}, {say_stage(journey.target)}")


def _standing(console: Console, journey: Journey) -> None:
    gap = journey.gap
    put_section(console, "Where you stand")
    grid = make_grid(11, None)
    if journey.standing:
        grid.add_row("Now", f"{journey.standing.key}. {journey.standing.reason}")
    if gap.readiness:
        bar = make_bar(gap.readiness.mid)
        grid.add_row("Readiness", Text.assemble((bar, "cyan"), f" {say_readiness(gap.readiness)}"))
    else:
        grid.add_row("Readiness", f"not given: {gap.refusal}.")
    grid.add_row(gap.gates[0].name, gap.gates[0].says)
    grid.add_row("To learn", say_hours(gap.hours))
    put(console, grid)


def _gaps(console: Console, journey: Journey) -> None:
    items = [item for item in journey.gap.items if item.status is not GapStatus.MET][:SHOWN_GAPS]
    if not items:
        put_section(console, "No gap: the document shows everything that is asked")
        return
    put_section(console, "The gaps that matter most" if len(items) < SHOWN_GAPS else "The five gaps that matter most")
    grid = make_grid(2, None)
    for number, item in enumerate(items, 1):
        grid.add_row(f"{number}.", _gap_text(item))
    put(console, grid)


def _gap_text(item: GapItem) -> Text:
    text = Text.assemble(
        (item.name, "bold"),
        ": ",
        (str(item.status), COLOURS[item.status]),
        (f", {item.asked}\n", "dim"),
        item.reason,
    )
    if item.evidence:
        text.append(f"\n“{item.evidence[0].quote}”", style="dim italic")
    return text


def _routes(console: Console, journey: Journey) -> None:
    put_section(console, "Routes")
    grid = make_grid(1, None)
    for route in journey.routes:
        way = " → ".join(hop.title for hop in route.hops)
        text = Text.assemble(
            (f"{route.label.capitalize()}: ", "bold"),
            f"{way}\n",
            f"{say_route_cost(route)}\n",
            (" ".join(filter(None, (route.reason, route.warning))), "dim"),
        )
        grid.add_row("-", text)
    put(console, grid)
    put(console, Text(ROUTE_MONTHS, style="dim"))


def _weeks(console: Console, journey: Journey, catalog: Catalog) -> None:
    weeks = journey.plan.weeks[:SHOWN_WEEKS]
    if not weeks:
        return
    put_section(console, f"The next four weeks, {journey.capacity.hours:g} h each")
    grid = make_grid(7, None)
    for week in weeks:
        grid.add_row(f"{week.monday.day} {week.monday:%b}", _week_text(week, journey.plan, catalog))
    put(console, grid)
    rest = len(journey.plan.weeks) - len(weeks)
    picked = len(journey.plan.activities)
    if rest > 0:
        put(console, Text(f"… and {rest} weeks more, {picked} activities in all", style="dim"))
    if journey.plan.people:
        said = f"Every week keeps {journey.wish.network:g} h for people; --network-hours says how many."
        put(console, Text(said, style="dim"))
    first = journey.plan.activities[0]
    put(console, Text(f"{first.name} first: {first.reason}", style="dim"))


def _week_text(week: Week, plan: Plan, catalog: Catalog) -> Text:
    blocks = [f"{catalog.activities[b.activity].name} {b.hours:g} h" for b in week.blocks]
    again = [f"review of {review.name} {review.hours:g} h" for review in plan.reviews if review.monday == week.monday]
    people = [say_slot(slot) for slot in plan.people if slot.monday == week.monday]
    return Text("; ".join((*blocks, *again, *people)) or "free")


def _ready(console: Console, journey: Journey) -> None:
    put_section(console, "When you could be ready")
    plan = journey.plan
    grid = make_grid(11, None)
    if plan.finish:
        finish = plan.finish
        gain = f", readiness then about {journey.covered_after:.0%}" if journey.covered_after is not None else ""
        bounds = f"early {say_month(finish.early)}, almost surely {say_month(finish.surely)}"
        grid.add_row("This plan", f"likely by {say_month(finish.likely)} ({bounds}){gain}")
    if plan.left_out:
        months = study_months(plan.hours + plan.hours_left, journey.capacity.hours)
        early, likely, surely = (
            say_month(plan.start + timedelta(days=30.44 * m)) for m in (months.p10, months.p50, months.p90)
        )
        grid.add_row("Every need", f"likely by {likely} ({early} to {surely}), going on at the same pace")
    grid.add_row("Then", f"the search, {SEARCH.p10:g} to {SEARCH.p90:g} months")
    if plan.left_out:
        more = len(plan.left_out) - SHOWN_LEFT_OUT
        rest = f" And {more} more, with reasons in the plan's files." if more > 0 else ""
        grid.add_row("Left out", " ".join(plan.left_out[:SHOWN_LEFT_OUT]) + rest)
    put(console, grid)


def _milestones(console: Console, journey: Journey) -> None:
    items = [item for item in journey.dated if item.kind is not DatedKind.REVIEW]
    if not items:
        return
    put_section(console, "Milestones, likely by")
    grid = make_grid(11, None)
    for item in items:
        proof = f"\nTo show: {item.proof}" if item.proof else ""
        grid.add_row(say_day(item.on), Text.assemble(item.what, (proof, "dim")))
    put(console, grid)
    reviews = len(journey.dated) - len(items)
    if reviews:
        said = f"And {reviews} reviews of half an hour, in hours that the weeks keep for them."
        put(console, Text(said, style="dim"))


def _curve(console: Console, journey: Journey) -> None:
    curve = journey.curve
    if curve is None:
        return
    put_section(console, f"Readiness after {curve.weeks} weeks, by hours a week")
    grid = make_grid(4, 26, None)
    near = min(curve.points, key=lambda point: abs(point.hours - journey.capacity.hours))
    for point in curve.points:
        here = "  your hours" if point is near else ""
        grid.add_row(
            f"{point.hours:g}", Text.assemble((make_bar(point.readiness), "cyan"), f" {point.readiness:.0%}"), here
        )
    put(console, grid)
    gain = curve.gain_of_hour(near.hours)
    if gain is not None:
        put(
            console,
            Text(f"Around your hours, one more a week adds about {gain:.1%}. Good plans, not proven best ones."),
        )


def _pay(console: Console, journey: Journey) -> None:
    put_section(console, f"Pay in {journey.wish.country}, before tax")
    if not journey.pay_now and not journey.pay_then:
        put(console, Text("The catalog knows no pay for these roles there; try --country US.", style="dim"))
        return
    grid = make_grid(4, None)
    for when, bands in (("Now", journey.pay_now), ("Then", journey.pay_then)):
        for number, band in enumerate(bands[:2]):
            grid.add_row(when if number == 0 else "", _band_text(band))
    put(console, grid)
    notes = dict.fromkeys(band.note for band in (*journey.pay_now[:2], *journey.pay_then[:2]))
    put(console, Text(" ".join(notes), style="dim"))


def _band_text(band: Band) -> Text:
    return Text.assemble(f"{say_band(band)}\n", (f"{band.title}; {say_pay_basis(band.basis)}", "dim"))
