"""The week, check-ins and balance."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from headway.faces.cli.app import Day, Json, app, day_of, print_json

if TYPE_CHECKING:
    from headway.wellbeing.checkin import CheckIn

ASKED = {
    "work": ("--work", "Work, hours in the last seven days", 40.0),
    "search": ("--search", "Job search, hours", 0.0),
    "sleep": ("--sleep", "Sleep, hours in the last seven days (seven a night are 49)", 52.0),
    "movement": ("--movement", "Movement, hours", 2.5),
    "social": ("--company", "Company of family and friends, hours", 5.0),
    "strain": ("--strain", "Strain, 1 calm to 5 hardly bearable", 2),
}
"""Each part of a check-in: its option, the question, and the answer offered the first time."""
WORST = 5
"""The most strain there is a number for; strain is whole."""


@app.command()
def week(
    work: Annotated[float | None, typer.Option("--work", help="Hours a week at work.")] = None,
    search: Annotated[float | None, typer.Option("--search", help="Hours a week of job search.")] = None,
    commute: Annotated[float | None, typer.Option("--commute", help="Hours a week on the way.")] = None,
    sleep: Annotated[float | None, typer.Option("--sleep", help="Hours a week asleep.")] = None,
    care: Annotated[float | None, typer.Option("--care", help="Hours a week for family and household.")] = None,
    movement: Annotated[float | None, typer.Option("--movement", help="Hours a week of moderate activity.")] = None,
    company: Annotated[float | None, typer.Option("--company", help="Hours a week with others.")] = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Where the 168 hours go, and what they leave to learn; options change the budget and keep it."""
    from headway.actions.home import open_home
    from headway.actions.wellbeing import see_week, set_week
    from headway.faces.cli.pages import wellbeing as page

    said = {"work": work, "search": search, "commute": commute, "sleep": sleep, "care": care}
    said |= {"movement": movement, "social": company}
    changes = {name: hours for name, hours in said.items() if hours is not None}
    with open_home() as store:
        if changes:
            set_week(store, changes)
        seen = see_week(store, day_of(on))
    if as_json:
        print_json(seen)
    else:
        page.show_week(seen)


@app.command()
def checkin(
    work: Annotated[float | None, typer.Option("--work", help="Hours of work in the last seven days.")] = None,
    search: Annotated[float | None, typer.Option("--search", help="Hours of job search beside work.")] = None,
    sleep: Annotated[float | None, typer.Option("--sleep", help="Hours of sleep in them.")] = None,
    movement: Annotated[float | None, typer.Option("--movement", help="Hours of moderate activity.")] = None,
    company: Annotated[float | None, typer.Option("--company", help="Hours with family and friends.")] = None,
    strain: Annotated[int | None, typer.Option("--strain", help="1 calm to 5 hardly bearable.")] = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Look back on seven days in under a minute; asks for what no option says."""
    from headway.actions.home import open_home
    from headway.actions.wellbeing import check_in, last_check_in
    from headway.faces.cli.pages import wellbeing as page

    given: dict[str, float | None] = {
        "work": work,
        "search": search,
        "sleep": sleep,
        "movement": movement,
        "social": company,
        "strain": strain,
    }
    with open_home() as store:
        said = _ask(given, last_check_in(store))
        balance = check_in(store, {"on": day_of(on), **said}, day_of(None))
    if as_json:
        print_json(balance)
    else:
        page.show_checked_in(balance)


def _ask(given: dict[str, float | None], last: CheckIn | None) -> dict[str, float]:
    """What was given, and answers to questions for the rest; in a pipe, WrongUse names what is missing.

    Job search is asked for only where there was some the last time.
    """
    from headway.errors import WrongUse

    unasked = () if last and last.search else ("search",)
    missing = [name for name, value in given.items() if value is None and name not in unasked]
    if missing and not sys.stdin.isatty():
        options = ", ".join(ASKED[name][0] for name in missing)
        raise WrongUse(f"the check-in lacks {options}", "give them, or run it in a terminal to be asked")
    answers = {name: value for name, value in given.items() if value is not None}
    for name in missing:
        _, question, usual = ASKED[name]
        offered = getattr(last, name, usual)
        low, high = (1, WORST) if name == "strain" else (0, 168)
        answers[name] = typer.prompt(question, default=f"{offered:g}", value_proc=partial(_read, low, high), err=True)
    return answers


def _read(low: int, high: int, text: str) -> float:
    """A number within bounds; BadParameter asks again."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = -1
    if not low <= number <= high or (high == WORST and number % 1):
        raise typer.BadParameter(f"a {'whole ' if high == WORST else ''}number from {low} to {high}, please")
    return number


@app.command()
def balance(
    on: Day = None,
    plain: Annotated[bool, typer.Option("--plain", help="Words and numbers alone, without charts.")] = False,
    as_json: Json = False,
) -> None:
    """How the last weeks were: medians over four weeks against sourced guardrails."""
    from headway.actions.home import open_home
    from headway.actions.wellbeing import see_balance
    from headway.faces.cli.pages import wellbeing as page

    asked: date = day_of(on)
    with open_home() as store:
        seen = see_balance(store, asked)
    if as_json:
        print_json(seen)
    else:
        page.show_balance(seen, plain)
