"""Rich text: words in any of its encodings, and none of its machinery."""

from __future__ import annotations

import pytest

from headway.errors import UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document


def draft(body: bytes, head: bytes = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author Eve}}") -> Draft:
    found, problems = read_document(head + body + b"}", "cv.rtf")
    assert problems == ()
    return found


def test_paragraphs_bold_headings_tables_and_bullets_are_read() -> None:
    found = draft(
        rb"\pard{\b Jane Roe}\par Data engineer\par\par{\b Experience}\par Analyst, Birch Ltd\tab 2019 \endash  2021"
        rb"\par{\listtext\'b7\tab}Built it\par\par{\b Skills}\par\trowd Data\cell SQL\cell\row"
    )
    assert found.text == (
        "Jane Roe\nData engineer\n\nExperience\nAnalyst, Birch Ltd  2019 – 2021\n- Built it\n\nSkills\nData | SQL"
    )
    assert [(p.title, p.organisation) for p in found.positions] == [("Analyst", "Birch Ltd")]


def test_letters_come_as_bytes_of_a_code_page_or_as_numbers_with_a_substitute() -> None:
    assert draft(rb"Skills: Zo\'eb, \u321?\u243\'f3d\u378?, \u-10179?\u-8704?!").text == "Skills: Zoë, Łódź, 😀!"
    cyrillic = draft(rb"\'d1\'ea\'e8\'eb\'eb\'fb", rb"{\rtf1\ansi\ansicpg1251 ")
    assert cyrillic.text == "Скиллы"


def test_pictures_fields_comments_deleted_and_hidden_words_are_not_read() -> None:
    found = draft(
        rb'{\pict 89504e47}{\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt Skills}}: {\deleted Java}{\v PHP}'
        rb"SQL{\*\unknown Perl}{\footnote C}{\object{\*\objdata 0105}}, R\{\}"
    )
    assert found.text == "Skills: SQL, R{}"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{\\rtf1 }", "without text"),
        (b"{\\rtf1 " + b"{" * 5_000 + b"SQL", "nested too deeply"),
        (b"{\\rtf1{\\fonttbl Arial;}", "without text"),
    ],
)
def test_what_holds_no_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read_document(data, "cv.rtf")
