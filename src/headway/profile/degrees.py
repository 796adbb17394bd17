"""Degrees that a text or the title of a study names."""

from __future__ import annotations

import re
from datetime import date

from headway.profile.model import Study
from headway.values import Month, Ordered


class Degree(Ordered):
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"


DEGREES = (
    (Degree.DOCTORATE, re.compile(r"\bPh\.?\s?D\b\.?|\bdoctora(?:te|l degree)\b|\bDPhil\b", re.IGNORECASE)),
    (
        Degree.MASTER,
        re.compile(
            r"(?i:\bmaster(?:['’]?s)?\b(?!\s*(?:data|of\s(?:the|ceremon)|class|branch))(?=[^\n]{0,60}\b(?:degree|in|of|or|level|required|preferred|phd))|\bmasters\b|\bgraduate degree)|\bM\.?Sc\b\.?|\bM\.S\.|\bMEng\b|\bMS(?=[ /,]+(?:in|or|degree|Ph))"
        ),
    ),
    (
        Degree.BACHELOR,
        re.compile(
            r"(?i:\bbachelor(?:['’]?s)?\b|\bundergraduate degree)|\bB\.?Sc\b\.?|\bB\.S\.|\bBEng\b|\bBS(?=[ /,]+(?:in|or|degree|M))"
        ),
    ),
)
"""The highest first."""
DEGREE_NAMES = {
    Degree.DOCTORATE: "doctorate",
    Degree.MASTER: "master's degree",
    Degree.BACHELOR: "bachelor's degree",
}


def read_degree(title: str) -> Degree | None:
    """The highest degree that the title of a study names."""
    return next((degree for degree, pattern in DEGREES if pattern.search(f"{title} degree")), None)


def is_finished(study: Study, today: date) -> bool:
    """Whether it is not known to end later."""
    return study.end is None or study.end.index <= Month.of(today).index
