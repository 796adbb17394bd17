"""A week against what one meant it to be: each part on the side that matters, never past a guardrail."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from headway.errors import WrongUse
from headway.values import JUDGED_BY, Ordered, Slug, Text, Value
from headway.wellbeing.guardrails import GUARDRAILS, SLACK, Strain, find_warnings
from headway.wellbeing.week import WEEK, WeekHours

MARGIN = 0.2
"""Share of a target that one may be off it: the career guide's, reported."""


class Part(StrEnum):
    WORK = "work"
    LEARNING = "learning"
    MOVEMENT = "movement"
    SOCIAL = "social"
    SLEEP = "sleep"


class Side(Ordered):
    """Where hours stand against what is good, from too few to too many."""

    UNDER = "under"
    BALANCED = "balanced"
    OVER = "over"


MATTERS = {
    Part.WORK: (Side.OVER,),
    Part.LEARNING: (Side.UNDER, Side.OVER),
    Part.MOVEMENT: (Side.UNDER,),
    Part.SOCIAL: (Side.UNDER,),
    Part.SLEEP: (Side.UNDER,),
}
"""Nobody is warned of a short working week, of much sleep, of much company or of much movement."""
OWN_STEPS = {
    (Part.WORK, Side.OVER): "Name one thing to hand over or to refuse this week.",
    (Part.LEARNING, Side.UNDER): "Put one session of learning into the calendar of next week.",
    (Part.LEARNING, Side.OVER): "Move one session of learning to a later week.",
    (Part.MOVEMENT, Side.UNDER): "Walk to one thing next week that you would have sat for.",
    (Part.SOCIAL, Side.UNDER): "Fix one evening next week with people you like.",
    (Part.SLEEP, Side.UNDER): "Move one late hour of the week to the morning or drop it.",
}


class Targets(Value):
    """Hours a week that one means to spend: by default the career guide's, its eight of rest a day made weekly."""

    work: WeekHours = 40
    learning: WeekHours = 5
    movement: WeekHours = 3
    social: WeekHours = 5
    sleep: WeekHours = 56


class Compared(Value):
    """One part of a week against its target, in hours a week."""

    part: Part
    target: float
    actual: float
    side: Side
    figure: Text
    """What it was held against."""
    next_step: Text | None = None
    """None where it is balanced."""
    strain: Strain = Strain.NONE
    """Of a guardrail that is passed; none for one's own target."""
    source: Slug = JUDGED_BY
    """Of the guardrail that is passed."""


class _Spent(NamedTuple):
    """What guardrails look at; a part that nobody spoke of passes none."""

    work: float = 0.0
    sleep: float = WEEK
    movement: float = WEEK

    @property
    def search(self) -> float:
        return 0.0

    @property
    def labour(self) -> float:
        return self.work


def compare_week(targets: Targets, actual: Mapping[Part, float]) -> tuple[Compared, ...]:
    """The parts that `actual` speaks of, in the order of `Part`; WrongUse where they do not fit into a week."""
    total = sum(actual.values())
    if total > WEEK:
        raise WrongUse(f"the hours add up to {total:g} a week, and a week has {WEEK:g}", "check their units")
    rails = {part.value for part in actual} & set(_Spent._fields)
    warnings = {_part_of(w.guardrail): w for w in find_warnings(_Spent(**{part: actual[Part(part)] for part in rails}))}
    found = []
    for part in Part:
        if part not in actual:
            continue
        target, hours = getattr(targets, part), actual[part]
        side = find_side(part, target, hours)
        one = Compared(
            part=part,
            target=target,
            actual=hours,
            side=side,
            figure=f"{hours:g} h against {target:g} h meant.",
            next_step=OWN_STEPS.get((part, side)),
        )
        if rail := warnings.get(part):
            one = one.change(figure=rail.figure, next_step=rail.next_step, strain=rail.strain, source=rail.source)
        found.append(one)
    return tuple(found)


def find_side(part: Part, target: float, actual: float) -> Side:
    """Over or under by more than the slack, on a side that matters: against a fifth around the target, or against the
    guardrail where that is stricter. Hours a week."""
    most = min([target * (1 + MARGIN), *_limits(part, "above")])
    least = max([target * (1 - MARGIN), *_limits(part, "below")])
    if Side.OVER in MATTERS[part] and actual - most > SLACK:
        return Side.OVER
    if Side.UNDER in MATTERS[part] and least - actual > SLACK:
        return Side.UNDER
    return Side.BALANCED


def _limits(part: Part, side: str) -> list[float]:
    return [rail.limit for rail in GUARDRAILS if rail.part == part.value and rail.side == side]


def _part_of(guardrail: Slug) -> Part:
    return next(Part(rail.part) for rail in GUARDRAILS if rail.slug == guardrail)
