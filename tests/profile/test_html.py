"""Web pages: what a reader sees, and nothing that a browser would run or fetch."""

from __future__ import annotations

import pytest

from headway.errors import UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document


def page(body: str, name: str = "cv.html") -> Draft:
    return read_document(
        f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>".encode(), name
    )[0]


def test_headings_lists_and_tables_become_lines() -> None:
    found = page(
        "<h1>Jane Roe</h1><p>Data engineer</p><h2>Experience</h2>"
        "<div><h3><span>Engineer</span><span>2019 – 2021</span></h3><p>Birch Ltd, Leeds</p>"
        "<ul><li>Built &amp; ran it<ul><li>with <b>SQL</b></li></ul></li><li><p>Cut costs</p></li></ul></div>"
        "<h2>Skills</h2><table><tr><th>Data</th><td>SQL, <i>Python</i></td></tr></table>"
    )
    assert found.text == (
        "Jane Roe\nData engineer\n\nExperience\n\nEngineer  2019 – 2021\nBirch Ltd, Leeds\n\n- Built & ran it\n"
        "- with SQL\n- Cut costs\n\nSkills\nData | SQL, Python"
    )
    assert [(p.title, p.organisation) for p in found.positions] == [("Engineer", "Birch Ltd")]
    assert (found.name, found.headline) == ("Jane Roe", "Data engineer")


def test_scripts_styles_comments_and_what_is_hidden_are_not_read() -> None:
    found = page(
        "<script>steal()</script><style>p{}</style><!-- secret --><noscript>x</noscript><template>y</template>"
        "<p hidden>z</p><p style='color:red; display : none'>w</p><p>Skills: SQL</p><iframe src='http://x.example'>v</iframe>"
        "<svg><text>u</text></svg><input value='t'>"
    )
    assert found.text == "Skills: SQL"


def test_an_address_behind_words_is_shown_beside_them() -> None:
    found = page(
        "<h1>Jane Roe</h1><p><a href='https://github.com/janer'>Code</a>, <a href='mailto:jane@example.com'>Mail</a>, "
        "<a href='https://janer.example.com/'>janer.example.com</a>, <a href='javascript:steal()'>More</a></p>"
    )
    assert found.text == "Jane Roe\nCode (https://github.com/janer), Mail (jane@example.com), janer.example.com, More"
    assert [link.kind for link in found.links] == ["github", "web"]


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf_8() -> None:
    for charset in ("iso-8859-2", "windows-1252"):
        name = "Łucja Żak" if charset == "iso-8859-2" else "Zoë Håkansson"
        source = f"<html><head><meta charset='{charset}'></head><body><h1>{name}</h1><p>Skills: SQL</p></body></html>"
        found, problems = read_document(source.encode(charset), "cv.html")
        assert (found.name, problems) == (name, ())


def test_line_breaks_and_preformatted_text_keep_their_lines() -> None:
    assert page("<p>Skills<br>SQL<br>R</p><pre>a  b\nc</pre>").text == "Skills\nSQL\nR\n\na  b\nc"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<div>" * 5_000 + "SQL", "nested too deeply"),
        ("<b></b>" * 200_000, "tags, more than any résumé"),
        ("<script>SQL</script>", "without text of its own"),
    ],
)
def test_what_no_person_wrote_is_refused(body: str, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        page(body)


def test_entities_of_a_page_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "SQL SQL"><!ENTITY b "&a;&a;">]><html><body><p>Skills: R &b;</p></body></html>'
    assert "SQL SQL" not in read_document(bomb.encode(), "cv.html")[0].text.replace('"SQL SQL"', "")


def page_text(source: str) -> str:
    return read_document(source.encode(), "cv.html")[0].text


HIDDEN = "<html><head><style>{}</style></head><body><h1>Jane Roe</h1><p>Skills: SQL</p>{}</body></html>"


@pytest.mark.parametrize(
    ("sheet", "body"),
    [
        (".off{display:none}", "<p class='x off'>COBOL</p>"),
        ("p { color: red } /* .y{} */ p.off, #x { visibility : hidden !important }", "<p id=x>COBOL</p>"),
        ("@media screen { p { color: red } } div.off.far { DISPLAY: None; }", "<div class='far off'>COBOL</div>"),
        ("span{font-size:0}", "<p>Go <span>COBOL</span></p>"),
        ("td.off{opacity:0}", "<table><tr><td>Go</td><td class=off>COBOL</td></tr></table>"),
        (".off{display:none} .off{color:red}", "<ul><li class=off>COBOL</li></ul>"),
        (".off{display:none !important} #x{display:block}", "<p id=x class=off>COBOL</p>"),
    ],
)
def test_what_a_simple_rule_of_a_style_sheet_hides_is_not_read(sheet: str, body: str) -> None:
    assert "COBOL" not in page_text(HIDDEN.format(sheet, body))


@pytest.mark.parametrize(
    ("sheet", "body"),
    [
        ("@media print { .off{display:none} }", "<p class=off>COBOL</p>"),
        ("nav .off{display:none}", "<p class=off>COBOL</p>"),
        (".off{display:none} p.off{display:block}", "<p class=off>COBOL</p>"),
        (".off{display:none}", "<p class=off style='display:block'>COBOL</p>"),
        (".off{opacity:0.4;font-size:0.9em}", "<p class=off>COBOL</p>"),
        (".off.far{display:none}", "<p class=off>COBOL</p>"),
        (".off{display:none", "<p class=on>COBOL</p>"),
        ("}{@;@{{,{", "<p class=on>COBOL</p>"),
    ],
)
def test_what_a_style_sheet_shows_or_hides_elsewhere_only_is_read(sheet: str, body: str) -> None:
    assert "COBOL" in page_text(HIDDEN.format(sheet, body))


def test_sheets_of_any_size_are_read_in_time() -> None:
    rules = "".join(f".a.b{i}{{display:none}}" for i in range(20_000)) + "@{;}" * 20_000 + "p " * 50_000
    assert "COBOL" in page_text(HIDDEN.format(rules, "<p class='a c'>COBOL</p>" * 5_000))
