"""What makes any name not count: a link, an employer, a company or school, a job title, two items of a column."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from headway.skills.found import Found, text_before, without
from headway.skills.lexicon import Mark

_WORD_AFTER = re.compile(r"[ -]\w+")
_AT_BEFORE = re.compile(
    r"(?<!proficient )(?<!expert )(?<!adept )(?<!skilled )(?<!good )(?:\b(?:at|joined)|@)\s$", re.IGNORECASE
)
_AT_ENDS = ("at", "joined", "@", "At", "Joined", "AT", "JOINED")
_LONGEST_HOUSE = 80
_ITEM = r"[^\W\d][\w&/-]*(?: [^\W\d][\w&/-]*)?"
_AMONG = re.compile(
    r"\b(?:with|across|from|between|alongside|by) (?:the |our |other )?"
    rf"(?P<list>(?:{_ITEM}, ){{0,4}}{_ITEM},? (?:and|or|&) {_ITEM})$",
    re.IGNORECASE,
)
_LONGEST_AMONG = 100
_LABELLED = re.compile(
    r"[ \t•*-]*(?:company|employer|client|customer|organi[sz]ation|firm)(?: name)?[ \t]{0,2}[-:–].{0,60}",
    re.IGNORECASE,
)
_TITLES = tuple(
    """
    engineer scientist analyst developer manager architect consultant intern researcher lead director programmer specialist
    officer head administrator associate trainee
    """.split()
)
_TITLE_BEFORE = re.compile(rf"\b(?:{'|'.join(_TITLES)})\s?[,|–—@-]\s?$", re.IGNORECASE)
_TITLE_ENDS = (",", "|", "–", "—", "@", "-")
_EMPLOYER_SIGNS = frozenset(ending[-1] for ending in (*_AT_ENDS, *_TITLE_ENDS))
_DATES_AFTER = re.compile(r"[^\n]{0,40}?\b(?:19|20)\d\d\s?(?:-|–|—|to|until)", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"(?: (?:&|and|of|[A-Z][\w’'.-]*)){0,3} (?:Inc|LLC|Ltd|Limited|GmbH|AG|AB|PLC|Corp|Corporation|Company|University|College)\b"
)
_HOUSE = re.compile(
    r"(?: (?:&|and|of|[A-Z][\w’'.-]*)){0,2} (?:Group|Labs?|Solutions|Technologies|Partners|Holdings|Institute)\b(?! [A-Z])"
)
_PROPER_WORD_BEFORE = re.compile(r"[^\s.!?:•·*-][ ,]?\s?[A-Z][\w’'-]+\s$")
_LINK = re.compile(
    r"[^\w]*(?:(?:https?|ftp)://|www\.|[\w.+-]+@[\w-]+\.|(?:[\w-]+\.)+(?:com|org|net|io|ai|dev|edu|gov|co|me|in|uk|de|fr|eu|info)(?:[/:?]|$))",
    re.IGNORECASE,
)
_LINK_MARKS = frozenset("/@.:?=&~#_-")
_PHRASE_ENDS = (". ", ".\n", ": ", ":\n")


def drop_links(text: str, names: Iterable[Found]) -> list[Found]:
    """The names that count, without those in addresses: beside each stands one of their signs (at the start of a text, at its end)."""
    marks = _LINK_MARKS
    return [n for n in names if n.rule and not ((n.before in marks or n.after in marks) and _is_in_link(text, n))]


def _is_in_link(text: str, found: Found) -> bool:
    """Whether the name is part of a web or mail address, unless it is the whole of it (`fast.ai`)."""
    place = found.start
    if text[found.end : found.end + 2] in _PHRASE_ENDS and text[place - 1] in " \n":
        return False
    start = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    start = max(start, text.rfind("\t", start, place) + 1, text.rfind("(", start, place) + 1)
    token = text[start : found.end + 60].split(None, 1)[0]
    if "." not in token and "://" not in token:
        return False
    return bool(_LINK.match(token)) and len(token.strip(".,;:)/")) > found.end - found.start


def is_employer(text: str, found: Found) -> bool:
    """Whether the name is said of a company worked for: `at Snowflake`, `Analyst, Oracle (2019 - 2022)`."""
    start = found.start
    sign = text[start - 2 : start - 1] if found.before.isspace() else found.before
    if not start or sign not in _EMPLOYER_SIGNS:
        return False
    before = text_before(text, start, 24)
    ending = before.rstrip()
    if ending.endswith(_AT_ENDS) and _AT_BEFORE.search(before):
        return True
    if not ending.endswith(_TITLE_ENDS) or not ending[:-1].rstrip().casefold().endswith(_TITLES):
        return False
    return bool(_DATES_AFTER.match(text, found.end) and _TITLE_BEFORE.search(before))


def drop_labelled(text: str, names: list[Found], labels: Iterable[Mark]) -> list[Found]:
    """`names` without those in lines that give an employer: `Company - Oak Consulting and Labs`."""
    lines = []
    for start, _, _ in labels:
        head = text.rfind("\n", 0, start) + 1
        if not text[head:start].strip(" \t•*-") and (line := _LABELLED.match(text, head)):
            lines.append(line.span())
    return [n for n in names if not any(start <= n.start < end for start, end in lines)] if lines else names


def drop_departments(text: str, names: list[Found], peers: Iterable[int]) -> list[Found]:
    """`names` (by place) without fields that name departments: `answer questions from finance and logistics teams`.

    `peers` are the places of words that end such a list.
    """
    last = {name.end: name for name in names}
    lists = [
        (among.start("list"), place)
        for place in peers
        if place in last
        and not last[place].term.tool_like
        and (among := _AMONG.search(text, place - _LONGEST_AMONG, place))
    ]
    if not lists:
        return names
    return [
        name
        for name in names
        if name.term.tool_like or not any(start <= name.start and name.end <= end for start, end in lists)
    ]


def drop_organisations(text: str, names: list[Found], houses: Iterable[int]) -> list[Found]:
    """`names` (by place) without parts of the name of a company or school: `Fernley Insurance Company`, `Oak Consulting
    Labs`.

    `houses` are the places of words that such a name may end with.
    """
    ends = [name.end for name in names]
    near = {
        index
        for place in houses
        for index in range(bisect_left(ends, place - _LONGEST_HOUSE), bisect_right(ends, place))
    }
    return without(names, {index for index in near if _is_organisation(text, names[index])})


def _is_organisation(text: str, found: Found) -> bool:
    if found.after != " " or not found.surface[0].isupper():
        return False
    if _LEGAL_FORM.match(text, found.end):
        return True
    return bool(_HOUSE.match(text, found.end)) and bool(_PROPER_WORD_BEFORE.search(text_before(text, found.start, 24)))


def trust_titles_less(text: str, names: Iterable[Found], jobs: Mapping[int, int]) -> None:
    """Mark the names that qualify a job: `machine learning engineer`; `jobs` are the ends of such words by start."""
    for name in names:
        if name.end in jobs and (word := _WORD_AFTER.match(text, name.end)) and word.end() == jobs[name.end]:
            name.rule, name.confidence = "job-title", min(name.confidence, 0.7)


def is_broken_over_lines(text: str, name: Found) -> bool:
    """Whether a name joins the end of one short line to the next one: two items of a column, not one name."""
    place = text.find("\n", name.start, name.end)
    return place >= 0 and place - (text.rfind("\n", 0, place) + 1) < 45


def is_initialled(text: str, found: Found) -> bool:
    """Whether a single letter is joined to the name by a hyphen: `X-ray data`, `e-banking`."""
    place = found.start
    return place > 1 and text[place - 2].isalpha() and not text[max(0, place - 3) : place - 2].isalnum()
