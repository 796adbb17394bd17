"""Sentences of many kinds, each marked by hand with what it names: the shipped catalog finds that, and little else.

A line of `sentences.txt` is a sentence; `[...]` is to be found, and behind `|` stands what may be found or not. What is
denied or wished for is left unmarked. `\\n` breaks a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from headway.skills.lexicon import Lexicon
from headway.skills.mentions import find_names

SENTENCES = Path(__file__).with_name("sentences.txt")
Place = tuple[int, int]


class Sentence(NamedTuple):
    text: str
    marked: list[Place]
    free: list[Place]


def read_sentences() -> dict[str, list[Sentence]]:
    """The sentences by their kind."""
    kinds: dict[str, list[Sentence]] = {}
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kinds[line[2:]] = []
            continue
        body, *others = line.replace("\\n", "\n").split("|")
        text = body.replace("[", "").replace("]", "")
        marks = re.finditer(r"\[[^\]]*\]", body)
        marked = [(mark.start() - 2 * number, mark.end() - 2 * number - 2) for number, mark in enumerate(marks)]
        free = [found.span() for other in others for found in re.finditer(re.escape(other), text)]
        kinds[list(kinds)[-1]].append(Sentence(text, marked, free))
    return kinds


KINDS = read_sentences()


def _meets(place: Place, others: list[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _faults(sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    text, marked, free = sentence
    names = [n for n in find_names(text, lexicon) if not (n.negated or n.wished)]
    places = [(name.start, name.end) for name in names]
    for start, end in marked:
        if not _meets((start, end), places + free):
            yield f"missed {text[start:end]!r} in {text!r}"
    for name in names:
        if not _meets((name.start, name.end), marked + free):
            yield f"false {text[name.start : name.end]!r} ({name.term.skill}, {name.rule}) in {text!r}"


def test_the_sentences_are_many_and_of_many_kinds() -> None:
    assert len(KINDS) >= 12
    assert sum(map(len, KINDS.values())) >= 300


@pytest.mark.parametrize("kind", KINDS)
def test_of_every_kind_of_sentence_few_are_read_with_a_fault(shipped: Lexicon, kind: str) -> None:
    faults = [list(_faults(sentence, shipped)) for sentence in KINDS[kind]]
    assert sum(map(bool, faults)) <= len(faults) * 0.15, "\n".join(fault for group in faults for fault in group)


def test_hardly_anything_false_is_read(shipped: Lexicon) -> None:
    faults = [fault for group in KINDS.values() for sentence in group for fault in _faults(sentence, shipped)]
    assert len([fault for fault in faults if fault.startswith("false")]) <= 2, "\n".join(faults)
