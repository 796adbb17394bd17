"""Follow a plan: keep it, log what was done, and see where it stands. Each function that writes is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from headway.actions.home import make_uid
from headway.actions.slots import name_slots
from headway.actions.wellbeing import get_budget, see_balance
from headway.errors import HeadwayError, WrongUse
from headway.store.kinds import NEW, PLAN, PROFILE, TRACK
from headway.track.events import (
    MOST_HOURS,
    Away,
    Done,
    Dropped,
    Happening,
    Logged,
    Pinned,
    Planned,
    Undone,
    Unpinned,
    leave_out_undone,
)
from headway.track.kept import KeptPlan, KeptProfile
from headway.track.progress import ActivityProgress, Progress, State, fold_progress
from headway.track.week import Today, look_at_week
from headway.values import Slug, Value
from headway.wellbeing.balance import Lived
from headway.wellbeing.week import WeekBudget
from headway.wish import Wish

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.journey import Journey
    from headway.store.front import Store
    from headway.track.naming import Named

FARTHEST = 1100
"""Days from today beyond which a date is taken for a slip of the keyboard."""
Open = Callable[[], "Catalog"]
"""Opens the catalog, where it is needed."""
History = tuple[tuple[str, Happening], ...]


class Versions(NamedTuple):
    """What was read before a plan was made, so that a change meanwhile is noticed."""

    plan: int
    profile: int


class Noted(Value):
    """An event that was recorded, and where its activity stands now."""

    event: Happening
    activity: ActivityProgress | None = None


class KeptWeek(NamedTuple):
    """What is kept of somebody's weeks that a plan should know."""

    budget: WeekBudget | None
    lived: Lived | None
    away: tuple[Away, ...]
    pinned: tuple[Slug, ...] = ()
    dropped: tuple[Slug, ...] = ()

    def add_to(self, wish: Wish) -> Wish:
        """The wish with what was pinned and dropped; what the wish itself says comes first."""
        pinned = tuple(slug for slug in self.pinned if slug not in wish.exclude)
        dropped = tuple(slug for slug in self.dropped if slug not in wish.pin)
        return wish.change(
            pin=tuple(dict.fromkeys((*wish.pin, *pinned))), exclude=tuple(dict.fromkeys((*wish.exclude, *dropped)))
        )


def read_week(store: Store, today: date) -> KeptWeek:
    """The week budget, the medians of the last check-ins and the days away, where they are kept."""
    progress = fold_progress(None, read_history(store), today)
    over = {State.DROPPED, State.DONE}
    return KeptWeek(
        get_budget(store),
        see_balance(store, today).lived,
        progress.away,
        tuple(a.activity for a in progress.activities if a.pinned),
        tuple(a.activity for a in progress.activities if a.state in over),
    )


def read_versions(store: Store) -> Versions:
    plan, profile = store.get(PLAN), store.get(PROFILE)
    return Versions(plan.version if plan else NEW, profile.version if profile else NEW)


def keep_journey(store: Store, journey: Journey, document: str, seen: Versions) -> KeptPlan:
    """Keeps the profile and the plan of a journey, to be followed. Conflict where another was kept since `seen`."""
    from headway.journey import count_weeks
    from headway.report.sessions import follow_on

    kept = KeptPlan(
        made_on=journey.today,
        wish=journey.wish,
        target=journey.target.key,
        title=journey.target.titles[0],
        hours=journey.capacity.hours,
        plan=journey.plan,
        until=journey.plan.start + timedelta(weeks=count_weeks(journey.plan.start, journey.wish.by)),
        readiness=journey.gap.readiness.mid if journey.gap.readiness else None,
    )
    there = store.get(PLAN)
    kept = follow_on(there.value if there else None, kept)
    event = Planned(
        on=journey.today,
        target=kept.target,
        start=kept.plan.start,
        hours=kept.hours,
        picked=tuple(activity.activity for activity in kept.plan.activities),
    )
    with store.together():
        store.put(PROFILE, KeptProfile(document=document, read_on=journey.today, profile=journey.profile), seen.profile)
        store.put(PLAN, kept, seen.plan)
        store.append(TRACK, event, make_uid())
        for slug in journey.wish.pin:
            named = next((a.name for a in journey.plan.activities if a.activity == slug), slug)
            store.append(TRACK, Pinned(on=journey.today, activity=slug, name=named), make_uid())
    return kept


def save_profile(store: Store, resume: Path, catalog: Catalog, today: date) -> KeptProfile:
    """Reads a résumé and keeps the profile that it speaks for."""
    from headway.actions.person import read_person

    seen = read_versions(store)
    profile, _ = read_person(resume, catalog, today)
    kept = KeptProfile(document=resume.name, read_on=today, profile=profile)
    store.put(PROFILE, kept, seen.profile)
    return kept


def get_profile(store: Store) -> KeptProfile:
    kept = store.get(PROFILE)
    if kept is None:
        raise HeadwayError("no profile is kept yet", "read one with `headway profile save RESUME`")
    return kept.value


def get_plan(store: Store) -> KeptPlan:
    """The plan that is followed; HeadwayError says how to get one."""
    kept = store.get(PLAN)
    if kept is None:
        raise HeadwayError("no plan is kept yet", "make one with `headway plan RESUME --to ROLE --keep`")
    return kept.value


def read_history(store: Store) -> History:
    return tuple((event.uid, event.value) for event in store.all(TRACK))


def see_progress(store: Store, today: date) -> Progress:
    return fold_progress(get_plan(store), read_history(store), today)


def see_today(store: Store, today: date) -> Today:
    kept, history = get_plan(store), read_history(store)
    seen = look_at_week(kept, fold_progress(kept, history, today), history)
    return seen.change(people=name_slots(store, seen.people))


def log_hours(store: Store, text: str, hours: float, on: date, today: date, open_catalog: Open) -> Noted:
    """Records hours on an activity; WrongUse where the day cannot hold them or is still to come."""
    from headway.track.naming import find_activity

    _refuse_day(on, today)
    with store.together():
        kept, history = get_plan(store), read_history(store)
        named = find_activity(text, kept, open_catalog)
        that_day = sum(e.hours for _, e in leave_out_undone(history) if isinstance(e, Logged) and e.on == on)
        if that_day + hours > MOST_HOURS:
            raise WrongUse(f"{on} already holds {that_day:g} h, and a day has {MOST_HOURS:g}", "see `headway undo`")
        return _note(store, kept, history, Logged(on=on, activity=named.slug, name=named.name, hours=hours), today)


def finish(store: Store, text: str, on: date, today: date, open_catalog: Open) -> Noted:
    """Records that an activity is done, with what it was expected to take and what it taught."""
    _refuse_day(on, today)

    def make(named: Named) -> Happening:
        return Done(on=on, activity=named.slug, name=named.name, expected=named.hours, teaches=named.teaches)

    return _mark(store, text, make, today, open_catalog)


def drop(store: Store, text: str, why: str | None, today: date, open_catalog: Open) -> Noted:
    def make(named: Named) -> Happening:
        return Dropped(on=today, activity=named.slug, name=named.name, why=why)

    return _mark(store, text, make, today, open_catalog)


def pin(store: Store, text: str, today: date, open_catalog: Open) -> Noted:
    def make(named: Named) -> Happening:
        return Pinned(on=today, activity=named.slug, name=named.name)

    return _mark(store, text, make, today, open_catalog)


def unpin(store: Store, text: str, today: date, open_catalog: Open) -> Noted:
    def make(named: Named) -> Happening:
        return Unpinned(on=today, activity=named.slug, name=named.name)

    return _mark(store, text, make, today, open_catalog)


def go_away(store: Store, first: date, last: date, why: str | None, today: date, left: float = 0.0) -> Noted:
    """Records days without learning, or with so many hours a week `left`; WrongUse where they end before they begin."""
    if abs((first - today).days) > FARTHEST or (last - today).days > FARTHEST:
        raise WrongUse(f"{first} to {last} is too far from today", "give days within three years")
    with store.together():
        event = _meant(lambda: Away(on=today, first=first, last=last, why=why, left=left))
        return _note(store, None, read_history(store), event, today)


def undo(store: Store, today: date) -> Noted:
    """Takes back what was recorded last, a kept plan excepted; the event that was taken back."""
    with store.together():
        history = read_history(store)
        standing = [(uid, event) for uid, event in leave_out_undone(history) if not isinstance(event, Planned)]
        if not standing:
            raise HeadwayError("there is nothing to take back")
        uid, event = standing[-1]
        store.append(TRACK, Undone(on=today, uid=uid), make_uid())
    return Noted(event=event)


def _mark(store: Store, text: str, make: Callable[[Named], Happening], today: date, open_catalog: Open) -> Noted:
    from headway.track.naming import find_activity

    with store.together():
        kept, history = get_plan(store), read_history(store)
        named = find_activity(text, kept, open_catalog)
        return _note(store, kept, history, _meant(lambda: make(named)), today)


def _meant(make: Callable[[], Happening]) -> Happening:
    try:
        return make()
    except ValidationError as fault:
        first = fault.errors()[0]
        place = "".join(f"--{part}: " for part in first["loc"])
        raise WrongUse(place + first["msg"].removeprefix("Value error, ")) from None


def _note(store: Store, kept: KeptPlan | None, history: History, event: Happening, today: date) -> Noted:
    uid = make_uid()
    store.append(TRACK, event, uid)
    progress = fold_progress(kept, (*history, (uid, event)), today)
    return Noted(event=event, activity=progress.of(getattr(event, "activity", "")))


def _refuse_day(on: date, today: date) -> None:
    if on > today:
        raise WrongUse(f"{on} is still to come", "log what was done, up to today")
    if (today - on).days > FARTHEST:
        raise WrongUse(f"{on} is too long ago", "give a day within three years")
