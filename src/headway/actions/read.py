"""What is understood of a document, with what its owner decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from headway.actions.files import read_bytes, write_files
from headway.actions.vocabulary import open_lexicon
from headway.catalog.classification import load_occupations
from headway.catalog.lookup import find_skill
from headway.catalog.model import Catalog
from headway.catalog.title_space import load_title_space
from headway.errors import Problem, UnreadableFile, WrongUse
from headway.profile.merge import Change, add, confirm, merge, strike
from headway.profile.model import Draft, Profile
from headway.profile.read import read_document
from headway.profile.saved import read_profile, write_profile
from headway.skills.claims import recognise
from headway.skills.placing import PlacedPosition, place_positions
from headway.values import Level, Value


class Reading(Value):
    """A document as read, with what its owner decided."""

    draft: Draft | None
    """None for a saved profile."""
    profile: Profile
    changes: tuple[Change, ...] = ()
    """Against the profile merged into it."""
    problems: tuple[Problem, ...] = ()
    placed: tuple[PlacedPosition, ...] = ()
    """The positions with the role or occupation of their titles."""


def read_reviewed(
    resume: Path,
    catalog: Catalog,
    today: date,
    confirmed: Sequence[str] = (),
    struck: Sequence[str] = (),
    added: Sequence[str] = (),
    earlier: Path | None = None,
) -> Reading:
    """A document with an earlier profile's decisions laid over it, then those given: `skill[:level]` confirmed, skills
    struck, `skill:level:note` added."""
    data = read_bytes(resume)
    draft: Draft | None = None
    problems: tuple[Problem, ...] = ()
    profile = read_profile(data, resume.name)
    if profile is None:
        draft, problems = read_document(data, resume.name)
        profile = recognise(draft, open_lexicon(catalog, draft.text), catalog, today)
    changes: tuple[Change, ...] = ()
    if earlier:
        known = read_profile(read_bytes(earlier), earlier.name)
        if known is None:
            raise UnreadableFile(str(earlier), "is no saved profile", "give a file that `headway read --save` wrote")
        merged = merge(known, profile)
        profile, changes = merged.profile, merged.changes
    for said in confirmed:
        name, _, level = said.partition(":")
        profile = confirm(profile, find_skill(name, catalog).slug, _read_level(level) if level else None)
    for said in struck:
        profile = strike(profile, find_skill(said, catalog).slug)
    for said in added:
        name, _, rest = said.partition(":")
        level, _, note = rest.partition(":")
        profile = add(profile, find_skill(name, catalog).slug, _read_level(level), note.strip() or "added by hand")
    placed = place_positions(profile.positions, catalog, load_occupations(), load_title_space())
    return Reading(draft=draft, profile=profile, changes=changes, problems=problems, placed=placed)


def save_profile(profile: Profile, path: Path) -> Path:
    return write_files(path.parent, {path.name: write_profile(profile)})[0]


def _read_level(said: str) -> Level:
    levels = [level for level in Level if level > Level.NONE]
    if said.strip().lower() not in levels:
        raise WrongUse(f"{said!r} is no level", f"write one of {', '.join(levels)}, as python:working")
    return Level(said.strip().lower())
