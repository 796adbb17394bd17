"""Progress: folded from events, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import Field

from headway.plan.model import PlannedActivity, Step
from headway.track.events import Away, Done, Dropped, Happening, History, Logged, Pinned, Unpinned, leave_out_undone
from headway.track.kept import KeptPlan
from headway.track.pace import Finished, Pace, learn_pace
from headway.values import Hours, Map, Ordered, Slug, Text, Value


class State(Ordered):
    """Where an activity stands; what is being done sorts before what is open, and what is over sorts last."""

    STARTED = "started"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def over(self) -> bool:
        return self in (State.DONE, State.DROPPED)


class ActivityProgress(Value):
    """One activity, of the plan or beside it."""

    activity: Slug
    name: Text
    state: State
    pinned: bool = False
    in_plan: bool
    logged: float = Field(ge=0)
    """Hours."""
    planned: float | None = None
    """Hours that the plan gives it."""
    expected: Hours | None = None
    last: date | None = None
    """The day of its last event."""
    why: Text | None = None
    """Why it was dropped, where that was said."""

    @property
    def left(self) -> float:
        """Planned hours that are not logged; none once it is over."""
        return 0.0 if self.state.over else max(0.0, (self.planned or 0.0) - self.logged)


class Progress(Value):
    """Everything that events say about a plan."""

    today: date
    activities: tuple[ActivityProgress, ...]
    """Those of the plan in its order, then the others in the order of their first event."""
    logged: float
    """Hours in all."""
    scheduled: float
    """Hours that the plan had in the weeks that are over."""
    weeks: Map[date, float]
    """Mondays and the hours logged in their weeks, oldest first."""
    away: tuple[Away, ...]
    """Not yet over, soonest first."""
    attained: tuple[Step, ...]
    """Taught by what is done."""
    pace: Pace

    def of(self, activity: Slug) -> ActivityProgress | None:
        return next((a for a in self.activities if a.activity == activity), None)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def fold_progress(kept: KeptPlan | None, history: History, today: date) -> Progress:
    """What a plan and its events add up to on `today`. Later events win, in the order of recording."""
    planned = {a.activity: a for a in (*kept.before, *kept.plan.activities)} if kept else {}
    events = [event for _, event in leave_out_undone(history)]
    found = {slug: _begin(slug, activity.name, activity) for slug, activity in planned.items()}
    for event in events:
        if isinstance(event, Logged | Done | Dropped | Pinned | Unpinned):
            before = found.get(event.activity) or _begin(event.activity, event.name, None)
            found[event.activity] = _step(before, event)
    logged = [event for event in events if isinstance(event, Logged)]
    done = {event.activity: event for event in events if isinstance(event, Done)}
    finished = [e for slug, e in done.items() if found[slug].state is State.DONE]
    return Progress(
        today=today,
        activities=tuple(found.values()),
        logged=round(sum(event.hours for event in logged), 2),
        scheduled=_scheduled(kept, today),
        weeks=_weeks(logged),
        away=tuple(sorted((e for e in events if isinstance(e, Away) and e.last >= today), key=lambda away: away.first)),
        attained=tuple(dict.fromkeys(step for event in finished for step in event.teaches)),
        pace=learn_pace(Finished(found[event.activity].logged, event.expected) for event in finished),
    )


def _begin(slug: Slug, name: str, activity: PlannedActivity | None) -> ActivityProgress:
    return ActivityProgress(
        activity=slug,
        name=name,
        state=State.OPEN,
        in_plan=activity is not None,
        logged=0.0,
        planned=activity.planned + activity.spent if activity else None,
        expected=(activity.whole or activity.hours) if activity else None,
    )


def _step(before: ActivityProgress, event: Happening) -> ActivityProgress:
    match event:
        case Logged(on=day, hours=hours):
            state = State.DONE if before.state is State.DONE else State.STARTED
            return before.change(state=state, logged=round(before.logged + hours, 2), last=day, why=None)
        case Done(on=day):
            return before.change(state=State.DONE, pinned=False, last=day, why=None)
        case Dropped(on=day, why=why):
            return before.change(state=State.DROPPED, pinned=False, last=day, why=why)
        case Pinned(on=day):
            return before.change(pinned=True, state=_reopen(before), last=day, why=None)
        case Unpinned(on=day):
            return before.change(pinned=False, last=day)
    return before


def _reopen(before: ActivityProgress) -> State:
    if not before.state.over:
        return before.state
    return State.STARTED if before.logged else State.OPEN


def _scheduled(kept: KeptPlan | None, today: date) -> float:
    weeks = kept.plan.weeks if kept else ()
    over = (week for week in weeks if week.monday + timedelta(days=7) <= today)
    earlier = kept.hours_before if kept else 0.0
    return round(earlier + sum(block.hours for week in over for block in week.blocks), 2)


def _weeks(logged: Iterable[Logged]) -> Map[date, float]:
    weeks: dict[date, float] = {}
    for event in sorted(logged, key=lambda event: event.on):
        monday = monday_of(event.on)
        weeks[monday] = round(weeks.get(monday, 0.0) + event.hours, 2)
    return Map(weeks)
