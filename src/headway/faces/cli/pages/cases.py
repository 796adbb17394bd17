"""Careers as told beside one's own way, on a terminal."""

from __future__ import annotations

from rich.text import Text

from headway.actions.cases import CaseAnswer
from headway.faces.cli.console import make_grid, open_console, put, put_section, put_title
from headway.outlook.cases import CaseMatch, End
from headway.report.words import say_basis, say_months


def show_matches(answer: CaseAnswer) -> None:
    console = open_console()
    put_title(console, f"Careers as told, beside {answer.start or 'any start'} to {answer.end or 'any end'}")
    if not any(match.near for match in answer.matches):
        put(console, Text("None of them is near; the nearest first.", style="yellow"))
    for match in answer.matches:
        put_section(console, f"{match.case.name}, {match.case.years:g} years, as told")
        grid = make_grid(9, None)
        for label, end in (("Begins", match.start), ("Ends", match.end)):
            if end:
                grid.add_row(label, _say_end(end))
        grid.add_row("Differs", "\n".join(match.differs) or "In nothing that is told.")
        grid.add_row("Time", _say_time(match, answer))
        if match.near:
            grid.add_row("By", "; ".join(match.case.strategies))
            grid.add_row("Came to", "; ".join(match.case.results))
        note = f". {match.case.basis.note}" if match.case.basis.note else ""
        grid.add_row("Known how", f"{say_basis(match.case.basis)}{note}")
        if match.case.note and match.near:
            grid.add_row("Note", match.case.note)
        put(console, grid)
    console.print()
    put(console, Text(answer.says, style="dim"))
    put(console, Text("What each came to, as told: headway cases.", style="dim"))


def _say_end(end: End) -> str:
    return f"{end.likeness.capitalize()}: told as {end.told}; work alike {end.alike:.2f} of 1, where 0.5 is chance"


def _say_time(match: CaseMatch, answer: CaseAnswer) -> str:
    """The years told, and what headway counts for one's own direct way: not the same thing, and said so."""
    told = f"{match.case.years:g} years from the first title told to the last, posts on the way with them"
    if answer.months is None:
        return f"{told}."
    counted = f"{say_months(answer.months)} with {answer.hours_per_week:g} h a week"
    return f"{told}. For your direct way headway counts {counted}, judged: study, time on the job and the search."
