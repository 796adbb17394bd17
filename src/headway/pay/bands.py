"""Pay bands of a role stage, from official wages and collected postings, side by side."""

from __future__ import annotations

from decimal import Decimal

from headway.catalog.model import Catalog, Role, RoleStage, Wage
from headway.pay.model import Band
from headway.values import Kind, Money

OFFICIAL = "Official wages of the whole occupation, all stages together, without bonus and stock."
COLLECTED = "Full-time pay as stated in collected postings and reports; in the US it runs above official wages."


def pay_bands(stage: RoleStage, catalog: Catalog, country: str) -> tuple[Band, ...]:
    """What the catalog knows of the pay of `stage` in `country` (ISO 3166, two letters); empty when nothing.

    Collected figures for the stage come first, then the official occupations that stand in for the role.
    """
    role = catalog.roles[stage.role]
    here = [wage for wage in catalog.wages if wage.country == country]
    collected = [_band(w, role.name, COLLECTED) for w in here if w.of in _families(role) and w.stage is stage.stage]
    official = [
        _band(wage, code.note or role.name, OFFICIAL)
        for code in role.pay
        for wage in here
        if wage.of == code.soc and wage.basis.kind is Kind.MEASURED
    ]
    return (*collected, *official)


def _families(role: Role) -> tuple[str, ...]:
    return (role.slug,) if role.demand is None else (role.slug, role.demand)


def _band(wage: Wage, title: str, note: str) -> Band:
    def money(amount: int | None) -> Money | None:
        return None if amount is None else Money(amount=Decimal(amount), currency=wage.currency)

    return Band(
        title=title,
        stage=wage.stage,
        country=wage.country,
        p10=money(wage.p10),
        p25=money(wage.p25),
        p50=money(wage.p50),
        p75=money(wage.p75),
        p90=money(wage.p90),
        basis=wage.basis,
        note=note,
    )
