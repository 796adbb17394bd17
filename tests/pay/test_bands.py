"""Pay is shown with its source, and not at all where nothing is known."""

from __future__ import annotations

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.pay.bands import pay_bands
from headway.values import Kind


def test_a_band_names_its_kind_source_date_and_currency(toy: Catalog) -> None:
    bands = pay_bands(find_role_stage("ml-engineer:mid", toy), toy, "US")
    assert bands, "the toy catalog pays machine learning engineers"
    for band in bands:
        assert band.basis.source in toy.sources
        assert band.p50 is None or band.p50.currency == "USD"


def test_official_wages_are_told_apart_from_collected_pay(toy: Catalog) -> None:
    kinds = {band.basis.kind for band in pay_bands(find_role_stage("ml-engineer:mid", toy), toy, "US")}
    assert Kind.MEASURED in kinds


def test_a_country_without_figures_has_no_band(toy: Catalog) -> None:
    assert pay_bands(find_role_stage("ml-engineer:mid", toy), toy, "ZZ") == ()
