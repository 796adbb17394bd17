"""Offers on a terminal: one line by line, or up to five side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from headway.actions.offer import KeptOffer
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.pay.cash import average_of
from headway.pay.compare import Comparison
from headway.pay.offer import Offer
from headway.report.offers import (
    HOW,
    Rows,
    rows_of_leaving,
    rows_of_pay,
    rows_of_scenarios,
    rows_of_terms,
    rows_of_years,
    say_offer,
    say_verdict,
)


def show_offer(offer: Offer) -> None:
    console = open_console()
    put_title(console, offer.name)
    grid = make_grid(10, None)
    for label, said in say_offer(offer):
        grid.add_row(label, said)
    put(console, grid)
    put_list(console, "How this is counted", HOW)


def show_comparison(comparison: Comparison, out: Path | None) -> None:
    console = open_console()
    put_title(console, f"{len(comparison.sides)} offers, in {comparison.currency} before tax")
    put_list(console, "In short", say_verdict(comparison))
    for title, rows in (
        ("What each pays", rows_of_pay(comparison)),
        ("Year by year", rows_of_years(comparison)),
        ("Four-year average if things go otherwise", rows_of_scenarios(comparison)),
        ("If you leave: vested equity less what is owed back", rows_of_leaving(comparison)),
    ):
        _table(console, title, rows, comparison)
    for side, column in zip(
        comparison.sides, zip(*(cells for _, cells in rows_of_terms(comparison)), strict=True), strict=True
    ):
        labels = [label for label, _ in rows_of_terms(comparison)]
        said = "; ".join(f"{label}: {cell}" for label, cell in zip(labels, column, strict=True))
        put_list(console, f"Beside the money: {side.offer.name}", [said])
    put_list(console, "How this is counted", [*HOW, *comparison.notes])
    if out:
        put(console, Text(f"Written to {out}."))


def show_kept(kept: Sequence[KeptOffer]) -> None:
    console = open_console()
    if not kept:
        put(console, Text("No offer is kept yet: headway offer add FILE."))
        return
    put_title(console, "Offers kept, a year over four")
    grid = make_grid(20, None)
    for one in kept:
        grid.add_row(
            one.key, f"{one.offer.currency} {average_of(one.offer):,.0f}, {one.offer.role} at {one.offer.employer}"
        )
    put(console, grid)


def _table(console: Console, title: str, rows: Rows, comparison: Comparison) -> None:
    put_section(console, title)
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(min_width=20, overflow="fold")
    for _ in comparison.sides:
        table.add_column(justify="right", overflow="fold", min_width=8)
    table.add_row("", *(Text(side.offer.name, style="bold") for side in comparison.sides))
    for label, cells in rows:
        style = "" if label.startswith("  ") else "bold" if label.startswith("year ") else ""
        table.add_row(Text(label, style=style), *(Text(cell, style=style) for cell in cells))
    put(console, table)
