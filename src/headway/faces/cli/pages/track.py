"""A plan that is followed, on a terminal: this week, and where it stands. It counts, and it blames nobody."""

from __future__ import annotations

from datetime import date, timedelta

from rich.text import Text

from headway.actions.track import Noted
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.report.words import say_day, say_slot
from headway.track.events import Away, Done, Dropped, Happening, Logged, Pinned, Unpinned
from headway.track.kept import KeptPlan, KeptProfile
from headway.track.progress import ActivityProgress, Progress, State, monday_of
from headway.track.week import Item, Today

SHOWN_WEEKS = 8
SHOWN_OPEN = 8
BAR = 10
COLOURS = {State.STARTED: "cyan", State.DONE: "green", State.DROPPED: "dim", State.OPEN: ""}


def show_today(seen: Today) -> None:
    console = open_console()
    put_title(console, f"The week of {say_day(seen.monday)}, towards {seen.title}")
    if seen.away:
        until = f"until {say_day(seen.away.last)}{_reason(seen.away)}"
        left = f"You have {seen.away.left:g} h a week {until}." if seen.away.left else f"You are away {until}."
        put(console, Text(left if seen.away.left else f"{left} The plan can wait."))
    if seen.starts:
        put(console, Text(f"The plan begins on {say_day(seen.starts)}, with:"))
    if seen.finished:
        put(console, Text("Everything in the plan is done or dropped."))
    elif seen.over:
        put(console, Text("The weeks of the plan have passed; what is open still waits, in its order."))
    if seen.items:
        grid = make_grid(11, None)
        for item in seen.items:
            grid.add_row(_hours(item), _item_text(item))
        put(console, grid)
    for review in seen.reviews:
        put(console, Text(f"And {review.hours:g} h to go through {review.name} once more, from memory first."))
    for slot in seen.people:
        put(console, Text(f"And for people: {say_slot(slot)} ({slot.kind})."))
    planned = f" of {seen.hours:g} h planned" if seen.hours else ""
    put(console, Text(f"{seen.logged:g} h logged this week{planned}.", style="dim"))


def _hours(item: Item) -> str:
    return f"{item.logged:g} of {item.hours:g} h" if item.hours else f"{item.logged:g} h"


def _item_text(item: Item) -> Text:
    marks = [mark for mark, is_so in (("pinned", item.pinned), ("waiting from another week", item.waiting)) if is_so]
    text = Text.assemble((item.name, "bold"), f" ({', '.join(marks)})" if marks else "", (f"  {item.activity}", "dim"))
    if item.url and not item.waiting:
        text.append(f"\n{item.url}", style="dim")
    return text


def show_noted(noted: Noted) -> None:
    """One event in a line or two."""
    console = open_console()
    console.print(f"{_say_event(noted.event)}.")
    activity = noted.activity
    if activity and isinstance(noted.event, Logged | Done):
        of = f" of {activity.planned:g}" if activity.planned else ""
        beside = "" if activity.in_plan else " It is not in the plan; the hours count all the same."
        console.print(Text(f"{activity.logged:g}{of} h on it in all.{beside}", style="dim"))


def show_undone(noted: Noted) -> None:
    open_console().print(f"Taken back: {_say_event(noted.event)}.")


def _say_event(event: Happening) -> str:
    match event:
        case Logged(on=day, hours=hours, name=name):
            said = f"{hours:g} h logged on {name}, {say_day(day)}"
        case Done(on=day, name=name):
            said = f"{name} is done, {say_day(day)}"
        case Dropped(name=name, why=why):
            said = f"{name} is dropped{f' ({why})' if why else ''}"
        case Pinned(name=name):
            said = f"{name} is pinned"
        case Unpinned(name=name):
            said = f"{name} is no longer pinned"
        case Away(first=first, last=last, left=left):
            less = f", with {left:g} h a week left" if left else ""
            said = f"Away from {say_day(first)} to {say_day(last)}{_reason(event)}{less}"
        case _:
            said = event.what.capitalize()
    return said


def _reason(away: Away) -> str:
    return f" ({away.why})" if away.why else ""


def show_progress(seen: Progress, kept: KeptPlan) -> None:
    console = open_console()
    put_title(console, f"Towards {kept.title}")
    count = {state: sum(a.state is state for a in seen.activities if a.in_plan) for state in State}
    total = sum(count.values())
    put(
        console,
        Text(
            f"{count[State.DONE]} of {total} activities done, {count[State.STARTED]} begun, {count[State.OPEN]} open"
            + (f", {count[State.DROPPED]} dropped" if count[State.DROPPED] else "")
            + f". {seen.logged:g} h logged; the weeks so far had {seen.scheduled:g} h planned."
        ),
    )
    _activities(seen)
    _weeks(seen)
    put_section(console, "Your pace")
    put(console, Text(f"{seen.pace.says[:1].upper()}{seen.pace.says[1:]}."))
    put_list(console, "Away", [f"{say_day(a.first)} to {say_day(a.last)}{_reason(a)}" for a in seen.away])


def _activities(seen: Progress) -> None:
    console = open_console()
    put_section(console, "Activities")
    open_ones = [a for a in seen.activities if a.state is State.OPEN and not a.pinned]
    hidden = {a.activity for a in open_ones[SHOWN_OPEN:]}
    grid = make_grid(BAR, 8, None)
    for activity in sorted(seen.activities, key=lambda a: (a.state, not a.pinned)):
        if activity.activity not in hidden:
            grid.add_row(_bar(activity), Text(str(activity.state), style=COLOURS[activity.state]), _activity(activity))
    put(console, grid)
    if hidden:
        put(console, Text(f"… and {len(hidden)} more that are open", style="dim"))


def _activity(activity: ActivityProgress) -> Text:
    of = f" of {activity.planned:g}" if activity.planned else ""
    marks = "".join((", pinned" if activity.pinned else "", "" if activity.in_plan else ", beside the plan"))
    why = f": {activity.why}" if activity.why else ""
    return Text.assemble(activity.name, (f"  {activity.logged:g}{of} h{marks}{why}", "dim"))


def _bar(activity: ActivityProgress) -> Text:
    if activity.state is State.DROPPED or not activity.planned:
        return Text("")
    share = 1.0 if activity.state is State.DONE else min(1.0, activity.logged / activity.planned)
    full = min(BAR, round(share * BAR)) if share < 1 else BAR
    return Text("█" * full + "░" * (BAR - full), style=COLOURS[activity.state])


def _weeks(seen: Progress) -> None:
    if not seen.weeks:
        return
    console = open_console()
    put_section(console, "Hours logged")
    this = monday_of(seen.today)
    mondays = [this - timedelta(weeks=back) for back in range(SHOWN_WEEKS - 1, -1, -1)]
    shown = [monday for monday in mondays if monday >= min(seen.weeks)]
    most = max((seen.weeks.get(monday, 0.0) for monday in shown), default=0.0)
    grid = make_grid(7, None)
    for monday in shown:
        hours = seen.weeks.get(monday, 0.0)
        grid.add_row(
            _day(monday), Text.assemble(("█" * round(30 * hours / most if most else 0), "cyan"), f" {hours:g} h")
        )
    put(console, grid)


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def show_profile(kept: KeptProfile) -> None:
    console = open_console()
    profile = kept.profile
    put_title(console, profile.name or "A profile without a name")
    grid = make_grid(10, None)
    grid.add_row("From", f"{kept.document}, read on {say_day(kept.read_on)}")
    grid.add_row("Positions", str(len(profile.positions)))
    proven = sum(claim.proven for claim in profile.claims)
    grid.add_row("Skills", f"{len(profile.claims)}, {proven} of them shown by something")
    put(console, grid)
    put(console, Text("It lies on this machine alone. headway profile show --json prints all of it.", style="dim"))
