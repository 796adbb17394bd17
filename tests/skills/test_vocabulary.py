"""The compiled vocabulary: the same mentions from the cache as from the catalog, and a broken cache is no cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from headway.actions import vocabulary as opening
from headway.actions.vocabulary import open_lexicon
from headway.catalog.folders import place_kept
from headway.catalog.load import load_catalog
from headway.catalog.model import Catalog
from headway.skills.items import SkillItem, list_items
from headway.skills.lexicon import build_lexicon
from headway.skills.mentions import find_names
from headway.skills.vocabulary import (
    Vocabulary,
    compile_vocabulary,
    hash_vocabulary,
    read_vocabulary,
    write_vocabulary,
)

TOY = Path(__file__).parent.parent / "catalog_toy"
TEXT = "Requirements: Python, C++ and Go (goroutines), Spark on Hadoop; go live; excel at SQL. No Docker. R, K8S, ML."


def list_all(text: str, vocabulary: Vocabulary) -> list[SkillItem]:
    return list_items(find_names(text, vocabulary.lexicon), vocabulary.names)


@pytest.fixture
def kept(tools: Catalog, tmp_path: Path) -> Vocabulary:
    write_vocabulary(tmp_path, "d1", compile_vocabulary(tools))
    again = read_vocabulary(tmp_path, "d1")
    assert again
    return again


def test_what_was_kept_finds_what_the_catalog_finds(tools: Catalog, kept: Vocabulary) -> None:
    fresh = list_all(TEXT, compile_vocabulary(tools))
    assert len(fresh) > 6
    assert list_all(TEXT, kept) == fresh


def test_every_form_stands_for_the_same_term(tools: Catalog, kept: Vocabulary) -> None:
    fresh = compile_vocabulary(tools)
    assert dict(kept.lexicon.forms) == dict(fresh.lexicon.forms)
    assert [kept.lexicon.terms[n] for n in range(kept.lexicon.names)] == list(fresh.lexicon.terms.values())
    assert kept.names == fresh.names


def test_what_was_kept_finds_the_same_in_the_text_that_it_is_opened_for(tools: Catalog, tmp_path: Path) -> None:
    write_vocabulary(tmp_path, "d1", compile_vocabulary(tools))
    near = read_vocabulary(tmp_path, "d1", TEXT)
    assert near
    assert list_all(TEXT, near) == list_all(TEXT, compile_vocabulary(tools))
    assert near.lexicon.names < len(near.lexicon.forms)


@pytest.mark.parametrize("damage", [b"", b"\n", b"{}", b"00\n[]", b"\xff\xfe\n\x00"])
def test_a_broken_file_is_no_vocabulary(tools: Catalog, tmp_path: Path, damage: bytes) -> None:
    place_kept(tmp_path, "vocabulary", "d1").write_bytes(damage)
    assert read_vocabulary(tmp_path, "d1") is None


def test_one_changed_letter_is_noticed(tools: Catalog, tmp_path: Path) -> None:
    write_vocabulary(tmp_path, "d1", compile_vocabulary(tools))
    file = place_kept(tmp_path, "vocabulary", "d1")
    file.write_bytes(file.read_bytes().replace(b"docker", b"dicker", 1))
    assert read_vocabulary(tmp_path, "d1") is None


def test_a_folder_that_cannot_be_written_is_no_error(tools: Catalog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    write_vocabulary(tmp_path / "file" / "cache", "d1", compile_vocabulary(tools))
    assert read_vocabulary(tmp_path / "file" / "cache", "d1") is None


def test_the_hash_follows_the_catalog() -> None:
    assert hash_vocabulary("d1") == hash_vocabulary("d1") != hash_vocabulary("d2")


def test_a_lexicon_is_made_once_and_then_opened_for_each_text(
    toy: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    text = "Python and SQL, no Docker"
    whole = [(name.start, name.term) for name in find_names(text, build_lexicon(toy))]
    assert len(whole) == 3
    assert [(name.start, name.term) for name in find_names(text, open_lexicon(toy, text))] == whole
    monkeypatch.setattr(opening, "compile_vocabulary", lambda _: pytest.fail("compiled again"))
    near = open_lexicon(toy, text)
    assert near.names < len(near.forms)
    assert [(name.start, name.term) for name in find_names(text, near)] == whole


def test_another_catalog_has_a_lexicon_of_its_own(
    toy: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "skills").mkdir()
    entry = '[brewing]\nname = "Homebrewing"\nkind = "domain"\neffort = "theory"\n'
    (tmp_path / "skills" / "own.toml").write_text(entry, encoding="utf-8")
    wider, text = load_catalog(TOY, tmp_path), "Python and homebrewing"
    assert "homebrewing" not in open_lexicon(toy, text).forms
    assert [name.term.skill for name in find_names(text, open_lexicon(wider, text))] == ["python", "brewing"]
