"""The files that the benchmark of relatedness reads and writes."""

from __future__ import annotations

import csv
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from tests.scripts import load

from headway.errors import HeadwayError


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return load("benchmarks/relatedness.py")


@pytest.fixture(scope="module")
def learn() -> ModuleType:
    return load("scripts/fit_relatedness.py")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_pair_of_roles_gets_a_score_in_its_order(bench: ModuleType, tmp_path: Path) -> None:
    pairs, out = tmp_path / "flows.csv", tmp_path / "pred.csv"
    pairs.write_text("past,current,count\nStatistician,Data Scientist,9\nNurse,Data Scientist,1\n", encoding="utf-8")
    bench.main(["roles", "--pairs", str(pairs), "--out", str(out)])
    rows = read(out)
    assert [list(row) for row in rows] == [["past", "current", "score"]] * 2
    assert [row["past"] for row in rows] == ["Statistician", "Nurse"]
    assert 0 <= float(rows[1]["score"]) < float(rows[0]["score"]) <= 1


def test_every_origin_meets_every_other_node(bench: ModuleType, tmp_path: Path) -> None:
    nodes, origins, out = (tmp_path / name for name in ("nodes.csv", "origins.csv", "pred.csv"))
    nodes.write_text("census,title,onet_codes\n1,A,29-1141.00\n2,B,29-1141.00;29-1151.00\n3,C,47-2031.00\n", "utf-8")
    origins.write_text("origin\n1\n3\n", "utf-8")
    bench.main(["occupations", "--nodes", str(nodes), "--origins", str(origins), "--out", str(out)])
    rows = read(out)
    assert [(row["origin"], row["dest"]) for row in rows] == [("1", "2"), ("1", "3"), ("3", "1"), ("3", "2")]
    assert float(rows[0]["score"]) > float(rows[1]["score"])


def test_a_missing_column_or_a_strange_origin_is_named(bench: ModuleType, tmp_path: Path) -> None:
    pairs = tmp_path / "flows.csv"
    pairs.write_text("from,to\na,b\n", encoding="utf-8")
    with pytest.raises(HeadwayError, match=r"flows\.csv: there is no column past"):
        bench.read_rows(pairs, ("past", "current"))


def test_the_fit_finds_the_part_that_tells_and_ignores_the_one_that_does_not(learn: ModuleType) -> None:
    chance = np.random.default_rng(3)
    alike = chance.normal(size=(40, 30, 2))
    expected = np.full((40, 30), 2.0)
    moved = chance.poisson(2 * np.exp(0.8 * alike[:, :, 0])).astype(float)
    shares = learn.fit(alike, moved, expected)
    assert shares[0] > 0.9
    assert shares.min() >= 0
    assert learn.separate(alike[:, :, 0], moved, expected) > 0.65
    assert learn.separate(np.zeros((40, 30)), moved, expected) == pytest.approx(0.5)
