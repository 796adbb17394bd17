"""Small cells lean on their parents, large ones speak for themselves, and bands cover what they say."""

from __future__ import annotations

import numpy as np
import pytest

from headway.pay.estimate import QUANTILES, Cell, PayRows, drop_copies, fit_pay, warn_of_change, weighted_quantiles

LEVELS = {"EN": -0.4, "MI": 0.0, "SE": 0.3}
COUNTRIES = {"US": 0.0, "GB": -0.3, "PL": -0.8}
FAMILIES = {"ml": 0.1, "data": 0.0, "bi": -0.2}


def make_rows(sizes: dict[Cell, int], seed: int = 1, year: int = 2024) -> PayRows:
    """Log pay around the sum of the three parts, with spread 0.3."""
    draw = np.random.default_rng(seed)
    cells = [cell for cell, n in sizes.items() for _ in range(n)]
    middle = np.array([11.5 + FAMILIES[f] + LEVELS[lv] + COUNTRIES[c] for f, lv, c in cells])
    pay = np.exp(middle + 0.3 * draw.standard_normal(len(cells)))
    names = tuple(f"title {i}" for i in range(len(cells)))
    return PayRows(pay, np.full(len(cells), year), tuple(cells), names, np.ones(len(cells)))


EVERY: dict[Cell, int] = {
    (f, lv, c): {"US": 300, "GB": 40, "PL": 6}[c] for f in FAMILIES for lv in LEVELS for c in COUNTRIES
}


def test_quantiles_never_fall_from_p10_to_p90() -> None:
    cells = [*EVERY, ("ml", "SE", "ZZ"), ("unknown", "XX", "ZZ")]
    found = fit_pay(make_rows(EVERY)).quantiles(cells)
    assert np.all(np.diff(found, axis=1) > 0)
    assert np.all(np.isfinite(found))


def test_a_cell_that_was_never_seen_is_the_sum_of_its_parents() -> None:
    sizes = {cell: n for cell, n in EVERY.items() if cell != ("ml", "SE", "GB")}
    model = fit_pay(make_rows(sizes))
    middle = np.log(model.quantiles([("ml", "SE", "GB")])[0, 2])
    assert middle == pytest.approx(11.5 + 0.1 + 0.3 - 0.3, abs=0.12)


def test_one_strange_row_hardly_moves_a_small_cell() -> None:
    rows = make_rows({**EVERY, ("ml", "EN", "PL"): 1})
    at = rows.cells.index(("ml", "EN", "PL"))
    before = fit_pay(rows, calibrate=False).quantiles([("ml", "EN", "PL")])[0, 2]
    rows.pay[at] *= 10
    after = fit_pay(rows, calibrate=False).quantiles([("ml", "EN", "PL")])[0, 2]
    assert after / before < 10 ** (1 / 3)


def test_a_smaller_cell_has_a_wider_band() -> None:
    model = fit_pay(make_rows(EVERY), calibrate=False)
    large, small, none = np.log(model.quantiles([("ml", "SE", "US"), ("ml", "SE", "PL"), ("ml", "SE", "ZZ")]))
    assert large[-1] - large[0] < small[-1] - small[0] < none[-1] - none[0]


def test_four_fifths_of_unseen_rows_lie_in_the_band_in_large_and_small_cells() -> None:
    model, unseen = fit_pay(make_rows(EVERY)), make_rows(dict.fromkeys(EVERY, 200), seed=2)
    bands = dict(zip(EVERY, model.quantiles(list(EVERY)), strict=True))
    inside = {country: [] for country in COUNTRIES}  # type: dict[str, list[bool]]
    for cell, pay in zip(unseen.cells, unseen.pay, strict=True):
        inside[cell[2]].append(bool(bands[cell][0] <= pay <= bands[cell][-1]))
    assert {country: len(all_) for country, all_ in inside.items()} == dict.fromkeys(COUNTRIES, 1800)
    for country, all_ in inside.items():
        assert 0.74 < np.mean(all_) < 0.90, country


def test_copies_of_a_posting_do_not_make_a_cell_surer() -> None:
    rows = make_rows({**EVERY, ("ml", "EN", "PL"): 2})
    at = [i for i, cell in enumerate(rows.cells) if cell == ("ml", "EN", "PL")]
    often = rows.take([*range(len(rows.pay)), *(at * 50)])
    assert len(drop_copies(often).pay) == len(rows.pay)
    assert drop_copies(often).copies[at].tolist() == [51, 51]
    assert fit_pay(often, calibrate=False).size(("ml", "EN", "PL")) == 2


def test_the_last_year_outweighs_the_one_before() -> None:
    old, new = make_rows(EVERY, year=2023), make_rows(EVERY, seed=3)
    both = PayRows(
        np.concatenate([old.pay * 0.7, new.pay]),
        np.concatenate([old.years, new.years]),
        old.cells + new.cells,
        old.titles + new.titles,
        np.concatenate([old.copies, new.copies]),
    )
    middle = np.log(fit_pay(both, calibrate=False).quantiles([("data", "MI", "US")])[0, 2])
    assert middle == pytest.approx(11.5, abs=0.12)


def test_pay_of_zero_and_data_without_any_spread_are_refused() -> None:
    rows = make_rows({("ml", "EN", "US"): 2})
    with pytest.raises(ValueError, match="no cell has three rows"):
        fit_pay(rows)
    rows.pay[0] = 0.0
    with pytest.raises(ValueError, match="above zero"):
        fit_pay(rows)


def test_weighted_quantiles_of_equal_weights_are_those_of_the_values() -> None:
    values = np.arange(101.0)
    assert weighted_quantiles(values, np.ones(101)) == pytest.approx(np.quantile(values, QUANTILES), abs=0.6)


def test_a_year_with_many_times_the_rows_is_told() -> None:
    years = np.repeat([2022, 2023, 2024], [100, 150, 1200])
    told = warn_of_change(years)
    assert len(told) == 1
    assert told[0].startswith("2024: 1,200 rows after 150 in 2023: collection changed")
