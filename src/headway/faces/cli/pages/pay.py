"""Pay bands on a terminal: each as a bar on one scale, with the same figures in words."""

from __future__ import annotations

from decimal import Decimal

from rich.text import Text

from headway.actions.pay import PayAnswer
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.pay.model import Band, Origin
from headway.report.words import say_band, say_basis

WIDE = 56
SAID = {
    Origin.COLLECTED: "collected",
    Origin.ESTIMATED: "estimated, few rows",
    Origin.ANCHORED: "collected, at official level",
    Origin.OFFICIAL: "official, all stages",
}


def show_pay(answer: PayAnswer, why: bool) -> None:
    console = open_console()
    put_title(console, f"{answer.title}: a year's pay before tax, {answer.area or answer.country}")
    for currency in dict.fromkeys(_currency(band) for band in answer.bands):
        bands = [band for band in answer.bands if _currency(band) == currency]
        known = [money.amount for band in bands for money in band.percentiles if money]
        low, high = min(known), max(known)
        put_section(
            console, f"{currency} {low / 1000:,.0f}k to {high / 1000:,.0f}k; ├ p10, ▒ middle half, █ median, p90 ┤"
        )
        for band in bands:
            put(console, Text.assemble((SAID[band.origin], "bold"), f": {band.title}"))
            grid = make_grid(1, None)
            grid.add_row("", Text(draw_band(band, low, high, WIDE), style="cyan"))
            grid.add_row("", f"{say_band(band)}; {say_basis(band.basis)}")
            put(console, grid)
    if why:
        put_list(console, "How each is known", [f"{SAID[b.origin]}: {_ground(b)}" for b in answer.bands])
        put_list(console, "Why they differ", answer.apart)
        put_list(console, "Sources", [f"{s.slug}: {s.name}, {s.publisher}, {s.date}" for s in answer.sources])
    elif answer.apart:
        put_section(console, "Two sources")
        put(console, Text(answer.apart[0]))
        put(console, Text("Why they differ, and how each is known: --why.", style="dim"))


def draw_band(band: Band, low: Decimal, high: Decimal, wide: int) -> str:
    """`   ├──▒▒█▒▒▒───┤` from `low` to `high`; what is withheld is not drawn."""
    step = (high - low) / (wide - 1) or Decimal(1)
    at = [
        None if money is None else int(((money.amount - low) / step).to_integral_value()) for money in band.percentiles
    ]
    line = [" "] * wide
    p10, p25, p50, p75, p90 = at
    known = [place for place in at if place is not None]
    for place in range(min(known), max(known) + 1):
        line[place] = "─"
    if p25 is not None and p75 is not None:
        for place in range(p25, p75 + 1):
            line[place] = "▒"
    for sign, marked in (("├", p10), ("┤", p90), ("█", p50)):
        if marked is not None:
            line[marked] = sign
    return "".join(line).rstrip()


def _currency(band: Band) -> str:
    return next(money.currency for money in band.percentiles if money)


def _ground(band: Band) -> str:
    return f"{band.note} {band.basis.note or ''}".strip()
