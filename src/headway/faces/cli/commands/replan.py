"""`headway replan` and `headway retro`: the kept plan again after what happened, and a look back each quarter."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json


@app.command()
def replan(
    hours: Annotated[float | None, typer.Option("--hours", help="Other hours a week from now on.")] = None,
    by: Annotated[datetime | None, typer.Option("--by", formats=["%Y-%m-%d"], help="A new deadline.")] = None,
    afresh: Annotated[
        bool, typer.Option("--afresh", help="Plan from scratch; nothing has to stay where it was.")
    ] = False,
    dry: Annotated[bool, typer.Option("--dry", help="Show what would move and keep the plan as it is.")] = False,
    on: Day = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Make the kept plan again after missed weeks, illness or changes: what moves, and why."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.replan import replan as make_again
    from headway.faces.cli.pages import replan as page

    with open_home() as store:
        deadline = by.date() if by else None
        change = make_again(store, open_catalog(own), day_of(on), hours, deadline, keep=not dry, afresh=afresh)
    if as_json:
        print_json(change)
    else:
        page.show_replan(change, dry)


@app.command()
def retro(
    note: Annotated[str | None, typer.Option("--note", help="What you make of it, for yourself.")] = None,
    dry: Annotated[bool, typer.Option("--dry", help="Look back and record nothing.")] = False,
    on: Day = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Look back on a quarter: what was learned against the plan, and whether the target is still right."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.replan import retro as look_back
    from headway.faces.cli.pages import replan as page

    with open_home() as store:
        seen = look_back(store, open_catalog(own), day_of(on), note, keep=not dry)
    if as_json:
        print_json(seen)
    else:
        page.show_retro(seen)
