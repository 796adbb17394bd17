"""The compiled catalog is the same catalog, and never the reason for a failure."""

from __future__ import annotations

import gc
import json
import shutil
from pathlib import Path

import pytest

from headway.catalog import load
from headway.catalog.folders import KEPT, sign_folders
from headway.catalog.load import load_catalog
from headway.catalog.model import Catalog

TOY = Path(__file__).parent.parent / "catalog_toy"


def test_what_comes_from_the_cache_equals_what_was_written(tmp_path: Path, toy: Catalog) -> None:
    load_catalog(TOY, cache=tmp_path)
    assert load_catalog(TOY, cache=tmp_path) == toy


def test_a_kept_catalog_is_not_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_catalog(TOY, cache=tmp_path)
    monkeypatch.setattr(load, "read_catalog", lambda *_, **__: pytest.fail("built again"))
    assert load_catalog(TOY, cache=tmp_path) == first


def test_an_edit_makes_a_new_one(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TOY, tmp_path / "catalog"))
    before = load_catalog(folder, cache=tmp_path / "cache")
    path = folder / "skills" / "languages.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('name = "Python"', 'name = "Python 4"'), encoding="utf-8")
    after = load_catalog(folder, cache=tmp_path / "cache")
    assert (before.skills["python"].name, after.skills["python"].name) == ("Python", "Python 4")
    assert before.digest != after.digest


def test_the_order_of_the_folders_is_a_part_of_the_key(tmp_path: Path) -> None:
    assert sign_folders((TOY, tmp_path)) != sign_folders((tmp_path, TOY))


@pytest.mark.parametrize("broken", [b"", b"{", b'{"digest": "x"}', b"\xff\x00"])
def test_a_broken_cache_is_built_anew_in_silence(tmp_path: Path, toy: Catalog, broken: bytes) -> None:
    load_catalog(TOY, cache=tmp_path)
    (kept,) = tmp_path.glob("catalog-*.json")
    kept.write_bytes(broken)
    assert load_catalog(TOY, cache=tmp_path) == toy
    assert len(kept.read_bytes()) > 10_000


@pytest.mark.parametrize(
    "change", [{"bases": []}, {"bases": {}}, {"bases": [[1]]}, {"catalog": []}, {"catalog": 7}, {"catalog": [{}] * 30}]
)
def test_a_cache_of_another_shape_is_built_anew_in_silence(
    tmp_path: Path, toy: Catalog, change: dict[str, object]
) -> None:
    load_catalog(TOY, cache=tmp_path)
    (kept,) = tmp_path.glob("catalog-*.json")
    kept.write_text(json.dumps({**json.loads(kept.read_bytes()), **change}), encoding="utf-8")
    assert load_catalog(TOY, cache=tmp_path) == toy


def test_a_cache_folder_that_cannot_be_written_is_no_error(tmp_path: Path, toy: Catalog) -> None:
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    assert load_catalog(TOY, cache=tmp_path / "a-file" / "cache") == toy


def test_nothing_half_written_stays_behind_and_old_ones_are_dropped(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TOY, tmp_path / "catalog"))
    for turn in range(KEPT + 2):
        (folder / "skills" / "more.toml").write_text(f"# {turn}\n", encoding="utf-8")
        load_catalog(folder, cache=tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == KEPT


def test_a_faulty_catalog_is_not_kept(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TOY, tmp_path / "catalog"))
    (folder / "skills" / "more.toml").write_text("[x]\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(load.CatalogFault):
            load_catalog(folder, cache=tmp_path / "cache")


def test_values_from_the_cache_share_the_bases_that_are_equal(tmp_path: Path) -> None:
    load_catalog(TOY, cache=tmp_path)
    kept = load_catalog(TOY, cache=tmp_path)
    bases = [basis for stage in kept.role_stages.values() for n in stage.needs for basis in (n.basis, n.level_basis)]
    assert len({id(basis) for basis in bases}) == len(set(bases)) < len(bases) / 2


def test_the_garbage_collector_is_on_again_after_a_load(tmp_path: Path) -> None:
    gc.enable()
    load_catalog(TOY, cache=tmp_path)
    assert gc.isenabled()
    gc.enable()
    load_catalog(TOY, cache=tmp_path)
    assert gc.isenabled()
