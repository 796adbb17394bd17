"""Dates as résumés write them: partial, in several languages, and mostly in pairs."""

from __future__ import annotations

import re
from typing import NamedTuple

from headway.values import Month


class Period(NamedTuple):
    """A stretch of time found in a line. A single date is both `start` and `end`; `begin:stop` is its place."""

    start: Month | None
    end: Month | None
    current: bool
    begin: int
    stop: int
    single: bool = False


_NAMES = (
    "january jan januar jän jänner januari janvier janv enero ene janeiro gennaio genn gen",
    "february feb februar februari février fevrier févr fév febrero fevereiro fev febbraio febr",
    "march mar märz maerz mär mrz maart mrt mars marzo março",
    "april apr avril avr abril abr aprile",
    "may mai mei mayo maio maggio mag",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug augustus août aout agosto ago",
    "september sep sept septembre septiembre setembro settembre sett set",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?![^\W\d_])\.?"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_SHORT = r"\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER = r"(?:1[0-2]|0?[1-9])"
_SEASON = r"(?:spring|summer|autumn|fall|winter|early|mid|late|frühjahr|sommer|herbst|été|automne|hiver|verano|otoño|frühling|printemps|primavera|invierno)"
_PART_OF_YEAR = r"(?:Q[1-4]|T[1-4]|[1-4]\s?Q|[1-4](?:\.|st|nd|rd|th)\s(?:quartal|quarter)|H[12])"
"""A quarter or a half."""

_FORMS = (
    rf"{_DAY}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?{_MONTH},?(?:\s+de)?\s*{_YEAR}",
    rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,\s*{_YEAR}",
    rf"{_MONTH},?(?:\s+de|\s+of)?[\s/-]{{0,3}}{_YEAR}",
    rf"{_MONTH}\s{{0,3}}['’]{_SHORT}",
    rf"{_MONTH}[-/]{_SHORT}",
    rf"{_SEASON}[\s-]+{_YEAR}(?:/\d\d)?",
    rf"{_PART_OF_YEAR}[\s/-]{{0,2}}{_YEAR}",
    rf"{_YEAR}[\s/-]{{0,2}}(?:Q[1-4]|H[12])",
    rf"{_YEAR}\s{{0,2}}{_MONTH}",
    rf"{_YEAR}-{_NUMBER}-{_DAY}",
    rf"{_YEAR}[./-](?:0[1-9]|1[0-2])",
    rf"{_DAY}[./]{_NUMBER}[./]{_YEAR}",
    rf"{_NUMBER}[./]{_DAY}[./]{_YEAR}",
    rf"{_NUMBER}\s?[./-]\s?{_YEAR}",
    _YEAR,
)
_LOOSE = rf"{_NUMBER}[./]{_SHORT}|{_MONTH}\s{_SHORT}|['’]{_SHORT}"
"""Forms that only a second date beside them makes into dates: 06/18, Mar 18, ’18."""
_NOW = (
    r"(?:present(?:\s+day)?|now|today|current(?:ly)?|on-?going|to\s+date|date|heute|jetzt|aktuell|laufend|présent"
    r"|aujourd['’]hui|ce\s+jour|actuel(?:lement)?|(?:la\s+)?actualidad|la\s+fecha|presente|actual(?:mente)?|hoy|oggi|heden)"
)
_TO = (
    r"\s{0,3}(?:[-‐‑‒–—―−~→]{1,3}|to|until|till|til|through|thru|bis|à|au"
    r"|jusqu['’](?:à|en)|hasta|al?|até|tot|fino\s+a)\s{0,3}"
)
_TOKEN = re.compile(
    rf"(?<!\w)(?:(?P<date>{'|'.join(_FORMS)})|(?P<loose>{_LOOSE})|(?P<month>{_MONTH}))(?!\w)", re.IGNORECASE
)
_BETWEEN = re.compile(_TO, re.IGNORECASE)
_TO_NOW = re.compile(rf"{_TO}{_NOW}(?!\w)", re.IGNORECASE)
_TO_SHORT = re.compile(r"\s?[–—/-]\s?(\d\d)(?!\w)")
_TO_END = re.compile(r"\s{0,3}[-–—](?=\s*[)\]]?\s*$)|[-–—](?=(?:\t| {2})\s*\S)")
"""An end that is left open: `(2021 -)`, and `2021–` in a column of its own."""
_BEFORE = re.compile(
    r"(?:(?P<between>between|zwischen|entre)|(?P<since>since|as of|seit|depuis|desde|dal|sinds|ab)|(?P<opening>from|starting|von|de|du)"
    r"|(?P<until>until|till|bis|jusqu['’]en|hasta|fino\s+al))\s+$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|und|et|y)\s", re.IGNORECASE)
_QUARTER, _HALF = re.compile(r"[QT]\s?([1-4])|([1-4])\s?(?:Q|\.|st|nd|rd|th)", re.I), re.compile(r"H([12])", re.I)
_LOOSE_EDGE, _LOOSE_STOP = re.compile(r"[\w/.,$€£#+-]$"), re.compile(r"[\w%]|[/.,-]\d")
_ANY_YEAR = re.compile(_YEAR)
_ANY_MONTH = re.compile(rf"(?<![^\W\d_]){_MONTH}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
LONGEST = 300
"""Characters of a line beyond which it is prose, not a line of dates."""


def parse_month(text: str) -> Month | None:
    """The month that one date names: `Mar 2021`, `03/2021`, `2021-03-15`, `’21`; a bare year where no more is said.

    A date such as 04/05/2021, which two countries read differently, gives its year alone.
    """
    text = text.strip().strip(".")
    year = _ANY_YEAR.search(text)
    part = _months_of_part(text)
    if year and part:
        return Month(year=int(year[0]), month=part[0])
    named = _ANY_MONTH.search(text)
    if named:
        month = _MONTHS[named[0].rstrip(".").lower()]
        short = None if year else re.search(r"(\d\d)$", text)
        if year or short:
            return Month(year=int(year[0]) if year else _century(int(short[1])), month=month)  # type: ignore[index]
        return None
    if not year:
        short = re.fullmatch(rf"(?:({_NUMBER})[./]|['’])({_SHORT})", text)
        return Month(year=_century(int(short[2])), month=int(short[1]) if short[1] else None) if short else None
    numbers = [int(part) for part in re.findall(r"\d+", text[: year.start()] + " " + text[year.end() :])]
    if len(numbers) == 2 and year.start() > 0:
        first, second = numbers
        dotted = "." in text
        month = second if dotted or first > 12 else first if second > 12 or first == second else 0
        return Month(year=int(year[0]), month=month if 1 <= month <= 12 else None)
    month = numbers[0] if numbers else 0
    return Month(year=int(year[0]), month=month if 1 <= month <= 12 else None)


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month in any of the languages; None for another word."""
    return _MONTHS.get(name.strip().rstrip(".").lower())


def find_periods(line: str) -> tuple[Period, ...]:
    """Every date and pair of dates in a line, from left to right; none in a line longer than `LONGEST`."""
    if len(line) > LONGEST or not _DIGIT.search(line):
        return ()
    tokens = list(_TOKEN.finditer(line))
    found: list[Period] = []
    place = 0
    while place < len(tokens):
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        period, used = _read(line, tokens[place], after)
        if period and not _LOOSE_EDGE.search(line[: period.begin]) and not _LOOSE_STOP.match(line, period.stop):
            found.append(period)
        place += used
    return tuple(found)


def ends_with_date(line: str) -> bool:
    """Whether a line ends with a date, as the head of an entry does."""
    periods = find_periods(line[-60:])
    return bool(periods) and not line[-60:][periods[-1].stop :].strip(" ).]")


def show_period(start: Month | None, end: Month | None, current: bool) -> str:
    """A period in one plain style: `2021-03 to now`, `2019 to 2021`, `since 2020`, `until 2019`."""
    if start and (end or current):
        return f"{start} to {'now' if current else end}" if current or start != end else str(start)
    if start:
        return f"from {start}"
    return f"until {end}" if end else ""


def _months_of_part(text: str) -> tuple[int, int] | None:
    """The first and the last month of `Q3 2020`, `3rd quarter 2020`, `H1 2020`."""
    if not re.match(rf"{_PART_OF_YEAR}(?![^\W\d_])|.*(?:Q[1-4]|H[12])$", text, re.IGNORECASE):
        return None
    half, quarter = _HALF.search(text), _QUARTER.search(text)
    if half:
        return (1, 6) if half[1] == "1" else (7, 12)
    number = int(quarter[1] or quarter[2]) if quarter else 0
    return (3 * number - 2, 3 * number) if number else None


def _last_month(text: str) -> Month | None:
    """The month in which a date ends: September for `Q3 2020`."""
    month, part = parse_month(text), _months_of_part(text.strip())
    return Month(year=month.year, month=part[1]) if month and part else month


def _century(short: int) -> int:
    """Two-digit years: nobody who reads this started work before 1960."""
    return 1900 + short if short >= 60 else 2000 + short


def _read(line: str, token: re.Match[str], after: re.Match[str] | None) -> tuple[Period | None, int]:  # noqa: PLR0911 - one case a line
    """The period that begins with a token, and how many tokens it takes."""
    before = _BEFORE.search(line, max(0, token.start() - 16), token.start())
    begin = before.start() if before else token.start()
    start = parse_month(token[0])
    joint = _AND if before and before["between"] else _BETWEEN
    if after and not after["month"] and joint.fullmatch(line, token.end(), after.start()):
        end = _last_month(after[0])
        if token["month"] and end:
            start = _month_before(token[0], end)
        if start and end:
            return Period(start, end, False, begin, after.end()), 2
    if start is None:
        return None, 1
    now = _TO_NOW.match(line, token.end())
    if now:
        return Period(start, None, True, begin, now.end()), 1
    if token["date"] is None:
        return None, 1
    short = _TO_SHORT.match(line, token.end()) if len(token[0]) == 4 else None
    if short:
        return _short_range(start, int(short[1]), begin, short.end()), 1
    lasting = _TO_END.match(line, token.end())
    if lasting or (before and before["since"]):
        return Period(start, None, True, begin, lasting.end() if lasting else token.end()), 1
    if before and before["until"]:
        return Period(None, start, False, begin, token.end()), 1
    if before and before["opening"]:
        return Period(start, None, False, begin, token.end()), 1
    return Period(start, start, False, begin, token.end(), single=True), 1


def _month_before(name: str, end: Month) -> Month:
    """`Nov – Feb 2020` begins in 2019."""
    month = _MONTHS[name.rstrip(".").lower()]
    return Month(year=end.year - (end.month is not None and month > end.month), month=month)


def _short_range(start: Month, short: int, begin: int, stop: int) -> Period:
    """`2019–21` is two years; `2019/07` is a month, as the dates above already know."""
    end = start.year // 100 * 100 + short
    return Period(start, Month(year=end if end >= start.year else end + 100), False, begin, stop)
