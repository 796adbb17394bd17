"""How long a large network takes: brought in, brought in again, who is due, somebody found.

Usage: python benchmarks/network.py [--count 50000] [--seed 1]
The network is the fictional one of scripts/make_network.py, in a store of its own that is removed afterwards.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from headway.actions.catalog import open_catalog
from headway.actions.contacts import import_people
from headway.actions.people import add_person, find_person, see_due
from headway.network.cadence import list_due
from headway.network.model import Tier
from headway.store.kinds import CONTACT
from headway.store.opening import open_store

MAKE = Path(__file__).parents[1] / "scripts" / "make_network.py"
TODAY = date(2026, 11, 23)
T = TypeVar("T")


def timed(what: str, call: Callable[[], T], times: int = 1) -> T:
    """Prints the best of `times` runs: by the clock, and of the processor, which a busy machine does not lengthen."""
    best, worked = float("inf"), float("inf")
    for _ in range(times):
        start, spent = time.perf_counter(), time.process_time()
        result = call()
        best, worked = min(best, time.perf_counter() - start), min(worked, time.process_time() - spent)
    print(f"{what:<52} {best * 1000:9,.1f} ms, {worked * 1000:9,.1f} ms of the processor")
    return result


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=50_000)
    words.add_argument("--seed", type=int, default=1)
    said = words.parse_args()
    gc.disable()  # as the command line does
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "network.csv"
        made = [sys.executable, str(MAKE), "--count", str(said.count), "--seed", str(said.seed)]
        file.write_bytes(subprocess.run(made, check=True, capture_output=True).stdout)
        with open_store(Path(scratch) / "home") as store:
            arrival = timed(f"import of {said.count:,}", lambda: import_people(store, file, TODAY, open_catalog))
            print(f"  {len(arrival.new):,} new, {len(arrival.held):,} held back, {len(arrival.problems):,} problems")
            again = timed("the same file again", lambda: import_people(store, file, TODAY, open_catalog))
            print(f"  {again.known:,} kept already, {len(again.held):,} held back")
            add_person(store, "Zebedee Quillfeather", {}, TODAY, open_catalog)
            timed("one of them found by name", lambda: find_person(store, "quillfeather"), 3)
            timed("due list from the store, the first 20", lambda: see_due(store, TODAY, most=20), 5)
            found = timed("due list from the store, all of it", lambda: see_due(store, TODAY), 5)
            print(f"  {found.total:,} due of {found.followed:,} with a cadence")
            everybody = [(kept.key, kept.value) for kept in store.all(CONTACT)]
            timed("due list, contacts at hand", lambda: list_due(everybody, TODAY, most=20), 5)
            close = [(key, contact.change(tier=Tier.REGULAR)) for key, contact in everybody]
            found = timed("the same, all of them with a cadence", lambda: list_due(close, TODAY, most=20), 5)
            print(f"  {found.total:,} due of {found.followed:,} with a cadence")


if __name__ == "__main__":
    main()
