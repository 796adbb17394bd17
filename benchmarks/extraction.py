"""Skill extraction measured: predictions for annotated documents, and speed.

    python benchmarks/extraction.py DEV.jsonl OUT.jsonl

reads lines of `{id, text}`, writes lines of `{id, skills: [...]}` for a scorer, and prints documents a second on one
core and the time to build the lexicon.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from pathlib import Path

from headway.catalog.load import SHIPPED, read_catalog
from headway.skills.items import list_items
from headway.skills.mentions import find_names
from headway.skills.vocabulary import compile_vocabulary

ROUNDS = 20


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
    print(f"{len(catalog.skills)} skills, {len(lexicon.terms)} forms, built in {min(builds) * 1000:.0f} ms")
    print(
        f"{len(documents) / min(rounds):,.0f} documents a second "
        f"(median {len(documents) / statistics.median(rounds):,.0f}), "
        f"{size:,.0f} characters each, {sum(map(len, found)) / len(found):.0f} things each"
    )


if __name__ == "__main__":
    main()
