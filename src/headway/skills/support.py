"""What makes a doubtful name count, one rule for each kind of ambiguity, and what makes any name not count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from headway.skills.forms import fold_name
from headway.skills.found import Found
from headway.skills.lexicon import Trust
from headway.skills.scope import joins_list

_VENDORS = tuple(
    f"{vendor}{joint}"
    for vendor in (
        "apache",
        "microsoft",
        " ms",
        "amazon",
        "aws",
        "google",
        "azure",
        "ibm",
        "oracle",
        " sap",
        "nvidia",
        "adobe",
    )
    for joint in (" ", "-")
)
_VERSION = re.compile(r"\s?v?\d+\.[\dx]+|\sv\d|(?<=\w\w)\s20\d\d\b(?!\s*[-–])")
_LANGUAGE_AFTER = re.compile(
    r"(?:[ -]based)?\s(?:programming|language|developers?|development|engineers?|code|codebase|scripts?|scripting|packages?|librar(?:y|ies)"
    r"|microservices?|backends?|services|sdk|apis?|queries|pipelines?|jobs|clusters?|dashboards?|reports?|macros?|spreadsheets?"
    r"|notebooks?|models?|skills|framework|applications?|apps|functions?|modules?|certifi\w+|shiny|studio|experience"
    r"|knowledge|expertise|proficiency)\b",
    re.IGNORECASE,
)
_FIELD_AFTER = re.compile(
    r"\s(?:experience|knowledge|background|expertise|skills?|domain|industry|sector|fundamentals|concepts|principles"
    r"|techniques|methods|methodolog(?:y|ies)|tools|principles)\b",
    re.IGNORECASE,
)
_EXPERIENCE_BEFORE = re.compile(
    r"\b(?:experienced?|proficien(?:t|cy)|skill(?:s|ed)?|expert(?:ise)?|fluen(?:t|cy)|knowledge|familiar(?:ity)?|command"
    r"|competen(?:t|ce|cy)|background|programming|program|written|writing|cod(?:e|ed|ing)|develop(?:ed|er|ment|ing)?|hands-on"
    r"|basics?|fundamentals|versed|train(?:ed|ing)|courses?|certifi\w+|implemented|built|scripts?|migrated|ported|exposure"
    r"|packages|models|pipelines|dashboards|services|reports|analys[ei]s|tools?|languages?|frameworks?|technologies)"
    r"\s(?:\w+\s)?(?:in|with|of|using|such as|like|including)\s(?:the\s)?$|\b(?:using|via|migrated to|ported to)\s$"
    r"|\blanguages?:\s?$",
    re.IGNORECASE,
)
_ANNOTATED = re.compile(
    r"\s?[:(\[|–—-]\s?(?:[^\W\d]+\s?[:–—-]\s?)?(?:(?:over|about|more than|less than)\s)?(?:\d{1,2}(?:[.,]\d)?\s?\+?\s?(?:years?|yrs?|months?)\b|(?:expert|advanced|proficient"
    r"|fluent|intermediate|competent|basics?|beginner|novice|familiar|strong|good|native|bilingual"
    r"|mother tongue|conversational|[abc][12])\b)|\sfor\s(?:\d{1,2}|two|three|four|five|six)\+?\syears\b",
    re.IGNORECASE,
)
_LEVEL_BEFORE = re.compile(
    r"\b(?:expert|advanced|proficient|fluent|intermediate|basics?|beginner|novice|familiar|native|mother tongue)\s?:\s$",
    re.IGNORECASE,
)
_PREPOSITIONS = (
    " in ",
    " with ",
    " of ",
    "sing ",
    " the ",
    " as ",
    " like ",
    "ing ",
    "earn ",
    "earned ",
    "earnt ",
    "each ",
    "via ",
    " to ",
    "es: ",
    "es:",
    "ge:",
    "ge: ",
)
_LEARNING = re.compile(r"\b(?:learn|learning|learned|learnt|studying|teach|teaching)\s$", re.IGNORECASE)
_ITEM_BEFORE = re.compile(r"(?:^|[,;:/|•·▪●*(\[\n])[ \t]*(?:[-–*•·▪●o]\s+)?$")
_ITEM_AFTER = re.compile(r"[ \t]*(?:[,;/|•·)\]\n(]|$|\.(?:\s|$))")
_NEXT_LINE = re.compile(r"[ \t]*\n[ \t]*(?:[-–*•·▪●o]\s+)?")
_JOB = re.compile(
    r"[ -](?:engineers?|scientists?|developers?|analysts?|architects?|researchers?|consultants?|specialists?|administrators?"
    r"|programmers?|leads?|managers?|interns?|trainers?|instructors?|practitioners?|masters?|evangelists?|directors?)\b",
    re.IGNORECASE,
)
_JOB_STARTS = frozenset(
    {
        "eng",
        "sci",
        "dev",
        "ana",
        "arc",
        "res",
        "con",
        "spe",
        "adm",
        "pro",
        "lea",
        "man",
        "int",
        "tra",
        "ins",
        "pra",
        "mas",
        "eva",
        "dir",
    }
)
_AT_BEFORE = re.compile(
    r"(?<!proficient )(?<!expert )(?<!adept )(?<!skilled )(?<!good )(?:\b(?:at|joined)|@)\s$", re.IGNORECASE
)
_AT_ENDS = ("at", "joined", "@", "At", "Joined", "AT", "JOINED")
_LABELS = ("company", "employer", "client", "customer", "organi", "firm")
_LABELLED = re.compile(
    r"^[ \t•*-]*(?:company|employer|client|customer|organi[sz]ation|firm)(?: name)?[ \t]{0,2}[-:–].{0,60}",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:engineer|scientist|analyst|developer|manager|architect|consultant|intern|researcher|lead|director|programmer"
    r"|specialist|officer|head|administrator|associate|trainee)\s?[,|–—@-]\s?$",
    re.IGNORECASE,
)
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
_CLOSERS = frozenset(",;)/|.")
_NEAR = 80
_ENOUGH_LISTED = 3
"""Doubtful names in one list that no ordinary text would put together."""
_ENOUGH_OTHERS = 3
"""Other unmistakable tools in a text that make it a text about such things."""


def touches_link(text: str, found: Found) -> bool:
    """Whether a sign of addresses stands beside the name (at the start of a text, at its end)."""
    return text[found.start - 1] in _LINK_MARKS or text[found.end : found.end + 1] in _LINK_MARKS


def is_in_link(text: str, found: Found) -> bool:
    """Whether the name is part of a web or mail address, unless it is the whole of it (`fast.ai`)."""
    start = max(text.rfind(mark, 0, found.start) for mark in " \n\t(") + 1
    token = text[start : found.end + 60].split(None, 1)[0]
    return bool(_LINK.match(token)) and len(token.strip(".,;:)/")) > found.end - found.start


def is_employer(text: str, found: Found) -> bool:
    """Whether the name is said of a company worked for: `at Snowflake`, `Analyst, Oracle (2019 - 2022)`."""
    if text[found.start - 2 if found.start > 1 else 0 : found.start].rstrip()[-1:] not in _EMPLOYER_SIGNS:
        return False
    before = text[max(0, found.start - 24) : found.start]
    ending = before.rstrip()
    if ending.endswith(_AT_ENDS) and _AT_BEFORE.search(before):
        return True
    if not ending.endswith(_TITLE_ENDS) or not _DATES_AFTER.match(text, found.end):
        return False
    return bool(_TITLE_BEFORE.search(before))


def find_labelled(text: str, low: str) -> list[tuple[int, int]]:
    """The lines that give an employer, as (start, end): `Company - Oak Consulting and Labs`; `low` is `text` folded."""
    if not any(word in low for word in _LABELS):
        return []
    return [line.span() for line in _LABELLED.finditer(text)]


def is_organisation(text: str, found: Found) -> bool:
    """Whether the name is a part of the name of a company or school: `Fernley Insurance Company`, `Oak Consulting Labs`."""
    if not text[found.start].isupper():
        return False
    if _LEGAL_FORM.match(text, found.end):
        return True
    return bool(_HOUSE.match(text, found.end)) and bool(
        _PROPER_WORD_BEFORE.search(text[max(0, found.start - 24) : found.start])
    )


def is_in_job_title(text: str, found: Found) -> bool:
    """Whether the name qualifies a job: `machine learning engineer`."""
    return text[found.end + 1 : found.end + 4].casefold() in _JOB_STARTS and bool(_JOB.match(text, found.end))


def is_broken_over_lines(text: str, start: int, end: int) -> bool:
    """Whether a name joins the end of one short line to the next one: two items of a column, not one name."""
    place = text.find("\n", start, end)
    return place >= 0 and place - (text.rfind("\n", 0, place) + 1) < 45


def accept(text: str, found: Sequence[Found]) -> None:
    """Set rule and confidence of every name that counts; the others keep rule None."""
    waiting = []
    plain = Trust.PLAIN
    for index, name in enumerate(found):
        if name.term.trust is plain or not needs_support(text, name):
            name.rule, name.confidence = "name", 0.95
        elif not _accept_alone(text, name):
            waiting.append(index)
    if not waiting:
        return
    _accept_lists(text, found, waiting)
    for index in (*waiting, *reversed(waiting)):
        if not found[index].rule and _has_list_neighbour(text, found, index):
            found[index].rule, found[index].confidence = "list-neighbour", 0.9
    others = {name.term.skill for name in found if name.rule and not name.term.soft}
    tools = {name.term.skill for name in found if name.rule and name.term.tool_like}
    for index in waiting:
        name = found[index]
        if name.rule:
            continue
        if name.term.trust is Trust.WEAK and len(tools) >= _ENOUGH_OTHERS:
            name.rule, name.confidence = "technical-text", 0.7
        elif name.term.skill in others and is_exact(text, name) and not starts_sentence(text, name.start):
            name.rule, name.confidence = "same-text", 0.7


def _accept_lists(text: str, found: Sequence[Found], waiting: Sequence[int]) -> None:
    """Accept doubtful names that stand for one another: one list of several that could all be tools (`python, git, r`)."""
    run: list[int] = []
    for index in (*waiting, -1):
        if index >= 0 and not (found[index].term.tool_like and _may_be_listed(text, found[index])):
            continue
        joined = run and index == run[-1] + 1 and joins_list(text, found[run[-1]].end, found[index].start)
        if not joined:
            if len({found[i].term.skill for i in run}) >= _ENOUGH_LISTED:
                for i in run:
                    found[i].rule, found[i].confidence = "list-of-names", 0.75
            run = []
        run.append(index)


def _may_be_listed(text: str, name: Found) -> bool:
    return _is_item(text, name) and (name.term.trust is Trust.WEAK or is_exact(text, name))


def needs_support(text: str, found: Found) -> bool:
    """Whether the name could be an ordinary word as it stands here."""
    term = found.term
    if term.trust is Trust.PLAIN:
        return False
    if term.trust is Trust.AMBIGUOUS:
        return True
    surface = text[found.start : found.end]
    if surface.islower():
        return True
    return term.word and (len(surface) <= 3 or starts_sentence(text, found.start))


def is_exact(text: str, found: Found) -> bool:
    """Whether an ambiguous form is spelt as its skill is."""
    return text[found.start : found.end].startswith(tuple(found.term.exact))


def starts_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 4) : place].rstrip(" \t\"'(“‘")
    return not before or before[-1] in ".!?:\n•·▪●–*-"


def _accept_alone(text: str, name: Found) -> bool:
    """Accept by the words around the name, without looking at other names."""
    surface = text[name.start : name.end]
    if name.term.trust is Trust.AMBIGUOUS and not is_exact(text, name) and not (surface.isupper() and len(surface) > 1):
        return False
    for rule, confidence, speaks in _RULES:
        if speaks(text, name):
            name.rule, name.confidence = rule, confidence
            return True
    return False


def _has_vendor(text: str, name: Found) -> bool:
    return f" {text[max(0, name.start - 11) : name.start]}".casefold().endswith(_VENDORS)


def _has_version(text: str, name: Found) -> bool:
    return name.term.tool_like and not _is_closed(text, name) and bool(_VERSION.match(text, name.end))


def _is_closed(text: str, name: Found) -> bool:
    """Whether the phrase ends with the name, so that no word behind it can speak for it."""
    return text[name.end : name.end + 1] in _CLOSERS


def _has_language_word(text: str, name: Found) -> bool:
    return name.term.tool_like and not _is_closed(text, name) and bool(_LANGUAGE_AFTER.match(text, name.end))


def _has_field_word(text: str, name: Found) -> bool:
    """Whether a field or method is followed by a word that makes it one: `insurance experience`."""
    return not name.term.tool_like and not _is_closed(text, name) and bool(_FIELD_AFTER.match(text, name.end))


def _has_experience_word(text: str, name: Found) -> bool:
    if not text[max(0, name.start - 10) : name.start].endswith(_PREPOSITIONS):
        return False
    before = text[max(0, name.start - 48) : name.start]
    if _EXPERIENCE_BEFORE.search(before):
        return True
    return text[name.start].isupper() and bool(_LEARNING.search(before))


def _is_annotated(text: str, name: Found) -> bool:
    """Whether a person's years or level stand beside the name, as in `Java (3 years)`, `Expert: Go`, `French (C1)`."""
    if text[name.start : name.end].islower():
        return False
    return bool(_ANNOTATED.match(text, name.end)) or bool(
        text[name.start - 2 : name.start] == ": " and _LEVEL_BEFORE.search(text[max(0, name.start - 16) : name.start])
    )


def _has_cue_near(text: str, name: Found) -> bool:
    if not name.term.cues or text.startswith(" of ", name.end):  # a dash of Python
        return False
    before = text[max(0, name.start - _NEAR) : name.start].rpartition("\n\n")[2]
    after = text[name.end : name.end + _NEAR].partition("\n\n")[0]
    around = f" {before} \x00 {after} ".casefold().replace("-", " ").replace("\n", " ")
    return any(cue in around and _stands_in(cue, around) for cue in _fold_cues(name.term.cues))


@lru_cache(maxsize=512)
def _fold_cues(cues: tuple[str, ...]) -> tuple[str, ...]:
    """Folded when first needed: few of the catalog's ambiguous names occur in one text."""
    return tuple(map(fold_name, cues))


def _stands_in(word: str, text: str) -> bool:
    place = text.find(word)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(word) : place + len(word) + 1]
        if not (before.isalnum() or after.isalnum() or after in "+#"):
            return True
        place = text.find(word, place + 1)
    return False


def _has_list_neighbour(text: str, found: Sequence[Found], index: int) -> bool:
    """Whether the name is an item beside another hard skill that counts; spelt small, only between separators."""
    name = found[index]
    item = _is_item(text, name)
    if name.term.trust is Trust.AMBIGUOUS and not is_exact(text, name) and not item:
        return False
    for left, right in ((index - 1, index), (index, index + 1)):
        if left < 0 or right == len(found):
            continue
        other = found[left if right == index else right]
        if not other.rule or other.term.soft:
            continue
        start, end = found[left].end, found[right].start
        if joins_list(text, start, end) or (item and _NEXT_LINE.fullmatch(text, start, end) and _is_item(text, other)):
            return True
    return False


def _is_item(text: str, name: Found) -> bool:
    """Whether the name stands between separators, with nothing else."""
    before = text[max(0, name.start - 8) : name.start]
    return bool(_ITEM_BEFORE.search(before)) and bool(_ITEM_AFTER.match(text, name.end))


_RULES: tuple[tuple[str, float, Callable[[str, Found], bool]], ...] = (
    ("vendor", 0.95, _has_vendor),
    ("version", 0.95, _has_version),
    ("language-word", 0.9, _has_language_word),
    ("field-word", 0.85, _has_field_word),
    ("experience-word", 0.9, _has_experience_word),
    ("annotated", 0.85, _is_annotated),
    ("cue-near", 0.85, _has_cue_near),
)
