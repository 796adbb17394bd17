"""Mentors, the plan for a network and drafts on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from headway.actions.network import MentorAnswer
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.network.drafts import OutreachDraft
from headway.network.mentors import Candidate, Introduction, Search
from headway.network.plan import NetworkPlan

SHOWN = 5


def show_mentors(answer: MentorAnswer) -> None:
    console = open_console()
    if answer.goal:
        put_title(console, f"Mentors on the way to {answer.goal}")
    if not answer.searches:
        put(console, Text("Nothing is missing that a mentor could help with."))
    if answer.goal and answer.searches:
        put(console, Text(_say_lacking(answer)))
    told: tuple[Introduction, ...] = ()
    for search in answer.searches:
        _show_search(console, search, told)
        told = told if search.candidates else search.introductions


def _say_lacking(answer: MentorAnswer) -> str:
    """Which of the gaps are without a mentor."""
    count = len(answer.searches)
    if not answer.lacking:
        return f"For each of the {count} skills that are missing most there is somebody to ask."
    with_one = count - len(answer.lacking)
    return f"Of the {count} skills that are missing most, {with_one} have somebody to ask. Nobody yet for: " + (
        "; ".join(answer.lacking) + "."
    )


def _show_search(console: Console, search: Search, told: Sequence[Introduction] = ()) -> None:
    put_title(console, f"{search.name}: you at {search.own}, a mentor from {search.least or 'nowhere'} on")
    put(console, Text(search.says))
    _put_candidates(console, "To ask", search.candidates)
    _put_candidates(console, "Never asked whether they would", () if search.candidates else search.ask_first)
    _put_candidates(console, "Willing, without room now", () if search.candidates else search.full)
    if not search.candidates:
        put_list(
            console, "Where to look", [f"{one.name}, {one.kind}, {one.cadence}: {one.url}" for one in search.meetings]
        )
        through = [f"{one.name}: {one.through} ({one.tie.lane} tie)" for one in search.introductions]
        same = "The same people as for the skill before." if search.introductions == told and told else ""
        put_list(console, "Who could introduce you", [same] if same else through)


def _put_candidates(console: Console, title: str, found: Sequence[Candidate]) -> None:
    if not found:
        return
    put_section(console, title)
    grid = make_grid(26, None)
    for one in found[:SHOWN]:
        grid.add_row(one.name, "; ".join([*([one.organisation] if one.organisation else []), *one.reasons]))
    put(console, grid)
    if len(found) > SHOWN:
        put(console, Text(f"… and {len(found) - SHOWN} more: --json has them all", style="dim"))


def show_plan(plan: NetworkPlan) -> None:
    console = open_console()
    put_title(console, f"Your network on the way to {plan.goal}")
    for month, moves in groupby(plan.moves, key=lambda move: str(move.month)):
        put_section(console, month)
        grid = make_grid(6, None)
        for move in moves:
            grid.add_row(f"{move.hours:g} h", Text.assemble(f"{move.what} ", (move.why, "dim")))
        put(console, grid)
    put(console, Text(f"\n{plan.says}"))


def show_draft(draft: OutreachDraft) -> None:
    """The text alone, so that it can be piped; what is open is told beside it."""
    print(draft.text)
    if draft.open:
        console = open_console(stderr=True)
        fields = ", ".join(f"{field}=…" for field in draft.open)
        console.print(Text(f"\nStill open, in square brackets: fill in, or --say {fields}", style="dim"))
