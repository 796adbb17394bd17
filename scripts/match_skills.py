"""Writes ESCO and O*NET identifiers into the skill files, where a name is the same as theirs to the letter.

Usage: match_skills.py DATA_DIR. DATA_DIR holds esco/skills.parquet (skill_uri, label, alt_labels) and
onet/technology_skills.csv (example, commodity_code). ESCO is matched by the skill's name alone, O*NET's product names
by name or alias, guarded forms left out; a name that stands for several things there is passed over. What a file says
already is kept.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pandas as pd

SKILLS = Path(__file__).resolve().parents[1] / "src" / "headway" / "catalog" / "data" / "skills"
TOOLS = {"language", "library", "tool", "platform"}


def plain(name: str) -> str:
    """Lower case, without a bracket behind."""
    return re.sub(r"\s*\([^)]*\)$", "", name.casefold().strip())


def fold(name: str) -> str:
    """The same, without a maker before."""
    return re.sub(r"^(?:apache|microsoft|google|ibm|oracle) (?=[a-z])", "", plain(name))


def unique(rows: list[tuple[str, str]], form: Callable[[str], str]) -> dict[str, str]:
    """Name -> identifier, for names that have one identifier only."""
    found: dict[str, set[str]] = {}
    for name, code in rows:
        found.setdefault(form(name), set()).add(code)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}


def read_esco(folder: Path) -> dict[str, str]:
    """Main labels only: an alternative label often names a wider thing."""
    table = pd.read_parquet(folder / "esco" / "skills.parquet")
    return unique([(row.label, row.skill_uri) for row in table.itertuples()], plain)


def read_onet(folder: Path) -> dict[str, str]:
    table = pd.read_csv(folder / "onet" / "technology_skills.csv", dtype=str)
    return unique(list(zip(table.example, table.commodity_code, strict=True)), fold)


def add_codes(text: str, esco: dict[str, str], onet: dict[str, str]) -> tuple[str, int]:
    """The file with the identifiers that it lacks, and how many were added."""
    added = 0
    for slug, skill in tomllib.loads(text).items():
        lines = []
        guarded = {fold(form) for form in skill.get("ambiguous", {}).get("forms", ())}
        names = [fold(name) for name in (skill["name"], *skill.get("aliases", ())) if fold(name) not in guarded]
        if "esco" not in skill and (uri := esco.get(plain(skill["name"]))):
            lines.append(f'esco = "{uri}"\n')
        code = next((onet[name] for name in names if name in onet), None)
        if "onet" not in skill and code and skill["kind"] in TOOLS:
            lines.append(f'onet = "{code}"\n')
        place = re.search(rf"(?m)^\[{re.escape(slug)}\]\n(?:(?!\[).*\n)*?effort = .*\n", text)
        if lines and place:
            text = text[: place.end()] + "".join(lines) + text[place.end() :]
            added += len(lines)
    return text, added


def main() -> None:
    folder = Path(sys.argv[1])
    esco, onet = read_esco(folder), read_onet(folder)
    for path in sorted(SKILLS.glob("*.toml")):
        text, added = add_codes(path.read_text(encoding="utf-8"), esco, onet)
        tomllib.loads(text)
        path.write_text(text, encoding="utf-8")
        print(f"{path.stem:24} {added}")


if __name__ == "__main__":
    main()
