"""What makes a doubtful name count, one rule for each kind of ambiguity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import product

from headway.skills.against import goes_on, is_unit, starts_sentence
from headway.skills.fold import Folded
from headway.skills.found import Found, is_exact, text_before
from headway.skills.lexicon import AMBIGUOUS, PLAIN, WEAK, Term
from headway.skills.listed import accept_lists, accept_neighbours, is_item

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
_WORD_AFTER = re.compile(r"\s(\w+)")
_BASED_AFTER = re.compile(r"(?:[ -]based)?\s(\w+)", re.IGNORECASE)
_LANGUAGE_WORDS = frozenset(
    """
    programming language developer developers development engineer engineers code codebase script scripts scripting package
    packages library libraries microservice microservices backend backends services sdk api apis queries pipeline pipelines
    jobs cluster clusters dashboard dashboards report reports macro macros spreadsheet spreadsheets notebook notebooks model
    models skills framework application applications app apps function functions module modules shiny studio experience
    knowledge expertise proficiency
    """.split()
)
_FIELD_WORDS = frozenset(
    """
    experience knowledge background expertise skill skills domain industry sector fundamentals concepts principles techniques
    methods methodology methodologies tools
    """.split()
)
_EXPERIENCE_WORDS = """
    experience experienced proficient proficiency skill skills skilled expert expertise fluent fluency knowledge familiar
    familiarity command competent competence competency background programming program written writing code coded coding
    develop developed developer development developing hands-on basic basics fundamentals versed trained training course
    courses implemented built script scripts migrated ported exposure packages models pipelines dashboards services reports
    analyses analysis tool tools language languages framework frameworks technologies understanding grasp insight insights
    mastery handling confident comfortable acquainted conversant adept record years grounding foundation foundations
    principles practice notions interest teacher tutor lecturer
""".split()
_EXPERIENCE_BACKWARDS = re.compile(
    r"\s(?:eht\s)?(?:ni|htiw|fo|gnisu|sa hcus|ekil|gnidulcni)\s(?:\w+\s)?(?:"
    + "|".join(word[::-1] for word in _EXPERIENCE_WORDS)
    + r"|\w+ifitrec)\b|\s(?:gnisu|aiv|ot detargim|ot detrop)\b|\s?:s?egaugnal\b|\srof\s(?:noissap|msaisuhtne)\b"
    r"|\s(?:sraey|sry)\s?\+?\d",
    re.IGNORECASE,
)
"""`experience with the `, `certified in `, `languages: `, `3+ years ` read from their ends: what ends at a name is found
there at once."""
_BUILT_BACKWARDS = re.compile(
    r"\sni\s[^.;:!?\n]{1,48}?\b(?:nettirw|etorw|tliub|depoleved|detnemelpmi|dedoc|demmargorp|detaerc)\b", re.IGNORECASE
)
"""`wrote a bot in `, read from its end."""
_SUBJECT_BACKWARDS = re.compile(
    r"\s(?:eht\s)?(?:(?:ni|fo)\s(?:(?:dleif|sdleif) eht fo\s)?(?:\w+\s)?(?:s?eergeds?|s?'?rolehcab|s?'?retsam|amolpid|etarotcod"
    r"|seiduts|ytisrevinu|noitamrof|pihsecitnerppa)|(?:ni\s)?(?:\.?[cC]\.?[sS]\.?[bBmM]|\.?D\.?[hH]\.?P|gnE[BM])\.?)\b",
    re.IGNORECASE,
)
"""`a degree in the `, `BSc ` read from its end: behind it stands a subject."""
_SIMILAR_AFTER = re.compile(
    r"\s?[(\[]?(?:or|and)\s(?:an?\s|the\s)?(?:equivalents?|similar|comparable|likes?\b|related|other\s\w+)"
    r"(?!\s(?:fields?|degrees?|subjects?|disciplines?|areas?|qualifications?|studies)\b)",
    re.IGNORECASE,
)
_LANGUAGE_LEVEL = re.compile(r"\s[(\[]?[ABC][12]\b")
_ANNOTATED = re.compile(
    r"\s?[:(\[|–—-]\s?(?:[^\W\d]+\s?[:–—-]\s?)?(?:(?:over|about|more than|less than)\s)?(?:\d{1,2}(?:[.,]\d)?\s?\+?\s?(?:years?|yrs?|months?)\b|(?:expert|advanced|proficient"
    r"|fluent|intermediate|competent|basics?|beginner|novice|familiar|strong|good|native|bilingual"
    r"|mother tongue|conversational|[abc][12])\b)|\sfor\s(?:\d{1,2}|two|three|four|five|six)\+?\syears\b",
    re.IGNORECASE,
)
_LEVEL_LETTERS = frozenset("ABC")
_ANNOTATORS = frozenset(":([|–—-fF")
_OPENS_SIMILAR = frozenset("(oa")
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
    "aught ",
    "ears ",
    "yrs ",
    " for ",
    "Sc ",
    "Sc. ",
    "hD ",
    "Eng ",
    "each ",
    "via ",
    " to ",
    "es: ",
    "es:",
    "ge:",
    "ge: ",
)
_LEARNING = re.compile(r"\b(?:learn|learning|learned|learnt|studying|teach|teaching|taught)\s$", re.IGNORECASE)
_LEARNT = ("learn", "learning", "learned", "learnt", "studying", "teach", "teaching", "taught")
_JOINTS = frozenset(" -:")
"""Between a name and the word before it that may speak for it."""
_CLOSERS = frozenset(("", *",;)/."))
"""Behind a name where its phrase ends, so that no word behind can speak for it."""
_NEAR = 80
_ENOUGH_OTHERS = 3
"""Other unmistakable tools in a text that make it a text about such things."""


def accept(text: str, folded: Folded, found: Sequence[Found]) -> None:
    """Set rule and confidence of every doubtful name that counts; rule None for the others. `folded` is `text`."""
    waiting = []
    plain = PLAIN
    for index, name in enumerate(found):
        if name.term.trust is plain or not _needs_support(text, name):
            continue
        if not _is_written_right(name):  # spelt otherwise, it counts as an item of a list only
            if is_item(text, name):
                waiting.append(index)
        elif _accept_by_words(text, name):
            continue
        elif not is_unit(text, name):
            if _accept_by_cues(text, folded, name):
                continue
            waiting.append(index)
        name.rule = None
    accept_lists(text, found, waiting)
    accept_neighbours(text, found, waiting)
    if left := [found[index] for index in waiting if not found[index].rule]:
        _accept_by_others(text, left, [name.term for name in found if name.rule and not name.term.soft])


def _accept_by_others(text: str, left: Iterable[Found], counted: Sequence[Term]) -> None:
    """Accept those of the names `left` for which the hard skills `counted` in the text speak."""
    others = {term.skill for term in counted}
    technical = len({term.skill for term in counted if term.tool_like}) >= _ENOUGH_OTHERS
    for name in left:
        if technical and name.term.trust is WEAK:
            name.rule, name.confidence = "technical-text", 0.7
        elif name.term.skill in others and is_exact(name) and not starts_sentence(text, name.start):
            name.rule, name.confidence = "same-text", 0.7


def _needs_support(text: str, found: Found) -> bool:
    """Whether a name that is not plain could be an ordinary word as it stands here."""
    term = found.term
    if term.trust is not WEAK:
        return True
    surface = found.surface
    if surface.islower():
        return True
    return term.word and (len(surface) <= 3 or starts_sentence(text, found.start))


def _is_written_right(name: Found) -> bool:
    """Whether an ambiguous name is spelt as its skill is, or all large."""
    term, surface = name.term, name.surface
    if term.trust is not AMBIGUOUS or surface.startswith(term.exact):
        return True
    return len(surface) > 1 and surface.isupper()


def _accept_by_words(text: str, name: Found) -> bool:
    """Accept by the words right before and behind the name: none for most items of a list."""
    led = name.start > 1 and name.before in _JOINTS and (text[name.start - 2].isalpha() or text[name.start - 2] in ":.")
    for rule, confidence, speaks in _RULES[name.term.tool_like, led, name.after in _CLOSERS]:
        if speaks(text, name):
            name.rule, name.confidence = rule, confidence
            return True
    return False


def _accept_by_cues(text: str, folded: Folded, name: Found) -> bool:
    """Accept by the words of the catalog near by."""
    if not name.term.cues or goes_on(text, name) or _owns(text, name) or not _has_cue_near(text, folded, name):
        return False
    name.rule, name.confidence = "cue-near", 0.85
    return True


def _owns(text: str, name: Found) -> bool:
    """Whether the name is somebody's, as in `Kafka's letters`."""
    return text[name.end : name.end + 2] in ("'s", "’s")


def _has_vendor(text: str, name: Found) -> bool:
    start = name.start
    return text[start - 2].isalpha() and f" {text_before(text, start, 11)}".casefold().endswith(_VENDORS)


def _has_version(text: str, name: Found) -> bool:
    return bool(_VERSION.match(text, name.end))


def _has_language_word(text: str, name: Found) -> bool:
    after = _BASED_AFTER.match(text, name.end)
    if not after:
        return False
    word = after[1].casefold()
    return word in _LANGUAGE_WORDS or (word.startswith("certifi") and len(word) > 7)


def _has_field_word(text: str, name: Found) -> bool:
    """Whether a field or method is followed by a word that makes it one: `insurance experience`."""
    after = _WORD_AFTER.match(text, name.end)
    return after is not None and after[1].casefold() in _FIELD_WORDS


def _has_experience_word(text: str, name: Found) -> bool:
    start = name.start
    if not text.endswith(_PREPOSITIONS, 0, start):
        return False
    before = text_before(text, start, 64)
    backwards = before[::-1]
    if _EXPERIENCE_BACKWARDS.match(backwards):
        return True
    if name.term.tool_like:
        if _BUILT_BACKWARDS.match(backwards) and not _VERSION.match(text, name.end):
            return True
    elif _SUBJECT_BACKWARDS.match(backwards):
        return True
    return text[start].isupper() and before[:-1].casefold().endswith(_LEARNT) and bool(_LEARNING.search(before))


def _is_annotated(text: str, name: Found) -> bool:
    """Whether a person's years or level stand beside the name, as in `Java (3 years)`, `Expert: Go`, `French (C1)`."""
    start, end = name.start, name.end
    after = text[end : end + 2]
    sign = after[:1]
    if sign.isspace():
        sign = after[1:]
        if sign in _LEVEL_LETTERS and _LANGUAGE_LEVEL.match(text, end):
            return True
    labelled = text.endswith(": ", 0, start)
    if (sign not in _ANNOTATORS and not labelled) or name.surface.islower():
        return False
    return bool(_ANNOTATED.match(text, end)) or bool(labelled and _LEVEL_BEFORE.search(text_before(text, start, 16)))


def _has_similar(text: str, name: Found) -> bool:
    """Whether the name stands for things of its kind: `Express or similar`, `React (or equivalent)`."""
    return text[name.end : name.end + 2].strip()[:1] in _OPENS_SIMILAR and bool(_SIMILAR_AFTER.match(text, name.end))


def _has_cue_near(text: str, folded: Folded, name: Found) -> bool:
    """Whether a word that the catalog names for it stands in the same paragraph near by."""
    start, end = name.start, name.end
    if text.startswith(" of ", end):  # a dash of Python
        return False
    first, last = start - _NEAR if start > _NEAR else 0, end + _NEAR
    above, below = text.rfind("\n\n", first, start), text.find("\n\n", end, last)
    first, last = above + 2 if above >= 0 else first, below if below >= 0 else last
    if folded.starts:
        around = f" {text[first:start]} \x00 {text[end:last]} ".casefold().replace("-", " ").replace("\n", " ")
    else:
        around = f" {folded.text[first:start]} \x00 {folded.text[end:last]} "
    for cue in name.term.cues:  # noqa: SIM110 - half of the time of `any`
        if cue in around and _stands_in(cue, around):
            return True
    return False


def _stands_in(word: str, text: str) -> bool:
    place = text.find(word)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(word) : place + len(word) + 1]
        if not (before.isalnum() or after.isalnum() or after in "+#"):
            return True
        place = text.find(word, place + 1)
    return False


Rule = tuple[str, float, Callable[[str, Found], bool]]
_TOOL: tuple[Rule, ...] = (
    ("vendor", 0.95, _has_vendor),
    ("version", 0.95, _has_version),
    ("language-word", 0.9, _has_language_word),
    ("or-similar", 0.85, _has_similar),
    ("experience-word", 0.9, _has_experience_word),
    ("annotated", 0.85, _is_annotated),
)
_FIELD: tuple[Rule, ...] = (_TOOL[0], ("field-word", 0.85, _has_field_word), *_TOOL[3:])
_OF_WORDS_BEFORE = ("vendor", "experience-word")
_OF_WORDS_BEHIND = ("version", "language-word", "field-word", "or-similar")
_RULES = {
    (tool_like, led, closed): tuple(
        rule
        for rule in (_TOOL if tool_like else _FIELD)
        if not ((rule[0] in _OF_WORDS_BEFORE and not led) or (rule[0] in _OF_WORDS_BEHIND and closed))
    )
    for tool_like, led, closed in product((True, False), repeat=3)
}
"""Those that may accept a name, by whether it is `led` by a word and `closed` to what stands behind it."""
