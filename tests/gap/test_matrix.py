"""All role stages at once give the numbers of each alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.model import Catalog
from headway.gap.matrix import build_matrix, gain_by_level, measure_all
from headway.gap.measure import measure_gap
from headway.gap.suppose import suppose
from headway.profile.model import Profile, SkillClaim
from headway.values import Level

SKILLS = ["python", "sql", "docker", "aws", "azure", "git", "pytorch", "tensorflow", "machine-learning", "statistics"]
LEVELS = [Level.AWARENESS, Level.WORKING, Level.PRACTITIONER, Level.EXPERT]
claims = st.dictionaries(
    st.sampled_from(SKILLS), st.tuples(st.sampled_from(LEVELS), st.booleans(), st.integers(2014, 2026))
)


@given(claims)
def test_all_at_once_is_each_alone(
    toy: Catalog, today: date, claim: Callable[..., SkillClaim], held: dict[str, tuple[Level, bool, int]]
) -> None:
    given_claims = tuple(claim(s, v, p, f"{y}-06") for s, (v, p, y) in held.items() if s in toy.skills)
    profile = Profile(claims=given_claims, words=400)
    matrix = build_matrix(toy)
    measures = measure_all(profile, matrix, toy, today)
    assert len(matrix.stages) > 10
    for place, stage in enumerate(matrix.stages):
        report = measure_gap(profile, stage, toy, today)
        total = sum(item.importance for item in report.items)
        assert measures.readiness[place] == pytest.approx(
            sum(item.importance * item.credit for item in report.items) / total
        )
        assert measures.hours[place] == pytest.approx(report.hours.p50)


def test_the_gain_of_one_skill_is_the_difference_that_it_makes(
    toy: Catalog, today: date, person: Callable[..., Profile]
) -> None:
    profile = person(python=Level.WORKING, sql=Level.WORKING)
    matrix = build_matrix(toy)
    before = measure_all(profile, matrix, toy, today)
    among = np.ones(len(matrix.stages), dtype=bool)
    gains = gain_by_level(matrix, before, Level.WORKING, among)
    supposed = suppose(profile, {"git": Level.WORKING}, toy, today)
    after = measure_all(supposed.change(claims=(*profile.claims, supposed.claims[-1])), matrix, toy, today)
    assert supposed.claims[-1].skill == "git"
    assert gains[matrix.skills["git"]] == pytest.approx(float((after.readiness - before.readiness).sum()))
    assert gains[matrix.skills["python"]] == 0
