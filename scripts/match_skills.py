"""Writes ESCO and O*NET identifiers into the skill files, and prints what is near enough to be read by somebody.

Usage: match_skills.py DATA_DIR. DATA_DIR holds esco/skills.parquet (skill_uri, label, alt_labels) and
onet/technology_skills.csv (example, commodity_code). What a file says already is kept.

ESCO: the skill's name is a label, spelling and a bracket behind aside, or a label without its first verb ("use
object-oriented programming"). What stands in READ was read and found to be the same thing under another name.
O*NET: its names and aliases are products, without their maker before and "software" or initials behind ("Amazon Web
Services AWS software"). Of several commodities it has the one under which most occupations use these products.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd

SKILLS = Path(__file__).resolve().parents[1] / "src" / "headway" / "catalog" / "data" / "skills"
TOOLS = {"language", "library", "tool", "platform"}
VERBS = re.compile(r"(?:apply|create|design|perform|use) (?=.)")
MAKERS = re.compile(
    r"(?:amazon web services|apache|microsoft|google|ibm|oracle|amazon|adobe|atlassian|hashicorp|sap) (?=[a-z.])"
)
FOREIGN = {
    *("data-catalogs", "postman", "pulsar", "amazon-connect", "dspace", "canoe", "wordperfect", "ghidra", "sage-50"),
    *("procore", "recruiting-tools"),
}
"""Tools whose name is that of another product at O*NET, or that O*NET puts where they do not belong."""
READ = {
    "active-listening": "listen actively",
    "agile": "Agile development",
    "adaptability": "adapt to change",
    "big-data-processing": "analyse big data",
    "bpmn": "business process modelling",
    "budgeting": "manage budgets",
    "code-review": "conduct ICT code review",
    "coaching": "coach employees",
    "collaboration": "work in teams",
    "computer-architecture": "hardware architectures",
    "concurrency": "use concurrent programming",
    "conflict-resolution": "conflict management",
    "contract-law": "contract law",
    "crm-systems": "use customer relationship management software",
    "critical-thinking": "think critically",
    "curiosity": "demonstrate curiosity",
    "data-cleaning": "perform data cleansing",
    "data-modeling": "data models",
    "data-protection": "data protection",
    "data-visualization": "deliver visual presentation of data",
    "data-warehousing": "data warehouse",
    "debugging": "debug software",
    "decision-making": "make decisions",
    "delegation": "delegate responsibilities",
    "design-patterns": "use software design patterns",
    "distributed-systems": "distributed computing",
    "etl": "data extraction, transformation and loading tools",
    "geospatial-analysis": "geographic information systems",
    "hiring": "recruit employees",
    "image-processing": "digital image processing",
    "informatica": "Informatica PowerCenter",
    "legal-advice": "provide legal advice",
    "literature-review": "conduct literature research",
    "maven": "Apache Maven",
    "mentoring": "mentor individuals",
    "neural-networks": "artificial neural networks",
    "operations-research": "operational research",
    "patents": "patents",
    "pentaho": "Pentaho Data Integration",
    "people-management": "manage a team",
    "presentation-skills": "give live presentation",
    "probability": "probability theory",
    "problem-solving": "solve problems",
    "product-pricing": "pricing strategies",
    "program-management": "program management",
    "prototyping": "develop software prototype",
    "recommender-systems": "build recommender systems",
    "public-speaking": "conduct public presentations",
    "requirements-analysis": "analyse business requirements",
    "research-methods": "scientific research methodology",
    "robotics": "robotics",
    "scientific-writing": "write scientific publications",
    "six-sigma": "six sigma methods",
    "speech-recognition": "speech recognition",
    "spreadsheets": "use spreadsheets software",
    "sql-server": "SQL Server",
    "stakeholder-management": "manage relationships with stakeholders",
    "statistical-modeling": "statistical modeling techniques",
    "supply-chain-domain": "supply chain management",
    "team-leadership": "lead a team",
    "technical-documentation": "provide technical documentation",
    "test-automation": "develop automated software tests",
    "testing": "execute software tests",
    "time-management": "manage time",
    "usability-testing": "measure software usability",
    "user-research": "execute ICT user research activities",
    "vendor-management": "supplier management",
    "wireframing": "create website wireframe",
}
"""Skill -> the ESCO label that is the same thing. Wider and narrower things, of which there are many, are left out."""


def plain(name: str) -> str:
    """Lower case, one spelling, without hyphens and a bracket behind."""
    name = re.sub(r"\s*\([^)]*\)$", "", name.casefold().strip()).replace("-", " ")
    return name.replace("isation", "ization").replace("modelling", "modeling").replace("behaviour", "behavior")


def product(example: str) -> str:
    """A product as people write it: `Microsoft Excel` and `Qlik software` are Excel and Qlik."""
    words = re.sub(r" software$", "", plain(example)).split()
    if len(words) > 2 and "".join(word[0] for word in words[:-1]).endswith(words[-1]):
        words = words[:-1]
    elif len(words) > 4 and words[:4] == ["amazon", "web", "services", "aws"]:
        words = words[3:]
    return " ".join(words)


def read_esco(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Label -> identifier, as written and as compared; labels of several things are left out of the second."""
    table = pd.read_parquet(folder / "esco" / "skills.parquet")
    written = dict(zip(table.label, table.skill_uri, strict=True))
    exact: dict[str, set[str]] = {}
    acted: dict[str, set[str]] = {}
    for label, uri in written.items():
        exact.setdefault(plain(label), set()).add(uri)
        if VERBS.match(plain(label)):
            acted.setdefault(VERBS.sub("", plain(label), count=1), set()).add(uri)
    compared = {name: min(uris) for name, uris in {**acted, **exact}.items() if len(uris) == 1}
    return written, compared


def read_onet(folder: Path) -> dict[str, Counter[str]]:
    """Product, with and without its maker -> in how many occupations it is under which commodity."""
    table = pd.read_csv(folder / "onet" / "technology_skills.csv", dtype=str)
    uses: dict[str, Counter[str]] = {}
    makers: dict[str, set[str]] = {}
    for example, code in zip(table.example, table.commodity_code, strict=True):
        whole = product(example)
        for name in {plain(example), whole, MAKERS.sub("", whole, count=1)}:
            uses.setdefault(name, Counter())[code] += 1
            makers.setdefault(name, set()).add(whole)
    return {name: codes for name, codes in uses.items() if len(makers[name]) == 1}


def find_codes(
    slug: str, skill: dict[str, Any], written: dict[str, str], compared: dict[str, str], onet: dict[str, Counter[str]]
) -> dict[str, str]:
    """The identifiers of one skill, as far as they are sure."""
    codes = {}
    uri = written.get(READ[slug]) if slug in READ else compared.get(plain(skill["name"]))
    if uri:
        codes["esco"] = uri
    guarded = {plain(form) for form in skill.get("ambiguous", {}).get("forms", ())}
    aliases = [name for name in skill.get("aliases", ()) if plain(name) not in guarded and name != name.lower()]
    names = {plain(name) for name in (skill["name"], *aliases)}
    uses = sum((onet.get(name, Counter()) for name in sorted(names)), Counter[str]())
    if uses and skill["kind"] in TOOLS and slug not in FOREIGN:
        codes["onet"] = max(sorted(uses), key=lambda code: uses[code])
    return codes


def add_codes(text: str, slug: str, codes: dict[str, str]) -> str:
    """The file with the identifiers behind the skill's `effort`."""
    place = re.search(rf"(?m)^\[{re.escape(slug)}\]\n(?:(?!\[).*\n)*?effort = .*\n", text)
    if not place:
        return text
    lines = "".join(f'{key} = "{code}"\n' for key, code in codes.items())
    return text[: place.end()] + lines + text[place.end() :]


def main() -> None:
    folder = Path(sys.argv[1])
    written, compared = read_esco(folder)
    onet = read_onet(folder)
    labels = {uri: label for label, uri in written.items()}
    print(*(f"READ names no label of ESCO: {label}" for label in READ.values() if label not in written), sep="\n")
    for path in sorted(SKILLS.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        for slug, skill in tomllib.loads(text).items():
            codes = find_codes(slug, skill, written, compared, onet)
            for key in codes.keys() & skill.keys():
                if codes[key] != skill[key]:
                    print(f"{path.stem}: {slug} says {key} {skill[key]}, found {codes[key]}")
            added = {key: code for key, code in codes.items() if key not in skill}
            text = add_codes(text, slug, added)
            for code in added.values():
                print(f"{path.stem}: {slug} = {labels.get(code, code)}")
        tomllib.loads(text)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
