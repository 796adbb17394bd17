"""The shipped catalog and its lexicon, once: postings name real skills."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.catalog.load import load_catalog
from headway.catalog.model import Catalog
from headway.postings.model import Posting
from headway.postings.read import read_posting
from headway.skills.lexicon import build_lexicon


@pytest.fixture(scope="session")
def shipped() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="session")
def read(shipped: Catalog) -> Callable[[str], Posting]:
    lexicon = build_lexicon(shipped)
    return lambda text: read_posting(text, lexicon, shipped)
