"""`headway negotiate` and `headway growth`: a brief for one offer, pay along a route."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json
from headway.faces.cli.commands.gap import Resume


@app.command()
def negotiate(
    resume: Resume,
    offer: Annotated[str, typer.Option("--offer", metavar="FILE", help="The offer: a file, or the key of a kept one.")],
    alternatives: Annotated[
        list[str] | None,
        typer.Option("--alternatives", metavar="FILE", help="What else you could do, your job too. May be repeated."),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="ROLE[:STAGE]", help="The role, if the offer's title does not say.")
    ] = None,
    rate: Annotated[
        list[str] | None,
        typer.Option("--rate", metavar="EUR=0.92", help="Your rate for one US dollar. May be repeated."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Also write it as Markdown.")] = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """A brief for a negotiation: where the offer stands, what you can show and fall back on, what to ask and sign."""
    from headway.actions.catalog import open_catalog
    from headway.actions.negotiate import make_negotiation
    from headway.actions.offer import save_text
    from headway.faces.cli.pages import negotiate as page
    from headway.report.brief import write_brief

    today = day_of(on)
    answer = make_negotiation(resume, offer, alternatives or (), open_catalog(own), today, to, rate or ())
    if out:
        save_text(out, write_brief(answer.brief, answer.sources, today))
    if as_json:
        print_json(answer)
    else:
        page.show_brief(answer, out)


@app.command()
def growth(
    stages: Annotated[
        list[str],
        typer.Argument(metavar="ROLE:STAGE[@MONTHS]…", help="The way, with the month from which.", show_default=False),
    ],
    country: Annotated[str, typer.Option("--country", metavar="XX", help="Pay of this country.")] = "US",
    inflation: Annotated[
        float, typer.Option("--inflation", metavar="PERCENT", help="Prices rise by this a year; an assumption.")
    ] = 2.0,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """What the stages of a route pay, year by year, at today's prices and with inflation, beside the guide's growth."""
    from headway.actions.catalog import open_catalog
    from headway.actions.negotiate import project_pay
    from headway.faces.cli.pages import negotiate as page

    answer = project_pay(stages, open_catalog(own), country, Decimal(str(inflation)))
    if as_json:
        print_json(answer)
    else:
        page.show_growth(answer)
