"""Plain text in the encodings that people's editors write."""

from __future__ import annotations

import pytest

from headway.errors import UnreadableFile
from headway.profile.read import read_document

RESUME = "Zoë Müller\nData analyst\n\nSkills\nSQL, “R”, Python – café reports\n"


@pytest.mark.parametrize(
    "data",
    [
        RESUME.encode(),
        RESUME.encode("utf-8-sig"),
        RESUME.encode("utf-16"),
        b"\xff\xfe" + RESUME.encode("utf-16-le"),
        b"\xfe\xff" + RESUME.encode("utf-16-be"),
        RESUME.encode("utf-16-le"),
        RESUME.encode("utf-16-be"),
        RESUME.encode("utf-32"),
        RESUME.replace("\n", "\r\n").encode(),
        RESUME.replace("\n", "\r").encode(),
    ],
)
def test_every_unicode_encoding_gives_the_same_text(data: bytes) -> None:
    found, problems = read_document(data, "cv.txt")
    assert found.text == RESUME.strip()
    assert (found.name, problems) == ("Zoë Müller", ())


def test_windows_1252_is_read_and_noted_as_a_guess() -> None:
    found, problems = read_document(RESUME.encode("cp1252"), "cv.txt")
    assert found.text == RESUME.strip()
    assert "read as Windows-1252" in problems[0].message


def test_a_damaged_place_in_utf8_costs_that_place_alone_and_is_noted() -> None:
    found, problems = read_document(RESUME.encode().replace("ü".encode(), b"\xc3"), "cv.txt")
    assert "SQL, “R”, Python – café reports" in found.text
    assert "some characters were lost" in problems[0].message


def test_nul_bytes_in_a_text_are_left_out_and_noted() -> None:
    found, problems = read_document(b"Jane Doe\n\nSkills\nSQL\x00, R\x00", "cv.txt")
    assert found.text == "Jane Doe\n\nSkills\nSQL, R"
    assert "2 NUL characters left out" in problems[0].message


@pytest.mark.parametrize(
    "noise", [bytes(range(256)) * 20, b"\x01\x02\x03\x04\x05" * 99, b"\x00\x01" * 500, b"\x7fELF" + bytes(60)]
)
def test_binary_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_document(noise, "cv.txt")


def test_a_paragraph_wrapped_at_a_margin_is_one_line_and_a_list_of_short_lines_is_not() -> None:
    text = (
        "Skills\nSQL\nPython\n\nSummary\n\n"
        "I have built reports, pipelines and a few small models for the retail\n"
        "trade in the north of England.\n\n* Built a pipeline with\n  Airflow\n"
    )
    assert read_document(text.encode(), "cv.txt")[0].text == (
        "Skills\nSQL\nPython\n\nSummary\n\nI have built reports, pipelines and a few small models for the retail trade "
        "in the north of England.\n\n- Built a pipeline with Airflow"
    )


def test_a_text_longer_than_any_resume_is_cut_and_that_is_said() -> None:
    found, problems = read_document(b"Skills: SQL\n" * 100_000, "cv.txt")
    assert len(found.text) <= 200_000
    assert [p.message for p in problems] == ["is longer than 200,000 characters; what comes after them was left out"]
