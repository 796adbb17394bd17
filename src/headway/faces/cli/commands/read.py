"""`headway read`: what headway understands of a document, to confirm, correct and keep."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Json, Own, app, print_json

Said = list[str] | None


@app.command()
def read(
    resume: Annotated[Path, typer.Argument(metavar="RESUME", help="A résumé or a saved profile.", show_default=False)],
    confirmed: Annotated[Said, typer.Option("--confirm", metavar="SKILL[:LEVEL]", help="This is right.")] = None,
    struck: Annotated[Said, typer.Option("--deny", metavar="SKILL", help="This is wrong: strike it out.")] = None,
    added: Annotated[Said, typer.Option("--add", metavar="SKILL:LEVEL:NOTE", help="This is missing.")] = None,
    whole: Annotated[bool, typer.Option("--all", help="Every skill with its evidence.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Go through the skills one by one.")] = False,
    earlier: Annotated[
        Path | None, typer.Option("--merge", metavar="PROFILE", help="Keep the decisions of a saved profile.")
    ] = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="PROFILE", help="Write the profile there.")] = None,
    on: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="As of this day.")] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """What headway understands of a résumé, with the evidence; confirm, correct, add, and keep it for later."""
    from headway.actions.catalog import open_catalog
    from headway.actions.read import read_reviewed, save_profile
    from headway.faces.cli.pages import read as page

    catalog = open_catalog(own)
    today = on.date() if on else datetime.now().astimezone().date()
    decided = {"confirmed": confirmed or [], "struck": struck or [], "added": added or []}
    reading = read_reviewed(resume, catalog, today, **decided, earlier=earlier)
    if edit:
        for skill, answer in page.ask_about(reading.profile, catalog):
            if answer == "no":
                decided["struck"].append(skill)
            else:
                decided["confirmed"].append(skill if answer == "yes" else f"{skill}:{answer}")
        decided["added"] += page.ask_for_more()
        reading = read_reviewed(resume, catalog, today, **decided, earlier=earlier)
    file = save_profile(reading.profile, save) if save else None
    if as_json:
        print_json(reading)
    else:
        page.show_reading(reading, catalog, file, whole)
