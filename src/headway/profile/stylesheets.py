"""What the style sheets inside a page hide, as far as simple rules say it: by tag, class or id, none inside another.

Sheets of other files are not fetched; rules for print, for narrow screens or with combinators are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from headway.profile.xml import local_name

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_MARK = re.compile(r"[.#][\w-]+")
_DECLARED = re.compile(
    r"(?:^|;)\s*(display|visibility|opacity|font-size)\s*:\s*([\w.%]+)\s*(!\s*important)?", re.IGNORECASE
)
_NOTHING = re.compile(r"0+(?:\.0*)?(?:px|r?em|pt|%)?|\.0+(?:px|r?em|pt|%)?")
_BLOCK_SIGN = re.compile(r"[;{}]")
_MOST_CHARACTERS, _MOST_RULES, _MOST_ALIKE = 200_000, 2_000, 20
"""`_MOST_ALIKE`: rules that ask for one class or id and others beside it."""

Selector = tuple[str, frozenset[str]]
"""A tag, or `*`, and the classes (`.name`) and ids (`#name`) that an element must all have."""
Said = dict[str, tuple[tuple[int, int, int, int], bool]]
"""By property, the weight of the rule that counts (importance, own style, marks, order) and whether it hides."""


class Stylesheets:
    """The rules of a page that hide or show, by the mark or tag that an element needs for them."""

    def __init__(self, root: Any) -> None:
        self._rules: dict[str, dict[Selector, Said]] = {}
        for order, ((tag, marks), declared) in enumerate(_read_rules(root)):
            alike = self._rules.setdefault(min(marks, default=tag), {})
            if len(alike) < _MOST_ALIKE or (tag, marks) in alike:
                rank = sum(100 if mark[0] == "#" else 2 for mark in marks) + (tag != "*")
                _settle(alike.setdefault((tag, marks), {}), declared, 0, rank, order)

    def hides(self, element: Any) -> bool:
        """Whether an element is not shown, by its own style and the rules for it."""
        own = element.get("style")
        if not self._rules and not own:
            return False
        said: Said = {}
        tag = local_name(element).lower()
        marks = {f".{name}" for name in (element.get("class") or "").split()}
        marks.add(f"#{element.get('id')}")
        for key in (*marks, tag, "*"):
            for (wanted, needed), hiding in self._rules.get(key, {}).items():
                if needed <= marks and wanted in ("*", tag):
                    for name, finding in hiding.items():
                        said[name] = max(said.get(name, finding), finding)
        if own:
            _settle(said, _read_declared(own), 1, 0, 0)
        return any(hides for _, hides in said.values())


def _settle(said: Said, declared: Iterator[tuple[str, bool, bool]], own: int, rank: int, order: int) -> None:
    for name, hides, important in declared:
        finding = ((int(important), own, rank, order), hides)
        said[name] = max(said.get(name, finding), finding)


def _read_rules(root: Any) -> Iterator[tuple[Selector, Iterator[tuple[str, bool, bool]]]]:
    """Each simple selector of the sheets that hold on a screen, with what its rule declares, in order."""
    left = _MOST_RULES
    for sheet in root.iter("style"):
        if (sheet.get("media") or "all").strip().lower() not in ("all", "screen"):
            continue
        text = _COMMENT.sub(" ", "".join(sheet.itertext())[:_MOST_CHARACTERS])
        for rule in _drop_conditional(text).split("}"):
            selectors, _, body = rule.partition("{")
            if not _DECLARED.search(body):
                continue
            for selector in selectors.split(","):
                match = _SELECTOR.fullmatch(selector.strip())
                if match and match[0] and left:
                    left -= 1
                    yield ((match[1] or "*").lower(), frozenset(_MARK.findall(match[2]))), _read_declared(body)


def _drop_conditional(text: str) -> str:
    """A sheet without its blocks that hold on some media only, and without what else begins with `@`."""
    kept: list[str] = []
    place = 0
    while (start := text.find("@", place)) >= 0:
        kept.append(text[place:start])
        place = _end_of_block(text, start)
    return "".join((*kept, text[place:]))


def _end_of_block(text: str, start: int) -> int:
    """Where what begins with `@` ends: at its semicolon, or behind its block with the blocks in it."""
    depth = 0
    for sign in _BLOCK_SIGN.finditer(text, start):
        if sign[0] == "{":
            depth += 1
        elif sign[0] == "}":
            depth -= 1
        if depth <= 0 and sign[0] != "{":
            return sign.end()
    return len(text)


def _read_declared(style: str) -> Iterator[tuple[str, bool, bool]]:
    """Of each property that can hide: its name, whether its value does, and whether it is said to be important."""
    for name, value, important in _DECLARED.findall(style):
        kind, word = name.lower(), value.lower()
        if kind in ("opacity", "font-size"):
            hides = bool(_NOTHING.fullmatch(word))
        else:
            hides = word == ("none" if kind == "display" else "hidden")
        yield kind, hides, bool(important)
