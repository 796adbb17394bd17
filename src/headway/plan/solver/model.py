"""A scheduling problem, and an answer to it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from headway.values import Map, Value


class StepGoal(Value):
    """A step to attain, in the solver's words: worth `value` a week once attained."""

    value: float = Field(ge=0)
    requires: tuple[str, ...] = ()


class Task(Value):
    """An activity in the solver's words. Steps are opaque names. Weeks are 1-based."""

    id: str
    hours: float = Field(gt=0)
    cost: float = Field(default=0, ge=0)
    covers: tuple[str, ...]
    requires: tuple[str, ...] = ()
    earliest: int | None = None
    latest_end: int | None = None
    pinned: bool = False
    """To be done, whatever else would be worth more; left out only where it cannot fit."""


class Instance(Value):
    """A scheduling problem: choose tasks and spread their hours over the weeks.

    Maximise the sum over attained steps of value x (weeks - week attained). A chosen task gets exactly its hours,
    within each week's capacity; it is in progress from its first to its last week with hours, at most
    `max_parallel` at once; it starts only in a week after all steps that it requires are attained; a step is
    attained once a task covering it has ended and its own required steps are attained. Pinned tasks come first: as
    many of them as fit are done.
    """

    id: str
    weeks: int = Field(ge=1)
    capacity: tuple[Annotated[float, Field(ge=0)], ...]
    max_parallel: int = Field(default=3, ge=1)
    budget: float | None = None
    held: tuple[str, ...] = ()
    steps: Map[str, StepGoal]
    activities: tuple[Task, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len(self.capacity) != self.weeks:
            raise ValueError(f"{len(self.capacity)} capacities for {self.weeks} weeks")
        if len({task.id for task in self.activities}) < len(self.activities):
            raise ValueError("two activities have the same id")
        return self


class Solution(Value):
    """Hours by task and week; `bound` is a proven upper bound on the objective of any that does the pinned tasks."""

    id: str
    allocation: Map[str, Map[int, float]]
    objective: float
    bound: float

    @property
    def gap(self) -> float:
        """How far, at most, the plan is from the best possible one, as a share of the bound; 0 is proven optimal."""
        return 0.0 if self.bound <= 0 else max(0.0, (self.bound - self.objective) / self.bound)
