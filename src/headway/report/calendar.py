"""A plan as an iCalendar file (RFC 5545): an all-day entry a week, so that it fits around a life."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from headway.journey import Journey
from headway.plan.model import Plan, Week

PRODUCT = "-//headway//plan//EN"


def write_calendar(journey: Journey) -> bytes:
    """The plan of a journey."""
    return write_plan_calendar(journey.plan, journey.target.key, journey.target.titles[0], journey.today)


def write_plan_calendar(plan: Plan, target: str, title: str, today: date) -> bytes:
    """One event a week and activity, and one at the end of each activity that leaves a proof.

    UIDs hang on target, activity and week alone, so that importing a newer plan updates the older one.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"headway: {title}")
    stamp = datetime.combine(today, time(), tzinfo=UTC)
    for week in plan.weeks:
        for event in _week_events(week, plan, target, stamp):
            calendar.add_component(event)
    for event in _milestones(plan, target, stamp):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _week_events(week: Week, plan: Plan, target: str, stamp: datetime) -> list[Event]:
    planned = {activity.activity: activity for activity in plan.activities}
    events = []
    for block in week.blocks:
        activity = planned[block.activity]
        event = _event(f"{target}/{block.activity}/{week.monday}", stamp, week.monday, days=7)
        event.add("summary", f"{activity.name}: {block.hours:g} h this week")
        about = f"Week {week.number} of the plan, {activity.kind} by {activity.provider}."
        event.add("description", about + (f"\n{activity.url}" if activity.url else ""))
        if activity.url:
            event.add("url", activity.url)
        event.add("transp", "TRANSPARENT")
        events.append(event)
    return events


def _milestones(plan: Plan, target: str, stamp: datetime) -> list[Event]:
    events = []
    for activity in plan.activities:
        if not activity.proof:
            continue
        sunday = plan.weeks[activity.last - 1].monday + timedelta(days=6)
        event = _event(f"{target}/{activity.activity}/proof", stamp, sunday, days=1)
        event.add("summary", f"To show: {activity.name}")
        event.add("description", activity.proof)
        event.add("transp", "TRANSPARENT")
        events.append(event)
    return events


def _event(place: str, stamp: datetime, first: date, days: int) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, 'headway:' + place)}@headway")
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=days))
    return event
