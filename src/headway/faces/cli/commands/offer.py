"""`headway offer`: what an offer pays, offers side by side, offers kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from headway.faces.cli.app import Day, Json, app, day_of, print_json, print_json_list

offer_app = typer.Typer(help="Offers: what they pay, side by side, kept.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(offer_app, name="offer")

File = Annotated[Path, typer.Argument(metavar="FILE", help="An offer in TOML or JSON.", show_default=False)]


@offer_app.command("new")
def offer_new() -> None:
    """A template of an offer, to be filled in."""
    from headway.actions.offer import read_template

    sys.stdout.write(read_template())


@offer_app.command("show")
def offer_show(file: File, as_json: Json = False) -> None:
    """What one offer pays, year by year, before tax."""
    from headway.actions.offer import read_offer
    from headway.faces.cli.pages import offer as page

    found = read_offer(file)
    if as_json:
        print_json(found)
    else:
        page.show_offer(found)


@offer_app.command("compare")
def offer_compare(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILES…", help="Two to five files, or keys of kept offers.", show_default=False),
    ],
    currency: Annotated[
        str | None, typer.Option("--currency", metavar="XXX", help="Compare in this currency; else the first offer's.")
    ] = None,
    rate: Annotated[
        list[str] | None,
        typer.Option("--rate", metavar="EUR=0.92", help="Your rate for one US dollar. May be repeated."),
    ] = None,
    price_level: Annotated[
        list[str] | None,
        typer.Option("--price-level", metavar="DE=0.85", help="Prices of a country against US=1. May be repeated."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Also write it as Markdown.")] = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Two to five offers: four years and year one, scenarios, and what must hold for one to beat another."""
    from headway.actions.offer import compare_offers, save_text
    from headway.faces.cli.pages import offer as page
    from headway.report.offers import write_comparison

    comparison = compare_offers(files, currency, rate or (), price_level or ())
    if out:
        save_text(out, write_comparison(comparison, day_of(on)))
    if as_json:
        print_json(comparison)
    else:
        page.show_comparison(comparison, out)


@offer_app.command("add")
def offer_add(
    file: File, key: Annotated[str | None, typer.Option("--as", metavar="KEY", help="Keep it by this key.")] = None
) -> None:
    """Keeps an offer, or replaces the one of its key."""
    from headway.actions.offer import keep_offer

    print(f"kept as {keep_offer(file, key)}")


@offer_app.command("list")
def offer_list(as_json: Json = False) -> None:
    """The offers kept, with their four-year averages."""
    from headway.actions.offer import list_offers
    from headway.faces.cli.pages import offer as page

    kept = list_offers()
    if as_json:
        print_json_list(kept)
    else:
        page.show_kept(kept)
