"""From what is shown to a level, rule by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.profile.model import EvidenceKind
from headway.skills.levels import Shown, judge_level
from headway.values import Level

WORK, PROJECT, COURSE = EvidenceKind.WORK, EvidenceKind.PROJECT, EvidenceKind.COURSE
CREDENTIAL, CLAIM = EvidenceKind.CREDENTIAL, EvidenceKind.CLAIM
AWARENESS, WORKING, PRACTITIONER, EXPERT = Level.AWARENESS, Level.WORKING, Level.PRACTITIONER, Level.EXPERT


def shown(*kinds: EvidenceKind, **more: object) -> Shown:
    nothing: dict[str, object] = {
        "stated": None,
        "years": 0.0,
        "positions": 0,
        "mentions": 1,
        "senior": False,
        "listed": False,
        "tool_like": True,
        "soft": False,
    }
    return Shown(frozenset(kinds), **{**nothing, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given_shown", "level", "rule"),
    [
        (shown(CLAIM, tool_like=False), AWARENESS, "named"),
        (shown(CLAIM), AWARENESS, "named"),
        (shown(CLAIM, listed=True), WORKING, "listed"),
        (shown(CLAIM, listed=True, tool_like=False), AWARENESS, "named"),
        (shown(COURSE, tool_like=False), AWARENESS, "studied"),
        (shown(COURSE, tool_like=False, degree=WORKING), WORKING, "degree"),
        (shown(COURSE, tool_like=False, degree=PRACTITIONER), PRACTITIONER, "degree"),
        (shown(CLAIM, years=1.0), WORKING, "stated-unproven"),
        (shown(CLAIM, stated=WORKING), WORKING, "stated-unproven"),
        (shown(CLAIM, stated=PRACTITIONER), WORKING, "stated-high-unproven"),
        (shown(CLAIM, stated=EXPERT), WORKING, "stated-high-unproven"),
        (shown(CREDENTIAL), WORKING, "certified"),
        (shown(PROJECT), WORKING, "shown-in-project"),
        (shown(WORK, positions=1), WORKING, "used-at-work"),
        (shown(WORK, positions=1, years=2.4, mentions=3), WORKING, "used-at-work"),
        (shown(WORK, positions=1, years=2.5, mentions=1), WORKING, "used-at-work"),
        (shown(WORK, positions=1, years=2.5, mentions=2), PRACTITIONER, "years-of-use"),
        (shown(WORK, positions=1, stated=PRACTITIONER), PRACTITIONER, "stated-and-used"),
        (shown(WORK, positions=1, stated=EXPERT, years=2.9), PRACTITIONER, "stated-and-used"),
        (shown(WORK, positions=1, stated=EXPERT, years=3.0), EXPERT, "stated-expert-and-used"),
        (shown(WORK, positions=2, years=6.0, senior=True), EXPERT, "long-senior-use"),
        (shown(WORK, positions=1, years=6.0, senior=True, mentions=2), PRACTITIONER, "years-of-use"),
        (shown(WORK, positions=2, years=6.0, mentions=2), PRACTITIONER, "years-of-use"),
        (shown(CLAIM, stated=AWARENESS, listed=True), AWARENESS, "stated-low"),
        (shown(WORK, positions=1, stated=AWARENESS, years=5.0), WORKING, "stated-low-but-used"),
        (shown(CLAIM, soft=True, stated=EXPERT), AWARENESS, "soft-named"),
        (shown(WORK, soft=True), WORKING, "soft-shown"),
        (shown(WORK, soft=True, years=5.0, positions=2, senior=True), PRACTITIONER, "soft-shown-for-years"),
        (shown(WORK, soft=True, years=9.0, positions=1, senior=True), WORKING, "soft-shown"),
    ],
)
def test_the_first_rule_that_fits_gives_the_level(given_shown: Shown, level: Level, rule: str) -> None:
    assert judge_level(given_shown)[:2] == (level, rule)


SHOWN = st.builds(
    Shown,
    kinds=st.frozensets(st.sampled_from(list(EvidenceKind)), min_size=1),
    stated=st.none() | st.sampled_from([AWARENESS, WORKING, PRACTITIONER, EXPERT]),
    years=st.floats(0, 40),
    positions=st.integers(0, 6),
    mentions=st.integers(1, 9),
    senior=st.booleans(),
    listed=st.booleans(),
    tool_like=st.booleans(),
    soft=st.booleans(),
    degree=st.none() | st.sampled_from([WORKING, PRACTITIONER]),
)


@given(SHOWN)
def test_every_claim_has_a_level_and_nobody_is_an_expert_by_word_alone(given_shown: Shown) -> None:
    level, rule, sureness = judge_level(given_shown)
    assert level > Level.NONE
    assert rule
    assert 0 < sureness <= 1
    if not given_shown.worked and not given_shown.years:
        assert level <= PRACTITIONER
