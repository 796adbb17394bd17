"""Who somebody is: out of a document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from headway.actions.files import read_bytes
from headway.catalog.model import Catalog
from headway.errors import Problem
from headway.profile.model import Profile
from headway.profile.read import read_document
from headway.skills.claims import recognise
from headway.skills.lexicon import build_lexicon


def read_person(resume: Path, catalog: Catalog, today: date) -> tuple[Profile, tuple[Problem, ...]]:
    """The profile that a document speaks for, and what was odd about the document."""
    draft, problems = read_document(read_bytes(resume), resume.name)
    return recognise(draft, build_lexicon(catalog), catalog, today), problems
