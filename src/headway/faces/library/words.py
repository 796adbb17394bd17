"""What people hand to the library, in words and numbers -> values; one sentence where it cannot be meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, TypeVar

from headway.errors import WrongUse
from headway.scales import Stage

if TYPE_CHECKING:
    from headway.catalog.model import Catalog, RoleStage, Skill

LONGEST = 200
FARTHEST = timedelta(days=36_600)
"""From today, beyond which a day is taken for a slip of the keyboard."""
W = TypeVar("W", bound=StrEnum)


def open_own(catalog: Catalog | None) -> Catalog:
    """The catalog that was handed in, or the shipped one."""
    from headway.actions.catalog import open_catalog

    return catalog or open_catalog()


def day_of(today: date | str | None) -> date:
    """The day that was said, or today on this machine: the only clock of the library."""
    return datetime.now().astimezone().date() if today is None else read_day(today, "today", None)


def read_word(words: type[W], said: object, what: str) -> W:
    """A word of an enumeration, whatever its case; WrongUse names them all."""
    word = str(said).strip().lower()
    if word not in list(words):
        raise WrongUse(f"{what} {str(said)[:60]!r} is none of {', '.join(words)}", "use one of these words")
    return words(word)


def read_stage(said: object, what: str = "career_stage") -> Stage:
    """A stage: `mid`, `Mid`, `mid-level` or `mid level`."""
    word = str(said).strip().lower().replace("-", " ").replace("_", " ").removesuffix("level").strip()
    return read_word(Stage, word if word in list(Stage) else said, what)


def read_hours(said: object, what: str, most: float, span: str) -> float:
    """A number of hours from 0 to `most`; `span` is what holds them, as in `a week`."""
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise WrongUse(f"{what} {str(said)[:60]!r} is no number of hours", f"give hours {span}, as in {what}=5")
    if not isfinite(said) or said < 0:
        raise WrongUse(f"{what} {said:g} is no time to spend", f"give 0 to {most:g} hours {span}")
    if said > most:
        raise WrongUse(f"{what} {said:g} does not fit: {span} there are {most:g} hours", f"give it in hours {span}")
    return float(said)


def read_text(said: object, what: str) -> str:
    """Words on one line; WrongUse for none, or for more than a name has."""
    from headway.profile.lines import clean_line

    if not isinstance(said, str) or not (text := clean_line(said)):
        raise WrongUse(f"{what} says nothing", f"give words, as in {what}='…'")
    if len(text) > LONGEST:
        raise WrongUse(f"{what} has {len(text):,} characters", f"keep it under {LONGEST}")
    return text


def read_list(said: object, what: str) -> tuple[str, ...]:
    """Several words; a single one may stand alone."""
    if isinstance(said, str):
        return (read_text(said, what),)
    if not isinstance(said, Iterable) or isinstance(said, Mapping | bytes):
        raise WrongUse(f"{what} is no list", f"give words in square brackets, as in {what}=['…']")
    return tuple(read_text(one, what) for one in said)


def read_day(said: object, what: str, latest: date | None) -> date:
    """A day, as a date or `2026-03-01`, not after `latest`."""
    try:
        day = said if isinstance(said, date) and not isinstance(said, datetime) else date.fromisoformat(str(said)[:10])
    except ValueError:
        raise WrongUse(f"{what} {str(said)[:60]!r} is no day", f"write it as {what}='2026-03-01'") from None
    if latest and day > latest:
        raise WrongUse(f"{what} {day} is still to come", f"give a day up to {latest}")
    if latest and day < latest - FARTHEST:
        raise WrongUse(f"{what} {day} is too long ago", "give a day of this life")
    return day


def read_count(said: object, what: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    if isinstance(said, bool) or not isinstance(said, int) or not least <= said <= most:
        raise WrongUse(f"{what} {str(said)[:60]!r} cannot be meant", f"give {least} to {most}")
    return said


def find_role(said: object, what: str, catalog: Catalog) -> RoleStage:
    """A role, at its mid stage unless one is said: `data_analyst`, `ml-engineer:senior`, `Senior data scientist`."""
    from headway.catalog.lookup import find_role_stage

    return find_role_stage(read_text(said, what).replace("_", " ").replace(" :", ":"), catalog)


def find_skill(said: object, what: str, catalog: Catalog) -> Skill:
    """A skill by its slug or any name, underscores allowed: `prompt_engineering`. NotFound offers the nearest."""
    from headway.catalog import lookup
    from headway.errors import NotFound

    text = read_text(said, what)
    try:
        return lookup.find_skill(text.replace("_", " "), catalog)
    except NotFound:
        return lookup.find_skill(text, catalog)
