"""Where somebody could go next, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.gap.keystones import Keystone
from headway.report.words import (
    list_words,
    say_basis,
    say_hours,
    say_money,
    say_months,
    say_pay_basis,
    say_projection,
    say_readiness,
)
from headway.routes.aims import Aim, Aims
from headway.routes.explore import Near, Outlook
from headway.values import Basis, Kind

SHOWN_NEAR, SHOWN_PAID = 7, 4
DIRECT = "Months are those of the direct way, until one has what an average advert asks, and of the search."


def show_outlook(outlook: Outlook, country: str) -> None:
    console = open_console()
    put_title(console, "Where you could go next")
    grid = make_grid(11, None)
    if outlook.standing:
        grid.add_row("You stand", f"{outlook.standing.key}. {outlook.standing.reason}")
    else:
        grid.add_row("You stand", "outside the catalog's roles, so nearness goes by the skills alone")
    if outlook.refusal:
        grid.add_row("Readiness", f"not given: {outlook.refusal}.")
    put(console, grid)
    first = (
        f"the {SHOWN_NEAR} soonest reached of {len(outlook.near)}" if len(outlook.near) > SHOWN_NEAR else "the soonest"
    )
    put_section(console, f"Near: {first} that your document covers best")
    _list_near(console, outlook.near[:SHOWN_NEAR])
    put(console, Text(DIRECT, style="dim"))
    better = "better paid" if outlook.standing else "what they pay"
    put_section(console, f"Near, and {better} in {country} (medians before tax)")
    _list_paid(console, outlook)
    put_section(console, "Growing")
    _list_growing(console, outlook)
    put_section(console, f"Skills that open most of the {len(outlook.near)} nearest, for an hour of learning")
    grid = make_grid(2, None)
    for number, keystone in enumerate(outlook.keystones, 1):
        grid.add_row(f"{number}.", _keystone_text(keystone))
    put(console, grid)
    put(console, Text("The whole gap to one of them: headway gap RESUME --to ROLE:STAGE", style="dim"))


def _list_growing(console: Console, outlook: Outlook) -> None:
    grid = make_grid(1, None)
    for one in outlook.growing:
        stands = f"\nstands in for {list_words(list(one.near))}; {say_basis(one.projection.basis)}"
        grid.add_row("-", Text.assemble(say_projection(one.projection, outlook.average), (stands, "dim")))
    if outlook.growing:
        put(console, grid)
    else:
        put(console, Text("No projection at hand for what is near is above that of all occupations.", style="dim"))
    put(console, Text(f"{outlook.growth}.", style="dim"))


def _list_near(console: Console, near: tuple[Near, ...]) -> None:
    if not near:
        put(console, Text("No role stage is within reach of the years shown.", style="dim"))
        return
    grid = make_grid(2, None)
    for number, one in enumerate(near, 1):
        grid.add_row(f"{number}.", _near_text(one))
    put(console, grid)


def _near_text(near: Near) -> Text:
    short = f"; asks for {near.years_short:g} years more than shown" if near.years_short else ""
    covered = f"{say_readiness(near.readiness)} covered; " if near.readiness else ""
    return Text.assemble(
        (near.title, "bold"),
        f" ({near.key}), {near.move}{short}\n",
        f"{covered}{say_months(near.months)}; {say_hours(near.hours)} to every need\n",
        (f"weighs most: {list_words(list(near.gaps)) or 'nothing, all is shown'}", "dim"),
    )


def _list_paid(console: Console, outlook: Outlook) -> None:
    lines = _better_lines(outlook) if outlook.standing else _there_lines(outlook)
    if not lines:
        compared = any(near.pay for near in outlook.near)
        why = "None of the near ones." if compared else "No source holds pay for both where you stand and a near role."
        put(console, Text(why, style="dim"))
        return
    grid = make_grid(1, None)
    for line in lines:
        grid.add_row("-", line)
    put(console, grid)


def _better_lines(outlook: Outlook) -> list[Text]:
    return [
        Text.assemble(
            (near.title, "bold"),
            f": {say_money(near.pay.there)} a year, where you stand {say_money(near.pay.here)} ",
            (f"({_ground(near.pay.basis)})", "dim"),
        )
        for near in outlook.better_paid[:SHOWN_PAID]
        if near.pay
    ]


def _there_lines(outlook: Outlook) -> list[Text]:
    """What near roles pay somebody who comes from outside the field, pay of the stage itself first."""
    known = [(near.title, near.there) for near in outlook.near if near.there]
    known.sort(key=lambda pair: pair[1].basis.kind is Kind.MEASURED)
    return [
        Text.assemble((title, "bold"), f": {say_money(pay.median)} a year ", (f"({_ground(pay.basis)})", "dim"))
        for title, pay in known[:SHOWN_PAID]
    ]


def _ground(basis: Basis) -> str:
    """Official wages know no stages, and that has to be said beside a stage."""
    return say_pay_basis(basis) + (", whole occupation" if basis.kind is Kind.MEASURED else "")


def _keystone_text(keystone: Keystone) -> Text:
    instead = f" (or {list_words(list(keystone.instead))})" if keystone.instead else ""
    first = f" with {list_words(list(keystone.first))} before it" if keystone.first else ""
    points = max(1, round(100 * keystone.gain))
    return Text.assemble(
        (f"{keystone.name}{instead}", "bold"),
        f" to {keystone.level}: {say_hours(keystone.hours)}{first}\n",
        f"brings {keystone.opens} of {keystone.of} nearer, by {points} point{'s' if points > 1 else ''} on average; ",
        f"most of all {list_words(list(keystone.most))}",
    )


def show_aims(aims: Aims, country: str) -> None:
    """Two or three targets side by side, then what is open in all of them."""
    console = open_console()
    put_title(console, " against ".join(aim.key for aim in aims.aims))
    grid = make_grid(10, *((31 if len(aims.aims) == 2 else 20) for _ in aims.aims))
    grid.add_row("", *(Text(aim.title, style="bold") for aim in aims.aims))
    ready = [say_readiness(aim.readiness) if aim.readiness else "not given" for aim in aims.aims]
    grid.add_row("Readiness", *ready)
    grid.add_row("Met", *(f"{aim.met} of {aim.needs} needs" for aim in aims.aims))
    grid.add_row("To learn", *(say_hours(aim.hours) for aim in aims.aims))
    grid.add_row("Time", *(say_months(aim.months) for aim in aims.aims))
    grid.add_row("Years", *(aim.gates[0].state for aim in aims.aims))
    grid.add_row(f"Pay in {country}", *(_pay_text(aim) for aim in aims.aims))
    grid.add_row("Main gaps", *("\n".join(f"- {name}" for name in aim.gaps) or "nothing" for aim in aims.aims))
    grid.add_row("Only there", *("\n".join(f"- {name}" for name in aim.alone) or "nothing" for aim in aims.aims))
    put(console, grid)
    put_section(console, "Open in all of them, so learned for any")
    put(console, Text("; ".join(aims.shared) or "nothing"))
    put_list(console, "Take note", [f"No readiness is given: {aims.refusal}."] if aims.refusal else [])
    put(
        console,
        Text("Time is study of the hours and then the search. Levels without --for, gaps with headway gap.", "dim"),
    )


def _pay_text(aim: Aim) -> Text:
    if aim.pay is None:
        return Text("not known", style="dim")
    return Text.assemble(f"median {say_money(aim.pay.median)}\n", (_ground(aim.pay.basis), "dim"))
