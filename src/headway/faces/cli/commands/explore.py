"""`headway next`: where somebody could go next."""

from __future__ import annotations

from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json
from headway.faces.cli.commands.gap import Resume


@app.command("next")
def next_roles(
    resume: Resume,
    start_from: Annotated[
        str | None, typer.Option("--from", metavar="ROLE[:STAGE]", help="Where you stand, if the résumé does not say.")
    ] = None,
    country: Annotated[str, typer.Option("--country", metavar="XX", help="Pay of this country.")] = "US",
    hours: Annotated[float | None, typer.Option("--hours", help="Hours a week you want to learn.")] = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Which roles are near, which of them pay better, and which single skills open most of them."""
    from headway.actions.catalog import open_catalog
    from headway.actions.explore import explore_roles
    from headway.faces.cli.pages import explore as page

    catalog = open_catalog(own)
    outlook = explore_roles(resume, catalog, day_of(on), start_from, country, hours)
    if as_json:
        print_json(outlook)
    else:
        page.show_outlook(outlook, country.upper())
