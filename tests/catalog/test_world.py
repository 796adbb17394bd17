"""Communities, industries, cases and claims: read from their files, held against the rest, refused with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from headway.catalog.load import load_catalog, read_catalog
from headway.catalog.model import Catalog
from headway.catalog.statistics import count_catalog
from headway.catalog.world import CommunityKind, Verdict

TOY = Path(__file__).parent.parent / "catalog_toy"
FORUM = """
[open-forum]
name = "Open forum"
kind = "forum"
focus = ["python"]
cadence = "daily"
place = "online"
url = "https://forum.example.org/"
"""
BAKERY = """
name = "Bakeries"
summary = "Bread, every day."
domain = ["statistics"]
uses = ["Forecasts of demand"]
learn = ["Yesterday's bread is worth nothing"]
roles = ["data-analyst"]
[[rules]]
source = "toy-wages"
where = "everywhere"
says = "Weights are stated."
"""
CASE = """
[up-the-ladder]
name = "Up the ladder"
told = ["Analyst", "Scientist"]
path = ["data-analyst:mid", "data-scientist:mid"]
years = 4
strategies = ["Projects"]
results = ["Another role"]
basis = { kind = "reported", source = "toy-wages", date = "2025" }
"""
CLAIM = """
[half]
claim = "Half of all bread is sold before noon"
value = { amount = 50, unit = "percent" }
source = "toy-wages"
publisher = "Bakers' almanac"
date = "2024"
verdict = "agrees"
against = ["toy-postings"]
note = "The postings say the same."
"""
FILES = {"communities/net.toml": FORUM, "industries/bakery.toml": BAKERY, "cases.toml": CASE, "claims.toml": CLAIM}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def faults(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in read_catalog(TOY, folder)[1]]


def test_a_catalog_can_do_without_them(toy: Catalog) -> None:
    kinds = ("communities", "industries", "cases", "claims")
    assert [len(getattr(toy, kind)) for kind in kinds] == [0, 0, 0, 0]


def test_what_surrounds_the_roles_is_read_and_counted(folder: Path) -> None:
    catalog = load_catalog(TOY, folder)
    assert catalog.communities["open-forum"].kind is CommunityKind.FORUM
    assert catalog.industries["bakery"].rules[0].says == "Weights are stated."
    assert catalog.cases["up-the-ladder"].path == ("data-analyst:mid", "data-scientist:mid")
    assert catalog.claims["half"].verdict is Verdict.AGREES
    counted = count_catalog(catalog)
    assert (counted.communities, counted.claims) == ({"forum": 1}, {"agrees": 1})
    assert (counted.industries, counted.rules, counted.cases) == (1, 1, 1)


def test_the_compiled_catalog_carries_them(folder: Path, tmp_path: Path) -> None:
    built = load_catalog(TOY, folder, cache=tmp_path / "cache")
    assert load_catalog(TOY, folder, cache=tmp_path / "cache") == built
    assert built.claims


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("communities/net.toml", '"python"', '"pyhton"', "communities/net.toml:5 [open-forum.focus]: no skill pyhton"),
        ("communities/net.toml", '"forum"', '"pub"', "communities/net.toml:4 [open-forum.kind]: Input should be"),
        ("communities/net.toml", "https://", "", "communities/net.toml:8 [open-forum.url]: String should match"),
        ("industries/bakery.toml", '"statistics"', '"baking"', "industries/bakery.toml:4 [domain]: no skill baking"),
        ("industries/bakery.toml", '"data-analyst"', '"baker"', "industries/bakery.toml:7 [roles]: no role baker"),
        ("industries/bakery.toml", "toy-wages", "law", "industries/bakery.toml:9 [rules.0.source]: no source law"),
        ("cases.toml", "scientist:mid", "scientist:boss", "cases.toml:5 [up-the-ladder.path]: no role stage"),
        ("cases.toml", "toy-wages", "rumour", "cases.toml:9 [up-the-ladder.basis.source]: no source rumour"),
        ("claims.toml", "toy-postings", "rumour", "claims.toml:9 [half.against]: no source rumour"),
        ("claims.toml", '"agrees"', '"perhaps"', "claims.toml:8 [half.verdict]: Input should be"),
        ("claims.toml", '["toy-postings"]', "[]", "claims.toml:2 [half]: a claim that data say agrees names"),
        ("claims.toml", 'publisher = "Bakers\' almanac"\n', "", "claims.toml:2 [half.publisher]: is missing"),
        ("claims.toml", "amount = 50", "low = 9, high = 5", "claims.toml:4 [half.value]: a range is written"),
        ("claims.toml", "amount = 50, ", "", "claims.toml:4 [half.value]: a figure is an amount"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(folder: Path, file: str, old: str, new: str, said: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    (told,) = faults(folder)
    assert told.startswith(said)


def test_a_file_of_ones_own_may_replace_a_shipped_thing(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "communities"
    own.mkdir(parents=True)
    (own / "more.toml").write_text(FORUM.replace("daily", "weekly"), encoding="utf-8")
    assert load_catalog(TOY, folder, own.parent).communities["open-forum"].cadence == "weekly"
