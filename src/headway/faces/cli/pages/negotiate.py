"""The brief of a negotiation, and pay along a route, on a terminal."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table
from rich.text import Text

from headway.actions.negotiate import BriefAnswer, GrowthAnswer
from headway.faces.cli.console import open_console, put, put_list, put_title
from headway.report.brief import list_phases
from headway.report.words import say_basis, say_money


def show_brief(answer: BriefAnswer, out: Path | None) -> None:
    console = open_console()
    put_title(console, f"{answer.brief.offer.name}: {answer.brief.title}")
    for title, lines in list_phases(answer.brief, answer.sources):
        put_list(console, title, lines)
    if out:
        put(console, Text(f"Written to {out}."))


def show_growth(answer: GrowthAnswer) -> None:
    console = open_console()
    growth = answer.growth
    put_title(console, "Median pay along the way, a year before tax")
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(width=4)
    table.add_column(overflow="fold")
    for _ in range(3):
        table.add_column(justify="right")
    percent = f"{(growth.inflation * 100).normalize():f} %"
    table.add_row("year", "stage", "real", f"with {percent}", "guide, 15 to 20 %")
    for year in growth.years:
        guide = f"{say_money(year.guide_low)} to {say_money(year.guide_high)}"
        table.add_row(str(year.year), year.title, say_money(year.real), say_money(year.nominal), guide)
    put(console, table)
    notes = [
        f"From the first stage to the last the medians rise by {growth.a_year:.1%} a year, at prices of their date. "
        "They say what stages pay, not what one person will be paid; nothing at hand follows people.",
        f"Inflation of {percent} a year is an assumption of yours (--inflation), no forecast.",
        *([answer.claim] if answer.claim else []),
        *dict.fromkeys(say_basis(basis) for basis in answer.bases),
    ]
    put_list(console, "How to read this", notes)
