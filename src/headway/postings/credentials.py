"""Whether a profile opens a gate: where it shows or states that it does, unknown where it is silent."""

from __future__ import annotations

import re
from datetime import date

from headway.catalog.model import Catalog
from headway.gap.gates import years_in_field
from headway.gap.model import GateState
from headway.postings.model import GateKind, PostedGate
from headway.profile.degrees import is_finished, read_degree
from headway.profile.model import Fluency, Profile, Statement, StatementKind

ENOUGH = Fluency.B2
"""Judged: what a posting means by a language that it asks for without a level."""
_WORDS = re.compile(r"[^\W\d_]{4,}")
_SPONSORSHIP = re.compile(r"sponsor", re.IGNORECASE)
_CITIZEN = re.compile(r"\bcitizen", re.IGNORECASE)
_LADDERS = tuple(
    tuple(re.compile(name, re.IGNORECASE) for name in names)
    for names in (
        (r"\bpublic trust\b", r"(?<!top )(?<!nato )\bsecret\b", r"\btop secret\b", r"\bTS/SCI\b"),
        (r"\bBPSS\b", r"\bCTC\b", r"\bSC\b", r"\bDV\b"),
        (r"\bnato secret\b",),
    )
)
"""Clearances of the United States, the United Kingdom and NATO, lowest first."""
_TRADES = tuple(
    re.compile(trade, re.IGNORECASE)
    for trade in (
        r"\bdriv(?:ing|er)",
        r"\bnurs(?:e|ing)|\bRN\b|\bNMC\b",
        r"\bmedical\b|\bphysician",
        r"\bteach(?:ing|er)",
        r"\bpilot",
        r"\bbar\b|\blaw\b|\battorney",
        r"\bchartered accountant",
        r"\bengineer",
        r"\bpharmac",
        r"\bpsychologist",
    )
)
_PLACES = tuple(
    re.compile(place)
    for place in (
        r"\b(?:US|USA|U\.S\.|United States|us (?=citizen|work|right))|\b[Gg]reen [Cc]ard",
        r"\b(?:UK|U\.K\.|United Kingdom|Britain|British)\b",
        r"\b(?:EU|E\.U\.|European Union)\b",
        r"\b(?:Canada|Canadian)\b",
        r"\b(?:Switzerland|Swiss)\b",
        r"\b(?:Germany|German)\b",
        r"\b(?:Australia|Australian)\b",
        r"\b(?:Ireland|Irish)\b",
        r"\b(?:Netherlands|Dutch)\b",
        r"\b(?:France|French)\b",
        r"\b(?:Singapore)\b",
        r"\b(?:India|Indian)\b",
    )
)
"""Each stands for itself: a right in the European Union is not read as one in each of its countries, nor back."""
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
    finished = [(degree, study) for degree, study in degrees if is_finished(study, today)]
    fitting = [(degree, study) for degree, study in finished if degree >= gate.degree]
    near = [(degree, study) for degree, study in fitting if not gate.fields or _shares_field(gate.fields, study.title)]
    if near:
        return GateState.PASSED, near[0][1].title, "Stands in your education."
    if fitting:
        return GateState.UNKNOWN, fitting[0][1].title, f"Whether its subject counts is theirs to say.{instead}"
    highest = max(degrees, key=lambda pair: pair[0].rank)
    why = "It is not finished yet." if highest[0] >= gate.degree else f"Your highest degree is a {highest[0]}'s."
    return (GateState.UNKNOWN if gate.or_experience else GateState.SHORT), highest[1].title, f"{why}{instead}"


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
    """By what the person states; never by a nationality, a place or a job title."""
    kind = gate.kind.value
    said = [statement for statement in profile.statements if statement.kind.value == kind]
    if gate.kind is GateKind.WORK_PERMIT and _SPONSORSHIP.search(gate.says):
        said = [statement for statement in profile.statements if statement.kind is StatementKind.NO_SPONSORSHIP]
    judge = {GateKind.CLEARANCE: _compare_clearance, GateKind.LICENCE: _compare_licence}.get(gate.kind, _compare_permit)
    findings = [judge(gate.says, statement) for statement in said]
    for state in (GateState.PASSED, GateState.SHORT):
        for found, statement in zip(findings, said, strict=True):
            if found is state:
                return state, statement.line, "You say so." if state is GateState.PASSED else "By your own words."
    if said:
        return GateState.UNKNOWN, said[0].line, "Whether this is what they mean is theirs to say."
    wanted = set(_WORDS.findall(gate.says.casefold()))
    for certification in profile.certifications:
        if wanted & set(_WORDS.findall(certification.name.casefold())) - {"professional", "certified"}:
            return GateState.UNKNOWN, certification.name, "Whether this is what they mean is theirs to say."
    return GateState.UNKNOWN, None, "Résumés seldom say: if you have it, write it down."


def _compare_clearance(asked: str, said: Statement) -> GateState:
    """By the ladder of one country; a clearance without a name opens a gate without one."""
    wanted, held = _rank_clearance(asked), _rank_clearance(said.words)
    if wanted is None:
        return GateState.PASSED if said.held else GateState.SHORT
    if held is None or held[0] != wanted[0]:
        return GateState.UNKNOWN
    if not said.held:
        return GateState.SHORT if held[1] <= wanted[1] else GateState.UNKNOWN
    return GateState.PASSED if held[1] >= wanted[1] else GateState.SHORT


def _rank_clearance(words: str) -> tuple[int, int] | None:
    """Which ladder and which rung of it, the highest that is named."""
    rungs = [
        (ladder, rung) for ladder, names in enumerate(_LADDERS) for rung, name in enumerate(names) if name.search(words)
    ]
    return max(rungs, key=lambda pair: pair[1], default=None)


def _compare_licence(asked: str, said: Statement) -> GateState:
    if not any(trade.search(asked) and trade.search(said.words) for trade in _TRADES):
        return GateState.UNKNOWN
    return GateState.PASSED if said.held else GateState.SHORT


def _compare_permit(asked: str, said: Statement) -> GateState:
    """A right counts for the place that it is said of; citizenship only where it is asked for, and only if said."""
    if said.kind is StatementKind.NO_SPONSORSHIP:
        return GateState.PASSED if said.held else GateState.SHORT
    if bool(_CITIZEN.search(asked)) != bool(_CITIZEN.search(said.words)):
        return GateState.UNKNOWN
    wanted, held = _name_places(asked), _name_places(said.words)
    if wanted and not wanted & held:
        return GateState.UNKNOWN
    if not wanted and held:
        return GateState.UNKNOWN  # where the work is done is not in the gate's words
    return GateState.PASSED if said.held else GateState.SHORT


def _name_places(words: str) -> set[int]:
    return {number for number, place in enumerate(_PLACES) if place.search(words)}
