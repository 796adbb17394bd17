"""Lives a year of a fictional person with headway itself and prints what it says, week by week.

Usage: python scripts/simulate_year.py [RESUME] [--to ml-engineer:mid] [--hours 6] [--out FILE]

Each week the person looks at `headway today` and logs the hours they find; all takes a seventh longer than thought.
Two weeks are missed, one is lost to an illness, one thing is dropped and a deadline comes; after each of these the plan
is made again. All is kept in a folder that is thrown away. The year lies in the past, as nothing is logged ahead.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from headway.errors import HeadwayError
from headway.faces.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "priya-raghunathan-cole.json"
START = date(2025, 11, 3)
SLOWER = 8 / 7
MISSED, ILL, DROP, DEADLINE = (8, 9), 19, 14, 27
"""Weeks, from 1."""
NEW_DEADLINE = START + timedelta(weeks=46)
QUARTERS = (13, 26, 39)


def call(*words: str | Path) -> str:
    """What a command prints; the script ends with its message where it fails."""
    sys.argv = ["headway", *map(str, words)]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run()
        except HeadwayError as fault:
            sys.exit(f"headway {' '.join(map(str, words))}: {fault}")
    if code:
        sys.exit(f"headway {' '.join(map(str, words))}: {err.getvalue()}")
    return out.getvalue()


def ask(*words: str | Path) -> Any:
    return json.loads(call(*words, "--json"))


def tell(command: str, text: str) -> str:
    return f"    $ {command}\n" + "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines()) + "\n"


def live_week(monday: date) -> str:
    """Logs what the week holds, and marks as done what has had its hours; one line about it."""
    seen = ask("today", "--on", monday.isoformat())
    said = []
    for item in seen["items"]:
        slug, hours = item["activity"], round(min(item["hours"], 20) * 4) / 4
        if hours <= 0:
            continue
        noted = ask("log", slug, f"{hours:g}h", "--on", (monday + timedelta(days=5)).isoformat())["activity"]
        said.append(f"{hours:g} h {item['name']}")
        if noted["planned"] and noted["logged"] >= noted["planned"]:
            extra = round(noted["planned"] * (SLOWER - 1) * 4) / 4
            if extra > 0:
                call("log", slug, f"{extra:g}h", "--on", (monday + timedelta(days=6)).isoformat())
            call("done", slug, "--on", (monday + timedelta(days=6)).isoformat())
            said[-1] += f" and {extra:g} h more than planned: done"
    said += [f"{review['hours']:g} h to go through {review['name']} once more" for review in seen["reviews"]]
    return "; ".join(said) or "nothing was planned"


def live_year(resume: Path, to: str, hours: float) -> list[str]:
    begun = (START - timedelta(days=3)).isoformat()
    call("plan", resume, "--to", to, "--hours", f"{hours:g}", "--on", begun, "--keep")
    lines = ["## Before the year\n", tell("headway progress", call("progress", "--on", begun))]
    for week in range(1, 53):
        monday = START + timedelta(weeks=week - 1)
        on = monday.isoformat()
        if week in (MISSED[-1] + 1, ILL + 1, DROP, DEADLINE):
            lines.append(make_again(week, on))
        if week in QUARTERS:
            lines.append(tell("headway retro", call("retro", "--on", on)))
        if week in MISSED:
            lines.append(f"**Week {week}** ({on}): nothing logged.\n")
        elif week == ILL:
            last = monday + timedelta(days=6)
            call("away", on, last.isoformat(), "--why", "influenza")
            lines.append(f"**Week {week}** ({on}): ill. `headway away {on} {last} --why influenza`.\n")
        else:
            lines.append(f"**Week {week}** ({on}): {live_week(monday)}.\n")
        if week < 52 and ask("today", "--on", (monday + timedelta(weeks=1)).isoformat())["finished"]:
            lines.append("Everything in the plan is done.\n")
            break
    end = (START + timedelta(weeks=52)).isoformat()
    lines += ["## After the year\n", tell("headway progress", call("progress", "--on", end))]
    return [*join_weeks(lines), tell("headway retro", call("retro", "--on", end))]


def join_weeks(lines: list[str]) -> list[str]:
    """Weeks with the same words, one behind the other, as one line."""
    joined: list[tuple[list[str], str]] = []
    for line in lines:
        week = re.fullmatch(r"\*\*Week (\d+)\*\* \([\d-]+\): (.+)\n", line)
        if week and joined and joined[-1][0] and joined[-1][1] == week[2]:
            joined[-1][0].append(week[1])
        else:
            joined.append(([week[1]] if week else [], week[2] if week else line))
    return [
        f"**Week{'s' if len(weeks) > 1 else ''} {' to '.join(dict.fromkeys((weeks[0], weeks[-1])))}**: {said}\n"
        if weeks
        else said
        for weeks, said in joined
    ]


def make_again(week: int, on: str) -> str:
    words: list[str] = []
    before = ""
    if week == DROP:
        coming = ask("today", "--on", on)["items"]
        slug = coming[-1]["activity"] if coming else ""
        if slug:
            call("drop", slug, "--why", "not what I need")
            before = f"`headway drop {slug} --why 'not what I need'`\n\n"
    if week == DEADLINE:
        words = ["--by", NEW_DEADLINE.isoformat()]
    return before + tell(f"headway replan {' '.join(words)}".strip(), call("replan", "--on", on, *words))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resume", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--to", default="ml-engineer:mid")
    parser.add_argument("--hours", type=float, default=6.0)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"HEADWAY_HOME": home, "COLUMNS": "88"}
        text = "\n".join(live_year(asked.resume, asked.to, asked.hours))
    if asked.out:
        asked.out.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
