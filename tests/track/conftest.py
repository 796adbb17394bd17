"""A plan of three activities over four weeks, from Monday 23 November 2026, four hours a week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from headway.catalog.model import ActivityKind
from headway.plan.model import Block, Plan, PlannedActivity, Step, Week
from headway.track.kept import KeptPlan
from headway.values import Hours, Level
from headway.wish import make_wish

MONDAY = date(2026, 11, 23)


def plan_activity(slug: str, name: str, first: int, last: int, planned: float) -> PlannedActivity:
    return PlannedActivity(
        activity=slug,
        name=name,
        kind=ActivityKind.COURSE,
        provider="Northwind",
        hours=Hours(p10=planned / 2, p50=planned, p90=planned * 2),
        planned=planned,
        teaches=(Step(skill=slug, level=Level.WORKING),),
        first=first,
        last=last,
        reason="It comes first.",
    )


@pytest.fixture(scope="session")
def kept() -> KeptPlan:
    blocks = ({"sql": 4.0}, {"sql": 2.0, "python": 2.0}, {"python": 4.0}, {"docker": 4.0})
    weeks = tuple(
        Week(
            number=number,
            monday=MONDAY + timedelta(weeks=number - 1),
            capacity=4,
            blocks=tuple(Block(activity=slug, hours=hours) for slug, hours in week.items()),
        )
        for number, week in enumerate(blocks, 1)
    )
    activities = (
        plan_activity("sql", "SQL from tables to windows", 1, 2, 6),
        plan_activity("python", "Python step by step", 2, 3, 6),
        plan_activity("docker", "Docker in a week", 4, 4, 4),
    )
    hours = Hours.total(activity.hours for activity in activities)
    plan = Plan(
        start=MONDAY,
        activities=activities,
        weeks=weeks,
        finish=None,
        gap=0,
        hours=hours,
        hours_left=Hours(p10=0, p50=0, p90=0),
    )
    return KeptPlan(
        made_on=MONDAY,
        wish=make_wish(to="ml-engineer:mid"),
        target="ml-engineer:mid",
        title="ML engineer",
        hours=4,
        plan=plan,
    )
