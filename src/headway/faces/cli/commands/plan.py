"""`headway plan`: the main job."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from headway.faces.cli.app import Json, Own, app, day_of, print_json

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.errors import Problem
    from headway.plan.terms import OwnActivity
    from headway.wish import Wish


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
    pin: Annotated[
        list[str] | None, typer.Option("--pin", metavar="ACTIVITY", help="This is to be in the plan; repeatable.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", metavar="ACTIVITY", help="This is not to be in it; repeatable.")
    ] = None,
    mine: Annotated[
        Path | None, typer.Option("--own", metavar="FILE", help="Activities of your own: see docs/planning.md.")
    ] = None,
    absent: Annotated[
        list[str] | None, typer.Option("--away", metavar="FROM..TO[=HOURS]", help="Days without learning; repeatable.")
    ] = None,
    network: Annotated[
        float | None, typer.Option("--network-hours", help="Hours a week kept for people.", show_default=False)
    ] = None,
    free: Annotated[
        str | None, typer.Option("--free", metavar="'Tue 19-21, Sat 9-12'", help="Where the calendar puts sessions.")
    ] = None,
    zone: Annotated[str | None, typer.Option("--tz", help="The time zone of --free, Europe/Berlin.")] = None,
    alarm: Annotated[int | None, typer.Option("--alarm", help="Minutes before a session to ring.")] = None,
    curve: Annotated[bool, typer.Option("--curve", help="What an hour more a week would buy.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write plan.md, plan.ics, plan.json.")
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep profile and plan, to follow with today, log and progress.")
    ] = False,
    own: Own = None,
    on: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Plan as of this day.")] = None,
    as_json: Json = False,
) -> None:
    """From a résumé and a role to a dated plan: where you stand, what is missing, the routes, the weeks."""
    from headway.actions.catalog import open_catalog
    from headway.actions.plan import mix_own, name_activities, plan_career, save_journey
    from headway.faces.cli.pages import plan as page
    from headway.wish import make_wish

    said = {"work": work, "commute": commute, "sleep": sleep, "care": care}
    week = {name: asked for name, asked in said.items() if asked is not None}
    today = day_of(on)

    def wish_with(week: dict[str, float], catalog: Catalog) -> Wish:
        wish = make_wish(
            to=to,
            start_from=start_from,
            hours=hours,
            week=week,
            by=by.date() if by else None,
            budget=budget,
            country=country,
            away=absent or (),
            network=network or 0.0,
            free=free,
            zone=zone,
            alarm=alarm,
        )
        pins, barred = (name_activities(names or (), catalog) for names in (pin, exclude))
        return wish.change(own=activities, pin=pins, exclude=barred)

    with page.progress(quiet=as_json) as tell:
        catalog = open_catalog(own)
        activities: tuple[OwnActivity, ...] = ()
        faults: tuple[Problem, ...] = ()
        if mine:
            catalog, activities, faults = mix_own(catalog, mine)
        if keep:
            from headway.actions.home import open_home
            from headway.actions.people import read_contacts
            from headway.actions.slots import keep_usual_hours, name_slots
            from headway.actions.track import keep_journey, read_versions, read_week

            with open_home() as store:
                seen, known = read_versions(store), read_week(store, today)
                budgeted = known.budget.model_dump() if known.budget else {}
                wish = known.add_to(wish_with(budgeted | week, catalog))
                contacts = read_contacts(store) if network != 0 else ()
                if contacts and network is None:
                    wish = keep_usual_hours(wish, known.lived)
                journey = plan_career(resume, wish, today, tell, catalog, known.lived, known.away, curve, contacts)
                keep_journey(store, journey, resume.name, seen)
                named = name_slots(store, journey.plan.people)
                journey = journey.change(plan=journey.plan.change(people=named))
        else:
            journey = plan_career(resume, wish_with(week, catalog), today, tell, catalog, curve=curve)
        journey = journey.change(problems=(*faults, *journey.problems)) if faults else journey
        files = save_journey(journey, out, catalog) if out else ()
    if as_json:
        print_json(journey)
    else:
        page.show_journey(journey, catalog, files)
        if keep:
            before = " in place of the plan before" if seen.plan else ""
            print(f"\nKept{before}. Follow it with headway today, log, done and progress.")
