"""A plan made again keeps what is done, respects pins and drops, moves little, and says why it moves what it moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.gap.measure import measure_gap
from headway.plan.make import make_plan
from headway.plan.model import Plan
from headway.profile.model import Profile, SkillClaim
from headway.track.events import Away, Done, Dropped, Happening, Logged, Pinned
from headway.track.kept import KeptPlan
from headway.track.progress import fold_progress
from headway.track.replan import MoveKind, Replan, list_causes, make_replan
from headway.track.week import spread_hours
from headway.values import Level
from headway.wish import Wish

W, P = Level.WORKING, Level.PRACTITIONER
MONDAY = date(2026, 11, 23)
HOURS, WEEKS = 6.0, 30
WISH = Wish(to="ml-engineer:mid", hours=HOURS)
Again = tuple[KeptPlan, Replan]


@pytest.fixture
def profile(claim: Callable[..., SkillClaim]) -> Profile:
    return Profile(claims=(claim("sql", P), claim("python", W)), words=400)


@pytest.fixture
def kept(toy: Catalog, profile: Profile, today: date) -> KeptPlan:
    target = find_role_stage("ml-engineer:mid", toy)
    gap = measure_gap(profile, target, toy, today)
    plan = make_plan(gap, profile, toy, (HOURS,) * WEEKS, MONDAY)
    return KeptPlan(
        made_on=MONDAY, wish=WISH, target=target.key, title=target.titles[0], hours=HOURS, plan=plan,
        until=MONDAY + timedelta(weeks=WEEKS),
    )  # fmt: skip


def again(
    kept: KeptPlan,
    events: list[Happening],
    week: int,
    profile: Profile,
    catalog: Catalog,
    hours: float = HOURS,
    afresh: bool = False,
) -> Again:
    """The plan made again on the Monday of `week` (1-based) after `events`."""
    start = MONDAY + timedelta(weeks=week - 1)
    progress = fold_progress(kept, [(str(n), event) for n, event in enumerate(events)], start)
    assert kept.until
    capacity = spread_hours(hours, start, (kept.until - start).days // 7, progress.away)
    target = find_role_stage(kept.target, catalog)
    causes = list_causes(kept, progress, start, kept.wish, hours, {})
    return make_replan(kept, progress, profile, target, catalog, capacity, start, kept.wish, hours, causes, afresh)


def follow(plan: Plan, until: int) -> list[Happening]:
    """Everything that the plan has in the weeks before `until`, logged and finished as planned."""
    events: list[Happening] = []
    names = {a.activity: a for a in plan.activities}
    for week in plan.weeks[: until - 1]:
        for block in week.blocks:
            named = names[block.activity]
            events.append(Logged(on=week.monday, activity=named.activity, name=named.name, hours=block.hours))
            if named.last == week.number:
                events.append(done(named.activity, plan, week.monday))
    return events


def done(slug: str, plan: Plan, on: date) -> Done:
    named = next(a for a in plan.activities if a.activity == slug)
    return Done(on=on, activity=slug, name=named.name, expected=named.hours, teaches=named.teaches)


def test_a_week_as_planned_moves_nothing(kept: KeptPlan, profile: Profile, toy: Catalog) -> None:
    _, change = again(kept, follow(kept.plan, 3), 3, profile, toy)
    assert change.causes == ()
    assert [move for move in change.moves if move.kind is not MoveKind.IN] == []


def test_a_missed_week_is_told_and_each_move_has_its_reason(kept: KeptPlan, profile: Profile, toy: Catalog) -> None:
    after, change = again(kept, follow(kept.plan, 3), 4, profile, toy)
    assert "0 of 5.5 h were logged" in change.causes[0]
    assert change.moves
    assert all(move.why for move in change.moves)
    assert change.moves[0].why.startswith("it has more left")
    assert after.plan == change.plan
    assert after.hours_before == sum(b.hours for w in kept.plan.weeks[:3] for b in w.blocks)


def test_weeks_that_passed_without_a_log_are_no_sign_of_a_slow_pace(
    kept: KeptPlan, profile: Profile, toy: Catalog
) -> None:
    _, change = again(kept, [], 6, profile, toy)
    reasons = {move.why for move in change.moves}
    assert "its weeks passed without logged hours" in reasons
    assert not any("pace" in why for why in reasons)


def test_what_is_dropped_leaves_and_stays_away(kept: KeptPlan, profile: Profile, toy: Catalog) -> None:
    last = kept.plan.activities[-1]
    dropped = Dropped(on=MONDAY, activity=last.activity, name=last.name, why="too long")
    after, change = again(kept, [dropped], 1, profile, toy)
    assert last.activity not in {a.activity for a in after.plan.activities}
    move = next(move for move in change.moves if move.activity == last.activity)
    assert (move.kind, move.why) == (MoveKind.OUT, "you dropped it (too long)")
    twice, _ = again(after, [dropped], 2, profile, toy)
    assert last.activity not in {a.activity for a in twice.plan.activities}


@pytest.mark.parametrize("afresh", [False, True])
def test_time_away_takes_its_hours(kept: KeptPlan, profile: Profile, toy: Catalog, afresh: bool) -> None:
    away = Away(on=MONDAY, first=MONDAY + timedelta(weeks=2), last=MONDAY + timedelta(weeks=4, days=-1))
    after, _ = again(kept, [*follow(kept.plan, 2), away], 2, profile, toy, afresh=afresh)
    assert [week.blocks for week in after.plan.weeks[1:3]] == [(), ()]


def test_fewer_hours_a_week_are_kept_within(kept: KeptPlan, profile: Profile, toy: Catalog) -> None:
    after, change = again(kept, [], 1, profile, toy, hours=3)
    assert "3 h a week instead of 6." in change.causes
    assert all(sum(b.hours for b in week.blocks) <= 3 for week in after.plan.weeks)


def test_a_plan_made_afresh_is_the_best_from_here_whatever_moves(
    kept: KeptPlan, profile: Profile, toy: Catalog
) -> None:
    third = kept.plan.activities[2]
    dropped = Dropped(on=MONDAY, activity=third.activity, name=third.name)
    events = [*follow(kept.plan, 8), dropped]
    _, mended = again(kept, events, 9, profile, toy, hours=9)
    after, change = again(kept, events, 9, profile, toy, hours=9, afresh=True)
    assert change.plan.gap is not None
    assert mended.plan.gap is not None
    assert change.plan.gap < 0.01 < mended.plan.gap
    assert change.items_moved > mended.items_moved
    assert third.activity not in {a.activity for a in after.plan.activities}
    assert "planned afresh" in " ".join(move.why for move in change.moves)
    assert not any("planned afresh" in move.why for move in mended.moves)


@settings(max_examples=15, deadline=None)
@given(
    week=st.integers(1, 12),
    followed=st.integers(1, 12),
    finished=st.sets(st.integers(0, 5), max_size=3),
    dropped=st.integers(0, 12),
    pinned=st.integers(0, 400),
    afresh=st.booleans(),
)
def test_nothing_done_is_scheduled_again_and_pins_are_respected(
    toy: Catalog,
    claim: Callable[..., SkillClaim],
    today: date,
    week: int,
    followed: int,
    finished: set[int],
    dropped: int,
    pinned: int,
    afresh: bool,
) -> None:
    profile = Profile(claims=(claim("sql", P), claim("python", W)), words=400)
    target = find_role_stage("ml-engineer:mid", toy)
    plan = make_plan(measure_gap(profile, target, toy, today), profile, toy, (HOURS,) * WEEKS, MONDAY)
    kept = KeptPlan(made_on=MONDAY, wish=WISH, target=target.key, title="t", hours=HOURS, plan=plan)
    kept = kept.change(until=MONDAY + timedelta(weeks=WEEKS))
    chosen = [a for k, a in enumerate(plan.activities) if k in finished]
    events = follow(plan, min(week, followed)) + [done(a.activity, plan, MONDAY) for a in chosen]
    if dropped < len(plan.activities):
        gone = plan.activities[dropped]
        events.append(Dropped(on=MONDAY, activity=gone.activity, name=gone.name))
    held = sorted(toy.activities)[pinned % len(toy.activities)]
    over = {e.activity for e in events if isinstance(e, Done | Dropped)}
    if held not in over:
        events.append(Pinned(on=MONDAY, activity=held, name=toy.activities[held].name))
    after, change = again(kept, events, week, profile, toy, afresh=afresh)
    planned = {a.activity for a in after.plan.activities}
    assert not planned & over
    assert held in planned or held in over or any("you pinned it" in line for line in after.plan.left_out)
    for row in after.plan.weeks:
        assert sum(block.hours for block in row.blocks) <= HOURS + 1e-6
        assert sum(a.first <= row.number <= a.last for a in after.plan.activities) <= 3
    ahead = [a for a in plan.activities if a.activity not in over]
    assert change.kept + sum(m.before is not None for m in change.moves) == len(ahead)
    assert again(kept, events, week, profile, toy, afresh=afresh) == (after, change)


def test_a_pace_is_learned_against_all_hours_of_what_was_begun_under_another_plan(
    kept: KeptPlan, profile: Profile, toy: Catalog
) -> None:
    """Done after a plan was made again: the hours logged before it count, so the hours expected before it must too."""
    after, _ = again(kept, follow(kept.plan, 3), 4, profile, toy)
    begun = next(a for a in after.plan.activities if a.spent)
    assert begun.whole
    assert begun.whole.p50 > begun.hours.p50
    assert begun.planned + begun.spent == pytest.approx(begun.whole.p50, abs=1)
