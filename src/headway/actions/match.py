"""Postings: read one, and hold a person against it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from headway.actions.extract import open_text
from headway.actions.person import read_person
from headway.actions.vocabulary import open_lexicon
from headway.catalog.model import Catalog
from headway.postings.match import Match, match_posting
from headway.postings.model import Posting
from headway.postings.read import read_posting


def open_posting(source: str, catalog: Catalog) -> Posting:
    """The posting in a file, or on standard input (`-`)."""
    text = open_text(source).text
    return read_posting(text, open_lexicon(catalog, text), catalog)


def match(resume: Path, posting: str, catalog: Catalog, today: date) -> Match:
    """A résumé (or a saved profile) against a posting."""
    profile, problems = read_person(resume, catalog, today)
    found = match_posting(profile, open_posting(posting, catalog), catalog, today)
    return found.change(notes=(*found.notes, *map(str, problems)))
