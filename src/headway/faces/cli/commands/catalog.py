"""The catalog: roles, skills, what teaches them, where figures are from, and its upkeep."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, catalog_app, day_of, print_json, print_json_list


@app.command()
def roles(
    track: Annotated[str | None, typer.Option("--track", help="individual or management")] = None,
    stage: Annotated[str | None, typer.Option("--stage", help="entry, mid, senior or leadership")] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Every role and stage that one can plan for."""
    from headway.actions.catalog import list_roles, open_catalog
    from headway.faces.cli.pages import catalog as page

    found = list_roles(open_catalog(own), track, stage)
    if as_json:
        print_json_list(found)
    else:
        page.show_roles(found)


@app.command()
def role(
    name: Annotated[str, typer.Argument(metavar="ROLE[:STAGE]", help="A role or a job title.", show_default=False)],
    why: Annotated[bool, typer.Option("--why", help="What each need rests on.")] = False,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """A role at a glance: what one does there, and what it asks."""
    from headway.actions.catalog import open_catalog
    from headway.catalog.lookup import find_role_stage
    from headway.faces.cli.pages import catalog as page

    catalog = open_catalog(own)
    stage = find_role_stage(name, catalog)
    if as_json:
        print_json(stage)
    else:
        page.show_role(stage, catalog, why)


@app.command()
def skill(
    name: Annotated[str, typer.Argument(metavar="SKILL", help="Name, alias or slug.", show_default=False)],
    own: Own = None,
    as_json: Json = False,
) -> None:
    """A skill: its names, what it stands on, hours to each level, who asks for it."""
    from headway.actions.catalog import open_catalog, view_skill
    from headway.catalog.lookup import find_skill
    from headway.faces.cli.pages import catalog as page

    catalog = open_catalog(own)
    found = find_skill(name, catalog)
    if as_json:
        print_json(view_skill(found, catalog))
    else:
        page.show_skill(found, catalog)


@app.command()
def learn(
    name: Annotated[str, typer.Argument(metavar="SKILL", help="Name, alias or slug.", show_default=False)],
    level: Annotated[str | None, typer.Option("--level", help="Only what leads to this level.")] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """What teaches a skill, level by level, with hours, price and proof."""
    from headway.actions.catalog import list_teachers, open_catalog, read_levels
    from headway.catalog.lookup import find_skill
    from headway.faces.cli.pages import catalog as page

    catalog = open_catalog(own)
    found, levels = find_skill(name, catalog), read_levels(level)
    if as_json:
        print_json_list(list_teachers(found, levels, catalog))
    else:
        page.show_teachers(found, levels, catalog)


@app.command()
def compare(
    names: Annotated[list[str], typer.Argument(metavar="ROLE[:STAGE]...", help="Two or three.", show_default=False)],
    resume: Annotated[
        Path | None, typer.Option("--for", metavar="RESUME", help="As somebody with this résumé sees them.")
    ] = None,
    country: Annotated[str, typer.Option("--country", metavar="XX", help="Pay of this country, with --for.")] = "US",
    hours: Annotated[float | None, typer.Option("--hours", help="Hours a week you want to learn, with --for.")] = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Two or three roles side by side, and what it takes to go from one to the other, or from where you are."""
    from headway.actions.catalog import compare_roles, open_catalog
    from headway.faces.cli.pages import catalog as page

    catalog = open_catalog(own)
    if resume:
        from headway.actions.explore import compare_for
        from headway.faces.cli.pages.explore import show_aims

        aims = compare_for(names, resume, catalog, day_of(on), country, hours)
        print_json(aims) if as_json else show_aims(aims, country.upper())
        return
    comparison = compare_roles(names, catalog)
    if as_json:
        print_json(comparison)
    else:
        page.show_comparison(comparison)


@app.command()
def sources(own: Own = None, as_json: Json = False) -> None:
    """Where every figure is from, with licence and attribution."""
    from headway.actions.catalog import open_catalog
    from headway.faces.cli.pages import catalog as page

    catalog = open_catalog(own)
    if as_json:
        print_json_list(catalog.sources.values())
    else:
        page.show_sources(catalog)


@catalog_app.command("stats")
def stats(own: Own = None, as_json: Json = False) -> None:
    """How much the catalog holds, and on what."""
    from headway.actions.catalog import open_catalog
    from headway.catalog.statistics import count_catalog
    from headway.faces.cli.pages import catalog as page

    counted = count_catalog(open_catalog(own))
    if as_json:
        print_json(counted)
    else:
        page.show_statistics(counted)


@catalog_app.command("check")
def check(own: Own = None) -> None:
    """Prove that the catalog holds together; lists every fault, exit code 1 if there is one."""
    from headway.actions.catalog import check as check_catalog
    from headway.actions.catalog import open_catalog

    catalog = open_catalog(own)
    problems = check_catalog(catalog)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{len(catalog.roles)} roles, {len(catalog.skills)} skills, {len(catalog.activities)} activities: no fault.")
