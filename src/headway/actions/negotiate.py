"""Growth along a route, and a brief for the negotiation of an offer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError

from headway.actions.offer import find_offers, read_pairs, too_large
from headway.actions.person import read_person
from headway.catalog.area_wages import load_estimates
from headway.catalog.cite import cite
from headway.catalog.currencies import load_rates
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, Source
from headway.errors import HeadwayError, WrongUse
from headway.gap.measure import measure_gap
from headway.gap.model import GapItem
from headway.pay.bands import PERCENTILES, anchor, pay_bands
from headway.pay.compare import exchange
from headway.pay.growth import Growth, Stop, project
from headway.pay.model import Band, Origin
from headway.pay.negotiate import STUDIES, Brief, make_brief
from headway.profile.model import EvidenceKind
from headway.values import Basis, Money, Text, Value
from headway.wish import read_country

MOST_ACHIEVEMENTS = 6
BEST = (EvidenceKind.WORK, EvidenceKind.PROJECT)


class GrowthAnswer(Value):
    growth: Growth
    bases: tuple[Basis, ...]
    claim: Text
    """What the guide says, and what data say of it."""
    sources: tuple[Source, ...]


class BriefAnswer(Value):
    brief: Brief
    sources: tuple[Source, ...]
    """Of the bands, then the studies, each with whom it studied."""


def project_pay(stages: Sequence[str], catalog: Catalog, country: str, inflation: Decimal) -> GrowthAnswer:
    """Medians along `ROLE:STAGE@MONTHS …` in one country, from one source for all of them."""
    if len(stages) < 2:
        raise WrongUse("one stage is no way", "name two and more, as data-analyst:mid ml-engineer:mid@18")
    if not 0 <= inflation <= 20:
        raise WrongUse(f"{inflation} % is no inflation to plan with", "give 0 to 20, as --inflation 2")
    where = read_country(country)
    estimates, stops, bases = load_estimates(where), list[Stop](), list[Basis]()
    for said in stages:
        name, _, months = said.partition("@")
        if months and not re.fullmatch(r"\d{1,3}", months):
            raise WrongUse(f"{said!r} cannot be read", "write ROLE:STAGE@MONTHS, as ml-engineer:senior@36")
        stage = find_role_stage(name, catalog)
        found = (b for b in pay_bands(stage, catalog, where, estimates) if b.origin is not Origin.OFFICIAL)
        band = next(found, None)
        if band is None or band.p50 is None:
            raise HeadwayError(f"no pay of {name} by stage is known in {where}", "see `headway pay` for what is known")
        title = f"{catalog.roles[stage.role].name}, {stage.stage}"
        stops.append(Stop(title=title, month=int(months or 0), pay=band.p50))
        bases.append(band.basis)
    claim = catalog.claims.get("pay-growth")
    return GrowthAnswer(
        growth=project(stops, inflation / 100),
        bases=tuple(bases),
        claim=f"{claim.claim} ({claim.publisher}, {claim.date}, reported): {claim.note}" if claim else "",
        sources=cite((tuple(bases),), [claim.source] if claim else [], catalog),
    )


def make_negotiation(
    resume: Path,
    offer: str,
    alternatives: Sequence[str],
    catalog: Catalog,
    today: date,
    to: str | None = None,
    rates: Sequence[str] = (),
) -> BriefAnswer:
    """The brief for `offer` (a file or a kept one), with what a résumé shows for the role that it is for."""
    (wanted,) = find_offers([offer])
    others = find_offers(alternatives)
    stage = find_role_stage(to or wanted.role, catalog)
    profile, _ = read_person(resume, catalog, today)
    bands: tuple[Band, ...] = pay_bands(stage, catalog, wanted.country, load_estimates(wanted.country))
    if (anchored := anchor(stage, catalog, bands)) is not None:
        bands = (*bands, anchored)
    table = {code: rate.per_usd for code, rate in load_rates().items()} | read_pairs(
        rates, "--rate EUR=0.92", "[A-Z]{3}"
    )
    items = measure_gap(profile, stage, catalog, today).items
    try:
        brief = make_brief(
            wanted,
            f"{catalog.roles[stage.role].name}, {stage.stage}",
            [convert(band, wanted.currency, table) for band in bands],
            list_achievements(items),
            [(other, exchange(other.currency, wanted.currency, table)) for other in others],
        )
    except ValidationError:
        raise too_large(wanted.currency) from None
    studies = [catalog.sources[slug] for slug in STUDIES if slug in catalog.sources]
    return BriefAnswer(brief=brief, sources=(*cite((brief.research,), (), catalog), *studies))


def convert(band: Band, currency: str, rates: Mapping[str, Decimal]) -> Band:
    """The band in `currency`, to whole hundreds; it says so."""
    own = next(money.currency for money in band.percentiles if money)
    if own == currency or own not in rates or currency not in rates:
        return band
    rate = exchange(own, currency, rates)

    def turned(money: Money | None) -> Money | None:
        amount = None if money is None else (money.amount * rate / 100).quantize(Decimal(1)) * 100
        return None if amount is None else Money(amount=amount, currency=currency)

    pay = {name: turned(getattr(band, name)) for name in PERCENTILES}
    return band.change(title=f"{band.title} (from {own} at {rate:.4g})", **pay)


def list_achievements(items: Sequence[GapItem]) -> list[str]:
    """The lines of the document that show what the role needs most, each once; no bare claims."""
    found: dict[str, list[str]] = {}
    for item in sorted(items, key=lambda item: -item.importance * item.credit):
        shown = next((e for e in item.evidence if e.kind in BEST and e.quote), None)
        if shown and item.near is None:
            line = f"“{shown.quote}”" + (f" ({shown.place})" if shown.place else "")
            found.setdefault(line, []).append(item.name)
    return [f"{', '.join(names)}: {line}" for line, names in list(found.items())[:MOST_ACHIEVEMENTS]]
