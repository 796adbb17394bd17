"""One's own data as a whole: backup, restore, export, import."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Json, Own, app, print_json


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.", show_default=False)],
    as_json: Json = False,
) -> None:
    """Everything that headway keeps, in one checksummed file; also while others write."""
    from headway.actions.data import back_up
    from headway.actions.home import home_folder
    from headway.faces.cli.pages import data as page

    manifest = back_up(home_folder(), file, datetime.now(UTC))
    if as_json:
        print_json(manifest)
    else:
        page.show_backup(manifest, file)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `headway backup` wrote.", show_default=False)],
    as_json: Json = False,
) -> None:
    """Bring a backup back, proven whole first; what is there now is kept aside."""
    from headway.actions.data import restore as bring_back
    from headway.actions.home import home_folder
    from headway.faces.cli.pages import data as page

    restored = bring_back(file, home_folder(), datetime.now(UTC))
    if as_json:
        print_json(restored)
    else:
        page.show_restored(restored)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write it.", show_default=False)],
    own: Own = None,
    as_json: Json = False,
) -> None:
    """Everything of yours in open formats: JSON, people as vCards, the plan as CSV and iCalendar."""
    from headway.actions.catalog import open_catalog
    from headway.actions.data import export as write_out
    from headway.actions.home import open_home
    from headway.faces.cli.pages import data as page

    with open_home() as store:
        contents, files = write_out(store, folder, datetime.now(UTC), lambda: open_catalog(own))
    if as_json:
        print_json(contents)
    else:
        page.show_exported(contents, files)


@app.command("import")
def take_in(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What `headway export` wrote.", show_default=False)],
    as_json: Json = False,
) -> None:
    """Take an export in, all of it or nothing."""
    from headway.actions.data import take_in as read_in
    from headway.actions.home import open_home
    from headway.faces.cli.pages import data as page

    with open_home() as store:
        contents = read_in(store, folder)
    if as_json:
        print_json(contents)
    else:
        page.show_imported(contents)
