"""Who could mentor in a skill: a stage above in that skill, willing, with room. And where to look if nobody could."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from headway.network.cadence import Keyed
from headway.network.model import Consent, Contact, ContactKind, Side, Willing
from headway.network.names import fold
from headway.network.ties import Lane, Tie, judge_tie
from headway.values import Level, Name, Slug, Stage, Text, Url, Value

STAGE_OF = {
    Level.NONE: Stage.ENTRY,
    Level.AWARENESS: Stage.ENTRY,
    Level.WORKING: Stage.MID,
    Level.PRACTITIONER: Stage.SENIOR,
    Level.EXPERT: Stage.LEADERSHIP,
}
"""The stage in a skill that a level comes to, so that a mentor can be a stage above it. Judged."""
TRUST = (Lane.STRONG, Lane.MODERATELY_WEAK, Lane.DORMANT, Lane.NEW)
"""Whom to ask first. A default: trust is there already."""
SHOWN = 5


class Candidate(Value):
    """Somebody who could mentor, and why."""

    key: Text
    name: Name
    organisation: Name | None
    role: Name | None
    skill: Slug
    """That they know: the one wanted, or a part of it."""
    stage: Stage
    tie: Tie
    reasons: tuple[Text, ...]


class Meeting(Value):
    """A community where people with the skill meet."""

    slug: Slug
    name: Name
    kind: Text
    cadence: Text
    url: Url


class Introduction(Value):
    """Somebody through whom one comes to others: at a company that one wants to get to, or in the skill."""

    key: Text
    name: Name
    through: Text
    """How they stand to whom one wants to meet."""
    tie: Tie


class Search(Value):
    """The search for a mentor in one skill."""

    skill: Slug
    name: Text
    own: Stage
    least: Stage | None
    """The stage that a mentor needs; None at the top, where only peers are left."""
    candidates: tuple[Candidate, ...]
    ask_first: tuple[Candidate, ...]
    """Far enough, and never asked whether they would."""
    full: tuple[Candidate, ...]
    """Far enough and willing, without room."""
    meetings: tuple[Meeting, ...]
    introductions: tuple[Introduction, ...]
    says: Text


def find_mentors(
    contacts: Iterable[Keyed],
    skill: Slug,
    names: Mapping[Slug, str],
    own: Stage,
    today: date,
    parts: frozenset[Slug] = frozenset(),
    meetings: Sequence[Meeting] = (),
    companies: Sequence[str] = (),
    places: Sequence[str] = (),
) -> Search:
    """Candidates for `skill` for somebody at stage `own` in it, best first.

    Who knows one of its `parts` knows of it, too. `names` are those of skills. It also says where else to look:
    `meetings` of the skill, and people who are or were at `companies`, with those of one's own former `places` first.
    """
    least = next((stage for stage in Stage if stage > own), None)
    counted = {skill, *parts}
    people = [(key, contact) for key, contact in contacts if _can_be_asked(contact)]
    knowing = [(key, c, found) for key, c in people if (found := _best(c, counted))]
    fitting = [
        (_rank(c, key, stage, least, today), c, _candidate(key, c, known, stage, names, skill, today))
        for key, c, (known, stage) in knowing
        if least and stage >= least
    ]
    ranked = [(c, candidate) for _, c, candidate in sorted(fitting, key=lambda row: row[0])]
    candidates = tuple(one for c, one in ranked if c.willing is Willing.YES and (c.has_room or _mentors_me(c, today)))
    asked = {candidate.key for candidate in candidates}
    unasked = tuple(one for c, one in ranked if c.willing is Willing.UNASKED)
    full = tuple(one for c, one in ranked if c.willing is Willing.YES and one.key not in asked)
    known_by = [(key, c) for key, c, _ in knowing if key not in asked]
    return Search(
        skill=skill,
        name=names.get(skill, skill),
        own=own,
        least=least,
        candidates=candidates,
        ask_first=unasked[:SHOWN],
        full=full[:SHOWN],
        meetings=tuple(meetings[:SHOWN]),
        introductions=_introduce(people, known_by, companies, places, names.get(skill, skill), today),
        says=_say(names.get(skill, skill), least, candidates, unasked, full),
    )


def _can_be_asked(contact: Contact) -> bool:
    return contact.kind is ContactKind.PERSON and contact.consent is not Consent.REFUSED


def _mentors_me(contact: Contact, today: date) -> bool:
    terms = contact.mentorship
    return terms is not None and terms.side is Side.MENTOR and terms.runs(today)


def _best(contact: Contact, counted: set[Slug]) -> tuple[Slug, Stage] | None:
    found = [(stage.rank, skill, stage) for skill, stage in contact.expertise.items() if skill in counted]
    _, skill, stage = max(found, default=(0, "", Stage.ENTRY))
    return (skill, stage) if skill else None


def _rank(contact: Contact, key: str, stage: Stage, least: Stage, today: date) -> tuple[object, ...]:
    """Who mentors already, then the nearer tie, then the nearer stage, who remembers the way best, then more room."""
    lane = TRUST.index(judge_tie(contact, today).lane)
    free = contact.room - contact.mentees
    return (not _mentors_me(contact, today), lane, stage.rank - least.rank, -free, contact.name, key)


def _candidate(
    key: str, contact: Contact, known: Slug, stage: Stage, names: Mapping[Slug, str], skill: Slug, today: date
) -> Candidate:
    tie = judge_tie(contact, today)
    part = "" if known == skill else f", a part of {names.get(skill, skill)}"
    reasons = [f"{stage} in {names.get(known, known)}{part}"]
    if _mentors_me(contact, today):
        reasons.append("mentors you already")
    elif contact.willing is Willing.YES:
        free = contact.room - contact.mentees
        reasons.append(f"willing, room for {free}" if free > 0 else "willing, without room now")
    else:
        reasons.append("never asked")
    reasons.append(f"{tie.lane} tie, {tie.reason}")
    return Candidate(
        key=key,
        name=contact.name,
        organisation=contact.organisation,
        role=contact.role,
        skill=known,
        stage=stage,
        tie=tie,
        reasons=tuple(reasons),
    )


def _introduce(
    people: Sequence[Keyed],
    knowing: Sequence[Keyed],
    companies: Sequence[str],
    places: Sequence[str],
    skill: str,
    today: date,
) -> tuple[Introduction, ...]:
    """Two steps: somebody you know, and whom they know at a company you name; else in the skill."""
    shared = {fold(place): place for place in places}
    found: list[tuple[tuple[object, ...], Introduction]] = []
    for company in companies:
        for key, contact in people:
            at = [place for place in contact.organisations if fold(place) == fold(company)]
            if at:
                now = contact.organisation is not None and fold(contact.organisation) == fold(company)
                elsewhere = [place for place in contact.organisations if fold(place) != fold(company)]
                both = [shared[fold(place)] for place in elsewhere if fold(place) in shared]
                through = f"{'works' if now else 'was'} at {at[0]}" + (f"; you were both at {both[0]}" if both else "")
                tie = judge_tie(contact, today)
                rank = (not both, not now, TRUST.index(tie.lane), contact.name, key)
                found.append((rank, Introduction(key=key, name=contact.name, through=through, tie=tie)))
    if not companies:
        for key, contact in knowing:
            tie = judge_tie(contact, today)
            through = f"knows {skill}, and may know who is further"
            introduction = Introduction(key=key, name=contact.name, through=through, tie=tie)
            found.append(((TRUST.index(tie.lane), contact.name, key), introduction))
    return tuple(introduction for _, introduction in sorted(found, key=lambda row: row[0])[:SHOWN])


def _say(
    skill: str, least: Stage | None, candidates: Sequence[object], unasked: Sequence[object], full: Sequence[object]
) -> str:
    if least is None:
        return f"You are at the top stage in {skill}: look for peers, in the communities."
    if candidates:
        count = len(candidates)
        return f"{count} {'person is' if count == 1 else 'people are'} {least} or above in {skill}, willing, with room."
    if unasked:
        return f"Nobody who said they would mentor is {least} or above in {skill}; {len(unasked)} never asked could be."
    if full:
        return f"All who are {least} or above in {skill} and willing have no room now: ask when they will."
    return f"Nobody you keep is {least} or above in {skill}: look where people with it meet, or be introduced."
