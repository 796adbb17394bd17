"""What a plan dates beside its hours: milestones with proof, reviews, and certifications that lapse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from headway.catalog.model import Activity, ActivityKind, Catalog
from headway.plan.model import Plan, PlannedActivity, Step
from headway.profile.model import Profile
from headway.values import Level, Month, Slug, Text, Value

QUARTER_WEEKS = 13
WARN_MONTHS = 3
"""Months before a certification lapses in which to see to it. A default."""


class DatedKind(StrEnum):
    MILESTONE = "milestone"
    REVIEW = "review"
    RENEWAL = "renewal"


class Dated(Value):
    """Something on a day, or by a day."""

    on: date
    kind: DatedKind
    of: Slug
    """The activity it belongs to, or the number of the milestone: with the kind, the same from plan to plan."""
    what: Text
    surely: date | None = None
    """Of a milestone: the day by which it is reached nine times in ten, an estimate."""
    proof: Text | None = None
    steps: tuple[Step, ...] = ()


def list_dated(plan: Plan, profile: Profile, catalog: Catalog, today: date) -> tuple[Dated, ...]:
    """Milestones each quarter, the plan's reviews, renewals; by day."""
    found = [
        *list_milestones(plan, catalog),
        *_list_reviews(plan),
        *_list_renewals(plan, profile, catalog, today),
    ]
    return tuple(sorted(found, key=lambda item: (item.on, item.kind, item.of)))


def list_milestones(plan: Plan, catalog: Catalog) -> tuple[Dated, ...]:
    """One a quarter: what is attained since the last, and the project that shows it.

    Where nothing that ends in the quarter leaves a proof, the shortest project of the catalog that works on one of its
    steps is named, to be done small or pinned.
    """
    found = []
    for number, begin in enumerate(range(0, len(plan.weeks), QUARTER_WEEKS), 1):
        weeks = plan.weeks[begin : begin + QUARTER_WEEKS]
        last = weeks[-1]
        steps = tuple(step for week in weeks for step in week.attains)
        ended = [a for a in plan.activities if weeks[0].number <= a.last <= last.number]
        if not steps and not ended:
            continue
        shows = max((a for a in ended if a.proof), key=_weight, default=None)
        surely = max((a.surely for a in ended if a.surely), default=None)
        proof = f"{shows.name}: {shows.proof}" if shows else _suggest_project(steps, plan, catalog)
        what = f"Milestone {number}: {_say_steps(steps, catalog) or 'what was begun goes on'}"
        found.append(
            Dated(
                on=last.monday + timedelta(days=6),
                kind=DatedKind.MILESTONE,
                of=str(number),
                what=what,
                surely=surely,
                proof=proof,
                steps=steps,
            )
        )
    return tuple(found)


def _weight(activity: PlannedActivity) -> tuple[bool, float, str]:
    return activity.kind is ActivityKind.PROJECT, activity.planned, activity.activity


def _say_steps(steps: tuple[Step, ...], catalog: Catalog) -> str:
    best: dict[Slug, Level] = {}
    for step in steps:
        best[step.skill] = max(best.get(step.skill, Level.NONE), step.level)
    return ", ".join(f"{catalog.skills[skill].name} {level}" for skill, level in best.items())


def _suggest_project(steps: tuple[Step, ...], plan: Plan, catalog: Catalog) -> str | None:
    planned = {activity.activity for activity in plan.activities}
    projects = [
        activity
        for step in steps
        for activity in catalog.teachers.get((step.skill, step.level), ())
        if activity.kind is ActivityKind.PROJECT and activity.slug not in planned
    ]
    if not projects:
        return None
    short = min(projects, key=lambda activity: (activity.hours.p50, activity.slug))
    return (
        f"nothing that ends here leaves a proof; {short.name} ({short.hours.p50:g} h) would: "
        f"`--pin {short.slug}` puts it into the plan"
    )


def _list_reviews(plan: Plan) -> Iterator[Dated]:
    for review in plan.reviews:
        minutes = round(review.hours * 60)
        what = f"Go through {review.name} once more, from memory first ({minutes} minutes)"
        yield Dated(on=review.monday, kind=DatedKind.REVIEW, of=review.activity, what=what)


def _list_renewals(plan: Plan, profile: Profile, catalog: Catalog, today: date) -> Iterator[Dated]:
    """When certifications of the plan and of the profile lapse, three months ahead, and how they are kept."""
    for planned in plan.activities:
        validity = catalog.activities[planned.activity].validity if planned.activity in catalog.activities else None
        if validity and planned.likely and (month := validity.ends(Month.of(planned.likely))):
            yield _renewal(planned.activity, planned.name, month, validity.renew, today)
    known = {activity.name.casefold(): activity for activity in catalog.activities.values() if activity.validity}
    for certification in profile.certifications:
        named = known.get(certification.name.casefold())
        month = certification.expires or _lapse(named, certification.issued)
        if month and month.month and month.index >= Month.of(today).index:
            how = named.validity.renew if named and named.validity else None
            yield _renewal(named.slug if named else _slug(certification.name), certification.name, month, how, today)


def _lapse(named: Activity | None, issued: Month | None) -> Month | None:
    return named.validity.ends(issued) if named and named.validity and issued else None


def _renewal(of: Slug, name: str, month: Month, how: str | None, today: date) -> Dated:
    warned = max(0, int(month.index) - WARN_MONTHS)
    on = max(today, date(warned // 12, warned % 12 + 1, 1))
    keep = f" To keep it: {how[0].lower()}{how[1:]}" if how else ""
    return Dated(on=on, kind=DatedKind.RENEWAL, of=of, what=f"{name} lapses in {month}.{keep}")


def _slug(name: str) -> Slug:
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in name.lower()).split()
    return "-".join(words)[:80].strip("-") or "certification"
