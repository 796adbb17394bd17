"""Pay along a route: one source for all of its posts, so that like is compared with like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from headway.catalog.model import RoleStage
from headway.routes.model import MoneyRange, Pay, choose_weaker
from headway.values import Basis, Kind, Money

Spell = tuple[float, float, float]
"""How long something lasts: months, p10, p50, p90."""


class Purse(NamedTuple):
    """A year's median pay by role stage, all by one source, in whole units of one currency."""

    currency: str
    medians: Mapping[str, float]
    today: float
    wanted: float
    """The target's."""
    basis: Basis
    estimated: frozenset[str] = frozenset()
    """The role stages whose median is an estimate."""

    @property
    def reference(self) -> float:
        """The better of today's and the target's: pay below it is forgone for as long as it lasts."""
        return max(self.wanted, self.today)


def open_purse(origin: RoleStage | None, target: RoleStage, pay: Mapping[str, Sequence[Pay]]) -> Purse | None:
    """By the first source that knows both today's post and the target; None where there is none, or no post."""
    here = pay.get(origin.key, ()) if origin else ()
    known = {(p.basis.source, p.median.currency): p for p in reversed(here)}
    chosen = next((p for p in pay.get(target.key, ()) if (p.basis.source, p.median.currency) in known), None)
    if chosen is None:
        return None
    mark = (chosen.basis.source, chosen.median.currency)
    posts = {
        key: p for key, several in pay.items() for p in reversed(several) if (p.basis.source, p.median.currency) == mark
    }
    return Purse(
        currency=chosen.median.currency,
        medians={key: float(p.median.amount) for key, p in posts.items()},
        today=float(known[mark].median.amount),
        wanted=float(chosen.median.amount),
        basis=choose_weaker(known[mark].basis, chosen.basis),
        estimated=frozenset(key for key, p in posts.items() if p.basis.kind is Kind.JUDGED),
    )


def find_underpaid(least: Money | None, pay: Mapping[str, Sequence[Pay]], keys: Sequence[str]) -> frozenset[str]:
    """The role stages of which no source says that they pay at least so much; those of unknown pay are among them."""
    if least is None:
        return frozenset()
    return frozenset(
        key
        for key in keys
        if not any(p.median.currency == least.currency and p.median.amount >= least.amount for p in pay.get(key, ()))
    )


def forgo(purse: Purse, spells: Sequence[tuple[float, Spell]], against: float) -> MoneyRange:
    """What pay below `against` adds up to over `spells`, each (a year's pay, how long it lasts); to the thousand."""

    def total(percentile: int) -> Money:
        amount = sum(max(0.0, against - pay) * months[percentile] / 12 for pay, months in spells)
        return Money(amount=Decimal(round(amount / 1000) * 1000), currency=purse.currency)

    return MoneyRange(low=total(0), mid=total(1), high=total(2))
