"""A plan made again after what happened: what is done stays done, what can stay stays, and each move has its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from headway.catalog.model import Catalog, RoleStage
from headway.gap.measure import measure_gap
from headway.gap.model import GapReport
from headway.gap.project import project_readiness
from headway.gap.suppose import suppose
from headway.plan.make import PATIENCE, solve_as_first, write_plan
from headway.plan.model import Plan, PlannedActivity, Step
from headway.plan.reviews import REVIEWED, Ended
from headway.plan.revise import count_items, revise
from headway.plan.solver.model import Instance, Solution
from headway.plan.solver.score import Allocation
from headway.plan.solver.solve import find_bound
from headway.plan.state import state_problem
from headway.plan.terms import Terms
from headway.profile.model import Profile, SkillClaim
from headway.track.kept import KeptPlan
from headway.track.progress import Progress, State
from headway.values import Level, Map, Month, Share, Slug, Text, Value
from headway.wish import Wish

DAYS = 7
YEAR = 52
"""Weeks."""
DONE = "done"
"""The rule of claims that stand on what was done here."""


class MoveKind(StrEnum):
    LATER = "later"
    SOONER = "sooner"
    OUT = "out"
    IN = "in"


AFRESH = {
    MoveKind.LATER: "planned afresh, it comes later",
    MoveKind.SOONER: "planned afresh, it comes sooner",
    MoveKind.OUT: "planned afresh, others take its hours",
    MoveKind.IN: "planned afresh, it is worth its hours",
}
"""Why something moves in a plan made from scratch, where nothing that happened moves it."""


class Move(Value):
    """An activity that ends elsewhere than before, has left the plan, or is new in it."""

    activity: Slug
    name: Text
    kind: MoveKind
    before: date | None = None
    """The end planned before."""
    after: date | None = None
    why: Text


class Replan(Value):
    """What a new plan changes against the one before."""

    today: date
    start: date
    causes: tuple[Text, ...]
    """What happened since the plan before."""
    moves: tuple[Move, ...]
    kept: int = Field(ge=0)
    """Activities still to come that end when they were to end."""
    items: int = Field(ge=0)
    """What the plan before still had from `start` on: an item is one activity in one week."""
    items_moved: int = Field(ge=0)
    """Items whose week no longer holds the same hours of the activity."""
    finish_before: date | None
    finish_after: date | None
    readiness_now: Share | None
    readiness_after: Share | None
    plan: Plan
    afresh: bool = False
    """Made from scratch, whatever moves."""

    @property
    def moved_share(self) -> float:
        """Of the items still to come, those that moved."""
        return self.items_moved / self.items if self.items else 0.0


def learn(profile: Profile, steps: Iterable[Step], proven: Iterable[Step], catalog: Catalog, today: date) -> Profile:
    """The profile with what was attained by the plan; only what leaves a proof counts as shown."""
    shown = _highest(proven)
    raised = suppose(profile, shown, catalog, today) if shown else profile
    claims = {claim.skill: claim for claim in raised.claims}
    month = Month.of(today)
    for skill, level in _highest(steps).items():
        known = claims.get(skill)
        if known is None:
            claims[skill] = SkillClaim(
                skill=skill, level=level, confidence=1.0, last_used=month, evidence=(), rule=DONE
            )
        elif known.level < level:
            claims[skill] = known.change(level=level, last_used=month)
    return raised.change(claims=tuple(claims.values()))


def _highest(steps: Iterable[Step]) -> dict[Slug, Level]:
    levels: dict[Slug, Level] = {}
    for step in steps:
        levels[step.skill] = max(levels.get(step.skill, Level.NONE), step.level)
    return levels


def find_until(kept: KeptPlan) -> date:
    """The Monday after the last week of a kept plan's horizon."""
    if kept.until:
        return kept.until
    year = kept.plan.start + timedelta(weeks=YEAR)
    return min(year + timedelta(weeks=YEAR), kept.wish.by) if kept.wish.by else year


def measure_now(
    kept: KeptPlan, progress: Progress, profile: Profile, target: RoleStage, catalog: Catalog
) -> tuple[Profile, GapReport]:
    """The profile with what is done, and its gap today."""
    proofs = {
        a.activity for a in progress.activities if a.state is State.DONE and _leaves_proof(a.activity, kept, catalog)
    }
    shown = [s for a in (*kept.before, *kept.plan.activities) if a.activity in proofs for s in a.teaches]
    learned = learn(profile, progress.attained, shown, catalog, progress.today)
    return learned, measure_gap(learned, target, catalog, progress.today)


def _leaves_proof(slug: Slug, kept: KeptPlan, catalog: Catalog) -> bool:
    activity = catalog.activities.get(slug)
    return bool(activity and activity.proof)


def make_replan(
    kept: KeptPlan,
    progress: Progress,
    profile: Profile,
    target: RoleStage,
    catalog: Catalog,
    capacity: tuple[float, ...],
    start: date,
    wish: Wish,
    hours: float,
    causes: Sequence[str],
    afresh: bool = False,
) -> tuple[KeptPlan, Replan]:
    """The plan from `start` (a Monday) on with `capacity` by week, of a usual `hours` a week, and what it changes.

    What is done or dropped is not planned again; hours logged count for what is begun. Moving costs, so what nothing
    touches stays in its weeks; `afresh`, it costs nothing, and the best plan is looked for as if it were the first.
    `wish` holds new hours or a new deadline, if there are any.
    """
    profile, gap = measure_now(kept, progress, profile, target, catalog)
    over = {a.activity for a in progress.activities if a.state.over}
    ahead = [a for a in kept.plan.activities if a.activity not in over]
    pace = progress.pace
    terms = Terms(
        own=wish.own,
        pinned=tuple(a.activity for a in progress.activities if a.pinned and a.activity not in over),
        excluded=tuple(dict.fromkeys((*wish.exclude, *sorted(over)))),
        known=tuple(a.activity for a in ahead),
        spent=Map({a.activity: a.logged for a in progress.activities if a.logged and a.activity not in over}),
        pace=pace.factor if pace.clear else 1.0,
        fast=pace.low / pace.factor if pace.known else None,
        slow=pace.high / pace.factor if pace.known else None,
        says=f"Estimates from your pace: {pace.says}." if pace.known else None,
    )
    stated = state_problem(gap, profile, catalog, capacity, start, wish.budget, terms)
    before = _shift(kept.plan, start, {a.activity for a in ahead})
    solution = solve_as_first(stated.instance) if afresh else _mend(stated.instance, before, terms.spent.keys())
    items, items_moved = count_items(before, solution.allocation)
    reviewed = tuple(review for review in kept.plan.reviews if review.monday < start)
    past = list_ended(kept, progress, start)
    plan = write_plan(stated, solution, catalog, start, wish.budget, terms, past, reviewed)
    moves, unmoved = compare_plans(kept.plan, plan, ahead, progress, afresh)
    now = gap.readiness.mid if gap.readiness else None
    shown = {(step.skill, step.level) for step in plan.shown}
    change = Replan(
        today=progress.today,
        start=start,
        causes=tuple(causes),
        moves=moves,
        kept=unmoved,
        items=items,
        items_moved=items_moved,
        finish_before=kept.plan.finish.likely if kept.plan.finish else None,
        finish_after=plan.finish.likely if plan.finish else None,
        readiness_now=now,
        readiness_after=project_readiness(gap, plan.attained, shown) if gap.readiness else None,
        plan=plan,
        afresh=afresh,
    )
    gone = tuple(a for a in kept.plan.activities if a.activity in over)
    passed = sum(block.hours for week in kept.plan.weeks if week.monday < start for block in week.blocks)
    again = kept.change(
        made_on=progress.today,
        wish=wish,
        hours=hours,
        plan=plan,
        until=find_until(kept) if wish.by is None or wish.by == kept.wish.by else wish.by,
        before=(*kept.before, *gone),
        hours_before=kept.hours_before + passed,
    )
    return again, change


def _mend(instance: Instance, before: Allocation, begun: Collection[str]) -> Solution:
    """The plan before, with as little moved as pays, and how far from the best it can be."""
    revision = revise(instance, before, PATIENCE, begun)
    bound = max(revision.worth, find_bound(instance, revision.allocation))
    return Solution(id=instance.id, allocation=revision.allocation, objective=revision.worth, bound=bound)


def list_ended(kept: KeptPlan, progress: Progress, start: date) -> tuple[Ended, ...]:
    """The courses and books that are done, by the week from `start` (1) in which they were."""
    done = {a.activity: a.last for a in progress.activities if a.state is State.DONE and a.last}
    return tuple(
        Ended(a.activity, a.name, (done[a.activity] - start).days // DAYS + 1)
        for a in (*kept.before, *kept.plan.activities)
        if a.kind in REVIEWED and a.activity in done
    )


def _shift(plan: Plan, start: date, names: set[Slug]) -> dict[str, dict[int, float]]:
    """What `plan` holds for `names` from `start` on, by the week counted from there."""
    late = (start - plan.start).days // DAYS
    found: dict[str, dict[int, float]] = {}
    for week in plan.weeks:
        for block in week.blocks:
            if week.number > late and block.activity in names:
                found.setdefault(block.activity, {})[week.number - late] = block.hours
    return found


def compare_plans(
    old: Plan, new: Plan, ahead: Sequence[PlannedActivity], progress: Progress, afresh: bool = False
) -> tuple[tuple[Move, ...], int]:
    """The moves between two plans, by the new end, and how many activities end as planned before."""
    ends = {a.activity: _end(a, old) for a in ahead}
    later = {a.activity: a for a in new.activities}
    behind = {a.activity for a in ahead if _is_behind(a, later.get(a.activity), old, new)}
    moves, kept = [], 0
    names = {a.activity: a.name for a in (*ahead, *new.activities)}
    loose = [names[slug] for slug in names if slug in behind]
    for slug, end in ends.items():
        now = _end(later[slug], new) if slug in later else None
        if now == end:
            kept += 1
            continue
        kind = MoveKind.OUT if now is None else MoveKind.LATER if now > end else MoveKind.SOONER
        others = [name for name in loose if name != names[slug]]
        free = afresh and (kind is MoveKind.OUT or slug not in behind)
        why = AFRESH[kind] if free else _say_why(slug, kind, slug in behind, others, progress)
        moves.append(Move(activity=slug, name=names[slug], kind=kind, before=end, after=now, why=why))
    for state in progress.activities:
        if state.state is State.DROPPED and any(a.activity == state.activity for a in old.activities):
            why = f"you dropped it{f' ({state.why})' if state.why else ''}"
            moves.append(Move(activity=state.activity, name=state.name, kind=MoveKind.OUT, why=why))
    for slug, activity in later.items():
        if slug not in ends:
            why = AFRESH[MoveKind.IN] if afresh else "it fills hours that are free now"
            why = "you pinned it" if activity.pinned else why
            moves.append(Move(activity=slug, name=activity.name, kind=MoveKind.IN, after=_end(activity, new), why=why))
    return tuple(sorted(moves, key=lambda m: (m.after or date.max, m.activity))), kept


def _end(activity: PlannedActivity, plan: Plan) -> date:
    return plan.start + timedelta(weeks=activity.last, days=-1)


def _is_behind(old: PlannedActivity, new: PlannedActivity | None, before: Plan, after: Plan) -> bool:
    """Whether more hours are left of it than its coming weeks had."""
    late = (after.start - before.start).days // DAYS
    coming = sum(b.hours for w in before.weeks if w.number > late for b in w.blocks if b.activity == old.activity)
    return new is not None and new.planned > coming + 0.01


def _say_why(slug: Slug, kind: MoveKind, behind: bool, loose: Sequence[str], progress: Progress) -> str:
    state = progress.of(slug)
    done = f"{state.logged:g} of {state.planned:g} h are logged" if state and state.planned else ""
    if kind is MoveKind.OUT:
        return f"no longer fits beside {loose[0]}" if loose else "no longer fits into the weeks that are left"
    if behind and state and not state.logged:
        return "it takes longer at your pace" if progress.pace.clear else "its weeks passed without logged hours"
    if behind:
        return f"it has more left than its weeks held: {done}"
    if kind is MoveKind.SOONER:
        return "hours before it became free"
    if loose:
        return (
            f"makes room for {loose[0]}" if len(loose) == 1 else f"makes room for {loose[0]} and {len(loose) - 1} more"
        )
    return "its weeks no longer hold it"


def list_causes(
    kept: KeptPlan, progress: Progress, start: date, wish: Wish, hours: float, away: Mapping[date, float]
) -> tuple[str, ...]:
    """What happened since the plan was made: weeks with fewer hours than planned, time away, things dropped or done,
    other hours, another deadline. `away` holds the hours that days away take from each coming week."""
    said = []
    for week in kept.plan.weeks:
        if kept.plan.start <= week.monday < min(start, progress.today):
            planned = sum(block.hours for block in week.blocks)
            logged = progress.weeks.get(week.monday, 0.0)
            if logged < planned - 0.25:
                said.append(f"{logged:g} of {planned:g} h were logged in the week of {week.monday}.")
    for state in progress.activities:
        if state.in_plan and state.state.over and any(a.activity == state.activity for a in kept.plan.activities):
            why = f" ({state.why})" if state.why else ""
            said.append(f"{state.name} is {state.state}{why}.")
        elif state.pinned and not state.in_plan:
            said.append(f"{state.name} is pinned.")
    said += [f"Away days take {taken:g} h of the week of {monday}." for monday, taken in away.items() if taken > 0]
    if wish.by != kept.wish.by and wish.by:
        said.append(f"The deadline is {wish.by} now{f', it was {kept.wish.by}' if kept.wish.by else ''}.")
    if abs(hours - kept.hours) > 0.01:
        said.append(f"{hours:g} h a week instead of {kept.hours:g}.")
    if progress.pace.clear:
        said.append(f"Your pace: {progress.pace.says}.")
    return tuple(said)
