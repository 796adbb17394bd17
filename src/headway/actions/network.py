"""Mentors, a plan for one's network, and drafts: what is kept of people held against the catalog and a goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from headway.actions.people import find_person, read_contacts, read_word
from headway.catalog.lookup import find_role_stage, find_skill
from headway.errors import HeadwayError, WrongUse
from headway.network.cadence import Keyed
from headway.network.drafts import TEMPLATES, DraftKind, OutreachDraft, write_draft
from headway.network.mentors import STAGE_OF, Meeting, Search, find_mentors
from headway.network.plan import NetworkPlan, plan_network
from headway.store.kinds import PLAN, PROFILE
from headway.values import Level, Slug, Stage, Text, Value

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.profile.model import Profile
    from headway.store.front import Store

MOST_GAPS = 5
"""Gaps that mentors are looked for."""
MOST_MONTHS = 12


class MentorAnswer(Value):
    """The searches for the skills that are missing most, that first."""

    goal: Text | None
    searches: tuple[Search, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        """Skills that nobody kept could mentor in: neither who said so, nor who was never asked."""
        return tuple(search.name for search in self.searches if not (search.candidates or search.ask_first))


def search_mentor(
    store: Store,
    skill: str,
    catalog: Catalog,
    today: date,
    stage: str | None = None,
    companies: Sequence[str] = (),
) -> MentorAnswer:
    """Mentors for one skill. One's own stage in it is the one said, or what the kept profile shows, or entry."""
    found = find_skill(skill, catalog)
    kept = store.get(PROFILE)
    profile = kept.value.profile if kept else None
    own = read_word(Stage, stage, "--stage") if stage else _stage_in(found.slug, profile)
    search = search_skill(read_contacts(store), found.slug, own, catalog, today, companies, profile)
    return MentorAnswer(goal=None, searches=(search,))


def search_for_gap(
    store: Store, resume: Path | None, to: str | None, catalog: Catalog, today: date, companies: Sequence[str] = ()
) -> MentorAnswer:
    """Mentors for the skills that a résumé (or the kept profile) lacks most for a role stage (or the kept plan's)."""
    profile, target = _find_goal(store, resume, to, catalog, today)
    return _search_gap(read_contacts(store), profile, target, catalog, today, companies)


def plan_people(
    store: Store,
    resume: Path | None,
    to: str | None,
    catalog: Catalog,
    today: date,
    months: int = 3,
    companies: Sequence[str] = (),
) -> NetworkPlan:
    """Monthly moves for one's network towards a role stage."""
    if not 1 <= months <= MOST_MONTHS:
        raise WrongUse(f"--months {months} cannot be planned", f"give 1 to {MOST_MONTHS}")
    profile, target = _find_goal(store, resume, to, catalog, today)
    return plan_towards(read_contacts(store), profile, target, catalog, today, months, companies)


def plan_towards(
    contacts: Sequence[Keyed],
    profile: Profile,
    target: Text,
    catalog: Catalog,
    today: date,
    months: int,
    companies: Sequence[str] = (),
) -> NetworkPlan:
    """The same for a profile and the key of a role stage."""
    answer = _search_gap(contacts, profile, target, catalog, today, companies)
    meetings = dict.fromkeys(
        meeting for search in answer.searches for meeting in list_meetings(search.skill, catalog, most=None)
    )
    return plan_network(contacts, answer.goal or target, answer.searches, tuple(meetings), today, months)


def draft_message(
    store: Store, name: str, kind: str, said: Sequence[str], template: Path | None, today: date
) -> OutreachDraft:
    """A message to somebody, from a template of ours or one's own, with `field=words` filled in. Nothing is sent."""
    from headway.actions.files import read_bytes
    from headway.profile.encodings import decode

    fields: dict[str, str] = {}
    for pair in said:
        field, equals, words = pair.partition("=")
        if not equals or not field.strip():
            raise WrongUse(f"--say {pair!r} cannot be read", "write it as --say goal='a role in ML'")
        fields[field.strip().lower()] = words.strip()
    chosen = TEMPLATES[read_word(DraftKind, kind, "--kind")]
    if template:
        chosen, _ = decode(read_bytes(template), template.name)
    return write_draft(chosen, find_person(store, name).value, fields, today)


def list_parts(skill: Slug, catalog: Catalog) -> frozenset[Slug]:
    """The skills that are a part of `skill`."""
    return frozenset(one.slug for one in catalog.skills.values() if skill in one.broader)


def _find_goal(
    store: Store, resume: Path | None, to: str | None, catalog: Catalog, today: date
) -> tuple[Profile, Text]:
    from headway.actions.person import read_person

    kept, plan = store.get(PROFILE), store.get(PLAN)
    if resume:
        profile, _ = read_person(resume, catalog, today)
    elif kept:
        profile = kept.value.profile
    else:
        raise HeadwayError("no profile is kept yet", "give a résumé with --from, or headway profile save RESUME")
    if not to and not plan:
        raise HeadwayError("no plan is kept yet, so that the goal is not known", "give --to ROLE:STAGE")
    return profile, find_role_stage(to or (plan.value.target if plan else ""), catalog).key


def _search_gap(
    contacts: Sequence[Keyed],
    profile: Profile,
    target: Text,
    catalog: Catalog,
    today: date,
    companies: Sequence[str],
) -> MentorAnswer:
    from headway.gap.measure import measure_gap

    stage = find_role_stage(target, catalog)
    report = measure_gap(profile, stage, catalog, today)
    wanted = list(dict.fromkeys(item.learned for item in report.open))[:MOST_GAPS]
    return MentorAnswer(
        goal=f"{catalog.roles[stage.role].name}, {stage.stage}",
        searches=tuple(
            search_skill(contacts, skill, _stage_in(skill, profile), catalog, today, companies, profile)
            for skill in wanted
        ),
    )


def search_skill(
    contacts: Sequence[Keyed],
    skill: Slug,
    own: Stage,
    catalog: Catalog,
    today: date,
    companies: Sequence[str],
    profile: Profile | None = None,
) -> Search:
    """Mentors in one skill for somebody at stage `own` in it, and where else to look."""
    places = [position.organisation for position in profile.positions if position.organisation] if profile else []
    return find_mentors(
        contacts,
        skill,
        {slug: one.name for slug, one in catalog.skills.items()},
        own,
        today,
        list_parts(skill, catalog),
        list_meetings(skill, catalog),
        companies,
        places,
    )


def list_meetings(skill: Slug, catalog: Catalog, most: int | None = 3) -> tuple[Meeting, ...]:
    """The communities of the catalog whose focus is `skill`, or a part of it, or what it is a part of."""
    near = {skill, *list_parts(skill, catalog)}
    wider = set(catalog.skills[skill].broader)
    found = [
        (not near.intersection(one.focus), Meeting(**one.model_dump(include=set(Meeting.model_fields))))
        for one in catalog.communities.values()
        if (near | wider).intersection(one.focus)
    ]
    return tuple(meeting for _, meeting in sorted(found, key=lambda pair: pair[0])[:most])


def _stage_in(skill: Slug, profile: Profile | None) -> Stage:
    claim = profile.claim(skill) if profile else None
    return STAGE_OF[claim.level if claim else Level.NONE]
