"""Pay bands of a role stage: official wages, collected pay, and estimates where rows are few, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal

from headway.catalog.model import Catalog, Role, RoleStage, Wage
from headway.pay.model import Band, Origin
from headway.values import Basis, Kind, Money, Text

FEWEST = 50
"""Counted rows below which pay is not called measured, and an estimate is shown instead of the cell's own figures."""
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
HUNDRED = Decimal(100)

OFFICIAL = "Official wages of the whole occupation, all stages together, without bonus and stock."
COLLECTED = "Full-time pay as stated in collected postings and reports; in the US it runs above official wages."
ESTIMATED = (
    "Estimated: too few rows were collected here, so role, stage and country speak for one another; in US dollars."
)
WITHHELD = "Percentiles are withheld at the top: pay there is higher than any shown."
WHY_APART = (
    "collected pay comes from postings, which technology firms and large employers fill most",
    "about half of its rows are the two ends of a posted range, and the upper end is paid to few",
    "official wages hold every employee of the occupation, in all trades and the public sector, hired long ago or not",
    "the official occupation is wider than the role",
)


def pay_bands(
    stage: RoleStage,
    catalog: Catalog,
    country: str,
    estimates: Iterable[Wage] = (),
    areas: Iterable[Wage] = (),
) -> tuple[Band, ...]:
    """What is known of the pay of `stage` in `country` (ISO 3166, two letters); empty when nothing.

    Collected figures for the stage come first (or the estimate, where `estimates` has one and rows are too few), then
    the official occupations that stand in for the role: those of the `areas`, else those of the country.
    """
    role = catalog.roles[stage.role]
    here = [wage for wage in catalog.wages if wage.country == country]
    mine = [w for w in here if w.of in _families(role)]
    collected = [_band(w, role.name, COLLECTED, Origin.COLLECTED) for w in mine if w.stage is stage.stage]
    if not collected:
        guessed = [w for w in estimates if w.of in _families(role) and w.stage is stage.stage and w.country == country]
        collected = [_band(wage, role.name, ESTIMATED, Origin.ESTIMATED) for wage in guessed]
    tables = list(areas) or [wage for wage in here if wage.basis.kind is Kind.MEASURED]
    official = [
        _band(wage, code.note or role.name, OFFICIAL, Origin.OFFICIAL)
        for code in role.pay
        for wage in tables
        if wage.of == code.soc
    ]
    return (*collected, *official)


def anchor(stage: RoleStage, catalog: Catalog, bands: tuple[Band, ...]) -> Band | None:
    """The stage's collected band at the level of official wages: what the stage is to all stages, times the latter.

    Taken is the official occupation that stands first for the role. None where one of the three is missing.
    """
    role = catalog.roles[stage.role]
    of_stage = next((b for b in bands if b.origin in (Origin.COLLECTED, Origin.ESTIMATED)), None)
    official = next((b for b in bands if b.origin is Origin.OFFICIAL and b.p50), None)
    if of_stage is None or official is None or official.p50 is None:
        return None
    families = _families(role)
    whole = next(
        (w for w in catalog.wages if w.of in families and w.stage is None and w.country == of_stage.country), None
    )
    currency = official.p50.currency
    if whole is None or not whole.p50 or currency != whole.currency:
        return None
    ratio = official.p50.amount / Decimal(whole.p50)
    level = {name: _scale(getattr(of_stage, name), ratio, currency) for name in PERCENTILES}
    note = f"collected pay of the stage times {ratio:.2f}, the official median over the collected one of all stages"
    return Band(
        title=f"{role.name} at the level of official wages ({official.title})",
        stage=stage.stage,
        country=official.country,
        area=official.area,
        origin=Origin.ANCHORED,
        basis=Basis(kind=Kind.JUDGED, source=of_stage.basis.source, date=official.basis.date, note=note),
        note="The shape is collected, the level official; no bonus and no stock.",
        **level,
    )


def compare_sources(stage: RoleStage, catalog: Catalog, bands: tuple[Band, ...]) -> tuple[Text, ...]:
    """By how much collected pay of all stages differs from the first official occupation, and why; else nothing."""
    official = next((b for b in bands if b.origin is Origin.OFFICIAL and b.area is None and b.p50), None)
    families = _families(catalog.roles[stage.role])
    whole = next((w for w in catalog.wages if w.of in families and w.stage is None and w.country == "US"), None)
    if official is None or official.p50 is None or whole is None or not whole.p50:
        return ()
    apart = Decimal(whole.p50) / official.p50.amount - 1
    return (
        f"Over all stages collected pay ({whole.currency} {whole.p50:,}, {whole.basis.date}, n = {whole.basis.n:,}) is "
        f"{abs(apart):.0%} {'above' if apart > 0 else 'below'} official wages ({official.p50}, {official.basis.date}).",
        *(f"Why: {reason}." for reason in WHY_APART),
        "Neither is aged to today: no index of the pay of these roles is at hand.",
    )


def _families(role: Role) -> tuple[str, ...]:
    return (role.slug,) if role.demand is None else (role.slug, role.demand)


def _scale(money: Money | None, ratio: Decimal, currency: str) -> Money | None:
    """To whole hundreds, as the ratio deserves no more."""
    if money is None:
        return None
    amount = (money.amount * ratio / HUNDRED).quantize(Decimal(1), ROUND_HALF_EVEN) * HUNDRED
    return Money(amount=amount, currency=currency)


def _band(wage: Wage, title: str, note: str, origin: Origin) -> Band:
    def money(amount: int | None) -> Money | None:
        return None if amount is None else Money(amount=Decimal(amount), currency=wage.currency)

    basis = wage.basis
    if basis.kind is Kind.MEASURED and basis.n is not None and basis.n < FEWEST:
        basis = basis.change(kind=Kind.REPORTED, note=f"{basis.n} rows are too few to be called measured")
    return Band(
        title=title,
        stage=wage.stage,
        country=wage.country,
        area=wage.area,
        origin=origin,
        p10=money(wage.p10),
        p25=money(wage.p25),
        p50=money(wage.p50),
        p75=money(wage.p75),
        p90=money(wage.p90),
        basis=basis,
        note=note if wage.p90 is not None else f"{note} {WITHHELD}",
    )
