"""The people of the examples, as every writer takes them."""

from __future__ import annotations

import calendar
import io
import tomllib
import zipfile
from pathlib import Path
from typing import Any

Person = dict[str, Any]
MONTHS = list(calendar.month_name)[1:]
PARTS = ("experience", "volunteer", "projects", "education", "skills", "certifications", "publications", "languages",
         "connections")  # fmt: skip


def load_person(slug: str) -> Person:
    """A person with every part present and every period written in the style of the document, in `shown`."""
    person: Person = tomllib.loads((Path(__file__).parent / "people" / f"{slug}.toml").read_text("utf-8"))
    for part in PARTS:
        person.setdefault(part, [])
        for item in person[part]:
            if "start" in item:
                item.setdefault("shown", show_dates(item, person["dates"]))
    return person


def show_dates(item: dict[str, str], style: str) -> str:
    """A period as a person would write it; `style` shows how March 2021 is written."""
    if "points" in item and "title" not in item and "end" not in item:
        return item["start"]
    end = show_month(item["end"], style) if "end" in item else "present"
    return f"{show_month(item['start'], style)} – {end}"


def show_month(month: str, style: str) -> str:
    year, _, number = month.partition("-")
    if not number or style == "2021-03":
        return month
    if style == "03/2021":
        return f"{number}/{year}"
    name = MONTHS[int(number) - 1]
    return f"{name if style == 'March 2021' else name[:3]} {year}"


def place_of(job: dict[str, str]) -> str:
    return ", ".join(job[key] for key in ("organisation", "place") if key in job)


def pack(entries: dict[str, str]) -> bytes:
    """A ZIP with the same bytes every time; `mimetype` stands first and is not packed, as OpenDocument asks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, text in entries.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            target.writestr(entry, text)
    return out.getvalue()
