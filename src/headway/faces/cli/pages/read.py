"""A document as understood, on a terminal: each line with its evidence, so that its owner can judge it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer
from rich.text import Text

from headway.actions.read import Reading
from headway.catalog.model import Catalog, name_stage
from headway.faces.cli.console import make_grid, open_console, put, put_list, put_section, put_title
from headway.profile.model import Draft, Profile, SkillClaim
from headway.skills.placing import PlacedPosition
from headway.skills.tenure import describe_position
from headway.values import Level, Slug

MOST_UNPLACED = 8
MOST_SKILLS = 20


def show_reading(reading: Reading, catalog: Catalog, file: Path | None, whole: bool) -> None:
    """Everything understood; of the skills the surest unless `whole`."""
    console = open_console()
    profile = reading.profile
    put_title(console, ", ".join(part for part in (profile.name, profile.headline) if part) or "No name was found")
    put_list(console, "Positions", [_say_position(placed, catalog) for placed in reading.placed])
    put_list(console, "Education", [_join(s.title, s.institution, s.end) for s in profile.studies])
    put_list(
        console,
        "Certifications",
        [
            _join(c.name, c.issuer, c.issued, f"until {c.expires}" if c.expires else None)
            for c in profile.certifications
        ],
    )
    put_list(console, "Languages", [_join(lang.name, lang.said or lang.fluency) for lang in profile.languages])
    stated = dict.fromkeys(s.line if s.held else f"{s.line} (not held)" for s in profile.statements)
    put_list(console, "You state", list(stated))
    if profile.claims:
        put_section(console, f"Skills ({len(profile.claims)})")
        grid = make_grid(12, None)
        for claim in profile.claims if whole else profile.claims[:MOST_SKILLS]:
            grid.add_row(Text(str(claim.level), style="cyan"), _claim_text(claim, catalog))
        put(console, grid)
        if not whole and len(profile.claims) > MOST_SKILLS:
            rest = ", ".join(_name(claim.skill, catalog) for claim in profile.claims[MOST_SKILLS:])
            put(console, Text(f"With --all also the evidence for: {rest}", style="dim"))
    for title, slugs in (
        ("Denied, never counted", profile.denied),
        ("Wished for, never counted", profile.wished),
        ("Struck out by you", profile.struck),
    ):
        put_list(console, title, [", ".join(_name(slug, catalog) for slug in slugs)] if slugs else [])
    put_list(console, "Changed", [f"{_name(c.skill, catalog)}: {c.kind}. {c.reason}" for c in reading.changes])
    if reading.draft:
        put_list(console, "Not placed", _list_unplaced(reading.draft))
        put_list(console, "Beside the profile", _say_connections(reading.draft))
    put_list(console, "Take note", [str(problem) for problem in reading.problems])
    put_list(console, "Written", [str(file)] if file else [])


def _say_position(placed: PlacedPosition, catalog: Catalog) -> str:
    said = describe_position(placed.position)
    if role := placed.answer.role:
        return f"{said}: {name_stage(role.role, role.stage, role.track)}"
    occupation = placed.answer.occupation or placed.answer.esco
    return f"{said}: {occupation.title}" if occupation else said


def _claim_text(claim: SkillClaim, catalog: Catalog) -> Text:
    years = f", {claim.years:g} years" if claim.years else ""
    text = Text.assemble((_name(claim.skill, catalog), "bold"), f"{years}; {claim.rule.replace('-', ' ')}")
    if claim.evidence:
        first = claim.evidence[0]
        said = first.place and first.quote.lstrip("… ").startswith(first.place.removesuffix(" …"))
        text.append(f"\n{first.quote}" + (f" ({first.place})" if first.place and not said else ""), style="dim")
    return text


def _list_unplaced(draft: Draft) -> list[str]:
    lines = [span.of(draft.text) for span in draft.unplaced]
    more = len(lines) - MOST_UNPLACED
    return [*lines[:MOST_UNPLACED], *([f"and {more} more lines, all in --json"] if more > 0 else [])]


def _say_connections(draft: Draft) -> list[str]:
    """People of an export are no part of the profile; where they go."""
    count = len(draft.connections)
    if not count:
        return []
    return [
        f"{count:,} connection{'s' * (count != 1)}, which the profile does not keep: `headway people import` with the "
        "same file brings them into your network, and --preview shows them first."
    ]


def _join(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _name(slug: Slug, catalog: Catalog) -> str:
    return catalog.skills[slug].name if slug in catalog.skills else slug


def ask_about(profile: Profile, catalog: Catalog) -> Iterator[tuple[Slug, str]]:
    """Each skill that is not confirmed, and the answer: `yes`, `no` or a level; nothing for those passed over."""
    levels = [level for level in Level if level > Level.NONE]
    typer.echo(
        f"For each skill: y (right), n (wrong), a level ({', '.join(levels)}), Enter to pass, q to stop.", err=True
    )
    for claim in profile.claims:
        if claim.confirmed:
            continue
        while True:
            said = typer.prompt(
                f"{_name(claim.skill, catalog)}, {claim.level}", default="", show_default=False, err=True
            )
            said = {"y": "yes", "n": "no"}.get(said.strip().lower(), said.strip().lower())
            if said == "q":
                return
            if said in ("", "yes", "no", *levels):
                break
        if said:
            yield claim.skill, said


def ask_for_more() -> Iterator[str]:
    """What is missing, as `skill:level:note`, until nothing is said."""
    typer.echo("What is missing? SKILL:LEVEL:WHERE IT SHOWS, Enter to end.", err=True)
    while said := typer.prompt("add", default="", show_default=False, err=True).strip():
        yield said
