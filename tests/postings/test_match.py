"""A profile against a posting: each requirement and gate by itself, and silence is no lack."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from headway.catalog.model import Catalog
from headway.gap.model import GapStatus, GateState
from headway.postings.match import Match, match_posting
from headway.postings.model import Posting
from headway.profile.model import Certification, Fluency, Language, Profile, Study
from headway.profile.statements import find_statements
from headway.values import Level, Month, Span

Person = Callable[..., Profile]
Compare = Callable[[Profile, str], Match]
HERE = Span(start=0, end=1)


@pytest.fixture
def compare(read: Callable[[str], Posting], shipped: Catalog, today: date) -> Compare:
    return lambda profile, text: match_posting(profile, read(text), shipped, today)


def statuses(match: Match) -> dict[str, GapStatus]:
    return {item.requirement.skill: item.status for item in match.items}


def test_each_requirement_has_its_own_status(compare: Compare, person: Person, claim: Callable[..., object]) -> None:
    profile = person(python=Level.PRACTITIONER, sql=Level.AWARENESS)
    profile = profile.change(claims=(*profile.claims, claim("docker", Level.WORKING, proven=False)))
    match = compare(profile, "Data Engineer\n\nRequirements:\n- Python\n- SQL\n- Docker\n- Kafka\n")
    assert statuses(match) == {
        "python": GapStatus.MET,
        "sql": GapStatus.PARTIAL,
        "docker": GapStatus.UNPROVEN,
        "kafka": GapStatus.MISSING,
    }


def test_one_of_several_is_enough(compare: Compare, person: Person) -> None:
    match = compare(person(gcp=Level.WORKING), "Engineer\n\nRequirements:\n- AWS, GCP or Azure\n")
    (item,) = match.items
    assert (item.status, item.by) == (GapStatus.MET, "gcp")


def test_years_that_are_asked_must_be_shown(compare: Compare, person: Person) -> None:
    text = "Data Engineer\n\nRequirements:\n- 4 years of SQL\n"
    profile = person(sql=Level.EXPERT)
    short, long = (profile.change(claims=tuple(c.change(years=years) for c in profile.claims)) for years in (2.0, 5.0))
    assert statuses(compare(profile, text)) == {"sql": GapStatus.UNPROVEN}
    assert statuses(compare(short, text)) == {"sql": GapStatus.PARTIAL}
    assert statuses(compare(long, text)) == {"sql": GapStatus.MET}


def test_required_comes_before_preferred_in_what_to_learn(compare: Compare, person: Person) -> None:
    match = compare(person(), "Data Engineer\n\nRequirements:\n- Kubernetes\n\nNice to have:\n- Docker\n")
    assert [todo.need for todo in match.agenda.learn] == ["kubernetes", "docker"]


def test_a_posting_without_sections_says_that_all_is_taken_as_asked(compare: Compare, person: Person) -> None:
    match = compare(person(python=Level.AWARENESS), "Data Engineer\nYou use Python and Kafka every day with us.")
    assert statuses(match)["python"] is GapStatus.PARTIAL
    assert any("does not tell" in note for note in match.notes)


@pytest.mark.parametrize(
    ("asked", "profile", "state"),
    [
        ("3 years of professional experience", Profile(), GateState.UNKNOWN),
        ("PhD in physics", Profile(), GateState.UNKNOWN),
        ("PhD in physics", Profile(studies=(Study(title="PhD Physics", span=HERE),)), GateState.PASSED),
        ("PhD in physics", Profile(studies=(Study(title="BSc Physics", span=HERE),)), GateState.SHORT),
        ("Bachelor's degree in physics", Profile(studies=(Study(title="MSc History", span=HERE),)), GateState.UNKNOWN),
        (
            "Master's degree in physics",
            Profile(studies=(Study(title="MSc Physics", end=Month(year=2028), span=HERE),)),
            GateState.SHORT,
        ),
        (
            "Master's degree in physics or equivalent experience",
            Profile(studies=(Study(title="BSc Physics", span=HERE),)),
            GateState.UNKNOWN,
        ),
        ("Fluent German", Profile(), GateState.UNKNOWN),
        (
            "Fluent German",
            Profile(languages=(Language(name="German", fluency=Fluency.NATIVE, span=HERE),)),
            GateState.PASSED,
        ),
        (
            "Fluent German",
            Profile(languages=(Language(name="German", fluency=Fluency.A2, span=HERE),)),
            GateState.SHORT,
        ),
        ("Active security clearance", Profile(), GateState.UNKNOWN),
        (
            "Driving licence required",
            Profile(certifications=(Certification(name="Driving licence B", span=HERE),)),
            GateState.UNKNOWN,
        ),
    ],
)
def test_gates_are_met_unmet_or_unknown(compare: Compare, asked: str, profile: Profile, state: GateState) -> None:
    (gate,) = compare(profile, f"Data Engineer\n\nRequirements:\n- {asked}\n").gates
    assert gate.state is state


@pytest.mark.parametrize(
    ("asked", "stated", "state"),
    [
        ("Active security clearance", "Active TS/SCI clearance", GateState.PASSED),
        ("Must hold a Secret clearance", "TS/SCI", GateState.PASSED),
        ("Active TS/SCI clearance", "Secret clearance", GateState.SHORT),
        ("DV clearance", "Active TS/SCI clearance", GateState.UNKNOWN),
        ("Active security clearance", "My security clearance lapsed", GateState.SHORT),
        ("Driving licence required", "Clean driving licence, class B", GateState.PASSED),
        ("Driving licence required", "Registered nurse, licence no 112233", GateState.UNKNOWN),
        ("Nursing licence", "Registered nurse, licence no 112233", GateState.PASSED),
        ("Right to work in the UK", "I have the right to work in the UK", GateState.PASSED),
        ("Right to work in the UK", "EU work permit", GateState.UNKNOWN),
        ("Must be authorized to work in the US", "Authorized to work in the United States", GateState.PASSED),
        ("Must be authorized to work in the US", "US citizen", GateState.UNKNOWN),
        ("US citizenship required", "US citizen", GateState.PASSED),
        ("We do not offer visa sponsorship", "No sponsorship needed", GateState.PASSED),
        ("We do not offer visa sponsorship", "I require visa sponsorship", GateState.SHORT),
        ("Right to work in the UK", "Nationality: British", GateState.UNKNOWN),
    ],
)
def test_what_a_person_states_opens_or_closes_a_gate(
    compare: Compare, asked: str, stated: str, state: GateState
) -> None:
    profile = Profile(statements=find_statements(stated))
    (gate,) = compare(profile, f"Data Engineer\n\nRequirements:\n- {asked}\n").gates
    assert gate.state is state
    if state is not GateState.UNKNOWN:
        assert gate.evidence == stated


def test_years_in_the_field_open_the_gate_of_years(compare: Compare, person: Person) -> None:
    text = "Data Engineer\n\nRequirements:\n- 3 years of professional experience\n"
    assert compare(person(("Data Engineer", "2021-01", None)), text).gates[0].state is GateState.PASSED
    assert compare(person(("Data Engineer", "2025-01", None)), text).gates[0].state is GateState.SHORT


def test_a_posting_that_asks_nothing_is_compared_all_the_same(compare: Compare) -> None:
    match = compare(Profile(), "We are nice.")
    assert (match.items, match.gates) == ((), ())
    assert match.notes == ("The posting names no skill of the catalog.",)
