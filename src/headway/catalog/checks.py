"""What a sound catalog holds to, a small function a rule.

`python -m headway.catalog.checks [FOLDER ...]` prints every problem, and exits 1 when there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from headway.catalog.kinship_checks import find_idle_half_lives, find_neighbours_in_line, find_rival_half_lives
from headway.catalog.load import SHIPPED, assemble, read_folders
from headway.catalog.model import Catalog, Need, Role, RoleStage, Skill, SkillKind
from headway.catalog.read import locate
from headway.catalog.references import ESSENTIAL, skill_file
from headway.catalog.wording import (
    find_contradicting_phrases,
    find_long_sentences,
    find_odd_addresses,
    find_uncued_forms,
)
from headway.errors import Problem
from headway.values import Level, Slug, Stage, Track, fold_case

Check = Callable[[Catalog], Iterator[Problem]]
Step = tuple[Slug, Level]


def check_catalog(catalog: Catalog) -> tuple[Problem, ...]:
    """Every fault that any check finds, in the order of CHECKS. Places are the catalog's own names for its files."""
    return tuple(problem for check in (*ESSENTIAL, *CHECKS) for problem in check(catalog))


def find_empty_stages(catalog: Catalog) -> Iterator[Problem]:
    """Every role has a stage, and every stage needs something."""
    for role in catalog.roles.values():
        if not role.stages:
            hint = "write a table such as [individual.mid]"
            yield Problem(message="has no stage", file=_file(role.slug), field="individual", hint=hint)
        for stage in role.stages:
            if not stage.needs:
                yield _at(stage, "has no needs", "write what it takes", f"{stage.track}.{stage.stage}")


def find_untaught_steps(catalog: Catalog) -> Iterator[Problem]:
    """Every step that a role needs, and every step before it, is taught by something that is still offered."""
    untaught: dict[Slug, dict[Level, str]] = {}
    for stage, need in _needs(catalog):
        gaps = [_gaps(skill, need.level, catalog) for skill in need.skills if skill in catalog.skills]
        for skill, level in min(gaps, key=len, default=[]):
            untaught.setdefault(skill, {}).setdefault(level, stage.key)
    for skill, levels in sorted(untaught.items()):
        steps = ", ".join(f"{level} (for {levels[level]})" for level in sorted(levels))
        yield Problem(
            message=f"nothing teaches {skill} to {steps}",
            file=skill_file(catalog.skills[skill]),
            field=skill,
            hint=f'add an activity that covers {skill} = "{max(levels)}"',
        )


def find_unreachable_steps(catalog: Catalog) -> Iterator[Problem]:
    """Somebody who holds nothing yet can reach whatever is taught: no activity waits for what only it can give."""
    reached = _reach(catalog)
    stuck: dict[Slug, Level] = {}
    for skill, level in catalog.teachers:
        if skill in catalog.skills and level > reached.get(skill, Level.NONE):
            stuck[skill] = min(level, stuck.get(skill, level))
    for skill, level in sorted(stuck.items()):
        yield Problem(
            message=f"{skill} is taught to {level}, but what must be held before that cannot be reached",
            file=skill_file(catalog.skills[skill]),
            field=skill,
            hint=f"teach what it requires, or add an activity for {skill} that asks for less",
        )


def find_falling_levels(catalog: Catalog) -> Iterator[Problem]:
    """Along a track no later stage asks for less of a skill, unless its own basis says why."""
    for role in catalog.roles.values():
        for track in Track:
            before: dict[Slug, tuple[Stage, Need]] = {}
            for stage in sorted((s for s in role.stages if s.track is track), key=lambda s: s.stage):
                for need in stage.needs:
                    earlier, asked = before.get(need.skill, (stage.stage, need))
                    if need.level < asked.level and need.level_basis == asked.level_basis:
                        message = f"{stage.stage} asks for {need.level}, {earlier} already for {asked.level}"
                        field = f"{track}.{stage.stage}.needs.{need.skill}"
                        yield _at(stage, message, "raise it, or give the need its own basis with a note", field)
                    before[need.skill] = (stage.stage, need)


def find_shared_aliases(catalog: Catalog) -> Iterator[Problem]:
    """A name belongs to one skill, or every skill that has it declares it as an ambiguous form."""
    plain: dict[str, Skill] = {}
    for skill in catalog.skills.values():
        names = skill.aliases if skill.ambiguous else (skill.name, *skill.aliases)
        for name in dict.fromkeys(fold_case(name) for name in names):
            other = plain.setdefault(name, skill)
            if other is not skill:
                yield _shared(name, other, skill, "aliases")
    for skill in catalog.skills.values():
        for form in skill.ambiguous.forms if skill.ambiguous else ():
            other = plain.get(fold_case(form), skill)
            if other is not skill:
                yield _shared(form, other, skill, "ambiguous.forms")
            elif fold_case(form) in plain:
                field = f"{skill.slug}.ambiguous.forms"
                message = f"{form!r} is an ambiguous form and a plain alias"
                yield Problem(message=message, file=skill_file(skill), field=field, hint="take the alias out")


def find_shared_titles(catalog: Catalog) -> Iterator[Problem]:
    """At one stage, a title leads to one role."""
    seen: dict[tuple[Stage, str], Role] = {}
    told: set[tuple[str, Slug, Slug]] = set()
    for role in catalog.roles.values():
        for stage in role.stages:
            for title in (role.name, *role.aliases, *stage.titles):
                other = seen.setdefault((stage.stage, fold_case(title)), role)
                if other is not role and (fold_case(title), other.slug, role.slug) not in told:
                    told.add((fold_case(title), other.slug, role.slug))
                    message = f"the title {title!r} at {stage.stage} is also of {other.slug}"
                    yield Problem(
                        message=message, file=_file(role.slug), field="aliases", hint="leave it with one role"
                    )


def find_shrinking_efforts(catalog: Catalog) -> Iterator[Problem]:
    """A higher step takes no less time than the one below it."""
    for effort in catalog.efforts.values():
        steps = [(level, effort.hours[level].p50) for level in sorted(effort.hours)]
        for (low, fewer), (high, more) in pairwise(steps):
            if more < fewer:
                message = f"{high} takes {more:g} h, {low} already {fewer:g} h"
                field = f"{effort.slug}.hours.{high}"
                yield Problem(message=message, file="efforts.toml", field=field, hint="hours are those of one step")


def find_missing_indicators(catalog: Catalog) -> Iterator[Problem]:
    """A soft skill that roles need says what one can see at every level up to the one needed."""
    wanted: dict[Slug, Level] = {}
    for _, need in _needs(catalog):
        for slug in need.skills:
            wanted[slug] = max(need.level, wanted.get(slug, Level.NONE))
    for slug, level in wanted.items():
        skill = catalog.skills.get(slug)
        if skill and skill.kind is SkillKind.SOFT:
            missing = [step for step in level.steps_from(Level.NONE) if step not in skill.indicators]
            if missing:
                message = f"has no indicator for {', '.join(missing)}"
                hint = f"say under [{slug}.indicators] what one can see"
                yield Problem(message=message, file=skill_file(skill), field=slug, hint=hint)


def find_missing_attributions(catalog: Catalog) -> Iterator[Problem]:
    """A source whose licence asks for a line of attribution has one."""
    for source in catalog.sources.values():
        asks = any(mark in source.licence for mark in ("CC BY", "Open Government", "ESCO", "2011/833/EU"))
        if asks and not source.attribution:
            message = f"{source.licence} asks for an attribution"
            yield Problem(message=message, file="sources", field=source.slug, hint='add attribution = "..."')


def find_empty_families(catalog: Catalog) -> Iterator[Problem]:
    """A role's demand family has counts, and its pay codes have wages."""
    families = {row.family for row in catalog.demand}
    wages = {wage.of for wage in catalog.wages}
    for role in catalog.roles.values():
        if role.demand and role.demand not in families:
            hint = f"figures/demand.csv has {', '.join(sorted(families)) or 'nothing'}"
            message = f"no demand family {role.demand}"
            yield Problem(message=message, file=_file(role.slug), field="demand", hint=hint)
        for code in role.pay:
            if code.soc not in wages:
                hint = "add its row to figures/wages.csv"
                yield Problem(message=f"no wages of {code.soc}", file=_file(role.slug), field="pay", hint=hint)


def find_stray_counts(catalog: Catalog) -> Iterator[Problem]:
    """Every skill counted in demand is in the catalog."""
    for skill in dict.fromkeys(row.skill for row in catalog.demand):
        if skill not in catalog.skills:
            hint = "rebuild the figures, or add the skill"
            yield Problem(message=f"no skill {skill}", file="figures/demand.csv", field=skill, hint=hint)


def find_idle_activities(catalog: Catalog) -> Iterator[Problem]:
    """An activity takes time, and costs nothing or something."""
    for activity in catalog.activities.values():
        place = f"activities.{activity.slug}"
        if activity.hours.p50 == 0:
            yield Problem(message="takes no time", file="learning", field=f"{place}.hours", hint="give its hours")
        if activity.price and activity.price.money.amount < 0:
            hint = "0.00 means free; leave it out when it is not known"
            yield Problem(message="costs less than nothing", file="learning", field=f"{place}.price", hint=hint)


def find_doubled_validities(catalog: Catalog) -> Iterator[Problem]:
    """How long a certification counts stands in one place: the words of its proof leave it out."""
    for activity in catalog.activities.values():
        if activity.validity and re.search(r"valid \w+ (year|month)|renewed|not expire", activity.proof or ""):
            field = f"activities.{activity.slug}.proof"
            message = f"{activity.proof!r} says again what `validity` says"
            yield Problem(message=message, file="learning", field=field, hint="leave it with `validity`")


def find_reused_slugs(catalog: Catalog) -> Iterator[Problem]:
    """A role's former slug is no other role's slug."""
    for role in catalog.roles.values():
        for slug in role.formerly:
            if slug in catalog.roles:
                hint = "a slug is never given to another thing"
                yield Problem(message=f"{slug} is a role", file=_file(role.slug), field="formerly", hint=hint)


CHECKS: tuple[Check, ...] = (
    find_empty_stages,
    find_untaught_steps,
    find_unreachable_steps,
    find_falling_levels,
    find_shared_aliases,
    find_shared_titles,
    find_shrinking_efforts,
    find_missing_indicators,
    find_missing_attributions,
    find_empty_families,
    find_stray_counts,
    find_idle_activities,
    find_doubled_validities,
    find_reused_slugs,
    find_neighbours_in_line,
    find_rival_half_lives,
    find_idle_half_lives,
    find_long_sentences,
    find_contradicting_phrases,
    find_uncued_forms,
    find_odd_addresses,
)


def _needs(catalog: Catalog) -> Iterator[tuple[RoleStage, Need]]:
    for stage in catalog.role_stages.values():
        for need in stage.needs:
            yield stage, need


def _gaps(skill: Slug, level: Level, catalog: Catalog) -> list[Step]:
    """The steps up to `level`, with those of all prerequisites, that nothing teaches."""
    wanted: dict[Slug, Level] = {}
    waiting = [(skill, level)]
    while waiting:
        slug, asked = waiting.pop()
        if slug not in catalog.skills or asked <= wanted.get(slug, Level.NONE):
            continue
        wanted[slug] = asked
        if asked > Level.AWARENESS:
            waiting += catalog.skills[slug].requires.items()
    return [
        (slug, step)
        for slug, asked in wanted.items()
        for step in asked.steps_from(Level.NONE)
        if (slug, step) not in catalog.teachers
    ]


def _reach(catalog: Catalog) -> dict[Slug, Level]:
    """The level in each skill that a person who starts from nothing can reach with what is offered."""
    held: dict[Slug, Level] = {}

    def has(slug: Slug, level: Level, meanwhile: dict[Slug, Level]) -> bool:
        return max(held.get(slug, Level.NONE), meanwhile.get(slug, Level.NONE)) >= level

    offered = [activity for activity in catalog.activities.values() if not activity.retired]
    moved = True
    while moved:
        moved = False
        for activity in offered:
            if not all(has(slug, level, {}) for slug, level in activity.requires.items()):
                continue
            for slug, level in activity.covers.items():
                skill = catalog.skills.get(slug)
                ready = skill and all(has(s, asked, activity.covers) for s, asked in skill.requires.items())
                given = level if ready else min(level, Level.AWARENESS)
                if given > held.get(slug, Level.NONE):
                    held[slug] = given
                    moved = True
    return held


def _file(role: Slug) -> str:
    return f"roles/{role}.toml"


def _at(stage: RoleStage, message: str, hint: str, field: str) -> Problem:
    return Problem(message=message, file=_file(stage.role), field=field, hint=hint)


def _shared(name: str, first: Skill, second: Skill, key: str) -> Problem:
    return Problem(
        message=f"{name!r} is also a name of {first.slug} ({skill_file(first)})",
        file=skill_file(second),
        field=f"{second.slug}.{key}",
        hint="leave it with one skill, or declare it an ambiguous form of both",
    )


def main(folders: list[str]) -> int:
    """Print every problem of the folders (the shipped catalog without any); 1 when there is one."""
    parts, problems = read_folders(*([Path(folder) for folder in folders] or [SHIPPED]))
    catalog, faults = assemble(parts)
    found = (*problems, *faults, *(locate(problem, parts) for problem in check_catalog(catalog)))
    for problem in dict.fromkeys(found):
        print(problem)
    counts = ", ".join(f"{len(getattr(catalog, kind))} {kind}" for kind in ("roles", "skills", "activities", "sources"))
    print(f"{counts}: {len(set(found)) or 'no'} problem{'' if len(set(found)) == 1 else 's'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
