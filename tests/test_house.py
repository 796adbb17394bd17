"""The structure that the house promises: layers, sizes, and commands that are documented."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import typer

from headway.faces.cli.main import app

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src" / "headway").rglob("*.py"))
BANNED = {"utils", "helpers", "common", "manager", "service", "base"}


def test_the_import_contracts_hold_and_see_the_modules() -> None:
    words = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    analysed = int(done.stdout.partition("Analyzed ")[2].split()[0])
    assert analysed >= len(MODULES) > 40
    assert " 0 broken" in done.stdout


def test_no_module_is_longer_than_400_lines_or_named_for_nothing() -> None:
    assert MODULES
    long = [m for m in MODULES if len(m.read_text(encoding="utf-8").splitlines()) > 400]
    assert not long
    assert not [m for m in MODULES if m.stem in BANNED]


def test_every_command_and_option_is_in_the_guide() -> None:
    guide = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    commands = list(_commands(typer.main.get_command(app), "headway"))
    assert len(commands) >= 4
    for name, options in commands:
        assert f"`{name}" in guide, name
        for option in options:
            assert option in guide, f"{name} {option}"


def test_the_readme_speaks_of_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme


def _commands(command: object, name: str) -> list[tuple[str, list[str]]]:
    children = getattr(command, "commands", None)
    if children:
        return [row for word, child in children.items() for row in _commands(child, f"{name} {word}")]
    options = [o for p in getattr(command, "params", []) for o in p.opts if o.startswith("--") and o != "--help"]
    return [(name, options)]
