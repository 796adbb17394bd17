"""How much the catalog holds, and on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from headway.catalog.model import ActivityKind, Catalog
from headway.catalog.offer import Validity
from headway.values import Level, Map, Slug, Value


class Statistics(Value):
    roles: int
    role_titles: int
    """Names of roles and titles of their stages, each once."""
    role_stages: int
    needs: Map[str, int]
    """By the kind of their importance."""
    skills: Map[str, int]
    """By kind."""
    aliases: int
    """Names of skills besides the main one, guarded forms with them."""
    identifiers: Map[str, int]
    """Skills and roles that ESCO or O*NET knows."""
    half_lives: int
    """Skills of which it is judged how fast they go out of date."""
    neighbours: Map[str, int]
    """Pairs of skills that stand beside one another, by reason."""
    mentions_known: Map[str, str]
    """The share of the skill mentions in each family's postings that the catalog knows, and of all of them."""
    activities: Map[str, int]
    """By kind, retired ones with them."""
    retired: int
    projects: Map[str, int]
    """By the stage that they fit; some fit several."""
    certifications: Map[str, int]
    """By how long they count."""
    prices: int
    steps_needed: int
    """Different steps of skills (skill and level) that some role stage asks for, and those below them."""
    taught_twice: Map[str, str]
    """How many of these at least two activities teach, by level."""
    communities: Map[str, int]
    """By kind."""
    industries: int
    rules: int
    """Of law, standards and supervisors, over all industries."""
    cases: int
    emerging: int
    """Roles that are told to be new."""
    claims: Map[str, int]
    """By what independent data say of them."""
    sources: int
    figures: Map[str, int]
    """Rows of demand, of pairs and of wages."""


def count_catalog(catalog: Catalog) -> Statistics:
    skills, activities = catalog.skills.values(), catalog.activities.values()
    needs = [need for stage in catalog.role_stages.values() for need in stage.needs]
    titles = {name.casefold() for role in catalog.roles.values() for name in (role.name, *role.aliases)}
    titles |= {title.casefold() for stage in catalog.role_stages.values() for title in stage.titles}
    certifications = [a for a in activities if a.kind is ActivityKind.CERTIFICATION]
    steps = find_steps(catalog)
    return Statistics(
        roles=len(catalog.roles),
        role_titles=len(titles),
        role_stages=len(catalog.role_stages),
        needs=_count(need.basis.kind for need in needs),
        skills=_count(skill.kind for skill in skills),
        aliases=sum(len(s.aliases) + (len(s.ambiguous.forms) if s.ambiguous else 0) for s in skills),
        identifiers=Map(
            {
                "skills in ESCO": sum(skill.esco is not None for skill in skills),
                "tools in O*NET": sum(skill.onet is not None for skill in skills),
                "roles in ESCO": sum(bool(role.esco) for role in catalog.roles.values()),
                "roles in O*NET": sum(bool(role.onet) for role in catalog.roles.values()),
            }
        ),
        half_lives=sum(catalog.half_life(skill.slug) is not None for skill in skills),
        neighbours=_count(n.reason for s in skills for n in catalog.neighbours(s.slug) if s.slug < n.skill),
        mentions_known=_say_coverage(catalog),
        activities=_count(activity.kind for activity in activities),
        retired=sum(activity.retired is not None for activity in activities),
        projects=_count(stage for a in activities if a.kind is ActivityKind.PROJECT for stage in a.stages),
        certifications=_count(_say_validity(a.validity) for a in certifications),
        prices=sum(activity.price is not None for activity in activities),
        steps_needed=len(steps),
        taught_twice=Map({level: _say_taught(level, steps, catalog) for level in Level.EXPERT.steps_from(Level.NONE)}),
        communities=_count(community.kind for community in catalog.communities.values()),
        industries=len(catalog.industries),
        rules=sum(len(industry.rules) for industry in catalog.industries.values()),
        cases=len(catalog.cases),
        emerging=len(catalog.emerging),
        claims=_count(claim.verdict for claim in catalog.claims.values()),
        sources=len(catalog.sources),
        figures=Map({"demand": len(catalog.demand), "pairs": len(catalog.together), "wages": len(catalog.wages)}),
    )


def find_steps(catalog: Catalog) -> set[tuple[Slug, Level]]:
    """Every (skill, level) that a role stage asks for, and the levels below it."""
    return {
        (skill, step)
        for stage in catalog.role_stages.values()
        for need in stage.needs
        for skill in need.skills
        for step in need.level.steps_from(Level.NONE)
    }


def _say_taught(level: Level, steps: set[tuple[Slug, Level]], catalog: Catalog) -> str:
    asked = [step for step in steps if step[1] is level]
    return f"{sum(len(catalog.teachers.get(step, ())) >= 2 for step in asked)} of {len(asked)}"


def _say_coverage(catalog: Catalog) -> Map[str, str]:
    """`ml-engineer 99.3%`; mentions are weighted by postings, as each counts once for each posting."""
    counts = {row.family: (row.known, row.mentions) for row in catalog.coverage}
    if counts:
        counts["all"] = (sum(known for known, _ in counts.values()), sum(all_ for _, all_ in counts.values()))
    return Map({family: f"{known / mentions:.1%}" for family, (known, mentions) in counts.items()})


def _say_validity(validity: Validity | None) -> str:
    if validity is None:
        return "not known"
    return "lasting" if validity.lasting else f"of {validity.months} months"


def _count(kinds: Iterable[str]) -> Map[str, int]:
    return Map({str(kind): count for kind, count in Counter(kinds).most_common()})
