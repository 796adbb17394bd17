"""`headway extract` for programs: values out of a document or a stream. Light: neither typer nor rich nor pydantic."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from headway.actions.extract import extract_document, extract_lines, open_stream
from headway.actions.vocabulary import open_vocabulary


def print_extract(source: str, own: Path | None = None) -> int:
    """Prints the skills of a document as JSON; returns the exit code."""
    found = extract_document(source, own)
    sys.stdout.write(json.dumps(found.as_json(), indent=2) + "\n")
    return 0


def print_lines(source: str, own: Path | None = None) -> int:
    """Prints a line for each document of a stream; returns the exit code, 1 when a line was bad."""
    faults = 0

    def tell(fault: str) -> None:
        nonlocal faults
        faults += 1
        print(f"headway: {source}: {fault}", file=sys.stderr)

    with open_stream(source) as lines:
        for line in extract_lines(lines, open_vocabulary(own), tell):
            sys.stdout.write(line + "\n")
    return 1 if faults else 0
