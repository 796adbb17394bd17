"""What a document's mentions of a skill add up to: evidence, years, freshness, level, and what stands apart."""

from __future__ import annotations

from datetime import date

import pytest

from headway.catalog.model import Catalog
from headway.profile.model import Draft, EvidenceKind, Position, Profile, Section, SectionKind, SkillClaim, Study
from headway.skills.claims import recognise
from headway.skills.lexicon import build_lexicon
from headway.values import Level, Month, Span

TODAY = date(2026, 11, 23)
Job = tuple[str, str | None, str | None, str]
Degree = tuple[str, str | None]


def month(text: str | None) -> Month | None:
    return Month.model_validate(text) if text else None


def write(
    *parts: tuple[SectionKind, str],
    jobs: tuple[Job, ...] = (),
    degrees: tuple[Degree, ...] = (),
    employer: str = "Northwind",
) -> Draft:
    """A draft of `parts` (kind, body), then `jobs` (title, from, to or None while it lasts, body), then `degrees`."""
    text = ""
    sections: list[Section] = []
    positions: list[Position] = []
    studies: list[Study] = []

    def add(kind: SectionKind, start: int) -> None:
        sections.append(Section(kind=kind, heading=kind.value.capitalize(), span=Span(start=start, end=len(text))))

    for kind, body in parts:
        start = len(text)
        text += f"{kind.value.capitalize()}\n{body}\n\n"
        add(kind, start)
    start = len(text)
    for title, since, until, body in jobs:
        place = len(text)
        text += f"{title}, {employer}\n{body}\n\n"
        positions.append(
            Position(
                title=title,
                organisation=employer,
                start=month(since),
                end=month(until),
                current=until is None,
                span=Span(start=place, end=len(text)),
            )
        )
    if jobs:
        add(SectionKind.EXPERIENCE, start)
    start = len(text)
    for title, end in degrees:
        place = len(text)
        text += f"{title}\nHolm College\n\n"
        studies.append(Study(title=title, end=month(end), span=Span(start=place, end=len(text))))
    if degrees:
        add(SectionKind.EDUCATION, start)
    return Draft(format="text", text=text, sections=tuple(sections), positions=tuple(positions), studies=tuple(studies))


@pytest.fixture
def read(tools: Catalog) -> object:
    lexicon = build_lexicon(tools)
    return lambda draft, catalog=None: recognise(
        draft, build_lexicon(catalog) if catalog else lexicon, catalog or tools, TODAY
    )


def claim_in(profile: Profile, skill: str) -> SkillClaim:
    claim = profile.claim(skill)
    assert claim, skill
    return claim


def test_each_section_gives_its_kind_of_evidence(read) -> None:  # type: ignore[no-untyped-def]
    profile = read(
        write(
            (SectionKind.SUMMARY, "Builds with Docker."),
            (SectionKind.SKILLS, "SQL, Kubernetes"),
            (SectionKind.PROJECTS, "Weather board in Node.js"),
            (SectionKind.CERTIFICATIONS, "Certificate in CI/CD"),
            jobs=(("Analyst", "2024-01", None, "Queries in SQL."),),
            degrees=(("Evening class on statistics", "2020"),),
        )
    )
    kinds = {claim.skill: [e.kind for e in claim.evidence] for claim in profile.claims}
    assert kinds == {
        "docker": [EvidenceKind.CLAIM],
        "sql": [EvidenceKind.WORK, EvidenceKind.CLAIM],
        "kubernetes": [EvidenceKind.CLAIM],
        "node": [EvidenceKind.PROJECT],
        "ci-cd": [EvidenceKind.CREDENTIAL],
        "statistics": [EvidenceKind.COURSE],
    }


def test_evidence_quotes_its_line_and_names_its_place(read) -> None:  # type: ignore[no-untyped-def]
    draft = write(jobs=(("Analyst", "2024-01", "2025-03", "Wrote SQL for shops."),))
    (evidence,) = claim_in(read(draft), "sql").evidence
    assert evidence.span.of(draft.text) == "SQL"
    assert evidence.quote == "Wrote SQL for shops."
    assert evidence.place == "Analyst, Northwind (2024-01 to 2025-03)"
    assert evidence.until == Month(year=2025, month=3)


def test_a_long_line_is_quoted_around_the_mention(read) -> None:  # type: ignore[no-untyped-def]
    (evidence,) = claim_in(read(write((SectionKind.SUMMARY, "word " * 60 + "SQL" + " word" * 60))), "sql").evidence
    assert evidence.quote.startswith("… ")
    assert evidence.quote.endswith(" …")
    assert "SQL" in evidence.quote
    assert len(evidence.quote) <= 165


def test_years_are_the_union_of_overlapping_positions(read) -> None:  # type: ignore[no-untyped-def]
    jobs = (
        ("Analyst", "2020-01", "2021-12", "Daily SQL."),
        ("Tester", "2021-01", "2022-12", "More SQL."),
        ("Cook", "2015-01", "2019-12", "Soups."),
    )
    assert claim_in(read(write(jobs=jobs)), "sql").years == 3.0


def test_years_in_part_time_and_volunteer_positions_do_not_count(read) -> None:  # type: ignore[no-untyped-def]
    claim = claim_in(read(write(jobs=(("Volunteer analyst", "2010-01", None, "Daily SQL."),))), "sql")
    assert claim.years is None
    assert claim.level is Level.WORKING


def test_stated_years_count_but_no_further_than_dated_ones_for_the_level(read) -> None:  # type: ignore[no-untyped-def]
    draft = write(
        (SectionKind.SKILLS, "SQL (9 years)"), jobs=(("Lead analyst", "2026-01", None, "Daily SQL, and SQL again."),)
    )
    claim = claim_in(read(draft), "sql")
    assert (claim.years, claim.level, claim.rule) == (9, Level.WORKING, "used-at-work")


@pytest.mark.parametrize(("until", "last"), [(None, "2026-11"), ("2023-05", "2023-05"), ("2023", "2023")])
def test_last_use_is_the_newest_end_of_a_position(read, until: str | None, last: str) -> None:  # type: ignore[no-untyped-def]
    jobs = (("Analyst", "2022-01", until, "Daily SQL."), ("Tester", "2018-01", "2019-12", "Some SQL."))
    assert claim_in(read(write(jobs=jobs)), "sql").last_used == month(last)


def test_a_skill_without_a_dated_place_has_no_last_use(read) -> None:  # type: ignore[no-untyped-def]
    assert claim_in(read(write((SectionKind.SKILLS, "SQL, Docker"))), "sql").last_used is None


def test_denied_and_wished_skills_stand_apart(read) -> None:  # type: ignore[no-untyped-def]
    profile = read(
        write(
            (SectionKind.SUMMARY, "No experience with Kubernetes. I want to learn Snowflake and Docker."),
            (SectionKind.SKILLS, "SQL, Docker"),
            (SectionKind.INTERESTS, "Node.js at night"),
        )
    )
    assert [claim.skill for claim in profile.claims] == ["docker", "sql"]
    assert profile.denied == ("kubernetes",)
    assert set(profile.wished) == {"snowflake", "docker", "node"}


def test_a_denial_outweighs_a_bare_list_but_not_work(read) -> None:  # type: ignore[no-untyped-def]
    listed = read(write((SectionKind.SUMMARY, "I have never used Docker."), (SectionKind.SKILLS, "Docker, SQL")))
    assert listed.denied == ("docker",)
    assert listed.claim("docker") is None
    used = read(
        write((SectionKind.SUMMARY, "We do not use Docker now."), jobs=(("Dev", "2020", "2022", "Ran Docker."),))
    )
    assert used.denied == ()
    assert claim_in(used, "docker").proven


def test_an_employer_named_like_a_skill_is_no_evidence(read) -> None:  # type: ignore[no-untyped-def]
    draft = write(jobs=(("Analyst", "2020-01", None, "Daily SQL."),), employer="Docker")
    assert [claim.skill for claim in read(draft).claims] == ["sql"]


def test_claims_come_highest_level_first(read) -> None:  # type: ignore[no-untyped-def]
    profile = read(
        write(
            (SectionKind.SUMMARY, "Familiar with Kubernetes."),
            jobs=(("Analyst", "2020-01", None, "Daily SQL. Deep knowledge of SQL. Ran Docker."),),
        )
    )
    assert [claim.skill for claim in profile.claims] == ["sql", "docker", "kubernetes"]


@pytest.mark.parametrize(
    ("title", "end", "level", "rule"),
    [
        ("MSc Statistics", "2019", Level.WORKING, "degree"),
        ("M.Sc. in Applied Statistics", None, Level.WORKING, "degree"),
        ("MSC STATISTICS", "2019", Level.WORKING, "degree"),
        ("BSc Economics and Statistics", "2019-06", Level.WORKING, "degree"),
        ("Bachelor of Science in Statistics", "2019", Level.WORKING, "degree"),
        ("Master's degree, Statistics", "2019", Level.WORKING, "degree"),
        ("B.A. Statistics", "2019", Level.WORKING, "degree"),
        ("PhD in Statistics", "2019", Level.PRACTITIONER, "degree"),
        ("Ph.D., Statistics", "2019", Level.PRACTITIONER, "degree"),
        ("Doctorate in Statistics", "2019", Level.PRACTITIONER, "degree"),
        ("PhD candidate, Statistics", "2019", Level.AWARENESS, "studied"),
        ("MSc Statistics (expected)", None, Level.AWARENESS, "studied"),
        ("MSc Statistics", "2028", Level.AWARENESS, "studied"),
        ("MSc Economics, thesis with Statistics", "2019", Level.AWARENESS, "studied"),
        ("BSc Economics, minor in Statistics", "2019", Level.AWARENESS, "studied"),
        ("Summer school, Statistics", "2019", Level.AWARENESS, "studied"),
    ],
)
def test_a_finished_degree_gives_its_subject(  # type: ignore[no-untyped-def]
    read, title: str, end: str | None, level: Level, rule: str
) -> None:
    claim = claim_in(read(write(degrees=((title, end),))), "statistics")
    assert (claim.level, claim.rule, claim.evidence[0].kind) == (level, rule, EvidenceKind.COURSE)


def test_a_degree_gives_no_tool_and_no_soft_skill(read) -> None:  # type: ignore[no-untyped-def]
    profile = read(write(degrees=(("BSc SQL and Communication", "2019"),)))
    assert {claim.skill: claim.rule for claim in profile.claims} == {"sql": "studied", "communication": "soft-named"}


def test_an_empty_document_gives_an_empty_profile(read) -> None:  # type: ignore[no-untyped-def]
    profile = read(Draft(format="text", text=""))
    assert (profile.claims, profile.wished, profile.denied, profile.words) == ((), (), (), 0)


def test_a_library_at_work_implies_some_of_its_language(read, toy: Catalog) -> None:  # type: ignore[no-untyped-def]
    draft = write(jobs=(("Data analyst", "2024-01", None, "Reports with pandas and SQL."),))
    claim = claim_in(read(draft, toy), "python")
    assert (claim.level, claim.rule, claim.last_used) == (Level.AWARENESS, "implied", Month(year=2026, month=11))
    denied = write((SectionKind.SUMMARY, "I do not know Python."), jobs=draft_jobs())
    assert read(denied, toy).claim("python") is None


def draft_jobs() -> tuple[Job, ...]:
    return (("Data analyst", "2024-01", None, "Reports with pandas and SQL."),)


def test_a_project_is_called_by_its_own_item_of_a_list(tools: Catalog) -> None:
    lexicon = build_lexicon(tools)
    listed = "1. Bus times - a map in SQL\n2. Leaf doctor - served with Docker"
    titled = "Leaf doctor\n- a map in SQL\n- served with Docker"
    for body, places in (
        (listed, ("1. Bus times - a map in SQL", "2. Leaf doctor - served with Docker")),
        (titled, ("Leaf doctor", "Leaf doctor")),
    ):
        profile = recognise(write((SectionKind.PROJECTS, body)), lexicon, tools, TODAY)
        named = {claim.skill: claim.evidence[0].place for claim in profile.claims}
        assert (named["sql"], named["docker"]) == places
