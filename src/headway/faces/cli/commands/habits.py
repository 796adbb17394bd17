"""`headway habits`: adaptability as five habits, measured on what was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json


@app.command()
def habits(
    resume: Annotated[
        Path | None,
        typer.Argument(metavar="[RESUME]", help="In place of the profile that is kept.", show_default=False),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="The formula of every figure, and what it counts.")] = False,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """How you learn, how varied your skills and contacts are, what you show: five habits, and one step for each."""
    from headway.actions.catalog import open_catalog
    from headway.actions.habits import see_habits
    from headway.actions.home import open_home
    from headway.faces.cli.pages import habits as page

    with open_home() as store:
        seen = see_habits(store, open_catalog(own), day_of(on), resume)
    if as_json:
        print_json(seen)
    else:
        page.show_habits(seen, why)
