"""One-sided limits to a healthy week, each with its source. They warn and slow a plan; they diagnose nothing."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from headway.values import JUDGED_BY, Ordered, Slug, Text, Value

SLACK = 1.0
"""Hours past a limit that no warning is given for."""
SEARCH_STEP = "Leave the least promising application of next week for a later one."
"""Where work alone would be within its limit."""
DISCLAIMER = "This is no medical advice; where strain persists, talk to a doctor or somebody you trust."


class Strain(Ordered):
    NONE = "none"
    AMBER = "amber"
    RED = "red"


class Warning(Value):
    """A guardrail passed: the figure, its source, and one thing to do next."""

    guardrail: Slug
    strain: Strain
    figure: Text
    source: Slug
    next_step: Text

    def __str__(self) -> str:
        return f"{self.figure} {self.next_step}"


class Spent(Protocol):
    """Hours a week of what guardrails look at, as budgeted or as lived."""

    @property
    def work(self) -> float: ...
    @property
    def search(self) -> float: ...
    @property
    def sleep(self) -> float: ...
    @property
    def movement(self) -> float: ...
    @property
    def labour(self) -> float:
        """Work and job search together."""


class Guardrail(NamedTuple):
    """A limit in hours a week on one part of the budget, and the side on which it is passed."""

    slug: Slug
    strain: Strain
    part: Literal["work", "search", "sleep", "movement"]
    """Job search counts as work, and once more by itself."""
    side: Literal["above", "below"]
    limit: float
    source: Slug
    figure: str
    next_step: str

    def read(self, week: Spent) -> float:
        """The hours that count against the limit."""
        hours: float = week.labour if self.part == "work" else getattr(week, self.part)
        return hours

    def excess(self, hours: float) -> float:
        """Hours past the limit; negative when it is kept."""
        return hours - self.limit if self.side == "above" else self.limit - hours


GUARDRAILS = (
    Guardrail(
        "long-work",
        Strain.RED,
        "work",
        "above",
        55,
        "who-ilo-hours",
        "{value:g} h of {work} a week are past 55, where strokes and heart disease become more common (WHO/ILO 2021).",
        "Name one thing to hand over or refuse this week.",
    ),
    Guardrail(
        "long-work",
        Strain.AMBER,
        "work",
        "above",
        48,
        "eu-working-time",
        "{value:g} h of {work} a week are past the 48 of work that EU law allows on average.",
        "Set an end of the working day for two days of the week.",
    ),
    Guardrail(
        "long-search",
        Strain.AMBER,
        "search",
        "above",
        25,
        JUDGED_BY,
        "{value:g} h of job search a week are past 25, five a working day; the limit is our judgement, no study's.",
        "Choose the two applications that matter most to you next week and leave the others.",
    ),
    Guardrail(
        "short-sleep",
        Strain.RED,
        "sleep",
        "below",
        42,
        "aasm-sleep",
        "{value:g} h of sleep a week are under six a night, which sleep researchers call too few.",
        "Learn less until the nights are longer.",
    ),
    Guardrail(
        "short-sleep",
        Strain.AMBER,
        "sleep",
        "below",
        49,
        "aasm-sleep",
        "{value:g} h of sleep a week are under the seven a night that adults are advised to have.",
        "Move one late hour of the week to the morning or drop it.",
    ),
    Guardrail(
        "little-movement",
        Strain.AMBER,
        "movement",
        "below",
        2.5,
        "who-activity",
        "{value:g} h of movement a week are under the two and a half that the WHO advises.",
        "Listen to one lecture a week while walking.",
    ),
)
"""Stronger limits of a guardrail come before weaker ones."""


def find_warnings(week: Spent) -> tuple[Warning, ...]:
    """The guardrails that `week` passes by more than the slack, each at its strongest limit only."""
    found: dict[Slug, Warning] = {}
    work = "work and job search" if week.labour > week.work else "work"
    for rail in GUARDRAILS:
        hours = rail.read(week)
        if rail.excess(hours) > SLACK and rail.slug not in found:
            by_search = rail.part == "work" and rail.excess(week.work) <= SLACK
            found[rail.slug] = Warning(
                guardrail=rail.slug,
                strain=rail.strain,
                figure=rail.figure.format(value=hours, work=work),
                source=rail.source,
                next_step=SEARCH_STEP if by_search else rail.next_step,
            )
    return tuple(found.values())
