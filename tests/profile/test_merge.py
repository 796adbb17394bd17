"""A newer document read into a profile: decisions stay, the rest follows, and every change is explained."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headway.profile.merge import ChangeKind, add, confirm, merge, strike
from headway.profile.model import Evidence, EvidenceKind, Profile, SkillClaim
from headway.profile.saved import read_profile, write_profile
from headway.values import Level, Month, Span

LEVELS = [level for level in Level if level > Level.NONE]
SLUGS = ["docker", "go", "python", "r", "sql"]


def claim(skill: str, level: Level, rule: str = "used-at-work", quote: str = "worked with it") -> SkillClaim:
    evidence = Evidence(kind=EvidenceKind.WORK, span=Span(start=0, end=4), quote=quote, until=Month(year=2025))
    return SkillClaim(skill=skill, level=level, confidence=0.8, evidence=(evidence,), rule=rule)


def profile(**levels: Level) -> Profile:
    return Profile(claims=tuple(claim(skill, level) for skill, level in levels.items()), words=200)


def kinds(old: Profile, new: Profile) -> dict[str, ChangeKind]:
    return {change.skill: change.kind for change in merge(old, new).changes}


read_claims = st.builds(
    claim,
    st.sampled_from(SLUGS),
    st.sampled_from(LEVELS),
    st.sampled_from(["used-at-work", "listed", "confirmed", "added-by-hand"]),
    st.sampled_from(["one", "two"]),
)
profiles = st.builds(
    lambda claims, struck: Profile(
        claims=tuple(c for c in claims if c.skill not in struck), struck=tuple(struck), words=10
    ),
    st.lists(read_claims, max_size=5, unique_by=lambda c: c.skill),
    st.lists(st.sampled_from(SLUGS), max_size=2, unique=True),
)


def test_each_change_is_named_and_explained() -> None:
    old = profile(python=Level.WORKING, sql=Level.EXPERT, r=Level.WORKING, go=Level.WORKING)
    new = profile(python=Level.EXPERT, sql=Level.WORKING, docker=Level.WORKING, go=Level.WORKING)
    assert kinds(old, new) == {
        "docker": ChangeKind.ADDED,
        "python": ChangeKind.RAISED,
        "sql": ChangeKind.LOWERED,
        "r": ChangeKind.VANISHED,
    }
    assert all(change.reason.endswith(".") for change in merge(old, new).changes)


def test_what_was_confirmed_stays_at_its_level_with_the_newer_evidence() -> None:
    old = confirm(profile(python=Level.WORKING), "python", Level.EXPERT)
    new = Profile(claims=(claim("python", Level.AWARENESS, quote="a newer line"),), words=200)
    merged = merge(old, new).profile.claim("python")
    assert merged
    assert merged.level is Level.EXPERT
    assert [e.quote for e in merged.evidence] == ["a newer line", "worked with it"]
    assert kinds(old, new) == {"python": ChangeKind.KEPT}


def test_what_was_confirmed_outlives_a_document_that_does_not_name_it() -> None:
    old = add(profile(), "docker", Level.WORKING, "Ran it at home")
    assert merge(old, profile(sql=Level.WORKING)).profile.claim("docker")


def test_what_was_struck_out_does_not_come_back() -> None:
    old = strike(profile(go=Level.WORKING), "go")
    assert merge(old, profile(go=Level.EXPERT)).profile.claim("go") is None
    assert kinds(old, profile(go=Level.EXPERT)) == {"go": ChangeKind.STRUCK}


def test_a_change_of_mind_brings_a_struck_skill_back() -> None:
    again = confirm(strike(profile(go=Level.WORKING), "go"), "go", Level.WORKING)
    assert again.claim("go")
    assert again.struck == ()


@given(profiles, profiles)
def test_merging_the_same_document_twice_changes_nothing_more(old: Profile, new: Profile) -> None:
    once = merge(old, new).profile
    assert merge(once, new).profile == once


@given(profiles, profiles)
def test_a_confirmed_skill_is_never_lost_or_moved(old: Profile, new: Profile) -> None:
    merged = merge(old, new).profile
    for held in old.claims:
        decided_anew = held.skill in new.struck or ((later := new.claim(held.skill)) and later.confirmed)
        if held.confirmed and not decided_anew:
            kept = merged.claim(held.skill)
            assert kept
            assert (kept.level, kept.confirmed) == (held.level, True)


@given(profiles)
def test_a_saved_profile_is_read_back_the_same(given_profile: Profile) -> None:
    assert read_profile(write_profile(given_profile), "p.json") == given_profile


def test_other_files_are_no_profiles() -> None:
    for data in (b"", b"{", b"%PDF-1.7", b'{"basics": {}}', b"[1]", b"Jo Brandt"):
        assert read_profile(data, "cv") is None
