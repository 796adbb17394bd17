"""Time spent in positions: whole calendar time, overlaps counted once, undated positions counted not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from headway.profile.model import Position
from headway.values import Month

_ASIDE = re.compile(r"\b(?:part[- ]time|volunteer\w*|open[- ]source|hobby|mentor|examiner)\b", re.IGNORECASE)


def years_in(positions: Iterable[Position], today: date) -> float:
    """Years covered by `positions`; a month named as the end counts in full, a bare year as its middle."""
    months, covered = 0.0, float("-inf")
    for start, end in sorted(span for position in positions if (span := _months(position, today))):
        months += max(0.0, end - max(start, covered))
        covered = max(covered, end)
    return months / 12


def last_month(position: Position, today: date) -> Month | None:
    """The last month of a position: the present one while it lasts, None where the document does not say."""
    return Month.of(today) if position.current else position.end


def is_aside(position: Position) -> bool:
    """Whether a position is said to take only a part of the week, so that its years are not years of full use."""
    return bool(_ASIDE.search(position.title))


def describe_position(position: Position) -> str:
    """`Data analyst, Northwind (2021-03 to now)`."""
    who = ", ".join(part for part in (position.title, position.organisation) if part)
    end = "now" if position.current else position.end
    if position.start and end:
        return f"{who} ({position.start} to {end})"
    known = position.start or position.end
    return f"{who} ({known})" if known else who


def _months(position: Position, today: date) -> tuple[float, float] | None:
    end = last_month(position, today)
    if position.start is None or end is None:
        return None
    return position.start.index, end.index + (1 if end.month else 0)
