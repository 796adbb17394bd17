"""Skill extraction measured: predictions for annotated documents, speed, and the same of a baseline and a peer.

    python benchmarks/extraction.py DEV.jsonl OUT.jsonl [--peer]

reads lines of `{id, text}`, writes lines of `{id, skills: [...]}` for a scorer, and prints documents a second on one
core and the time to build the lexicon. Where the documents are annotated (`skills` with `name`, `aliases`, `type` and
`negated`), a table follows: hard skills found by name, beside a plain dictionary (the same names, any case, whole
words, longest first, no rule of context) and, with --peer, the package `skill-extractor` where it is installed: its
whole pipeline if its model is at hand, its list of 32,000 names alone if not.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import statistics
import time
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from headway.catalog.load import SHIPPED, read_catalog
from headway.skills.forms import fold_name
from headway.skills.items import list_items
from headway.skills.mentions import find_names
from headway.skills.vocabulary import Vocabulary, compile_vocabulary

ROUNDS = 20
Document = dict[str, Any]
Names = Callable[[str], list[str]]


class Score(NamedTuple):
    """Counts over all documents. What an annotation denies is false when it is found."""

    right: int
    false: int
    missed: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.false)
        recall = self.right / max(1, self.right + self.missed)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}"


def score(documents: Iterable[Document], find: Names) -> Score:
    right = false = missed = 0
    for document in documents:
        hard = [s for s in document["skills"] if s["type"] != "soft" and not s["negated"]]
        passed = {form for s in document["skills"] if s["type"] == "soft" for form in _forms(s)}
        passed.update(map(fold_name, document.get("optional", ())))
        found = {fold_name(name) for name in find(document["text"])}
        known = [_forms(skill) for skill in hard]
        hits = sum(not found.isdisjoint(forms) for forms in known)
        right += hits
        missed += len(known) - hits
        false += len(found - passed - set().union(*known))
    return Score(right, false, missed)


def _forms(skill: dict[str, Any]) -> set[str]:
    return {fold_name(name) for name in (skill["name"], skill.get("evidence") or "", *skill.get("aliases", ()))}


def find_plainly(vocabulary: Vocabulary) -> Names:
    """The dictionary alone."""
    names = sorted({term.written for term in vocabulary.lexicon.forms.values() if term.written}, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w+#])(?:" + "|".join(map(re.escape, names)) + r")(?![\w+#])", re.IGNORECASE)
    return lambda text: [match[0] for match in pattern.finditer(text)]


def open_peer() -> tuple[str, Names]:
    """`skill-extractor` from PyPI, as far as it works without a network."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import skill_extractor  # noqa: PLC0415

    try:
        whole = skill_extractor.SkillExtractor()
        whole.extract("Python")
    except Exception as fault:  # noqa: BLE001 - whatever a peer lacks, its list of names is left
        names = json.loads((resources.files(skill_extractor) / "data" / "skills.json").read_text())
        matcher = skill_extractor.KeywordMatcher(names)
        label = f"skill-extractor, names alone ({type(fault).__name__})"
        return label, lambda text: [name for name, _, _ in matcher.extract(text)]
    return "skill-extractor", lambda text: list(whole.extract(text))


def compare(documents: list[Document], finders: Iterable[tuple[str, Names]]) -> None:
    for label, find in finders:
        started = time.perf_counter()
        result = score(documents, find)
        took = (time.perf_counter() - started) / len(documents)
        print(f"{label:52.52}  {result}  {took * 1000:.1f} ms a document")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--peer", action="store_true")
    given = parser.parse_args()
    documents = [json.loads(line) for line in given.documents.read_text(encoding="utf-8").splitlines() if line.strip()]
    catalog, _ = read_catalog(SHIPPED)

    builds = []
    for _ in range(3):
        started = time.perf_counter()
        vocabulary = compile_vocabulary(catalog)
        builds.append(time.perf_counter() - started)
    lexicon = vocabulary.lexicon
    gc.disable()  # as the command does
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        found = [list_items(find_names(document["text"], lexicon), vocabulary.names) for document in documents]
        rounds.append(time.perf_counter() - started)

    with given.predictions.open("w", encoding="utf-8") as out:
        for document, items in zip(documents, found, strict=True):
            line = {"id": document["id"], "skills": [item.as_json() for item in items]}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    size = statistics.mean(len(document["text"]) for document in documents)
    print(f"{len(catalog.skills)} skills, {len(lexicon.forms)} forms, built in {min(builds) * 1000:.0f} ms")
    print(
        f"{len(documents) / min(rounds):,.0f} documents a second "
        f"(median {len(documents) / statistics.median(rounds):,.0f}), "
        f"{size:,.0f} characters each, {sum(map(len, found)) / len(found):.0f} things each"
    )
    if not all("skills" in document for document in documents):
        return

    def find_by_rule(text: str) -> list[str]:
        items = list_items(find_names(text, lexicon), vocabulary.names)
        return [item.name for item in items if not item.negated]

    finders = [("headway", find_by_rule), ("the same names, no rules", find_plainly(vocabulary))]
    compare(documents, [*finders, open_peer()] if given.peer else finders)


if __name__ == "__main__":
    main()
