"""Diversity: of the skills that one has and goes on learning, and of the people that one is in touch with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from headway.catalog.model import Catalog, SkillKind
from headway.network.model import Consent, Contact, ContactKind
from headway.network.ties import Lane, judge_tie
from headway.outlook.habits import (
    SPREAD,
    YEAR,
    Habit,
    Measure,
    Part,
    Record,
    find_largest,
    refuse,
    say_span,
    spread_evenly,
)
from headway.track.events import Logged
from headway.values import Level, Slug

LEAST_SKILLS, LEAST_HOURS, LEAST_PEOPLE = 6, 10.0, 5
"""Below these nothing is said. Defaults."""
UNSAID = 0.5
"""Share of people of whom a thing is not known, from which the next step is to note it. A default."""
CROWDED = 0.5
"""Share of one kind from which the next step leads to another. A default."""


def judge_skills(record: Record, catalog: Catalog, today: date) -> Habit:
    """Over the families of the skills held at working level or more, and of what was learned in the last year."""
    if record.profile is None:
        step = "Keep your profile: `headway profile save RESUME`."
        return refuse(Part.DIVERSITY, "your kept profile", "no profile is kept", step)
    held = [claim.skill for claim in record.profile.claims if claim.level >= Level.WORKING]
    families = Counter(catalog.skills[skill].family for skill in held if _counts(skill, catalog))
    ground = f"your profile as kept, and your log, {say_span(today - YEAR, today)}"
    if families.total() < LEAST_SKILLS:
        why = f"{families.total()} skills at working level were found, and {LEAST_SKILLS} are needed"
        return refuse(Part.DIVERSITY, ground, why, "Say where you used what you know: `headway read RESUME --add`.")
    largest, share = find_largest(families)
    measures = [
        _measure_spread("families held", families, "families of skills", "skills at working level or more"),
        Measure(
            name="largest family",
            value=round(share, 3),
            says=f"{_name(largest)}, {share:.0%}",
            formula="its skills over all skills at working level or more",
            n=families.total(),
            of="skills",
        ),
    ]
    hours = _learned_hours(record, catalog, today)
    if sum(hours.values()) >= LEAST_HOURS:
        measures.append(_measure_spread("families learned", hours, "families of skills", "hours logged in a year"))
    return Habit(
        part=Part.DIVERSITY, ground=ground, measures=tuple(measures), next=_complement(record, families, catalog)
    )


def judge_network(record: Record, catalog: Catalog, today: date) -> Habit:
    """Over organisations, industries and expertise of the people with whom there was contact in the last year."""
    known = [c for c in record.contacts if c.kind is ContactKind.PERSON and c.consent is not Consent.REFUSED]
    live = [contact for contact in known if _touched(contact, today)]
    ground = f"people you keep with a contact in a year, {say_span(today - YEAR, today)}"
    if len(live) < LEAST_PEOPLE:
        step = "Record contacts as they happen: `headway touch NAME`; bring people in with `headway people import`."
        why = f"{len(live)} {'person has' if len(live) == 1 else 'people have'} one, and {LEAST_PEOPLE} are needed"
        return refuse(Part.NETWORK, ground, why, step)
    organisations = Counter(c.organisation.casefold() for c in live if c.organisation)
    industries = Counter(c.industry.casefold() for c in live if c.industry)
    expertise = Counter(
        family for c in live for family in {catalog.skills[s].family for s in c.expertise if s in catalog.skills}
    )
    touches: Counter[str] = Counter()
    for contact in live:
        if contact.organisation:
            touches[contact.organisation.casefold()] += _touched(contact, today)
    measures = [
        _measure_spread(name, counts, kinds, of)
        for name, counts, kinds, of in (
            ("organisations", organisations, "organisations", "people whose organisation is noted"),
            ("organisations by contacts", touches, "organisations", "contacts with them"),
            ("industries", industries, "industries", "people whose industry is noted"),
            ("expertise", expertise, "families of skills", "people and families noted"),
        )
        if counts
    ]
    if not measures:
        why = f"of {len(live)} people neither organisation nor industry nor expertise is noted"
        return refuse(Part.NETWORK, ground, why, "Note them: `headway people change NAME --industry …`.")
    return Habit(
        part=Part.NETWORK,
        ground=f"{len(live)} {ground}",
        measures=tuple(measures),
        next=_widen(known, live, organisations, industries, today),
    )


def _counts(skill: Slug, catalog: Catalog) -> bool:
    return skill in catalog.skills and catalog.skills[skill].kind is not SkillKind.SOFT


def _measure_spread(name: str, counts: Mapping[str, float], kinds: str, of: str) -> Measure:
    spread = spread_evenly(counts)
    return Measure(
        name=name,
        value=round(spread, 2),
        says=f"{len(counts)}, spread like {spread:.1f} even ones",
        formula=SPREAD.format(kinds),
        n=round(sum(counts.values())),
        of=of,
    )


def _learned_hours(record: Record, catalog: Catalog, today: date) -> Mapping[str, float]:
    """Hours of the last year by family; those of an activity are shared evenly by the skills that it covers."""
    hours: dict[str, float] = {}
    for event in record.events:
        if isinstance(event, Logged) and today - YEAR < event.on <= today and event.activity in catalog.activities:
            covered = [skill for skill in catalog.activities[event.activity].covers if skill in catalog.skills]
            for family in (catalog.skills[skill].family for skill in covered):
                hours[family] = hours.get(family, 0.0) + event.hours / len(covered)
    return hours


def _complement(record: Record, families: Counter[str], catalog: Catalog) -> str:
    """What the target asks for most in a family that is thin."""
    stage = record.find_target(catalog)
    if stage is None or record.profile is None:
        return "Name a target, so that a skill beside yours can be named: `headway plan RESUME --to ROLE --keep`."
    levels = {claim.skill: claim.level for claim in record.profile.claims}
    lacking = [
        need
        for need in stage.needs
        if _counts(need.skill, catalog) and all(levels.get(s, Level.NONE) < Level.WORKING for s in need.skills)
    ]
    if not lacking:
        return f"{stage.titles[0]} asks for nothing that you lack at working level: choose what interests you."
    need = min(lacking, key=lambda need: (families[catalog.skills[need.skill].family], -need.importance, need.skill))
    skill = catalog.skills[need.skill]
    return f"{skill.name} ({_name(skill.family)}), which {stage.titles[0]} asks for: `headway learn {skill.slug}`."


def _touched(contact: Contact, today: date) -> int:
    return sum(touch.kind.real and today - YEAR < touch.on <= today for touch in contact.touches)


def _widen(
    known: Sequence[Contact],
    live: Sequence[Contact],
    organisations: Mapping[str, float],
    industries: Mapping[str, float],
    today: date,
) -> str:
    """What is not noted first, then another organisation or industry, then somebody long not heard of."""
    unsaid = [contact for contact in live if not contact.industry]
    if len(unsaid) > UNSAID * len(live):
        first = min(unsaid, key=lambda contact: contact.name)
        return f"Note the industry of {len(unsaid)} of them: `headway people change '{first.name}' --industry …`."
    for kinds, what in ((organisations, "organisation"), (industries, "industry")):
        if kinds and find_largest(kinds)[1] > CROWDED:
            return f"Most are of one {what}: get to know somebody of another one (`headway network plan`)."
    dormant = [contact for contact in known if judge_tie(contact, today).lane is Lane.DORMANT]
    if dormant:
        return f"Write to {min(dormant, key=lambda contact: contact.name).name} again: `headway network draft`."
    return "Ask two of them whom you should know in a field that you are not in."


def _name(family: str) -> str:
    return family.replace("-", " ")
