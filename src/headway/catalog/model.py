"""The nouns of the catalog: what exists in the world of AI and ML careers, each figure with its basis."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from headway.catalog.emerging import Emerging, Listing, Projection, TitleCount
from headway.catalog.half_lives import HalfLife, choose_half_life
from headway.catalog.kinds import SkillKind as SkillKind
from headway.catalog.neighbours import Neighbour, Neighbourhood, Together, find_neighbours
from headway.catalog.offer import Price, Validity
from headway.catalog.schooling import Schooling
from headway.catalog.world import Case, Claim, Community, Industry
from headway.values import (
    Basis,
    Hours,
    Level,
    Map,
    Month,
    Name,
    Share,
    Slug,
    Stage,
    Text,
    Track,
    Url,
    Value,
)


def _is_a_step(level: Level) -> Level:
    if level is Level.NONE:
        raise ValueError("`none` is no level to ask for or to teach: leave the skill out")
    return level


Step = Annotated[Level, AfterValidator(_is_a_step)]
"""A level that one can ask for or teach."""


class SourceEntry(Value):
    """sources/<group>.toml, one table a source."""

    name: Name
    publisher: Name
    date: Month
    licence: Name
    url: Url | None = None
    attribution: Text | None = None
    note: Text | None = None


class Source(SourceEntry):
    """Something that a figure can rest on. `attribution` is the line its licence asks us to show."""

    slug: Slug


class EffortEntry(Value):
    """efforts.toml, one table a profile."""

    hours: Map[Step, Hours]
    basis: Basis


class Effort(EffortEntry):
    """Hours that a newcomer with the prerequisites needs for each step up, by the level reached."""

    slug: Slug


class Ambiguity(Value):
    """Names that are also ordinary words or other things: they count only where the context speaks for the skill.

    `forms` are matched with their exact case; each needs a neighbour from `cues` close by, or a list of skills
    around it. `never` are phrases around the form that rule the skill out ("Go to market").
    """

    forms: tuple[Name, ...]
    cues: tuple[Name, ...] = ()
    never: tuple[Name, ...] = ()


class SkillEntry(Value):
    """skills/<family>.toml, one table a skill."""

    name: Name
    kind: SkillKind
    effort: Slug
    aliases: tuple[Name, ...] = ()
    summary: Text | None = None
    requires: Map[Slug, Step] = Map()
    """What must be held before its `working` level is started."""
    broader: tuple[Slug, ...] = ()
    """Skills that this one is a part of: who shows it shows some of them."""
    ambiguous: Ambiguity | None = None
    indicators: Map[Step, Text] = Map()
    """What one can see a person do at each level (soft skills)."""
    esco: Url | None = None
    onet: Annotated[str, StringConstraints(max_length=40)] | None = None


class Skill(SkillEntry):
    """Something a person can know or do."""

    slug: Slug
    family: Slug


class Need(Value):
    """What a role stage asks: a level in one skill (or in any one of `alternatives`).

    `importance` is the share of postings that ask for it, or our judgement on the same scale; `basis` says which.
    """

    skill: Slug
    level: Level
    importance: Share
    basis: Basis
    level_basis: Basis
    alternatives: tuple[Slug, ...] = ()

    @property
    def skills(self) -> tuple[Slug, ...]:
        return (self.skill, *self.alternatives)


def name_stage(role: Slug, stage: Stage, track: Track) -> str:
    """The key of a role stage: `ml-engineer:mid`, with the track behind it where it is management."""
    return f"{role}:{stage}" + (":management" if track is Track.MANAGEMENT else "")


class RoleStage(Value):
    """One role at one stage and track: the unit that a person stands on and moves to."""

    role: Slug
    stage: Stage
    track: Track
    titles: tuple[Name, ...]
    years: tuple[float, float | None]
    """Years in the field, (low, high); high is None when open."""
    responsibilities: tuple[Text, ...]
    focus: tuple[Text, ...]
    """What people learn at this stage."""
    needs: tuple[Need, ...]

    @property
    def key(self) -> str:
        """`ml-engineer:mid`, with the track behind it where it is management."""
        return name_stage(self.role, self.stage, self.track)


class PayCode(Value):
    """The official occupation whose wages stand in for a role's, and how well it fits."""

    soc: Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}$")]
    note: Text | None = None


class Role(Value):
    """A role of the field over all its stages."""

    slug: Slug
    name: Name
    aliases: tuple[Name, ...]
    summary: Text
    demand: Slug | None = None
    """The family of postings whose counts give the importances; None where no data speak."""
    onet: tuple[Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}\.\d{2}$")], ...] = ()
    esco: tuple[Url, ...] = ()
    pay: tuple[PayCode, ...] = ()
    formerly: tuple[Slug, ...] = ()
    stages: tuple[RoleStage, ...]

    def at(self, stage: Stage, track: Track | None = None) -> RoleStage | None:
        """The role at `stage`; without a track the individual one, or management where there is no other."""
        fitting = [s for s in self.stages if s.stage is stage and track in (None, s.track)]
        return min(fitting, key=lambda s: s.track is Track.MANAGEMENT, default=None)


class ActivityKind(StrEnum):
    COURSE = "course"
    BOOK = "book"
    PROJECT = "project"
    CERTIFICATION = "certification"
    PRACTICE = "practice"
    MENTORING = "mentoring"
    COMMUNITY = "community"


class ActivityEntry(Value):
    """learning/<provider>.toml, one table a thing to do, under `activities`.

    Covering a level covers the levels below it. `hours` is the learner's own time, all told; without a price it is not
    known, and an amount of 0 means free. `proof` is what remains to show afterwards.
    """

    name: Name
    kind: ActivityKind
    provider: Name | None = Field(default=None, alias="by")
    """Who made it, where that is not the file's provider: a book's authors and publisher, a tool's maker."""
    hours: Hours
    basis: Basis
    covers: Map[Slug, Step]
    requires: Map[Slug, Step] = Map()
    url: Url | None = None
    price: Price | None = None
    proof: Text | None = None
    validity: Validity | None = None
    """How long a certification counts; None where that is not known."""
    stages: tuple[Stage, ...] = ()
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    retired: Month | None = None

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        if self.kind is ActivityKind.PROJECT and not self.proof:
            raise ValueError("a project names the artefact that proves it, in `proof`")
        if not self.covers:
            raise ValueError("an activity covers at least one skill")
        if self.validity and self.kind is not ActivityKind.CERTIFICATION:
            raise ValueError(f"a {self.kind} does not lapse: only a certification has a validity")
        return self


class Activity(ActivityEntry):
    """Something to do that teaches: what it covers, to which level, what it asks first, how long it takes."""

    slug: Slug
    provider: Name


class Demand(Value):
    """How many postings of a family ask for a skill."""

    family: Slug
    skill: Slug
    asking: int = Field(ge=0)
    postings: int = Field(ge=1)
    source: Slug


class Coverage(Value):
    """How many mentions of skills a family's postings hold, and how many are of skills that the catalog knows."""

    family: Slug
    mentions: int = Field(ge=1)
    known: int = Field(ge=0)
    source: Slug


class Wage(Value):
    """One row of a wage table: yearly pay percentiles (None where withheld), in whole units of `currency`."""

    of: Slug
    """A SOC code (official tables) or a role family (collected postings)."""
    stage: Stage | None
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    area: Text | None = None
    """A part of the country; None for the whole."""
    basis: Basis


class Catalog(Value):
    """Everything headway knows, loaded once and passed as an argument."""

    digest: str
    """Signature of the files that it was loaded from."""
    sources: Map[Slug, Source]
    efforts: Map[Slug, Effort]
    skills: Map[Slug, Skill]
    roles: Map[Slug, Role]
    activities: Map[Slug, Activity]
    demand: tuple[Demand, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    wages: tuple[Wage, ...] = ()
    communities: Map[Slug, Community] = Map()
    industries: Map[Slug, Industry] = Map()
    cases: Map[Slug, Case] = Map()
    claims: Map[Slug, Claim] = Map()
    neighbourhoods: Map[Slug, Neighbourhood] = Map()
    half_lives: Map[Slug, HalfLife] = Map()
    together: tuple[Together, ...] = ()
    emerging: Map[Slug, Emerging] = Map()
    title_counts: tuple[TitleCount, ...] = ()
    listings: tuple[Listing, ...] = ()
    projections: tuple[Projection, ...] = ()
    schooling: tuple[Schooling, ...] = ()

    def __repr__(self) -> str:
        return f"Catalog({len(self.roles)} roles, {len(self.skills)} skills, {len(self.activities)} activities)"

    @cached_property
    def role_stages(self) -> dict[str, RoleStage]:
        """Every role at every stage, by key."""
        return {stage.key: stage for role in self.roles.values() for stage in role.stages}

    @cached_property
    def teachers(self) -> dict[tuple[Slug, Level], tuple[Activity, ...]]:
        """The activities, not retired, that bring each skill to each level."""
        found: dict[tuple[Slug, Level], list[Activity]] = {}
        for activity in self.activities.values():
            if activity.retired:
                continue
            for skill, level in activity.covers.items():
                for step in level.steps_from(Level.NONE):
                    found.setdefault((skill, step), []).append(activity)
        return {step: tuple(teaching) for step, teaching in found.items()}

    def hours(self, skill: Slug, step: Level) -> Hours:
        """Hours of the one step of `skill` that ends at level `step`."""
        return self.efforts[self.skills[skill].effort].hours[step]

    def hours_between(self, skill: Slug, held: Level, wanted: Level) -> Hours:
        """Hours from level `held` to level `wanted`; zero when nothing is missing."""
        return Hours.total(self.hours(skill, step) for step in wanted.steps_from(held))

    def middle_hours(self, skill: Slug, held: Level, wanted: Level) -> float:
        """The p50 of `hours_between`, from a table: comparisons ask for it thousands of times."""
        climbed = self._climbs[self.skills[skill].effort]
        return max(0.0, climbed[wanted.rank] - climbed[held.rank])

    @cached_property
    def _climbs(self) -> dict[Slug, tuple[float, ...]]:
        """Hours (p50) from nothing to each level, by effort profile."""
        return {
            effort.slug: tuple(
                accumulate((effort.hours[s].p50 for s in Level.EXPERT.steps_from(Level.NONE)), initial=0.0)
            )
            for effort in self.efforts.values()
        }

    def neighbours(self, skill: Slug) -> tuple[Neighbour, ...]:
        """What stands beside `skill`, why, and how much carries over; the largest share first."""
        return self._beside.get(skill, ())

    @cached_property
    def _beside(self) -> dict[Slug, tuple[Neighbour, ...]]:
        needs = (need for stage in self.role_stages.values() for need in stage.needs if need.alternatives)
        return find_neighbours(
            self.neighbourhoods.values(),
            ((need.skills, need.level_basis.date) for need in needs),
            self.together,
            {source.slug: source.date for source in self.sources.values()},
            {frozenset((skill.slug, wider)) for skill in self.skills.values() for wider in skill.broader},
        )

    def half_life(self, skill: Slug) -> HalfLife | None:
        """After how many years half of what one knew of `skill` is out of date; None where nothing is known."""
        known = self.skills[skill]
        return choose_half_life(skill, known.family, known.kind, self.half_lives.values())

    def requires(self, skill: Slug, step: Level) -> dict[Slug, Level]:
        """What must be held before the step of `skill` to `step` begins: the level below, and the prerequisites."""
        below = list(Level)[step.rank - 1]
        own: dict[Slug, Level] = {} if below is Level.NONE else {skill: below}
        return own if step is Level.AWARENESS else {**self.skills[skill].requires, **own}


Table = dict[str, Any]
"""A table of a catalog file as tomllib gives it."""
