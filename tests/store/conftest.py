"""A store of one's own for each test, and kinds that were upgraded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from headway.store.opening import open_store, start_django

start_django()

from headway.store.front import Store  # noqa: E402 - its models need Django to be set up


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens the same folder for any owner."""
    stores: list[Store] = []

    def call(owner: str) -> Store:
        stores.append(open_store(tmp_path / "home", owner))
        return stores[-1]

    yield call
    for each in stores:
        each.close()
