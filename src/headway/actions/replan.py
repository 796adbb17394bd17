"""Make the kept plan again after what happened, and ask each quarter whether the target is still right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from headway.actions.home import make_uid
from headway.actions.people import read_contacts
from headway.actions.slots import add_slots, name_slots
from headway.actions.track import read_history, read_week
from headway.errors import HeadwayError, WrongUse
from headway.store.kinds import PLAN, PROFILE, TRACK
from headway.track.events import Planned, Reviewed
from headway.track.progress import fold_progress

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.store.front import Store
    from headway.track.replan import Replan
    from headway.track.retro import Retro
    from headway.wish import Days

LEAST_WEEKS = 2
"""Weeks that must be left of a plan to make it again."""


def replan(
    store: Store,
    catalog: Catalog,
    today: date,
    hours: float | None = None,
    by: date | None = None,
    keep: bool = True,
    afresh: bool = False,
) -> Replan:
    """The kept plan again from the next Monday on, and what moved and why; kept in its place unless `keep` is false.

    `hours` a week and a deadline `by` replace those of the wish; `afresh`, nothing has to stay where it was. Conflict
    where the plan was changed meanwhile.
    """
    from headway.catalog.lookup import find_role_stage
    from headway.journey import HORIZON_WEEKS, leave_for_people, next_monday
    from headway.plan.terms import add_own
    from headway.report.sessions import follow_on
    from headway.track.replan import find_until, list_causes, make_replan, measure_now
    from headway.track.week import spread_hours
    from headway.wellbeing.capacity import find_capacity

    plan, profile, known = store.get(PLAN), store.get(PROFILE), read_week(store, today)
    if plan is None or profile is None:
        raise HeadwayError("no plan is kept yet", "make one with `headway plan RESUME --to ROLE --keep`")
    kept = plan.value
    wish = kept.wish.change(hours=hours or kept.wish.hours, by=by or kept.wish.by)
    start = next_monday(today)
    until = by or find_until(kept)
    weeks = min((until - start).days // 7, HORIZON_WEEKS * 2)
    if weeks < LEAST_WEEKS:
        why = "the deadline leaves" if by else "the plan has"
        hint = "give a later date" if by else "make a new plan with `headway plan RESUME --to ROLE --keep`"
        fault = WrongUse if by else HeadwayError
        raise fault(f"{why} fewer than {LEAST_WEEKS} weeks from {start}", hint)
    capacity = find_capacity(known.budget or wish.week, wish.hours, known.lived)
    usual = leave_for_people(capacity.hours, wish)
    absent: tuple[Days, ...] = (*known.away, *wish.away)
    spread, whole = spread_hours(usual, start, weeks, absent), spread_hours(usual, start, weeks, ())
    planned_for = {week.monday: week.capacity for week in kept.plan.weeks}
    taken = {
        monday: round(whole[n] - hours_then, 2)
        for n, hours_then in enumerate(spread)
        if hours_then < whole[n] - 0.01
        and planned_for.get(monday := start + timedelta(weeks=n), 0.0) > hours_then + 0.25
    }
    progress = fold_progress(kept, read_history(store), today)
    causes = list_causes(kept, progress, start, wish, capacity.hours, taken)
    mixed = add_own(catalog, kept.wish.own)
    target = find_role_stage(kept.target, mixed)
    again, change = make_replan(
        kept, progress, profile.value.profile, target, mixed, spread, start, wish, capacity.hours, causes, afresh
    )
    learned, _ = measure_now(kept, progress, profile.value.profile, target, mixed)
    peopled = add_slots(
        again.plan,
        capacity.hours,
        wish.network,
        absent,
        learned,
        target.key,
        mixed,
        today,
        read_contacts(store) if wish.network else (),
        () if afresh else kept.plan.people,
    )
    again = follow_on(kept, again.change(plan=peopled))
    change = change.change(plan=peopled.change(people=name_slots(store, peopled.people)))
    if keep:
        event = Planned(
            on=today,
            target=again.target,
            start=start,
            hours=again.hours,
            picked=tuple(activity.activity for activity in again.plan.activities),
        )
        with store.together():
            store.put(PLAN, again, plan.version)
            store.append(TRACK, event, make_uid())
    return change


def retro(store: Store, catalog: Catalog, today: date, said: str | None = None, keep: bool = True) -> Retro:
    """The quarter up to `today`: what was learned, and whether the target is still right; recorded as an event."""
    from headway.catalog.lookup import find_role_stage
    from headway.plan.terms import add_own
    from headway.track.replan import measure_now
    from headway.track.retro import look_back

    plan, profile, history = store.get(PLAN), store.get(PROFILE), read_history(store)
    if plan is None or profile is None:
        raise HeadwayError("no plan is kept yet", "make one with `headway plan RESUME --to ROLE --keep`")
    kept = plan.value
    mixed = add_own(catalog, kept.wish.own)
    target = find_role_stage(kept.target, mixed)
    progress = fold_progress(kept, history, today)
    learned, gap = measure_now(kept, progress, profile.value.profile, target, mixed)
    seen = look_back(kept, history, progress, learned, gap, target, mixed, said)
    if keep:
        event = Reviewed(
            on=today, target=kept.target, scheduled=progress.scheduled, readiness=seen.readiness_now, said=said
        )
        store.append(TRACK, event, make_uid())
    return seen
