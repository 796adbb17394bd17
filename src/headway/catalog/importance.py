"""How much a need matters: the share of postings that ask for it, or a judgement that says why.

A judgement that a role's file gives wins over the count (adverts leave out what everybody takes for granted); the
count is then told beside it.
"""

from __future__ import annotations

from collections.abc import Mapping

from headway.catalog.entries import NeedEntry, RoleEntry, StageEntry
from headway.catalog.model import Demand, Need, Role, RoleStage, Source
from headway.errors import Problem
from headway.values import Basis, Kind, Month, Stage, Track, judged

Counts = Mapping[tuple[str, str], Demand]
"""Rows of demand by (family, skill)."""


def build_role(
    slug: str, entry: RoleEntry, counts: Counts, sources: Mapping[str, Source]
) -> tuple[Role, tuple[Problem, ...]]:
    """The role with an importance for each need; needs without one are left out and returned as problems."""
    problems: list[Problem] = []
    stages: list[RoleStage] = []
    for track, written in entry.tracks:
        for stage in sorted(written):
            built, faults = _build_stage(slug, stage, track, written[stage], entry, counts, sources)
            stages.append(built)
            problems += faults
    shared = ("name", "aliases", "summary", "demand", "onet", "esco", "pay", "formerly")
    return Role(slug=slug, stages=tuple(stages), **{name: getattr(entry, name) for name in shared}), tuple(problems)


def measure_importance(
    skills: tuple[str, ...], family: str | None, counts: Counts, sources: Mapping[str, Source]
) -> tuple[float, Basis] | None:
    """The largest share of the family's postings that ask for any one of `skills`; None where no count speaks.

    With alternatives it is a lower bound: some postings name only one of the others.
    """
    rows = [counts[family, skill] for skill in skills if family and (family, skill) in counts]
    rows = [row for row in rows if row.source in sources]
    if not rows:
        return None
    most = max(rows, key=lambda row: row.asking / row.postings)
    note = f"at least: the share that asks for {most.skill} alone" if len(skills) > 1 else None
    date = sources[most.source].date
    return most.asking / most.postings, Basis(
        kind=Kind.MEASURED, source=most.source, date=date, n=most.postings, note=note
    )


def _build_stage(
    slug: str,
    stage: Stage,
    track: Track,
    written: StageEntry,
    role: RoleEntry,
    counts: Counts,
    sources: Mapping[str, Source],
) -> tuple[RoleStage, list[Problem]]:
    needs: list[Need] = []
    problems: list[Problem] = []
    for skill, need in written.needs.items():
        counted = measure_importance((skill, *need.alternatives), role.demand, counts, sources)
        weighed = _judge(need, role.dated, counted) or counted
        if weighed is None:
            problems.append(_missing(slug, f"{track}.{stage}.needs.{skill}", skill, role.demand))
            continue
        importance, basis = weighed
        needs.append(
            Need(
                skill=skill,
                level=need.level,
                importance=importance,
                basis=basis,
                level_basis=need.basis or role.levels,
                alternatives=need.alternatives,
            )
        )
    years = (written.years[0], written.years[1] if len(written.years) > 1 else None)
    return RoleStage(
        role=slug,
        stage=stage,
        track=track,
        titles=written.titles,
        years=years,
        responsibilities=written.responsibilities,
        focus=written.focus,
        needs=tuple(needs),
    ), problems


def _judge(need: NeedEntry, dated: Month, counted: tuple[float, Basis] | None) -> tuple[float, Basis] | None:
    if need.importance is None or need.why is None:
        return None
    beside = f"; counted: {counted[0]:.0%} of {counted[1].n} postings ({counted[1].source})" if counted else ""
    return need.importance, judged(need.why + beside, dated)


def _missing(slug: str, field: str, skill: str, family: str | None) -> Problem:
    counted = f"figures/demand.csv has no row for {family},{skill}" if family else "the role names no `demand` family"
    return Problem(
        message=f"nothing says how much {skill} matters: {counted}",
        file=f"roles/{slug}.toml",
        field=field,
        hint='give importance = 0.0 to 1.0 and why = "..."',
    )
