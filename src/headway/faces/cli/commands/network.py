"""Mentors, a plan for one's network, drafts of messages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json

network_app = typer.Typer(help="What to do for your network.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(network_app, name="network")

Resume = Annotated[
    Path | None, typer.Option("--from", metavar="RESUME", help="Your résumé; else the profile that is kept.")
]
To = Annotated[str | None, typer.Option("--to", metavar="ROLE[:STAGE]", help="The goal; else the kept plan's.")]
Companies = Annotated[
    list[str] | None, typer.Option("--company", metavar="NAME", help="Where you would like to work. May be repeated.")
]


@app.command()
def mentors(
    skill: Annotated[str | None, typer.Option("--for", metavar="SKILL", help="The skill to be mentored in.")] = None,
    stage: Annotated[
        str | None, typer.Option("--stage", help="Your own stage in it: entry, mid, senior, leadership")
    ] = None,
    resume: Resume = None,
    to: To = None,
    company: Companies = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Who could mentor you: a stage above in the skill, willing, with room; else where to look."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.network import search_for_gap, search_mentor
    from headway.errors import WrongUse
    from headway.faces.cli.pages import network as page

    if skill and (resume or to):
        raise WrongUse("--for names the skill, --from and --to find it", "give one or the other")
    catalog, today = open_catalog(own), day_of(on)
    with open_home() as store:
        if skill:
            answer = search_mentor(store, skill, catalog, today, stage, company or ())
        else:
            answer = search_for_gap(store, resume, to, catalog, today, company or ())
    if as_json:
        print_json(answer)
    else:
        page.show_mentors(answer)


@network_app.command("plan")
def network_plan(
    resume: Resume = None,
    to: To = None,
    months: Annotated[int, typer.Option("--months", help="How many months.")] = 3,
    company: Companies = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """What to do for your network each month, with names, reasons and hours."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.network import plan_people
    from headway.faces.cli.pages import network as page

    with open_home() as store:
        plan = plan_people(store, resume, to, open_catalog(own), day_of(on), months, company or ())
    if as_json:
        print_json(plan)
    else:
        page.show_plan(plan)


@network_app.command("draft")
def network_draft(
    name: Annotated[str, typer.Argument(metavar="NAME", help="To whom.", show_default=False)],
    kind: Annotated[str, typer.Option("--kind", help="reconnect, mentor, introduction or thanks")] = "reconnect",
    say: Annotated[
        list[str] | None, typer.Option("--say", metavar="FIELD=WORDS", help="What a field says. May be repeated.")
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="Your own, with {first_name}, {goal} and so on.")
    ] = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """A draft of a message, to be finished and sent by you: nothing is sent."""
    from headway.actions.home import open_home
    from headway.actions.network import draft_message
    from headway.faces.cli.pages import network as page

    with open_home() as store:
        draft = draft_message(store, name, kind, say or (), template, day_of(on))
    if as_json:
        print_json(draft)
    else:
        page.show_draft(draft)
