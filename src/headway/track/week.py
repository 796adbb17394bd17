"""The week at hand: what the plan has for it, what was done of it, and what waits from before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from headway.plan.model import PeopleSlot, Review
from headway.track.events import Away, History, Logged, leave_out_undone
from headway.track.kept import KeptPlan
from headway.track.progress import ActivityProgress, Progress, monday_of
from headway.values import Slug, Text, Url, Value
from headway.wish import Days

DAYS = 7


class Item(Value):
    """Something to do in the week."""

    activity: Slug
    name: Text
    url: Url | None = None
    hours: float
    """Planned for the week; what is left of the whole where it waits from before."""
    logged: float
    """Hours logged in the week."""
    pinned: bool = False
    waiting: bool = False
    """Planned for an earlier week, or brought forward from a later one as nothing else is open."""


class Today(Value):
    """The week around a day."""

    today: date
    monday: date
    title: Text
    """What the plan leads to."""
    items: tuple[Item, ...]
    """Pinned ones first, then what the plan has for the week, then what waits."""
    hours: float
    """That the plan has for the week."""
    logged: float
    reviews: tuple[Review, ...] = ()
    """What is to be gone through once more in the week, in hours beside those of the items."""
    people: tuple[PeopleSlot, ...] = ()
    """What the hours are for that the week keeps for people, beside those of the items."""
    away: Away | None = None
    starts: date | None = None
    """Set where the plan begins later; `items` are then those of its first week."""
    over: bool = False
    """The weeks of the plan have passed."""
    finished: bool = False
    """Nothing of the plan is open any more."""


def look_at_week(kept: KeptPlan, progress: Progress, history: History) -> Today:
    """What there is to do in the week of `progress.today`."""
    today, plan = progress.today, kept.plan
    monday = monday_of(today)
    shown = max(monday, plan.start)
    current = next((week for week in plan.weeks if week.monday == shown), None)
    spent = _spent(history, monday)
    still = {a.activity: a for a in progress.activities if not a.state.over and a.in_plan}
    items = [
        _item(kept, still[block.activity], block.hours, spent)
        for block in (current.blocks if current else ())
        if block.activity in still
    ]
    if today >= plan.start:
        items += _waiting(kept, still, monday, spent, {item.activity for item in items})
    beside = [a for a in progress.activities if a.pinned and not a.state.over]
    items += [_item(kept, a, 0.0, spent) for a in beside if a.activity not in {i.activity for i in items}]
    return Today(
        today=today,
        monday=monday,
        title=kept.title,
        items=tuple(sorted(items, key=lambda item: (not item.pinned, item.waiting))),
        hours=sum(block.hours for block in current.blocks) if current and today >= plan.start else 0.0,
        logged=round(sum(spent.values()), 2),
        reviews=tuple(review for review in plan.reviews if review.monday == shown),
        people=tuple(slot for slot in plan.people if slot.monday == shown),
        away=next((away for away in progress.away if away.covers(today)), None),
        starts=plan.start if today < plan.start else None,
        over=bool(plan.weeks) and today >= plan.weeks[-1].monday + timedelta(days=DAYS),
        finished=not still,
    )


def _spent(history: History, monday: date) -> dict[Slug, float]:
    spent: dict[Slug, float] = {}
    for _, event in leave_out_undone(history):
        if isinstance(event, Logged) and monday_of(event.on) == monday:
            spent[event.activity] = round(spent.get(event.activity, 0.0) + event.hours, 2)
    return spent


def _waiting(
    kept: KeptPlan, still: dict[Slug, ActivityProgress], monday: date, spent: dict[Slug, float], shown: set[Slug]
) -> list[Item]:
    """What earlier weeks left, or where nothing else is open, the activity that the plan has next."""
    number = (monday - kept.plan.start).days // DAYS + 1
    rest = [a for a in kept.plan.activities if a.activity in still and a.activity not in shown]
    earlier = [a for a in rest if a.last < number]
    chosen = earlier or ([] if shown else rest[:1])
    return [_item(kept, still[a.activity], still[a.activity].left, spent).change(waiting=True) for a in chosen]


def _item(kept: KeptPlan, activity: ActivityProgress, hours: float, spent: dict[Slug, float]) -> Item:
    planned = next((a for a in kept.plan.activities if a.activity == activity.activity), None)
    return Item(
        activity=activity.activity,
        name=activity.name,
        url=planned.url if planned else None,
        hours=hours,
        logged=spent.get(activity.activity, 0.0),
        pinned=activity.pinned,
    )


def spread_hours(hours: float, start: date, weeks: int, away: Sequence[Days]) -> tuple[float, ...]:
    """Hours for each of `weeks` from `start`; a day away has a seventh of the hours a week that it leaves."""
    days = [[start + timedelta(days=DAYS * week + day) for day in range(DAYS)] for week in range(weeks)]
    return tuple(sum(min([hours, *(a.left for a in away if a.covers(day))]) for day in week) / DAYS for week in days)
