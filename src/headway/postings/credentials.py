"""Whether a profile opens a gate: years, degrees and languages where it shows them, unknown where it is silent."""

from __future__ import annotations

import re
from datetime import date

from headway.catalog.model import Catalog
from headway.gap.gates import years_in_field
from headway.gap.model import GateState
from headway.postings.gates import read_degree
from headway.postings.model import GateKind, PostedGate
from headway.profile.model import Fluency, Profile, Study
from headway.values import Month

ENOUGH = Fluency.B2
"""Judged: what a posting means by a language that it asks for without a level."""
Finding = tuple[GateState, str | None, str]
"""The state, the words of the profile that speak for it, and a sentence why."""


def meet_gate(gate: PostedGate, profile: Profile, catalog: Catalog, today: date) -> Finding:
    """What `profile` shows for `gate`. Silence is no lack: it gives `unknown`, never `short`."""
    if gate.kind is GateKind.YEARS:
        return _meet_years(gate, profile, catalog, today)
    if gate.kind is GateKind.DEGREE:
        return _meet_degree(gate, profile, today)
    if gate.kind is GateKind.LANGUAGE:
        return _meet_language(gate, profile)
    return _meet_named(gate, profile)


def _meet_years(gate: PostedGate, profile: Profile, catalog: Catalog, today: date) -> Finding:
    have = years_in_field(profile, catalog, today)
    if not any(position.start for position in profile.positions):
        return GateState.UNKNOWN, None, "No position is dated: date them."
    says = f"Your dated positions in the field come to {have:.1f} years."
    return (GateState.PASSED if have >= (gate.years or 0) else GateState.SHORT), None, says


def _meet_degree(gate: PostedGate, profile: Profile, today: date) -> Finding:
    degrees = [(degree, study) for study in profile.studies if (degree := read_degree(study.title))]
    instead = " Experience will do in its place." if gate.or_experience else ""
    if not degrees or gate.degree is None:
        return GateState.UNKNOWN, None, f"No degree stands in the document.{instead}"
    finished = [(degree, study) for degree, study in degrees if not _is_open(study, today)]
    fitting = [(degree, study) for degree, study in finished if degree >= gate.degree]
    near = [(degree, study) for degree, study in fitting if not gate.fields or _shares_field(gate.fields, study.title)]
    if near:
        return GateState.PASSED, near[0][1].title, "Stands in your education."
    if fitting:
        return GateState.UNKNOWN, fitting[0][1].title, f"Whether its subject counts is theirs to say.{instead}"
    highest = max(degrees, key=lambda pair: pair[0].rank)
    why = "It is not finished yet." if highest[0] >= gate.degree else f"Your highest degree is a {highest[0]}'s."
    return (GateState.UNKNOWN if gate.or_experience else GateState.SHORT), highest[1].title, f"{why}{instead}"


def _is_open(study: Study, today: date) -> bool:
    return study.end is not None and study.end.index > Month.of(today).index


def _shares_field(fields: tuple[str, ...], title: str) -> bool:
    words = {word[:6] for word in re.findall(r"[^\W\d_]{4,}", title.casefold())}
    return any({word[:6] for word in re.findall(r"[^\W\d_]{4,}", field.casefold())} <= words for field in fields)


def _meet_language(gate: PostedGate, profile: Profile) -> Finding:
    spoken = next(
        (lang for lang in profile.languages if lang.name.casefold() == (gate.language or "").casefold()), None
    )
    if spoken is None:
        return GateState.UNKNOWN, None, "The document does not say how well you speak it."
    words = f"{spoken.name}: {spoken.said or spoken.fluency}"
    if spoken.fluency is None:
        return GateState.UNKNOWN, words, "Its words give no level."
    if spoken.fluency >= ENOUGH:
        return GateState.PASSED, words, "Stands among your languages."
    return GateState.SHORT, words, f"{ENOUGH} is usually meant."


def _meet_named(gate: PostedGate, profile: Profile) -> Finding:
    wanted = set(re.findall(r"[^\W\d_]{4,}", gate.says.casefold()))
    for certification in profile.certifications:
        if wanted & set(re.findall(r"[^\W\d_]{4,}", certification.name.casefold())) - {"professional", "certified"}:
            return GateState.UNKNOWN, certification.name, "Whether this is what they mean is theirs to say."
    return GateState.UNKNOWN, None, "Résumés seldom say: if you have it, write it down."
