"""`CareerTransition`: from one role to another, with what is missing and a plan for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from headway.actions.transition import (
    ProjectIdea,
    Way,
    measure_transition,
    meet_people,
    plan_transition,
)
from headway.errors import WrongUse
from headway.faces.library.network import ProfessionalNetwork, show_moves
from headway.faces.library.shown import Listed, Row, Table, write_html, write_text
from headway.faces.library.words import day_of, find_role, open_own, read_hours
from headway.gap.model import GapItem, GapStatus
from headway.network.plan import Move
from headway.plan.dated import Dated
from headway.plan.model import PlannedActivity
from headway.report.words import say_day, say_hours, say_months
from headway.values import Hours, Level, Months, Slug, Text, Value
from headway.wellbeing.capacity import LEAST
from headway.wellbeing.week import WEEK, WeekBudget

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.profile.model import Profile

NETWORK_MONTHS = 3
GAPS_SHOWN = 12
FREE = WeekBudget().free
"""Hours of an average week that nothing has claimed."""


class SkillGap(Value):
    """One skill that is missing, or not there as it is asked."""

    skill: Slug
    name: Text
    """With what would do as well."""
    status: GapStatus
    held: Level
    wanted: Level
    hours: Hours
    """To close it."""
    asked: Text
    """How much the market asks for it, and how that is known."""
    reason: Text


class SkillGaps(Row):
    """The slugs of the skills by what is the matter with them; those that weigh most come first."""

    missing: tuple[Slug, ...] = ()
    partial: tuple[Slug, ...] = ()
    """Held below the level asked."""
    neighbour: tuple[Slug, ...] = ()
    """Not held, but a skill beside it is, and part of that carries over."""
    stale: tuple[Slug, ...] = ()
    """Not used for long."""
    unproven: tuple[Slug, ...] = ()
    """Claimed, with nothing to show for it."""
    unseen: tuple[Slug, ...] = ()
    """Soft skills that a document does not speak of."""
    gaps: tuple[SkillGap, ...] = ()
    """All of them with levels, hours and reasons."""
    target: Text
    note: Text

    named: ClassVar[tuple[str, ...]] = ("missing", "partial", "neighbour", "stale", "unproven", "unseen")

    def tables(self) -> tuple[Table, ...]:
        rows = tuple((g.name, g.status, g.held, g.wanted, say_hours(g.hours), g.asked) for g in self.gaps[:GAPS_SHOWN])
        more = len(self.gaps) - GAPS_SHOWN
        note = " ".join(filter(None, (f"And {more} more." if more > 0 else "", self.note)))
        headings = ("Skill", "Status", "Held", "Asked", "To learn", "How much it is asked")
        return (Table(f"Skill gaps to {self.target}", headings, rows, note),)


class TransitionPlan(Row):
    """What to do, for how long, and by when."""

    timeline: Text
    learning_activities: tuple[PlannedActivity, ...]
    projects: tuple[ProjectIdea, ...]
    networking: tuple[Move, ...]
    milestones: tuple[Dated, ...]
    months: Months
    """Of the timeline: p10, p50, p90."""
    hours_per_week: float
    notes: tuple[Text, ...] = ()
    """Why the hours were lowered, where they were."""
    left_out: tuple[Text, ...]
    """What a year does not hold, with the reason."""
    way: Way

    named: ClassVar[tuple[str, ...]] = ("timeline", "learning_activities", "projects", "networking", "milestones")

    def tables(self) -> tuple[Table, ...]:
        return (
            Table(f"From {self.way.origin} to {self.way.target}", (), (), " ".join((self.timeline, *self.notes))),
            _show_activities(self.learning_activities),
            _show_projects(self.projects),
            show_moves(self.networking),
            _show_milestones(self.milestones),
        )


class CareerTransition:
    """A move from one role to another: `data_analyst`, `ml-engineer:senior`, or any of their titles.

    Without a `resume` (a file, or a saved profile), the current role speaks for you: somebody who meets every need of
    it. `hours_per_week` are those for learning. What is worked out is worked out when it is first asked for, and kept.
    """

    def __init__(
        self,
        current_role: str,
        target_role: str,
        *,
        resume: Path | str | None = None,
        hours_per_week: float = 5,
        network: ProfessionalNetwork | None = None,
        today: date | str | None = None,
        catalog: Catalog | None = None,
    ) -> None:
        self._catalog = open_own(catalog)
        self._origin = find_role(current_role, "current_role", self._catalog)
        self._target = find_role(target_role, "target_role", self._catalog)
        if self._origin.key == self._target.key:
            raise WrongUse(f"{self._origin.key} is where the transition starts", "name another role or stage to get to")
        self.current_role, self.target_role = self._origin.key, self._target.key
        self.hours_per_week = read_hours(hours_per_week, "hours_per_week", WEEK, "a week")
        if not LEAST <= self.hours_per_week <= FREE:
            said = f"hours_per_week {self.hours_per_week:g} cannot be planned"
            raise WrongUse(said, f"give {LEAST:g} to {FREE:g}: an average week leaves no more")
        self._resume = Path(resume) if resume else None
        self._network = network
        self._today = day_of(today)

    @cached_property
    def skill_gaps(self) -> SkillGaps:
        """What is missing, as `analyze_skill_gaps` finds it."""
        return self.analyze_skill_gaps()

    @cached_property
    def transition_plan(self) -> TransitionPlan:
        """What to do about it, as `create_transition_plan` finds it."""
        return self.create_transition_plan()

    def analyze_skill_gaps(self) -> SkillGaps:
        """The needs of the target role that are not met, by status."""
        report = measure_transition(self._origin, self._target, self._catalog, self._today, self._profile)
        by_status = {status.value: tuple(i.skill for i in report.open if i.status is status) for status in GapStatus}
        del by_status[GapStatus.MET]
        supposed = f"Supposing that you meet every need of {self.current_role}; a resume says more."
        return SkillGaps(
            **by_status,
            gaps=tuple(_describe(item) for item in report.open),
            target=self.target_role,
            note=f"{say_hours(report.hours)} to learn in all." + ("" if self._profile else f" {supposed}"),
        )

    def create_transition_plan(self) -> TransitionPlan:
        """The direct way: what to learn in the next year, what to build, whom to meet, and when what is reached."""
        way = self._way
        total = say_hours(way.gap.hours)
        return TransitionPlan(
            timeline=f"{say_months(way.months)} at {way.capacity.hours:g} h a week, with the search; {total} for all.",
            learning_activities=tuple(self.plan_learning_activities()),
            projects=tuple(self.plan_projects()),
            networking=tuple(self.plan_networking()),
            milestones=tuple(self.define_milestones()),
            months=way.months,
            hours_per_week=way.capacity.hours,
            notes=way.capacity.notes,
            left_out=way.plan.left_out,
            way=way,
        )

    def plan_learning_activities(self) -> Listed[PlannedActivity]:
        """What to learn, in the order of its weeks."""
        activities = self._way.plan.activities
        return Listed(activities, _show_activities(activities))

    def plan_projects(self) -> Listed[ProjectIdea]:
        """What to build: the projects of the plan, or ideas beside it for what is missing most."""
        return Listed(self._way.projects, _show_projects(self._way.projects))

    def plan_networking(self) -> Listed[Move]:
        """Whom to meet and where, in the next three months."""
        contacts = self._network.keyed if self._network else ()
        plan = meet_people(
            contacts, self._origin, self._target, self._catalog, self._today, NETWORK_MONTHS, self._profile
        )
        return Listed(plan.moves, show_moves(plan.moves))

    def define_milestones(self) -> Listed[Dated]:
        """What is reached by when, a quarter at a time."""
        return Listed(self._way.milestones, _show_milestones(self._way.milestones))

    @cached_property
    def _profile(self) -> Profile | None:
        if self._resume is None:
            return None
        from headway.actions.person import read_person

        profile, _ = read_person(self._resume, self._catalog, self._today)
        return profile

    @cached_property
    def _way(self) -> Way:
        return plan_transition(
            self._origin, self._target, self._catalog, self._today, self._profile, self.hours_per_week
        )

    def _tables(self) -> tuple[Table, ...]:
        return (*self.skill_gaps.tables(), *self.transition_plan.tables())

    def __repr__(self) -> str:
        return f"CareerTransition({self.current_role!r}, {self.target_role!r})"

    def __str__(self) -> str:
        return write_text(self._tables())

    def _repr_html_(self) -> str:
        return write_html(self._tables())


def _describe(item: GapItem) -> SkillGap:
    return SkillGap(
        skill=item.skill,
        name=item.name,
        status=item.status,
        held=item.held,
        wanted=item.wanted,
        hours=item.hours,
        asked=item.asked,
        reason=item.reason,
    )


def _show_activities(activities: Iterable[PlannedActivity]) -> Table:
    rows = tuple(
        (a.name, a.provider, f"{a.planned:g} h", f"{a.first}-{a.last}", (a.likely and say_day(a.likely)) or "-")
        for a in activities
    )
    headings = ("To learn", "By", "Planned", "Weeks", "Done by")
    return Table("Learning activities", headings, rows, "" if rows else "Nothing has to be learned.")


def _show_projects(projects: Iterable[ProjectIdea]) -> Table:
    rows = tuple(
        (p.name, say_hours(p.hours), "in the plan" if p.planned else "beside the plan", ", ".join(p.skills))
        for p in projects
    )
    note = "" if rows else "The catalog holds no project for what is missing."
    return Table("Projects", ("To build", "Takes", "Where", "Works on"), rows, note)


def _show_milestones(milestones: Iterable[Dated]) -> Table:
    rows = tuple((say_day(m.on), m.what, m.proof or "-") for m in milestones)
    return Table("Milestones", ("Likely by", "Reached", "To show"), rows, "" if rows else "None within a year.")
