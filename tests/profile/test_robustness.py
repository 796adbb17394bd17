"""Whatever the bytes are: a draft whose spans hold, or a refusal. Nothing else comes out of reading."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scripts import load

from headway.errors import UnreadableFile
from headway.profile.read import read_document

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = st.sampled_from(["cv.pdf", "cv.docx", "cv.md", "cv.txt", "cv.json", "cv.html", "cv.rtf", "cv.xml", "cv"])
fuzz = load("benchmarks/fuzz_readers.py")


def check(data: bytes, name: str) -> bool:
    """Whether the bytes were read; asserts what holds for every draft."""
    try:
        found, _ = read_document(data, name)
    except UnreadableFile:
        return False
    fuzz.check_draft(found)
    return True


@given(st.binary(max_size=300), NAMES)
def test_random_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    check(data, name)


@given(
    st.sampled_from(
        [b"%PDF-1.7\n", b"PK\x03\x04", b'{"work":', b"# A\n", b"\xff\xfe", b"{\\rtf1 ", b"<html>", b"<Candidate>"]
    ),
    st.binary(max_size=200),
    NAMES,
)
@settings(max_examples=60)
def test_random_bytes_behind_the_sign_of_a_format_are_read_or_refused(sign: bytes, data: bytes, name: str) -> None:
    check(sign + data, name)


@given(st.text(max_size=400), st.sampled_from(["utf-8", "utf-16", "utf-32"]), NAMES)
def test_any_text_is_read_or_refused(text: str, encoding: str, name: str) -> None:
    check(text.encode(encoding, "replace"), name)


LINES = st.sampled_from(
    "Jo Elm|Experience|Education|Skills|Certifications|Languages|Projects|Analyst, Birch, 2018 - 2020|BSc Physics, 2015"
    "|Mar 2021 – present|- Built models in Python|CKA, 2023|valid for 3 years|German: C1|SQL, Git|https://a.example||-|•"
    "|Languages: English|Certifications: PMP (2020)|a | b".split("|")
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["cv.md", "cv.txt"]))
@settings(max_examples=300)
def test_usual_lines_in_any_order_are_read_or_refused(lines: list[str], name: str) -> None:
    check("\n".join(lines).encode(), name)


KEYS = st.sampled_from("basics work education skills name position startDate endDate highlights keywords x".split())


def nest(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return inner | st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
JSON = nest(nest(nest(SCALARS)))
"""Written out: `st.recursive` reads the source of what it is given, and warns where that changes under it."""


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    check(json.dumps({"work": value, "skills": value, "basics": value, "education": value}).encode(), "cv.json")


@pytest.mark.parametrize("sign", ["-", "#", "2019 ", "1/", "(", "[a](", "*", "a ", "\u202e\u05d0", "|", "– ", "{", "ⴀ"])
def test_one_sign_repeated_ten_thousand_times_is_read(sign: str) -> None:
    for name in ("cv.txt", "cv.md"):
        for text in (sign * 10_000, f"{sign * 20}\n" * 200):
            check(f"Jane Roe\n\nCertifications\n{text}\n\nLanguages\n{text[:2_000]}\n".encode(), name)


@pytest.mark.parametrize(
    ("name", "change", "times"),
    [
        ("maya-okafor.pdf", fuzz.mutate, 40),
        ("tomas-lindqvist.docx", fuzz.mutate, 60),
        ("tomas-lindqvist.docx", fuzz.mutate_entry, 120),
        ("ingrid-solberg-hale.md", fuzz.mutate, 150),
        ("daniel-achterberg.txt", fuzz.mutate, 150),
        ("priya-raghunathan-cole.json", fuzz.mutate, 150),
        ("sofia-marchetti.odt", fuzz.mutate, 20),
        ("sofia-marchetti.odt", fuzz.mutate_entry, 40),
        ("hana-kovarova.rtf", fuzz.mutate, 40),
        ("kwame-asante.html", fuzz.mutate, 40),
        ("linnea-virtanen.zip", fuzz.mutate, 20),
        ("linnea-virtanen.zip", fuzz.mutate_entry, 40),
        ("joao-ferreira-pinto.xml", fuzz.mutate, 40),
    ],
)
def test_a_damaged_example_is_read_or_refused(
    name: str, change: Callable[[bytes, random.Random], bytes], times: int
) -> None:
    data, chance = (EXAMPLES / name).read_bytes(), random.Random(name)
    read = sum(check(change(data, chance), name) for _ in range(times))
    assert 0 < read < times or change is fuzz.mutate or name.endswith(".zip")
