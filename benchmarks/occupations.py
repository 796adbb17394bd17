"""How often a job title finds its occupation, and whether `confidence` keeps its word.

Usage: python benchmarks/occupations.py [--seed 1] [--titles 3500]
The table is compiled anew without some of the titles: `unseen` ones were held out, `seen` ones were not, and those of
`lost` occupations went with the whole occupation, so that every answer to them is wrong. For each kind and scheme it
prints how often the first answer is right, how often one of the first five is, and the median milliseconds an answer;
then, over all kinds, the share that is right by the confidence given.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import dataclass

from headway.catalog.classification import Occupations, Scheme, load_occupations
from headway.catalog.occupation_search import find_occupations
from headway.catalog.title_space import make_title_space
from headway.catalog.title_table import Listed, compile_table

HELD = 3
"""Titles held out of an occupation, at most, and never more than one in eight."""
LOST = 300
SHARE_LOST = 2 / 7
"""Titles of lost occupations for each one of another kind."""


@dataclass(frozen=True)
class Asked:
    title: str
    scheme: Scheme
    kind: str
    right: frozenset[str]
    """Codes. Where a title is that of several occupations, each is an equal part of the truth."""


@dataclass(frozen=True)
class Answered:
    asked: Asked
    right: float
    among: bool
    confidence: float
    seconds: float


def hold_out(given: Occupations, chance: random.Random, wanted: int) -> tuple[Occupations, list[Asked]]:
    """The occupations without what is held out, and the titles to ask for."""
    every = [given.at(place) for place in range(len(given))]
    uses = Counter(title.casefold() for o in every for title in (o.title, *o.titles))
    lost = set(chance.sample(range(len(every)), LOST))
    rows: list[list[str]] = []
    asked: dict[str, list[Asked]] = {"unseen": [], "seen": [], "lost": []}
    owners: defaultdict[tuple[Scheme, str], set[str]] = defaultdict(set)
    for place, (o, row) in enumerate(zip(every, (*given.onet, *given.esco), strict=True)):
        if place in lost:
            asked["lost"] += [Asked(title, o.scheme, "lost", frozenset()) for title in o.titles[:6]]
            rows.append([cell if i == 0 else "" for i, cell in enumerate(row)])
            continue
        single = [title for title in o.titles if uses[title.casefold()] == 1 and "(" not in title]
        held = chance.sample(single, min(len(single) // 8, HELD))
        kept = [title for title in o.titles if title not in held]
        asked["unseen"] += [Asked(title, o.scheme, "unseen", frozenset({o.code})) for title in held]
        asked["seen"] += [Asked(title, o.scheme, "seen", frozenset()) for title in (o.title, *kept)]
        rows.append([*row[:-1], "|".join(kept)])
        for title in (o.title, *kept):
            owners[o.scheme, title.casefold()].add(o.code)
    chosen = [
        a
        for kind, of in asked.items()
        for a in chance.sample(of, round(wanted * (SHARE_LOST if kind == "lost" else 1)))
    ]
    size = len(given.onet)
    return Occupations(tuple(rows[:size]), tuple(rows[size:])), [
        Asked(a.title, a.scheme, a.kind, frozenset(owners[a.scheme, a.title.casefold()])) if a.kind == "seen" else a
        for a in chosen
    ]


def answer(asked: list[Asked], occupations: Occupations) -> list[Answered]:
    listed = [
        Listed(
            key=row[0],
            name=occupations.names_at(place)[0],
            titles=occupations.names_at(place)[1:],
            related=tuple(row[3].split()) if place < len(occupations.onet) else None,
        )
        for place, row in enumerate((*occupations.onet, *occupations.esco))
    ]
    space = make_title_space(**compile_table(listed))
    answers = []
    for one in asked:
        start = time.perf_counter()
        found = find_occupations(one.title, occupations, space, one.scheme)
        seconds = time.perf_counter() - start
        right = 1 / len(one.right) if found and found[0].code in one.right else 0.0
        among = any(match.code in one.right for match in found)
        answers.append(Answered(one, right, among, found[0].confidence if found else 0.0, seconds))
    return answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--titles", type=int, default=3500, help="unseen and seen titles, each")
    given = parser.parse_args()
    occupations, asked = hold_out(load_occupations(), random.Random(given.seed), given.titles)
    answers = answer(asked, occupations)
    print(f"{'':14}{'titles':>8}{'first':>8}{'first 5':>9}{'ms':>7}")
    for scheme in Scheme:
        for kind in ("unseen", "seen"):
            of = [a for a in answers if (a.asked.scheme, a.asked.kind) == (scheme, kind)]
            first, among = (sum(hits) / len(of) for hits in ([a.right > 0 for a in of], [a.among for a in of]))
            ms = 1e3 * statistics.median(a.seconds for a in of)
            print(f"{scheme:6}{kind:8}{len(of):8}{first:8.3f}{among:9.3f}{ms:7.2f}")
    print(f"\n{'confidence':14}{'titles':>8}{'said':>8}{'right':>9}")
    for low in range(10):
        of = [a for a in answers if low / 10 <= min(a.confidence, 0.999) < (low + 1) / 10]
        said, right = (sum(values) / max(len(of), 1) for values in ([a.confidence for a in of], [a.right for a in of]))
        print(f"{low / 10:.1f} to {(low + 1) / 10:.1f}{len(of):12}{said:8.2f}{right:9.2f}")


if __name__ == "__main__":
    main()
