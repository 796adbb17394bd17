"""Areas are found by name, estimates are marked as such, and a chart says what the words say."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from headway.catalog.area_wages import AREAS, load_area_wages, load_estimates
from headway.catalog.figures import WAGES
from headway.catalog.load import load_catalog
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, Wage
from headway.errors import CatalogFault, NotFound
from headway.faces.cli.pages.pay import draw_band
from headway.pay.bands import anchor, pay_bands
from headway.pay.model import Band, Origin
from headway.values import Basis, Kind, Money, Month, Stage

ROWS = """15-2051,New York,state,900,60000,80000,100000,120000,150000
15-2051,"New York-Newark-Jersey City, NY-NJ",metro,800,61000,81000,101000,121000,151000
15-2051,"York-Hanover, PA",metro,,50000,60000,70000,80000,
15-1252,New York,state,5000,70000,90000,110000,130000,160000
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "areas.csv").write_text(",".join(AREAS) + "\n" + ROWS, encoding="utf-8")
    estimate = "ml-engineer,mid,DE,USD,50000,70000,90000,110000,140000,judged,aijobs-2024,2024,7,seven rows"
    (tmp_path / "figures" / "estimates.csv").write_text(",".join(WAGES) + "\n" + estimate + "\n", encoding="utf-8")
    return tmp_path


def test_a_state_goes_before_the_city_of_its_name(folder: Path) -> None:
    found = load_area_wages("new york", ("15-2051",), folder)
    assert [wage.area for wage in found] == ["New York"]
    assert found[0].p50 == 100000


def test_the_start_of_a_name_is_enough_where_it_is_one_areas(folder: Path) -> None:
    assert load_area_wages("york", ("15-2051",), folder)[0].area == "York-Hanover, PA"


def test_a_name_that_fits_no_area_or_several_is_refused(folder: Path) -> None:
    with pytest.raises(NotFound, match="no US state or metropolitan area called 'atlantis'"):
        load_area_wages("atlantis", ("15-2051",), folder)
    with pytest.raises(NotFound, match="New York-Newark"):
        load_area_wages("o", ("15-2051",), folder)


def test_a_table_with_other_columns_is_refused_by_line(folder: Path) -> None:
    (folder / "figures" / "areas.csv").write_text("what,ever\n", encoding="utf-8")
    with pytest.raises(CatalogFault, match=r"areas\.csv:1: has other columns"):
        load_area_wages("york", ("15-2051",), folder)


def test_the_shipped_tables_are_read_whole_and_name_known_sources() -> None:
    shipped = load_catalog()
    estimates = load_estimates("DE")
    assert estimates
    assert {wage.basis.source for wage in estimates} <= shipped.sources.keys()
    assert {wage.basis.kind for wage in estimates} == {Kind.JUDGED}
    assert all(wage.basis.n is None or wage.basis.n < 50 or wage.currency == "USD" for wage in estimates)
    assert load_area_wages("california", ("15-2051",))[0].basis.source in shipped.sources


def test_an_estimate_is_shown_where_nothing_was_collected_and_marked(toy: Catalog, folder: Path) -> None:
    stage = find_role_stage("ml-engineer:mid", toy)
    bands = pay_bands(stage, toy, "DE", load_estimates("DE", folder))
    assert [(band.origin, band.basis.kind, band.basis.n) for band in bands] == [(Origin.ESTIMATED, Kind.JUDGED, 7)]


def make_wage(of: str, stage: Stage | None, p50: int, kind: Kind, n: int | None) -> Wage:
    basis = Basis(kind=kind, source="made-up", date=Month(year=2024), n=n)
    pay = {"p10": p50 // 2, "p25": p50 * 3 // 4, "p50": p50, "p75": p50 * 5 // 4, "p90": p50 * 3 // 2}
    return Wage(of=of, stage=stage, country="US", currency="USD", basis=basis, **pay)


def test_a_cell_with_few_counted_rows_is_never_called_measured(toy: Catalog) -> None:
    stage = find_role_stage("ml-engineer:mid", toy)
    few = toy.change(wages=(make_wage("ml-engineer", Stage.MID, 100_000, Kind.MEASURED, 12),))
    (band,) = pay_bands(stage, few, "US")
    assert band.basis.kind is Kind.REPORTED
    assert band.basis.note == "12 rows are too few to be called measured"


def test_the_anchored_band_has_the_collected_shape_at_the_official_level(toy: Catalog) -> None:
    stage = find_role_stage("ml-engineer:mid", toy)
    soc = toy.roles["ml-engineer"].pay[0].soc
    wages = (
        make_wage("ml-engineer", Stage.MID, 180_000, Kind.REPORTED, 200),
        make_wage("ml-engineer", None, 150_000, Kind.REPORTED, 600),
        make_wage(soc, None, 120_000, Kind.MEASURED, None),
    )
    catalog = toy.change(wages=wages)
    anchored = anchor(stage, catalog, pay_bands(stage, catalog, "US"))
    assert anchored is not None
    assert anchored.p50 == Money(amount=Decimal(144_000), currency="USD")
    assert anchored.p10 == Money(amount=Decimal(72_000), currency="USD")
    assert anchored.basis.kind is Kind.JUDGED


def make_band(*amounts: int | None) -> Band:
    money = [None if a is None else Money(amount=Decimal(a), currency="USD") for a in amounts]
    return Band(
        title="Anyone",
        stage=None,
        country="US",
        origin=Origin.OFFICIAL,
        basis=Basis(kind=Kind.MEASURED, source="made-up", date=Month(year=2025)),
        note="",
        **dict(zip(("p10", "p25", "p50", "p75", "p90"), money, strict=True)),
    )


def test_a_chart_marks_each_percentile_at_its_place() -> None:
    assert draw_band(make_band(0, 2, 5, 7, 10), Decimal(0), Decimal(10), 11) == "├─▒▒▒█▒▒──┤"


def test_what_is_withheld_is_not_drawn() -> None:
    assert draw_band(make_band(0, 2, 5, None, None), Decimal(0), Decimal(10), 11) == "├────█"


def test_only_the_rows_of_the_country_asked_for_are_built(folder: Path) -> None:
    path = folder / "figures" / "estimates.csv"
    path.write_text(path.read_text() + "ml-engineer,mid,FR,USD,9,8,7,6,5,judged,aijobs-2024,2024,7,falls\n")
    assert {wage.country for wage in load_estimates("DE", folder)} == {"DE"}
    with pytest.raises(CatalogFault, match=r"estimates\.csv:3: pay percentiles"):
        load_estimates("FR", folder)
