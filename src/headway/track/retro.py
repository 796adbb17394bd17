"""A look back each quarter: what was learned against the plan, and whether the target is still right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pydantic import Field

from headway.catalog.model import Catalog, RoleStage
from headway.gap.measure import measure_gap
from headway.gap.model import GapReport
from headway.profile.model import Profile
from headway.track.events import Done, Dropped, History, Logged, Reviewed, leave_out_undone
from headway.track.kept import KeptPlan
from headway.track.progress import Progress, monday_of
from headway.values import Share, Text, Value

QUARTER = timedelta(weeks=13)
NEARER = 0.05
"""By how much another target must be nearer to be named. A default."""
NAMED = 3
SLOW, DROPPED_MANY = 0.6, 3
"""Share of the planned hours below which, and dropped activities from which, a question is asked. Defaults."""


class Target(Value):
    """Another target of the same stage, and how near it is now."""

    key: Text
    title: Text
    readiness: Share


class Retro(Value):
    """A quarter, looked back on."""

    first: date
    last: date
    title: Text
    logged: float = Field(ge=0)
    planned: float = Field(ge=0)
    """Hours that the plan of today had in these weeks, or those logged where it was made again since."""
    finished: tuple[Text, ...]
    dropped: tuple[Text, ...]
    pace: Text
    readiness_then: Share | None
    readiness_now: Share | None
    nearer: tuple[Target, ...]
    """Targets that are nearer by a clear step, the nearest first."""
    questions: tuple[Text, ...]
    said: Text | None = None


def look_back(
    kept: KeptPlan,
    history: History,
    progress: Progress,
    profile: Profile,
    gap: GapReport,
    target: RoleStage,
    catalog: Catalog,
    said: str | None = None,
) -> Retro:
    """The 13 weeks up to `progress.today`, or since the last look back. `profile` and `gap` hold what was learned."""
    today = progress.today
    events = [event for _, event in leave_out_undone(history)]
    reviews = [event.on for event in events if isinstance(event, Reviewed)]
    first = max([monday_of(today - QUARTER), *(day for day in reviews if day < today)])
    within = [event for event in events if first <= event.on <= today]
    logged = round(sum(event.hours for event in within if isinstance(event, Logged)), 2)
    last_review = max((e for e in events if isinstance(e, Reviewed) and e.on < today), key=lambda e: e.on, default=None)
    planned = max(0.0, progress.scheduled - (last_review.scheduled if last_review else 0.0))
    now = gap.readiness.mid if gap.readiness else None
    then = last_review.readiness if last_review else kept.readiness
    nearer = find_nearer(profile, now, target, catalog, today)
    dropped = tuple(event.name for event in within if isinstance(event, Dropped))
    return Retro(
        first=first,
        last=today,
        title=kept.title,
        logged=logged,
        planned=round(planned, 2),
        finished=tuple(event.name for event in within if isinstance(event, Done)),
        dropped=dropped,
        pace=progress.pace.says,
        readiness_then=then,
        readiness_now=now,
        nearer=nearer,
        questions=_ask(kept, logged, planned, dropped, then, now, nearer),
        said=said,
    )


def find_nearer(
    profile: Profile, now: float | None, target: RoleStage, catalog: Catalog, today: date
) -> tuple[Target, ...]:
    """Role stages of the target's stage and track that are nearer now; none where no readiness is given."""
    if now is None:
        return ()
    found = []
    for stage in catalog.role_stages.values():
        if stage.key != target.key and (stage.stage, stage.track) == (target.stage, target.track):
            readiness = measure_gap(profile, stage, catalog, today).readiness
            if readiness and readiness.mid >= now + NEARER:
                found.append(Target(key=stage.key, title=stage.titles[0], readiness=readiness.mid))
    return tuple(sorted(found, key=lambda other: (-other.readiness, other.key))[:NAMED])


def _ask(
    kept: KeptPlan,
    logged: float,
    planned: float,
    dropped: Sequence[str],
    then: float | None,
    now: float | None,
    nearer: Sequence[Target],
) -> tuple[str, ...]:
    """Questions that the figures raise, and two that they cannot answer."""
    asked = [f"Would you still choose {kept.title} today, and what makes you think so?"]
    if planned and logged < SLOW * planned:
        asked.append(
            f"{logged:g} of {planned:g} h were logged. Is it the hours, the time of day, or what there was to learn? "
            "`headway replan --hours` takes fewer."
        )
    if len(dropped) >= DROPPED_MANY:
        asked.append(f"{len(dropped)} activities were dropped. What do they have in common?")
    if then is not None and now is not None and logged and now <= then:
        asked.append("Readiness did not rise. Is something done that is not marked, or shown nowhere yet?")
    if nearer:
        asked.append(f"{nearer[0].title} is nearer ({nearer[0].readiness:.0%}). Would its work suit you as well?")
    asked.append("Whom could you tell about what you made in these weeks?")
    return tuple(asked)
