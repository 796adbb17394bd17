"""Any title, role or code -> what it stands on: a blend of occupations, the needs of its role, its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from headway.catalog.classification import Occupations, Scheme
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog, Role, RoleStage
from headway.catalog.occupation_search import find_occupations
from headway.catalog.occupations import place_title
from headway.catalog.origins import LONGEST
from headway.catalog.title_space import TitleSpace
from headway.catalog.work import Work
from headway.errors import HeadwayError

CODE = re.compile(r"\d{2}-\d{4}\.\d{2}|\d{4}(\.\d+)*|https?://data\.europa\.eu/esco/occupation/\S+")
OWN = 0.5
"""Judged: how much of a role's blend its title gives; the rest are the occupations that the catalog names for it."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Footing:
    """One end of a comparison. Vectors of a part that says nothing are all zero."""

    name: str
    occupations: Floats
    """Shares of O*NET's occupations, in the order of the work table; they sum to 1."""
    words: Floats
    """Affinities of the title to every occupation of O*NET and ESCO, of length 1; zeros for a bare code."""
    needs: Floats
    """Importance x level, by skill of the catalog."""
    role: RoleStage | None
    occupation: int
    """The place of the one occupation of O*NET that stands for it, where one has to be named."""


@dataclass(frozen=True, eq=False)
class Ground:
    """All that footings are found in; `field` holds the footing of every role stage of the catalog, in its order."""

    catalog: Catalog
    occupations: Occupations
    space: TitleSpace
    work: Work
    skills: tuple[str, ...]
    field: tuple[Footing, ...]


def make_ground(catalog: Catalog, occupations: Occupations, space: TitleSpace, work: Work) -> Ground:
    skills = tuple(sorted(catalog.skills))
    column = {skill: place for place, skill in enumerate(skills)}
    blends = {role.slug: _stand_on_role(role, role.name, space, work) for role in catalog.roles.values()}
    field = []
    for stage in catalog.role_stages.values():
        needs = np.zeros(len(skills))
        for need in stage.needs:
            for skill in need.skills:
                needs[column[skill]] = max(needs[column[skill]], need.importance * need.level.rank)
        shares, words = blends[stage.role]
        field.append(
            Footing(stage.key, shares, words, needs, stage, _first_of(catalog.roles[stage.role], shares, work))
        )
    return Ground(catalog, occupations, space, work, skills, tuple(field))


def find_footing(text: str, ground: Ground) -> Footing:
    """Where `text` stands: an O*NET or ESCO code, `role:stage`, or any title.

    Raises HeadwayError where nothing is known of it.
    """
    asked = " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST]
    if CODE.fullmatch(asked):
        if asked not in ground.occupations.places:
            raise HeadwayError(f"no occupation has the code {asked}", 'find codes with `headway title "a job title"`')
        found = ground.occupations.find(asked)
        if found.scheme is Scheme.ESCO:
            return _stand_on_title(found.title, ground)
        return stand_on_codes(found.title, (found.code,), ground)
    if asked.partition(":")[0].strip().lower() in ground.catalog.roles:
        return _at(find_role_stage(asked, ground.catalog).key, ground)
    return _stand_on_title(asked, ground)


def stand_on_codes(name: str, codes: tuple[str, ...], ground: Ground) -> Footing:
    """A blend of several O*NET occupations in equal parts, without words of its own. Raises HeadwayError."""
    shares = np.zeros(len(ground.work.codes))
    for code in codes:
        if code not in ground.work.places:
            raise HeadwayError(f"no occupation of O*NET has the code {code}", "codes are written 15-1252.00")
        shares[ground.work.places[code]] += 1 / len(codes)
    nothing = np.zeros(ground.space.width)
    return Footing(name, shares, nothing, _borrow_needs(shares, ground), None, int(shares.argmax()))


def _stand_on_title(title: str, ground: Ground) -> Footing:
    placed = place_title(title, ground.catalog)
    if placed:
        role = ground.catalog.roles[placed.role]
        shares, words = _stand_on_role(role, title, ground.space, ground.work)
        stage = role.at(placed.stage, placed.track)
        known = next(f for f in ground.field if f.role is stage)
        return Footing(title, shares, words, known.needs, stage, _first_of(role, shares, ground.work))
    shares, words = _read_title(title, ground.space, ground.work)
    if not shares.any() and words.any():  # its words are those of an ESCO occupation alone, which has other titles
        near = ground.occupations.at(int(words.argmax()))
        shares = _read_titles((near.title, *near.titles), ground)
    if not shares.any():
        raise HeadwayError(f"nothing is known of the title {title!r}", "give a plainer one, or an occupation's code")
    matches = find_occupations(title, ground.occupations, ground.space, count=1)
    named = ground.work.places[matches[0].code] if matches else int(shares.argmax())
    return Footing(title, shares, words, _borrow_needs(shares, ground), None, named)


def _first_of(role: Role, shares: Floats, work: Work) -> int:
    return next((work.places[code] for code in role.onet if code in work.places), int(shares.argmax()))


def _at(key: str, ground: Ground) -> Footing:
    return next(footing for footing in ground.field if footing.name == key)


def _stand_on_role(role: Role, title: str, space: TitleSpace, work: Work) -> tuple[Floats, Floats]:
    """Half the occupations that the catalog names for the role, half what the title itself speaks of."""
    shares, words = _read_title(title, space, work)
    codes = [work.places[code] for code in role.onet if code in work.places]
    if not codes:
        return shares, words
    named = np.zeros(len(work.codes))
    named[codes] = 1 / len(codes)
    return (OWN * shares + (1 - OWN) * named if shares.any() else named), words


def _read_title(title: str, space: TitleSpace, work: Work) -> tuple[Floats, Floats]:
    words = space.embed((title,)).row(0, space.width).astype(np.float64)
    shares = words[: len(work.codes)]
    return shares / max(shares.sum(), 1e-12), words


def _read_titles(titles: tuple[str, ...], ground: Ground) -> Floats:
    """The mean of what several titles speak of."""
    shares: Floats = np.sum([_read_title(title, ground.space, ground.work)[0] for title in titles], axis=0)
    mean: Floats = shares / max(shares.sum(), 1e-12)
    return mean


def _borrow_needs(shares: Floats, ground: Ground) -> Floats:
    """The mean needs of the roles that share the occupations, as far as they do; zeros outside the field."""
    if not ground.field:
        return np.zeros(len(ground.skills))
    named, needs = _by_role(ground)
    overlap = named @ shares
    borrowed: Floats = overlap @ needs / overlap.sum() if overlap.sum() > 0.01 else np.zeros(len(ground.skills))
    return borrowed


@lru_cache(maxsize=4)
def _by_role(ground: Ground) -> tuple[Floats, Floats]:
    """Roles x occupations (those the catalog names, shares), and roles x skills (needs, mean over stages)."""
    named, needs = [], []
    for role in ground.catalog.roles.values():
        row = np.zeros(len(ground.work.codes))
        codes = [ground.work.places[code] for code in role.onet if code in ground.work.places]
        row[codes] = 1 / max(len(codes), 1)
        named.append(row)
        needs.append(np.mean([f.needs for f in ground.field if f.role and f.role.role == role.slug], axis=0))
    return np.array(named), np.array(needs)
