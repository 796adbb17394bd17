"""`WellbeingPlan`: a week against what one meant it to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from headway.errors import WrongUse
from headway.faces.library.shown import Listed, Row, Table, write_html
from headway.faces.library.words import read_hours, read_word
from headway.wellbeing.guardrails import DISCLAIMER, Strain
from headway.wellbeing.targets import OWN_STEPS, Compared, Part, Side, Targets, compare_week
from headway.wellbeing.week import WEEK

DAY = 24.0
NIGHTS = 7
PARTS = {
    "work_hours": Part.WORK,
    "learning_hours": Part.LEARNING,
    "exercise_hours": Part.MOVEMENT,
    "social_hours": Part.SOCIAL,
    "rest_hours": Part.SLEEP,
}
NIGHTLY = "rest_hours"
"""The category that is hours a night."""


class BalanceStatus(Row):
    """Where each category stands: `under`, `balanced` or `over`; None where nothing was said of it."""

    work_hours: Side | None = None
    learning_hours: Side | None = None
    exercise_hours: Side | None = None
    social_hours: Side | None = None
    rest_hours: Side | None = None
    compared: tuple[Compared, ...] = ()
    """What each rests on, in hours a week."""

    named: ClassVar[tuple[str, ...]] = tuple(PARTS)

    def tables(self) -> tuple[Table, ...]:
        rows = []
        for category, part in PARTS.items():
            one = next((c for c in self.compared if c.part is part), None)
            said = (f"{one.actual:g} h", f"{one.target:g} h", one.figure) if one else ("-", "-", "Nothing was said.")
            rows.append((category, self[category] or "not said", *said))
        headings = ("Category", "Status", "A week", "Meant", "Why")
        passed = any(one.strain > Strain.NONE for one in self.compared)
        return (Table("Your week", headings, tuple(rows), DISCLAIMER if passed else ""),)


class WellbeingPlan:
    """What a good week holds. All hours are hours a week, but `rest_hours`, which are hours of sleep a night.

    The defaults are the career guide's. Raises WrongUse for hours that are none, or that do not fit.
    """

    work_hours: float
    learning_hours: float
    exercise_hours: float
    social_hours: float
    rest_hours: float

    def __init__(
        self,
        *,
        work_hours: float = 40,
        learning_hours: float = 5,
        exercise_hours: float = 3,
        social_hours: float = 5,
        rest_hours: float = 8,
    ) -> None:
        self.work_hours = work_hours
        self.learning_hours = learning_hours
        self.exercise_hours = exercise_hours
        self.social_hours = social_hours
        self.rest_hours = rest_hours

    def __setattr__(self, name: str, value: Any) -> None:
        """Any of the five can be set anew; nothing else."""
        _read(name, value)
        super().__setattr__(name, value)

    def check_balance(self, actual_hours: Mapping[str, float]) -> BalanceStatus:
        """Each category of `actual_hours` against this plan and against the guardrails of health, on the side that
        matters. What is left out is not judged."""
        if not isinstance(actual_hours, Mapping):
            raise WrongUse("actual_hours is no dictionary", "write it as {'work_hours': 45, 'rest_hours': 7}")
        actual = {PARTS[name]: _read(name, hours) for name, hours in actual_hours.items() if _knows(name)}
        meant = {part.value: _read(name, getattr(self, name)) for name, part in PARTS.items()}
        compared = compare_week(Targets.model_validate(meant), actual)
        names = {part: name for name, part in PARTS.items()}
        return BalanceStatus.model_validate({**{names[c.part]: c.side for c in compared}, "compared": compared})

    def get_wellbeing_recommendations(self, balance_status: Mapping[str, str] | BalanceStatus) -> Listed[str]:
        """One next step for each category that is over or under, what strains most first."""
        if isinstance(balance_status, BalanceStatus):
            found = sorted(balance_status.compared, key=lambda one: -one.strain.rank)
            steps = [(c.next_step, c.figure, c.source) for c in found if c.next_step]
        else:
            steps = [(step, "By your own word.", "") for step in _advise(balance_status)]
        rows = tuple((step, why, "" if source == "headway" else source) for step, why, source in steps)
        note = DISCLAIMER if rows else "Nothing is out of balance."
        return Listed((step for step, *_ in rows), Table("For your week", ("Next step", "Why", "Source"), rows, note))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name):g}" for name in PARTS)
        return f"WellbeingPlan({said})"

    def _repr_html_(self) -> str:
        rows = tuple((name, f"{getattr(self, name):g} h a {_span(name)}") for name in PARTS)
        return write_html((Table("A good week", ("Category", "Meant"), rows),))


def _span(name: str) -> str:
    return "night" if name == NIGHTLY else "week"


def _knows(name: object) -> bool:
    if name not in PARTS:
        raise WrongUse(f"there is no category {str(name)[:60]!r}", f"use {', '.join(PARTS)}")
    return True


def _read(name: str, hours: object) -> float:
    """Hours a week of a category, from hours as they are said for it."""
    _knows(name)
    if name == NIGHTLY:
        return read_hours(hours, name, DAY, "a night") * NIGHTS
    return read_hours(hours, name, WEEK, "a week")


def _advise(status: Mapping[str, str]) -> list[str]:
    """Next steps for words alone."""
    if not isinstance(status, Mapping):
        raise WrongUse("balance_status is no dictionary", "give what check_balance returned")
    said = {PARTS[name]: read_word(Side, word, name) for name, word in status.items() if _knows(name) and word}
    return [step for part, side in said.items() if (step := OWN_STEPS.get((part, side)))]
