"""Every reader fed with damaged documents: crashes, hangs and memory counted.

    python benchmarks/fuzz_readers.py [N] [--seed SEED] [--keep FOLDER]

mutates every file of examples/ and small documents made here, N inputs in all (20,000 without N), the same for one
seed. Each must come out as a draft whose spans hold, or as a refusal of one line. Prints, for each format, how many
were read and refused, the slowest in seconds of processor time, and the peak memory; what crashed or took over five
seconds is named, and kept in FOLDER if one is given. Ends with 1 if there is any.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from headway.errors import UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document

EXAMPLES = Path(__file__).parents[1] / "examples"
HANG = 5.0
"""Seconds of processor time, of PDF processes too."""
OFTEN = 3.0
"""How much more often the small documents are taken, as they cost less."""
SELDOM = {".pdf": 0.1, ".docx": 0.5}
"""A PDF costs a process of its own, a Word document a library: fewer of them."""
WORDS = (
    "0", "999999999999", "-1", "\0", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#0;", "&#x10ffff;",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "(", "[", "{", "}", '"', "'", "\\", "\\u0000", "\\ud800", "\n", "\r", "\t",
    ",", ";", "😀", "\u202e", "\u0627\u0644\u0639", "\u200b", "\u0301" * 9, "e\u0301", "ﬁ", "PK\x03\x04", "../", "C:\\",
    "%n", "{\\rtf1", "\\bin99999999", "\\u-1?", "\\'8", "*" * 40, "#" * 9, "|" * 60, "- " * 40, "(" * 60, "[" * 90,
    "01/02/2003 - ", "2019 – ", "A" * 3_000, " " * 3_000, "1" * 500,
)  # fmt: skip
TOKENS = (*(word.encode() for word in WORDS), b"\xff", b"\xfe\xff", b"\x93", b"\xe4", b"\xc3")


def collect_seeds() -> dict[str, bytes]:
    """The documents that are mutated, by name."""
    skipped = (".py", ".typ", ".toml")
    seeds = {p.name: p.read_bytes() for p in sorted(EXAMPLES.iterdir()) if p.is_file() and p.suffix not in skipped}
    seeds["small.html"] = (
        b"<!DOCTYPE html><html><head><meta charset='windows-1252'></head><body><h1>Jo Elm</h1><h2>Experience</h2><p><b>"
        b"Analyst</b>, Birch, 2019 - 2021</p><table><tr><td>SQL<td>R</table><ul><li>Built <a href='x.y'>it</a></ul>"
    )
    seeds["small.rtf"] = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}}{\b Jo Elm}\par Experience\par Analyst, Birch\tab 2019\endash 2021"
        rb"\par\u8364?\'e4{\*\x y}\trowd SQL\cell R\cell\row}"
    )
    seeds["small.xml"] = (
        b"<?xml version='1.0'?><SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>Jo</FirstName>"
        b"</PersonName></Identification><WorkExperienceList><WorkExperience><Period><From year='2019' month='--03'/>"
        b"</Period><Position><Label>Analyst</Label></Position><Activities>&lt;p&gt;Built&lt;/p&gt;</Activities></WorkExperience>"
        b"</WorkExperienceList></LearnerInfo></SkillsPassport>"
    )
    seeds["small.txt"] = "Jo Elm\n\nExperience\nAnalyst, Birch, März 2019 – heute\n• Built\n".encode("utf-16")
    seeds["latin.txt"] = "José Elm\n\nSprachen\nDeutsch – Muttersprache\n\nZertifikate\nCKA, 2023".encode("cp1252")
    return seeds


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A few bytes flipped, dropped, doubled, moved, replaced by awkward ones, or everything after a place cut off."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        if not out:
            break
        here, there, size = chance.randrange(len(out)), chance.randrange(len(out)), chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(7):
            case 0:
                out[here] ^= 1 << chance.randrange(8)
            case 1:
                del out[here : here + size]
            case 2:
                out[here:here] = out[there : there + size]
            case 3:
                out[here : here + size] = out[there : there + size]
            case 4 | 5:
                token = chance.choice(TOKENS)
                times = chance.choice((1, 1, 1, 50)) if len(token) < 20 else 1
                out[here : here + chance.choice((0, 1, size))] = token * times
            case _ if chance.random() < 0.1:
                del out[here:]
    return bytes(out)


def mutate_entry(data: bytes, chance: random.Random) -> bytes:
    """A ZIP that is whole, with one of its entries damaged, doubled, renamed or dropped."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        hit = chance.choice([n for n in names if n.endswith((".xml", ".csv", ".rels"))] or names)
        for name in names:
            body = source.read(name)
            if name != hit:
                target.writestr(name, body)
            elif (kind := chance.random()) < 0.9:
                target.writestr(name, mutate(body, chance))
            elif kind < 0.95:
                target.writestr("../" + name, body)
    return out.getvalue()


def make_inputs(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` named inputs, the same for the same seed."""
    chance = random.Random(seed)
    seeds = collect_seeds()
    names = list(seeds)
    weights = [OFTEN if len(seeds[name]) < 1_000 else SELDOM.get(Path(name).suffix, 1.0) for name in names]
    for name in chance.choices(names, weights, k=count):
        data = seeds[name]
        if data[:2] == b"PK" and chance.random() < 0.7:
            yield name, mutate_entry(data, chance)
        else:
            yield name, mutate(data, chance)


def check_draft(draft: Draft) -> None:
    """What holds for every draft: sections cover the text, spans are in it, nothing unstorable."""
    place = 0
    for section in draft.sections:
        assert section.span.start == place < section.span.end  # noqa: S101
        place = section.span.end
    assert place == len(draft.text)  # noqa: S101
    spans = [item.span for items in (draft.positions, draft.studies) for item in items]
    spans += [item.span for items in (draft.certifications, draft.languages, draft.links) for item in items]
    assert all(0 <= span.start <= span.end <= len(draft.text) for span in (*spans, *draft.unplaced))  # noqa: S101
    assert not {"\x00", "\r"}.intersection(draft.text)  # noqa: S101


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    slowest: dict[str, float] = defaultdict(float)
    faults = 0
    started = time.perf_counter()
    for number, (name, data) in enumerate(make_inputs(given.count, given.seed)):
        kind, begun = Path(name).suffix, sum(os.times()[:4])
        fault = ""
        try:
            check_draft(read_document(data, name)[0])
            outcomes[kind]["read"] += 1
        except UnreadableFile as refusal:
            outcomes[kind]["refused"] += 1
            fault = "refusal of several lines" if "\n" in str(refusal) else ""
        except Exception as crash:  # noqa: BLE001 - any other exception is the finding
            outcomes[kind]["crashed"] += 1
            fault = f"{type(crash).__name__}: {crash}"
        took = sum(os.times()[:4]) - begun
        slowest[kind] = max(slowest[kind], took)
        if took > HANG:
            outcomes[kind]["hung"] += 1
            fault = fault or f"{took:.1f} s"
        if fault:
            faults += 1
            print(f"input {number} ({name}): {fault}"[:200])
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{number}-{name}").write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'format':8}{'inputs':>8}{'read':>8}{'refused':>9}{'crashed':>9}{'hung':>6}{'slowest, s':>12}")
    for kind, counts in sorted(outcomes.items()):
        total = counts["read"] + counts["refused"] + counts["crashed"]
        row = (
            f"{kind:8}{total:>8,}{counts['read']:>8,}{counts['refused']:>9,}{counts['crashed']:>9,}{counts['hung']:>6,}"
        )
        print(f"{row}{slowest[kind]:>12.2f}")
    print(
        f"{given.count:,} inputs in {time.perf_counter() - started:,.0f} s; peak memory {peak:,.0f} MB,"
        f" of a PDF process {children:,.0f} MB; {faults} faults"
    )
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
