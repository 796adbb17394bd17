"""What if a skill were held: nothing gets worse, and only what the skill touches changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.gap.measure import measure_gap
from headway.gap.suppose import compare_gaps, suppose
from headway.profile.model import Profile, SkillClaim
from headway.values import Level

W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]
SKILLS = ["python", "sql", "docker", "aws", "git", "pytorch", "tensorflow", "machine-learning", "mlops", "kubernetes"]
LEVELS = [Level.AWARENESS, W, P, Level.EXPERT]


def test_supposing_a_skill_closes_its_need_and_says_so(person: Person, toy: Catalog, today: date) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    change = compare_gaps(
        person(python=W, sql=W, git=W, aws=W), {"python": P}, lambda p: measure_gap(p, target, toy, today), toy, today
    )
    assert change.readiness_before
    assert change.readiness_after
    assert change.readiness_after.mid > change.readiness_before.mid
    assert change.hours_after.p50 < change.hours_before.p50
    python = next(item for item in change.items if item.name == "Python")
    assert (python.before, python.after) == ("partial", "met")


def test_supposing_what_is_held_changes_nothing(person: Person, toy: Catalog, today: date) -> None:
    profile = person(python=P, sql=W, git=W, aws=W)
    target = find_role_stage("ml-engineer:mid", toy)
    change = compare_gaps(profile, {"sql": W}, lambda p: measure_gap(p, target, toy, today), toy, today)
    assert change.items == ()
    assert change.hours_before == change.hours_after


def test_supposing_a_denied_skill_overrules_the_denial(person: Person, toy: Catalog, today: date) -> None:
    profile = person(python=P).change(denied=("docker",))
    assert suppose(profile, {"docker": W}, toy, today).denied == ()


def test_what_is_known_of_a_skill_stays_known(person: Person, toy: Catalog, today: date) -> None:
    profile = suppose(person(python=P), {"python": W}, toy, today)
    assert profile.claim("python") is not None
    assert profile.claim("python").level is P  # type: ignore[union-attr]


@given(
    st.dictionaries(
        st.sampled_from(SKILLS), st.tuples(st.sampled_from(LEVELS), st.booleans(), st.integers(2014, 2026))
    ),
    st.dictionaries(st.sampled_from(SKILLS), st.sampled_from(LEVELS), min_size=1, max_size=3),
)
def test_a_supposition_never_makes_a_gap_worse(
    toy: Catalog,
    today: date,
    claim: Callable[..., SkillClaim],
    held: dict[str, tuple[Level, bool, int]],
    supposed: dict[str, Level],
) -> None:
    claims = tuple(claim(s, level, shown, f"{year}-06") for s, (level, shown, year) in held.items())
    profile = Profile(claims=claims, words=400)
    target = find_role_stage("ml-engineer:mid", toy)
    before = measure_gap(profile, target, toy, today)
    after = measure_gap(suppose(profile, supposed, toy, today), target, toy, today)
    then = {item.skill: item for item in after.items}
    assert after.hours.p50 <= before.hours.p50 + 1e-9
    for item in before.items:
        assert then[item.skill].credit >= item.credit - 1e-9, item.skill
        assert then[item.skill].hours.p50 <= item.hours.p50 + 1e-9, item.skill
