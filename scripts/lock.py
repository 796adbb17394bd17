"""Pins every dependency into locks/: run.txt for people who use headway, dev.txt for those who build it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def lock(target: str, *extras: str) -> None:
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *extras, "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--no-annotate", "--no-header", "--quiet", "--output-file", target]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    lock("locks/run.txt")
    lock("locks/dev.txt", "--all-extras")
