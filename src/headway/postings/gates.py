"""What a posting asks beside skills: years in all, degree, clearance, licence, permit to work, languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from headway.postings.model import GateKind, PostedGate
from headway.postings.quotes import line_around, quote
from headway.profile.degrees import DEGREE_NAMES, DEGREES, Degree
from headway.skills.found import Found

Preferred = Callable[[int], bool]
"""Whether what stands at a place is only preferred, by its heading."""

_NUMERALS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_YEARS = re.compile(
    rf"\b(?P<low>\d{{1,2}}|{'|'.join(_NUMERALS)})\s?(?:\(\d+\)\s?)?(?:(?:-|–|—|to)\s?\d{{1,2}}\s?)?\+?\s?(?:or more |plus )?"
    r"years?['’]?(?:\s(?:of|in|as)\b|\s(?!old)[\w-]+){0,6}?\s(?:experience|role|position|industry|field)\b"
    r"|\bexperience\s?(?:\(|:|of)\s?(?P<other>\d{1,2})\s?\+?\s?years?\b",
    re.IGNORECASE,
)
_ANY_DEGREE = re.compile(r"\b(?:university|college|a|your)\s(?:relevant )?degree\b|\bdegree in\b", re.IGNORECASE)
"""Without a word on which, a first one is meant."""
_FIELDS = re.compile(
    r"\b(?:in|of)\s(?P<fields>(?!the\b|a\b)[A-Z a-z,/&-]{4,90}?)(?=\.|;|\n|$|\(|\bor (?:equivalent|comparable|similar|relevant)\b| (?:is|are|with|and \d|required|preferred|plus)\b)"
)
_FIELD_ENDS = re.compile(
    r"^(?:or |and )?(?:an?(?:other)? |other |any )?(?:related|similar|relevant|comparable|quantitative|technical|stem|equivalent).*$",
    re.IGNORECASE,
)
_OR_EXPERIENCE = re.compile(
    r"\bor\s(?:(?:an?|equivalent|comparable|similar|relevant|the|practical|work|professional)\s){0,4}(?:experience|practice|equivalent|track record)",
    re.IGNORECASE,
)
_SOFTENED = re.compile(
    r"\b(?:prefer(?:red|ably)?|a plus|nice to have|desirable|desired|bonus|advantage(?:ous)?|ideally|optional|helpful|welcome)\b",
    re.IGNORECASE,
)
_INSISTS = re.compile(r"\b(?:must|required|mandatory|essential|cannot|unable)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|without|don['’]t|doesn['’]t|isn['’]t|never)\b[^.;\n]{0,40}$", re.IGNORECASE)
_NOT_NEEDED = re.compile(r"^[^.;,\n]{0,30}\bnot (?:required|needed|necessary)", re.IGNORECASE)
_CLEARANCE = re.compile(
    r"\b(?:(?:active|current|valid|us|uk|dod|government|top secret|secret|security)\s){0,4}(?:security |secret )clearance\b|\bTS/SCI\b|\b(?:SC|DV) clear(?:ed|ance)\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\b(?:driv(?:ing|er['’]?s?) licen[cs]e|(?:professional|nursing|medical|teaching|pilot['’]?s|law|state) licen[cs]e"
    r"|licensed (?:nurse|physician|attorney|engineer|pharmacist|psychologist)|bar admission|chartered accountant)\b",
    re.IGNORECASE,
)
_PERMIT = re.compile(
    r"\b(?:right to work|work (?:permit|authori[sz]ation)|authori[sz]ed to work|eligib(?:le|ility) to work|permit to work"
    r"|(?:us|u\.s\.|eu|uk|british|canadian) citizen(?:s|ship)?)\b[^.;\n]{0,40}|\b(?:visa )?sponsor(?:ship|ing)?\b",
    re.IGNORECASE,
)
_LANGUAGES = (
    "english german french spanish italian dutch portuguese swedish norwegian danish finnish polish czech hungarian romanian"
    " greek turkish russian ukrainian arabic hebrew hindi mandarin cantonese chinese japanese korean vietnamese thai"
).split()
_LANGUAGE = re.compile(
    r"(?:\b(?:fluent|fluency|proficien(?:t|cy)|native|business[- ]level|conversational|good|excellent|strong|working|professional|written"
    r"|spoken|command|knowledge|speak(?:ing|er|s)?|level|language)\b[^.;\n]{0,40}?)?\b(?P<language>"
    + "|".join(w.title() for w in _LANGUAGES)
    + r")\b"
    r"(?=(?P<after>[^.;\n]{0,30}))"
)
_SPOKEN = re.compile(
    r"\b(?:fluent|fluency|proficien(?:t|cy)|native|business|conversational|speak|speaker|language|languages|spoken|written|command|[ABC][12]|mother tongue|skills|communicate)\b",
    re.IGNORECASE,
)


def find_gates(text: str, found: Sequence[Found], preferred: Preferred) -> tuple[PostedGate, ...]:
    """Every gate of a posting, by kind and then place, each once; `found` are the skills named in it."""
    gates: dict[tuple[GateKind, str], PostedGate] = {}
    for finder in (_find_years, _find_degrees, _find_named, _find_languages):
        for gate in finder(text, found, preferred):
            gates.setdefault((gate.kind, gate.says), gate)
    return tuple(sorted(gates.values(), key=lambda gate: (list(GateKind).index(gate.kind), gate.quote.span.start)))


def _find_years(text: str, found: Sequence[Found], preferred: Preferred) -> Iterator[PostedGate]:
    """Years of experience in all; those of one skill belong to the skill."""
    for match in _YEARS.finditer(text):
        said = match["low"] or match["other"]
        years = float(_NUMERALS.get(said.lower(), 0) or said)
        _, tail = line_around(text, *match.span())
        stop = re.compile(r"[.;]\s").search(text, match.end(), tail)
        end = stop.start() if stop else tail
        if any(name.years == years and match.start() <= name.start < end for name in found):
            continue
        words = "1 year" if years == 1 else f"{years:g} years"
        yield _gate(GateKind.YEARS, f"{words} of experience", text, match, preferred, years=years)


def _find_degrees(text: str, found: Sequence[Found], preferred: Preferred) -> Iterator[PostedGate]:
    """One gate a line: the lowest degree that it names."""
    lines: dict[int, list[tuple[Degree, re.Match[str]]]] = {}
    for degree, pattern in DEGREES:
        for match in pattern.finditer(text):
            if not _is_denied(text, match):
                lines.setdefault(line_around(text, *match.span())[0], []).append((degree, match))
    for match in _ANY_DEGREE.finditer(text):
        if not _is_denied(text, match):
            lines.setdefault(line_around(text, *match.span())[0], [(Degree.BACHELOR, match)])
    for head in sorted(lines):
        degree, match = min(lines[head], key=lambda pair: pair[0].rank)
        first = min((m for _, m in lines[head]), key=lambda m: m.start())
        _, tail = line_around(text, *match.span())
        fields = _read_fields(text[first.start() : tail])
        says = DEGREE_NAMES[degree] + (f" in {' or '.join(fields)}" if fields else "")
        yield _gate(
            GateKind.DEGREE,
            says,
            text,
            match,
            preferred,
            degree=degree,
            fields=fields,
            or_experience=bool(_OR_EXPERIENCE.search(text, first.start(), tail)),
        )


def _read_fields(line: str) -> tuple[str, ...]:
    match = _FIELDS.search(line)
    if not match:
        return ()
    parts = [part.strip(" -") for part in re.split(r",|/|\bor\b|\band\b(?! [a-z]+ engineering)", match["fields"])]
    return tuple(p for p in parts if 3 < len(p) <= 40 and not _FIELD_ENDS.match(p) and p.lower() not in ("a", "field"))[
        :6
    ]


def _find_named(text: str, found: Sequence[Found], preferred: Preferred) -> Iterator[PostedGate]:
    for kind, pattern in ((GateKind.CLEARANCE, _CLEARANCE), (GateKind.LICENCE, _LICENCE)):
        for match in pattern.finditer(text):
            if not _is_denied(text, match):
                yield _gate(kind, " ".join(match[0].split()), text, match, preferred)
    for match in _PERMIT.finditer(text):
        sponsors = bool(re.match(r"(?:visa )?sponsor", match[0], re.IGNORECASE))
        before = text[line_around(text, *match.span())[0] : match.start()]
        refused = bool(re.search(r"\b(?:no|not|unable|cannot|can['’]t|don['’]t|without)\b", before, re.IGNORECASE))
        if sponsors and not refused:
            continue  # an offer, no gate
        if not sponsors and _is_denied(text, match):
            continue
        says = "no visa sponsorship" if sponsors else re.split(r"[,(]| (?:is|are|by|without)\b", match[0])[0].strip()
        yield _gate(GateKind.WORK_PERMIT, says, text, match, preferred)


def _find_languages(text: str, found: Sequence[Found], preferred: Preferred) -> Iterator[PostedGate]:
    for match in _LANGUAGE.finditer(text):
        around = text[max(line_around(text, *match.span())[0], match.start("language") - 45) : match.end("after")]
        if not _SPOKEN.search(around) or _is_denied(text, match):
            continue
        yield _gate(GateKind.LANGUAGE, match["language"], text, match, preferred, language=match["language"])


def _is_denied(text: str, match: re.Match[str]) -> bool:
    head, tail = line_around(text, *match.span())
    return bool(_DENIED.search(text[max(head, match.start() - 50) : match.start()])) or bool(
        _NOT_NEEDED.match(text[match.end() : tail])
    )


def _gate(
    kind: GateKind, says: str, text: str, match: re.Match[str], preferred: Preferred, **more: object
) -> PostedGate:
    head, tail = line_around(text, *match.span())
    sentence = text[max(head, text.rfind(". ", head, match.start())) : tail]
    sentence = sentence.removeprefix(". ").split(". ")[0]
    softened = bool(_SOFTENED.search(sentence)) or (preferred(match.start()) and not _INSISTS.search(sentence))
    return PostedGate.model_validate(
        {"kind": kind, "says": says, "required": not softened, "quote": quote(text, *match.span()), **more}
    )
