"""New roles on a terminal: what is asked, since when, how sure, how near, what first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from headway.actions.outlook import OutlookAnswer
from headway.catalog.model import Catalog
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.outlook.prospects import Closeness, Prospect
from headway.outlook.signals import SignalKind, Sureness
from headway.report.words import (
    list_words,
    say_basis,
    say_hours,
    say_money,
    say_months,
    say_pay_basis,
    say_projection,
    say_readiness,
)

SURE = {
    Sureness.SEEN: "seen: the title itself was counted, or is on an official list",
    Sureness.INDIRECT: "indirectly: its skills are asked for or its work is demanded; the title was not found",
    Sureness.TOLD: "by hearsay: nothing at hand shows it",
}
LABELS = {
    SignalKind.COUNTED: "Title counted",
    SignalKind.LISTED: "Listed",
    SignalKind.ASKED: "Asked for",
    SignalKind.RULED: "Demanded",
    SignalKind.TOLD: "Told",
}
KNOWN = {
    Sureness.SEEN: "Its title was seen",
    Sureness.INDIRECT: "Indirectly",
    Sureness.TOLD: "By hearsay",
}
SHOWN_GAPS = 3
ALIKE = (
    "Work alike runs from 0 to 1; 0.5 is no more alike than two roles taken blindly. Months are those of the direct "
    "way, until one has what an average advert asks, and of the search."
)


def show_outlook(answer: OutlookAnswer) -> None:
    """All new roles, a few lines each."""
    console = open_console()
    put_title(console, f"{answer.name}: new roles" if answer.name else "New roles, and what speaks for them")
    _put_standing(console, answer)
    for prospect in answer.found.prospects:
        put_section(console, _head(prospect))
        grid = make_grid(11, None)
        for label, said in _list_lines(prospect):
            grid.add_row(label, said)
        projection = _sentence(say_projection(prospect.projection, answer.found.average))
        ground = f"\n{say_basis(prospect.projection.basis)}" if prospect.projection else ""
        grid.add_row("Projection", Text.assemble(projection, (ground, "dim")))
        put(console, grid)
    console.print()
    put(console, Text(answer.found.growth, style="dim"))
    near = _is_near(answer)
    put(console, Text(ALIKE if near else "How near you are: headway outlook RESUME", style="dim"))
    put(console, Text("One in full, with every source: headway outlook --role ROLE", style="dim"))
    put_list(console, "Take note", [str(problem) for problem in answer.problems])


def show_prospect(answer: OutlookAnswer, catalog: Catalog) -> None:
    """One new role with every signal, its date and its ground."""
    console = open_console()
    for prospect in answer.found.prospects:
        put_title(console, _head(prospect))
        put(console, Text(f"{catalog.roles[prospect.role].summary} {prospect.why}"))
        _put_standing(console, answer)
        put_section(console, f"What speaks for it ({SURE[prospect.sureness]})")
        grid = make_grid(13, None)
        for signal in prospect.signals:
            note = f"; {signal.basis.note}" if signal.basis.note and signal.kind is not SignalKind.TOLD else ""
            ground = (f"\nsince {signal.since}; {say_basis(signal.basis)}{note}", "dim")
            grid.add_row(LABELS[signal.kind], Text.assemble(f"{_sentence(signal.says)}", ground))
        if prospect.silent:
            names = [catalog.sources[source].name for source in prospect.silent]
            grid.add_row("Not listed", f"{list_words(names)} {'hold' if len(names) > 1 else 'holds'} no such title.")
        put(console, grid)
        put_section(console, "Official projection")
        put(console, Text(_sentence(say_projection(prospect.projection, answer.found.average))))
        if prospect.projection:
            put(console, Text(say_basis(prospect.projection.basis), style="dim"))
        put(console, Text(answer.found.growth, style="dim"))
        if prospect.closeness:
            put_section(console, "How near you are")
            grid = make_grid(13, None)
            for label, said in _list_closeness(prospect.closeness):
                grid.add_row(label, said)
            put(console, grid)
            put(console, Text(f"The whole gap: headway gap RESUME --to {prospect.closeness.near.key}", style="dim"))
    put_list(console, "Take note", [str(problem) for problem in answer.problems])
    put_list(console, "Sources", [f"{s.slug}: {s.name}, {s.publisher}, {s.date}" for s in answer.sources])


def _put_standing(console: Console, answer: OutlookAnswer) -> None:
    grid = make_grid(11, None)
    if answer.found.standing:
        grid.add_row("You stand", f"{answer.found.standing.key}. {answer.found.standing.reason}")
    elif _is_near(answer):
        grid.add_row("You stand", "outside the catalog's roles, so nearness goes by the skills alone")
    if answer.found.refusal:
        grid.add_row("Readiness", f"not given: {answer.found.refusal}.")
    if grid.row_count:
        put(console, grid)


def _is_near(answer: OutlookAnswer) -> bool:
    return any(prospect.closeness for prospect in answer.found.prospects)


def _head(prospect: Prospect) -> str:
    return f"{prospect.name} ({prospect.closeness.near.key if prospect.closeness else prospect.role})"


def _list_lines(prospect: Prospect) -> Iterator[tuple[str, str | Text]]:
    if prospect.closeness:
        yield from list(_list_closeness(prospect.closeness))[:2]
    asked = next((s for s in prospect.signals if s.kind is SignalKind.ASKED), None)
    if asked:
        yield "Asked", Text.assemble(_sentence(asked.says), (f"\n{say_basis(asked.basis)}", "dim"))
    else:
        yield "Asked", "In no advert at hand."
    since, known = prospect.since, KNOWN[prospect.sureness]
    if since is asked:
        yield "Known", f"{known}, since {since.since}."
    else:
        said = f"{known}, since {since.since}: {_sentence(since.says)}"
        yield "Known", Text.assemble(said, (f"\n{say_basis(since.basis)}", "dim"))


def _list_closeness(closeness: Closeness) -> Iterator[tuple[str, str]]:
    near = closeness.near
    covered = f"{say_readiness(near.readiness)} covered" if near.readiness else "Readiness not given"
    alike = f"; work alike {closeness.alike:.2f}" if closeness.alike is not None and not closeness.here else ""
    here = "You are on it; its next stage: " if closeness.here else ""
    short = f"; asks for {near.years_short:g} years more than shown" if near.years_short else ""
    yield "You", f"{here}{covered}; {say_months(near.months)}, {say_hours(near.hours)} to every need{alike}{short}."
    yield "To begin", _sentence(closeness.first.next) if closeness.first else "Nothing is open."
    yield "Weighs most", f"{list_words(list(near.gaps[:SHOWN_GAPS])) or 'nothing, all is shown'}."
    if near.there:
        yield "Pay", f"median {say_money(near.there.median)} a year; {say_pay_basis(near.there.basis)}."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
