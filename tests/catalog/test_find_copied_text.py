"""Text that stands elsewhere is found by the words that it has in a row."""

from __future__ import annotations

from types import ModuleType

import pytest
from tests.scripts import load


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("scripts/find_copied_text.py")


def test_a_run_of_words_is_found_whatever_stands_between_them(script: ModuleType) -> None:
    ours = [("a", "Owns the model, from data to service!"), ("b", "Owns the data from a model to service")]
    found = list(script.find_shared(ours, ["He owns the MODEL from\ndata to service now."], 6))
    assert found == [("a", "owns the model from data to")]


def test_a_shorter_run_is_no_copy(script: ModuleType) -> None:
    assert list(script.find_shared([("a", "from data to service")], ["from data to service"], 5)) == []
