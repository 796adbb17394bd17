"""The lexicon and what it needs of the catalog, compiled into one file, so that extraction starts without the catalog.

The file lies in a cache folder, named by the state of the catalog and of the code here. Its first line is a checksum
of the rest; then come, each as JSON in a line, all forms, the number of the term of each form, and the terms with the
names that they go by. A text needs few of them: they are parsed when first met.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from headway.catalog.folders import keep, place_kept, sign_files
from headway.skills.fold import fold
from headway.skills.lexicon import Lexicon, Term, Trust, build_lexicon, choose, compile_terms
from headway.skills.naming import name_mention

if TYPE_CHECKING:
    from headway.catalog.model import Catalog

Names = Mapping[tuple[str, str], str]
"""By which name to speak of a thing: of a skill's slug and the name or alias as the catalog writes it."""

_KIND = "vocabulary"
_TRUST, _EXACT, _CUES = (Term._fields.index(name) for name in ("trust", "exact", "cues"))
_TRUSTS = tuple(Trust)
_MODERATE = 50_000
"""Code points."""


class Vocabulary(NamedTuple):
    """The skills of a catalog as a text can name them."""

    lexicon: Lexicon
    names: Names


def compile_vocabulary(catalog: Catalog) -> Vocabulary:
    lexicon = build_lexicon(catalog)
    written = dict.fromkeys((term.skill, term.written) for term in lexicon.forms.values())
    return Vocabulary(lexicon, {thing: name_mention(thing[1], catalog.skills[thing[0]]) for thing in written})


def hash_vocabulary(digest: str) -> str:
    """The digest of a catalog with a signature of the code that makes terms of its skills."""
    return f"{digest}-{sign_files([(Path(__file__).parent, ('*.py',))])}"


def read_vocabulary(folder: Path, digest: str, text: str | None = None) -> Vocabulary | None:
    """The vocabulary kept under `digest`; None when there is none, or it is broken.

    With a `text` of moderate length only names that may stand in it are looked for: a tenth of the time to make ready.
    """
    try:
        proof, _, content = place_kept(folder, _KIND, digest).read_bytes().partition(b"\n")
    except OSError:
        return None
    if proof != _prove(content):
        return None
    lines = content.split(b"\n")
    names: dict[tuple[str, str], str] = {}
    forms: list[str] = json.loads(lines[0])
    places: list[int] = json.loads(lines[1])
    terms = _Terms(places, lines[2:], names)
    known = _Forms(forms, terms)
    if text is None or len(text) > _MODERATE:
        return Vocabulary(compile_terms(known, forms, terms), names)
    low = fold(text).text
    near = choose(forms, low)
    chosen = _Terms([places[number] for number in near], lines[2:], names)
    return Vocabulary(compile_terms(known, [forms[number] for number in near], chosen, low), names)


def write_vocabulary(folder: Path, digest: str, vocabulary: Vocabulary) -> None:
    """Keep `vocabulary`, whole or not at all."""
    numbers: dict[Term, int] = {}
    places = [numbers.setdefault(term, len(numbers)) for term in vocabulary.lexicon.forms.values()]
    rows = [[vocabulary.names[term.skill, term.written], *_pack(term)] for term in numbers]
    lines = [list(vocabulary.lexicon.forms), places, *rows]
    content = "\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines).encode()
    keep(folder, _KIND, digest, _prove(content) + b"\n" + content)


class _Terms(dict[int, Term]):
    """The terms by the number of their form, each made when it is first asked for; what it is called then stands in
    `names`."""

    def __init__(self, places: list[int], rows: list[bytes], names: dict[tuple[str, str], str]) -> None:
        super().__init__()
        self._places, self._rows, self._names = places, rows, names
        self._made: dict[int, Term] = {}

    def __missing__(self, index: int) -> Term:
        place = self._places[index]
        term = self._made.get(place)
        if term is None:
            name, *row = json.loads(self._rows[place])
            term = self._made[place] = _unpack(row)
            self._names[term.skill, term.written] = name
        self[index] = term
        return term


class _Forms(Mapping[str, Term]):
    """The same terms by form."""

    def __init__(self, forms: list[str], terms: _Terms) -> None:
        self._forms, self._terms = forms, terms
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._forms)

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __getitem__(self, form: str) -> Term:
        if not self._numbers:
            self._numbers = {form: number for number, form in enumerate(self._forms)}
        term: Term = self._terms[self._numbers[form]]
        return term


def _prove(content: bytes) -> bytes:
    return b"%08x" % crc32(content)


def _pack(term: Term) -> list[Any]:
    row: list[Any] = list(term)
    row[_TRUST] = _TRUSTS.index(term.trust)
    return row


def _unpack(row: list[Any]) -> Term:
    row[_TRUST] = _TRUSTS[row[_TRUST]]
    row[_EXACT], row[_CUES] = tuple(row[_EXACT]), tuple(row[_CUES])
    return Term._make(row)
