"""Who somebody is: out of a document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from headway.actions.files import read_bytes
from headway.actions.vocabulary import open_lexicon
from headway.catalog.model import Catalog
from headway.errors import Problem
from headway.profile.model import Profile
from headway.profile.read import read_document
from headway.profile.saved import read_profile
from headway.skills.claims import recognise


def read_person(resume: Path, catalog: Catalog, today: date) -> tuple[Profile, tuple[Problem, ...]]:
    """The profile that a document speaks for (or a saved one), and what was odd about the document."""
    data = read_bytes(resume)
    if saved := read_profile(data, resume.name):
        return saved, ()
    draft, problems = read_document(data, resume.name)
    return recognise(draft, open_lexicon(catalog, draft.text), catalog, today), problems
