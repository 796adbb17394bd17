"""No request leaves the machine: with the network closed the main job still runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "maya-okafor.pdf"
CLOSED = """
import socket, sys

def refuse(*args, **kwargs):
    raise SystemExit("a socket was opened")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
socket.socket.__init__ = refuse
from headway.faces.cli.start import main
sys.argv = ["headway", *sys.argv[1:]]
main()
"""


def test_the_trap_would_catch_a_request() -> None:
    code = CLOSED.replace(
        "from headway.faces.cli.start import main", "def main(): socket.create_connection(('::1', 9))"
    )
    caught = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "a socket was opened" in caught.stderr


def test_a_plan_is_made_with_the_network_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    words = ["plan", str(EXAMPLE), "--to", "ml-engineer:mid", "--out", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-c", CLOSED, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "plan.json").stat().st_size > 1000
