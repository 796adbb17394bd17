"""`headway routes` and `headway transitions`: ways to a role, and single moves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json

Country = Annotated[str, typer.Option("--country", metavar="XX", help="Pay of this country.")]
HoursAWeek = Annotated[float | None, typer.Option("--hours", help="Hours a week you want to learn.")]
Why = Annotated[bool, typer.Option("--why", help="The parts and sources of every number.")]


@app.command()
def routes(
    to: Annotated[str, typer.Option("--to", metavar="ROLE[:STAGE]", help="Where you want to go: see `headway roles`.")],
    resume: Annotated[
        Path | None, typer.Argument(help="PDF, DOCX, Markdown, text or JSON Resume.", show_default=False)
    ] = None,
    start_from: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE[:STAGE]", help="Where you stand, beside or without a résumé."),
    ] = None,
    avoid: Annotated[
        list[str] | None, typer.Option("--avoid", metavar="ROLE", help="No post of this role. May be repeated.")
    ] = None,
    min_pay: Annotated[
        str | None, typer.Option("--min-pay", metavar="'USD 100000'", help="The least median pay on the way.")
    ] = None,
    max_hops: Annotated[int, typer.Option("--max-hops", help="Most moves in a route, 1 to 5.")] = 4,
    months: Annotated[float | None, typer.Option("--months", help="Most months that a route may take.")] = None,
    given: Annotated[
        list[str] | None, typer.Option("--with", metavar="SKILL:LEVEL", help="What if this were held, too?")
    ] = None,
    hours: HoursAWeek = None,
    country: Country = "US",
    why: Why = False,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Every way to a role that is best at something: time, money, or how hard it is."""
    from headway.actions.catalog import open_catalog
    from headway.actions.routes import find_ways
    from headway.faces.cli.pages import routes as page

    catalog = open_catalog(own)
    answer = find_ways(
        resume, to, catalog, day_of(on), start_from, avoid or (), min_pay, max_hops, months, hours, country, given or ()
    )
    if as_json:
        print_json(answer)
    else:
        page.show_routes(answer, catalog, why)


@app.command()
def transitions(
    start: Annotated[str, typer.Argument(metavar="ROLE[:STAGE]", help="Where the move starts.", show_default=False)],
    end: Annotated[
        str | None, typer.Argument(metavar="[ROLE[:STAGE]]", help="Where it leads.", show_default=False)
    ] = None,
    hours: HoursAWeek = None,
    country: Country = "US",
    why: Why = False,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """The moves from a role that take the least time; or one move in full."""
    from headway.actions.catalog import open_catalog
    from headway.actions.routes import explain_move, list_moves_from
    from headway.faces.cli.pages import routes as page

    catalog = open_catalog(own)
    if end is None:
        moves = list_moves_from(start, catalog, hours, country)
        if as_json:
            print_json(moves)
        else:
            page.show_moves(moves, catalog)
        return
    transition = explain_move(start, end, catalog, hours, country)
    if as_json:
        print_json(transition)
    else:
        page.show_transition(transition, catalog, why)
