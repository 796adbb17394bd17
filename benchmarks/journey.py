"""Times the whole command on every example: first run (no catalog cache), cold process, peak memory.

Usage: python benchmarks/journey.py [--runs 5] [--to ml-engineer:mid]
Prints seconds (median of the runs) and megabytes (highest resident set), with `headway --help` beside them.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADWAY = Path(sys.executable).parent / "headway"


def run(words: list[str], cache: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [HEADWAY, *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"headway {' '.join(words)} failed")
    return seconds, peak(usage)


def peak(usage: resource.struct_rusage) -> float:
    """Peak resident set in MB: Linux counts it in kB, macOS in bytes."""
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def measure(name: str, words: list[str], runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        first, _ = run(words, cache)
        timed = [run(words, cache) for _ in range(runs)]
    seconds = [s for s, _ in timed]
    megabytes = max(mb for _, mb in timed)
    print(f"{name:28} {first:9.2f} {statistics.median(seconds):9.2f} {max(seconds):9.2f} {megabytes:9.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--to", default="ml-engineer:mid")
    asked = parser.parse_args()
    print(f"{'':28} {'first s':>9} {'cold s':>9} {'worst s':>9} {'peak MB':>9}")
    measure("headway --help", ["--help"], asked.runs)
    for resume in sorted((ROOT / "examples").iterdir()):
        if resume.suffix in {".pdf", ".docx", ".md", ".txt", ".json"}:
            with tempfile.TemporaryDirectory() as out:
                measure(resume.name, ["plan", str(resume), "--to", asked.to, "--hours", "6", "--out", out], asked.runs)


if __name__ == "__main__":
    main()
