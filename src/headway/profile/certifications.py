"""Certificates, badges and licences: what each is called, who gave it, when, and until when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from headway.profile.dates import find_periods
from headway.profile.entries import Row, rows_of
from headway.profile.headings import heading_kind
from headway.profile.model import Certification, Section, SectionKind
from headway.profile.vocabulary import looks_like_organisation, names_degree, names_school
from headway.values import Month, Span

_ISSUERS = {
    "aws": "Amazon Web Services",
    "amazon web services": None,
    "amazon": None,
    "microsoft": None,
    "azure": "Microsoft",
    "google cloud": None,
    "google": None,
    "databricks": None,
    "snowflake": None,
    "tableau": None,
    "nvidia": None,
    "ibm": None,
    "oracle": None,
    "cisco": None,
    "comptia": None,
    "hashicorp": None,
    "red hat": None,
    "salesforce": None,
    "sas": None,
    "mongodb": None,
    "confluent": None,
    "dbt labs": None,
    "deeplearning.ai": None,
    "tensorflow": None,
    "vmware": None,
    "neo4j": None,
    "elastic": None,
}
"""Makers whose certificates begin with their names; the value is the maker where the word is a short form."""
_ISSUER = re.compile(
    r"(?<!\w)(?:amazon web services|aws|amazon|microsoft|google(?: cloud)?|databricks|snowflake|tableau|nvidia|ibm"
    r"|oracle|cisco|comptia|hashicorp|red hat|salesforce|sas institute|mongodb|confluent|dbt labs|deeplearning\.ai"
    r"|(?:the )?linux foundation|cncf|coursera|udacity|udemy|edx|datacamp|kaggle|freecodecamp|pluralsight|codecademy"
    r"|linkedin learning|hugging face|fast\.ai|scrum\.org|scrum alliance|scaled agile|pmi|axelos|peoplecert|isc2"
    r"|\(isc\)²|isaca|giac|sans|iiba|istqb|openedg|iapp|gi council|tüv(?: \w+)?|ihk(?: \w+)?|meta|openai|anthropic"
    r"|opengroup|the open group|goethe[- ]institut|british council|telc|ets|alliance française|instituto cervantes"
    r"|cambridge (?:assessment )?english)(?!\w)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?<!\w)(?:issued by|awarded by|offered by|provided by|ausgestellt von|délivré par|emitido por|by|from|via)\s+",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:exp(?:\.|ir\w*)|valid (?:until|through|thru|to|till)|good through|renew(?:al|s)?(?: due| by)?"
    r"|gültig bis|läuft ab|valable jusqu\w*|expire le|válid[oa] hasta|vence|caduca|valido fino|scade)"
    r"\W{0,3}(?:date|on|in|en|am|le|el|à|au)?\W{0,3}$",
    re.IGNORECASE,
)
_LASTS = re.compile(r"valid (?:for )?(\d|one|two|three|four|five) years?|(\d) years? valid", re.IGNORECASE)
_COUNT = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_DATE_WORDS = re.compile(
    r"(?<!\w)(?:issued?(?: on| date)?|date|earned|obtained|completed|awarded|achieved|passed|received|valid(?:ity)?|from"
    r"|until|through|to|on|in|since|exp(?:ires|iry|iration|ired|iring)?(?: date)?|no|does not|never|expire|renewed"
    r"|renewal|due|ausgestellt|erworben|gültig(?: bis| ab)?|am|obtenue?|délivrée?|valable|jusqu\w*|expire|le|en"
    r"|obtenid[oa]|emitid[oa]|válid[oa]|hasta|vence|caduca)(?!\w)\.?",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(
    r"(?:show credential|see credential|credential|certificate|certification|licen[cs]e|badge|verification|zertifikats?)"
    r"[\s-]{0,3}(?:id|no|number|code|nr|nummer|url|link)?\b\.?\s*[:#]?\s*(?=\S*\d)[\w/-]{4,60}|show credential",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*\(?\s*(?:issued|expire[sd]|valid(?: until| through| to)?|gültig(?: bis)?|exp\.?)\s*:?$", re.IGNORECASE
)
_CUTS = re.compile(r"\s*[|·•;\t]\s*|\s{2,}|,(?![^()]*\))\s*")
_ITEM = re.compile(r"[^|]+")
_DASH = re.compile(r"\s[–—-]\s")
_LABEL = re.compile(r"([^\W\d_][\w &]{3,30}?)\s*:\s*(?=\S)")
_CERTIFICATE = re.compile(
    r"\b(?:certified|certifications?|certificates?)\b|\b(?:CKAD?|CKS|PMP|CISSP|CISA|CISM|CSM|PSM|ITIL|PRINCE2|CCNA|CCNP|OSCP|TOGAF"
    r"|RHCSA|RHCE|ACCA|CFA|FRM)\b|\bCertif(?:ied|ications?|icates?)\b"
)
_NO_CERTIFICATE = re.compile(
    r"\b(?:leaving|school|graduate|national|honou?rs|vocational) certificate|\bcertificates? of (?:\w+ )?education\b",
    re.IGNORECASE,
)
"""Ends of a school or of studies."""
_MADE = re.compile(
    rf"(?:{'|'.join(map(re.escape, _ISSUERS))})\b.*\b(?:associate|professional|specialty|practitioner|fundamentals)\b",
    re.IGNORECASE,
)
_LONGEST_LINE, _LONGEST_NAME, _LONGEST_STUDY = 300, 200, 160


class _Dates(NamedTuple):
    issued: Month | None = None
    expires: Month | None = None


def find_certifications(text: str, sections: tuple[Section, ...]) -> tuple[Certification, ...]:
    """Every certificate of the sections about them, of lines so labelled, and among studies, in the order of the text."""
    found: list[Certification] = []
    for section in sections:
        rows = tuple(part for row in rows_of(text, section.span) for part in cut_row(row))
        if section.kind is SectionKind.CERTIFICATIONS:
            below = rows[1:] if section.heading else rows
            groups = [*_labelled(rows[0]), *_groups(below)] if section.heading and rows else list(_groups(below))
        else:
            groups = [group for row in rows for group in _labelled(row)]
            if section.kind is SectionKind.EDUCATION:
                groups += pick_certificates(rows)
        found += [certification for group in groups if (certification := _read(group))]
    return tuple(found)


def cut_row(row: Row) -> Iterator[Row]:
    """The items of `CKA (2023) | AWS SAA (2024)`; any other row as it is."""
    items = [(part[0], part.start()) for part in _ITEM.finditer(row.text)]
    if sum(bool(find_periods(item) or _CERTIFICATE.search(item)) and not _only_dates(item) for item, _ in items) < 2:
        yield row
        return
    for item, place in items:
        yield Row(item.strip(), row.start + place + len(item) - len(item.lstrip()))


def pick_certificates(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """The rows among studies that are a certificate by their words, each with the line below that only dates it."""
    for row, below in pairwise((*rows, Row("", 0))):
        if _is_certificate(row.text.removeprefix("- ")):
            yield (row, below) if _only_dates(below.text.removeprefix("- ")) else (row,)


def _is_certificate(line: str) -> bool:
    """Whether a line names a certificate and neither a school nor a degree."""
    if not line or len(line) > _LONGEST_STUDY or names_school(line) or _is_prose(line):
        return False
    if names_degree(_CERTIFICATE.sub(" ", line)) or _NO_CERTIFICATE.search(line):
        return False
    return bool(_CERTIFICATE.search(line) or _MADE.match(line))


def _labelled(row: Row) -> Iterator[tuple[Row, ...]]:
    """The items of `Certifications: CKA (2023), AWS SAA (2024)`."""
    label = _LABEL.match(row.text.removeprefix("- "))
    if not label or len(row.text) > _LONGEST_LINE or heading_kind(label[1]) is not SectionKind.CERTIFICATIONS:
        return
    place = label.end() + (2 if row.text.startswith("- ") else 0)
    for item in re.split(r";|,(?![^()]*\))", row.text[place:]):
        yield (Row(item.strip(), row.start + place + len(item) - len(item.lstrip())),)
        place += len(item) + 1


def _groups(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """The rows of each certificate: an item and what only dates it, or a paragraph closed by a line of dates."""
    block: list[Row] = []
    for row in (*rows, Row("", 0)):
        if row.text and _joins(row.text, block):
            block.append(row)
            continue
        yield from _split(block)
        block = [row] if row.text else []


def _joins(line: str, block: list[Row]) -> bool:
    """Whether a line belongs to the block above it; below an item only its dates and its issuer do."""
    if line.startswith("- "):
        return _only_dates(line[2:])
    if not block or not block[0].text.startswith("- ") or _only_dates(line):
        return True
    return len(block) == 1 and len(line.split()) <= 6 and not any(find_periods(text) for text in (block[0].text, line))


def _split(block: list[Row]) -> Iterator[tuple[Row, ...]]:
    """One row a certificate, unless rows of dates alone show that several rows make one."""
    dated = [number for number, row in enumerate(block) if _only_dates(row.text.removeprefix("- "))]
    if block and block[0].text.startswith("- "):
        yield tuple(block)
    elif not dated or dated[0] == 0:
        yield from _with_issuers(block)
    else:
        start = 0
        for number in range(len(block)):
            after = block[number + 1].text if number + 1 < len(block) else None
            last = number in dated and (after is None or not (number + 1 in dated or _IDENTIFIER.search(after)))
            if last or (number > dated[-1] and start <= number and _IDENTIFIER.search(block[number].text)):
                yield tuple(block[start : number + 1])
                start = number + 1
        if start < len(block):
            yield from _with_issuers(block[start:])


def _with_issuers(rows: list[Row]) -> Iterator[tuple[Row, ...]]:
    """Each row alone, or with the row below it where that is the name of an issuer and nothing more."""
    number = 0
    while number < len(rows):
        paired = number + 1 < len(rows) and _is_issuer(rows[number + 1].text) and not _is_issuer(rows[number].text)
        yield tuple(rows[number : number + 1 + paired])
        number += 1 + paired


def _only_dates(line: str) -> bool:
    """`Issued Mar 2022 · Expires Mar 2025`, `Credential ID 12AB34`: nothing that could be a name."""
    rest = _without_dates(line)
    return rest != line and not re.search(r"\w", _DATE_WORDS.sub(" ", rest))


def _without_dates(line: str) -> str:
    rest = line
    for period in reversed(find_periods(line)):
        rest = rest[: period.begin] + " | " + rest[period.stop :]
    return _LASTS.sub(" ", _IDENTIFIER.sub(" | ", rest))


def _read(rows: tuple[Row, ...]) -> Certification | None:
    lines = [row.text.removeprefix("- ") for row in rows if len(row.text) <= _LONGEST_LINE]
    if not lines or _is_prose(lines[0]):
        return None
    dates = _Dates()
    for line in lines:
        dates = _date(line, dates)
    name, issuer = _name(lines)
    if not name:
        return None
    return Certification(
        name=name[:_LONGEST_NAME],
        issuer=issuer[:_LONGEST_NAME] if issuer else None,
        issued=dates.issued,
        expires=dates.expires,
        span=Span(start=rows[0].start, end=rows[-1].start + len(rows[-1].text)),
    )


def _is_prose(line: str) -> bool:
    told = line.endswith(".") and (len(line.split()) > 9 or line.startswith(("I ", "No ", "My ")))
    return len(line.split()) > 30 or (told and not find_periods(line))


def _date(line: str, known: _Dates) -> _Dates:
    """The dates of a line. Two dates a year or more apart are a validity, nearer ones the length of a course."""
    issued, expires = known
    for period in find_periods(line):
        if _UNTIL.search(line[max(0, period.begin - 40) : period.begin]) or (period.start is None and period.end):
            expires = expires or period.end
        elif period.single or period.current:
            issued = issued or period.start
        elif period.start and period.end and period.start.months_to(period.end) >= 12:
            issued, expires = issued or period.start, expires or period.end
        else:
            issued = issued or period.end or period.start
    lasts = _LASTS.search(line)
    if lasts and issued and expires is None:
        years = lasts[1] or lasts[2]
        expires = issued.change(year=issued.year + (_COUNT.get(years.lower()) or int(years)))
    return _Dates(issued, expires)


def _name(lines: list[str]) -> tuple[str, str | None]:
    """The name and the issuer among the pieces of the lines."""
    own: list[str] = []
    issuer: str | None = None
    for number, line in enumerate(lines):
        for piece in _pieces(line):
            by = _BY.match(piece)
            bare = piece[by.end() :].strip() if by else piece
            if not own:
                name, issuer = _from_name(piece)
                own.append(name)
            elif issuer is None and (by or _is_issuer(bare) or (number == 1 and len(bare.split()) <= 6)):
                issuer = bare
            elif number == 0 and bare != issuer:
                own.append(piece)
    if not own:
        return "", None
    return ", ".join(own), issuer or _maker(own[0])


def _pieces(line: str) -> list[str]:
    cleaned = re.sub(r"\(\s*[,|\s]*\)|\[\s*\|?\s*\]", " ", _without_dates(line))
    pieces = []
    for piece in _CUTS.split(cleaned):
        bare = piece.strip(" ,;:–—-()[]*_") if piece else ""
        if re.search(r"\w", _DATE_WORDS.sub(" ", bare)):
            bare = _TAIL.sub("", bare).rstrip(" –—-")
            pieces.append(_close(bare))
    return pieces


def _close(piece: str) -> str:
    return piece + ")" if piece.count("(") > piece.count(")") else piece


def _from_name(piece: str) -> tuple[str, str | None]:
    """`CKA (Linux Foundation)`, `Machine Learning by Coursera`, `Deep Learning – Udacity` in two parts."""
    bracketed = re.fullmatch(r"(.*\S)\s*\(([^()]*)\)", piece)
    if bracketed and _is_issuer(bracketed[2]):
        return bracketed[1], bracketed[2]
    by = list(_BY.finditer(piece))
    if by and by[-1].start() > 0 and (_is_issuer(piece[by[-1].end() :]) or " by " in by[-1][0]):
        return piece[: by[-1].start()].strip(" ,–—-("), piece[by[-1].end() :].strip(" )")
    cuts = list(_DASH.finditer(piece))
    if cuts and _is_issuer(piece[cuts[-1].end() :]):
        return piece[: cuts[-1].start()].strip(), piece[cuts[-1].end() :].strip()
    if cuts and _ISSUER.fullmatch(piece[: cuts[0].start()].strip()):
        return piece[cuts[0].end() :].strip(), piece[: cuts[0].start()].strip()
    return piece, None


def _is_issuer(text: str) -> bool:
    text = text.strip()
    return bool(_ISSUER.fullmatch(text)) or (
        len(text.split()) <= 7
        and (looks_like_organisation(text) or names_school(text))
        and not re.search(r"certif|diplom|licen[cs]e|course|specialist|engineer|itil", text, re.IGNORECASE)
    )


def _maker(name: str) -> str | None:
    """Who gives a certificate that carries its maker's name in front: `AWS Certified …`."""
    lower = name.lower()
    for word in sorted(_ISSUERS, key=len, reverse=True):
        if re.match(rf"{re.escape(word)}(?!\w)", lower):
            return _ISSUERS[word] or name[: len(word)]
    return None
