"""`headway outlook`: new roles, what speaks for them, how near you are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json


@app.command()
def outlook(
    resume: Annotated[
        Path | None, typer.Argument(metavar="[RESUME]", help="A résumé or saved profile.", show_default=False)
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help="One new role in full, with every source.")
    ] = None,
    start_from: Annotated[
        str | None, typer.Option("--from", metavar="ROLE[:STAGE]", help="Where you stand, if the résumé does not say.")
    ] = None,
    hours: Annotated[float | None, typer.Option("--hours", help="Hours a week to learn.")] = None,
    country: Annotated[str, typer.Option("--country", metavar="XX", help="Pay of this country.")] = "US",
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """New roles: what is asked for, since when that is known, how surely; with a résumé how near you are."""
    from headway.actions.catalog import open_catalog
    from headway.actions.outlook import look_ahead
    from headway.faces.cli.pages import outlook as page

    catalog = open_catalog(own)
    answer = look_ahead(resume, role, catalog, day_of(on), start_from, hours, country)
    if as_json:
        print_json(answer)
    elif role:
        page.show_prospect(answer, catalog)
    else:
        page.show_outlook(answer)
