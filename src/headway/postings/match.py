"""A profile against a posting, requirement by requirement and gate by gate, with the words of both sides.

There is no score: how an employer weighs these things is not known, and no data hold who was turned down.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from headway.catalog.model import Catalog, Need
from headway.gap.agenda import Agenda, list_todos
from headway.gap.measure import measure_needs
from headway.gap.model import GapItem, GapReport, GapStatus, Gate, GateState
from headway.gap.needs import held_levels, learn_together
from headway.gap.weigh import weigh_need
from headway.postings.credentials import meet_gate
from headway.postings.model import GateKind, PostedGate, Posting, Requirement
from headway.profile.model import Evidence, Profile
from headway.values import Level, Month, Slug, Text, Value, judged

WEIGHT = {True: 1.0, False: 0.4, None: 0.2}
"""Judged, and only for the order of what to do: what is required before what is preferred before what is named."""
ASKED = {True: "required by the posting", False: "preferred by the posting", None: "named in the posting"}
LEVELS = {
    "stated": "the posting states it",
    "years": "from the years that the posting asks",
    "assumed": "the posting gives neither level nor years",
}
GATES = {
    GateKind.YEARS: "Experience",
    GateKind.DEGREE: "Degree",
    GateKind.CLEARANCE: "Clearance",
    GateKind.LICENCE: "Licence",
    GateKind.WORK_PERMIT: "Work permit",
    GateKind.LANGUAGE: "Language",
}
NO_SCORE = "a posting does not say how it weighs what it asks, so any number would be made up"


class MatchItem(Value):
    """One requirement against what the profile shows."""

    requirement: Requirement
    status: GapStatus
    held: Level
    by: Slug | None
    years: float | None
    """Of use that the document shows or states."""
    evidence: tuple[Evidence, ...]
    reason: Text


class GateMatch(Value):
    """One gate of the posting against what the profile shows."""

    gate: PostedGate
    state: GateState
    evidence: Text | None = None
    """Words of the profile that speak for it."""
    reason: Text


class Match(Value):
    """The whole comparison."""

    name: Text | None
    """Whose profile it is."""
    title: Text | None
    employer: Text | None
    items: tuple[MatchItem, ...]
    """In the order of the posting's requirements: required, preferred, only named."""
    gates: tuple[GateMatch, ...]
    agenda: Agenda
    """What to show, refresh and learn first."""
    notes: tuple[Text, ...] = ()


def match_posting(profile: Profile, posting: Posting, catalog: Catalog, today: date) -> Match:
    """Every requirement and gate of `posting` against `profile`."""
    unsorted = is_unsorted(posting)
    needs = list_needs(posting, today)
    pairs = [(r, weigh_need(n, profile, catalog, today)) for r, n in zip(posting.requirements, needs, strict=True)]
    report = _report([item for _, item in pairs])
    return Match(
        name=profile.name,
        title=posting.title,
        employer=posting.employer,
        items=tuple(_compare(requirement, item, profile) for requirement, item in pairs),
        gates=tuple(
            GateMatch(gate=gate, state=state, evidence=words, reason=reason)
            for gate in posting.gates
            for state, words, reason in [meet_gate(gate, profile, catalog, today)]
        ),
        agenda=list_todos(report, held_levels(profile), catalog),
        notes=tuple(_list_notes(posting, unsorted)),
    )


def measure_posting(profile: Profile, posting: Posting, catalog: Catalog, today: date) -> GapReport:
    """The gap to what `posting` asks, measured as that to a role stage, without a readiness."""
    gates = tuple(
        Gate(
            name=GATES[gate.kind],
            state=state,
            says=f"{gate.says}{'' if gate.required else ', preferred'}: {state}. {why}",
        )
        for gate in posting.gates
        for state, _, why in [meet_gate(gate, profile, catalog, today)]
    )
    report = measure_needs("posting", list_needs(posting, today), gates, profile, catalog, today)
    return report.change(readiness=None, refusal=NO_SCORE)


def _say_gate(gate: PostedGate) -> str:
    return gate.says if gate.required else f"{gate.says}, preferred"


def is_unsorted(posting: Posting) -> bool:
    """Whether the posting does not tell what it requires from what it prefers."""
    return all(requirement.required is None for requirement in posting.requirements)


def list_needs(posting: Posting, today: date) -> tuple[Need, ...]:
    """The requirements as the gap measures them, in their order; without sections all that is named is to be worked
    with."""
    unsorted = is_unsorted(posting)
    return tuple(_need(requirement, unsorted, today) for requirement in posting.requirements)


def _need(requirement: Requirement, unsorted: bool, today: date) -> Need:
    required = True if unsorted else requirement.required
    return Need(
        skill=requirement.skill,
        alternatives=requirement.alternatives,
        level=max(requirement.level, Level.WORKING) if unsorted else requirement.level,
        importance=WEIGHT[required],
        basis=judged(ASKED[required], Month.of(today)),
        level_basis=judged(LEVELS.get(requirement.rule, "as the posting asks"), Month.of(today)),
    )


def _report(items: list[GapItem]) -> GapReport:
    """The open items by what matters most, as the agenda takes them."""
    ordered = sorted(items, key=lambda item: (-item.importance * (1 - item.credit), item.skill))
    return GapReport(
        target="posting", items=tuple(ordered), readiness=None, hours=learn_together(item.hours for item in items)
    )


def _compare(requirement: Requirement, item: GapItem, profile: Profile) -> MatchItem:
    """The gap's finding; where the level is met and years are asked, they must be there as well."""
    claims = [claim for skill in requirement.skills if (claim := profile.claim(skill))]
    years = max((claim.years for claim in claims if claim.years is not None), default=None)
    status, reason = item.status, item.reason
    if requirement.years and status in (GapStatus.MET, GapStatus.STALE):
        if years is None:
            status = GapStatus.UNPROVEN
            reason = f"{reason} {requirement.years:g} years are asked, and yours are not dated: date them."
        elif years < requirement.years:
            status = GapStatus.PARTIAL
            reason = f"{reason} {requirement.years:g} years are asked, {years:g} are shown."
    return MatchItem(
        requirement=requirement,
        status=status,
        held=item.held,
        by=item.by,
        years=years,
        evidence=item.evidence,
        reason=reason,
    )


def _list_notes(posting: Posting, unsorted: bool) -> Iterable[str]:
    if not posting.requirements:
        yield "The posting names no skill of the catalog."
    elif unsorted:
        yield "The posting does not tell required from preferred: everything that it names is taken as asked."
    if any(r.rule == "assumed" for r in posting.requirements):
        yield "Where the posting gives neither level nor years, working level is taken for what it requires."
