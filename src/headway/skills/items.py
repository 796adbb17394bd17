"""Names found in a text -> one item for each thing named: its best mention, the sense in which it stands, all places.

Things of their own that count for one skill (OpenShift and Kubernetes) are items of their own, with that skill in
`skill` and their own name in `name`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring_ascii as _quote
from typing import Any, NamedTuple

from headway.scales import Level
from headway.skills.found import Found


class SkillItem(NamedTuple):
    """One thing named in a text. A tuple, not a Value: texts come by the thousand, and no pydantic at the start.

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

    def write(self) -> str:
        """The JSON of `as_json` without a space: in a stream, json's own way would take a fifth of the time."""
        skill, name, start, end, negated, wished, required, years, level, confidence, rule, mentions = self
        places = f"[{start},{end}]" if len(mentions) == 1 else ",".join([f"[{one},{two}]" for one, two in mentions])
        return (
            f'{{"skill":"{skill}","name":{_quote(name)},"start":{start},"end":{end},"negated":{_SAID[negated]}'
            f',"wished":{_SAID[wished]},"required":{_SAID[required]},"years":{"null" if years is None else years}'
            f',"level":{"null" if level is None else _quote(level)},"confidence":{_digits(confidence)},"rule":"{rule}"'
            f',"mentions":[{places}]}}'
        )


_SAID = {None: "null", False: "false", True: "true"}
_digits = lru_cache(maxsize=64)(repr)
"""Of a confidence, of which there are few; the digits of a fraction take longer than the rest of the line."""
_make = tuple.__new__
"""A named tuple's own constructor takes twice as long."""


def list_items(found: Iterable[Found], names: Mapping[tuple[str, str], str]) -> list[SkillItem]:
    """The items of a text, by first mention; `names` are those of a vocabulary."""
    things: dict[tuple[str, str], list[Found]] = {}
    for name in found:
        skill = name.term.skill
        things.setdefault((skill, names[skill, name.term.written]), []).append(name)
    return [
        _describe_once(skill, name, group[0]) if len(group) == 1 else _describe(skill, name, group)
        for (skill, name), group in things.items()
    ]


def _describe_once(skill: str, name: str, mention: Found) -> SkillItem:
    """What is named once, as most things are."""
    start, end, wished, required, years = mention.start, mention.end, mention.wished, mention.required, mention.years
    level, confidence, rule, places = mention.level, mention.confidence, mention.rule or "", ((start, end),)
    if wished or mention.negated:
        return SkillItem(skill, name, start, end, True, wished, None, None, None, confidence, rule, places)
    whole = _whole(years) if years else None
    return _make(SkillItem, (skill, name, start, end, False, False, required, whole, level, confidence, rule, places))


def _describe(skill: str, name: str, group: list[Found]) -> SkillItem:
    """A denial outweighs a bare mention elsewhere; what is asked for, or given a level or years, stands against it."""
    held = [m for m in group if not (m.negated or m.wished)]
    if len(held) < len(group) and any(m.negated for m in group) and not any(map(_says_more, held)):
        held = []
    required: bool | None = None
    years: float | None = None
    level: Level | None = None
    for mention in held:
        required = mention.required if required is None else required or mention.required
        if years is None and mention.years:
            years = _whole(mention.years)
        level = level or mention.level
    wished = not held and any(m.wished for m in group)
    counted = held or group
    best = max(counted, key=_worth)
    places = tuple([(m.start, m.end) for m in counted])
    negated, rule = not held, best.rule or ""
    return _make(
        SkillItem,
        (skill, name, best.start, best.end, negated, wished, required, years, level, best.confidence, rule, places),
    )


def _whole(years: float) -> float | None:
    return years if years >= 1 else None


def _says_more(mention: Found) -> bool:
    return bool(mention.required or mention.level or mention.years)


def _worth(mention: Found) -> tuple[bool, float, int]:
    return mention.required is not None, mention.confidence, -mention.start
