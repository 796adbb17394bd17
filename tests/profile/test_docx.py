"""Word documents: tables, headers, footers, text boxes, and ZIP files that are not what they seem."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from headway.errors import UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document

Make = Callable[..., bytes]
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def draft(data: bytes) -> Draft:
    return read_document(data, "cv.docx")[0]


def refusal(data: bytes, name: str = "cv.docx") -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_document(data, name)
    return str(refused.value)


def body(inner: str, prologue: str = "") -> dict[str, bytes]:
    """A document part with this XML as its body."""
    return {
        "word/document.xml": f'<?xml version="1.0"?>{prologue}<w:document xmlns:w="{NAMESPACE}"><w:body>{inner}'
        "</w:body></w:document>".encode()
    }


def run(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_headings_paragraphs_and_lists_are_read_in_order(word: Make) -> None:
    def fill(document: Any) -> None:
        document.add_heading("Jane Doe", 0)
        document.add_heading("Experience", 1)
        document.add_paragraph("Analyst, Holm Ltd, 2019 - 2020")
        document.add_paragraph("Built reports", style="List Bullet")

    found = draft(word(fill))
    assert found.text == "Jane Doe\n\nExperience\nAnalyst, Holm Ltd, 2019 - 2020\n- Built reports"
    assert (found.name, found.positions[0].organisation) == ("Jane Doe", "Holm Ltd")


def test_page_headers_come_first_and_footers_last_each_once(word: Make) -> None:
    def fill(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Jane Doe | jane@example.com"
        document.sections[0].footer.paragraphs[0].text = "References on request"
        document.add_paragraph("Skills: SQL")
        document.add_section()

    lines = [line for line in draft(word(fill)).text.split("\n") if line]
    assert lines == ["Jane Doe | jane@example.com", "Skills: SQL", "References on request"]


def test_a_page_number_in_the_footer_is_no_text(word: Make) -> None:
    def fill(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
        document.add_paragraph("Skills: SQL")

    assert draft(word(fill)).text == "Skills: SQL"


def test_rows_of_a_table_become_lines_and_none_is_dropped(word: Make) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(2, 2)
        for row, texts in zip(table.rows, (("Languages", "Python, R"), ("Tools", "Airflow")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    assert draft(word(fill)).text == "Languages | Python, R\nTools | Airflow"


def test_a_table_that_lays_out_the_page_is_read_cell_by_cell(word: Make) -> None:
    def fill(document: Any) -> None:
        left, right = document.add_table(1, 2).rows[0].cells
        for text in ("Experience", "Analyst, Holm Ltd, 2019 - 2020", "Built reports"):
            left.add_paragraph(text)
        inner = right.add_table(1, 2).rows[0].cells
        inner[0].text, inner[1].text = "SQL", "five years"

    text = draft(word(fill)).text
    assert "Analyst, Holm Ltd, 2019 - 2020\nBuilt reports" in text
    assert text.endswith("SQL | five years")


def test_deleted_text_is_left_out_and_inserted_text_and_text_boxes_are_read(word: Make, rezip: Make) -> None:
    inner = (
        "<w:p><w:r><w:t>I know </w:t></w:r><w:del><w:r><w:t>COBOL</w:t></w:r></w:del><w:ins><w:r><w:t>SQL</w:t></w:r>"
        f"</w:ins></w:p><w:p><w:r><w:pict><w:txbxContent>{run('Boxed Airflow')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert draft(rezip(word(lambda _: None), body(inner))).text == "I know SQL\n\nBoxed Airflow"


def test_a_template_and_a_document_with_macros_are_read_too(word: Make, rezip: Make) -> None:
    packed = word(lambda document: document.add_paragraph("Skills: SQL"))
    kinds = zipfile.ZipFile(io.BytesIO(packed)).read("[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    for kind in (
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ):
        assert draft(rezip(packed, {"[Content_Types].xml": kinds.replace(plain, kind)})).text == "Skills: SQL"


def test_entities_that_multiply_are_refused(word: Make, rezip: Make) -> None:
    doubling = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE d [<!ENTITY e0 "lots of text">{doubling}]>'
    assert "defines entities" in refusal(rezip(word(lambda _: None), body(run("&e9;"), bomb)))


def test_an_entity_from_outside_is_refused(word: Make, rezip: Make) -> None:
    outside = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    assert "defines entities" in refusal(rezip(word(lambda _: None), body(run("Skills &e;: SQL"), outside)))


def test_a_bomb_is_refused_before_it_is_unpacked(word: Make, rezip: Make) -> None:
    bomb = rezip(word(lambda _: None), {"word/media/a.bin": bytes(100 << 20)})
    assert len(bomb) < 1 << 20
    assert "unpacks to 101 MB" in refusal(bomb)


def test_more_text_than_a_resume_has_is_cut_and_that_is_said(word: Make, rezip: Make) -> None:
    chance = random.Random(1)
    long = "".join(run(f"{chance.getrandbits(200):x}") for _ in range(6000))
    found, problems = read_document(rezip(word(lambda _: None), body(long)), "cv.docx")
    assert len(found.text) <= 200_000
    assert "longer than 200,000 characters" in problems[0].message


def test_tables_nested_without_end_are_refused(word: Make, rezip: Make) -> None:
    inner = "<w:tbl><w:tr><w:tc>" * 60 + run("SQL") + "</w:tc></w:tr></w:tbl>" * 60
    assert "nested too deeply" in refusal(rezip(word(lambda _: None), body(inner)))


def test_names_that_climb_out_of_the_archive_write_nothing(word: Make, rezip: Make, tmp_path: Any) -> None:
    packed = word(lambda document: document.add_paragraph("Skills: SQL"))
    assert "point outside" in refusal(rezip(packed, {"../../evil.txt": b"x"}))
    assert draft(rezip(packed, {"/tmp/evil.txt": b"x"})).text == "Skills: SQL"  # noqa: S108
    assert not list(tmp_path.parent.glob("**/evil.txt"))


def test_a_document_without_text_and_a_damaged_one_are_refused(word: Make, rezip: Make) -> None:
    assert "without text" in refusal(word(lambda _: None))
    assert "is a damaged Word document" in refusal(rezip(word(lambda _: None), {"word/document.xml": b"<w:p"}))
    assert "ZIP container" in refusal(word(lambda document: document.add_paragraph("SQL"))[:2000])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_or_an_entity_is_refused(word: Make, rezip: Make, encoding: str) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "SQL"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'
    evil = rezip(word(lambda _: None), {"word/document.xml": bomb.encode(encoding)})
    assert "defines entities or a document type" in refusal(evil)


def test_other_archives_are_told_apart(zipped: Make) -> None:
    sheet = zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_xml=b"<x/>")
    assert "OpenDocument file of another kind" in refusal(sheet, "cv.ods")
    assert "Pages document" in refusal(zipped(Index__Document_iwa=b"x"), "cv.pages")
    assert "e-book" in refusal(zipped(**{"META-INF__container_xml": b"<x/>"}), "cv.epub")
    assert "spreadsheet" in refusal(zipped(xl__workbook_xml=b"<x/>"), "cv.xlsx")
    assert "without a résumé that headway knows" in refusal(zipped(cv_pdf=b"%PDF"), "cv.zip")


def test_an_archive_with_a_password_is_refused(zipped: Make) -> None:
    locked = bytearray(zipped(word__document_xml=b"<x/>"))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "protected by a password" in refusal(bytes(locked))
