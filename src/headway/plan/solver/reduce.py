"""From an instance to the problem that is left of it: indexed, without what cannot be done or would be no use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from headway.plan.solver.model import Instance, Task
from headway.plan.solver.problem import EPS, Problem, ends

PIN = ":pin:"
"""Before a task's id: the step that a pinned task alone covers."""


@dataclass(slots=True)
class _Candidate:
    """A task while it is being reduced."""

    task: Task
    covers: frozenset[str]
    requires: frozenset[str]
    first: int
    last: int
    soonest: int = 0
    before: frozenset[str] = frozenset()
    """Everything attained before it can start: what it requires, and what that requires."""


def reduce(instance: Instance, patience: int | None = None) -> Problem:
    """Drop steps and activities that no best plan needs; what is left has the same best objective.

    Dropped are activities that cannot end in time or be paid for, that lead to nothing of value, or that another
    one replaces (no more hours or money, no later window, no more asked, at least as much covered).
    """
    total = tuple(accumulate(instance.capacity, initial=0.0))
    held = frozenset(instance.held)
    needs = {
        name: tuple(dict.fromkeys(q for q in goal.requires if q not in held))
        for name, goal in instance.steps.items()
        if name not in held
    }
    value = {name: instance.steps[name].value for name in needs}
    once = {PIN + task.id: 1.0 + instance.weeks * sum(value.values()) for task in instance.activities if task.pinned}
    needs |= dict.fromkeys(once, ())
    value |= dict.fromkeys(once, 0.0)
    left = {
        task.id: _Candidate(
            task,
            frozenset((*task.covers, PIN + task.id)) & needs.keys(),
            frozenset(task.requires) - held,
            max(1, task.earliest or 1),
            instance.weeks - 1 if task.latest_end is None else min(instance.weeks - 1, task.latest_end),
        )
        for task in instance.activities
        if instance.budget is None or task.cost <= instance.budget + EPS
    }
    size = None
    week, left = _soonest_weeks(left, needs, total, {})  # nothing that is left waits for itself
    needs = {name: needs[name] for name in needs if name in week}
    while size != (len(left), len(needs)):
        size = (len(left), len(needs))
        closure = _close_all(needs)
        for candidate in left.values():
            candidate.before = candidate.requires.union(*(closure[q] for q in candidate.requires))
        week, left = _soonest_weeks(left, needs, total, _floor_weeks(left, closure, total))
        needs = {name: needs[name] for name in needs if name in week}
        left = _narrowed(left, needs, week)
        useful = _useful_steps(left, needs, value)
        needs = {name: needs[name] for name in needs if name in useful}
        for candidate in left.values():
            candidate.covers &= useful
        left = _undominated({key: candidate for key, candidate in left.items() if candidate.covers}, needs)
    patience = instance.weeks if patience is None else patience
    return _indexed(instance, patience, total, left, needs, value, once, week)


def _soonest_weeks(
    left: dict[str, _Candidate], needs: dict[str, tuple[str, ...]], total: tuple[float, ...], floor: dict[str, int]
) -> tuple[dict[str, int], dict[str, _Candidate]]:
    """The first week, not before its `floor`, in which each step could be attained if nothing else wanted the hours;
    without those never."""
    week: dict[str, int] = {}
    for candidate in left.values():
        candidate.soonest = 0
    teachers = _list_teachers(left, needs)
    horizon = len(total) - 2
    moved = True
    while moved:
        moved = False
        for candidate in left.values():
            if not candidate.requires <= week.keys():
                continue
            start = max([candidate.first, *(week[q] + 1 for q in candidate.requires)])
            end = ends(total, start, candidate.task.hours) if start <= candidate.last else candidate.last + 1
            candidate.soonest = end if end <= candidate.last else 0
        for name, required in needs.items():
            if not all(q in week for q in required):
                continue
            taught = [c.soonest for c in teachers[name] if c.soonest]
            if taught:
                soonest = max([floor.get(name, 0), min(taught), *(week[q] for q in required)])
                if soonest <= horizon and week.get(name) != soonest:
                    week[name] = soonest
                    moved = True
    return week, {key: c for key, c in left.items() if c.soonest and c.requires <= week.keys()}


def _floor_weeks(
    left: dict[str, _Candidate], closure: dict[str, frozenset[str]], total: tuple[float, ...]
) -> dict[str, int]:
    """A week before which each step cannot be attained, as the hours of all that it rests on do not fit in before.

    For the same reason the first week of each candidate is put off.
    """
    teachers = _list_teachers(left, closure)
    known: dict[frozenset[str], int] = {frozenset(): 0}

    def floor(steps: frozenset[str]) -> int:
        if steps not in known:
            known[steps] = ends(total, 1, _least_hours(steps, teachers))
        return known[steps]

    for candidate in left.values():
        candidate.first = max(candidate.first, floor(candidate.before) + 1)
    return {name: floor(rests | {name}) for name, rests in closure.items()}


def _least_hours(steps: frozenset[str], teachers: dict[str, list[_Candidate]]) -> float:
    """Hours below which `steps` cannot all be covered: each is given a price, first an even share and then what room is
    left, so that no candidate's steps cost more than its hours."""
    names = sorted(steps)
    room = {c.task.id: c.task.hours for name in names for c in teachers[name]}
    times = Counter(c.task.id for name in names for c in teachers[name])
    share = {name: min((c.task.hours / times[c.task.id] for c in teachers[name]), default=0.0) for name in names}
    for name in names:
        for c in teachers[name]:
            room[c.task.id] -= share[name]
    more = 0.0
    for name in names:
        rise = min((room[c.task.id] for c in teachers[name]), default=0.0)
        more += rise
        for c in teachers[name]:
            room[c.task.id] -= rise
    return sum(share.values()) + more


def _narrowed(
    left: dict[str, _Candidate], needs: dict[str, tuple[str, ...]], week: dict[str, int]
) -> dict[str, _Candidate]:
    """Each candidate without the covers that are attained before it starts, and with its start tightened."""
    for candidate in left.values():
        candidate.covers = frozenset(s for s in candidate.covers if s in needs and s not in candidate.before)
        candidate.first = max([candidate.first, *(week[q] + 1 for q in candidate.requires)])
    return left


def _close_all(needs: dict[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Of each step, all that is attained when it is: what it requires, what that requires, and so on."""
    closure: dict[str, frozenset[str]] = {}

    def close(name: str) -> frozenset[str]:
        if name not in closure:
            closure[name] = frozenset(needs[name]).union(*(close(q) for q in needs[name]))
        return closure[name]

    for name in needs:
        close(name)
    return closure


def _topmost(required: Iterable[str], closure: dict[str, frozenset[str]]) -> list[str]:
    """Those of `required` that no other one of them requires: the rest is said already."""
    named = list(required)
    return [q for q in named if not any(q in closure[r] for r in named)]


def _useful_steps(
    left: dict[str, _Candidate], needs: dict[str, tuple[str, ...]], value: dict[str, float]
) -> frozenset[str]:
    """Steps of value, and those that they, or activities leading to them, require."""
    useful: frozenset[str] = frozenset()
    more = frozenset(name for name in needs if value[name] > 0 or name.startswith(PIN))
    while more != useful:
        useful = more
        more = useful.union(
            *(needs[name] for name in useful), *(c.requires for c in left.values() if c.covers & useful)
        )
    return useful


def _list_teachers(left: dict[str, _Candidate], needs: Iterable[str]) -> dict[str, list[_Candidate]]:
    teachers: dict[str, list[_Candidate]] = {name: [] for name in needs}
    for candidate in left.values():
        for name in candidate.covers & teachers.keys():
            teachers[name].append(candidate)
    return teachers


def _undominated(left: dict[str, _Candidate], needs: Iterable[str]) -> dict[str, _Candidate]:
    teachers = _list_teachers(left, needs)
    gone: set[str] = set()
    for key, a in left.items():
        rivals = min((teachers[name] for name in a.covers), key=len)
        if any(b is not a and b.task.id not in gone and _replaces(b, a) for b in rivals):
            gone.add(key)
    return {key: candidate for key, candidate in left.items() if key not in gone}


def _replaces(b: _Candidate, a: _Candidate) -> bool:
    """Whether `b` can stand in for `a` in any plan without loss."""
    return (
        b.task.hours <= a.task.hours
        and b.task.cost <= a.task.cost
        and b.first <= a.first
        and b.last >= a.last
        and b.covers >= a.covers
        and b.requires <= a.before
    )


def _unimplied(
    steps: list[str], needs: dict[str, tuple[str, ...]], teachers: dict[str, list[_Candidate]]
) -> dict[str, tuple[str, ...]]:
    """The needs of each step without those that every activity covering it covers too; their own needs stay."""
    said: dict[str, tuple[str, ...]] = {}
    for name in steps:
        own: dict[str, None] = {}
        for q in needs[name]:
            own.update(dict.fromkeys(said[q] if all(q in c.covers for c in teachers[name]) else (q,)))
        said[name] = tuple(own)
    return said


def _find_same(
    steps: list[str], needs: dict[str, tuple[str, ...]], teachers: dict[str, list[_Candidate]]
) -> dict[str, str]:
    """Of each step the first of those that are always attained together with it, as what covers and what they need is
    the same."""
    first: dict[tuple[tuple[str, ...], frozenset[str]], str] = {}
    same: dict[str, str] = {}
    for name in steps:  # required steps come first
        by = tuple(c.task.id for c in teachers[name])
        same[name] = first.setdefault((by, frozenset(same[q] for q in needs[name])), name)
    return same


def _indexed(
    instance: Instance,
    patience: int,
    total: tuple[float, ...],
    left: dict[str, _Candidate],
    needs: dict[str, tuple[str, ...]],
    value: dict[str, float],
    once: dict[str, float],
    week: dict[str, int],
) -> Problem:
    kept = tuple(left.values())
    steps: list[str] = []
    todo = list(needs)
    while todo:
        ready = [name for name in todo if all(q in steps for q in needs[name])]
        steps += ready
        todo = [name for name in todo if name not in ready]
    teachers = _list_teachers(left, needs)
    needs = _unimplied(steps, needs, teachers)
    closure = _close_all(needs)
    needs = {name: tuple(_topmost(needs[name], closure)) for name in needs}
    same = _find_same(steps, needs, teachers)
    steps = list(dict.fromkeys(same.values()))
    place = {name: steps.index(same[name]) for name in same}
    needs = {name: tuple(dict.fromkeys(same[q] for q in needs[name])) for name in steps}
    worth, at_all = dict.fromkeys(steps, 0.0), dict.fromkeys(steps, 0.0)
    for name, stands in same.items():
        worth[stands] += value[name]
        at_all[stands] += once.get(name, 0.0)
    number = {key: k for k, key in enumerate(left)}
    return Problem(
        weeks=instance.weeks,
        capacity=(0.0, *instance.capacity),
        total=total,
        max_parallel=instance.max_parallel,
        patience=patience,
        budget=instance.budget,
        steps=tuple(steps),
        value=tuple(worth[name] for name in steps),
        once=tuple(at_all[name] for name in steps),
        needs=tuple(tuple(place[q] for q in needs[name]) for name in steps),
        opens=tuple(tuple(place[d] for d in steps if name in needs[d]) for name in steps),
        attainable=tuple(week[name] for name in steps),
        teachers=tuple(tuple(number[c.task.id] for c in teachers[name]) for name in steps),
        activities=tuple(left),
        hours=tuple(float(c.task.hours) for c in kept),
        cost=tuple(float(c.task.cost) for c in kept),
        covers=tuple(tuple(sorted({place[s] for s in c.covers})) for c in kept),
        requires=tuple(tuple(sorted({place[q] for q in _topmost(c.requires, closure)})) for c in kept),
        first=tuple(c.first for c in kept),
        soonest=tuple(c.soonest for c in kept),
        last=tuple(c.last for c in kept),
    )
