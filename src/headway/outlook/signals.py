"""What speaks for a new role, each signal with its date and ground: titles counted, official lists, adverts, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from headway.catalog.emerging import Emerging
from headway.catalog.model import Catalog
from headway.values import Basis, Kind, Month, Slug, Text, Value


class SignalKind(StrEnum):
    """What a signal is, the most direct first."""

    COUNTED = "counted"
    """The title stands in collected salaries."""
    LISTED = "listed"
    """The title stands on an official list of occupations."""
    ASKED = "asked"
    """Adverts for whatever role ask for skills of the work."""
    RULED = "ruled"
    """A law or a supervisor demands the work."""
    TOLD = "told"
    """Somebody says so."""

    @property
    def names_the_role(self) -> bool:
        return self in (SignalKind.COUNTED, SignalKind.LISTED)


class Signal(Value):
    """One thing that speaks for a role."""

    kind: SignalKind
    says: Text
    since: Month
    """The earliest date that it is known for."""
    basis: Basis


class Sureness(StrEnum):
    """How directly a role is known. None of them says how many posts there are."""

    SEEN = "seen"
    """Its title was counted, or is on an official list."""
    INDIRECT = "indirect"
    """Its skills are asked for, or its work is demanded; the title itself was not found."""
    TOLD = "told"
    """Somebody says so; nothing at hand shows it."""


def list_signals(role: Emerging, catalog: Catalog) -> tuple[Signal, ...]:
    """Everything that speaks for `role`, the most direct first."""
    made = (_counted(role, catalog), _listed(role, catalog), _asked(role, catalog), _ruled(role, catalog), _told(role))
    return tuple(signal for signals in made for signal in signals)


def judge_sureness(signals: Iterable[Signal]) -> Sureness:
    kinds = {signal.kind for signal in signals}
    if any(kind.names_the_role for kind in kinds):
        return Sureness.SEEN
    return Sureness.INDIRECT if kinds - {SignalKind.TOLD} else Sureness.TOLD


def find_silent_lists(role: Emerging, catalog: Catalog) -> tuple[Slug, ...]:
    """The official lists that were searched and do not hold any title of `role`."""
    speaking = {listing.source for listing in catalog.listings if listing.role == role.slug}
    return tuple(source for source in role.searched if source not in speaking)


def _counted(role: Emerging, catalog: Catalog) -> Iterator[Signal]:
    counts = sorted((c for c in catalog.title_counts if c.role == role.slug), key=lambda count: count.year)
    if not counts or counts[-1].source not in catalog.sources:
        return
    first, last = counts[0], counts[-1]
    before = f", after {first.rows} in {first.year}" if first.year < last.year else ""
    yield Signal(
        kind=SignalKind.COUNTED,
        says=f"{last.rows} of {last.of:,} collected salaries of {last.year} bear the title{before}",
        since=Month(year=first.year),
        basis=Basis(
            kind=Kind.MEASURED,
            source=last.source,
            date=Month(year=last.year),
            n=last.of,
            note="the collection was widened between the years, so that they are no growth" if before else None,
        ),
    )


def _listed(role: Emerging, catalog: Catalog) -> Iterator[Signal]:
    listings = [listing for listing in catalog.listings if listing.role == role.slug]
    for source in dict.fromkeys(listing.source for listing in listings if listing.source in catalog.sources):
        mine = [listing for listing in listings if listing.source == source]
        titles = ", ".join(dict.fromkeys(listing.title for listing in mine))
        under = ", ".join(dict.fromkeys(listing.under for listing in mine))
        where = "" if under in titles else f" (under {under})"
        date = catalog.sources[source].date
        yield Signal(
            kind=SignalKind.LISTED,
            says=f"{catalog.sources[source].name} lists {titles}{where}",
            since=date,
            basis=Basis(kind=Kind.REPORTED, source=source, date=date),
        )


def _asked(role: Emerging, catalog: Catalog) -> Iterator[Signal]:
    """The skill most asked for by each collection of adverts; every advert is in one family, so that counts add up."""
    for source in dict.fromkeys(row.source for row in catalog.demand):
        rows = [row for row in catalog.demand if row.source == source and source in catalog.sources]
        of = sum({row.family: row.postings for row in rows}.values())
        asking = {skill: sum(row.asking for row in rows if row.skill == skill) for skill in role.marks}
        asked = sorted((skill for skill in role.marks if asking[skill]), key=lambda skill: -asking[skill])
        if asked:
            first, *others = asked
            more = "".join(f", {asking[skill]:,} for {catalog.skills[skill].name}" for skill in others)
            names = f"{catalog.skills[first].name}{more}"
            date = catalog.sources[source].date
            yield Signal(
                kind=SignalKind.ASKED,
                says=f"at least {asking[first]:,} of {of:,} adverts for roles of AI, ML and data ask for {names}",
                since=date,
                basis=Basis(kind=Kind.MEASURED, source=source, date=date, n=of),
            )


def _ruled(role: Emerging, catalog: Catalog) -> Iterator[Signal]:
    for rule in role.rules:
        source = catalog.sources[rule.source]
        yield Signal(
            kind=SignalKind.RULED,
            says=f"{source.name} ({rule.where}): {rule.says}",
            since=source.date,
            basis=Basis(kind=Kind.REPORTED, source=source.slug, date=source.date),
        )


def _told(role: Emerging) -> Iterator[Signal]:
    yield Signal(kind=SignalKind.TOLD, says=role.basis.note or role.why, since=role.basis.date, basis=role.basis)
