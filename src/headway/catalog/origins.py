"""Any job title -> where a person starts: the occupation that it names, and the role and stage of the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from headway.catalog.classification import Occupations, Scheme
from headway.catalog.model import Catalog, Role
from headway.catalog.occupation_search import OccupationMatch, find_occupations
from headway.catalog.occupations import place_title, read_stage
from headway.catalog.title_space import TitleSpace, TitleVectors, relate_titles
from headway.values import Name, Share, Slug, Stage, Text, Track, Value

SURE = 0.3
"""Confidence from which an occupation speaks for the roles that share it."""
NEAR = 0.6
"""Relatedness of title and role's name from which such a role is the answer: a lawyer is no AI legal specialist."""

LONGEST = 200
"""Letters of a title that are read."""


class Ground(StrEnum):
    """Why a role is named: a title of its own is alike, or the occupation is one of its own."""

    TITLE = "title"
    OCCUPATION = "occupation"


class RoleMatch(Value):
    """A role that a title may name; `score` is a likeness to `matched` of 0..1, and no probability."""

    role: Slug
    stage: Stage
    track: Track
    score: Share
    matched: Name
    ground: Ground


class TitleAnswer(Value):
    """What is known of a job title. Where there is neither occupation nor role, it says nothing of the work."""

    title: Text
    occupation: OccupationMatch | None
    """Of O*NET."""
    esco: OccupationMatch | None
    alternatives: tuple[OccupationMatch, ...]
    """Others of both schemes, most likely first."""
    role: RoleMatch | None
    """The role of the catalog, where the title is one of the field."""
    other_roles: tuple[RoleMatch, ...]
    """Roles that share the occupation, most alike first."""
    stage: Stage
    track: Track
    stage_said: bool
    """Whether the title says its stage; where it does not, mid is a guess."""


def answer_title(title: str, catalog: Catalog, occupations: Occupations, space: TitleSpace) -> TitleAnswer:
    """Occupation, role and stage of any job title, with alternatives."""
    title = " ".join("".join(c if c.isprintable() else " " for c in title).split())[:LONGEST]
    onet = find_occupations(title, occupations, space, Scheme.ONET)
    esco = find_occupations(title, occupations, space, Scheme.ESCO)
    stage, track, said = read_stage(title, _own_name(onet[0]) if onet else "")
    likely = [match for match in (*onet[:1], *esco[:1]) if match.confidence >= SURE]
    roles = list(_find_roles(title, catalog, occupations, space, likely, stage, track))
    role = roles.pop(0) if roles and (roles[0].ground is Ground.TITLE or roles[0].score >= NEAR) else None
    return TitleAnswer(
        title=title,
        occupation=onet[0] if onet else None,
        esco=esco[0] if esco else None,
        alternatives=tuple(sorted((*onet[1:], *esco[1:]), key=lambda match: -match.confidence)),
        role=role,
        other_roles=tuple(roles),
        stage=role.stage if role else stage,
        track=role.track if role else track,
        stage_said=said,
    )


def _own_name(match: OccupationMatch) -> str:
    """The occupation's name, with the `associate` of a title such as `Sales associate`: it is no beginner's there."""
    return f"{match.title} associate" if "associate" in match.matched.casefold() else match.title


def _find_roles(
    title: str,
    catalog: Catalog,
    occupations: Occupations,
    space: TitleSpace,
    matches: list[OccupationMatch],
    stage: Stage,
    track: Track,
) -> Iterator[RoleMatch]:
    """The role that has a title like this one, then those that share its occupation, most alike first."""
    placed = place_title(title, catalog)
    if placed:
        yield RoleMatch(**placed.model_dump(), ground=Ground.TITLE)
    codes = {match.code for match in matches}
    codes |= {uri for match in matches if (uri := occupations.find(match.code).uri)}
    sharing = [role for role in catalog.roles.values() if codes & {*role.onet, *role.esco}]
    names = tuple(role.name for role in sharing)
    scores = relate_titles(title, _embed_names(names, space), space) if names else ()
    for score, role in sorted(zip(scores, sharing, strict=True), key=lambda pair: -pair[0]):
        at = _nearest(role, stage, track)
        if at and not (placed and placed.role == role.slug):
            yield RoleMatch(
                role=role.slug,
                stage=at[0],
                track=at[1],
                score=round(float(score), 2),
                matched=role.name,
                ground=Ground.OCCUPATION,
            )


@lru_cache(maxsize=64)
def _embed_names(names: tuple[str, ...], space: TitleSpace) -> TitleVectors:
    return space.embed(names)


def _nearest(role: Role, stage: Stage, track: Track) -> tuple[Stage, Track] | None:
    fitting = [s for s in role.stages if s.track is track] or list(role.stages)
    found = min(fitting, key=lambda s: abs(s.stage.rank - stage.rank), default=None)
    return (found.stage, found.track) if found else None
