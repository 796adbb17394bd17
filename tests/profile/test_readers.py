"""Which reader takes what, and what every reader must keep to."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from headway.errors import UnreadableFile
from headway.profile.read import find_readers, read_document

ROOT = Path(__file__).parents[2]


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_document(data, name)
    return str(refused.value)


@pytest.mark.parametrize("page", ["commands.md", "reading.md"])
def test_the_documents_name_the_formats_that_have_a_reader(page: str) -> None:
    labels = {reader.LABEL for reader in find_readers()}
    assert len(labels) == 10
    listed = re.search(r"\((PDF,[^()]*)\)", (ROOT / "docs" / page).read_text("utf-8"))
    assert listed
    assert set(re.split(r",\s+", listed[1].replace("\n", " "))) == labels


def test_every_module_of_the_folder_is_a_reader_with_its_own_endings() -> None:
    files = {path.stem for path in (ROOT / "src/headway/profile/readers").glob("*.py")} - {"__init__"}
    assert len(files) == len(find_readers()) == 10
    endings = [ending for reader in find_readers() for ending in reader.EXTENSIONS]
    assert len(endings) == len(set(endings))


def test_reading_a_text_imports_no_library_for_pdf_or_word() -> None:
    program = (
        "import sys\nfrom headway.profile.read import read_document\nread_document(b'Skills: SQL', 'cv.txt')\n"
        "print([name for name in ('docx', 'lxml', 'pypdfium2', 'pypdfium2_raw') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 99])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data, "cv.txt") == "cv.txt: is empty (check that it was saved or downloaded completely)"


def test_fifty_megabytes_are_refused() -> None:
    assert "has 50 MB, more than the 10 MB of any résumé" in refusal(b"a" * 50_000_000, "cv.txt")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Jane Doe\n\nSkills\nSQL", "cv.pdf", "plain text"),
        (b"# Jane Doe\n\n## Skills\n\nSQL", "cv.docx", "Markdown"),
        (b'{"skills": ["SQL"]}', "cv.txt", "JSON Resume"),
        (b"Jane Doe\n\nSkills\nSQL", "cv.json", "plain text"),
    ],
)
def test_a_lying_ending_is_noted_and_the_content_read(data: bytes, name: str, kind: str) -> None:
    found, problems = read_document(data, name)
    assert "SQL" in found.text
    assert [problem.message for problem in problems] == [
        f"is named {Path(name).suffix} but is {kind}; it was read as that"
    ]


def test_a_pdf_and_a_word_document_are_known_under_any_name(
    pdf: Callable[..., bytes], word: Callable[..., bytes]
) -> None:
    for data, kind in ((pdf([(50, 780, 10, "SQL")]), "pdf"), (word(lambda d: d.add_paragraph("SQL")), "docx")):
        found, problems = read_document(data, "cv.txt")
        assert (found.text, found.format, len(problems)) == ("SQL", kind, 1)
        assert read_document(data, "cv")[0] == found


@pytest.mark.parametrize(
    ("data", "why", "hint"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word document", "save it as DOCX or PDF"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
            "without the password",
        ),
        (b"<!DOCTYPE html><script>SQL</script>", "web page without text", "print it to PDF"),
        (b"<?xml version='1.0'?><cv/>", "XML of a kind", "copy its text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG picture", "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "JPEG picture", "OCR"),
    ],
)
def test_foreign_formats_are_refused_with_what_to_do(data: bytes, why: str, hint: str) -> None:
    said = refusal(data, "cv.x")
    assert said.startswith("cv.x: ")
    assert why in said
    assert hint in said
    assert "\n" not in said
