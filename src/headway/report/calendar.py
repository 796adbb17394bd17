"""A plan as an iCalendar file (RFC 5545): sessions in stated free times, or an all-day entry a week.

An importing calendar knows an entry by its UID and takes the one with the higher SEQUENCE. UIDs hang on the target, the
activity and the number of the session, so that a session that moves stays the same entry; sessions that an earlier plan
had and this one has not are sent as cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from headway.journey import Journey
from headway.plan.dated import Dated, DatedKind
from headway.plan.model import PeopleSlot, Plan, PlannedActivity, Review
from headway.report.sessions import Session, count_sessions, list_sessions
from headway.report.words import say_slot
from headway.track.kept import KeptPlan
from headway.values import Map, Slug
from headway.wish import Wish

PRODUCT = "-//headway//plan//EN"
DAY_ONE = date(2020, 1, 1)
"""Sequence numbers count days from here, and each plan made again: a later plan always has the higher one."""


class Sheet(NamedTuple):
    """What every entry of one calendar shares."""

    target: str
    stamp: datetime
    sequence: int


def write_calendar(journey: Journey) -> bytes:
    """The plan of a journey, with its milestones, reviews and renewals."""
    return write_plan_calendar(
        journey.plan, journey.target.key, journey.target.titles[0], journey.today, journey.wish, journey.dated
    )


def write_kept_calendar(kept: KeptPlan) -> bytes:
    """A plan that is followed: newer than what was written of it before, and with what fell away since cancelled."""
    return write_plan_calendar(
        kept.plan,
        kept.target,
        kept.title,
        kept.made_on,
        kept.wish,
        revision=kept.revision,
        past=kept.sessions,
        published=kept.published,
        people_weeks=kept.people_weeks,
    )


def write_plan_calendar(
    plan: Plan,
    target: str,
    title: str,
    today: date,
    wish: Wish,
    dated: Sequence[Dated] = (),
    revision: int = 0,
    past: Mapping[Slug, int] = Map(),
    published: Mapping[Slug, int] = Map(),
    people_weeks: Sequence[date] = (),
) -> bytes:
    """One entry a session, one at the end of each activity that leaves a proof, and what is `dated`.

    `past` sessions of each activity are left as they are; up to `published` ones may lie in somebody's calendar,
    and hours for people in `people_weeks`.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"headway: {title}")
    zone = ZoneInfo(wish.zone) if wish.zone else None
    sheet = Sheet(target, datetime.combine(today, time(), tzinfo=UTC), (today - DAY_ONE).days + revision)
    planned = {activity.activity: activity for activity in plan.activities}
    sessions = list_sessions(plan, wish.free, zone, past)
    events = [_write_session(session, planned[session.activity], sheet, wish.alarm) for session in sessions]
    events += _cancel(published, {**past, **count_sessions(sessions)}, plan.start, sheet)
    events += _list_proofs(plan, sheet)
    events += [_write_review(review, sheet) for review in plan.reviews if review.monday >= plan.start]
    events += _list_people(plan, people_weeks, sheet)
    events += [_write_dated(item, sheet) for item in dated if item.kind is not DatedKind.REVIEW]
    for event in events:
        calendar.add_component(event)
    if zone and any(session.begin for session in sessions):
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _write_session(session: Session, activity: PlannedActivity, sheet: Sheet, alarm: int | None) -> Event:
    event = _open_event(f"{session.activity}/{session.number}", sheet)
    about = f"Week {session.week} of the plan, {activity.kind} by {activity.provider}."
    if session.begin:
        end = session.begin.replace(tzinfo=None) + timedelta(hours=session.hours)
        event.add("dtstart", session.begin)
        event.add("dtend", end.replace(tzinfo=session.begin.tzinfo))
        event.add("summary", activity.name)
        if alarm is not None:
            event.add_component(_write_alarm(activity.name, alarm))
    else:
        _put_days(event, session.monday, 7)
        event.add("summary", f"{activity.name}: {session.hours:g} h this week")
        event.add("transp", "TRANSPARENT")
    event.add("description", about + (f"\n{activity.url}" if activity.url else ""))
    if activity.url:
        event.add("url", activity.url)
    return event


def _write_alarm(name: str, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-minutes))
    alarm.add("description", name)
    return alarm


def _cancel(published: Mapping[Slug, int], now: Mapping[Slug, int], start: date, sheet: Sheet) -> Iterable[Event]:
    for slug, count in published.items():
        for number in range(now.get(slug, 0) + 1, count + 1):
            yield _write_cancelled(f"{slug}/{number}", start, sheet)


def _write_cancelled(place: str, day: date, sheet: Sheet) -> Event:
    event = _open_event(place, sheet)
    _put_days(event, day, 1)
    event.add("summary", "No longer in the plan")
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    return event


def _list_proofs(plan: Plan, sheet: Sheet) -> Iterable[Event]:
    for activity in plan.activities:
        if activity.proof:
            event = _open_event(f"{activity.activity}/proof", sheet)
            _put_days(event, plan.weeks[activity.last - 1].monday + timedelta(days=6), 1)
            event.add("summary", f"To show: {activity.name}")
            event.add("description", activity.proof)
            event.add("transp", "TRANSPARENT")
            yield event


def _write_review(review: Review, sheet: Sheet) -> Event:
    event = _open_event(f"{review.activity}/{DatedKind.REVIEW}", sheet)
    _put_days(event, review.monday, 7)
    event.add("summary", f"Review: {review.name}, from memory first: {review.hours:g} h this week")
    event.add("transp", "TRANSPARENT")
    return event


def _list_people(plan: Plan, published: Sequence[date], sheet: Sheet) -> Iterable[Event]:
    """One entry for each week that has hours for people; `published` weeks to come that have none are cancelled."""
    weeks: dict[date, list[PeopleSlot]] = {}
    for slot in plan.people:
        weeks.setdefault(slot.monday, []).append(slot)
    for monday, slots in weeks.items():
        event = _open_event(f"people/{monday}", sheet)
        _put_days(event, monday, 7)
        event.add("summary", f"For people this week: {'; '.join(map(say_slot, slots))}")
        event.add("categories", list(dict.fromkeys(str(slot.kind) for slot in slots)))
        event.add("transp", "TRANSPARENT")
        yield event
    for monday in published:
        if monday >= plan.start and monday not in weeks:
            yield _write_cancelled(f"people/{monday}", monday, sheet)


def _write_dated(item: Dated, sheet: Sheet) -> Event:
    event = _open_event(f"{item.of}/{item.kind}", sheet)
    _put_days(event, item.on, 1)
    event.add("summary", item.what)
    if item.proof:
        event.add("description", f"To show: {item.proof}")
    event.add("transp", "TRANSPARENT")
    return event


def _open_event(place: str, sheet: Sheet) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'headway:{sheet.target}/{place}')}@headway")
    event.add("dtstamp", sheet.stamp)
    event.add("sequence", sheet.sequence)
    return event


def _put_days(event: Event, first: date, days: int) -> None:
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=days))
