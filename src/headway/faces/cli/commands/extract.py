"""`headway extract`: skills out of a text, or out of a stream of texts."""

from __future__ import annotations

from typing import Annotated

import typer

from headway.faces.cli.app import Json, Own, app


@app.command()
def extract(
    source: Annotated[
        str | None, typer.Argument(metavar="FILE|-", help="A document, or - for standard input.", show_default=False)
    ] = None,
    stream: Annotated[
        str | None, typer.Option("--jsonl", metavar="FILE|-", help="Lines of {id, text}; prints lines of {id, skills}.")
    ] = None,
    own: Own = None,
    as_json: Json = False,
) -> None:
    """The skills that a text names, with their places, and whether denied, asked for, at a level, for years."""
    from headway.faces.cli.streams import print_extract, print_lines

    if (source is None) == (stream is None):
        raise typer.BadParameter("give either a FILE (or -) or --jsonl FILE")
    if stream is not None:
        raise typer.Exit(print_lines(stream, own))
    if as_json:
        raise typer.Exit(print_extract(str(source), own))

    from headway.actions.extract import extract_document
    from headway.faces.cli.pages import extract as page

    page.show_extract(extract_document(str(source), own))
