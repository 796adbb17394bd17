"""Who is due. The cadence runs from the last real contact: no plan, try or put-off reminder moves it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from heapq import nsmallest

from headway.errors import WrongUse
from headway.network.model import EVERY, UNREAL, Consent, Contact, Followed, Snooze, Tier, Touch, TouchKind
from headway.network.ties import Tie, judge_tie
from headway.values import Map, Name, Text, Value

LONGEST_SNOOZE = 366
"""Days."""
Keyed = tuple[str, Contact]
"""A contact with its key in the store."""


class Due(Value):
    """Somebody to be in touch with."""

    key: Text
    name: Name
    organisation: Name | None
    due_on: date
    days_over: int
    """Days since then; negative while it is ahead."""
    last: date | None
    """The last real contact."""
    every: int
    tried: date | None = None
    """The last try since then, which reached nobody."""
    planned: date | None = None
    """When the next contact is planned."""
    tie: Tie
    reason: Text


class DueList(Value):
    """Who is due, the longest over for their cadence first."""

    today: date
    items: tuple[Due, ...]
    total: int
    """Due in all: `items` may be cut short."""
    snoozed: int
    """Due, and put off to a later day."""
    followed: int
    """Contacts with a cadence."""


def list_due(
    contacts: Iterable[tuple[str, Followed]], today: date, ahead: int = 0, most: int | None = None, resting: int = 0
) -> DueList:
    """Those who are due on `today` or in the `ahead` days after it; `resting` ones are followed, known not to be due.

    Somebody never reached is due from the day that they were added. Who asked not to be kept is left out.
    """
    found: list[tuple[float, str, str, Followed, int, date | None]] = []
    snoozed, followed = 0, resting
    for key, contact in contacts:
        if contact.tier is None and contact.every is None and contact.mentorship is None:
            continue
        every = contact.cadence(today)
        if every is None or contact.consent is Consent.REFUSED:
            continue
        followed += 1
        last = contact.last_real(today)
        days_over = (today - _find_due_day(contact, every, last)).days
        if days_over < -ahead:
            continue
        if sleeps(contact, today):
            snoozed += 1
        else:
            found.append((-days_over / every, contact.name, key, contact, every, last))
    first = sorted(found) if most is None else nsmallest(most, found)  # keys differ: contacts are never compared
    items = tuple(_due(key, contact, every, last, today) for _, _, key, contact, every, last in first)
    return DueList(today=today, items=items, total=len(found), snoozed=snoozed, followed=followed)


def find_limits(today: date, ahead: int) -> Map[Tier, date]:
    """By tier, the day after which a last real contact leaves nobody due on `today` or in the `ahead` days after it."""
    last, latest = today.toordinal() + ahead, date.max.toordinal()
    return Map({tier: date.fromordinal(min(max(1, last - every), latest)) for tier, every in EVERY.items()})


def _find_due_day(contact: Followed, every: int, last: date | None) -> date:
    return last + timedelta(days=every) if last else contact.added_on


def sleeps(contact: Followed, today: date) -> bool:
    """Whether the reminder is put off beyond `today`."""
    snooze = contact.snooze
    return snooze is not None and snooze.on <= today < snooze.until


def record(contact: Contact, touch: Touch) -> Contact:
    """The contact with one more touch; a real one ends a snooze of the same or an earlier day."""
    ended = touch.kind.real and contact.snooze is not None and contact.snooze.on <= touch.on
    return contact.change(touches=(*contact.touches, touch), snooze=None if ended else contact.snooze)


def put_off(contact: Contact, until: date, today: date) -> Contact:
    """The contact without reminders before `until`; WrongUse where that is not ahead, or more than a year."""
    if not today < until <= today + timedelta(days=LONGEST_SNOOZE):
        raise WrongUse(f"a reminder cannot be put off to {until}", f"give a day after {today}, within a year")
    return contact.change(snooze=Snooze(on=today, until=until))


def _due(key: str, contact: Followed, every: int, last: date | None, today: date) -> Due:
    due_on, since = _find_due_day(contact, every, last), last or date.min
    unreal = [touch for touch in contact.touches if touch.kind in UNREAL]
    tried = [touch.on for touch in unreal if touch.kind is TouchKind.TRIED and since <= touch.on <= today]
    planned = [touch.on for touch in unreal if touch.kind is TouchKind.PLANNED and touch.on >= today]
    ground = _name_ground(contact, every, today)
    return Due(
        key=key,
        name=contact.name,
        organisation=contact.organisation,
        due_on=due_on,
        days_over=(today - due_on).days,
        last=last,
        every=every,
        tried=max(tried, default=None),
        planned=min(planned, default=None),
        tie=judge_tie(contact, today),
        reason=f"{ground}, every {every} days; {f'last contact {last}' if last else 'no contact recorded yet'}",
    )


def _name_ground(contact: Followed, every: int, today: date) -> str:
    mentorship = contact.mentorship
    if mentorship and mentorship.runs(today) and mentorship.every == every:
        return f"your {mentorship.side}"
    return f"{contact.tier} contact" if contact.tier and not contact.every else "own cadence"
