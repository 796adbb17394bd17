"""What the market pays for a role stage in a place."""

from __future__ import annotations

from headway.catalog.area_wages import load_area_wages, load_estimates
from headway.catalog.cite import cite
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, RoleStage, Source
from headway.errors import HeadwayError, WrongUse
from headway.pay.bands import anchor, compare_sources, pay_bands
from headway.pay.model import Band
from headway.values import Text, Value
from headway.wish import read_country


class PayAnswer(Value):
    """The bands of a role stage in one place, and what to make of them."""

    title: Text
    stage: RoleStage
    country: Text
    area: Text | None
    bands: tuple[Band, ...]
    apart: tuple[Text, ...]
    """By how much the sources differ, and why."""
    sources: tuple[Source, ...]


def find_pay(role: str, catalog: Catalog, country: str = "US", area: str | None = None) -> PayAnswer:
    """All bands of `role` (ROLE[:STAGE]); a refusal where no figure is known for the place."""
    stage, where = find_role_stage(role, catalog), read_country(country)
    if area and where != "US":
        raise WrongUse("areas are known for the US alone", "leave out --area, or --country")
    codes = tuple(code.soc for code in catalog.roles[stage.role].pay)
    areas = load_area_wages(area, codes) if area else ()
    bands = pay_bands(stage, catalog, where, load_estimates(where), areas)
    if area and not areas:
        raise HeadwayError(f"no official wages of {role} are released for {area}", "leave out --area")
    anchored = anchor(stage, catalog, bands)
    if not bands:
        raise HeadwayError(
            f"no figure of the pay of {role} in {where} is known", "US has most; see `headway pay ROLE --country US`"
        )
    shown = (*bands[:1], anchored, *bands[1:]) if anchored else bands
    apart = compare_sources(stage, catalog, pay_bands(stage, catalog, where)) if where == "US" else ()
    return PayAnswer(
        title=f"{catalog.roles[stage.role].name}, {stage.key.partition(':')[2].replace(':', ', ')}",
        stage=stage,
        country=where,
        area=areas[0].area if areas else None,
        bands=shown,
        apart=apart,
        sources=cite(shown, (), catalog),
    )
