"""Names found in a text -> one item for each thing named: its best mention, the sense in which it stands, all places.

Things of their own that count for one skill (OpenShift and Kubernetes) are items of their own, with that skill in
`skill` and their own name in `name`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from headway.scales import Level
from headway.skills.found import Found


class SkillItem(NamedTuple):
    """One thing named in a text. A tuple, not a Value: three thousand texts a second, and no pydantic at the start.

    Places are code points of the text, ends exclusive.
    """

    skill: str
    """Slug of the catalog's skill that it counts for."""
    name: str
    start: int
    end: int
    negated: bool
    """The text denies it, or only wishes for it: no mention of it counts."""
    wished: bool
    required: bool | None
    """In a posting: asked for (True) or preferred (False)."""
    years: float | None
    """As stated; less than one year is none."""
    level: Level | None
    """As a cue beside it states, not as it would be judged over a whole document."""
    confidence: float
    rule: str
    """The rule that accepted the best mention."""
    mentions: tuple[tuple[int, int], ...]
    """Of those that count, or of all where none does."""

    def as_json(self) -> dict[str, Any]:
        return self._asdict()


_make = tuple.__new__
"""A named tuple's own constructor takes twice as long."""


def list_items(found: Iterable[Found], names: Mapping[tuple[str, str], str]) -> list[SkillItem]:
    """The items of a text, by first mention; `names` are those of a vocabulary."""
    things: dict[tuple[str, str], list[Found]] = {}
    for name in found:
        term = name.term
        things.setdefault((term.skill, names[term.skill, term.written]), []).append(name)
    return [_describe(skill, name, group) for (skill, name), group in things.items()]


def _describe(skill: str, name: str, group: list[Found]) -> SkillItem:
    """A denial outweighs a bare mention elsewhere; what is asked for, or given a level or years, stands against it."""
    first = group[0]
    if len(group) == 1 and not (first.negated or first.wished):
        start, end, years = first.start, first.end, first.years
        return _make(
            SkillItem,
            (
                skill,
                name,
                start,
                end,
                False,
                False,
                first.required,
                _whole(years) if years else None,
                first.level,
                first.confidence,
                first.rule or "",
                ((start, end),),
            ),
        )
    held = [m for m in group if not (m.negated or m.wished)]
    if len(held) < len(group) and any(m.negated for m in group) and not any(map(_says_more, held)):
        held = []
    best = max(held or group, key=_worth)
    required: bool | None = None
    years = None
    level: Level | None = None
    for mention in held:
        required = mention.required if required is None else required or mention.required
        years = _whole(mention.years) if years is None else years
        level = level or mention.level
    return SkillItem(
        skill,
        name,
        best.start,
        best.end,
        not held,
        not held and any(m.wished for m in group),
        required,
        years,
        level,
        best.confidence,
        best.rule or "",
        tuple([(m.start, m.end) for m in held or group]),
    )


def _whole(years: float | None) -> float | None:
    return years if years and years >= 1 else None


def _says_more(mention: Found) -> bool:
    return bool(mention.required or mention.level or mention.years)


def _worth(mention: Found) -> tuple[bool, float, int]:
    return mention.required is not None, mention.confidence, -mention.start
