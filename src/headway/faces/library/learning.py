"""`LearningPlan`: what to learn, how much of a month it takes, and what comes first."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from headway.errors import WrongUse
from headway.faces.library.shown import Listed, Row, Table, write_html, write_text
from headway.faces.library.words import find_skill, open_own, read_hours, read_list, read_stage, read_text, read_word
from headway.plan.terms import Priority, Status
from headway.values import Share, Slug, Text

if TYPE_CHECKING:
    from headway.catalog.model import Catalog

WEEKS_A_MONTH = 52 / 12
MONTH = 168 * WEEKS_A_MONTH
"""Hours in a month."""
HEADINGS = ("Activity", "A month", "Priority", "Status", "For the goals")


class LearningActivity(Row):
    """One thing to learn."""

    type: Text
    time_commitment: float = Field(ge=0)
    """Hours a month."""
    priority: Priority
    status: Status = Status.PLANNED
    skills: tuple[Slug, ...] = ()
    """That it works on."""
    relevance: Share = 0.0
    """How much the goals ask for the most wanted of them: the importance of the skill for the role, 1 for a skill that
    is a goal itself, 0 where no skill is known."""

    named: ClassVar[tuple[str, ...]] = ("type", "time_commitment", "priority", "status")

    @property
    def rank(self) -> tuple[int, Priority, float]:
        """Sorts what can be gone on with by priority, then by what it does for the goals; what is blocked, dropped and
        done comes after it, in this order."""
        return 0 if self.status.open else self.status.rank, self.priority, -self.relevance

    def cells(self) -> tuple[str, ...]:
        named = ", ".join(self.skills)
        asked = (
            f"{self.relevance:.0%}, {named}" if self.relevance else f"not asked, {named}" if named else "no skill named"
        )
        return self.type, f"{self.time_commitment:g} h", self.priority, self.status, asked


class LearningPlan:
    """Learning activities of somebody at a stage, towards goals.

    `goals` are roles (`ml-engineer:mid`), skills, or words that hold the names of skills.
    """

    def __init__(self, career_stage: str, goals: Iterable[str] = (), *, catalog: Catalog | None = None) -> None:
        from headway.actions.learning import Reader

        self.career_stage = read_stage(career_stage)
        self.goals = read_list(goals, "goals")
        self._reader = Reader(open_own(catalog))
        self._goals = tuple(self._reader.read_goal(goal) for goal in self.goals)
        self._activities: list[LearningActivity] = []

    @property
    def learning_activities(self) -> Listed[LearningActivity]:
        """In the order in which they were added, or as they were last prioritised."""
        return Listed(self._activities, self._table())

    def add_learning_activity(
        self,
        activity_type: str,
        time_commitment: float,
        priority: str,
        *,
        skill: str | None = None,
        status: str = "planned",
    ) -> LearningActivity:
        """Adds an activity of `time_commitment` hours a month, with a priority of critical, high, medium or low.

        What it works on is `skill`, or the skills that `activity_type` names. Raises WrongUse, or NotFound for a skill
        that the catalog does not know.
        """
        text = read_text(activity_type, "activity_type")
        if skill:
            skills: tuple[Slug, ...] = (find_skill(skill, "skill", self._reader.catalog).slug,)
        else:
            skills = self._reader.find_skills(text)
        activity = LearningActivity(
            type=text,
            time_commitment=read_hours(time_commitment, "time_commitment", MONTH, "a month"),
            priority=read_word(Priority, priority, "priority"),
            status=read_word(Status, status, "status"),
            skills=skills,
            relevance=self._weigh(skills),
        )
        if any(activity.type == known.type for known in self._activities):
            raise WrongUse(f"{text!r} is in the plan already", "name it apart, or change its status with set_status")
        self._activities.append(activity)
        return activity

    def set_status(self, activity_type: str, status: str) -> LearningActivity:
        """Says where an activity stands: planned, started, blocked, done or dropped."""
        place = next((at for at, known in enumerate(self._activities) if known.type == activity_type), None)
        if place is None:
            held = ", ".join(known.type for known in self._activities[:5]) or "nothing"
            raise WrongUse(f"there is no activity {str(activity_type)[:60]!r} in the plan", f"it holds {held}")
        changed = self._activities[place].change(status=read_word(Status, status, "status"))
        self._activities[place] = changed
        return changed

    def get_monthly_commitment(self) -> float:
        """Hours a month of what is planned or started; what is done, dropped or blocked takes none."""
        return _sum(activity.time_commitment for activity in self._activities if activity.status.open)

    def get_weekly_commitment(self) -> float:
        """The same in hours a week, as `WellbeingPlan.learning_hours` is said."""
        return round(self.get_monthly_commitment() / WEEKS_A_MONTH, 1)

    def prioritize_activities(self) -> Listed[LearningActivity]:
        """Puts critical before high, medium and low, and within one priority what the goals ask for most.

        What is blocked, dropped or done comes last. Equals stay in the order in which they stood.
        """
        self._activities.sort(key=lambda activity: activity.rank)
        return self.learning_activities

    def _weigh(self, skills: tuple[Slug, ...]) -> float:
        from headway.actions.learning import weigh

        return weigh(skills, self._goals)

    def _table(self) -> Table:
        goals = "; ".join(goal.text if goal.means else f"{goal.text} (names no skill)" for goal in self._goals)
        caption = f"Learning plan, {self.career_stage}" + (f", towards {goals}" if goals else "")
        monthly, weekly = self.get_monthly_commitment(), self.get_weekly_commitment()
        note = f"{monthly:g} h a month, {weekly:g} h a week." if self._activities else "Nothing is in it yet."
        return Table(caption, HEADINGS, tuple(activity.cells() for activity in self._activities), note)

    def __repr__(self) -> str:
        return write_text((self._table(),))

    def _repr_html_(self) -> str:
        return write_html((self._table(),))


def _sum(hours: Iterable[float]) -> float:
    """Whole hours stay whole numbers, as they were said."""
    total = round(fsum(hours), 6)
    return int(total) if total == int(total) else total
