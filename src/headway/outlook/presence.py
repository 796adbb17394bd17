"""Presence: keeping up with the industry among its people, and work that others can see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from headway.catalog.model import ActivityKind, Catalog
from headway.network.model import Contact, ContactKind, TouchKind
from headway.outlook.habits import YEAR, Habit, Measure, Part, Record, refuse, say_span
from headway.profile.model import EvidenceKind
from headway.track.events import Done, Planned, Reviewed

MONTHS, MONTH = 6, timedelta(days=30)
LEAST_MONTHS = 2
"""Months of record below which nothing is said. A default."""


def judge_awareness(record: Record, catalog: Catalog, today: date) -> Habit:
    """Meetings with communities and at events, and looks back on the target. What one reads is in no log."""
    places = [contact for contact in record.contacts if contact.kind is not ContactKind.PERSON]
    met = [(touch.on, contact.name) for contact in places for touch in contact.touches if touch.kind.real]
    met += [
        (touch.on, contact.name)
        for contact in record.contacts
        if contact.kind is ContactKind.PERSON
        for touch in contact.touches
        if touch.kind is TouchKind.EVENT
    ]
    looked = [event.on for event in record.events if isinstance(event, Reviewed) and event.on <= today]
    days = sorted(day for day in (*(day for day, _ in met), *looked) if day <= today)
    step = _choose_place(record, places, catalog, today)
    if not days:
        return refuse(Part.AWARENESS, "events and looks back", "no event, community or look back is recorded", step)
    began = min([*days, *(contact.added_on for contact in places), *_find_plans(record)])
    observed = min(MONTHS, (today - began).days // MONTH.days)
    ground = f"events, communities and looks back, {say_span(today - MONTH * max(observed, 1), today)}"
    if observed < LEAST_MONTHS:
        why = f"the record begins on {began}, and {LEAST_MONTHS} months of it are needed"
        return refuse(Part.AWARENESS, ground, why, step)
    months = [today - MONTH * number for number in range(observed)]
    lively = sum(any(last - MONTH < day <= last for day in days) for last in months)
    since = today - MONTH * observed
    different = {name for day, name in met if since < day <= today}
    measures = (
        Measure(
            name="months with one",
            value=round(lively / observed, 3),
            says=f"{lively} of {observed}",
            formula="months of 30 days with an event, a community's meeting or a look back, over months of record",
            n=observed,
            of="months",
        ),
        Measure(
            name="different ones",
            value=len(different),
            says=f"{len(different)}",
            formula="communities, events and people met at events, each once",
            n=sum(since < day <= today for day, _ in met),
            of="meetings",
        ),
        Measure(
            name="looks back in a year",
            value=sum(today - YEAR < day for day in looked),
            says=f"{sum(today - YEAR < day for day in looked)} of 4 quarters",
            formula="quarters looked back on with `headway retro`",
            n=len(looked),
            of="looks back",
        ),
    )
    return Habit(part=Part.AWARENESS, ground=ground, measures=measures, next=step)


def judge_visible(record: Record, catalog: Catalog, today: date) -> Habit:
    """What was finished and leaves something to show, and what the profile shows already."""
    profile = record.profile
    done = [event for event in record.events if isinstance(event, Done) and today - YEAR < event.on <= today]
    ground = f"what you finished, {say_span(today - YEAR, today)}, and your profile as kept"
    step = _choose_proof(record, catalog)
    if profile is None and not done:
        return refuse(Part.VISIBLE, ground, "nothing is finished yet, and no profile is kept", step)
    shown = [e for e in done if e.activity in catalog.activities and catalog.activities[e.activity].proof]
    measures = []
    if done:
        measures.append(
            Measure(
                name="finished with a proof",
                value=round(len(shown) / len(done), 3),
                says=f"{len(shown)} of {len(done)}",
                formula="finished activities that leave something to show, over finished activities",
                n=len(done),
                of="activities",
            )
        )
    if profile is not None:
        projects = [c for c in profile.claims if any(e.kind is EvidenceKind.PROJECT for e in c.evidence)]
        measures += [
            Measure(
                name="skills shown in projects",
                value=round(len(projects) / len(profile.claims), 3) if profile.claims else 0.0,
                says=f"{len(projects)} of {len(profile.claims)}",
                formula="skills that a project in your document shows, over all skills found in it",
                n=len(profile.claims),
                of="skills",
            ),
            Measure(
                name="public pages",
                value=len(profile.links),
                says=f"{len(profile.links)}",
                formula="addresses in your document, of whatever kind; none is opened",
                n=len(profile.links),
                of="addresses",
            ),
        ]
        if not profile.links:
            step = "Put the address of a page that shows work into your résumé, and read it anew."
    return Habit(part=Part.VISIBLE, ground=ground, measures=tuple(measures), next=step)


def _find_plans(record: Record) -> list[date]:
    return [event.on for event in record.events if isinstance(event, Planned)]


def _choose_place(record: Record, places: Sequence[Contact], catalog: Catalog, today: date) -> str:
    """The kept one longest not met, else one of the catalog that fits the target."""
    kept = sorted(places, key=lambda contact: (contact.last_real(today) or date.min, contact.name))
    if kept:
        return f"Go to {kept[0].name}, then record it: `headway touch '{kept[0].name}' --kind event`."
    wanted = _list_needs(record, catalog)
    fitting = [(-len(wanted.intersection(c.focus)), c.slug) for c in catalog.communities.values()]
    best = min(fitting, default=(0, ""))
    if best[0] == 0:
        return "Choose a community (`headway communities`) and keep it: `headway people add NAME --kind community`."
    community = catalog.communities[best[1]]
    return (
        f"Look in on {community.name} ({community.cadence}): {community.url}; keep it with `headway people add "
        f"'{community.name}' --kind community`."
    )


def _choose_proof(record: Record, catalog: Catalog) -> str:
    """What of the plan leaves a proof, else the shortest project for what the target asks for."""
    planned = next((name for name, proves in record.ahead if proves), None)
    if planned:
        return f"Of your plan {planned} leaves something to show: finish it, and show it."
    wanted = _list_needs(record, catalog)
    projects = [a for a in catalog.activities.values() if a.kind is ActivityKind.PROJECT and not a.retired]
    fitting = [a for a in projects if wanted.intersection(a.covers)]
    if not fitting:
        return "Choose a project that leaves something to show: `headway learn SKILL`."
    chosen = min(fitting, key=lambda a: (a.hours.p50 / len(wanted.intersection(a.covers)), a.slug))
    return f"Do {chosen.name} ({chosen.hours.p50:g} h in the middle), which shows what your target asks for."


def _list_needs(record: Record, catalog: Catalog) -> frozenset[str]:
    stage = record.find_target(catalog)
    return frozenset(skill for need in stage.needs for skill in need.skills) if stage else frozenset()
