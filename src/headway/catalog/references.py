"""The checks without which a catalog cannot be used at all: everything named exists, and prerequisites have an end."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from headway.catalog.model import Catalog, Skill
from headway.errors import Problem


def skill_file(skill: Skill) -> str:
    return f"skills/{skill.family}.toml"


def find_missing_skills(catalog: Catalog) -> Iterator[Problem]:
    """Every skill that is required, needed or taught is in the catalog; each is named once a file or activity."""
    seen: set[tuple[str, str]] = set()
    for file, field, skill in _skills_named(catalog):
        thing = field.split(".")[1] if file == "learning" else file
        if skill not in catalog.skills and (thing, skill) not in seen:
            seen.add((thing, skill))
            yield Problem(message=f"no skill {skill}", file=file, field=field, hint="correct the slug or add the skill")


def find_missing_efforts(catalog: Catalog) -> Iterator[Problem]:
    """Every skill's effort profile exists."""
    for skill in catalog.skills.values():
        if skill.effort not in catalog.efforts:
            hint = f"choose one of {', '.join(catalog.efforts)}"
            field = f"{skill.slug}.effort"
            yield Problem(message=f"no effort profile {skill.effort}", file=skill_file(skill), field=field, hint=hint)


def find_missing_levels(catalog: Catalog) -> Iterator[Problem]:
    """An effort profile gives hours for all four levels."""
    for effort in catalog.efforts.values():
        missing = [level for level in ("awareness", "working", "practitioner", "expert") if level not in effort.hours]
        if missing:
            message = f"has no hours for {', '.join(missing)}"
            field = f"{effort.slug}.hours"
            yield Problem(message=message, file="efforts.toml", field=field, hint="give all four levels")


def find_missing_sources(catalog: Catalog) -> Iterator[Problem]:
    """Every figure's source is in the catalog."""
    seen: set[tuple[str, str]] = set()
    for file, field, slug in _sources_named(catalog):
        if slug not in catalog.sources and (file, slug) not in seen:
            seen.add((file, slug))
            hint = "add it to a file in sources/"
            yield Problem(message=f"no source {slug}", file=file, field=field, hint=hint)


def find_cycles(catalog: Catalog) -> Iterator[Problem]:
    """No skill requires itself, or is a part of itself, in the end; each circle is printed."""
    for relation in ("requires", "broader"):
        yield from _find_circles(catalog, relation)


def _find_circles(catalog: Catalog, relation: str) -> Iterator[Problem]:
    graph = {skill.slug: set(getattr(skill, relation)) for skill in catalog.skills.values()}
    said = {"requires": "prerequisites run", "broader": "parts run"}[relation]
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]  # each is required by the next, the first is the last again
            graph[circle[1]].discard(circle[0])
            skill = catalog.skills[circle[1]]
            yield Problem(
                message=f"{said} in a circle: {' -> '.join(reversed(circle))}",
                file=skill_file(skill),
                field=f"{skill.slug}.{relation}",
                hint="take one of them out",
            )
        else:
            return


def find_missing_roles(catalog: Catalog) -> Iterator[Problem]:
    """Every role that an industry hires or that is told to be new, and every stage that a case passes, is there."""
    for industry in catalog.industries.values():
        for slug in industry.roles:
            if slug not in catalog.roles:
                file = f"industries/{industry.slug}.toml"
                yield Problem(message=f"no role {slug}", file=file, field="roles", hint="correct the slug")
    named = [("emerging.toml", slug) for slug in catalog.emerging]
    named += [("figures/titles.csv", row.role) for row in catalog.title_counts]
    named += [("figures/listings.csv", row.role) for row in catalog.listings]
    for file, slug in dict.fromkeys(named):
        if slug not in catalog.roles:
            yield Problem(message=f"no role {slug}", file=file, field=slug, hint="correct the slug")
    for case in catalog.cases.values():
        for key in case.path:
            if key not in catalog.role_stages:
                hint = "write it as role:stage, or role:stage:management"
                yield Problem(message=f"no role stage {key}", file="cases.toml", field=f"{case.slug}.path", hint=hint)


ESSENTIAL = (
    find_missing_skills,
    find_missing_efforts,
    find_missing_levels,
    find_missing_sources,
    find_missing_roles,
    find_cycles,
)


def _skills_named(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    for skill in catalog.skills.values():
        for slug in skill.requires:
            yield skill_file(skill), f"{skill.slug}.requires.{slug}", slug
        for slug in skill.broader:
            yield skill_file(skill), f"{skill.slug}.broader", slug
    for stage in catalog.role_stages.values():
        for need in stage.needs:
            for slug in need.skills:
                field = f"{stage.track}.{stage.stage}.needs.{need.skill}"
                yield f"roles/{stage.role}.toml", field, slug
    for activity in catalog.activities.values():
        for key in ("covers", "requires"):
            for slug in getattr(activity, key):
                yield "learning", f"activities.{activity.slug}.{key}.{slug}", slug
    yield from _skills_around(catalog)


def _skills_around(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    for group in catalog.neighbourhoods.values():
        yield from (("neighbours.toml", f"{group.slug}.skills", slug) for slug in group.skills)
    for life in catalog.half_lives.values():
        yield from (("half-lives.toml", f"{life.slug}.skills", slug) for slug in life.skills)
    for pair in catalog.together:
        yield from (("figures/together.csv", slug, slug) for slug in (pair.skill, pair.other))
    for community in catalog.communities.values():
        yield from (("communities", f"{community.slug}.focus", slug) for slug in community.focus)
    for industry in catalog.industries.values():
        yield from ((f"industries/{industry.slug}.toml", "domain", slug) for slug in industry.domain)
    for new in catalog.emerging.values():
        yield from (("emerging.toml", f"{new.slug}.marks", slug) for slug in new.marks)


def _sources_named(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    for effort in catalog.efforts.values():
        yield "efforts.toml", f"{effort.slug}.basis", effort.basis.source
    for stage in catalog.role_stages.values():
        for need in stage.needs:
            field = f"{stage.track}.{stage.stage}.needs.{need.skill}"
            yield f"roles/{stage.role}.toml", field, need.level_basis.source
            yield f"roles/{stage.role}.toml", field, need.basis.source
    for activity in catalog.activities.values():
        grounds = {"basis": activity.basis, "price": activity.price, "validity": activity.validity}
        for key, basis in grounds.items():
            if basis:
                yield "learning", f"activities.{activity.slug}.{key}", basis.source
    for group in catalog.neighbourhoods.values():
        yield "neighbours.toml", f"{group.slug}.basis", group.basis.source
    for life in catalog.half_lives.values():
        yield "half-lives.toml", f"{life.slug}.basis", life.basis.source
    for pair in catalog.together:
        yield "figures/together.csv", pair.skill, pair.source
    for row in catalog.demand:
        yield "figures/demand.csv", row.family, row.source
    for covered in catalog.coverage:
        yield "figures/coverage.csv", covered.family, covered.source
    for wage in catalog.wages:
        yield "figures/wages.csv", wage.of, wage.basis.source
    yield from _sources_around(catalog)


def _sources_around(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    for industry in catalog.industries.values():
        for place, rule in enumerate(industry.rules):
            yield f"industries/{industry.slug}.toml", f"rules.{place}.source", rule.source
    for case in catalog.cases.values():
        yield "cases.toml", f"{case.slug}.basis.source", case.basis.source
    for new in catalog.emerging.values():
        yield "emerging.toml", f"{new.slug}.basis.source", new.basis.source
        for slug in new.searched:
            yield "emerging.toml", f"{new.slug}.searched", slug
        for place, rule in enumerate(new.rules):
            yield "emerging.toml", f"{new.slug}.rules.{place}.source", rule.source
    for count in catalog.title_counts:
        yield "figures/titles.csv", count.role, count.source
    for listing in catalog.listings:
        yield "figures/listings.csv", listing.role, listing.source
    for projection in catalog.projections:
        yield "figures/projections.csv", projection.soc, projection.basis.source
    for taken in catalog.schooling:
        yield "figures/schooling.csv", taken.onet, taken.basis.source
    for claim in catalog.claims.values():
        yield "claims.toml", f"{claim.slug}.source", claim.source
        for slug in claim.against:
            yield "claims.toml", f"{claim.slug}.against", slug
