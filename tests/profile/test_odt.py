"""OpenDocument texts, whole and hostile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from headway.errors import UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
STYLES = (
    '<office:automatic-styles><style:style style:name="B" style:family="paragraph"><style:text-properties'
    ' fo:font-weight="bold"/></style:style><style:style style:name="X" style:family="text"><style:text-properties'
    ' text:display="none"/></style:style><style:style style:name="T1" style:parent-style-name="Title"/>'
    "</office:automatic-styles>"
)


def content(body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>{STYLES}<office:body><office:text>'
        f"{body}</office:text></office:body></office:document-content>"
    ).encode()


@pytest.fixture
def odt(zipped: Callable[..., bytes]) -> Callable[..., bytes]:
    def make(body: str | bytes, **more: bytes) -> bytes:
        packed = body if isinstance(body, bytes) else content(body)
        return zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=packed, **more)

    return make


def draft(data: bytes) -> Draft:
    found, problems = read_document(data, "cv.odt")
    assert problems == ()
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_document(data, "cv.odt")
    return str(refused.value)


Make = Callable[..., bytes]


def test_headings_lists_tables_and_frames_are_read_in_their_order(odt: Make) -> None:
    found = draft(
        odt(
            '<text:p text:style-name="T1">Jane Roe</text:p><text:h text:outline-level="1">Experience</text:h>'
            "<text:p>Analyst, Birch Ltd<text:tab/>2019<text:s text:c='2'/>– 2021</text:p>"
            "<text:list><text:list-item><text:p>Built <text:span>it</text:span></text:p><text:list><text:list-item>"
            "<text:p>twice</text:p></text:list-item></text:list></text:list-item></text:list>"
            '<text:p text:style-name="B">Skills</text:p><table:table><table:table-header-rows><table:table-row>'
            "<table:table-cell><text:p>Data</text:p></table:table-cell><table:table-cell><text:p>SQL</text:p>"
            "</table:table-cell></table:table-row></table:table-header-rows></table:table>"
            "<text:p><draw:frame><draw:text-box><text:p>Python</text:p></draw:text-box></draw:frame>R<text:line-break/>"
            "Go</text:p>"
        )
    )
    assert found.text == (
        "Jane Roe\n\nExperience\nAnalyst, Birch Ltd  2019  – 2021\n- Built it\n- twice\n\nSkills\n\nData | SQL\n\nR\n"
        "Go\nPython"
    )
    assert [section.kind for section in found.sections] == ["header", "experience", "skills"]
    assert found.name == "Jane Roe"


def test_deleted_hidden_and_commented_words_are_not_read(odt: Make) -> None:
    found = draft(
        odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>Java</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>Skills: SQL<office:annotation><text:p>COBOL</text:p>"
            "</office:annotation><text:note><text:note-body><text:p>Perl</text:p></text:note-body></text:note>"
            '<text:span text:style-name="X">PHP</text:span>, <text:change-start text:change-id="a"/>R'
            "<text:change-end/></text:p>"
        )
    )
    assert found.text == "Skills: SQL, R"


def test_page_headers_and_footers_are_read_once_and_page_numbers_not(odt: Make) -> None:
    styles = (
        f"<office:document-styles {SPACES}><office:master-styles><style:master-page><style:header>"
        "<text:p>Jane Roe</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number>"
        "</text:p><text:p>Leeds</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
    ).encode()
    assert draft(odt("<text:p>Skills: SQL</text:p>", styles_xml=styles)).text == "Jane Roe\n\nSkills: SQL\nLeeds"


def test_flat_xml_is_read_too() -> None:
    flat = content("<text:p>Skills: SQL</text:p>").replace(
        b"<office:document-content ", b'<office:document office:mimetype="application/vnd.oasis.opendocument.text" '
    )
    found, problems = read_document(flat.replace(b"</office:document-content>", b"</office:document>"), "cv.fodt")
    assert (found.text, found.format, problems) == ("Skills: SQL", "odt", ())


def test_hostile_and_broken_documents_are_refused(odt: Make) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "SQL">]>' + content("<text:p>&a;</text:p>").partition(b"?>")[2]
    assert "defines entities or a document type" in refusal(odt(bomb))
    assert "defines entities" in refusal(odt(bomb.decode().encode("utf-16")))
    assert "broken XML" in refusal(odt("<text:p>SQL"))
    deep: Any = "<text:section>" * 120 + "<text:p>SQL</text:p>" + "</text:section>" * 120
    assert "nested too deeply" in refusal(odt(deep))
    assert "protected by a password" in refusal(
        odt("<text:p>x</text:p>", **{"META-INF__manifest_xml": b"<m><manifest:encryption-data/></m>"})
    )
    assert "without text" in refusal(odt("<text:p/>"))
    assert "point outside" in refusal(
        odt("<text:p>SQL</text:p>", **{"______evil": b"x"}).replace(b"///evil", b"../evil")
    )
    assert "unpacks to" in refusal(odt(content("<text:p>" + "SQL " * 4_000_000 + "</text:p>")))
