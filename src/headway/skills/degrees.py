"""What a finished degree says of the subject in its title: `MSc Statistics`, `PhD in Physics`."""

from __future__ import annotations

import re
from datetime import date

from headway.profile.model import Study
from headway.values import Level, Month

_DOCTORATE = re.compile(
    r"\b(?:ph\.?\s?d|d\.?\s?phil|doctora(?:te|l)|doctor of|dr\. ?(?:rer|phil|sc|ing))\b", re.IGNORECASE
)
_DEGREE = re.compile(
    r"(?i:\b(?:master|bachelor|diplom|licen[cs]e|licentiate|magister|degree|honou?rs|undergraduate))"
    r"|\b(?:[MB]\.?\s?(?:S[cC]|E[nN][gG]|T(?:ech|ECH)|M(?:ath|ATH)|[RP](?:es|hil))\b|[MB]\.?[SAE]\b|MSci\b)"
)
_UNFINISHED = re.compile(
    r"\b(?:expected|ongoing|in progress|present|current(?:ly)?|candidate|student|unfinished|incomplete|dropped out"
    r"|abandoned)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:thesis|dissertation|minor|course(?:s|work)?|modules?|topics?)\b", re.IGNORECASE)
"""What begins the part of a title that is not its subject."""


def degree_level(surface: str, study: Study, text: str, today: date) -> Level | None:
    """The level that `study` gives in the skill named `surface`: None unless it is a finished degree in it.

    `text` is the document that the span of `study` points into.
    """
    subject = _BESIDE.split(study.title, maxsplit=1)[0]
    if surface not in subject or (study.end and study.end.index > Month.of(today).index):
        return None
    first_lines = text[study.span.start : study.span.end].split("\n")[:2]
    if any(map(_UNFINISHED.search, first_lines)):
        return None
    if _DOCTORATE.search(subject):
        return Level.PRACTITIONER
    return Level.WORKING if _DEGREE.search(subject) else None
