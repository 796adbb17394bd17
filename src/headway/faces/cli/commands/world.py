"""The world around the catalog: communities, industries, claims, cases, any job title."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json, print_json_list


@app.command()
def communities(
    skill: Annotated[str | None, typer.Option("--skill", help="Only where one meets this skill.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="online, forum, meetup, conference or organisation")
    ] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Where people of the field meet, on the net and on the ground."""
    from headway.actions.catalog import list_communities, open_catalog
    from headway.faces.cli.pages import world as page

    catalog = open_catalog(own)
    found = list_communities(catalog, skill, kind)
    if as_json:
        print_json_list(found)
    else:
        page.show_communities(found, catalog)


@app.command()
def industries(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One of them.", show_default=False)] = None,
    resume: Annotated[
        Path | None, typer.Option("--for", metavar="RESUME", help="Also what this résumé shows of it.")
    ] = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """The industries that hire; with a name what AI does there, what to learn, and the rules."""
    from headway.actions.catalog import open_catalog
    from headway.catalog.lookup import find_industry
    from headway.errors import WrongUse
    from headway.faces.cli.pages import world as page

    catalog = open_catalog(own)
    if resume and not name:
        raise WrongUse("--for asks which industry", "name one, as in headway industries finance --for resume.pdf")
    found = [find_industry(name, catalog)] if name else list(catalog.industries.values())
    if resume and name:
        from headway.actions.explore import enter_industry
        from headway.faces.cli.pages.gap import show_industry_skills

        entry = enter_industry(name, resume, catalog, day_of(on))
        if as_json:
            print_json(entry)
        else:
            page.show_industry(found[0], catalog)
            show_industry_skills(entry)
    elif as_json:
        print_json_list(found)
    elif name:
        page.show_industry(found[0], catalog)
    else:
        page.show_industries(found)


@app.command()
def claims(own: Own = None, as_json: Json = False) -> None:
    """What the career guide claims, number by number, and what independent data say of it."""
    from headway.actions.catalog import open_catalog
    from headway.faces.cli.pages import world as page

    catalog = open_catalog(own)
    if as_json:
        print_json_list(catalog.claims.values())
    else:
        page.show_claims(tuple(catalog.claims.values()), catalog)


@app.command()
def cases(
    start: Annotated[
        str | None, typer.Option("--from", metavar="X", help="Where you begin: a role, a title or a code.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="Y", help="Where you want to end.")] = None,
    resume: Annotated[
        Path | None, typer.Option("--for", metavar="RESUME", help="Begin where this résumé stands.")
    ] = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Careers as they are told; with --from and --to which of them begin and end near, and how they differ."""
    from headway.actions.catalog import open_catalog
    from headway.faces.cli.pages import world as page

    catalog = open_catalog(own)
    if start is not None or end is not None or resume is not None:
        from headway.actions.cases import hold_against_cases
        from headway.faces.cli.pages.cases import show_matches

        answer = hold_against_cases(catalog, day_of(on), start, end, resume)
        if as_json:
            print_json(answer)
        else:
            show_matches(answer)
    elif as_json:
        print_json_list(catalog.cases.values())
    else:
        page.show_cases(tuple(catalog.cases.values()))


@app.command()
def title(
    name: Annotated[str, typer.Argument(metavar="TITLE", help="Any job title.", show_default=False)],
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Any job title: its occupation, role and stage, with confidence and alternatives."""
    from headway.actions.catalog import open_catalog, place_job
    from headway.faces.cli.pages import world as page

    catalog = open_catalog(own)
    answer = place_job(name, catalog)
    if as_json:
        print_json(answer)
    else:
        page.show_title(answer, catalog)
