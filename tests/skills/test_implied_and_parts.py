"""What held skills say of the skills they need and of the wider ones that they are parts of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.model import Catalog, Skill, SkillKind
from headway.profile.model import SkillClaim
from headway.skills.implied import add_implied
from headway.skills.parts import add_broader
from headway.values import Level

Claim = Callable[..., SkillClaim]
AWARENESS, WORKING, PRACTITIONER, EXPERT = Level.AWARENESS, Level.WORKING, Level.PRACTITIONER, Level.EXPERT


@pytest.fixture(scope="module")
def tree(skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]) -> Catalog:
    """`trees`, `boosting`, `forests` and `svm` are parts of `ml`, `ml` of `ai`."""
    parts = [skill(slug, slug.title(), broader=["ml"]) for slug in ("trees", "boosting", "forests", "svm")]
    wider = [skill("ml", "ML", SkillKind.CONCEPT, broader=["ai"]), skill("ai", "AI", SkillKind.CONCEPT)]
    return catalog_of(*parts, *wider)


def by_skill(claims: list[SkillClaim]) -> dict[str, tuple[Level, str]]:
    return {claim.skill: (claim.level, claim.rule) for claim in claims}


@pytest.mark.parametrize(
    ("held", "implied"),
    [(AWARENESS, None), (WORKING, AWARENESS), (PRACTITIONER, WORKING), (EXPERT, WORKING)],
)
def test_a_prerequisite_is_implied_one_level_below_and_no_higher_than_asked(
    toy: Catalog, claim: Claim, held: Level, implied: Level | None
) -> None:
    found = by_skill(add_implied([claim("pandas", held)], (), toy))
    assert found.get("python") == ((implied, "implied") if implied else None)


def test_an_implied_skill_is_less_sure_and_as_fresh_as_what_implies_it(toy: Catalog, claim: Claim) -> None:
    pandas = claim("pandas", PRACTITIONER, last_used="2026-05")
    (python,) = [c for c in add_implied([pandas], (), toy) if c.skill == "python"]
    assert python.confidence < pandas.confidence
    assert python.last_used == pandas.last_used
    assert python.evidence == pandas.evidence
    assert python.years is None


def test_implication_goes_one_step_only(toy: Catalog, claim: Claim) -> None:
    found = by_skill(add_implied([claim("scikit-learn", EXPERT)], (), toy))
    assert set(found) == {"scikit-learn", "python", "machine-learning"}


def test_what_is_denied_or_wished_for_is_not_implied(toy: Catalog, claim: Claim) -> None:
    assert set(by_skill(add_implied([claim("pandas", EXPERT)], {"python"}, toy))) == {"pandas"}


def test_use_of_a_skill_keeps_its_prerequisite_fresh_and_proves_it(toy: Catalog, claim: Claim) -> None:
    old = claim("python", PRACTITIONER, last_used="2019-01")
    listed = claim("python", WORKING, proven=False, last_used=None).change(rule="stated-high-unproven")
    pandas = claim("pandas", PRACTITIONER, last_used="2026-10")
    fresh = {c.skill: c for c in add_implied([old, pandas], (), toy)}["python"]
    assert (fresh.level, fresh.rule, fresh.last_used) == (PRACTITIONER, "given", pandas.last_used)
    proven = {c.skill: c for c in add_implied([listed, pandas], (), toy)}["python"]
    assert (proven.level, proven.rule, proven.proven) == (PRACTITIONER, "stated-and-implied", True)


def test_a_lower_prerequisite_is_raised(toy: Catalog, claim: Claim) -> None:
    found = by_skill(add_implied([claim("python", AWARENESS), claim("pandas", EXPERT)], (), toy))
    assert found["python"] == (WORKING, "implied")


@pytest.mark.parametrize(
    ("part", "whole"),
    [(AWARENESS, AWARENESS), (WORKING, AWARENESS), (PRACTITIONER, WORKING), (EXPERT, PRACTITIONER)],
)
def test_one_part_shows_the_whole_one_level_below(tree: Catalog, claim: Claim, part: Level, whole: Level) -> None:
    assert by_skill(add_broader([claim("trees", part)], (), tree))["ml"] == (whole, "shown-by-parts")


def test_two_parts_are_not_enough_and_three_show_the_level_that_all_reach(tree: Catalog, claim: Claim) -> None:
    two = [claim("trees", WORKING), claim("boosting", WORKING)]
    assert by_skill(add_broader(two, (), tree))["ml"][0] is AWARENESS
    assert by_skill(add_broader([*two, claim("svm", WORKING)], (), tree))["ml"][0] is WORKING
    assert by_skill(add_broader([*two, claim("svm", AWARENESS)], (), tree))["ml"][0] is AWARENESS


def test_parts_never_make_more_than_a_practitioner(tree: Catalog, claim: Claim) -> None:
    masters = [claim(slug, EXPERT) for slug in ("trees", "boosting", "forests", "svm")]
    assert by_skill(add_broader(masters, (), tree))["ml"][0] is PRACTITIONER


def test_a_denied_whole_is_left_alone_and_so_is_what_lies_above(tree: Catalog, claim: Claim) -> None:
    assert set(by_skill(add_broader([claim("trees", EXPERT)], {"ml"}, tree))) == {"trees"}


def test_parts_go_on_up_a_chain(tree: Catalog, claim: Claim) -> None:
    found = by_skill(add_broader([claim("trees", EXPERT)], (), tree))
    assert found["ml"][0] is PRACTITIONER
    assert found["ai"][0] is WORKING


def test_what_is_held_higher_stays(tree: Catalog, claim: Claim) -> None:
    found = by_skill(add_broader([claim("trees", EXPERT), claim("ml", EXPERT)], (), tree))
    assert found["ml"] == (EXPERT, "given")


def test_an_unproven_whole_is_proven_by_its_parts(tree: Catalog, claim: Claim) -> None:
    claims = [claim("ml", WORKING, proven=False), claim("trees", PRACTITIONER)]
    (whole,) = [c for c in add_broader(claims, (), tree) if c.skill == "ml"]
    assert (whole.level, whole.rule, whole.proven) == (WORKING, "shown-by-parts", True)


LEVELS = st.sampled_from([AWARENESS, WORKING, PRACTITIONER, EXPERT])


@given(st.dictionaries(st.sampled_from(["trees", "boosting", "forests", "svm", "ml", "ai"]), LEVELS))
def test_parts_only_ever_add_or_raise(tree: Catalog, claim: Claim, held: dict[str, Level]) -> None:
    found = by_skill(add_broader([claim(slug, level) for slug, level in held.items()], (), tree))
    assert all(found[slug][0] >= level for slug, level in held.items())
    assert all(level <= PRACTITIONER for slug, (level, rule) in found.items() if rule == "shown-by-parts")


@given(st.dictionaries(st.sampled_from(["pandas", "python", "pytorch", "mlops", "docker"]), LEVELS))
def test_prerequisites_only_ever_add_or_raise(toy: Catalog, claim: Claim, held: dict[str, Level]) -> None:
    found = by_skill(add_implied([claim(slug, level) for slug, level in held.items()], (), toy))
    assert all(found[slug][0] >= level for slug, level in held.items())
