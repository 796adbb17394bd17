"""`headway extract`: one document or a stream; bad lines are named, the rest is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
FIELDS = [
    *("skill", "name", "start", "end", "negated", "wished", "required", "years", "level", "confidence", "rule"),
    "mentions",
]


Run = Callable[..., Any]


def write_lines(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def document(name: str, text: str) -> str:
    return json.dumps({"id": name, "text": text})


def read_lines(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.out.splitlines()]


def test_a_stream_of_documents_comes_out_in_order_with_every_field(run: Run, tmp_path: Path) -> None:
    stream = write_lines(tmp_path / "in.jsonl", document("a", "Ten years of Python."), document("b", "Nothing here."))
    result = run("extract", "--jsonl", stream)
    first, second = read_lines(result)
    assert result.code == 0
    assert (first["id"], second) == ("a", {"id": "b", "skills": []})
    (python,) = first["skills"]
    assert list(python) == FIELDS
    assert (python["skill"], python["start"], python["end"], python["years"]) == ("python", 13, 19, 10)
    assert python["mentions"] == [[13, 19]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is not JSON"),
        ("[1, 2]", "no object"),
        ('{"text": "no id"}', "no object with an id"),
        ('{"id": 3}', "has no text"),
        ('{"id": 3, "text": null}', "has no text"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_done(run: Run, tmp_path: Path, line: str, said: str) -> None:
    stream = write_lines(tmp_path / "in.jsonl", document("a", "Python"), line, "", document("b", "SQL"))
    result = run("extract", "--jsonl", stream)
    assert result.code == 1
    assert [row["id"] for row in read_lines(result)] == ["a", "b"]
    (fault,) = result.err.splitlines()
    assert fault.startswith(f"headway: {stream}: line 2: ")
    assert said in fault


def test_bytes_that_are_no_text_and_lone_surrogates_stop_nothing(run: Run, tmp_path: Path) -> None:
    stream = tmp_path / "in.jsonl"
    stream.write_bytes(b"\xff\xfe\x00\n" + rb'{"id": "\ud800", "text": "Docker \ud800 \u0000 SQL"}' + b"\n")
    result = run("extract", "--jsonl", stream)
    assert result.code == 1
    assert [item["skill"] for item in read_lines(result)[0]["skills"]] == ["docker", "sql"]


def test_text_is_taken_as_it_is_so_that_places_hold(run: Run, tmp_path: Path) -> None:
    text = "Jo  Brandt\r\n\r\nSkills:\tDocker ,\r\n  Kuber\xadnetes; Zorblax"
    file = tmp_path / "cv.txt"
    file.write_bytes(text.encode())
    value = json.loads(run("extract", file, "--json").out)
    assert value["text"] == text
    assert [text[i["start"] : i["end"]] for i in value["skills"]] == ["Docker", "Kuber\xadnetes"]


def test_a_document_of_another_format_is_read_by_its_reader(run: Run) -> None:
    value = json.loads(run("extract", EXAMPLES / "maya-okafor.pdf", "--json").out)
    assert len(value["skills"]) > 10
    sql = next(item for item in value["skills"] if item["skill"] == "sql")
    assert value["text"][sql["start"] : sql["end"]] == "SQL"


def test_the_page_shows_skills_apart_from_what_is_denied_and_what_is_not_known(run: Run, tmp_path: Path) -> None:
    file = write_lines(
        tmp_path / "posting.txt", "Requirements:", "- Python, Docker, Zorblax", "Nice to have:", "- SQL", "No Java."
    )
    result = run("extract", file)
    assert result.code == 0
    for words in ("Asked for", "Preferred", "Denied or wished for", "Not in the catalog", "Zorblax"):
        assert words in result.out
    assert max(map(len, result.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["extract"], 2, "FILE"),
        (["extract", "a.txt", "--jsonl", "b.jsonl"], 2, "FILE"),
        (["extract", "missing.txt", "--json"], 1, "no such file"),
        (["extract", "missing.txt"], 1, "no such file"),
        (["extract", "--jsonl", "missing.jsonl"], 1, "No such file"),
        (["extract", "--jsonl", "."], 1, "directory"),
        (["extract", ".", "--json"], 1, "folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert (result.code, result.out) == (code, "")
    (line,) = result.err.splitlines()
    assert line.startswith("headway: ")
    assert said in line


def start(script: str, folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    space = {**os.environ, "XDG_CACHE_HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", script, *words], input=given, capture_output=True, check=False, env=space
    )


def test_programs_get_their_answer_without_typer_pydantic_or_rich(run: Run, tmp_path: Path) -> None:
    script = """
import atexit, sys
from headway.faces.cli.start import main
sys.argv = ["headway", *sys.argv[1:]]
heavy = {"typer", "pydantic", "pydantic_core", "rich", "numpy", "dataclasses", "inspect"}
atexit.register(lambda: print(sorted(heavy & set(sys.modules)), file=sys.stderr))
main()
"""
    for words in (("extract", "-", "--json"), ("extract", "--jsonl", "-")):
        given = document("a", "Python, SQL").encode() if "--jsonl" in words else b"Python, SQL"
        start(script, tmp_path, *words, given=given)  # compiles the vocabulary
        done = start(script, tmp_path, *words, given=given)
        assert done.returncode == 0, done.stderr
        assert b'"python"' in done.stdout
        assert done.stderr.decode().strip() == "[]"
