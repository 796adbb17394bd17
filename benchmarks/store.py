"""What the store promises, tried: kills at random moments, two writers at once, and how long things take.

Usage: python benchmarks/store.py [--kills 200] [--writers 2] [--writes 500] [--seed 1]
A writer records an event together with a document that counts it, and says its number once that is acknowledged. It is
killed (SIGKILL) at a random moment. Afterwards the store must open, be whole, hold every acknowledged event once, and
hold as many events as the document counts. Kills end processes and not the machine: they do not try the disk's cache.
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from headway.store.faults import Conflict
from headway.store.kinds import NEW, TRACK, WEEK
from headway.store.opening import open_store, start_django
from headway.store.settings import DATABASE
from headway.track.events import Logged
from headway.wellbeing.week import WeekBudget

HEADWAY = Path(sys.executable).parent / "headway"
EVENT = Logged(on=date(2026, 11, 23), activity="a-course", name="A course", hours=1.5)
LATEST = 0.4
"""Seconds from its start within which a writer is killed."""
FRESH = 10
"""Kills of one store before another is made."""


def write_until_killed(folder: Path, tell: int, name: str) -> None:
    """Events and a document that counts them; each number is told once it is acknowledged."""
    with open_store(folder) as store:
        number = 0
        while True:
            with store.together():
                kept = store.get(WEEK)
                store.append(TRACK, EVENT, f"{name}-{number}")
                store.put(WEEK, WeekBudget(work=1), kept.version if kept else NEW)
            os.write(tell, f"{name}-{number}\n".encode())
            number += 1


def kill_once(folder: Path, name: str, chance: random.Random) -> set[str]:
    """Starts a writer, kills it at a random moment, and gives what it had said was kept."""
    listen, tell = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(listen)
        write_until_killed(folder, tell, name)
    os.close(tell)
    time.sleep(chance.uniform(0, LATEST))
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with os.fdopen(listen, "rb") as said:
        lines = said.read().decode()
    return set(lines[: lines.rfind("\n") + 1].split())


def check_once(folder: Path) -> bool:
    """Opens the store in a process of its own; whether it is whole and its document counts its events."""
    checker = os.fork()
    if checker == 0:
        with open_store(folder) as store:
            kept, events = store.get(WEEK), store.all(TRACK)
        with closing(sqlite3.connect(folder / DATABASE)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        os._exit(0 if whole and len(events) == (kept.version if kept else 0) else 1)
    return os.waitpid(checker, 0)[1] == 0


def try_kills(kills: int, seed: int) -> None:
    """A fresh store every tenth time, so that kills fall into its making, too."""
    chance, acknowledged, found, failed = random.Random(seed), set[str](), list[str](), 0
    for first in range(0, kills, FRESH):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            for number in range(first, min(first + FRESH, kills)):
                acknowledged |= kill_once(folder, f"writer-{number}", chance)
                failed += not check_once(folder)
            with closing(sqlite3.connect(folder / DATABASE)) as connection:
                found += [uid for (uid,) in connection.execute("SELECT uid FROM store_event")]
    lost, twice, unsaid = acknowledged - set(found), len(found) - len(set(found)), set(found) - acknowledged
    print(f"{kills} kills: {len(acknowledged):,} events acknowledged, {len(lost)} of them lost, {twice} kept twice,")
    print(f"  {len(unsaid)} kept without having been said; {failed} stores not whole or not opening")


def contend(folder: Path, tell: int, writes: int) -> None:
    """Raises a counter by reading and writing with the version that was read; tries again when told of a conflict."""
    won = told = 0
    with open_store(folder) as store:
        while won < writes:
            kept = store.get(WEEK)
            try:
                store.put(WEEK, WeekBudget(work=1), kept.version if kept else NEW)
                won += 1
            except Conflict:
                told += 1
    os.write(tell, f"{won} {told}\n".encode())
    os._exit(0)


def try_writers(writers: int, writes: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        listen, tell = os.pipe()
        started = []
        for _ in range(writers):
            started.append(os.fork())
            if started[-1] == 0:
                contend(Path(scratch), tell, writes)
        os.close(tell)
        codes = [os.waitpid(writer, 0)[1] for writer in started]
        with os.fdopen(listen) as said:
            counts = [tuple(map(int, line.split())) for line in said]
        with open_store(Path(scratch)) as store:
            kept = store.get(WEEK)
    won, told = (sum(column) for column in zip(*counts, strict=True))
    version = kept.version if kept else 0
    print(f"{writers} writers of one document: {won} writes kept, version {version}, {told} conflicts told, ")
    print(f"  {won - version} lost, {sum(code != 0 for code in codes)} writers failed")


def time_writes(writes: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        start = time.perf_counter()
        with open_store(Path(scratch)) as store:
            made = time.perf_counter() - start
            seconds = []
            for number in range(writes):
                start = time.perf_counter()
                with store.together():
                    kept = store.get(WEEK)
                    store.append(TRACK, EVENT, f"uid-{number}")
                    store.put(WEEK, WeekBudget(work=1), kept.version if kept else NEW)
                seconds.append(time.perf_counter() - start)
        start = time.perf_counter()
        with open_store(Path(scratch)) as store:
            opened = time.perf_counter() - start
            start = time.perf_counter()
            count = len(store.all(TRACK))
            read = time.perf_counter() - start
    cuts = statistics.quantiles(seconds, n=20)
    median = statistics.median(seconds)
    print(f"event and document together: median {1000 * median:.1f} ms, p95 {1000 * cuts[18]:.1f} ms")
    print(
        f"made anew {1000 * made:.0f} ms, opened again {1000 * opened:.1f} ms, {count} events read {1000 * read:.0f} ms"
    )


def time_command(runs: int = 5) -> None:
    """The whole process, from start to end, on an empty store and beside `headway --help`."""
    with tempfile.TemporaryDirectory() as scratch:
        environment = {**os.environ, "HEADWAY_HOME": scratch}
        for words in (["--help"], ["week"]):
            seconds = []
            for _ in range(runs):
                start = time.perf_counter()
                subprocess.run([HEADWAY, *words], env=environment, stdout=subprocess.DEVNULL, check=True)
                seconds.append(time.perf_counter() - start)
            print(f"headway {' '.join(words):8} {1000 * statistics.median(seconds):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--writers", type=int, default=2)
    parser.add_argument("--writes", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    start_django()
    importlib.import_module("headway.store.front")  # before the forks, so that writers write at once
    try_kills(asked.kills, asked.seed)
    try_writers(asked.writers, asked.writes)
    time_writes(asked.writes)
    time_command()


if __name__ == "__main__":
    main()
