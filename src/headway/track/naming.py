"""What people type for an activity and for hours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from headway.catalog.model import Catalog
from headway.errors import NotFound, WrongUse
from headway.plan.model import Step
from headway.track.kept import KeptPlan
from headway.values import Hours, Slug, fold_case

SHOWN = 3
"""Names offered where none is meant."""
ALIKE = 70
"""Of 100: likeness from which a name is offered."""


class Named(NamedTuple):
    """An activity with what it should take and teach."""

    slug: Slug
    name: str
    hours: Hours
    teaches: tuple[Step, ...] = ()


def find_activity(text: str, kept: KeptPlan | None, catalog: Callable[[], Catalog]) -> Named:
    """The activity of the plan, or else of the catalog, with this slug or name, or alone with this in its name.

    The catalog is opened only where the plan does not know the name. Raises NotFound with the nearest names.
    """
    planned = [Named(a.activity, a.name, a.whole or a.hours, a.teaches) for a in kept.plan.activities] if kept else []
    if found := _match(text, planned):
        return found
    known = [
        Named(a.slug, a.name, a.hours, tuple(Step(skill=skill, level=level) for skill, level in a.covers.items()))
        for a in catalog().activities.values()
    ]
    if found := _match(text, known):
        return found
    raise NotFound("activity", text, _nearest(fold_case(text), (*planned, *known)) or [a.slug for a in planned[:SHOWN]])


def _nearest(wanted: str, known: Sequence[Named]) -> list[Slug]:
    """Those that hold the word, or else those that hold something like it."""
    names = {one.slug: fold_case(one.name) for one in known}
    held = [slug for slug, name in names.items() if wanted and wanted in name]
    alike = process.extract(wanted, names, scorer=fuzz.WRatio, limit=SHOWN, score_cutoff=ALIKE)
    return held[:SHOWN] or [slug for _, _, slug in alike]


def _match(text: str, named: Sequence[Named]) -> Named | None:
    wanted = fold_case(text)
    same = [one for one in named if wanted in (one.slug, fold_case(one.name))]
    return _alone(same) or (_alone(one for one in named if wanted in fold_case(one.name)) if wanted else None)


def _alone(found: Iterable[Named]) -> Named | None:
    several = list(found)
    return several[0] if len(several) == 1 else None


FORMS = (
    r"(?P<hours>\d+(?:[.,]\d+)?)\s*(?:h|hours?)?",
    r"(?P<minutes>\d+)\s*(?:m|min|minutes?)",
    r"(?P<hours>\d+)\s*(?:h|:)\s*(?P<minutes>[0-5]?\d)\s*(?:m|min)?",
)


def read_hours(text: str) -> float:
    """`2`, `2h`, `1.5h`, `90m`, `1h30` or `1:30` in hours, to the minute; WrongUse for anything else."""
    for form in FORMS:
        if match := re.fullmatch(form, text.strip().lower(), re.ASCII):
            parts = match.groupdict()
            hours = float((parts.get("hours") or "0").replace(",", ".")) + int(parts.get("minutes") or 0) / 60
            if 0 < hours <= 24:
                return round(hours, 2)
            break
    raise WrongUse(f"{text!r} is no time that a day can hold", "write it as 2h, 1.5h, 90m or 1h30")
