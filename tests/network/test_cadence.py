"""Who is due: from the last real contact, never within the cadence, never missed, whatever is planned or put off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.errors import WrongUse
from headway.network.cadence import list_due, put_off, record
from headway.network.model import Consent, Contact, Mentorship, Side, Tier, Touch, TouchKind

DAY = date(2026, 1, 1)


def person(**fields: object) -> Contact:
    return Contact.model_validate({"name": "Ada Holm", "added_on": DAY, **fields})


def due_days(contact: Contact, today: date) -> list[int]:
    return [item.days_over for item in list_due([("a", contact)], today).items]


def after(days: int) -> date:
    return DAY + timedelta(days=days)


Step = st.tuples(
    st.integers(0, 40),
    st.sampled_from(["met", "call", "message", "event", "tried", "planned", "snooze"]),
    st.integers(1, 60),
)


@given(st.lists(Step, max_size=25), st.sampled_from(list(Tier)))
def test_replaying_a_log_never_nags_within_the_cadence_and_never_misses_one_overdue(
    log: list[tuple[int, str, int]], tier: Tier
) -> None:
    every = {Tier.CLOSE: 30, Tier.REGULAR: 90, Tier.LOOSE: 180}[tier]
    contact, today = person(tier=tier), 0
    last: int | None = None
    asleep: tuple[int, int] | None = None
    for wait, what, ahead in [*log, (200, "met", 1)]:
        for day in range(today, today + wait + 1):
            told = bool(list_due([("a", contact)], after(day)).items)
            within = last is not None and day - last < every
            put = asleep is not None and asleep[0] <= day < asleep[1]
            assert not (told and within), f"nagged on day {day}, after a contact on day {last}"
            assert told or within or put, f"missed on day {day}, after a contact on day {last}"
            assert not (told and put)
        today += wait
        if what == "snooze":
            contact = put_off(contact, after(today + ahead), after(today))
            asleep = (today, today + ahead)
        elif what == "planned":
            contact = record(contact, Touch(on=after(today + ahead), kind=TouchKind.PLANNED))
        else:
            contact = record(contact, Touch(on=after(today), kind=TouchKind(what)))
            if what != "tried":
                last, asleep = today, None


@given(st.lists(st.tuples(st.integers(-400, 400), st.sampled_from(list(TouchKind))), max_size=12))
def test_the_order_in_which_touches_are_recorded_does_not_matter(log: list[tuple[int, TouchKind]]) -> None:
    touches = [Touch(on=after(day), kind=kind) for day, kind in log]
    forward, back = person(tier="regular"), person(tier="regular")
    for one, other in zip(touches, reversed(touches), strict=True):
        forward, back = record(forward, one), record(back, other)
    assert due_days(forward, DAY) == due_days(back, DAY)


def test_a_plan_and_a_try_reach_nobody() -> None:
    contact = person(tier="close", touches=[{"on": "2026-01-01", "kind": "met"}])
    contact = record(contact, Touch(on=after(20), kind=TouchKind.TRIED))
    contact = record(contact, Touch(on=after(60), kind=TouchKind.PLANNED))
    (item,) = list_due([("a", contact)], after(31)).items
    assert (item.days_over, item.last, item.tried, item.planned) == (1, DAY, after(20), after(60))


def test_a_snooze_hides_and_moves_nothing() -> None:
    contact = put_off(person(tier="close", touches=[{"on": "2026-01-01"}]), after(50), after(35))
    assert due_days(contact, after(49)) == []
    assert due_days(contact, after(50)) == [20]


@pytest.mark.parametrize("until", [DAY, after(-1), after(400)])
def test_a_reminder_is_put_off_to_a_day_ahead_within_a_year(until: date) -> None:
    with pytest.raises(WrongUse, match="within a year"):
        put_off(person(tier="close"), until, DAY)


def test_without_a_cadence_or_where_somebody_refused_there_is_no_reminder() -> None:
    assert due_days(person(), after(5000)) == []
    assert due_days(person(tier="close", consent=Consent.REFUSED), after(5000)) == []


def test_somebody_never_reached_is_due_from_the_day_they_were_added() -> None:
    assert due_days(person(tier="loose"), after(3)) == [3]


def test_a_mentorship_that_runs_shortens_the_cadence_and_one_that_ended_does_not() -> None:
    terms = Mentorship(side=Side.MENTOR, since=DAY, every=14, until=after(100))
    contact = person(tier="loose", mentorship=terms, touches=[{"on": "2026-01-01"}])
    assert due_days(contact, after(14)) == [0]
    assert due_days(contact, after(101)) == []


def test_the_longest_over_for_their_cadence_comes_first() -> None:
    slow = person(name="Slow", tier="loose", touches=[{"on": "2026-01-01"}])
    quick = person(name="Quick", tier="close", touches=[{"on": "2026-05-01"}])
    found = list_due([("s", slow), ("q", quick)], date(2026, 7, 20))
    assert [(item.name, item.days_over) for item in found.items] == [("Quick", 50), ("Slow", 20)]
    assert list_due([("s", slow), ("q", quick)], date(2026, 7, 20), most=1).total == 2


def test_those_due_in_the_days_to_come_are_shown_when_asked() -> None:
    contact = person(tier="close", touches=[{"on": "2026-01-01"}])
    assert due_days(contact, after(25)) == []
    assert [item.days_over for item in list_due([("a", contact)], after(25), ahead=5).items] == [-5]
