"""A fictional network as a CSV table that `headway people import` reads, the same one for the same seed.

Usage: python scripts/make_network.py [--count 1000] [--seed 1] [--on 2026-11-23] > network.csv
Names and organisations are put together from parts and belong to nobody. Of a thousand, some 60 have a cadence, some
250 a skill, and one in twelve was asked to mentor and would.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from datetime import date, timedelta
from typing import TextIO

FIRST = (
    "Ada Bo Cyra Dmitri Ewa Farid Grete Hiro Inès Jonas Kaya Lior Mårit Nuru Oskari Pia Quim Rosa Søren Tariq".split()
)
LAST = (
    "Elm Holm Strand Vale Quill Birch Marsh Thorne Lund Okello Varga Sato Ferreira Novák Åsling Mbeki Roux Kher".split()
)
PLACES = "Larkfield Fir Northwind Quell Amber Tidal Orchard Granite Meadow Cobalt".split()
TRADES = {
    "Labs": "technology",
    "Bank": "finance",
    "Clinic": "healthcare",
    "Grocery": "retail",
    "Works": "manufacturing",
    "Freight": "logistics",
}
WORK = {
    "ML engineer": "pytorch mlops model-deployment machine-learning docker",
    "AI engineer": "rag large-language-models prompt-engineering python",
    "Data scientist": "machine-learning statistics ab-testing python",
    "Data engineer": "sql airflow python docker",
    "Product manager": "stakeholder-management",
    "Designer": "",
}
GRADES = {"": "mid", "Junior ": "entry", "Senior ": "senior", "Principal ": "leadership"}
MET = ("worked together", "a meetup", "a conference", "a course", "through a friend", "connected online")
COLUMNS = (
    "name,organisation,role,former,industry,expertise,met,tier,willing,room,mentees,url,consent,added on,touches".split(
        ","
    )
)


def write_network(file: TextIO, count: int, seed: int, today: date) -> None:
    """`count` rows under their headings."""
    chance = random.Random(seed)  # noqa: S311 - a fiction is no secret
    table = csv.writer(file)
    table.writerow(COLUMNS)
    for number in range(count):
        table.writerow(_make_person(number, chance, today))


def _make_person(number: int, chance: random.Random, today: date) -> list[object]:
    first, (last, other) = chance.choice(FIRST), chance.sample(LAST, 2)
    trade = chance.choice(list(TRADES))
    grade, work = chance.choice(list(GRADES)), chance.choice(list(WORK))
    skills = WORK[work].split()
    known = chance.sample(skills, min(len(skills), 2)) if chance.random() < 0.3 else []
    tier = chance.choice(("close", "regular", "loose")) if chance.random() < 0.06 else ""
    asked = chance.random() < 0.08
    before = f"{chance.choice(PLACES)} {chance.choice(list(TRADES))}" if chance.random() < 0.3 else ""
    return [
        f"{first} {last}-{other}" if chance.random() < 0.5 else f"{first} {last}",
        f"{chance.choice(PLACES)} {trade}",
        f"{grade}{work}",
        before,
        TRADES[trade],
        "; ".join(f"{skill}:{GRADES[grade]}" for skill in known),
        chance.choice(MET),
        tier,
        "yes" if asked else "",
        chance.randint(1, 2) if asked else "",
        chance.randint(0, 1) if asked else "",
        f"https://network.example/in/{number:06d}",
        "given" if tier else "",
        today - timedelta(days=chance.randint(1, 2500)),
        _make_touches(bool(tier), chance, today),
    ]


def _make_touches(often: bool, chance: random.Random, today: date) -> str:
    """Some were never in touch, some lately, some years ago."""
    count = chance.randint(1, 8) if often else chance.choice((0, 0, 1, 2))
    longest = 400 if often else 2500
    days = sorted((chance.randint(3, longest) for _ in range(count)), reverse=True)
    kinds = ("met", "call", "message", "message", "tried")
    return "; ".join(f"{today - timedelta(days=day)} {chance.choice(kinds)}" for day in days)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=1000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--on", type=date.fromisoformat, default=date(2026, 11, 23))
    said = words.parse_args()
    write_network(sys.stdout, said.count, said.seed, said.on)


if __name__ == "__main__":
    main()
