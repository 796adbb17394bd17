"""The addresses that a document gives: a code host, a profile, a page of one's own. None of them is ever opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headway.profile.entries import rows_of
from headway.profile.model import Link, LinkKind, Section, SectionKind
from headway.values import Span

MOST_LINKS = 60
_LONGEST_LINE = 2_000
_SITES = (
    (LinkKind.GITHUB, r"(?:[\w-]+\.)?github\.(?:com|io)"),
    (LinkKind.GITLAB, r"(?:[\w-]+\.)?gitlab\.(?:com|io)"),
    (LinkKind.LINKEDIN, r"(?:\w{2,3}\.)?linkedin\.com"),
    (LinkKind.KAGGLE, r"kaggle\.com"),
    (LinkKind.HUGGING_FACE, r"(?:huggingface\.co|hf\.co)"),
    (LinkKind.SCHOLAR, r"(?:scholar\.google\.[a-z.]{2,6}|orcid\.org|semanticscholar\.org|dblp\.org)"),
    (LinkKind.STACK_OVERFLOW, r"stackoverflow\.com"),
)
_SITE = tuple((kind, re.compile(rf"https?://(?:www\.)?{host}(?![\w.])", re.IGNORECASE)) for kind, host in _SITES)
_FULL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"()\[\]{}|·•]{3,480}", re.IGNORECASE)
_HOSTED = re.compile(
    rf"(?<![\w@./-])(?:www\.)?(?:{'|'.join(host for _, host in _SITES)})/[\w@%+=~.?&/-]{{1,200}}", re.I
)
_BARE = re.compile(
    r"(?<![\w@./:-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30}){0,2}"
    r"\.(?:com|org|net|io|dev|ai|me|co|uk|de|fr|es|it|nl|ch|at|eu|se|no|ca|us|in|app|tech|info|xyz|page|blog|site)"
    r"(?:/[\w@%+=~./-]{0,200})?(?![\w@])"
)
"""An address without `https://` or `www.`, looked for in the header alone."""
_TOOLS = frozenset("asp.net ado.net vb.net ml.net socket.io draw.io fast.ai deeplearning.ai h2o.ai spa.cy".split())
_HANDLE = re.compile(
    r"(?<!\w)(github|gitlab|linkedin|kaggle)\s*(?::\s*@?|\s@)(?:in/)?(?P<who>[\w-]{2,39})(?![\w./:@-])", re.IGNORECASE
)
_HOMES = {
    "github": "https://github.com/",
    "gitlab": "https://gitlab.com/",
    "linkedin": "https://www.linkedin.com/in/",
    "kaggle": "https://www.kaggle.com/",
}


def find_links(text: str, sections: tuple[Section, ...]) -> tuple[Link, ...]:
    """Every address once, in the order of the text; bare ones (`example.com`) from the header alone."""
    found: dict[str, Link] = {}
    for section in sections:
        for row in rows_of(text, section.span):
            if len(row.text) > _LONGEST_LINE:
                continue
            for url, start, end in sorted(_read_line(row.text, section.kind), key=lambda hit: hit[1]):
                key = re.sub(r"^https?://(?:www\.)?|/$", "", url.lower())
                if key not in found and len(found) < MOST_LINKS:
                    span = Span(start=row.start + start, end=row.start + end)
                    found[key] = Link(kind=kind_of(url), url=url, span=span)
    return tuple(found.values())


def kind_of(url: str) -> LinkKind:
    """The site that an address belongs to."""
    return next((kind for kind, site in _SITE if site.match(url)), LinkKind.WEB)


def _read_line(line: str, kind: SectionKind) -> Iterator[tuple[str, int, int]]:
    """The addresses of a line, with where they start and end in it."""
    taken: list[tuple[int, int]] = []
    bare = (_BARE,) if kind is SectionKind.HEADER else ()
    for pattern in (_FULL, _HOSTED, *bare):
        for match in pattern.finditer(line):
            shown = match[0].rstrip(".,;:!?'’*_")
            start, end = match.start(), match.start() + len(shown)
            if shown in _TOOLS or any(start < stop and begin < end for begin, stop in taken):
                continue
            url = shown if shown.lower().startswith(("http://", "https://")) else f"https://{shown}"
            if re.fullmatch(r"https?://[^\s<>\"/]+\.[^\s<>\"]+", url, re.IGNORECASE):
                taken.append((start, end))
                yield "http" + url[4:], start, end
    for match in _HANDLE.finditer(line) if bare else ():
        if not any(match.start() < stop and begin < match.end() for begin, stop in taken):
            yield _HOMES[match[1].lower()] + match["who"], match.start(), match.end()
