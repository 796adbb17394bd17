"""A posting, and a match with it, on a terminal: required first, preferred apart, the words of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.gap.agenda import Todo
from headway.gap.model import GapStatus, GateState
from headway.postings.match import GateMatch, Match, MatchItem
from headway.postings.model import PostedGate, PostedPay, Posting, Requirement

COLOURS = {
    GapStatus.MET: "green",
    GapStatus.STALE: "yellow",
    GapStatus.UNPROVEN: "yellow",
    GapStatus.NEIGHBOUR: "yellow",
    GapStatus.PARTIAL: "yellow",
    GapStatus.UNSEEN: "dim",
    GapStatus.MISSING: "red",
    GateState.PASSED: "green",
    GateState.SHORT: "red",
    GateState.UNKNOWN: "yellow",
}
GATE_WORDS = {GateState.PASSED: "met", GateState.SHORT: "unmet", GateState.UNKNOWN: "unknown"}
MOST_TODOS = 3


def show_posting(posting: Posting) -> None:
    console = open_console()
    put_title(console, _name(posting.title, posting.employer))
    grid = make_grid(11, None)
    role = f"{posting.role}:{posting.stage}" if posting.role else "none of the catalog's"
    for label, said in (
        ("Role", role),
        ("Place", _say_place(posting)),
        ("Employment", ", ".join(posting.employment)),
        ("Pay", "; ".join(map(say_pay, posting.pay))),
    ):
        grid.add_row(label, said or "not stated")
    put(console, grid)
    for title, wanted in (("Required", True), ("Preferred", False), ("Named besides", None)):
        _put_requirements(console, title, [r for r in posting.requirements if r.required is wanted])
    if posting.gates:
        put_section(console, "Gates, which no learning opens")
        gates = make_grid(26, None)
        for gate in posting.gates:
            gates.add_row(_say_gate(gate), Text(gate.quote.text, style="dim"))
        put(console, gates)


def _put_requirements(console: Console, title: str, requirements: Sequence[Requirement]) -> None:
    if not requirements:
        return
    put_section(console, title)
    grid = make_grid(26, 12, None)
    for asked in requirements:
        grid.add_row(asked.name, Text(say_asked(asked), style="cyan"), Text(asked.quote.text, style="dim"))
    put(console, grid)


def _say_place(posting: Posting) -> str:
    place, workplace = posting.place or "", posting.workplace or ""
    return place if workplace and workplace in place.lower() else ", ".join(filter(None, (place, workplace)))


def say_asked(asked: Requirement) -> str:
    """`3 years`, `expert`; nothing where the posting gives neither."""
    years = "" if asked.years is None else "1 year" if asked.years == 1 else f"{asked.years:g} years"
    level = str(asked.level) if asked.rule == "stated" else ""
    return ", ".join(part for part in (years, level) if part)


def say_pay(pay: PostedPay) -> str:
    if pay.low and pay.high and pay.low != pay.high:
        said = f"{pay.low} to {pay.high.amount:,}"
    elif pay.low and pay.high:
        said = str(pay.low)
    else:
        said = f"from {pay.low}" if pay.low else f"up to {pay.high}"
    return f"{said} a{'n' if pay.period == 'hour' else ''} {pay.period}" + (
        "" if pay.period_stated else ", as it seems"
    )


def _say_gate(gate: PostedGate) -> str:
    return gate.says + ("" if gate.required else " (preferred)")


def _name(title: str | None, employer: str | None) -> str:
    return f"{title or 'A posting'}{f', {employer}' if employer else ''}"


def show_match(match: Match) -> None:
    console = open_console()
    who = f"{match.name}: " if match.name else ""
    put_title(console, f"{who}{_name(match.title, match.employer)}")
    put(console, Text(_summary(match)))
    for title, wanted in (("Required", True), ("Preferred", False)):
        _put_items(console, title, [item for item in match.items if item.requirement.required is wanted])
    put_list(console, "Named besides", _list_named([item for item in match.items if item.requirement.required is None]))
    if match.gates:
        put_section(console, "Gates, which no learning opens")
        grid = make_grid(9, None)
        for gate in match.gates:
            grid.add_row(Text(GATE_WORDS[gate.state], style=COLOURS[gate.state]), _gate_text(gate))
        put(console, grid)
    put_list(console, "Show first", [_say_todo(todo) for todo in match.agenda.prove[:MOST_TODOS]])
    put_list(console, "Refresh first", [_say_todo(todo) for todo in match.agenda.refresh[:MOST_TODOS]])
    put_list(console, "Learn first", [_say_todo(todo) for todo in match.agenda.learn[:MOST_TODOS]])
    put_list(console, "Take note", match.notes)


def _summary(match: Match) -> str:
    """Counts, and nothing made of them."""
    required = [item for item in match.items if item.requirement.required]
    met = sum(item.status is GapStatus.MET for item in required)
    open_gates = sum(gate.state is not GateState.PASSED for gate in match.gates)
    parts = [f"{met} of {len(required)} required skills are met"] if required else []
    if match.gates:
        parts.append(f"{open_gates} of {len(match.gates)} gates {'is' if open_gates == 1 else 'are'} unmet or unknown")
    return "; ".join(parts) + "." if parts else "The posting asks nothing that can be compared."


def _put_items(console: Console, title: str, items: Sequence[MatchItem]) -> None:
    if not items:
        return
    put_section(console, title)
    grid = make_grid(9, None)
    for item in items:
        grid.add_row(Text(str(item.status), style=COLOURS[item.status]), _item_text(item))
    put(console, grid)


def _list_named(items: Sequence[MatchItem]) -> list[str]:
    """What the posting only names, in a line for each status."""
    names: dict[GapStatus, list[str]] = {}
    for item in items:
        names.setdefault(item.status, []).append(item.requirement.name)
    return [
        f"{status}: {', '.join(named)}" for status, named in sorted(names.items(), key=lambda pair: _RANKS[pair[0]])
    ]


_RANKS = {status: rank for rank, status in enumerate(GapStatus)}


def _item_text(item: MatchItem) -> Text:
    asked = say_asked(item.requirement)
    text = Text.assemble((item.requirement.name, "bold"), f" ({asked})" if asked else "")
    if item.requirement.quote.text != item.requirement.name:
        text.append(f"\nasked: {item.requirement.quote.text}", style="dim")
    if item.status is not GapStatus.MISSING and (item.status is not GapStatus.MET or item.requirement.years):
        text.append(f"\n{item.reason}")
    if item.evidence:
        place = item.evidence[0].place
        text.append(f"\nyours: {item.evidence[0].quote}" + (f" ({place})" if place else ""), style="dim")
    return text


def _gate_text(match: GateMatch) -> Text:
    text = Text.assemble((_say_gate(match.gate), "bold"), (f"\nasked: {match.gate.quote.text}", "dim"))
    text.append(f"\n{match.reason}")
    if match.evidence:
        text.append(f"\nyours: {match.evidence}", style="dim")
    return text


def _say_todo(todo: Todo) -> str:
    return f"{todo.name}: {todo.next}"
