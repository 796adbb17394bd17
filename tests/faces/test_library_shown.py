"""What the library gives back shows as text and as tables, and its page of snippets prints what it says."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from html.parser import HTMLParser
from types import ModuleType

import pytest
from tests.scripts import ROOT, load

from headway import CareerTransition, LearningPlan, ProfessionalNetwork, WellbeingPlan
from headway.catalog.model import Catalog

TODAY = date(2026, 11, 23)


class Tags(HTMLParser):
    """What a page opens and closes, and the text between."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_a_table_with_caption_and_scopes_without_script_and_with_text_escaped(toy: Catalog) -> None:
    nasty = "<script>alert('x')</script>&\u202e\x1b[31m"
    network = ProfessionalNetwork(today=TODAY, catalog=toy)
    network.add_connection(nasty, nasty, nasty, ["python:leadership"], willing=True)
    plan = LearningPlan("mid", [nasty], catalog=toy)
    plan.add_learning_activity(nasty, 3, "high")
    week = WellbeingPlan()
    move = CareerTransition("data-analyst", "ml-engineer", network=network, today=TODAY, catalog=toy)
    balance = week.check_balance({"work_hours": 60})
    shown = [
        network, network.connections, network.find_mentor("python", "mid"), network.plan_networking_activities(),
        network.list_due(), plan, plan.learning_activities, plan.learning_activities[0], week, balance,
        week.get_wellbeing_recommendations(balance), move, move.skill_gaps, move.transition_plan,
    ]  # fmt: skip
    for one in shown:
        html = one._repr_html_()
        page = Tags()
        page.feed(html)
        page.close()
        assert not page.open
        tags = {tag for tag, _ in page.seen}
        assert tags <= {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "strong"}
        assert all(set(attrs) <= {"class", "style", "scope"} for _, attrs in page.seen)
        assert all(attrs.get("scope") in ("col", "row") for tag, attrs in page.seen if tag == "th")
        assert [tag for tag, _ in page.seen].count("table") == [tag for tag, _ in page.seen].count("caption")
        assert "url(" not in html
        assert "\u202e" not in html
        assert "\x1b" not in html
        text = str(one)
        assert text == repr(one) or isinstance(one, CareerTransition)
        assert "\x1b" not in text
        assert isinstance(one, WellbeingPlan) or max(map(len, text.splitlines())) <= 80
    assert "<script>alert('x')</script>&" in text_of(network._repr_html_())


def text_of(html: str) -> str:
    page = Tags()
    page.feed(html)
    return page.text


def test_results_can_be_copied_and_pickled(toy: Catalog) -> None:
    network = ProfessionalNetwork(today=TODAY, catalog=toy)
    network.add_connection("Bo Varga", "colleague", "retail", {"sql": "leadership"}, willing=True)
    found = network.find_mentor("sql", "mid")
    assert found
    for same in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):  # noqa: S301
        assert tuple(same) == tuple(found)
        assert str(same) == str(found)
        assert same.search == found.search


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("scripts/run_snippets.py")


def test_every_snippet_of_the_library_page_prints_what_stands_below_it(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert page.count("```python") >= 6
    told = script.run_page(page, "docs/library.md")
    assert told == page, "run: python scripts/run_snippets.py docs/library.md --write"


def test_a_snippet_that_prints_something_else_is_seen(script: ModuleType) -> None:
    page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n"
    assert script.run_page(page, "x") == page.replace("3", "2")
    assert script.run_page("```python\nx = 1\n```\n", "x") == "```python\nx = 1\n```\n"
