"""The gap tells what is met, partial, missing, unproven or stale, and on what evidence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.gap.gates import years_in_field
from headway.gap.measure import measure_gap
from headway.gap.model import GapItem, GapReport, GapStatus
from headway.gap.project import project_readiness
from headway.profile.model import Profile, SkillClaim
from headway.values import Kind, Level

W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]


def item(report: GapReport, skill: str) -> GapItem:
    return next(i for i in report.items if i.skill == skill)


@pytest.fixture
def measure(toy: Catalog, today: date) -> Callable[..., GapReport]:
    def run(profile: Profile, target: str = "ml-engineer:mid") -> GapReport:
        return measure_gap(profile, find_role_stage(target, toy), toy, today)

    return run


def test_a_skill_held_shown_and_fresh_is_met(measure: Callable[..., GapReport], person: Person) -> None:
    python = item(measure(person(python=P)), "python")
    assert python.status is GapStatus.MET
    assert python.credit == 1
    assert python.hours.p90 == 0
    assert "Analyst, Northwind" in python.reason


def test_a_skill_below_the_level_is_partial_and_needs_only_the_steps_above(
    measure: Callable[..., GapReport], person: Person, toy: Catalog
) -> None:
    python = item(measure(person(python=W)), "python")
    assert python.status is GapStatus.PARTIAL
    assert python.hours == toy.hours("python", P)
    assert 0 < python.credit < 1


def test_a_skill_never_named_is_missing_and_needs_every_step(measure: Callable[..., GapReport], person: Person) -> None:
    docker = item(measure(person(python=W)), "docker")
    assert docker.status is GapStatus.MISSING
    assert docker.credit == 0
    assert docker.hours.p50 > 0
    assert docker.evidence == ()


def test_a_bare_claim_is_unproven_and_counts_less(
    measure: Callable[..., GapReport], person: Person, claim: Callable[..., SkillClaim]
) -> None:
    profile = person().change(claims=(claim("python", P, proven=False),))
    python = item(measure(profile), "python")
    assert python.status is GapStatus.UNPROVEN
    assert 0 < python.credit < 1
    assert python.hours.p50 == 0


def test_a_skill_unused_for_years_is_stale_and_says_so(
    measure: Callable[..., GapReport], person: Person, claim: Callable[..., SkillClaim]
) -> None:
    profile = person().change(claims=(claim("python", P, last_used="2020-01"),))
    python = item(measure(profile), "python")
    assert python.status is GapStatus.STALE
    assert "7 years ago" in python.reason
    assert python.hours.p50 > 0


def test_an_interchangeable_skill_meets_the_need(measure: Callable[..., GapReport], person: Person) -> None:
    frameworks = item(measure(person(tensorflow=P)), "pytorch")
    assert frameworks.status is GapStatus.MET
    assert frameworks.by == "tensorflow"
    assert "TensorFlow" in frameworks.reason


def test_importance_comes_with_its_postings(measure: Callable[..., GapReport], person: Person) -> None:
    report = measure(person(python=W))
    assert item(report, "python").importance_basis.kind is Kind.MEASURED
    assert item(report, "python").importance_basis.n == 200
    assert item(report, "git").importance_basis.kind is Kind.JUDGED


def test_the_gap_that_weighs_most_comes_first(measure: Callable[..., GapReport], person: Person) -> None:
    report = measure(person(python=P, sql=W))
    items = [i for i in report.items if i.status is not GapStatus.UNSEEN]
    lost = [i.importance * (1 - i.credit) for i in items]
    assert lost == sorted(lost, reverse=True)


def test_a_thin_document_gets_no_readiness_but_an_explanation(
    measure: Callable[..., GapReport], person: Person
) -> None:
    few_words = measure(person(python=W, sql=W, docker=W, git=W, words=20))
    assert few_words.readiness is None
    assert "only 20 words" in (few_words.refusal or "")
    few_skills = measure(person(python=W))
    assert few_skills.readiness is None
    assert "only 1 skill of the catalog was found" in (few_skills.refusal or "")


def test_a_shorter_document_has_a_wider_interval(measure: Callable[..., GapReport], person: Person) -> None:
    skills = {"python": W, "sql": W, "docker": W, "git": W}
    long, short = (measure(person(words=words, **skills)).readiness for words in (600, 100))
    assert long is not None
    assert short is not None
    assert short.high - short.low > long.high - long.low
    assert short.mid == long.mid


def test_years_count_once_where_jobs_overlap(person: Person, toy: Catalog, today: date) -> None:
    profile = person(
        ("Data analyst", "2020-01", "2021-12"),
        ("Data scientist", "2021-01", "2022-12"),
        ("Physics teacher", "2010-01", "2019-12"),
    )
    assert years_in_field(profile, toy, today) == pytest.approx(3.0)


def test_experience_is_told_apart_from_skills(measure: Callable[..., GapReport], person: Person) -> None:
    report = measure(person(("Data analyst", "2026-01", None), python=P))
    assert "no course replaces" in report.gates[0].says


levels = st.dictionaries(
    st.sampled_from(["python", "sql", "docker", "aws", "git", "pytorch", "tensorflow", "machine-learning", "mlops"]),
    st.sampled_from([Level.AWARENESS, W, P, Level.EXPERT]),
    min_size=4,
)


@given(levels, st.sampled_from(["docker", "aws", "mlops", "kubernetes"]), st.sampled_from([Level.AWARENESS, W, P]))
def test_one_more_skill_never_lowers_readiness(
    toy: Catalog, today: date, claim: Callable[..., SkillClaim], held: dict[str, Level], extra: str, level: Level
) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    more = {**held, extra: max(level, held.get(extra, Level.NONE))}
    before, after = (
        measure_gap(Profile(claims=tuple(claim(s, v) for s, v in d.items()), words=400), target, toy, today).readiness
        for d in (held, more)
    )
    assert before is not None
    assert after is not None
    assert after.mid >= before.mid - 1e-9
    assert after.low >= before.low - 1e-9
    for readiness in (before, after):
        assert 0 <= readiness.low <= readiness.mid <= readiness.high <= 1


@given(levels)
def test_attaining_what_is_asked_makes_the_projection_whole(
    toy: Catalog, today: date, claim: Callable[..., SkillClaim], held: dict[str, Level]
) -> None:
    target = find_role_stage("ml-engineer:mid", toy)
    report = measure_gap(Profile(claims=tuple(claim(s, v) for s, v in held.items()), words=400), target, toy, today)
    assert report.readiness is not None
    assert project_readiness(report, {}) == pytest.approx(report.readiness.mid)
    assert project_readiness(report, {i.skill: i.wanted for i in report.items}) == pytest.approx(1.0)


def test_silence_about_a_soft_skill_is_no_proof_of_lack(measure: Callable[..., GapReport], person: Person) -> None:
    communication = item(measure(person(python=W)), "communication")
    assert communication.status is GapStatus.UNSEEN
    assert 0 < communication.credit < 0.5
    assert "few do" in communication.reason


claims = st.dictionaries(
    st.sampled_from(["python", "sql", "docker", "git", "pytorch", "tensorflow", "machine-learning"]),
    st.tuples(st.sampled_from([Level.AWARENESS, W, P, Level.EXPERT]), st.booleans(), st.integers(2014, 2026)),
    min_size=4,
)


@given(claims, st.sampled_from(["level", "proof", "newer"]), st.integers(0, 3))
def test_more_of_a_claim_never_counts_less_or_takes_longer(
    toy: Catalog,
    today: date,
    claim: Callable[..., SkillClaim],
    held: dict[str, tuple[Level, bool, int]],
    what: str,
    which: int,
) -> None:
    """A higher level, a proof beside the claim or newer use of one skill never lowers the middle nor adds hours."""
    skill = sorted(held)[which]
    level, shown, year = held[skill]
    given = {s: claim(s, v, p, f"{y}-01") for s, (v, p, y) in held.items()}
    better = {
        "level": claim(skill, max(level, P), shown, f"{year}-01"),
        "proof": given[skill].change(evidence=(*claim(skill, level).evidence, *given[skill].evidence)),
        "newer": claim(skill, level, shown, "2026-01"),
    }[what]
    target = find_role_stage("ml-engineer:mid", toy)
    before, after = (
        measure_gap(Profile(claims=tuple(claims.values()), words=400), target, toy, today)
        for claims in (given, {**given, skill: better})
    )
    assert before.readiness is not None
    assert after.readiness is not None
    assert after.readiness.mid >= before.readiness.mid - 1e-9
    assert after.hours.p50 <= before.hours.p50 + 1e-9
    for item in after.items:
        assert item.parts is None or item.credit >= item.parts.product - 1e-9


def test_credentials_are_named_and_never_counted(measure: Callable[..., GapReport], person: Person) -> None:
    credentials = measure(person(python=W)).gates[2]
    assert credentials.state == "unknown"
    assert "names none" in credentials.says


def test_a_skill_beside_the_one_asked_counts_in_part_and_says_why(
    measure: Callable[..., GapReport], person: Person, toy: Catalog
) -> None:
    pytorch = item(measure(person(tensorflow=P), "research-scientist:mid"), "pytorch")
    assert pytorch.status is GapStatus.NEIGHBOUR
    assert pytorch.credit == pytest.approx(0.6)
    assert pytorch.near is not None
    assert pytorch.near.skill == "tensorflow"
    assert "Shows practitioner in TensorFlow" in pytorch.reason
    assert "an alternative to PyTorch, and 60% of that counts here" in pytorch.reason
    assert pytorch.hours.p50 == pytest.approx(0.4 * toy.hours_between("pytorch", Level.NONE, P).p50)


@given(st.sampled_from([Level.AWARENESS, W, P, Level.EXPERT]), st.booleans(), st.integers(2014, 2026))
def test_a_neighbour_never_counts_more_than_the_skill_itself(
    toy: Catalog, today: date, claim: Callable[..., SkillClaim], level: Level, shown: bool, year: int
) -> None:
    target = find_role_stage("research-scientist:mid", toy)
    itself, beside = (
        item(
            measure_gap(Profile(claims=(claim(skill, level, shown, f"{year}-03"),), words=400), target, toy, today),
            "pytorch",
        )
        for skill in ("pytorch", "tensorflow")
    )
    assert beside.credit <= itself.credit
    assert beside.hours.p50 >= itself.hours.p50


def test_a_skill_ages_by_its_own_half_life(
    measure: Callable[..., GapReport], person: Person, claim: Callable[..., SkillClaim]
) -> None:
    """Retrieval is half out of date after two to three years, Python keeps what the default says."""
    profile = person().change(claims=(claim("rag", W, last_used="2025-01"), claim("python", P, last_used="2025-01")))
    report = measure(profile, "ai-engineer:entry")
    aged = [i for i in measure(profile, "ai-engineer:mid").items if i.skill == "rag"]
    assert item(report, "python").status is GapStatus.MET
    assert aged[0].parts is not None
    assert 0.5 < aged[0].parts.freshness < 1
