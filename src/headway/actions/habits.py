"""Habits: what somebody recorded, measured part by part."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from headway.actions.people import read_contacts
from headway.actions.track import read_history
from headway.outlook.adaptability import Habits, judge_habits
from headway.outlook.habits import Record
from headway.plan.terms import add_own
from headway.store.kinds import PLAN, PROFILE
from headway.track.events import leave_out_undone
from headway.track.progress import State, fold_progress

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.store.front import Store
    from headway.track.events import Happening
    from headway.track.kept import KeptPlan


def see_habits(store: Store, catalog: Catalog, today: date, resume: Path | None = None) -> Habits:
    """The five habits on `today`, by what is kept; with `resume` by that document in place of the kept profile."""
    from headway.actions.person import read_person

    plan, profile = store.get(PLAN), store.get(PROFILE)
    kept = plan.value if plan else None
    events = [event for _, event in leave_out_undone(read_history(store)) if event.on <= today]
    record = Record(
        events=events,
        contacts=[contact for _, contact in read_contacts(store)],
        profile=read_person(resume, catalog, today)[0] if resume else profile.value.profile if profile else None,
        target=kept.target if kept else None,
        ahead=_list_ahead(kept, events, today),
    )
    return judge_habits(record, add_own(catalog, kept.wish.own) if kept else catalog, today)


def _list_ahead(kept: KeptPlan | None, events: list[Happening], today: date) -> tuple[tuple[str, bool], ...]:
    """What of the plan is not over: what was begun first, then in the plan's order; and whether it leaves a proof."""
    if kept is None:
        return ()
    proofs = {activity.activity: activity.proof is not None for activity in kept.plan.activities}
    progress = fold_progress(kept, ((str(number), event) for number, event in enumerate(events)), today)
    left = [a for a in progress.activities if a.in_plan and not a.state.over]
    left.sort(key=lambda a: a.state is not State.STARTED)
    return tuple((a.name, proofs.get(a.activity, False)) for a in left)
