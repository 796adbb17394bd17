"""What surrounds the roles, on a terminal: communities, industries, careers as told, claims held against data."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from headway.catalog.model import Catalog
from headway.catalog.occupation_search import OccupationMatch
from headway.catalog.origins import SURE, TitleAnswer
from headway.catalog.world import Case, Claim, Community, Figure, Industry, Verdict
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.report.words import say_basis
from headway.values import JUDGED_BY

SHOWN_ALTERNATIVES = 4
SAID = {
    Verdict.AGREES: "agree",
    Verdict.PARTLY: "agree in part",
    Verdict.DISAGREES: "disagree",
    Verdict.SILENT: "are silent",
}


def show_communities(communities: Sequence[Community], catalog: Catalog) -> None:
    console = open_console()
    for community in communities:
        focus = ", ".join(catalog.skills[skill].name for skill in community.focus)
        what = f" ({community.kind}; {community.cadence}; {community.place})"
        console.print(Text.assemble((community.name, "bold"), what))
        for line in (focus, community.note, community.url):
            if line:
                put(console, Text(line, style="dim"))


def show_industries(industries: Sequence[Industry]) -> None:
    console = open_console()
    grid = make_grid(None, None)
    for industry in industries:
        rules = f"{len(industry.rules)} rules"
        grid.add_row(Text(industry.slug, style="bold"), Text.assemble(industry.summary, "\n", (rules, "dim")))
    console.print(grid)
    console.print(Text("More of one with its name, for instance headway industries finance", style="dim"))


def show_industry(industry: Industry, catalog: Catalog) -> None:
    """An industry at a glance: what AI does there, what to learn, who is hired, and the rules with their sources."""
    console = open_console()
    put_title(console, industry.name)
    put(console, Text(industry.summary))
    grid = make_grid(8, None)
    grid.add_row("Skills", ", ".join(catalog.skills[skill].name for skill in industry.domain))
    grid.add_row("Hires", ", ".join(industry.roles))
    put(console, grid)
    put_list(console, "What AI does there", industry.uses)
    put_list(console, "What to learn first", industry.learn)
    put_section(console, "Rules")
    for rule in industry.rules:
        source = catalog.sources[rule.source]
        put(console, Text.assemble((source.name, "bold"), f" ({rule.where})\n{rule.says}"))
        if source.url:
            put(console, Text(source.url, style="dim"))


def show_claims(claims: Sequence[Claim], catalog: Catalog) -> None:
    """Each claim as it is reported, with its publisher, and what independent data say of it."""
    console = open_console()
    for claim in claims:
        figure = f": {say_figure(claim.value)}" if claim.value else ", without a number"
        where = f"; {catalog.sources[claim.source].name}" + "".join(f", {section}" for section in claim.sections)
        console.print(Text(claim.claim, style="bold"))
        put(console, Text(f"reported{figure}; {claim.publisher}, {claim.date}{where}"))
        put(console, Text.assemble((f"{say_verdict(claim)}: ", "cyan"), claim.note))


def show_cases(cases: Sequence[Case]) -> None:
    console = open_console()
    for case in cases:
        put_title(console, f"{case.name}, {case.years:g} years")
        grid = make_grid(9, None)
        grid.add_row("Told as", " > ".join(case.told))
        grid.add_row("Nearest", " > ".join(case.path))
        grid.add_row("By", "; ".join(case.strategies))
        grid.add_row("Came to", "; ".join(case.results))
        note = f". {case.basis.note}" if case.basis.note else ""
        grid.add_row("Known how", f"{say_basis(case.basis)}{note}")
        if case.note:
            grid.add_row("Note", case.note)
        put(console, grid)


def say_verdict(claim: Claim) -> str:
    """`independent data disagree (aijobs-2024)`. Our own judgement is not called independent data."""
    sources = [source for source in claim.against if source != JUDGED_BY]
    who = "independent data" if sources or claim.verdict is Verdict.SILENT else "our own estimates"
    return f"{who} {SAID[claim.verdict]}" + (f" ({', '.join(sources)})" if sources else "")


def say_figure(figure: Figure) -> str:
    """`70 percent`, `15 to 20 percent`, `40 hours a year or more`, `2, 5, 8 years`."""
    if figure.amount is not None:
        said = f"{figure.amount:,g}"
    elif figure.steps:
        said = ", ".join(f"{step:,g}" for step in figure.steps)
    elif figure.high is not None:
        said = f"{figure.low:,g} to {figure.high:,g}"
    else:
        return f"{figure.low:,g} {figure.unit} or more"
    return f"{said} {figure.unit}"


def show_title(answer: TitleAnswer, catalog: Catalog) -> None:
    """What a job title names; confidence is the share of such titles for which the answer is right."""
    console = open_console()
    put_title(console, answer.title)
    grid = make_grid(11, None)
    if answer.role:
        role = catalog.roles[answer.role.role].name
        guess = "" if answer.stage_said else "; the title does not say its stage"
        ground = f"by {answer.role.ground}, like “{answer.role.matched}”{guess}"
        grid.add_row("Role", f"{role}, {answer.role.stage}, {answer.role.track} ({ground})")
    else:
        grid.add_row("Role", "none of the catalog")
    codes = catalog.roles[answer.role.role].onet[:1] if answer.role else ()
    for label, match, code in (("O*NET", answer.occupation, codes), ("ESCO", answer.esco, ())):
        if match and (match.confidence >= SURE or not answer.role):
            grid.add_row(label, _say_match(match))
        else:
            grid.add_row(label, f"{code[0]}, as the role" if code else "nothing like it")
    put(console, grid)
    put_list(console, "Or", [_say_match(match) for match in answer.alternatives[:SHOWN_ALTERNATIVES]])
    put_list(console, "Roles that share the occupation", [catalog.roles[m.role].name for m in answer.other_roles])


def _say_match(match: OccupationMatch) -> str:
    return f"{match.title} ({match.code}), confidence {match.confidence:.0%}, like “{match.matched}”"
