"""The dated entries of a section: which short lines head each of them, and where it ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from headway.profile.dates import Period, find_periods
from headway.profile.lines import is_bullet
from headway.profile.vocabulary import has_title_word, is_place, looks_like_organisation
from headway.values import Span


class Row(NamedTuple):
    """A line of the text and the place where it starts."""

    text: str
    start: int


class Entry(NamedTuple):
    """One dated thing: its head cut into parts, top line first, and the stretch of text that belongs to it."""

    parts: tuple[str, ...]
    period: Period | None
    span: Span


_CUT = re.compile(r"\s*[-–—=_*~]{3,}\s*|\s{2,}|\s+[|·•–—-]\s+|\s*[|·•]\s*|\s[–—]|[–—]\s")
_NOISE = re.compile(
    r"(?:full|part)[- ]time|contract|permanent|temporary|freelance|hybrid|remote|fixed[- ]term|vollzeit|teilzeit"
    r"|\(?(?:\d+(?:\.\d+)?\s*\+?\s*(?:yrs?|years?|mos?|months?|jahre?|monate?|ans?|mois)[\s,]*){1,2}\)?",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an and at by for from in of on or the to with de du la le les des und der die das für & y e el los".split()
)
_TWO_IN_ONE = re.compile(r",(?![^()]*\))|\s(?:at|@|bei|chez)\s")
_SHORTENED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|B\.V|S\.A|e\.V|[A-Z])\.$")
"""A full stop that ends no sentence."""
_LONGEST_HEAD = 120
"""Characters of the words beside a date beyond which the line is prose."""


def rows_of(text: str, span: Span) -> tuple[Row, ...]:
    """The lines of a part of a text, each with its place in the whole."""
    rows, place = [], span.start
    for line in span.of(text).split("\n"):
        rows.append(Row(line, place))
        place += len(line) + 1
    return tuple(rows)


def find_entries(rows: tuple[Row, ...], end: int) -> tuple[Entry, ...]:
    """The entries of a section's rows, in the order of the text; `end` is where the section ends.

    An entry is known by a date beside few words. The lines around that date join its head as long as they read
    like names and titles rather than sentences. Where no line is dated, titles followed by a description count.
    """
    dated = [i for i, row in enumerate(rows) if not is_bullet(row.text) and _edge_period(row.text)]
    if not dated:
        dated = [i for i, row in enumerate(rows) if is_bullet(row.text) and _edge_period(row.text[2:])]
    if not dated:
        return _undated(rows, end)
    dates_lead = not _bare(_rest(rows[dated[0]].text)) and not _upward(rows, dated[0], -1)
    heads: list[tuple[int, int, int]] = []
    used, below = -1, False
    for i in dated:
        if i <= used:
            continue
        first, last = _head(rows, i, used, dates_lead)
        if below and first == last and len(_bare(rows[i].text)) == 1 and _short(rows, i + 1):
            last = i + 1
        below = below or (last > i and bool(_bare(rows[i].text)))
        heads.append((first, i, last))
        used = last
    starts = [rows[first].start for first, _, _ in heads] + [end]
    return tuple(
        Entry(
            parts=tuple(part for row in rows[first : last + 1] for part in _parts(row.text)),
            period=_edge_period(rows[i].text.removeprefix("- ")),
            span=Span(start=start, end=max(start, stop)),
        )
        for (first, i, last), start, stop in zip(heads, starts, starts[1:], strict=False)
    )


def reads_like_a_name(text: str) -> bool:
    """Whether a short line is a title, a name or a place rather than a sentence."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’.&+-]*", text) if w.lower() not in _SMALL]
    if not words or len(words) > 12 or len(text) > _LONGEST_HEAD or is_bullet(text):
        return False
    if text.rstrip().endswith((".", ";")) and not _SHORTENED.search(text.rstrip()):
        return False
    capital = sum(w[0].isupper() for w in words)
    if has_title_word(text) and words[0][0].isupper() and len(words) <= 8:
        return not re.match(r"\w+(?:ed|ing)\b(?! (?:director|editor|manager))", text, re.I) or capital == len(words)
    return capital / len(words) >= 0.6 and (capital > 1 or len(words) == 1)


def _rest(text: str) -> str:
    """A row without its dates."""
    text = text.removeprefix("- ")
    for period in reversed(find_periods(text)):
        text = text[: period.begin] + "  " + text[period.stop :]
    return re.sub(r"\(\s*\)|\[\s*\]", " ", text)


def _parts(text: str) -> tuple[str, ...]:
    parts = (part.strip(" ,;:()[]*_") for part in _CUT.split(_rest(text)) if part)
    return tuple(_balance(part) for part in parts if part and not _NOISE.fullmatch(part) and re.search(r"\w", part))


def _balance(part: str) -> str:
    return part + ")" if part.count("(") > part.count(")") else part


def _bare(rest: str) -> tuple[str, ...]:
    """What a dated row says beside its date and place."""
    return tuple(part for part in _parts(rest) if not is_place(part))


def _edge_period(text: str) -> Period | None:
    """The dates of a row that reads like the head of an entry."""
    periods = find_periods(text)
    ranges = [p for p in periods if not p.single]
    rest = _rest(text).strip()
    sentence = rest.endswith(".") and len(rest.split()) > 6 and not _SHORTENED.search(rest)
    if not periods or len(rest) > _LONGEST_HEAD or sentence:
        return None
    if ranges:
        plain = rest.partition(" ")[0].islower() and not re.match(r"[\w.-]+(?:\.\w|\s{2,})", rest)
        return None if plain and len(rest.split()) > 3 else ranges[0]
    last = periods[-1]
    before, after = text[: last.begin].rstrip(" ("), text[last.stop :].strip(" ).,")
    if not after and (
        not before
        or before.endswith((",", "|", "–", "—", "-", "·", ":"))
        or re.search(r"\s{2}|\($", text[: last.begin][-3:])
    ):
        return last
    first = periods[0]
    if not text[: first.begin].strip(" (") and re.match(r"\)?\s*(?:[:|·,–—-]|\s{2})", text[first.stop :]):
        return first
    return last if not after and has_title_word(before) and len(before.split()) <= 8 else None


def _upward(rows: tuple[Row, ...], i: int, used: int) -> list[int]:
    """The lines above a date that can belong to its head, nearest first, two at most."""
    return _gather(rows, range(i - 1, max(used, -1), -1))


def _downward(rows: tuple[Row, ...], i: int) -> list[int]:
    """The lines below a date that can belong to its head, two at most."""
    return _gather(rows, range(i + 1, min(i + 4, len(rows))))


def _gather(rows: tuple[Row, ...], places: range) -> list[int]:
    """Lines from the nearest on that read like names, two at most; one empty line may come first."""
    found: list[int] = []
    for number, j in enumerate(places):
        text = rows[j].text
        if not text:
            if found or number:
                break
            continue
        if not reads_like_a_name(text) or _edge_period(text):
            break
        found.append(j)
        if len(found) == 2:
            break
    return found


def _head(rows: tuple[Row, ...], i: int, used: int, dates_lead: bool) -> tuple[int, int]:
    """The first and last line of the head whose date stands on line `i`; lines up to `used` are taken."""
    first, last = _close_head(rows, i, used, dates_lead)
    group = (
        _group_above(rows, first, used)
        if len([p for r in rows[first : last + 1] for p in _bare(r.text)]) == 1
        else None
    )
    return (first if group is None else group), last


def _short(rows: tuple[Row, ...], i: int) -> bool:
    """A line that can be a name only because its neighbours in the section are: `tidetable`."""
    text = rows[i].text if i < len(rows) else ""
    return (
        bool(text)
        and not is_bullet(text)
        and len(text.split()) <= 5
        and not text.endswith((".", ":"))
        and not _edge_period(text)
    )


def _group_above(rows: tuple[Row, ...], first: int, used: int) -> int | None:
    """A name that stands alone above a title: the organisation over several positions."""
    for j in range(first - 1, max(used, first - 3), -1):
        if rows[j].text:
            lonely = j == 0 or j - 1 == used or not reads_like_a_name(rows[j - 1].text)
            name = reads_like_a_name(rows[j].text) and not has_title_word(rows[j].text)
            return j if lonely and name and j < first - 1 and not _edge_period(rows[j].text) else None
    return None


def _close_head(rows: tuple[Row, ...], i: int, used: int, dates_lead: bool) -> tuple[int, int]:  # noqa: PLR0911
    beside = _bare(rows[i].text)
    if is_bullet(rows[i].text):
        return i, i
    titled = any(has_title_word(part) for part in beside)
    complete = titled and (len(beside) > 1 or bool(_TWO_IN_ONE.search(beside[0])))
    if complete:
        return i, i
    above = [] if dates_lead and not beside else _upward(rows, i, used)
    if beside:
        near = above[:1] if above and (above[0] == i - 1 or not titled) else []
        if near and (
            not titled or not has_title_word(rows[near[0]].text) or looks_like_organisation(rows[near[0]].text)
        ):
            return near[0], i
        below = [j for j in _downward(rows, i)[:1] if j == i + 1 or not titled]
        if below and not (titled and has_title_word(rows[below[0]].text)):
            return i, below[0]
        return i, i
    if above:
        return above[-1], i
    below = _downward(rows, i)
    return i, below[-1] if below else i


def _undated(rows: tuple[Row, ...], end: int) -> tuple[Entry, ...]:
    """Titles without dates: short lines that name a job and have a description below them."""
    heads = []
    for i, row in enumerate(rows):
        text = row.text
        if not text or is_bullet(text) or not has_title_word(text) or not reads_like_a_name(text):
            continue
        below = next((r.text for r in rows[i + 1 : i + 4] if r.text and not reads_like_a_name(r.text)), None)
        if below and (i == 0 or not rows[i - 1].text or is_bullet(rows[i - 1].text) or i == 1):
            heads.append(i)
    starts = [rows[i].start for i in heads] + [end]
    return tuple(
        Entry(_parts(rows[i].text), None, Span(start=start, end=max(start, stop)))
        for i, start, stop in zip(heads, starts, starts[1:], strict=False)
    )
