"""Follow a plan: keep the profile, log hours, mark what is done, and see where it stands."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json, profile_app

if TYPE_CHECKING:
    from headway.actions.track import Noted

Activity = Annotated[
    str, typer.Argument(metavar="ACTIVITY", help="A part of its name will do where it is clear.", show_default=False)
]
Why = Annotated[str | None, typer.Option("--why", help="The reason, for yourself.")]


@app.command()
def today(on: Day = None, as_json: Json = False) -> None:
    """What this week holds: planned, pinned, and waiting from before."""
    from headway.actions.home import open_home
    from headway.actions.track import see_today
    from headway.faces.cli.pages import track as page

    with open_home() as store:
        seen = see_today(store, day_of(on))
    if as_json:
        print_json(seen)
    else:
        page.show_today(seen)


@app.command()
def log(
    activity: Activity,
    hours: Annotated[str, typer.Argument(metavar="HOURS", help="2h, 1.5h, 90m or 1h30.", show_default=False)],
    on: Day = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Log hours on an activity."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.track import log_hours
    from headway.track.naming import read_hours

    spent, now = read_hours(hours), day_of(None)
    with open_home() as store:
        _show(log_hours(store, activity, spent, day_of(on), now, partial(open_catalog, own)), as_json)


@app.command()
def done(activity: Activity, on: Day = None, own: Own = None, as_json: Json = False) -> None:
    """Mark an activity as done."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.track import finish

    with open_home() as store:
        _show(finish(store, activity, day_of(on), day_of(None), partial(open_catalog, own)), as_json)


@app.command()
def drop(activity: Activity, why: Why = None, own: Own = None, as_json: Json = False) -> None:
    """Give an activity up; logging or pinning it takes it up again."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.track import drop as give_up

    with open_home() as store:
        _show(give_up(store, activity, why, day_of(None), partial(open_catalog, own)), as_json)


@app.command()
def pin(activity: Activity, own: Own = None, as_json: Json = False) -> None:
    """Hold an activity in the plan, whatever else moves."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.track import pin as hold

    with open_home() as store:
        _show(hold(store, activity, day_of(None), partial(open_catalog, own)), as_json)


@app.command()
def unpin(activity: Activity, own: Own = None, as_json: Json = False) -> None:
    """Let a pinned activity move again."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.track import unpin as let_go

    with open_home() as store:
        _show(let_go(store, activity, day_of(None), partial(open_catalog, own)), as_json)


@app.command()
def away(
    first: Annotated[datetime, typer.Argument(metavar="FROM", formats=["%Y-%m-%d"], show_default=False)],
    last: Annotated[datetime, typer.Argument(metavar="TO", formats=["%Y-%m-%d"], show_default=False)],
    why: Why = None,
    left: Annotated[float, typer.Option(metavar="HOURS", help="Hours a week that these days leave.")] = 0.0,
    as_json: Json = False,
) -> None:
    """Days without learning, or with less of it, both included: holidays, exams, an illness."""
    from headway.actions.home import open_home
    from headway.actions.track import go_away

    with open_home() as store:
        _show(go_away(store, first.date(), last.date(), why, day_of(None), left), as_json)


@app.command()
def undo(as_json: Json = False) -> None:
    """Take back what was logged or marked last."""
    from headway.actions.home import open_home
    from headway.actions.track import undo as take_back
    from headway.faces.cli.pages import track as page

    with open_home() as store:
        noted = take_back(store, day_of(None))
    if as_json:
        print_json(noted)
    else:
        page.show_undone(noted)


@app.command()
def progress(on: Day = None, as_json: Json = False) -> None:
    """Where the plan stands: activities, hours week by week, your pace."""
    from headway.actions.home import open_home
    from headway.actions.track import get_plan, see_progress
    from headway.faces.cli.pages import track as page

    with open_home() as store:
        kept, seen = get_plan(store), see_progress(store, day_of(on))
    if as_json:
        print_json(seen)
    else:
        page.show_progress(seen, kept)


@profile_app.command("save")
def save(
    resume: Annotated[Path, typer.Argument(help="PDF, DOCX, Markdown, text or JSON Resume.", show_default=False)],
    on: Day = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Read a résumé and keep the profile that it speaks for."""
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.track import save_profile
    from headway.faces.cli.pages import track as page

    with open_home() as store:
        kept = save_profile(store, resume, open_catalog(own), day_of(on))
    if as_json:
        print_json(kept)
    else:
        page.show_profile(kept)


@profile_app.command("show")
def show(as_json: Json = False) -> None:
    """The profile that is kept."""
    from headway.actions.home import open_home
    from headway.actions.track import get_profile
    from headway.faces.cli.pages import track as page

    with open_home() as store:
        kept = get_profile(store)
    if as_json:
        print_json(kept)
    else:
        page.show_profile(kept)


def _show(noted: Noted, as_json: bool) -> None:
    from headway.faces.cli.pages import track as page

    if as_json:
        print_json(noted)
    else:
        page.show_noted(noted)
