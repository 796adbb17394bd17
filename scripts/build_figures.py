"""Build the catalog's figures (demand.csv, coverage.csv, together.csv, wages.csv) from a folder of open data.

    python scripts/build_figures.py DATA_DIR [--catalog FOLDER]

DATA_DIR holds `demand/` (counts of skills in postings), `oews/` (official US wages) and `pay/` (collected salaries).
Skills are matched to the catalog by name and alias, so run it again whenever skills are added. It prints what it
could not match, most asked first. No text of any posting is read or written.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

CATALOG = Path(__file__).parent.parent / "src" / "headway" / "catalog" / "data"

FAMILIES = {
    "ai_engineer": "field_guide_2026",
    "ml_engineer": "field_guide_2026",
    "ml_platform": "field_guide_2026",
    "mlops_engineer": "field_guide_2026",
    "data_engineer": "field_guide_2026",
    "research_scientist": "field_guide_2026",
    "software_engineer": "field_guide_2026",
    "data_scientist": "ai_trends_2025",
    "data_analyst": "ai_trends_2025",
    "ai_leadership": "ai_trends_2025",
}
"""The one source for each family of postings: the larger one. Sources are never pooled, their tags differ too much."""

DEMAND = ("family", "skill", "asking", "postings", "source")
TOGETHER = ("skill", "other", "both", "asking", "other_asking", "postings", "source")
COVERAGE = ("family", "mentions", "known", "source")
WAGES = ("of", "stage", "country", "currency", "p10", "p25", "p50", "p75", "p90", "kind", "source", "date", "n", "note")

TITLES = (
    (None, r"manag|\bhead\b|director|chief|\bvp\b|president|\blead\b|product owner|analytics engineer|architect"),
    ("mlops-engineer", r"ml ?ops|machine learning operations|ml platform|machine learning infrastructure"),
    ("research-scientist", r"(research|ai|ml|machine learning) (scientist|researcher)|research engineer"),
    ("ml-engineer", r"(machine learning|\bml\b|deep learning|computer vision|nlp) (software )?(engineer|developer)"),
    ("ai-developer", r"(\bai\b|artificial intelligence) (software )?(developer|programmer)"),
    ("ai-engineer", r"(\bai\b|artificial intelligence|llm|generative ai|prompt) (software )?engineer"),
    ("data-scientist", r"data scien|decision scien|applied scien"),
    ("data-engineer", r"data (platform |infrastructure |integration |pipeline |operations )?engineer|\betl\b|big data"),
    ("data-analyst", r"data analy|business intelligence analyst|\bbi analyst|insights? analyst|product analyst"),
    ("software-engineer", r"software (development )?(engineer|developer)|(back|front).?end|full.?stack"),
)
"""Job title -> role, the first that matches. A title that leads people is left out: it says too little of the field."""

STAGES = {"EN": "entry", "MI": "mid", "SE": "senior", "EX": "leadership"}
TEXTS = ("field_guide_2026", "ai_trends_2025")
"""Postings whose text was searched for the skills that they are tagged with; both together count pairs."""
FEWEST_TOGETHER = 50
"""Postings that must ask for both of a pair: the largest employer has 37, and no single one may make a pair."""
LEAST_LIFT = 2.0
FEWEST = 50
"""Distinct rows below which a cell of pay is not shipped."""
CURRENCIES = {
    **dict.fromkeys(("DE", "FR", "NL", "ES", "AT", "IE", "IT", "PT", "FI", "BE", "LT", "LV", "EE"), "EUR"),
    **{"US": "USD", "GB": "GBP", "CA": "CAD", "AU": "AUD", "IN": "INR", "PL": "PLN", "CH": "CHF", "BR": "BRL"},
}
PAY_NOTE = "company location; ends of posted ranges and single salaries mixed"
PERCENTILES = (10, 25, 50, 75, 90)

Cells = tuple[object, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--catalog", type=Path, default=CATALOG)
    given = parser.parse_args()
    figures = given.catalog / "figures"
    figures.mkdir(parents=True, exist_ok=True)
    totals = pd.read_csv(given.data / "demand" / "role_skill_totals.csv", dtype={"skill": str}, keep_default_na=False)
    known = match_skills(
        read_names(given.catalog / "skills"), totals, pd.read_csv(given.data / "demand" / "skill_aliases.csv")
    )
    generic = pd.read_csv(given.data / "demand" / "skills.csv", keep_default_na=False)
    ordinary = set(generic[generic.generic_in_text == "Y"].skill)
    demand = list(count_demand(totals, known, ordinary))
    coverage = list(count_coverage(totals, known))
    together = list(count_pairs(pd.read_parquet(given.data / "demand" / "skill_cooccurrence.parquet"), totals, known))
    wages = [*official_wages(given.data / "oews"), *collected_wages(given.data / "pay")]
    write(figures / "demand.csv", DEMAND, demand)
    write(figures / "coverage.csv", COVERAGE, coverage)
    write(figures / "together.csv", TOGETHER, together)
    write(figures / "wages.csv", WAGES, wages)
    print(f"{len(demand)} rows of demand, {len(together)} pairs, {len(wages)} rows of wages", file=sys.stderr)
    report(totals, known)
    return 0


def read_names(folder: Path) -> dict[str, str]:
    """Every name and alias of the catalog's skills, squashed, -> slug. A file that is no TOML yet is passed over."""
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            print(f"{path}: {error}", file=sys.stderr)
            continue
        for slug, skill in table.items():
            forms = skill.get("ambiguous", {}).get("forms", [])
            for name in (skill.get("name", slug), slug, *forms, *skill.get("aliases", [])):
                names.setdefault(squash(name), slug)
    return names


def squash(name: str) -> str:
    """A name without case, spaces and punctuation, except the signs that make another name of it (C, C++, C#)."""
    return re.sub(r"[^\w+#]", "", name.casefold())


def match_skills(names: dict[str, str], totals: pd.DataFrame, aliases: pd.DataFrame) -> dict[str, str]:
    """Counted skill -> slug: by its own name, else by the spelling of it that most postings use."""
    spellings: dict[str, list[str]] = {}
    for row in aliases.sort_values("n_postings", ascending=False).itertuples():
        if row.rule != "split_on_slash":
            spellings.setdefault(str(row.skill), []).append(str(row.surface_lower))
    matched: dict[str, str] = {}
    for skill, display in dict(zip(totals.skill, totals.display_name, strict=True)).items():
        for name in (skill, display, *spellings.get(skill, [])):
            if slug := names.get(squash(name)):
                matched[skill] = slug
                break
    return matched


def count_demand(totals: pd.DataFrame, known: dict[str, str], ordinary: set[str]) -> Iterator[Cells]:
    """Postings of each family that ask for each skill.

    field_guide: tagged and in the text (tags alone over-report). ai_trends: in the text (tags under-report), except
    for skills that are ordinary words. Of several counted skills with one slug the largest count is taken: a posting
    may name more than one of them.
    """
    for family, source in FAMILIES.items():
        rows = totals[(totals.source == source) & (totals.role_family == family)]
        if rows.empty:
            continue
        most: dict[str, int] = {}
        for row in rows.itertuples():
            if row.skill in known:
                counted = row.n_tagged_in_text if source.startswith("field") or row.skill in ordinary else None
                asking = int(float(counted if counted is not None else row.n_text_match) or 0)
                most[known[row.skill]] = max(asking, most.get(known[row.skill], 0))
        postings = int(rows.n_postings.max())
        for slug, asking in sorted(most.items(), key=lambda pair: (-pair[1], pair[0])):
            if asking:
                yield family.replace("_", "-"), slug, min(asking, postings), postings, source.replace("_", "-")


def count_coverage(totals: pd.DataFrame, known: dict[str, str]) -> Iterator[Cells]:
    """Mentions of skills in each family's postings (tagged and in the text), and those of skills that are known."""
    for family, source in FAMILIES.items():
        rows = totals[(totals.source == source) & (totals.role_family == family)]
        mentions = pd.to_numeric(rows.n_tagged_in_text).fillna(0)
        if mentions.sum():
            counts = int(mentions.sum()), int(mentions[rows.skill.isin(known)].sum())
            yield family.replace("_", "-"), *counts, source.replace("_", "-")


def count_pairs(pairs: pd.DataFrame, totals: pd.DataFrame, known: dict[str, str]) -> Iterator[Cells]:
    """Pairs of skills that postings ask for together at least twice as often as chance would have it.

    A skill is counted where it is tagged and in the text. Of several spellings the largest count is taken.
    """
    rows = totals[totals.source.isin(TEXTS)]
    postings = int(rows.drop_duplicates(["source", "role_family"]).n_postings.astype(int).sum())
    counted = pd.to_numeric(rows.n_tagged_in_text).fillna(0).groupby(rows.skill).sum()
    asking: dict[str, int] = {}
    for skill, slug in known.items():
        asking[slug] = max(int(counted.get(skill, 0)), asking.get(slug, 0))
    both: dict[tuple[str, str], int] = {}
    for row in pairs.itertuples():
        one, two = sorted((known.get(row.skill_a, ""), known.get(row.skill_b, "")))
        if one and one != two:
            both[one, two] = max(int(row.n_both_tagged_in_text), both.get((one, two), 0))
    for (one, two), n in sorted(both.items()):
        least = min(n, asking[one], asking[two])
        if least >= FEWEST_TOGETHER and least * postings >= LEAST_LIFT * asking[one] * asking[two]:
            yield one, two, least, asking[one], asking[two], postings, "postings-together"


def official_wages(folder: Path) -> Iterator[Cells]:
    """National US wages of every occupation in the table, all stages together."""
    table = pd.read_csv(folder / "wages_may2025_national.csv", dtype=str, keep_default_na=False)
    for row in table[table.soc_level == "detailed"].sort_values("soc").itertuples():
        pay = [getattr(row, f"p{p}_annual_usd").removesuffix(".0") for p in PERCENTILES]
        if any(pay):
            yield row.soc, "", "US", "USD", *pay, "measured", "oews-2025", "2025-05", "", f"{row.title}, employees only"


def collected_wages(folder: Path) -> Iterator[Cells]:
    """Pay of 2024 by role, country and stage (and over all stages), in the country's own currency."""
    table = pd.read_parquet(folder / "ai_jobs_net_2020_2024_ft.parquet")
    table = table[table.work_year == 2024].drop(columns="copies").drop_duplicates()
    table["role"] = table.job_title.map(find_role)
    table["stage"] = table.experience_level.map(STAGES)
    table = table[table.role.notna() & (table.salary_currency == table.company_location.map(CURRENCIES))]
    for keys in (["role", "company_location", "stage"], ["role", "company_location"]):
        for cell, rows in table.groupby(keys):
            if len(rows) >= FEWEST:
                pay = [round(rows.salary.quantile(p / 100)) for p in PERCENTILES]
                stage = cell[2] if len(cell) == 3 else ""
                yield (
                    *(cell[0], stage, cell[1], CURRENCIES[cell[1]]),
                    *pay,
                    *("reported", "aijobs-2024", "2024", len(rows), PAY_NOTE),
                )


def find_role(title: str) -> str | None:
    return next((role for role, pattern in TITLES if re.search(pattern, title.lower())), None)


def write(path: Path, columns: Cells, rows: Iterable[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def report(totals: pd.DataFrame, known: dict[str, str]) -> None:
    """The share of skill mentions that the catalog knows, and the most asked skills that it does not."""
    used = totals[[FAMILIES.get(f) == s for f, s in zip(totals.role_family, totals.source, strict=True)]]
    asked = used.assign(n=pd.to_numeric(used.n_tagged_in_text).fillna(0)).groupby("skill").n.sum().sort_values()
    matched = asked[asked.index.isin(known)].sum() / asked.sum()
    print(f"{matched:.1%} of skill mentions are in the catalog; the largest that are not:", file=sys.stderr)
    missing = asked[~asked.index.isin(known)][::-1].head(60)
    print(", ".join(f"{skill} {int(n)}" for skill, n in missing.items()), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
