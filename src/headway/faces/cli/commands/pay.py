"""`headway pay`: what the market pays for a role stage in a place."""

from __future__ import annotations

from typing import Annotated

import typer

from headway.faces.cli.app import Json, Own, app, print_json


@app.command()
def pay(
    role: Annotated[str, typer.Argument(metavar="ROLE[:STAGE]", help="See `headway roles`.", show_default=False)],
    country: Annotated[str, typer.Option("--country", metavar="XX", help="Pay of this country.")] = "US",
    area: Annotated[str | None, typer.Option("--area", metavar="NAME", help="A US state or metropolitan area.")] = None,
    why: Annotated[bool, typer.Option("--why", help="How each band is known, and its sources.")] = False,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """What a role stage is paid: bands from official wages and collected pay, side by side, with n and date."""
    from headway.actions.catalog import open_catalog
    from headway.actions.pay import find_pay
    from headway.faces.cli.pages import pay as page

    answer = find_pay(role, open_catalog(own), country, area)
    if as_json:
        print_json(answer)
    else:
        page.show_pay(answer, why)
