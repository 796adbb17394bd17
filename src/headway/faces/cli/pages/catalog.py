"""The catalog on a terminal: a role, a skill, several roles side by side, what teaches a skill, the counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from headway.catalog.model import Activity, ActivityKind, Catalog, Need, Role, RoleStage, Skill
from headway.catalog.neighbours import NeighbourReason
from headway.catalog.statistics import Statistics
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.report.words import list_words, say_basis, say_hours, say_stage, say_validity
from headway.values import Level, Slug

if TYPE_CHECKING:
    from headway.routes.compare import Comparison

SHORT = {Level.NONE: "", Level.AWARENESS: "aware", Level.WORKING: "working", Level.PRACTITIONER: "practit."}
SHOWN_ALIASES = 12
SHOWN_NEIGHBOURS = 8
SHOWN_ROWS = 24
SHOWN_ROLES = 8
SAID_REASON = {
    NeighbourReason.ALTERNATIVE: "does the same job",
    NeighbourReason.SAME_IDEA: "the same idea",
    NeighbourReason.SUCCESSOR: "before or after it",
    NeighbourReason.ACCEPTED: "roles ask for either",
    NeighbourReason.COMPLEMENT: "asked together",
}


def show_roles(roles: Sequence[Role]) -> None:
    console = open_console()
    grid = make_grid(None, None)
    for role in roles:
        stages = ", ".join(stage.key.partition(":")[2] for stage in role.stages)
        grid.add_row(Text(role.slug, style="bold"), Text.assemble(role.name, "\n", (stages, "dim")))
    console.print(grid)
    console.print(Text("Plan with --to ROLE:STAGE, for instance --to ml-engineer:mid", style="dim"))


def show_role(stage: RoleStage, catalog: Catalog, why: bool) -> None:
    """A role at one stage at a glance; with `why` the ground of every need."""
    console = open_console()
    role = catalog.roles[stage.role]
    put_title(console, f"{role.name}, {say_stage(stage)}")
    put(console, Text(role.summary))
    low, high = stage.years
    grid = make_grid(8, None)
    grid.add_row("Titles", ", ".join(stage.titles[:4]))
    grid.add_row("Years", f"{low:g}+ in the field" if high is None else f"{low:g}-{high:g} in the field")
    grid.add_row("Stages", ", ".join(s.key.partition(":")[2] for s in role.stages))
    put(console, grid)
    put_list(console, "Does", stage.responsibilities)
    put_list(console, "Learns", stage.focus)
    put_section(console, "Needs, by importance (* counted in postings, others judged)")
    needs = sorted(stage.needs, key=lambda need: (-need.importance, need.skill))
    put(console, _ground_table(needs, catalog) if why else _needs_table(needs, catalog))


def _needs_table(needs: Sequence[Need], catalog: Catalog) -> Table:
    """Two columns of needs, so that a role fits a screen."""
    grid = make_grid(4, 22, 8, 4, 22, None)
    half = (len(needs) + 1) // 2
    for left, right in zip(needs[:half], [*needs[half:], None], strict=False):
        grid.add_row(*_need_cells(left, catalog), *(_need_cells(right, catalog) if right else ()))
    return grid


def _need_cells(need: Need, catalog: Catalog) -> tuple[Text, str, Text]:
    counted = "*" if need.basis.kind == "measured" else " "
    name = catalog.skills[need.skill].name + (f" +{len(need.alternatives)}" if need.alternatives else "")
    level = SHORT.get(need.level, str(need.level))
    return Text(f"{need.importance * 100:2.0f}{counted}", style="dim"), name, Text(level, style="cyan")


def _ground_table(needs: Sequence[Need], catalog: Catalog) -> Table:
    grid = make_grid(4, 24, None)
    for need in needs:
        number, _, _ = _need_cells(need, catalog)
        names = " or ".join(catalog.skills[skill].name for skill in need.skills)
        ground = Text.assemble(
            (str(need.level), "cyan"),
            f"; importance {say_basis(need.basis)}",
            f": {need.basis.note}" if need.basis.note else "",
            f"; level {say_basis(need.level_basis)}",
            f": {need.level_basis.note}" if need.level_basis.note else "",
        )
        grid.add_row(number, names, ground)
    return grid


def show_skill(skill: Skill, catalog: Catalog) -> None:
    console = open_console()
    put_title(console, f"{skill.name} ({skill.kind}, {skill.family})")
    if skill.summary:
        put(console, Text(skill.summary))
    grid = make_grid(9, None)
    more = len(skill.aliases) - SHOWN_ALIASES
    also = ", ".join(skill.aliases[:SHOWN_ALIASES]) + (f" and {more} more" if more > 0 else "")
    grid.add_row("Also", also or "-")
    if skill.requires:
        grid.add_row("Requires", ", ".join(f"{catalog.skills[s].name} {level}" for s, level in skill.requires.items()))
    if skill.broader:
        grid.add_row("Part of", ", ".join(catalog.skills[s].name for s in skill.broader))
    parts = [other.name for other in catalog.skills.values() if skill.slug in other.broader]
    if parts:
        grid.add_row("Parts", ", ".join(parts[:SHOWN_ALIASES]))
    if life := catalog.half_life(skill.slug):
        years = " to ".join(f"{year:g}" for year in life.years)
        ground = Text(f" ({say_basis(life.basis)}): {life.basis.note}", style="dim")
        grid.add_row("Half-life", Text.assemble(f"{years} years, {life.name.lower()}", ground))
    put(console, grid)
    put_list(console, "Beside it, and how much of the one counts for the other", _beside(skill.slug, catalog))
    put_list(console, "What it looks like", [f"{level}: {said}" for level, said in skill.indicators.items()])
    effort = catalog.efforts[skill.effort]
    steps = [f"{level}: {say_hours(hours)}" for level, hours in effort.hours.items()]
    put_list(console, f"Hours of each step ({say_basis(effort.basis)})", steps)
    put_list(console, "Asked by", _asked_by(skill.slug, catalog))
    put(console, Text(f"What teaches it: headway learn {skill.slug}", style="dim"))


def _beside(skill: Slug, catalog: Catalog) -> list[str]:
    """A line for each reason, its neighbours with their shares; what is counted with its ground."""
    lines = []
    for reason in NeighbourReason:
        found = [n for n in catalog.neighbours(skill) if n.reason is reason]
        names = [catalog.skills[n.skill].name + (f" {n.share:.0%}" if n.share else "") for n in found]
        if names:
            more = f" and {len(names) - SHOWN_NEIGHBOURS} more" if len(names) > SHOWN_NEIGHBOURS else ""
            ground = f" ({say_basis(found[0].basis)})" if reason is NeighbourReason.COMPLEMENT else ""
            lines.append(f"{SAID_REASON[reason]}: {', '.join(names[:SHOWN_NEIGHBOURS])}{more}{ground}")
    return lines


def _asked_by(skill: Slug, catalog: Catalog) -> list[str]:
    asking = [(n, s) for s in catalog.role_stages.values() for n in s.needs if skill in n.skills]
    asking.sort(key=lambda pair: (-pair[0].importance, pair[1].key))
    lines = [f"{stage.key}: {need.level}, {need.importance:.0%} ({need.basis.kind})" for need, stage in asking]
    more = len(lines) - SHOWN_ROLES
    return [*lines[:SHOWN_ROLES], *([f"and {more} more role stages"] if more > 0 else [])]


def show_comparison(comparison: Comparison) -> None:
    console = open_console()
    put_title(console, " against ".join(comparison.keys))
    grid = make_grid(25, *((22 if len(comparison.keys) == 2 else 15) for _ in comparison.keys))
    grid.add_row("", *(Text(key, style="bold") for key in comparison.keys))
    for row in comparison.rows[:SHOWN_ROWS]:
        grid.add_row(row.name, *(str(level) if level > Level.NONE else "-" for level in row.levels))
    put(console, grid)
    if len(comparison.rows) > SHOWN_ROWS:
        put(console, Text(f"and {len(comparison.rows) - SHOWN_ROWS} more with --json", style="dim"))
    lines = [
        f"{passage.start} to {passage.end}: {say_hours(passage.hours)} to learn, overlap {passage.overlap:.2f}"
        for passage in comparison.passages
    ]
    put_list(console, "From one to the other", lines)


def show_teachers(skill: Skill, levels: Sequence[Level], catalog: Catalog) -> None:
    console = open_console()
    put_title(console, f"What teaches {skill.name}")
    for level in levels:
        teaching = [a for a in catalog.teachers.get((skill.slug, level), ()) if a.covers[skill.slug] == level]
        put_section(console, f"To {level} ({say_hours(catalog.hours(skill.slug, level))} for the step alone)")
        if not teaching:
            put(console, Text("Nothing in the catalog.", style="dim"))
        for activity in sorted(teaching, key=lambda a: (a.hours.p50, a.slug)):
            put(console, _activity_text(activity, skill.slug, catalog))


def _activity_text(activity: Activity, skill: Slug, catalog: Catalog) -> Text:
    others = [catalog.skills[s].name for s in activity.covers if s != skill]
    price = ""
    if activity.price:
        price = ", free" if activity.price.money.amount == 0 else f", {activity.price.money} ({activity.price.date})"
    text = Text.assemble(
        (activity.name, "bold"),
        f" ({activity.kind}, {activity.provider}): {say_hours(activity.hours)}{price}",
    )
    if others:
        text.append(f"\n  also {list_words(others)}", style="dim")
    if activity.proof:
        text.append(f"\n  leaves: {activity.proof}", style="dim")
    if activity.validity:
        text.append(f"\n  {say_validity(activity.validity)}", style="dim")
    elif activity.kind is ActivityKind.CERTIFICATION:
        text.append("\n  how long it counts is not known", style="dim")
    if activity.retired:
        text.append(f"\n  retired in {activity.retired}", style="dim")
    if activity.url:
        text.append(f"\n  {activity.url}", style="dim")
    return text


def show_sources(catalog: Catalog) -> None:
    console = open_console()
    for source in catalog.sources.values():
        console.print(Text(f"{source.name} ({source.publisher}, {source.date})", style="bold"))
        for line in (source.attribution, source.licence, source.url, source.note):
            if line:
                put(console, Text(line))


def show_statistics(statistics: Statistics) -> None:
    console: Console = open_console()
    grid = make_grid(None, None)
    for name in type(statistics).model_fields:
        said = getattr(statistics, name)
        grid.add_row(name.replace("_", " "), _say_counts(said) if isinstance(said, dict) else f"{said:,}")
    console.print(grid)


def _say_counts(counts: dict[str, int | str]) -> str:
    """`243 tool, 231 practice`, and `ml-engineer 99.3%` where a share is told."""
    return ", ".join(f"{n:,} {kind}" if isinstance(n, int) else f"{kind} {n}" for kind, n in counts.items())
