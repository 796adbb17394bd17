"""`headway gap`: where somebody stands against a role, and what to prove, refresh and learn."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json

Resume = Annotated[Path, typer.Argument(help="PDF, DOCX, Markdown, text or JSON Resume.", show_default=False)]


@app.command()
def gap(
    resume: Resume,
    to: Annotated[
        str | None, typer.Option("--to", metavar="ROLE[:STAGE]", help="The role wanted: see `headway roles`.")
    ] = None,
    posting: Annotated[
        str | None, typer.Option("--posting", metavar="FILE|-", help="A posting, in place of a role.")
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="SKILL:LEVEL", help="What if this were held, too? May be repeated."),
    ] = None,
    industry: Annotated[
        str | None, typer.Option("--industry", metavar="NAME", help="Also what this industry asks.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every need, not only what matters most.")] = False,
    why: Annotated[bool, typer.Option("--why", help="The parts and sources of every number.")] = False,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """A résumé against a role, need by need: what to prove, what to refresh, what to learn."""
    from headway.actions.catalog import open_catalog
    from headway.actions.gap import find_gap
    from headway.faces.cli.pages import gap as page

    catalog = open_catalog(own)
    answer = find_gap(resume, to, catalog, day_of(on), given or (), industry, posting)
    if as_json:
        print_json(answer)
    else:
        page.show_gap(answer, catalog, everything, why)
