"""The JSON Schema of the catalog's files, made from the same models that read them; editors can use it for TOML.

`python -m headway.catalog.schema` prints it, `--write docs/catalog.schema.json` writes it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from headway.catalog.emerging import EmergingEntry
from headway.catalog.entries import LearningFile, RoleEntry
from headway.catalog.half_lives import HalfLifeEntry
from headway.catalog.model import EffortEntry, SkillEntry, SourceEntry
from headway.catalog.neighbours import NeighbourhoodEntry
from headway.catalog.world import CaseEntry, ClaimEntry, CommunityEntry, IndustryEntry

FILES: dict[str, tuple[str, type[BaseModel], bool]] = {
    "roles/<slug>.toml": ("role_file", RoleEntry, False),
    "skills/<family>.toml": ("skills_file", SkillEntry, True),
    "learning/<provider>.toml": ("learning_file", LearningFile, False),
    "sources/<group>.toml": ("sources_file", SourceEntry, True),
    "efforts.toml": ("efforts_file", EffortEntry, True),
    "neighbours.toml": ("neighbours_file", NeighbourhoodEntry, True),
    "half-lives.toml": ("half_lives_file", HalfLifeEntry, True),
    "communities/<group>.toml": ("communities_file", CommunityEntry, True),
    "industries/<slug>.toml": ("industry_file", IndustryEntry, False),
    "cases.toml": ("cases_file", CaseEntry, True),
    "claims.toml": ("claims_file", ClaimEntry, True),
    "emerging.toml": ("emerging_file", EmergingEntry, True),
}
"""Where a file stands -> its name here, what it holds, and whether it holds one of these a table."""
SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
AS_WRITTEN = {
    "Month": {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d{1,2})?$"}, {"type": "integer"}]},
    "Hours": {"type": "array", "items": {"type": "number", "minimum": 0}, "minItems": 3, "maxItems": 3},
}
"""Values that a file writes shorter than they are held: "2026-02", [p10, p50, p90]."""


def make_schema() -> dict[str, Any]:
    """One schema with a definition for each kind of file, under `$defs`."""
    entries: list[tuple[type[BaseModel], Literal["validation"]]] = [(e, "validation") for _, e, _ in FILES.values()]
    _, made = models_json_schema(entries, by_alias=True)
    files = {name: _file(place, entry.__name__, many) for place, (name, entry, many) in FILES.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "headway catalog files",
        "description": "Each kind of TOML file of a catalog folder has its definition: " + ", ".join(sorted(files)),
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in sorted(files)],
        "$defs": dict(sorted((files | made["$defs"] | AS_WRITTEN).items())),
    }


def write_text() -> str:
    return json.dumps(make_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _file(place: str, entry: str, many: bool) -> dict[str, Any]:
    held = {"$ref": f"#/$defs/{entry}"}
    if not many:
        return {"description": place, **held}
    tables = {"type": "object", "propertyNames": {"pattern": SLUG}, "additionalProperties": held}
    return {"description": f"{place}: one table for each slug", **tables}


def main(words: list[str]) -> int:
    match words:
        case []:
            sys.stdout.write(write_text())
        case ["--write", path]:
            Path(path).write_text(write_text(), encoding="utf-8")
        case _:
            print("usage: python -m headway.catalog.schema [--write FILE]", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
