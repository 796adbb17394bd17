"""The languages that somebody speaks, and how well, in the words of their résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from headway.profile.entries import Row, rows_of
from headway.profile.headings import heading_kind, names_human_languages
from headway.profile.model import Fluency, Language, Section, SectionKind
from headway.values import Span

_NAMES = """
    English englisch anglais inglés inglese inglês engels|German deutsch allemand alemán tedesco alemão duits
    |French französisch français francés francese francês frans|Spanish spanisch español espagnol castellano spagnolo
    espanhol spaans|Italian italienisch italiano italien italiaans|Portuguese portugiesisch português portugués portugais
    portoghese portugees|Dutch niederländisch nederlands néerlandais neerlandés olandese flemish|Polish polnisch polski
    polonais polaco|Russian russisch russe ruso|Ukrainian ukrainisch ukrainien ucraniano|Turkish türkisch turc turco türkçe
    |Arabic arabisch arabe árabe arabo|Hindi|Urdu|Punjabi panjabi|Gujarati|Marathi|Telugu|Tamil|Kannada|Malayalam|Bengali
    bangla|Sinhala|Nepali|Igbo|Yoruba|Hausa|Twi|Swahili kiswahili|Zulu isizulu|Xhosa isixhosa|Afrikaans|Amharic|Somali
    |Mandarin mandarín mandarijn|Cantonese|Chinese chinesisch chinois chino cinese chinês|Japanese japanisch japonais
    japonés giapponese|Korean koreanisch coréen coreano|Vietnamese vietnamesisch|Thai|Indonesian bahasa|Malay|Tagalog
    filipino|Greek griechisch grec griego greco|Hebrew hebräisch hébreu hebreo|Farsi persian persisch dari|Kurdish|Pashto
    |Swedish schwedisch svenska suédois sueco|Danish dänisch dansk|Norwegian norwegisch norsk|Finnish finnisch suomi
    |Icelandic|Czech tschechisch tchèque čeština|Slovak slowakisch|Slovene slovenian|Croatian kroatisch hrvatski|Serbian
    serbisch|Bosnian|Bulgarian bulgarisch|Romanian rumänisch roumain rumano română|Hungarian ungarisch hongrois magyar
    |Albanian|Macedonian|Lithuanian|Latvian|Estonian|Georgian|Armenian|Azerbaijani|Kazakh|Uzbek|Welsh cymraeg|Irish
    gaeilge|Gaelic|Catalan català catalán valenciano valencià|Basque euskara|Galician|Latin|Esperanto
"""
_KNOWN = {form.lower(): group.split()[0] for group in _NAMES.split("|") for form in group.split()}
_CODES = """eng:en deu:ger:de fra:fre:fr spa:es ita:it por:pt nld:dut:nl pol:pl rus:ru ukr:uk tur:tr ara:ar hin:hi urd:ur
    zho:chi:zh jpn:ja kor:ko vie:vi ell:gre:el heb:he fas:per:fa swe:sv dan:da nor:no fin:fi isl:ice:is ces:cze:cs slk:slo:sk
    slv:sl hrv:hr srp:sr bul:bg ron:rum:ro hun:hu lit:lt lav:lv est:et cat:ca eus:baq:eu gle:ga cym:wel:cy lat:la"""
_CODED = dict(
    zip(
        _CODES.split(),
        """English German French Spanish Italian Portuguese Dutch Polish Russian Ukrainian Turkish Arabic Hindi Urdu
        Chinese Japanese Korean Vietnamese Greek Hebrew Persian Swedish Danish Norwegian Finnish Icelandic Czech Slovak
        Slovene Croatian Serbian Bulgarian Romanian Hungarian Lithuanian Latvian Estonian Catalan Basque Irish Welsh
        Latin""".split(),
        strict=True,
    )
)
_BY_CODE = {code: name for codes, name in _CODED.items() for code in codes.split(":")}
"""Codes of ISO 639, of three letters (both kinds) and of two."""
_NAME = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _KNOWN), key=len, reverse=True))}|(?:british|american) sign language"
    r"|sign language)(?!\w)",
    re.IGNORECASE,
)
_SCALE = re.compile(r"(?<!\w)(?:CEFR\s*)?([ABC][12])(?![\w#])\+?")
_WORDS = (
    (Fluency.C2, r"near[- ]native|annähernd muttersprachlich|mastery|quasi[- ]bilingue"),
    (
        Fluency.NATIVE,
        r"native|mother tongue|first language|bilingual|muttersprach|zweisprachig|maternelle?|bilingue|nativ[oa]"
        r"|materna|madrelingua|moedertaal",
    ),
    (Fluency.B1, r"limited working|lower intermediate"),
    (Fluency.B2, r"professional working|upper[- ]intermediate"),
    (
        Fluency.C1,
        r"full(?:y)? professional|fluent|fluency|proficient|advanced|excellent|fließend|fliessend|verhandlungssicher"
        r"|fortgeschritten|courant|couramment|avancé|fluido|fluente|avanzado|avançado|vloeiend",
    ),
    (Fluency.B2, r"very good|good|professional|business|sehr gut|gute?\b|bonne?\b|buen[oa]?\b|goed"),
    (
        Fluency.B1,
        r"intermediate|conversational|working|moderate|mittel|konversation|intermédiaire|intermedio|conversación"
        r"|intermediário|redelijk",
    ),
    (
        Fluency.A2,
        r"basic|elementary|grundkenntnisse|grundlagen|notions|scolaire|básico|elementare|school|some\b|rusty|basis",
    ),
    (Fluency.A1, r"beginner|learning|anfänger|débutant|principiante|iniciante|beginner"),
)
_FLUENCY = tuple((fluency, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)) for fluency, words in _WORDS)
_PIECES = re.compile(r"[,;|•·/](?![^()]*\))|\s{2,}|\.\s")
_UNKNOWN = re.compile(r"([A-ZÀ-Þ][^\W\d_]{2,20}(?: [A-ZÀ-Þ][^\W\d_]{2,20})?)\s*(?:\(|[:–—-]\s)")
"""A language of no list, known by what stands behind it: `Kikuyu (native)`."""
_LABEL = re.compile(r"([^\W\d_][\w &]{2,30}?)\s*(?::|\s[–—-])\s*(?=\S)")
_LONGEST = 200


class _Piece(NamedTuple):
    """A stretch of a line that speaks of no, one or several languages. `after_name`: the level follows the name."""

    names: tuple[re.Match[str], ...]
    text: str
    start: int


def find_languages(text: str, sections: tuple[Section, ...]) -> tuple[Language, ...]:
    """Each language once, in the order of the text, from sections about languages and from lines so labelled."""
    found: dict[str, Language] = {}
    for section in sections:
        own = section.kind is SectionKind.LANGUAGES
        if not own and section.kind in (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS):
            continue
        rows = rows_of(text, section.span)
        for language in _read_rows(rows if own else tuple(row for row in rows if _labelled(row.text))):
            known = found.get(language.name)
            if known is None or (known.fluency is None and language.fluency):
                found[language.name] = language
    return tuple(found.values())


def read_fluency(text: str) -> Fluency | None:
    """What words or a level of the European framework come to; of `B1/B2` the lower; None where they tell nothing."""
    stated = _SCALE.findall(text.upper())
    if stated:
        return min(Fluency(level) for level in stated)
    return next((fluency for fluency, words in _FLUENCY if words.search(text)), None)


def name_language(text: str) -> str:
    """The English name of a language that is named or given by its code, or the text itself."""
    text = text.strip()
    return _KNOWN.get(text.lower()) or _BY_CODE.get(text.lower()) or text


def _labelled(line: str) -> bool:
    label = _LABEL.match(line.removeprefix("- "))
    return bool(label and heading_kind(label[1]) is SectionKind.LANGUAGES and names_human_languages(line))


def _read_rows(rows: tuple[Row, ...]) -> Iterator[Language]:
    waiting: list[Language] = []
    for row in rows:
        if len(row.text) > _LONGEST or not row.text.strip() or heading_kind(row.text):
            continue
        carried: str | None = None
        for piece in _pieces(row):
            said = _said(piece)
            fluency = read_fluency(said) if said else None
            if not piece.names:
                if fluency and waiting and all(language.fluency is None for language in waiting):
                    waiting = [_say(language, piece, fluency) for language in waiting]
                continue
            yield from waiting
            first = piece.text[: piece.names[0].start()]
            if fluency:
                carried = said if read_fluency(first) else None
            elif carried:
                said, fluency = carried, read_fluency(carried)
            waiting = [
                Language(
                    name=name_language(name[1] if name.re is _UNKNOWN else name[0]),
                    fluency=fluency,
                    said=said or None,
                    span=Span(start=piece.start, end=piece.start + len(piece.text)),
                )
                for name in piece.names
            ]
    yield from waiting


def _say(language: Language, piece: _Piece, fluency: Fluency) -> Language:
    """A language whose level stands behind a comma or on the next line."""
    span = Span(start=language.span.start, end=piece.start + len(piece.text))
    return language.change(fluency=fluency, said=piece.text[:100], span=span)


def _pieces(row: Row) -> Iterator[_Piece]:
    place = 0
    for cut in (*_PIECES.finditer(row.text), None):
        stop = cut.start() if cut else len(row.text)
        raw = row.text[place:stop]
        text = raw.strip(" -")
        start = row.start + place + (len(raw) - len(raw.lstrip(" -")))
        place = cut.end() if cut else stop
        if not text:
            continue
        names = tuple(_NAME.finditer(text))
        unknown = None if names else _UNKNOWN.match(text)
        if unknown and read_fluency(text[unknown.end() :]) and not read_fluency(unknown[1]):
            names = (unknown,)
        yield _Piece(names, text, start)


def _said(piece: _Piece) -> str:
    """What a piece says beside the names of languages: `(B2, certificate 2021)` is `B2, certificate 2021`."""
    text = piece.text
    label = _LABEL.match(text)
    if label and heading_kind(label[1]):
        text = text[label.end() :]
    for name in reversed(piece.names):
        if name.re is _UNKNOWN:
            text = text.replace(name[1], " ", 1)
    text = _NAME.sub(" ", text) if piece.names else text
    said = re.sub(r"\s+", " ", re.sub(r"(?<!\w)(?:and|und|et|y|e|in|en)(?!\w)", " ", text)).strip(" ()[]:–—-,.")[:99]
    return f"{said})" if said.count("(") > said.count(")") else said
