"""`headway posting` and `headway match`: what a posting asks, and what a résumé shows for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Json, Own, app, print_json


@app.command()
def posting(
    source: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A posting, or - for standard input.", show_default=False)
    ],
    own: Own = None,
    as_json: Json = False,
) -> None:
    """What a posting asks and offers: role, skills, gates, place and pay, with its words."""
    from headway.actions.catalog import open_catalog
    from headway.actions.match import open_posting
    from headway.faces.cli.pages import match as page

    found = open_posting(source, open_catalog(own))
    if as_json:
        print_json(found)
    else:
        page.show_posting(found)


@app.command()
def match(
    resume: Annotated[Path, typer.Argument(metavar="RESUME", help="A résumé.", show_default=False)],
    source: Annotated[
        str, typer.Argument(metavar="POSTING|-", help="A posting, or - for standard input.", show_default=False)
    ],
    on: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="As of this day.")] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """A résumé against a posting, requirement by requirement, and what to show or learn first. No score."""
    from headway.actions.catalog import open_catalog
    from headway.actions.match import match as match_resume
    from headway.faces.cli.pages import match as page

    today = on.date() if on else datetime.now().astimezone().date()
    found = match_resume(resume, source, open_catalog(own), today)
    if as_json:
        print_json(found)
    else:
        page.show_match(found)
