"""How much the catalog holds, and on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from headway.catalog.model import Catalog
from headway.values import Map, Value


class Statistics(Value):
    roles: int
    role_stages: int
    needs: Map[str, int]
    """By the kind of their importance."""
    skills: Map[str, int]
    """By kind."""
    aliases: int
    """Names besides the main one, guarded forms with them."""
    activities: Map[str, int]
    """By kind, retired ones with them."""
    retired: int
    skill_steps_needed: int
    """Different (skill, level) pairs that some role stage asks for."""
    taught_twice: int
    """Of these, how many at least two activities teach."""
    communities: Map[str, int]
    """By kind."""
    industries: int
    rules: int
    """Of law, standards and supervisors, over all industries."""
    cases: int
    claims: Map[str, int]
    """By what independent data say of them."""
    sources: int
    figures: Map[str, int]
    """Rows of demand and of wages."""


def count_catalog(catalog: Catalog) -> Statistics:
    needs = [need for stage in catalog.role_stages.values() for need in stage.needs]
    steps = {(skill, need.level) for need in needs for skill in need.skills}
    skills = catalog.skills.values()
    return Statistics(
        roles=len(catalog.roles),
        role_stages=len(catalog.role_stages),
        needs=_count(need.basis.kind for need in needs),
        skills=_count(skill.kind for skill in skills),
        aliases=sum(len(s.aliases) + (len(s.ambiguous.forms) if s.ambiguous else 0) for s in skills),
        activities=_count(activity.kind for activity in catalog.activities.values()),
        retired=sum(activity.retired is not None for activity in catalog.activities.values()),
        skill_steps_needed=len(steps),
        taught_twice=sum(len(catalog.teachers.get(step, ())) >= 2 for step in steps),
        communities=_count(community.kind for community in catalog.communities.values()),
        industries=len(catalog.industries),
        rules=sum(len(industry.rules) for industry in catalog.industries.values()),
        cases=len(catalog.cases),
        claims=_count(claim.verdict for claim in catalog.claims.values()),
        sources=len(catalog.sources),
        figures=Map({"demand": len(catalog.demand), "wages": len(catalog.wages)}),
    )


def _count(kinds: Iterable[str]) -> Map[str, int]:
    return Map({str(kind): count for kind, count in Counter(kinds).most_common()})
