"""Where somebody could go next, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from headway.faces.cli.console import make_grid, open_console, put, put_section, put_title
from headway.gap.keystones import Keystone
from headway.report.words import list_words, say_basis, say_hours, say_money, say_months, say_readiness
from headway.routes.explore import Near, Outlook

SHOWN_NEAR, SHOWN_PAID = 7, 4


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
    put_section(console, f"Near: the {min(SHOWN_NEAR, len(outlook.near))} that your document covers best")
    _list_near(console, outlook.near[:SHOWN_NEAR])
    put_section(console, f"Near, and better paid in {country} (medians before tax)")
    _list_paid(console, outlook)
    put_section(console, "Growing")
    put(console, Text(outlook.growing[0].upper() + outlook.growing[1:] + ".", style="dim"))
    put_section(console, f"Skills that open most of the {len(outlook.near)} nearest, for an hour of learning")
    grid = make_grid(2, None)
    for number, keystone in enumerate(outlook.keystones, 1):
        grid.add_row(f"{number}.", _keystone_text(keystone))
    put(console, grid)
    put(console, Text("The whole gap to one of them: headway gap RESUME --to ROLE:STAGE", style="dim"))


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
        f"{covered}{say_hours(near.hours)} to learn, {say_months(near.study)} of study\n",
        (f"weighs most: {list_words(list(near.gaps)) or 'nothing, all is shown'}", "dim"),
    )


def _list_paid(console: Console, outlook: Outlook) -> None:
    paid = [near for near in outlook.better_paid if near.pay]
    if not paid:
        known = any(near.pay for near in outlook.near)
        why = "none of the near ones" if known else "no source holds pay for both where you stand and a near role"
        put(console, Text(f"{why[0].upper()}{why[1:]}.", style="dim"))
        return
    grid = make_grid(1, None)
    for near in paid[:SHOWN_PAID]:
        if near.pay:
            grid.add_row(
                "-",
                Text.assemble(
                    (near.title, "bold"),
                    f": {say_money(near.pay.there)} a year, where you stand {say_money(near.pay.here)} ",
                    (f"({say_basis(near.pay.basis)})", "dim"),
                ),
            )
    put(console, grid)


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
