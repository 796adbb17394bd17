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
_SEASON = r"(?:spring|summer|autumn|fall|winter|early|mid|late|frühjahr|sommer|herbst|été|automne|hiver|verano|otoño)"

_FORMS = (
    rf"{_DAY}(?:st|nd|rd|th|\.)?\s+{_MONTH},?\s*{_YEAR}",
    rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,\s*{_YEAR}",
    rf"{_MONTH},?(?:\s+de|\s+of)?[\s/-]{{0,3}}{_YEAR}",
    rf"{_MONTH}\s{{0,3}}['’]{_SHORT}",
    rf"{_MONTH}[-/]{_SHORT}",
    rf"{_SEASON}[\s-]+{_YEAR}",
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
_EDGE, _STOP = r"(?<![\w/.,$€£#+-])", r"(?![\w%]|[/.,-]\d)"
_NOW = (
    r"(?:present(?:\s+day)?|now|today|current(?:ly)?|on-?going|to\s+date|date|heute|jetzt|aktuell|laufend"
    r"|présent|present|aujourd['’]hui|ce\s+jour|actuel(?:lement)?|actualidad|la\s+fecha|presente|actual(?:mente)?|hoy|oggi|heden)"
)
_TO = (
    r"\s{0,3}(?:[-‐‑‒–—―−~→]{1,3}|to|until|till|til|through|thru|bis|à|au|jusqu['’]à|hasta|al?|até|tot|fino\s+a)\s{0,3}"
)
_SINCE = r"(?:since|seit|depuis|desde|dal|sinds|ab)\s+"
_FROM = r"(?:from|starting|von|de|du)\s+"
_UNTIL = r"(?:until|till|bis|jusqu['’]en|hasta|fino\s+al)\s+"
_DATE = "|".join(_FORMS)

_PERIOD = re.compile(
    _EDGE
    + "(?:"
    + "|".join(
        (
            rf"(?:{_SINCE}|{_FROM})?(?P<start>{_DATE}|{_LOOSE}){_TO}(?:(?P<now>{_NOW})|(?P<end>{_DATE}|{_LOOSE}))",
            rf"{_SINCE}(?P<first>{_DATE})",
            rf"{_FROM}(?P<opening>{_DATE})",
            rf"{_UNTIL}(?P<until>{_DATE})",
            rf"(?P<year>{_YEAR})\s?(?P<dash>[–—/-])\s?(?P<short>{_SHORT})",
            rf"(?P<month>{_MONTH}){_TO}(?P<last>{_DATE})",
            rf"(?P<lasting>{_DATE})\s{{0,3}}[-–—](?=\s*[)\]]?\s*$)",
            rf"(?P<one>{_DATE})",
        )
    )
    + ")"
    + _STOP,
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(_YEAR)
_ANY_MONTH = re.compile(rf"(?<![^\W\d_]){_MONTH}", re.IGNORECASE)
LONGEST = 300
"""Characters of a line beyond which it is prose, not a line of dates."""


def parse_month(text: str) -> Month | None:
    """The month that one date names: `Mar 2021`, `03/2021`, `2021-03-15`, `’21`; a bare year where no more is said.

    A date such as 04/05/2021, which two countries read differently, gives its year alone.
    """
    text = text.strip().strip(".")
    year = _ANY_YEAR.search(text)
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


def find_periods(line: str) -> tuple[Period, ...]:
    """Every date and pair of dates in a line, from left to right; none in a line longer than `LONGEST`."""
    if len(line) > LONGEST:
        return ()
    return tuple(period for match in _PERIOD.finditer(line) if (period := _period(match)))


def show_period(start: Month | None, end: Month | None, current: bool) -> str:
    """A period in one plain style: `2021-03 to now`, `2019 to 2021`, `since 2020`, `until 2019`."""
    if start and (end or current):
        return f"{start} to {'now' if current else end}" if current or start != end else str(start)
    if start:
        return f"from {start}"
    return f"until {end}" if end else ""


def _century(short: int) -> int:
    """Two-digit years: nobody who reads this started work before 1960."""
    return 1900 + short if short >= 60 else 2000 + short


def _period(match: re.Match[str]) -> Period | None:
    part = match.groupdict()
    begin, stop = match.span()
    if part["first"] or part["lasting"]:
        start = parse_month(part["first"] or part["lasting"])
        return Period(start, None, True, begin, stop) if start else None
    if part["opening"]:
        start = parse_month(part["opening"])
        return Period(start, None, False, begin, stop) if start else None
    if part["until"]:
        end = parse_month(part["until"])
        return Period(None, end, False, begin, stop) if end else None
    if part["one"]:
        day = parse_month(part["one"])
        return Period(day, day, False, begin, stop, single=True) if day else None
    if part["year"]:
        return _short_range(int(part["year"]), part["dash"], int(part["short"]), begin, stop)
    if part["month"]:
        end = parse_month(part["last"])
        begun = _MONTHS[part["month"].rstrip(".").lower()]
        year = end.year - 1 if end and end.month and begun > end.month else end.year if end else 0
        return Period(Month(year=year, month=begun), end, False, begin, stop) if end else None
    start = parse_month(part["start"])
    end = parse_month(part["end"]) if part["end"] else None
    if not start or not (end or part["now"]):
        return None
    return Period(start, end, bool(part["now"]), begin, stop)


def _short_range(year: int, dash: str, short: int, begin: int, stop: int) -> Period:
    """`2019–21` is two years; `2019-07` and `2019/07` are a month."""
    if dash in "-/" and 1 <= short <= 12:
        day = Month(year=year, month=short)
        return Period(day, day, False, begin, stop, single=True)
    end = year // 100 * 100 + short
    return Period(Month(year=year), Month(year=end if end >= year else end + 100), False, begin, stop)
