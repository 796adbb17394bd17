"""What every test may lean on: a toy catalog of ten roles, one fixed day, and repeatable property tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from headway.catalog.load import load_catalog
from headway.catalog.model import Catalog

settings.register_profile(
    "headway", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("headway")

TOY = Path(__file__).parent / "catalog_toy"


@pytest.fixture(scope="session")
def toy() -> Catalog:
    return load_catalog(TOY)


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 23)
