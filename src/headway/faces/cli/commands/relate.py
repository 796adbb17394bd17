"""`headway relate`: how alike two kinds of work are."""

from __future__ import annotations

from typing import Annotated

import typer

from headway.faces.cli.app import Json, Own, app, print_json


@app.command()
def relate(
    start: Annotated[str, typer.Argument(metavar="A", help="Any title, role[:stage] or code.", show_default=False)],
    end: Annotated[str, typer.Argument(metavar="B", help="The same.", show_default=False)],
    why: Annotated[bool, typer.Option("--why", help="What each part rests on.")] = False,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """How alike the work of two titles, roles or occupations is, part by part."""
    from headway.actions.catalog import open_catalog
    from headway.actions.relatedness import open_ground
    from headway.actions.relatedness import relate as relate_two
    from headway.faces.cli.pages import relate as page

    found = relate_two(start, end, open_ground(open_catalog(own)))
    if as_json:
        print_json(found)
    else:
        page.show_relatedness(found, why)
