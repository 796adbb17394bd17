"""One's own data as a whole: backed up and restored, exported and imported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from headway.actions.files import write_files
from headway.actions.slots import name_slots
from headway.actions.track import read_history
from headway.errors import WrongUse
from headway.store.kinds import CONTACT, PLAN
from headway.track.progress import fold_progress

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.store.backup import Manifest, Restored
    from headway.store.exchange import Contents
    from headway.store.front import Store


def back_up(folder: Path, target: Path, at: datetime) -> Manifest:
    """The whole store in `folder`, in one checksummed file."""
    from headway.store.backup import write_backup

    if target.is_dir():
        raise WrongUse(f"{target} is a folder", "name a file, as in `headway backup headway-backup.zip`")
    return write_backup(folder, target, at)


def restore(source: Path, folder: Path, at: datetime) -> Restored:
    """A backup in the place of the store in `folder`, which is kept aside."""
    from headway.store.backup import restore_backup

    return restore_backup(source, folder, at)


def export(
    store: Store, folder: Path, at: datetime, open_catalog: Callable[[], Catalog]
) -> tuple[Contents, tuple[Path, ...]]:
    """Everything as JSON; where people are kept, also as vCards; a plan's activities as CSV, its weeks as iCalendar.

    The catalog is opened only where it has to name what people know.
    """
    from headway.store.exchange import write_rows

    with store.together():
        files, contents = write_rows(store, at)
        kept, history = store.get(PLAN), read_history(store)
        slots = name_slots(store, kept.value.plan.people) if kept else ()
        contacts = [one.value for one in store.all(CONTACT)]
    if contacts:
        from headway.report.contacts import write_vcards

        known = any(contact.expertise for contact in contacts)
        names = {slug: skill.name for slug, skill in open_catalog().skills.items()} if known else {}
        files["contacts.vcf"] = write_vcards(contacts, names)
    if kept:
        from headway.report.activities import write_activities
        from headway.report.calendar import write_kept_calendar

        plan = kept.value
        files["activities.csv"] = write_activities(plan, fold_progress(plan, history, at.date()))
        files["plan.ics"] = write_kept_calendar(plan.change(plan=plan.plan.change(people=slots)))
    return contents, write_files(folder, files)


def take_in(store: Store, folder: Path) -> Contents:
    """Everything of an export, all or nothing; Conflict where something else is kept here already."""
    from headway.store.exchange import read_rows

    documents, events, contents = read_rows(folder)
    store.take_in(documents, events)
    return contents
