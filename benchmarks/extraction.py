"""Skill extraction measured: predictions for annotated documents, and speed.

    python benchmarks/extraction.py DEV.jsonl OUT.jsonl

reads lines of `{id, text}`, writes lines of `{id, skills: [...]}` for a scorer (one item a skill, its best mention, the
spans of all), and prints documents a second on one core and the time to build the lexicon.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path
from typing import Any

from headway.catalog.load import SHIPPED, read_catalog
from headway.catalog.model import Catalog
from headway.skills.lexicon import build_lexicon
from headway.skills.mentions import find_mentions
from headway.skills.model import Mention

ROUNDS = 20


def describe_skill(mentions: list[Mention], catalog: Catalog) -> dict[str, Any]:
    """One item for a scorer. A denial outweighs a bare mention elsewhere; it and a mere wish are marked `negated`."""
    held = [m for m in mentions if not (m.negated or m.wished)]
    if any(m.negated for m in mentions) and not any(m.required or m.level or m.years for m in held):
        held = []
    best = max(held or mentions, key=lambda m: (m.required is not None, m.confidence, -m.span.start))
    asked = [m.required for m in held if m.required is not None]
    return {
        "skill": best.skill,
        "name": catalog.skills[best.skill].name,
        "start": best.span.start,
        "end": best.span.end,
        "negated": not held,
        "wished": not held and any(m.wished for m in mentions),
        "required": any(asked) if asked else None,
        "years": next((m.years for m in held if m.years is not None), None),
        "level": next((str(m.level) for m in held if m.level), None),
        "confidence": best.confidence,
        "rule": best.rule,
        "mentions": [[m.span.start, m.span.end] for m in (held or mentions)],
    }


def describe(mentions: tuple[Mention, ...], catalog: Catalog) -> list[dict[str, Any]]:
    by_skill: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_skill.setdefault(mention.skill, []).append(mention)
    return [describe_skill(group, catalog) for group in by_skill.values()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("predictions", type=Path)
    given = parser.parse_args()
    documents = [json.loads(line) for line in given.documents.read_text(encoding="utf-8").splitlines() if line.strip()]
    catalog, _ = read_catalog(SHIPPED)

    builds = []
    for _ in range(3):
        started = time.perf_counter()
        lexicon = build_lexicon(catalog)
        builds.append(time.perf_counter() - started)
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        found = [find_mentions(document["text"], lexicon) for document in documents]
        rounds.append(time.perf_counter() - started)

    with given.predictions.open("w", encoding="utf-8") as out:
        for document, mentions in zip(documents, found, strict=True):
            line = {"id": document["id"], "skills": describe(mentions, catalog)}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    size = statistics.mean(len(document["text"]) for document in documents)
    print(f"{len(catalog.skills)} skills, {len(lexicon.terms)} forms, built in {min(builds) * 1000:.0f} ms")
    print(
        f"{len(documents) / min(rounds):,.0f} documents a second (median {len(documents) / statistics.median(rounds):,.0f}), "
        f"{size:,.0f} characters each, {sum(map(len, found)) / len(found):.0f} mentions each"
    )


if __name__ == "__main__":
    main()
