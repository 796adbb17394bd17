"""The activities of a plan and beside it as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

from headway.plan.model import PlannedActivity
from headway.report.cells import guard
from headway.track.kept import KeptPlan
from headway.track.progress import ActivityProgress, Progress

COLUMNS = (
    "activity name state pinned kind provider url first_week last_week hours_planned hours_p10 hours_p50 hours_p90 "
    "hours_logged proof"
).split()


def write_activities(kept: KeptPlan, progress: Progress) -> bytes:
    """CSV (RFC 4180, UTF-8): one row an activity, weeks as their Mondays. Text that could be run is quoted."""
    planned = {activity.activity: activity for activity in kept.plan.activities}
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow(COLUMNS)
    for activity in progress.activities:
        table.writerow([guard(cell) for cell in _row(activity, planned.get(activity.activity), kept)])
    return file.getvalue().encode()


def _row(activity: ActivityProgress, plan: PlannedActivity | None, kept: KeptPlan) -> list[object]:
    hours = activity.expected
    weeks = [kept.plan.start + timedelta(weeks=week - 1) for week in (plan.first, plan.last)] if plan else [None, None]
    return [
        activity.activity,
        activity.name,
        activity.state,
        "yes" if activity.pinned else "no",
        plan.kind if plan else None,
        plan.provider if plan else None,
        plan.url if plan else None,
        *weeks,
        activity.planned,
        *((hours.p10, hours.p50, hours.p90) if hours else (None, None, None)),
        activity.logged,
        plan.proof if plan else None,
    ]
