"""Continuous learning: how regularly hours were logged in the last twelve weeks."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median

from headway.outlook.habits import Habit, Measure, Part, Record, refuse, say_span
from headway.track.events import Away, Done, Logged

WEEKS = 12
LEAST_WEEKS = 4
"""Weeks of a log below which nothing is said of a habit. A default."""
MOSTLY_AWAY = 4
"""Days away of a week from which it does not count."""
WEEK = timedelta(days=7)
SELDOM, LONG = 0.5, 21
"""Share of weeks, and days between two days of learning, from which the next step is about them. Defaults."""


def judge_learning(record: Record, today: date) -> Habit:
    """Of the weeks counted back from `today`, those spent mostly away left out."""
    days = sorted({e.on for e in record.events if isinstance(e, Logged | Done) and e.on <= today})
    hours = [e for e in record.events if isinstance(e, Logged) and e.on <= today]
    step = _say_first(record)
    if not days:
        return refuse(Part.LEARNING, "your log", "no hour is logged yet", step)
    observed = min(WEEKS, ((today - days[0]).days + 1) // 7)
    ground = f"your log, {say_span(today - WEEK * max(observed, 1) + timedelta(days=1), today)}"
    if observed < LEAST_WEEKS:
        why = f"the log begins on {days[0]}, and {LEAST_WEEKS} weeks of it are needed"
        return refuse(Part.LEARNING, ground, why, step)
    away = [e for e in record.events if isinstance(e, Away)]
    weeks = [today - WEEK * number for number in range(observed)]
    counted = [last for last in weeks if _count_away(last, away) < MOSTLY_AWAY]
    if len(counted) < LEAST_WEEKS:
        why = f"you were away for {observed - len(counted)} of the last {observed} weeks"
        return refuse(Part.LEARNING, ground, why, step)
    learned = [last for last in counted if any(last - WEEK < day <= last for day in days)]
    sums = [sum(e.hours for e in hours if last - WEEK < e.on <= last) for last in learned]
    gap = _find_gap(days, away, today - WEEK * observed, today)
    share = len(learned) / len(counted)
    measures = (
        Measure(
            name="weeks with learning",
            value=round(share, 3),
            says=f"{len(learned)} of {len(counted)}",
            formula="weeks with an hour logged or something finished, over weeks not spent away",
            n=len(counted),
            of="weeks",
        ),
        Measure(
            name="hours in such a week",
            value=round(median(sums), 2) if sums else 0.0,
            says=f"{median(sums):g} h in the middle" if sums else "none",
            formula="median of the hours logged in weeks with learning",
            n=len(sums),
            of="weeks",
        ),
        Measure(
            name="longest pause",
            value=gap,
            says=f"{gap} days",
            formula="most days in a row without learning, days away left out",
            n=observed * 7,
            of="days",
        ),
    )
    if share >= SELDOM and gap < LONG:
        step = f"Keep the rhythm. {step}"
    return Habit(part=Part.LEARNING, ground=ground, measures=measures, next=step)


def _count_away(last: date, away: list[Away]) -> int:
    return sum(any(e.covers(last - timedelta(days=back)) for e in away) for back in range(7))


def _find_gap(days: list[date], away: list[Away], first: date, today: date) -> int:
    """The longest run of days after `first` without learning, not counting those away."""
    learned, longest, run = set(days), 0, 0
    for offset in range(1, (today - first).days + 1):
        day = first + timedelta(days=offset)
        if day in learned:
            run = 0
        elif not any(e.covers(day) for e in away):
            run += 1
        longest = max(longest, run)
    return longest


def _say_first(record: Record) -> str:
    if record.ahead:
        return f"Next: {record.ahead[0][0]}; log it with `headway log`, and `headway plan … --free` gives it a time."
    return "Keep a plan to follow: `headway plan RESUME --to ROLE --keep`."
