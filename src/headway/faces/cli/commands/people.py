"""People: who one knows, who is due, files of contacts in and out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from headway.faces.cli.app import Day, Json, Own, app, day_of, print_json, print_json_list

people_app = typer.Typer(help="The people you know, kept on this machine.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(people_app, name="people")

Who = Annotated[str, typer.Argument(metavar="NAME", help="Name, with the organisation if need be.", show_default=False)]
Kind = Annotated[str | None, typer.Option("--kind", help="person, community or event")]
Organisation = Annotated[str | None, typer.Option("--organisation", help="Where they work.")]
Role = Annotated[str | None, typer.Option("--role", help="What they do there.")]
Former = Annotated[list[str] | None, typer.Option("--former", help="Where they worked before. May be repeated.")]
Industry = Annotated[str | None, typer.Option("--industry", help="The industry they work in.")]
Expert = Annotated[
    list[str] | None,
    typer.Option("--expert", metavar="SKILL:STAGE", help="A skill and their stage in it. May be repeated."),
]
Met = Annotated[str | None, typer.Option("--met", help="How you met.")]
Tier = Annotated[str | None, typer.Option("--tier", help="close, regular or loose: every 30, 90 or 180 days")]
Every = Annotated[int | None, typer.Option("--every", metavar="DAYS", help="A cadence of its own.")]
Consent = Annotated[str | None, typer.Option("--consent", help="unasked, given or refused: that you keep this")]
Willing = Annotated[str | None, typer.Option("--willing", help="unasked, yes or no: to mentor")]
Room = Annotated[int | None, typer.Option("--room", help="Mentees they can take.")]
Mentees = Annotated[int | None, typer.Option("--mentees", help="Mentees they have.")]
Mentorship = Annotated[
    str | None, typer.Option("--mentorship", metavar="SIDE", help="mentor: they mentor you; mentee: you mentor them")
]
Agreement = Annotated[str | None, typer.Option("--agreement", help="What you agreed on for the mentorship.")]
Goal = Annotated[list[str] | None, typer.Option("--goal", help="A goal of the mentorship. May be repeated.")]
Notes = Annotated[str | None, typer.Option("--notes", help="What you want to remember.")]
Url = Annotated[str | None, typer.Option("--url", help="Their page.")]
Email = Annotated[str | None, typer.Option("--email", help="Their e-mail address.")]
Until = Annotated[
    datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], metavar="DATE", help="The day until which.")
]


@people_app.command("list")
def people_list(
    text: Annotated[
        str | None, typer.Argument(metavar="[WORDS]", help="Words of name, place or skill.", show_default=False)
    ] = None,
    tier: Tier = None,
    expired: Annotated[
        bool, typer.Option("--expired", help="Only those without cadence or contact for three years.")
    ] = False,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Those you keep, with the tie as your log shows it."""
    from headway.actions.home import open_home
    from headway.actions.people import list_people
    from headway.faces.cli.pages import people as page

    with open_home() as store:
        found = list_people(store, day_of(on), text, tier, expired)
    if as_json:
        print_json_list(found)
    else:
        page.show_people(found, bool(text or tier or expired))


@people_app.command("show")
def people_show(name: Who, on: Day = None, as_json: Json = False) -> None:
    """Everything that is kept of somebody."""
    from headway.actions.home import open_home
    from headway.actions.people import see_person
    from headway.faces.cli.pages import people as page

    with open_home() as store:
        person = see_person(store, name, day_of(on))
    if as_json:
        print_json(person)
    else:
        page.show_person(person)


@people_app.command("add")
def people_add(
    name: Who,
    kind: Kind = None,
    organisation: Organisation = None,
    role: Role = None,
    former: Former = None,
    industry: Industry = None,
    expert: Expert = None,
    met: Met = None,
    tier: Tier = None,
    every: Every = None,
    consent: Consent = None,
    willing: Willing = None,
    room: Room = None,
    mentees: Mentees = None,
    mentorship: Mentorship = None,
    agreement: Agreement = None,
    goal: Goal = None,
    until: Until = None,
    notes: Notes = None,
    url: Url = None,
    email: Email = None,
    as_new: Annotated[bool, typer.Option("--as-new", help="Also where somebody like them is kept.")] = False,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Keeps somebody: no more than you need to keep in touch."""
    _write(name, {**_said(locals()), "as_new": as_new}, own, on, as_json, new=True)


@people_app.command("change")
def people_change(
    name: Who,
    called: Annotated[str | None, typer.Option("--name", help="Another name.")] = None,
    kind: Kind = None,
    organisation: Organisation = None,
    role: Role = None,
    former: Former = None,
    industry: Industry = None,
    expert: Expert = None,
    met: Met = None,
    tier: Tier = None,
    every: Every = None,
    consent: Consent = None,
    willing: Willing = None,
    room: Room = None,
    mentees: Mentees = None,
    mentorship: Mentorship = None,
    agreement: Agreement = None,
    goal: Goal = None,
    until: Until = None,
    notes: Notes = None,
    url: Url = None,
    email: Email = None,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Changes what you say and leaves the rest; `-` clears a word."""
    _write(name, {**_said(locals()), "name": called}, own, on, as_json, new=False)


DIRECT = "kind organisation role industry met tier every consent willing room mentees notes url email former".split()
"""Options that are fields of a contact as they stand."""


def _said(options: dict[str, Any]) -> dict[str, Any]:
    """The options as parts of a contact."""
    until = options["until"]
    terms = {"side": options["mentorship"], "agreement": options["agreement"], "goals": options["goal"]}
    terms = {part: value for part, value in {**terms, "until": until and until.date()}.items() if value}
    return {**{part: options[part] for part in DIRECT}, "expertise": options["expert"], "mentorship": terms}


def _write(name: str, said: dict[str, Any], own: Path | None, on: datetime | None, as_json: bool, new: bool) -> None:
    from headway.actions.catalog import open_catalog
    from headway.actions.home import open_home
    from headway.actions.people import add_person, change_person
    from headway.faces.cli.pages import people as page

    write = add_person if new else change_person
    with open_home() as store:
        person = write(store, name, said, day_of(on), lambda: open_catalog(own))
    if as_json:
        print_json(person)
    else:
        page.show_person(person)


@people_app.command("import")
def people_import(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="LinkedIn's connections, vCards or CSV.", show_default=False)
    ],
    preview: Annotated[bool, typer.Option("--preview", help="Only show what it would bring.")] = False,
    as_new: Annotated[
        bool, typer.Option("--as-new", help="Also bring in those who are like somebody, as others.")
    ] = False,
    update: Annotated[
        bool,
        typer.Option("--update", help="Take over what it says of those kept with the same page or address."),
    ] = False,
    own: Own = None,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Brings in contacts; who is like somebody kept is held back and shown, never merged."""
    from headway.actions.catalog import open_catalog
    from headway.actions.contacts import import_people
    from headway.actions.home import open_home
    from headway.faces.cli.pages import people as page

    with open_home() as store, page.show_progress() as tell:
        arrival = import_people(store, file, day_of(on), lambda: open_catalog(own), preview, as_new, update, tell)
    if as_json:
        print_json(arrival)
    else:
        page.show_arrival(arrival)


@people_app.command("export")
def people_export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ends in .csv, .vcf or .json.", show_default=False)],
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAMES…]", help="Only these.", show_default=False)
    ] = None,
    own: Own = None,
) -> None:
    """Writes contacts to a file; .json holds everything that is kept of them, to be shown to them."""
    from headway.actions.catalog import open_catalog
    from headway.actions.contacts import export_people
    from headway.actions.home import open_home

    with open_home() as store:
        count = export_people(store, file, names or (), lambda: open_catalog(own))
    print(f"wrote {count:,} contact{'s' * (count != 1)} to {file}")


@people_app.command("forget")
def people_forget(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAMES…", help="Whom to forget.", show_default=False)
    ] = None,
    expired: Annotated[
        bool, typer.Option("--expired", help="All those without cadence or contact for three years.")
    ] = False,
    on: Day = None,
) -> None:
    """Erases what is kept of somebody. It is overwritten; backups made before still hold it."""
    from headway.actions.home import open_home
    from headway.actions.people import forget_people

    with open_home() as store:
        done = forget_people(store, names or (), expired, day_of(on))
    print(f"{done.count} forgotten; backups and exports made before still hold them")


@people_app.command("merge")
def people_merge(
    first: Annotated[str | None, typer.Argument(metavar="NAME", help="Who stays.", show_default=False)] = None,
    second: Annotated[str | None, typer.Argument(metavar="OTHER", help="Who goes.", show_default=False)] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write it; without it, it is only shown.")] = False,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Two contacts as one, shown first; without names, the pairs that may be one person."""
    from headway.actions.home import open_home
    from headway.actions.people import list_pairs, merge_people
    from headway.errors import WrongUse
    from headway.faces.cli.pages import people as page

    if first and not second:
        raise WrongUse("two names are needed to merge", "name who stays and who goes, or nobody for a list")
    with open_home() as store:
        if not first or not second:
            pairs = list_pairs(store)
            if as_json:
                print_json_list(pairs)
            else:
                page.show_pairs(pairs)
            return
        merged = merge_people(store, first, second, yes)
    if as_json:
        print_json(merged)
    else:
        page.show_merged(merged, yes, day_of(on))


@app.command()
def touch(
    name: Who,
    kind: Annotated[
        str, typer.Option("--kind", help="met, call, message or event; tried: no answer; planned: to come")
    ] = "message",
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Records that you were in touch."""
    from headway.actions.home import open_home
    from headway.actions.people import touch_person
    from headway.faces.cli.pages import people as page

    with open_home() as store:
        person = touch_person(store, name, kind, day_of(on), day_of(None))
    if as_json:
        print_json(person)
    else:
        page.show_touched(person, day_of(None))


@app.command()
def due(
    ahead: Annotated[int, typer.Option("--ahead", metavar="DAYS", help="Also who is due in the days to come.")] = 0,
    every: Annotated[bool, typer.Option("--all", help="All of them, not only the first.")] = False,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Whom to be in touch with, counted from the last real contact."""
    from headway.actions.home import open_home
    from headway.actions.people import see_due
    from headway.faces.cli.pages import people as page

    with open_home() as store:
        found = see_due(store, day_of(on), ahead, None if every or as_json else page.SHOWN)
    if as_json:
        print_json(found)
    else:
        page.show_due(found)


@app.command()
def snooze(
    name: Who,
    until: Until = None,
    days: Annotated[int, typer.Option("--days", help="How many days.")] = 14,
    off: Annotated[bool, typer.Option("--off", help="Take it back.")] = False,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """Puts a reminder off; the cadence goes on from the last real contact."""
    from datetime import timedelta

    from headway.actions.home import open_home
    from headway.actions.people import snooze_person
    from headway.errors import WrongUse
    from headway.faces.cli.pages import people as page

    if not 0 < days <= 366:
        raise WrongUse(f"--days {days} cannot be meant", "give 1 to 366")
    day = day_of(on)
    chosen = until.date() if until else day + timedelta(days=days)
    with open_home() as store:
        person = snooze_person(store, name, None if off else chosen, day)
    if as_json:
        print_json(person)
    else:
        page.show_snoozed(person)
