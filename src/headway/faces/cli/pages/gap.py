"""A gap on a terminal: where somebody stands, then the three lists; on one screen unless everything is asked for."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.text import Text

from headway.actions.gap import GapAnswer
from headway.catalog.model import Catalog
from headway.faces.cli.console import make_bar, make_grid, open_console, put, put_list, put_section, put_title
from headway.gap.agenda import Todo
from headway.gap.industry import IndustryGap
from headway.gap.model import GapItem, GapReport, GapStatus
from headway.gap.suppose import GapChange
from headway.postings.match import ASKED
from headway.report.words import list_words, say_basis, say_hours, say_readiness
from headway.values import Level, Slug

SHOWN_WORKED = 2
SHOWN_PROVE, SHOWN_REFRESH, SHOWN_LEARN, SHOWN_CHANGES = 3, 2, 5, 6
EVERYTHING = 10_000
INTERVAL = (
    "The interval is what misreading the document could change, four times in five; it is wider for short documents "
    "and where less is shown. It is no chance of being hired."
)
COLOURS = {
    GapStatus.MISSING: "red",
    GapStatus.NEIGHBOUR: "yellow",
    GapStatus.PARTIAL: "yellow",
    GapStatus.UNPROVEN: "yellow",
    GapStatus.STALE: "yellow",
    GapStatus.UNSEEN: "dim",
    GapStatus.MET: "green",
}
SAID = {
    GapStatus.MET: "met",
    GapStatus.STALE: "stale",
    GapStatus.UNPROVEN: "claimed but not shown",
    GapStatus.NEIGHBOUR: "covered in part by a neighbour",
    GapStatus.PARTIAL: "partial",
    GapStatus.UNSEEN: "not spoken of",
    GapStatus.MISSING: "missing",
}


def show_gap(answer: GapAnswer, catalog: Catalog, everything: bool, why: bool) -> None:
    """The page; `everything` shows every need and `why` what each number is made of."""
    console = open_console()
    report = answer.report
    put_title(console, f"{answer.name or 'You'} against {answer.title}")
    _standing(console, report)
    if answer.what_if:
        _change(console, answer.what_if, catalog)
    _todos(console, answer, EVERYTHING if everything or why else None)
    if answer.industry:
        show_industry_gap(console, answer.industry, catalog)
    if why:
        _why(console, report, catalog)
        put_list(console, "Sources", [f"{s.slug}: {s.name}, {s.publisher}, {s.date}" for s in answer.sources])
    elif everything:
        _met(console, report)
    else:
        put(console, Text("Every need with --all, the parts and sources of each number with --why.", style="dim"))
    put_list(console, "Take note", [str(problem) for problem in answer.problems])


def _standing(console: Console, report: GapReport) -> None:
    grid = make_grid(11, None)
    if report.readiness:
        grid.add_row(
            "Readiness", Text.assemble((make_bar(report.readiness.mid), "cyan"), f" {say_readiness(report.readiness)}")
        )
    else:
        grid.add_row("Readiness", f"not given: {report.refusal}.")
    grid.add_row("To learn", f"{say_hours(report.hours)} for every need")
    for gate in report.gates:
        grid.add_row(gate.name, gate.says)
    counted = Counter(item.status for item in report.items)
    said = ", ".join(f"{counted[status]} {SAID[status]}" for status in GapStatus if counted[status])
    grid.add_row("Needs", f"{len(report.items)}: {said}")
    put(console, grid)


def _todos(console: Console, answer: GapAnswer, most: int | None) -> None:
    agenda, items = answer.agenda, {item.skill: item for item in answer.report.items}
    for title, todos, shown in (
        ("To prove, as nothing in the document shows it", agenda.prove, most or SHOWN_PROVE),
        ("To refresh", agenda.refresh, most or SHOWN_REFRESH),
        ("To learn", agenda.learn, most or SHOWN_LEARN),
    ):
        if todos:
            put_section(console, title + (f" (the first {shown} of {len(todos)})" if len(todos) > shown else ""))
            grid = make_grid(len(f"{min(shown, len(todos))}."), None)
            told: set[Slug] = set()
            for number, todo in enumerate(todos[:shown], 1):
                grid.add_row(f"{number}.", _todo_text(todo, items[todo.need], todo.activity in told))
                told |= {todo.activity} if todo.activity else set()
            put(console, grid)
    if not answer.report.open:
        put_section(console, "No gap: the document shows everything that is asked")


def _todo_text(todo: Todo, item: GapItem, told: bool) -> Text:
    """A need and its next step; what that takes and leaves is not said again where it was `told` above."""
    held = "" if item.held is Level.NONE or item.held >= todo.wanted else f" from {item.held}"
    learn = f"to {todo.wanted}{held}, {say_hours(todo.hours)}" if todo.hours.p50 else f"{todo.wanted} is asked"
    if item.status is GapStatus.UNSEEN:
        learn = f"{todo.wanted} is asked"
    text = Text.assemble(
        (todo.name, "bold"),
        ": ",
        (SAID[item.status], COLOURS[item.status]),
        f"; {learn}\n",
        (f"{_weight(item, todo)}\n", "dim"),
    )
    if item.status not in (GapStatus.MISSING, GapStatus.UNSEEN):
        text.append(f"{item.reason}\n")
    hours = f", {say_hours(todo.activity_hours)}" if todo.activity_hours and not told else ""
    leaves = f". It leaves: {todo.proof}" if todo.proof and not told else ""
    return text.append(f"Next: {todo.next}{hours}{leaves}")


def _weight(item: GapItem, todo: Todo) -> str:
    """How much the market asks for it and what it is worth; of a posting only whether it requires it."""
    note = item.importance_basis.note
    if note in ASKED.values():
        return str(note)
    return f"{item.asked}; worth {_points(todo.worth)}"


def _points(worth: float) -> str:
    return "less than a point" if worth < 0.5 else f"{worth:.0f} point{'s' if round(worth) != 1 else ''}"


def _change(console: Console, change: GapChange, catalog: Catalog) -> None:
    given = list_words([f"{catalog.skills[skill].name} at {level}" for skill, level in change.given.items()])
    put_section(console, f"Supposed: {given}, shown in work")
    grid = make_grid(11, None)
    if change.readiness_before and change.readiness_after:
        before, after = say_readiness(change.readiness_before), say_readiness(change.readiness_after)
        grid.add_row("Readiness", f"{before} -> {after}")
    grid.add_row("To learn", f"{say_hours(change.hours_before)} -> {say_hours(change.hours_after)}")
    for item in change.items[:SHOWN_CHANGES]:
        turn = f"{SAID[item.before]} -> {SAID[item.after]}" if item.before != item.after else SAID[item.after]
        grid.add_row("", f"{item.name}: {turn}, credit {item.credit_before:.0%} -> {item.credit_after:.0%}")
    if not change.items:
        grid.add_row("Needs", "none is touched: the role asks for nothing of it, or as much is shown already")
    put(console, grid)


def show_industry_gap(console: Console, entry: IndustryGap, catalog: Catalog) -> None:
    """What an industry asks beside the role: its skills, what speaks for them already, what to learn, its rules."""
    put_section(console, f"To enter {entry.name}, beside the role (about {say_hours(entry.hours)})")
    _industry_skills(console, entry)
    put_list(console, "What to learn first there", entry.learn)
    rules = [f"{catalog.sources[rule.source].name} ({rule.where}): {rule.says}" for rule in entry.rules]
    put_list(console, "Rules to know", rules)


def show_industry_skills(entry: IndustryGap) -> None:
    console = open_console()
    put_section(console, f"What your document shows of it (to add: about {say_hours(entry.hours)})")
    _industry_skills(console, entry)


def _industry_skills(console: Console, entry: IndustryGap) -> None:
    grid = make_grid(24, None)
    if entry.worked:
        more = f" and {len(entry.worked) - SHOWN_WORKED} more" if len(entry.worked) > SHOWN_WORKED else ""
        years = f"{entry.years:g} years: " if entry.years else ""
        grid.add_row(Text("Work there", style="bold"), f"{years}{'; '.join(entry.worked[:SHOWN_WORKED])}{more}")
    for item in entry.skills:
        found = Text.assemble((SAID[item.status], COLOURS[item.status]), ". ", item.reason)
        if item.evidence and item.evidence[0].quote:
            found.append(f"\n“{item.evidence[0].quote}”", style="dim italic")
        grid.add_row(Text(item.name, style="bold"), found)
    put(console, grid)


def _met(console: Console, report: GapReport) -> None:
    lines = [f"{item.name}: {item.reason}" for item in report.items if item.status is GapStatus.MET]
    put_list(console, "Met", lines)


def _why(console: Console, report: GapReport, catalog: Catalog) -> None:
    total = sum(item.importance for item in report.items)
    covered = sum(item.importance * item.credit for item in report.items)
    put_section(console, f"Why: {covered:.2f} of {total:.2f} in weights are covered" if report.readiness else "Why")
    if report.readiness:
        put(console, Text(INTERVAL, style="dim"))
    for item in report.items:
        put(console, Text.assemble((item.name, "bold"), f", {SAID[item.status]}"))
        grid = make_grid(1, None)
        for line in _grounds(item, catalog):
            grid.add_row("-", line)
        put(console, grid)


def _grounds(item: GapItem, catalog: Catalog) -> list[str]:
    """Where each number of a need is from, and what it is made of."""
    effort = catalog.efforts[catalog.skills[item.learned].effort].basis
    lines = [
        f"weight {item.importance:.2f}: {_ground(item.importance_basis.note, say_basis(item.importance_basis))}",
        f"level {item.wanted}: {_ground(item.level_basis.note, say_basis(item.level_basis))}",
        f"credit {item.credit:.2f}{_parts(item, catalog)}. {item.reason}",
        *(f"evidence, {e.kind}{f', {e.place}' if e.place else ''}: “{e.quote}”" for e in item.evidence[:2] if e.quote),
    ]
    if item.near:
        lines.append(f"neighbour: {_ground(item.near.basis.note, say_basis(item.near.basis))}")
    if item.hours.p50:
        lines.append(f"hours {say_hours(item.hours)}: {_ground(effort.note, say_basis(effort))}")
    return lines


def _ground(note: str | None, basis: str) -> str:
    return f"{basis}: {note}" if note else basis


def _parts(item: GapItem, catalog: Catalog) -> str:
    parts = item.parts
    if parts is None:
        return " for silence about a soft skill" if item.status is GapStatus.UNSEEN else ""
    said = [f"level {parts.reached:.2f}", f"proof {parts.proof:.2f}", f"recency {parts.freshness:.2f}"]
    if parts.carried < 1.0:
        said.append(f"carried over {parts.carried:.2f}")
    return f" from {catalog.skills[parts.skill].name} = " + " x ".join(said)
