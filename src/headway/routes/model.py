"""Ways from where a person stands to the role stage they want."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from pydantic import Field

from headway.values import Basis, Hours, Kind, Money, Months, Share, Slug, Text, Value


class Pay(Value):
    """The middle of a year's pay of a role stage, by one source; it is handed in, as pay stands beside routes."""

    median: Money
    basis: Basis


class PayStep(Value):
    """What a move pays, both by the same source; `basis` is that of the end less surely known."""

    here: Money
    there: Money
    basis: Basis

    @property
    def ratio(self) -> float:
        return float(self.there.amount / self.here.amount)


def compare_pay(here: Sequence[Pay], there: Sequence[Pay]) -> PayStep | None:
    """Both by the first source that knows both in one currency; None where there is none."""
    for one in here:
        for other in there:
            same = one.basis.source == other.basis.source and one.median.currency == other.median.currency
            if same and one.median.amount > 0:
                return PayStep(here=one.median, there=other.median, basis=choose_weaker(one.basis, other.basis))
    return None


def choose_weaker(one: Basis, other: Basis) -> Basis:
    """An estimate where either is one, else the latter: what is compared is known no better than its weaker end."""
    return one if one.kind is Kind.JUDGED else other


class Difficulty(Value):
    """How hard a move is, part by part, in points of our own making. No probability of anything."""

    learning: float = Field(ge=0)
    """Hours to learn, by the year of evenings."""
    distance: float = Field(ge=0)
    """How little the role has in common with where one stands."""
    stage: float = Field(ge=0)
    """Stages climbed in the same move."""
    track: float = Field(ge=0)
    """The first step into management."""
    years: float = Field(ge=0)
    """Years in the field that are asked and that no waiting brings."""

    @property
    def points(self) -> float:
        return self.learning + self.distance + self.stage + self.track + self.years


class Hop(Value):
    """One move along a route. Hours count only what earlier hops have not taught."""

    to: Text
    """Key of the role stage moved to."""
    title: Text
    hours: Hours
    """For every need."""
    asked: Hours
    """For what an average advert asks: each need by the share of adverts that ask for it."""
    study: Months
    """Until one has what an average advert asks; the rest comes in the post."""
    search: Months
    """Finding the job."""
    experience: Months
    """Time on the job that the next stage asks for; runs on its own clock, beside study."""
    transfers: tuple[Slug, ...]
    """Needed skills already held."""
    learns: tuple[Slug, ...]
    """What to go on with for each need that is not met, what weighs most first."""
    overlap: Share
    """Of what it asks with what the post before asks; without one in the field, the share of its needs covered."""
    difficulty: Difficulty
    pay: PayStep | None = None
    """Against the post before; None where no source knows both."""
    reason: Text

    @property
    def months(self) -> Months:
        """Study and time on the job run side by side; the search comes after both."""
        a, b = self.study, self.experience
        return Months(p10=max(a.p10, b.p10), p50=max(a.p50, b.p50), p90=max(a.p90, b.p90)) + self.search


class MoneyRange(Value):
    """An uncertain amount of money, in one currency."""

    low: Money
    mid: Money
    high: Money


class Route(Value):
    """A sequence of hops; the last one is the target."""

    hops: tuple[Hop, ...] = Field(min_length=1)
    months: Months
    hours: Hours
    label: Text
    """What it is best at: `direct`, `fastest`, `surest` …; empty for a compromise among others."""
    reason: Text
    best: bool
    """Whether no other route is at least as good in months, money and difficulty, and better in one."""
    forgone: MoneyRange | None = None
    """Pay forgone until the target begins, against the better paid of today's post and the target."""
    dip: MoneyRange | None = None
    """The part of it by which posts on the way pay less than today's."""
    pay_basis: Basis | None = None
    """Whose medians these rest on."""
    pay_unknown: int = 0
    """Posts of which that source says nothing; they count as paid like the post before."""
    pay_estimated: int = 0
    """Posts, the target with them, whose pay is an estimate."""
    steps: int
    """Steps of skills to learn."""
    free_steps: int
    """Those of them for which a way that costs nothing is known."""
    warning: Text | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(hop.to for hop in self.hops)

    @property
    def difficulty(self) -> float:
        """Two moderate moves are easier than one hard one: the root of the sum of squares."""
        return sqrt(sum(hop.difficulty.points**2 for hop in self.hops))
