"""The commands. Heavy imports wait inside them, so that `headway --help` answers at once."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from headway.values import Value

app = typer.Typer(
    help="A local-first career navigator for AI and ML professionals.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
catalog_app = typer.Typer(help="Look after the catalog.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(catalog_app, name="catalog")

Json = Annotated[bool, typer.Option("--json", help="Print the value as JSON, alone.")]
Own = Annotated[
    Path | None,
    typer.Option("--catalog", envvar="HEADWAY_CATALOG", help="A folder of your own roles, skills, courses."),
]


@app.command()
def plan(
    resume: Annotated[Path, typer.Argument(help="PDF, DOCX, Markdown, text or JSON Resume.", show_default=False)],
    to: Annotated[str, typer.Option("--to", metavar="ROLE[:STAGE]", help="Where you want to go: see `headway roles`.")],
    start_from: Annotated[
        str | None, typer.Option("--from", metavar="ROLE[:STAGE]", help="Where you stand, if the résumé does not say.")
    ] = None,
    hours: Annotated[float | None, typer.Option("--hours", help="Hours a week you want to learn.")] = None,
    by: Annotated[datetime | None, typer.Option("--by", formats=["%Y-%m-%d"], help="A deadline.")] = None,
    budget: Annotated[
        str | None, typer.Option("--budget", metavar="'USD 500'", help="Most to spend on learning.")
    ] = None,
    country: Annotated[str, typer.Option("--country", metavar="XX", help="Pay of this country.")] = "US",
    work: Annotated[float | None, typer.Option("--work", help="Hours a week at work.")] = None,
    commute: Annotated[float | None, typer.Option("--commute", help="Hours a week on the way.")] = None,
    sleep: Annotated[float | None, typer.Option("--sleep", help="Hours a week asleep.")] = None,
    care: Annotated[float | None, typer.Option("--care", help="Hours a week for family and household.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write plan.md, plan.ics, plan.json.")
    ] = None,
    own: Own = None,
    on: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Plan as of this day.")] = None,
    as_json: Json = False,
) -> None:
    """From a résumé and a role to a dated plan: where you stand, what is missing, the routes, the weeks."""
    from headway import actions
    from headway.faces.cli import summary
    from headway.wish import make_wish

    week = {"work": work, "commute": commute, "sleep": sleep, "care": care}
    wish = make_wish(
        to=to,
        start_from=start_from,
        hours=hours,
        week={name: asked for name, asked in week.items() if asked is not None},
        by=by.date() if by else None,
        budget=budget,
        country=country,
    )
    with summary.progress(quiet=as_json) as tell:
        catalog = actions.open_catalog(own)
        journey = actions.plan_career(
            resume, wish, (on.date() if on else datetime.now().astimezone().date()), tell, catalog
        )
        files = actions.save_journey(journey, out, catalog) if out else ()
    if as_json:
        print_json(journey)
    else:
        summary.show_journey(journey, catalog, files)


@app.command()
def roles(
    track: Annotated[str | None, typer.Option("--track", help="individual or management")] = None,
    stage: Annotated[str | None, typer.Option("--stage", help="entry, mid, senior or leadership")] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Every role and stage that one can plan for."""
    from headway import actions
    from headway.faces.cli import browse

    found = actions.list_roles(actions.open_catalog(own), track, stage)
    if as_json:
        print_json_list(found)
    else:
        browse.show_roles(found)


@app.command()
def role(
    name: Annotated[str, typer.Argument(metavar="ROLE[:STAGE]", help="A role or a job title.", show_default=False)],
    why: Annotated[bool, typer.Option("--why", help="What each need rests on.")] = False,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """A role at a glance: what one does there, and what it asks."""
    from headway import actions
    from headway.catalog.lookup import find_role_stage
    from headway.faces.cli import browse

    catalog = actions.open_catalog(own)
    stage = find_role_stage(name, catalog)
    if as_json:
        print_json(stage)
    else:
        browse.show_role(stage, catalog, why)


@app.command()
def skill(
    name: Annotated[str, typer.Argument(metavar="SKILL", help="Name, alias or slug.", show_default=False)],
    own: Own = None,
    as_json: Json = False,
) -> None:
    """A skill: its names, what it stands on, hours to each level, who asks for it."""
    from headway import actions
    from headway.catalog.lookup import find_skill
    from headway.faces.cli import browse

    catalog = actions.open_catalog(own)
    found = find_skill(name, catalog)
    if as_json:
        print_json(found)
    else:
        browse.show_skill(found, catalog)


@app.command()
def learn(
    name: Annotated[str, typer.Argument(metavar="SKILL", help="Name, alias or slug.", show_default=False)],
    level: Annotated[str | None, typer.Option("--level", help="Only what leads to this level.")] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """What teaches a skill, level by level, with hours, price and proof."""
    from headway import actions
    from headway.catalog.lookup import find_skill
    from headway.faces.cli import browse

    catalog = actions.open_catalog(own)
    found, levels = find_skill(name, catalog), actions.read_levels(level)
    if as_json:
        print_json_list(actions.list_teachers(found, levels, catalog))
    else:
        browse.show_teachers(found, levels, catalog)


@app.command()
def compare(
    names: Annotated[list[str], typer.Argument(metavar="ROLE[:STAGE]...", help="Two or three.", show_default=False)],
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Two or three roles side by side, and what it takes to go from one to the other."""
    from headway import actions
    from headway.faces.cli import browse

    catalog = actions.open_catalog(own)
    comparison = actions.compare_roles(names, catalog)
    if as_json:
        print_json(comparison)
    else:
        browse.show_comparison(comparison)


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
    from headway import actions
    from headway.faces.cli import around

    catalog = actions.open_catalog(own)
    found = actions.list_communities(catalog, skill, kind)
    if as_json:
        print_json_list(found)
    else:
        around.show_communities(found, catalog)


@app.command()
def industries(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One of them.", show_default=False)] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """The industries that hire; with a name what AI does there, what to learn, and the rules."""
    from headway import actions
    from headway.catalog.lookup import find_industry
    from headway.faces.cli import around

    catalog = actions.open_catalog(own)
    found = [find_industry(name, catalog)] if name else list(catalog.industries.values())
    if as_json:
        print_json_list(found)
    elif name:
        around.show_industry(found[0], catalog)
    else:
        around.show_industries(found)


@app.command()
def claims(own: Own = None, as_json: Json = False) -> None:
    """What the career guide claims, number by number, and what independent data say of it."""
    from headway import actions
    from headway.faces.cli import around

    catalog = actions.open_catalog(own)
    if as_json:
        print_json_list(catalog.claims.values())
    else:
        around.show_claims(tuple(catalog.claims.values()), catalog)


@app.command()
def cases(own: Own = None, as_json: Json = False) -> None:
    """Careers as they are told, with the role stages nearest to them."""
    from headway import actions
    from headway.faces.cli import around

    catalog = actions.open_catalog(own)
    if as_json:
        print_json_list(catalog.cases.values())
    else:
        around.show_cases(tuple(catalog.cases.values()))


@app.command()
def title(
    name: Annotated[str, typer.Argument(metavar="TITLE", help="Any job title.", show_default=False)],
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Any job title: its occupation, role and stage, with confidence and alternatives."""
    from headway import actions
    from headway.faces.cli import around

    catalog = actions.open_catalog(own)
    answer = actions.place_job(name, catalog)
    if as_json:
        print_json(answer)
    else:
        around.show_title(answer, catalog)


@app.command()
def sources(own: Own = None, as_json: Json = False) -> None:
    """Where every figure is from, with licence and attribution."""
    from headway import actions
    from headway.faces.cli import browse

    catalog = actions.open_catalog(own)
    if as_json:
        print_json_list(catalog.sources.values())
    else:
        browse.show_sources(catalog)


@catalog_app.command("stats")
def stats(own: Own = None, as_json: Json = False) -> None:
    """How much the catalog holds, and on what."""
    from headway import actions
    from headway.catalog.statistics import count_catalog
    from headway.faces.cli import browse

    counted = count_catalog(actions.open_catalog(own))
    if as_json:
        print_json(counted)
    else:
        browse.show_statistics(counted)


@catalog_app.command("check")
def check(own: Own = None) -> None:
    """Prove that the catalog holds together; lists every fault, exit code 1 if there is one."""
    from headway import actions

    catalog = actions.open_catalog(own)
    problems = actions.check(catalog)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{len(catalog.roles)} roles, {len(catalog.skills)} skills, {len(catalog.activities)} activities: no fault.")


def print_json(value: Value) -> None:
    sys.stdout.write(value.model_dump_json(indent=2) + "\n")


def print_json_list(values: Iterable[Value]) -> None:
    sys.stdout.write("[" + ",\n".join(value.model_dump_json() for value in values) + "]\n")


def version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version as installed

        print(f"headway {installed('headway')}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A local-first career navigator for AI and ML professionals."""


def main() -> None:
    """Runs a command; every refusal is one line on standard error."""
    gc.disable()  # a command lives for a second: collecting garbage costs a tenth of it and frees little
    try:
        code = typer.main.get_command(app).main(standalone_mode=False)
    except typer.TyperException as fault:
        code = fault.exit_code
        print(f"headway: {fault.format_message()}", file=sys.stderr)
    except typer.Abort:
        code = 130
    except Exception as fault:
        from headway.errors import HeadwayError

        if not isinstance(fault, HeadwayError):
            raise
        code = fault.exit_code
        print(f"headway: {fault}", file=sys.stderr)
    sys.exit(code if isinstance(code, int) else 0)
