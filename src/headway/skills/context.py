"""The sense in which names stand: denied, wished for, at a level, for years, asked for or preferred."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from headway.scales import Level
from headway.skills.cues import Cue, Sense
from headway.skills.found import Found, text_before
from headway.skills.headings import UNSETTLED, Region
from headway.skills.lexicon import CueHit
from headway.skills.regions import POSTING, Regions
from headway.skills.scope import next_ahead, next_behind, opens_aside, reach_ahead, reach_behind

_NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_NUMERALS, 1)}
_AMOUNT_BACKWARDS = re.compile(
    r"[\s-]*(?:(?:lluf|elohw)\s?)?(?:\+|sulp|erom ro)?\s?(?:\d{1,2}\s?(?:-|–|—|ot)\s?)?\+?\s?"
    r"((?:\d[.,])?\d{1,2}|" + "|".join(word[::-1] for word in _NUMBERS) + r")( naht ssel| rednu| ?<)?",
    re.IGNORECASE,
)
"""`less than 2`, `3-5+`, `two or more full` read from its end, where it is found at once."""
_AMOUNT_REACH = 28
_MONTHS = ("mo",)
_NO = ("no ", "not ")
_YEARS_BEFORE = re.compile(r"\b(?:years?|yrs?)\b[^.;\n]*$", re.IGNORECASE)
"""Of what a number is a part: `5 years of Python, three of them with Django`."""
_ANNOTATION = re.compile(
    r"(?:[ \t](?:experience|knowledge|skills?|level))?[ \t]*[:(\[–—|-][ \t]*(?:[^\W\d]+[ \t]*[:–—-][ \t]*)?",
    re.IGNORECASE,
)
_OWN_WORTH = re.compile(
    r"[ \t]?[(\[:–—-]?[ \t]?(?:[ABC][12]\b|\d{1,2}\s?\+?\s?(?:years?|yrs?|months?)\b)", re.IGNORECASE
)
"""Years or a level that stand behind one name of a list."""
_EACH = re.compile(r"[^\S\n]+(?:of experience )?(?:in |with )?each\b", re.IGNORECASE)
"""Behind an amount that holds for every name of the list before it."""
_WITH = re.compile(r"[^\S\n]+(?:(?:in|with|using)\b|[-–—(])|[^\S\n]*:")
"""Behind a field, before the tools in which it was done: `4 years of programming in Java or Go`, `(Java, Go)`."""
_LISTED = re.compile(r",[^\S\n]*")
_CLOSED = re.compile(r"[^\S\n]*(?:[(,;|\n]|\.?$|\.\s)")
"""What stands around an amount that is an item of its own: `Azure, 1 yr (VMs)`."""
_COUNTED = re.compile(r"\b(?:\d+|" + "|".join(_NUMERALS) + r")\b", re.IGNORECASE)
"""What is counted has no years: `7 years of research, four papers`."""
_FOR = re.compile(r"\bfor (?:about |over |more than |at least |the (?:last|past) )?$", re.IGNORECASE)
"""Before an amount that speaks of what was named: `Postgres in production for 3 years`."""
_LONGEST_CAREER = 50
_TOUCHING = 3


def apply_cues(text: str, found: Sequence[Found], hits: Sequence[CueHit], regions: Regions) -> None:
    """Write into `found` (by place) what the cues of `hits` say of them."""
    posting = regions.posting >= POSTING
    apply = _APPLY_TO_POSTING if posting else _APPLY
    starts = [name.start for name in found]
    for start, end, region, _ in regions.places:
        if region not in UNSETTLED:
            _settle(found[bisect_left(starts, start) : bisect_left(starts, end)], region, posting)
    for start, end, cues in _keep_longest(hits, found, starts):
        for cue in cues:
            if (speak := apply.get(cue.sense)) and speak(text, found, starts, start, end, cue):
                break


def _settle(names: Iterable[Found], region: Region, posting: bool) -> None:
    """What a heading says of the names under it."""
    if region is Region.DENIED:
        for name in names:
            name.negated = True
    elif region is Region.INTERESTS:
        for name in names:
            name.wished = True
    elif posting:
        required = region is Region.REQUIRED
        for name in names:
            name.required = required


def _keep_longest(hits: Sequence[CueHit], found: Sequence[Found], starts: Sequence[int]) -> Iterator[CueHit]:
    """The cues that are not inside a longer cue or a name."""
    past = -1
    for hit in sorted(hits, key=_by_place):
        start, end, cues = hit
        if start < past:
            continue
        index = bisect_right(starts, start) - 1
        if index >= 0 and start < found[index].end:
            if start == starts[index]:
                _read_own_level(found[index], cues)
            continue
        past = end
        yield hit


def _by_place(hit: CueHit) -> tuple[int, int]:
    return hit[0], -hit[1]


def _read_own_level(name: Found, cues: Iterable[Cue]) -> None:
    """A level that belongs to the name as written: `advanced SQL`."""
    for cue in cues:
        if cue.sense is Sense.LEVEL:
            name.level = cue.level


def _reach(text: str, found: Sequence[Found], starts: Sequence[int], start: int, end: int, cue: Cue) -> list[int]:
    """The names that the cue speaks of: ahead of it, or else behind it; first behind where that is its main way.

    A label speaks of what follows it, never of the line before.
    """
    if cue.behind <= cue.ahead:
        return reach_ahead(text, found, starts, end, cue.ahead) or reach_behind(text, found, starts, start, cue.behind)
    if text.startswith(":", end):
        return reach_ahead(text, found, starts, end, cue.ahead)
    return reach_behind(text, found, starts, start, cue.behind) or reach_ahead(text, found, starts, end, cue.ahead)


def _deny(text: str, found: Sequence[Found], starts: Sequence[int], start: int, end: int, cue: Cue) -> bool:
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():  # no-shows
        return False
    reached = _reach(text, found, starts, start, end, cue) if cue.many else _take_behind(text, found, starts, start)
    for index in reached:
        found[index].negated = True
    return bool(reached)


def _wish(text: str, found: Sequence[Found], starts: Sequence[int], start: int, end: int, cue: Cue) -> bool:
    reached = _reach(text, found, starts, start, end, cue)
    for index in reached:
        found[index].wished = True
    return bool(reached)


def _set_level(text: str, found: Sequence[Found], starts: Sequence[int], start: int, end: int, cue: Cue) -> bool:
    """A later cue is nearer than an earlier one, and wins. `Python (expert)` speaks back, `Expert: Python` on."""
    reached = _take_behind(text, found, starts, start) if cue.behind else []
    if not reached and (cue.many or _opens_phrase(text, start)):
        if cue.many or text[end : end + 2].lstrip()[:1] in (":", "("):
            reached = reach_ahead(text, found, starts, end, cue.ahead)
        else:
            reached = next_ahead(text, starts, end, cue.ahead)
    if not reached and cue.behind:
        reached = next_behind(text, found, starts, start, cue.behind)
    for index in _drop_asides(text, found, reached) if cue.level is not Level.AWARENESS else reached:
        found[index].level = cue.level
    return bool(reached)


def _opens_phrase(text: str, place: int) -> bool:
    """Whether an adjective stands where a person's level is given: not in `join advanced AI teams`."""
    before = text_before(text, place, 6).rstrip(" \t").casefold()
    if before.endswith("\n"):
        return text[place].isupper() or before.endswith("\n\n")
    return (
        not before
        or before[-1] in ".!?:;,(/\n•·▪●–-*"
        or before.endswith(("and", "with", "have", "has", "some", "plus"))
    )


def _set_years(text: str, found: Sequence[Found], starts: Sequence[int], start: int, end: int, cue: Cue) -> bool:
    amount = _AMOUNT_BACKWARDS.match(text_before(text, start, _AMOUNT_REACH)[::-1])
    if not amount:
        return False
    place, unit = start - amount.end(), text[start:end].casefold()
    said, less = amount[1][::-1].casefold(), amount[2] and not text_before(text, place, 4).casefold().endswith(_NO)
    number = _NUMBERS.get(said) or float(said.replace(",", "."))
    years = 0.0 if less else number / 12 if unit.startswith(_MONTHS) else number
    if years > _LONGEST_CAREER or (unit.startswith("of ") and not _YEARS_BEFORE.search(text_before(text, place, 80))):
        return False
    if _EACH.match(text, end):
        reached = reach_behind(text, found, starts, place, cue.behind)
    else:
        reached = _take_behind(text, found, starts, place, bool(_CLOSED.match(text, end)))
    if not reached and _FOR.search(text, place - _AMOUNT_REACH, place):
        reached = next_behind(text, found, starts, place, cue.behind)
    if not reached:
        reached = reach_ahead(text, found, starts, end, cue.ahead)
        reached = _drop_asides(text, found, reached) if len(reached) == 2 else reached
    if not reached:
        reached = next_behind(text, found, starts, place, cue.behind)
    for index in (*_drop_unlike(text, found, reached), *_find_means(text, found, starts, reached, cue)):
        if found[index].years is None and not found[index].term.soft:
            found[index].years = round(years, 1)
    return bool(reached)


def _find_means(
    text: str, found: Sequence[Found], starts: Sequence[int], reached: Sequence[int], cue: Cue
) -> list[int]:
    """The tools in which the one field that was `reached` was done: their years are those of the field."""
    if len(reached) != 1 or found[reached[0]].term.tool_like or not _WITH.match(text, found[reached[0]].end):
        return []
    means = reach_ahead(text, found, starts, found[reached[0]].end, cue.ahead)
    return _drop_unlike(text, found, means) if means and found[means[0]].term.tool_like else []


def _drop_unlike(text: str, found: Sequence[Found], reached: Sequence[int]) -> list[int]:
    """The first name, and those of its list that are of its kind and say nothing of their own: not `German` in `3 years
    of SAP, German (C1)`."""
    kept: list[int] = []
    for index in reached:
        name = found[index]
        if kept and (
            name.term.tool_like is not found[kept[0]].term.tool_like
            or _OWN_WORTH.match(text, name.end)
            or _COUNTED.search(text, found[kept[-1]].end, name.start)
        ):
            break
        kept.append(index)
    return kept


def _take_behind(
    text: str, found: Sequence[Found], starts: Sequence[int], place: int, closed: bool = False
) -> list[int]:
    """The name that `place` annotates, as in `SQL (3`, `SQL: 3`, `SQL - experience - 3`, or `SQL, 3` where nothing
    more is said."""
    index = bisect_right(starts, place) - 1
    if index < 0:
        return []
    end = found[index].end
    annotated = _ANNOTATION.fullmatch(text, end, place) or (closed and _LISTED.fullmatch(text, end, place))
    return [index] if annotated else []


def _drop_asides(text: str, found: Sequence[Found], reached: Sequence[int]) -> list[int]:
    """Without the names in a bracket right behind another name: `Python (pandas, NumPy) and SQL`."""
    if len(reached) < 2:
        return list(reached)
    kept: list[int] = []
    aside = False
    for order, index in enumerate(reached):
        if order:
            gap = text[found[index - 1].end : found[index].start]
            aside = (aside and ")" not in gap) or opens_aside(gap)
        if not aside:
            kept.append(index)
    return kept


def _require(text: str, found: Sequence[Found], starts: Sequence[int], start: int, end: int, cue: Cue) -> bool:
    """In brackets at its end a preference holds for the whole line; a bracket behind it gives examples."""
    required = cue.sense is Sense.REQUIRED
    if not required and text[start - 1 : start] in ("(", "["):
        line = text.rfind("\n", 0, start) + 1
        reached = list(range(bisect_left(starts, line), bisect_left(starts, start)))
    else:
        reached = _reach(text, found, starts, start, end, cue)
        if cue.behind and opens_aside(text[end : end + 2]):
            reached += reach_ahead(text, found, starts, end, _TOUCHING)
    for index in reached:
        if found[index].required is not False or not required:
            found[index].required = required
    return bool(reached)


def _pass_over(*_: object) -> bool:
    return True


_Speak = Callable[[str, Sequence[Found], Sequence[int], int, int, Cue], bool]
_APPLY: dict[Sense, _Speak] = {
    Sense.NEUTRAL: _pass_over,
    Sense.DENIED: _deny,
    Sense.WISHED: _wish,
    Sense.LEVEL: _set_level,
    Sense.YEARS: _set_years,
}
_APPLY_TO_POSTING = {**_APPLY, Sense.REQUIRED: _require, Sense.PREFERRED: _require}
