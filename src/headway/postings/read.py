"""The text of a posting -> a Posting: title and role, skills asked, gates, place, pay, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from headway.catalog.model import Catalog
from headway.catalog.occupations import place_title, read_stage
from headway.postings.gates import find_gates
from headway.postings.model import Employment, GateKind, PostedGate, Posting, Requirement, Workplace
from headway.postings.pay import find_pay
from headway.postings.quotes import quote
from headway.profile.vocabulary import has_title_word, is_place
from headway.skills.fold import fold
from headway.skills.found import Found
from headway.skills.headings import Region
from headway.skills.lexicon import Lexicon, search
from headway.skills.mentions import find_names
from headway.skills.regions import Regions, find_regions
from headway.skills.scope import joins_list
from headway.skills.standing import STAGE_YEARS
from headway.values import Level, Slug, Stage

LEVEL_YEARS = ((6.0, Level.EXPERT), (2.5, Level.PRACTITIONER), (0.0, Level.WORKING))
"""Years asked of one skill -> level, by the same thresholds by which years of use in a résumé become a level."""
ASSUMED = {True: Level.WORKING, False: Level.AWARENESS, None: Level.AWARENESS}
"""Judged: the level that a posting means where it gives neither a word nor years: what is asked for is to be worked
with, what would be nice is to be known."""
_LABELLED = re.compile(
    r"^\W{0,3}(?:job )?(?:title|position|role|stelle)\s?:\W{0,4}(?P<title>[^\n*]{3,100})$", re.I | re.M
)
_HIRING = re.compile(
    r"\b(?:looking for|seeking|hiring|hire|searching for|join us as|opening for)\s(?:an?|our(?: first| next)?|another)\s(?P<title>[A-Z][\w/&+ -]{4,60})"
)
_AFTER_TITLE = re.compile(
    r"\s+(?:at|@|bei)\s+(?P<employer>[A-Z][\w&.’' -]{1,40})$|\s+[|–—]\s+(?P<rest>.+)$|\s*\((?P<aside>[^)]*)\)\s*$"
)
_EMPLOYER = re.compile(
    r"^\W{0,3}(?i:company|employer|organi[sz]ation|client)\s?:\W{0,4}(?P<one>[^\n*]{2,60})$"
    r"|^\W{0,3}About (?!us\b|you\b|the\b|this\b|our\b|your\b)(?P<two>[A-Z][\w&.’'-]*(?: [A-Z&][\w&.’'-]*){0,3})\W{0,2}$"
    r"|^(?!We\b)(?P<three>[A-Z][\w&.’'-]*(?: [A-Z&][\w&.’'-]*){0,3}) is (?:hiring|looking for|seeking)\b",
    re.M,
)
_NAMEPLATE = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|&|and|of|for)){0,4})(?:, (?P<place>[A-Z][^\d:.]{2,40}))?"
)
"""A line with nothing but a name, and maybe a town."""
_PLACE = re.compile(
    r"^\W{0,3}(?:location|place|office|based in|standort|where)s?\s?:\W{0,4}(?P<one>[^\n*]{2,80})$|\bbased in (?P<two>[A-Z][\w’'-]+(?:[ ,]+[A-Z][\w’'-]+){0,3})",
    re.I | re.M,
)
_WORKPLACES = (
    (
        Workplace.HYBRID,
        re.compile(
            r"\bhybrid\b(?! (?:cloud|search|retriev|model|approach|architecture))|\b(?:\d|one|two|three|four) days? (?:a|per|each) week (?:in|at|from) (?:the|our) office\b|\bdays in (?:the|our) office\b",
            re.I,
        ),
    ),
    (
        Workplace.ON_SITE,
        re.compile(
            r"\b(?:no|not) remote\b|\bon[- ]?site\b(?! (?:interview|visit|gym))|\bin[- ]office\b|\bin person\b", re.I
        ),
    ),
    (
        Workplace.REMOTE,
        re.compile(
            r"\b(?:fully|100\s?%) remote\b|\bremote(?:[- ]first|[- ]friendly)?\b(?! (?:sensing|control|monitor|procedure|desktop|teams?\b))|\bwork from (?:home|anywhere)\b",
            re.I,
        ),
    ),
)
_EMPLOYMENTS = (
    (Employment.FULL_TIME, re.compile(r"\bfull[- ]?time\b|\bpermanent\b|\bvollzeit\b", re.I)),
    (Employment.PART_TIME, re.compile(r"\bpart[- ]?time\b|\bteilzeit\b", re.I)),
    (
        Employment.CONTRACT,
        re.compile(
            r"\b(?:fixed[- ]term|freelance|contractor|1099)\b|\b(?:\d+|six|twelve)[- ]months? contract\b|\bcontract (?:role|position|to hire)\b|(?:type|engagement|employment)\s?:\s*contract\b",
            re.I,
        ),
    ),
    (Employment.TEMPORARY, re.compile(r"\btemporary (?:role|position|contract|post)\b|\bmaternity cover\b", re.I)),
    (Employment.INTERNSHIP, re.compile(r"\binternship\b|\bworking student\b|\bwerkstudent\b", re.I)),
)


_NO_SKILLS = (GateKind.CLEARANCE, GateKind.LICENCE, GateKind.LANGUAGE, GateKind.WORK_PERMIT)
"""Gates whose words stand for nothing else, whatever else the catalog calls by them."""


def read_posting(text: str, lexicon: Lexicon, catalog: Catalog) -> Posting:
    """What `text` states; never fails, whatever the text."""
    found = find_names(text, lexicon, posting=True)
    regions = find_regions(text, search(fold(text), lexicon).marks, ())
    title, rest = find_title(text, catalog)
    match = place_title(title, catalog) if title else None
    employer, town = find_employer(text)
    gates = find_gates(text, found, lambda place: regions.at(place) is Region.PREFERRED)
    closed = [gate.quote.span for gate in gates if gate.kind in _NO_SKILLS]
    asked = [name for name in found if not any(s.start < name.end and name.start < s.end for s in closed)]
    return Posting(
        text=text,
        title=title,
        role=match.role if match else None,
        stage=_settle_stage(title, match.stage, gates) if title and match else None,
        track=match.track if match else None,
        employer=rest or employer,
        requirements=tuple(_list_requirements(text, asked, regions, catalog)),
        gates=gates,
        place=_find_place(text) or town,
        workplace=next((kind for kind, says in _WORKPLACES if says.search(text)), None),
        employment=tuple(kind for kind, says in _EMPLOYMENTS if says.search(text)),
        pay=find_pay(text),
    )


def find_title(text: str, catalog: Catalog) -> tuple[str | None, str | None]:
    """The job title, and an employer that stands in the same line: labelled, or one of the first lines, or as hired."""
    labelled = _LABELLED.search(text)
    candidates = [labelled["title"]] if labelled else []
    for line in _first_lines(text):
        hired = _HIRING.search(line)
        if hired:
            candidates.append(hired["title"])
        elif len(line) <= 90 and has_title_word(line) and not line.endswith((".", ":")):
            candidates.append(line)
    candidates += [match["title"] for match in _HIRING.finditer(text[:3000])]
    for line in candidates:
        after = _AFTER_TITLE.search(line)
        title = line[: after.start()] if after else line
        if has_title_word(title) and (place_title(title, catalog) or line is candidates[0]):
            return title.strip(" ,"), after["employer"] if after else None
    return None, None


def _first_lines(text: str) -> list[str]:
    lines = [line.strip(" #*-–•\t\r") for line in text[:1500].split("\n")]
    return [line for line in lines if line][:6]


def find_employer(text: str) -> tuple[str | None, str | None]:
    """Who hires, where the posting says so, and the town that stands beside the name."""
    match = _EMPLOYER.search(text)
    if match:
        return next(group.strip() for group in match.groups() if group), None
    for line in _first_lines(text)[:2]:
        plate = _NAMEPLATE.fullmatch(line)
        if plate and not has_title_word(line) and not is_place(line):
            return plate["name"], plate["place"]
    return None, None


def _find_place(text: str) -> str | None:
    match = _PLACE.search(text)
    return (match["one"] or match["two"]).strip(" .*") if match else None


def _settle_stage(title: str, stage: Stage, gates: Sequence[PostedGate]) -> Stage:
    """A title without a rank takes the stage of the years asked, up to senior."""
    years = [gate.years for gate in gates if gate.kind is GateKind.YEARS and gate.required and gate.years is not None]
    if read_stage(title)[2] or not years:
        return stage
    return min(next(s for least, s in STAGE_YEARS if max(years) >= least), Stage.SENIOR)


def _list_requirements(text: str, found: Sequence[Found], regions: Regions, catalog: Catalog) -> Iterator[Requirement]:
    """One for each skill, at its strongest: asked for before preferred before only named."""
    best: dict[Slug, Requirement] = {}
    for group in _join_alternatives(text, [name for name in found if not (name.negated or name.wished)]):
        requirement = _describe(text, group, regions, catalog)
        held = best.get(requirement.skill)
        if held is None or _strength(requirement) > _strength(held):
            best[requirement.skill] = requirement
    ordered = sorted(best.values(), key=lambda r: (_ORDER[r.required], r.quote.span.start))
    taken: set[Slug] = set()
    for requirement in ordered:
        if requirement.skill not in taken or requirement.required:
            yield requirement
            taken.update(requirement.skills)


_ORDER = {True: 0, False: 1, None: 2}


def _strength(requirement: Requirement) -> tuple[int, bool, int]:
    return -_ORDER[requirement.required], requirement.rule != "assumed", requirement.level.rank


def _join_alternatives(text: str, found: Sequence[Found]) -> Iterator[list[Found]]:
    """Names that any one will do of: a list joined by `or` (`AWS, GCP or Azure`); every other name by itself."""
    run: list[Found] = []
    for name in found:
        if run and not joins_list(text, run[-1].end, name.start):
            yield from _split_run(text, run)
            run = []
        run.append(name)
    yield from _split_run(text, run)


def _split_run(text: str, run: list[Found]) -> Iterator[list[Found]]:
    gaps = [text[a.end : b.start] for a, b in pairwise(run)]
    either = any(re.search(r"\bor\b", gap) for gap in gaps) and not any(
        re.search(r"\band\b|&|;|\(|\)", gap) for gap in gaps
    )
    if either:
        yield run
    else:
        yield from ([name] for name in run)


def _describe(text: str, group: list[Found], regions: Regions, catalog: Catalog) -> Requirement:
    skills = tuple(dict.fromkeys(name.term.skill for name in group))
    asked = {name.required for name in group}
    required = True if True in asked else False if False in asked else None
    years = max((name.years for name in group if name.years is not None), default=None)
    stated = max((name.level for name in group if name.level), default=None)
    if stated:
        level, rule = stated, "stated"
    elif years is not None:
        level, rule = next(level for least, level in LEVEL_YEARS if years >= least), "years"
    else:
        level, rule = ASSUMED[required], "assumed"
    return Requirement(
        skill=skills[0],
        alternatives=skills[1:],
        name=" or ".join(catalog.skills[skill].name for skill in skills),
        required=required,
        years=years,
        level=level,
        rule=rule,
        quote=quote(text, group[0].start, group[-1].end),
    )
