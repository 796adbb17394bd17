"""The names and cues to look for, compiled once from the catalog into one automaton."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick

from headway.catalog.kinds import SkillKind
from headway.skills.cues import STRUCTURE, Cue, Sense, list_cues
from headway.skills.fold import Folded, flatten
from headway.skills.forms import TOOL_LIKE, fold_name, spell
from headway.skills.ordinary import EVERYDAY, ORDINARY

if TYPE_CHECKING:
    from headway.catalog.model import Catalog, Skill

_EDGES = frozenset(" ,;:/()[]{}|\"'•·!?&*<>=~\u2013\u2014\u2022\u25aa\u25cf\uf0b7")
_LEADS = _EDGES | set(".%+©®™“”‘„«»›‹…→➜✓✔■□▶►◆★☆")
"""What may stand before a single letter that is a name."""


_START = 6
"""Letters by which patterns are chosen for a text."""


class Trust(Enum):
    """How much a name says by itself."""

    PLAIN = auto()
    WEAK = auto()
    """Also an ordinary word when written small, or a short acronym: then it needs support."""
    AMBIGUOUS = auto()
    """Counts in its exact case only, and with support."""
    EVERYDAY = auto()
    """A phrase of everyday business: it counts with support, however it is written."""
    OTHER = auto()
    """Something else that contains a skill's name (`go live`): recognised to be passed over."""


PLAIN, WEAK, AMBIGUOUS, OTHER = Trust.PLAIN, Trust.WEAK, Trust.AMBIGUOUS, Trust.OTHER
"""For what runs name by name: through their enum members are reached in six times the time (until Python 3.12)."""


class Term(NamedTuple):
    """What one folded form stands for."""

    skill: str
    trust: Trust
    tool_like: bool
    soft: bool
    word: bool = False
    """Whether the form is also a word of ordinary English."""
    exact: tuple[str, ...] = ()
    """The spellings in which an ambiguous form counts."""
    cues: tuple[str, ...] = ()
    """Words near by that speak for an ambiguous form, folded."""
    written: str = ""
    """The name or alias as the catalog writes it."""
    own: bool = False
    """Whether it is the skill's name, not an alias."""


class Lexicon(NamedTuple):
    """An automaton over flattened forms, each found only where it may stand alone: first those of skills, then cues,
    and last cues that may start inside a word (`don't`)."""

    automaton: AhoCorasick
    forms: Mapping[str, Term]
    """What every folded form stands for, also one that is not looked for."""
    terms: Mapping[int, Term]
    """The same by the number of the pattern."""
    names: int
    """The patterns that are forms."""
    cues: tuple[tuple[tuple[Cue, ...], tuple[Cue, ...]], ...]
    """Of each phrase what it says of names, and what it says of the text."""
    hanging: int
    """The first pattern that may start inside a word."""
    phrases: Sequence[str]
    """The patterns as they are folded."""
    signed: bytes
    """Of each pattern whether it holds more than letters, so that it has to be read again where it was found."""


def build_lexicon(catalog: Catalog) -> Lexicon:
    """Compile the names of all skills of `catalog`; milliseconds for some thousand forms."""
    forms = collect_terms(catalog.skills.values())
    return compile_terms(forms, tuple(forms), dict(enumerate(forms.values())))


def compile_terms(
    forms: Mapping[str, Term], wanted: Sequence[str], terms: Mapping[int, Term], low: str | None = None
) -> Lexicon:
    """The automaton that finds the cues and, of all `forms`, those `wanted`, which stand for `terms` one by one.

    It is ready sooner where a single folded text `low` is to be searched.
    """
    cues = list_cues()
    if low is not None:
        phrases = list(cues)
        cues = {phrases[number]: cues[phrases[number]] for number in choose(phrases, low)}
    free = [phrase for phrase, said in cues.items() if not _hangs(phrase, said)]
    phrases = [*free, *(phrase for phrase, said in cues.items() if _hangs(phrase, said))]
    phrases = [*wanted, *phrases]
    hanging = len(wanted) + len(free)
    flat = flatten("\n".join(phrases)).split("\n") if phrases else []
    patterns = [f" {form} " if number < hanging else form + " " for number, form in enumerate(flat)]
    return Lexicon(
        automaton=AhoCorasick(patterns, store_patterns=False),
        forms=forms,
        terms=terms,
        cues=tuple(_part(cues[phrase]) for phrase in phrases[len(wanted) :]),
        names=len(wanted),
        hanging=hanging,
        phrases=phrases,
        signed=bytes([" " in form for form in flat]),
    )


def choose(patterns: Iterable[str], low: str) -> list[int]:
    """The numbers of the `patterns` that may stand in the folded text `low`: all that do, and some that do not."""
    starts = {low[place : place + _START] for place in range(len(low))}
    return [
        number
        for number, pattern in enumerate(patterns)
        if (pattern[:_START] in starts if len(pattern) >= _START else pattern in low)
    ]


def _hangs(phrase: str, cues: Sequence[Cue]) -> bool:
    """Whether a phrase may start inside a word; what looks at the place again need not be exact here."""
    return phrase.startswith("n't") or all(cue.sense in STRUCTURE[3:] for cue in cues)


def _part(cues: Sequence[Cue]) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    speaking = tuple(cue for cue in cues if cue.sense not in STRUCTURE)
    return speaking, tuple(cue for cue in cues if cue.sense in STRUCTURE)


def collect_terms(skills: Iterable[Skill]) -> dict[str, Term]:
    """Folded form -> what it stands for. What is written down outranks what is derived; ambiguity outranks all."""
    known = tuple(skills)
    terms: dict[str, Term] = {}
    for skill in known:
        for form, term in _ambiguous_terms(skill):
            held = terms.get(form)
            if held is None or held.trust is Trust.OTHER:
                terms[form] = term
    for skill in known:
        tool_like, soft = _nature(skill)
        for name in (skill.name, *skill.aliases):
            form = fold_name(name)
            if form in terms or not form:
                continue
            word = form in ORDINARY
            doubtful = word or (len(form) <= 3 and name.rstrip("s").isupper())
            trust = Trust.EVERYDAY if form in EVERYDAY else Trust.WEAK if doubtful else Trust.PLAIN
            terms[form] = Term(skill.slug, trust, tool_like, soft, word, written=name, own=name == skill.name)
    for form in tuple(terms):
        term = terms[form]
        if term.trust is Trust.AMBIGUOUS or term.trust is Trust.OTHER:
            continue
        for other in spell(form, term.tool_like, term.own):
            if other not in terms and not (
                term.written.isupper() and len(other) < len(form)
            ):  # ETCS is no plural of etc.
                terms[other] = term if other not in ORDINARY else term._replace(trust=Trust.WEAK, word=True)
    terms.pop("", None)
    for form in [form for form in terms if _names_two(form, terms)]:
        del terms[form]
    return terms


def _names_two(form: str, terms: Mapping[str, Term]) -> bool:
    """Whether a form is two names that stand for themselves: `html and css`, `supervised and unsupervised learning`."""
    one, joint, other = form.partition(" and ")
    if not joint:
        one, joint, other = form.partition(" & ")
    if not joint or not _stands_alone(other, terms):
        return False
    return _stands_alone(one, terms) or _stands_alone(f"{one} {other.rpartition(' ')[2]}", terms)


def _stands_alone(form: str, terms: Mapping[str, Term]) -> bool:
    return form in terms and terms[form].trust in (Trust.PLAIN, Trust.WEAK)


def _ambiguous_terms(skill: Skill) -> Iterator[tuple[str, Term]]:
    given = skill.ambiguous
    if given is None:
        return
    forms: dict[str, list[str]] = {}
    for form in given.forms:
        forms.setdefault(fold_name(form), []).append(form)
    cues = tuple(map(fold_name, given.cues))
    for form, exact in forms.items():
        written = next((spelling for spelling in exact if spelling in skill.name), exact[0])
        yield (
            form,
            Term(
                skill.slug,
                Trust.AMBIGUOUS,
                *_nature(skill),
                form in ORDINARY,
                tuple(sorted(set(exact))),
                cues,
                written,
            ),
        )
    for phrase in given.never:
        yield fold_name(phrase), Term(skill.slug, Trust.OTHER, *_nature(skill))


def _nature(skill: Skill) -> tuple[bool, bool]:
    return skill.kind in TOOL_LIKE, skill.kind is SkillKind.SOFT


Hit = tuple[int, int, Term]
"""A form found standing alone: start, end, in code points of the given text, and what it stands for."""
CueHit = tuple[int, int, tuple[Cue, ...]]
"""The same of a phrase that says something of names."""
Mark = tuple[int, int, Cue]
"""The same of a phrase that says something of the text."""


class Seen(NamedTuple):
    """What `search` finds, each by the place of its end, overlapping ones included."""

    hits: list[Hit]
    guards: list[Hit]
    """What contains the name of a skill and is something else."""
    cues: list[CueHit]
    marks: Mapping[Sense, Sequence[Mark]]
    """By their sense, those of `STRUCTURE`."""


_VERSION = re.compile(r"\d{1,2}(?:\.\d+)*(?![\w+#])")


def search(folded: Folded, lexicon: Lexicon) -> Seen:
    """Every form and phrase of `lexicon` in a text that stands alone."""
    low, starts, shifts = folded
    terms, cues, hanging, signed = lexicon.terms, lexicon.cues, lexicon.hanging, lexicon.signed
    count = lexicon.names
    hits: list[Hit] = []
    guards: list[Hit] = []
    cue_hits: list[CueHit] = []
    marks: defaultdict[Sense, list[Mark]] = defaultdict(list)
    edges = _EDGES
    flat = " " + flatten(low)  # a pattern begins with a space: it is found at the place of its form's first letter
    for index, start, end in lexicon.automaton.find_matches_as_indexes(flat, overlapping=True):
        end -= 2  # noqa: PLW2901
        if index >= hanging:
            start -= 1  # noqa: PLW2901
        if signed[index] and not low.startswith(lexicon.phrases[index], start):
            continue
        if (low[end] not in edges or low[start - 1] not in edges) and index < hanging:
            end = _extend_over_edge(low, start, end)  # noqa: PLW2901 - a glued version belongs to the name
            if not end:
                continue
        if starts:
            start += shifts[bisect_right(starts, start)]  # noqa: PLW2901
            end += shifts[bisect_right(starts, end - 1)]  # noqa: PLW2901
        if index < count:
            term = terms[index]
            (guards if term.trust is OTHER else hits).append((start, end, term))
            continue
        speaking, structure = cues[index - count]
        if speaking:
            cue_hits.append((start, end, speaking))
        for cue in structure:
            marks[cue.sense].append((start, end, cue))
    return Seen(hits, guards, cue_hits, marks)


def _extend_over_edge(low: str, start: int, end: int) -> int:
    """The end of a name that stands alone, or 0 where it is part of a longer word.

    `+ # .` belong to words (`c` is not in `c++`, `js` not in `three.js`), but a dot before a space ends a sentence.
    A version glued to a name of two letters or more goes with it (`python3`, `c++17`).
    """
    before, after = low[start - 1], low[end]
    length = end - start
    if before.isalnum() or before in "+@$" or (length == 1 and before not in _LEADS):
        return 0
    if before == "#" and low[start] != "." and low[start - 2] != " ":
        return 0
    if before == "." and length < 4 and (low[start - 2].isalpha() or low[start - 3 : start - 2].isalpha()):
        return 0
    if after.isdigit() and length > 1:
        version = _VERSION.match(low, end)
        return version.end() if version else 0
    if after.isalnum() or after == "#" or (after == "+" and not low[end + 1].isalnum()):
        return 0
    return 0 if after == "." and low[end + 1].isalnum() and low[end - 1].isalnum() else end
