"""Whatever the bytes are: a draft whose spans hold, or a refusal. Nothing else comes out of reading."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.errors import UnreadableFile
from headway.profile.read import read_document

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = st.sampled_from(["cv.pdf", "cv.docx", "cv.md", "cv.txt", "cv.json", "cv.html", "cv.rtf", "cv.xml", "cv"])
TOKENS = (b"0", b"999999999999", b"-1", b"\0", b"\xff", b"<", b">", b"(", b"[", b"{", b'"', b"\n", b"\xf0\x9f\x98\x80")


def check(data: bytes, name: str) -> bool:
    """Whether the bytes were read; asserts what holds for every draft."""
    try:
        found, _ = read_document(data, name)
    except UnreadableFile:
        return False
    place = 0
    for section in found.sections:
        assert section.span.start == place < section.span.end
        place = section.span.end
    assert place == len(found.text)
    spans = [item.span for items in (found.positions, found.studies, found.links) for item in items]
    spans += [item.span for items in (found.certifications, found.languages) for item in items]
    for span in (*spans, *found.unplaced):
        assert 0 <= span.start <= span.end <= len(found.text)
    assert "\x00" not in found.text
    assert "\r" not in found.text
    return True


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A few bytes flipped, dropped, doubled, moved, replaced by awkward ones, or everything after a place cut off."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not out:
            break
        here, there, size = chance.randrange(len(out)), chance.randrange(len(out)), chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(6):
            case 0:
                out[here] ^= 1 << chance.randrange(8)
            case 1:
                del out[here : here + size]
            case 2:
                out[here:here] = out[there : there + size]
            case 3:
                out[here : here + size] = out[there : there + size]
            case 4:
                out[here : here + 1] = chance.choice(TOKENS)
            case _ if chance.random() < 0.1:
                del out[here:]
    return bytes(out)


def mutate_part(data: bytes, chance: random.Random) -> bytes:
    """A document or export whose ZIP is whole and one of whose parts is not."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        main = [n for n in source.namelist() if n in ("word/document.xml", "content.xml")]
        parts = [n for n in source.namelist() if n.endswith((".xml", ".rels", ".csv"))]
        hit = chance.choice(main * 3 + parts)
        for name in source.namelist():
            body = source.read(name)
            target.writestr(name, mutate(body, chance) if name == hit else body)
    return out.getvalue()


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
        ("maya-okafor.pdf", mutate, 40),
        ("tomas-lindqvist.docx", mutate, 60),
        ("tomas-lindqvist.docx", mutate_part, 120),
        ("ingrid-solberg-hale.md", mutate, 150),
        ("daniel-achterberg.txt", mutate, 150),
        ("priya-raghunathan-cole.json", mutate, 150),
        ("sofia-marchetti.odt", mutate, 20),
        ("sofia-marchetti.odt", mutate_part, 40),
        ("hana-kovarova.rtf", mutate, 40),
        ("kwame-asante.html", mutate, 40),
        ("linnea-virtanen.zip", mutate, 20),
        ("linnea-virtanen.zip", mutate_part, 40),
        ("joao-ferreira-pinto.xml", mutate, 40),
    ],
)
def test_a_damaged_example_is_read_or_refused(
    name: str, change: Callable[[bytes, random.Random], bytes], times: int
) -> None:
    data, chance = (EXAMPLES / name).read_bytes(), random.Random(name)
    read = sum(check(change(data, chance), name) for _ in range(times))
    assert 0 < read < times or change is mutate or name.endswith(".zip")
