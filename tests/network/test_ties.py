"""The lane of a tie, from the log alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from headway.catalog.load import load_catalog
from headway.network.model import Contact, Tier
from headway.network.ties import DORMANT_TIES, WEAK_TIES, Lane, judge_tie

TODAY = date(2026, 11, 23)


def known(*days_ago: int, tier: Tier | None = None, kind: str = "message") -> Contact:
    touches = [{"on": TODAY - timedelta(days=days), "kind": kind} for days in days_ago]
    return Contact.model_validate({"name": "Bo Elm", "added_on": "2020-01-01", "tier": tier, "touches": touches})


@pytest.mark.parametrize(
    ("contact", "lane"),
    [
        (known(), Lane.NEW),
        (known(10, kind="tried"), Lane.NEW),
        (known(10), Lane.MODERATELY_WEAK),
        (known(1000), Lane.MODERATELY_WEAK),
        (known(1, 30, 60, 90, 120, 150), Lane.STRONG),
        (known(10, tier=Tier.CLOSE), Lane.STRONG),
        (known(500, tier=Tier.CLOSE), Lane.MODERATELY_WEAK),
        (known(1200), Lane.DORMANT),
        (known(1200, 20), Lane.MODERATELY_WEAK),
    ],
)
def test_the_log_shows_the_lane(contact: Contact, lane: Lane) -> None:
    tie = judge_tie(contact, TODAY)
    assert tie.lane is lane
    assert tie.reason


def test_the_studies_that_lanes_rest_on_are_sources_of_the_catalog() -> None:
    assert {WEAK_TIES, DORMANT_TIES} <= load_catalog().sources.keys()
