"""Seconds and memory to build the shipped catalog and to load it from its compiled cache.

    python benchmarks/catalog.py [FOLDER ...]

Each measurement runs in a fresh process, with bytecode compiled; imports are timed apart. The best of several runs
is shown, for that is what the machine can do when nothing else runs; `cpu ms` is the processor's time alone, which
tells more on a busy machine. Target: 60 ms and 60 MB from the cache, 3 s to build.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 7
MEASURE = """
import json, resource, sys, time
from pathlib import Path
began = time.perf_counter()
from headway.catalog.load import load_catalog
imported = time.perf_counter()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began_load, began_cpu = time.perf_counter(), time.process_time()
catalog = load_catalog(*map(Path, json.loads(sys.argv[2])), cache=Path(sys.argv[1]))
loaded, worked = time.perf_counter(), time.process_time()
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({
    "import_ms": 1000 * (imported - began), "load_ms": 1000 * (loaded - began_load),
    "cpu_ms": 1000 * (worked - began_cpu),
    "grown_mb": (after - before) / 1024, "peak_mb": after / 1024,
    "held": {kind: len(getattr(catalog, kind)) for kind in ("roles", "skills", "activities", "demand", "wages")},
}))
"""


def measure(cache: Path, folders: list[str]) -> dict[str, float]:
    run = [sys.executable, "-c", MEASURE, str(cache), json.dumps(folders)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    folders = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        built = [measure(Path(place) / str(run), folders) for run in range(3)]
        kept = [measure(Path(place) / "0", folders) for _ in range(RUNS)]
        size = sum(path.stat().st_size for path in (Path(place) / "0").iterdir())
    print(", ".join(f"{count} {kind}" for kind, count in built[0]["held"].items()))  # type: ignore[attr-defined]
    print(f"{'':8}{'load ms':>9}{'cpu ms':>8}{'import ms':>11}{'grown MB':>10}{'peak MB':>9}")
    for name, runs in (("build", built), ("cached", kept)):
        best = min(runs, key=lambda run: run["load_ms"])
        times = f"{best['load_ms']:9.1f}{best['cpu_ms']:8.1f}{best['import_ms']:11.1f}"
        print(f"{name:8}{times}{best['grown_mb']:10.1f}{best['peak_mb']:9.1f}")
    print(f"compiled file: {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
