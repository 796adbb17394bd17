"""What an allocation is worth under the rules of an instance, and which of them it breaks: the rules, read plainly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from headway.plan.solver.model import Instance

TOLERANCE = 1e-6
"""Hours (or money) by which an amount may be off."""

Allocation = Mapping[str, Mapping[int, float]]
"""Hours by activity and week."""


def find_attained(instance: Instance, allocation: Allocation) -> dict[str, int]:
    """The week in which each step is attained; held steps in week 0, the others only if they are."""
    covered: dict[str, int] = {}
    for task in instance.activities:
        weeks = allocation.get(task.id)
        if weeks:
            end = max(weeks)
            for step in task.covers:
                covered[step] = min(covered.get(step, end), end)
    week = dict.fromkeys(instance.held, 0)
    todo = [step for step in covered if step in instance.steps and step not in week]
    moved = True
    while moved:
        moved = False
        for step in todo:
            required = instance.steps[step].requires
            if step not in week and all(q in week for q in required):
                week[step] = max([covered[step], *(week[q] for q in required)])
                moved = True
    return week


def find_worth(instance: Instance, allocation: Allocation) -> float:
    """Sum over attained steps of value x (weeks - week attained)."""
    held = frozenset(instance.held)
    return sum(
        instance.steps[step].value * (instance.weeks - week)
        for step, week in find_attained(instance, allocation).items()
        if step not in held
    )


def find_breaches(instance: Instance, allocation: Allocation) -> tuple[str, ...]:
    """Every rule that the allocation breaks, in words; empty for a feasible one."""
    tasks = {task.id: task for task in instance.activities}
    unknown = tuple(f"{name}: not an activity" for name in allocation if name not in tasks)
    allocation = {name: weeks for name, weeks in allocation.items() if name in tasks}
    found = list(unknown)
    week_of = find_attained(instance, allocation)
    for name, weeks in allocation.items():
        task = tasks[name]
        if not weeks or min(weeks.values()) <= 0:
            found.append(f"{name}: a week without hours")
            continue
        begin, end = min(weeks), max(weeks)
        if abs(sum(weeks.values()) - task.hours) > TOLERANCE * max(1.0, task.hours):
            found.append(f"{name}: {sum(weeks.values()):g} h of {task.hours:g}")
        if begin < max(1, task.earliest or 1):
            found.append(f"{name}: starts in week {begin}, too early")
        if end > min(instance.weeks, instance.weeks if task.latest_end is None else task.latest_end):
            found.append(f"{name}: ends in week {end}, too late")
        for step in task.requires:
            if week_of.get(step, instance.weeks) >= begin:
                found.append(f"{name}: starts before {step} is attained")
    found += _find_crowded(instance, allocation)
    cost = sum(tasks[name].cost for name in allocation)
    if instance.budget is not None and cost > instance.budget + TOLERANCE:
        found.append(f"costs {cost:g} of {instance.budget:g}")
    return tuple(found)


def _find_crowded(instance: Instance, allocation: Allocation) -> Iterator[str]:
    """The weeks with more hours than there are, or more in progress than may be."""
    given: defaultdict[int, float] = defaultdict(float)
    running: defaultdict[int, int] = defaultdict(int)
    for weeks in allocation.values():
        for week, hours in weeks.items():
            given[week] += hours
        for week in range(min(weeks, default=0), max(weeks, default=-1) + 1):
            running[week] += 1
    for week, capacity in enumerate(instance.capacity, start=1):
        if given[week] > capacity + TOLERANCE:
            yield f"week {week}: {given[week]:g} h of {capacity:g}"
        if running[week] > instance.max_parallel:
            yield f"week {week}: {running[week]} in progress"
