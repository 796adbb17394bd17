"""Creates a virtual environment and installs headway into it from a lock file.

Usage: make_environment.py VENV LOCK. Needs nothing but Python: where Debian's python3-venv is not installed,
pip is fetched from the package index (PIP_INDEX_URL where set) and its hash verified.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple")


def fetch_pip(folder: Path) -> Path:
    """The newest pip wheel of the index, in `folder`; an interpreter can run it as it is."""
    accept = {"Accept": "application/vnd.pypi.simple.v1+json"}
    with urllib.request.urlopen(urllib.request.Request(f"{INDEX.rstrip('/')}/pip/", headers=accept)) as answer:
        listing = json.load(answer)
    stable = [v for v in listing["versions"] if v.replace(".", "").isdigit()]
    newest = max(stable, key=lambda v: [int(part) for part in v.split(".")])
    name = f"pip-{newest}-py3-none-any.whl"
    file = next(f for f in listing["files"] if f["filename"] == name)
    with urllib.request.urlopen(file["url"]) as answer:
        wheel: bytes = answer.read()
    if hashlib.sha256(wheel).hexdigest() != file["hashes"]["sha256"]:
        sys.exit("the package index sent a pip whose hash is wrong: try again")
    path = folder / name
    path.write_bytes(wheel)
    return path


def make_environment(folder: Path, lock: Path) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older one
        sys.exit(f"headway needs Python 3.11 or newer, this is {sys.version.split()[0]}: make PYTHON=python3.12 …")
    bundled = importlib.util.find_spec("ensurepip") is not None
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"creating {folder.name}", flush=True)
        venv.create(folder, with_pip=bundled, symlinks=True)
    with tempfile.TemporaryDirectory() as scratch:
        have_pip = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
        pip: list[Path | str] = [python, "-m", "pip"] if have_pip else [python, fetch_pip(Path(scratch)) / "pip"]
        quiet = ["--quiet", "--disable-pip-version-check"]
        print(f"installing from {lock}", flush=True)
        subprocess.run([*pip, "install", *quiet, "--require-hashes", "-r", lock], check=True)
        subprocess.run([*pip, "install", *quiet, "--no-deps", "--editable", ROOT], check=True)
    subprocess.run([python, "-m", "compileall", "-q", ROOT / "src"], check=True)


if __name__ == "__main__":
    make_environment(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
