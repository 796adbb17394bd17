"""The application that every command registers with, the options that they share, and how values are printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, datetime
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
profile_app = typer.Typer(help="Keep who you are.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(profile_app, name="profile")

Json = Annotated[bool, typer.Option("--json", help="Print the value as JSON, alone.")]
Own = Annotated[
    Path | None,
    typer.Option("--catalog", envvar="HEADWAY_CATALOG", help="A folder of your own roles, skills, courses."),
]
Day = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day, 2026-11-23; today if left out."),
]


def day_of(said: datetime | None) -> date:
    """The day that was said, or today on this machine."""
    return said.date() if said else datetime.now().astimezone().date()


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
