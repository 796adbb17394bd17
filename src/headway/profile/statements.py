"""What a person says of clearance, licences and the right to work: their words, found again, nothing concluded.

A nationality, a place of birth or a residence is never taken for a right to work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headway.profile.model import Statement, StatementKind
from headway.values import Span

_PLACE = r"(?:the )?(?:U\.?S\.?A?\b|U\.?K\b|E\.?U\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_CLEARANCE = re.compile(
    r"\b(?:TS/SCI|(?:top secret|nato secret|secret|public trust|security)[ -](?:security )?clear(?:ance|ed)|(?:SC|DV|BPSS|CTC)[ -]clear(?:ance|ed)|SC/DV)\b"
    r"(?:\s?[:(–-]\s?(?:TS/SCI|top secret|secret|SC|DV|BPSS|CTC)\b)?(?: clearance)?",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\b(?:driv(?:ing|er['’]?s?) licen[cs]e|(?:professional|nursing|medical|teaching|pilot['’]?s?|law|state|engineering|pharmacy) (?:licen[cs]e|registration)"
    r"|(?:registered nurse|RN|nurse|physician|attorney|engineer|pharmacist|psychologist|teacher)\W{1,3}(?:\w+ )?(?:licen[cs]e|registration)(?: (?:no|number|nr))?"
    r"|licensed (?:(?:registered|professional|practical) )?(?:nurse|physician|attorney|engineer|pharmacist|psychologist)|NMC (?:PIN|registered|registration)"
    r"|admitted to (?:the|practi[cs]e in the) (?:\w+ ){0,2}bar|bar admission|chartered accountant)\b",
    re.IGNORECASE,
)
_PERMIT = re.compile(
    rf"\b(?:right to work|(?:un(?:restricted|limited) )?work (?:permit|authori[sz]ation|visa)|authori[sz]ed to work|eligible to work|permitted to work|permanent resident|green card)\b(?:\s?(?:in|for|of|:|–|-|\()\s?(?-i:{_PLACE}))?"
    rf"|\b(?:eu|us|u\.s\.|uk|swiss|canadian) (?:work (?:permit|authori[sz]ation)|right to work|citizen(?:ship)?|permanent resident|green card)\b",
    re.IGNORECASE,
)
_SPONSOR = re.compile(
    r"\b(?P<no>no|not? (?:need|requir\w+)|(?:do|does)(?: not|n['’]t) (?:need|require)|without(?: the need for)?)\s(?:(?:any|visa|for|a|employer|work)\s){0,3}sponsor(?:ship)?\b"
    r"|\b(?:visa )?sponsorship (?:is )?(?P<un>not |un)(?:needed|required|necessary)\b"
    r"|\b(?P<yes>need|needs|require|requires|requiring|will need|looking for)\s(?:(?:a|visa|employer|work)\s){0,2}sponsor(?:ship)?\b"
    r"|\b(?:visa )?sponsorship (?:is )?(?P<wanted>needed|required)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|without|never|don['’]t|doesn['’]t|lapsed|expired|former(?:ly)?|previous(?:ly)?|until)\b[^.;\n]{0,25}$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"^[^.;,\n]{0,20}\b(?:expired|lapsed|ended|withdrawn|revoked|pending|applied)\b", re.IGNORECASE)
_POSSIBLE = re.compile(
    r"\b(?:eligible for|able to (?:obtain|get)|can obtain|willing to|apply(?:ing)? for|applied for|could|would|want\w*|in progress|clients? with|for people|roles? (?:with|that))\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)
_MOST, _LONGEST = 30, 120


def find_statements(text: str) -> tuple[Statement, ...]:
    """Every such statement of a résumé, by place; what is only possible or in progress is none."""
    found = sorted((*_sponsorship(text), *_held(text)), key=lambda statement: statement.span.start)
    return tuple(found[:_MOST])


def _held(text: str) -> Iterator[Statement]:
    for kind, pattern in (
        (StatementKind.CLEARANCE, _CLEARANCE),
        (StatementKind.LICENCE, _LICENCE),
        (StatementKind.WORK_PERMIT, _PERMIT),
    ):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 45, text.rfind("\n", 0, match.start()) + 1) : match.start()]
            if _POSSIBLE.search(before):
                continue
            ended = _ENDED.match(text[match.end() : match.end() + 40])
            yield _state(kind, text, match, held=not (ended or _DENIED.search(before)))


def _sponsorship(text: str) -> Iterator[Statement]:
    for match in _SPONSOR.finditer(text):
        yield _state(StatementKind.NO_SPONSORSHIP, text, match, held=bool(match["no"] or match["un"]))


def _state(kind: StatementKind, text: str, match: re.Match[str], held: bool) -> Statement:
    start, end = match.span()
    words = " ".join(match[0].split())
    head, tail = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    tail = tail if tail >= 0 else len(text)
    line = " ".join(text[head:tail].split()) if tail - head <= _LONGEST else words
    return Statement(kind=kind, held=held, words=words, line=line, span=Span(start=start, end=end))
