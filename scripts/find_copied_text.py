"""Finds sentences of the catalog that share a run of words with other people's texts.

    python scripts/find_copied_text.py TEXT_FILE_OR_FOLDER ... [--words 8]

Names (of roles, courses, titles) are left out: they are said the same everywhere. Exit code 1 if anything is found.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from headway.catalog.load import load_catalog
from headway.catalog.wording import list_texts

READ = {".md", ".txt", ".csv", ".html", ".json"}


def split(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


def runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of `length` words, in order."""
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def find_shared(texts: Iterable[tuple[str, str]], others: Iterable[str], length: int) -> Iterator[tuple[str, str]]:
    """The (place, run) of each of `texts` that shares a run of `length` words with one of `others`."""
    known = {run for other in others for run in runs(split(other), length)}
    for place, text in texts:
        shared = next((run for run in runs(split(text), length) if run in known), None)
        if shared:
            yield place, " ".join(shared)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--words", type=int, default=8, help="shortest run of words that counts")
    given = parser.parse_args()
    files = [f for path in given.texts for f in ([path] if path.is_file() else path.rglob("*")) if f.suffix in READ]
    others = (file.read_text(encoding="utf-8", errors="replace") for file in files)
    ours = [(f"{file} [{field}]", text) for file, field, text in list_texts(load_catalog())]
    found = list(find_shared(ours, others, given.words))
    print(*(f"{place}: {run}" for place, run in found), sep="\n")
    print(f"{len(ours)} texts against {len(files)} files: {len(found)} share {given.words} words in a row")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
