"""Files of contacts: tables, vCards and LinkedIn's connections; what is broken is told by line, the rest is read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.errors import UnreadableFile
from headway.network.model import Contact
from headway.network.read import read_contacts
from headway.network.readers.entry import Reading
from headway.report.contacts import fold_line, write_table, write_vcards

TODAY = date(2026, 11, 23)
SKILLS = {"pytorch": "pytorch", "PyTorch": "pytorch", "rag": "rag"}


def read(text: str | bytes, name: str = "contacts.csv") -> Reading:
    return read_contacts(text if isinstance(text, bytes) else text.encode(), name, TODAY, SKILLS.get)


def told(reading: Reading) -> list[str]:
    return [str(problem) for problem in reading.problems]


def test_a_table_is_read_by_its_headings() -> None:
    reading = read(
        "First Name;Last Name;Company;Job Title;E-mail Address;Skills;Last Contact;Phone\n"
        "Zoë;Ångström;Fir Labs;Lead;zoe@example.com;pytorch:senior | rag;2026-05-01;555\n"
    )
    (zoe,) = reading.contacts
    assert (zoe.name, zoe.organisation, zoe.role, zoe.email) == ("Zoë Ångström", "Fir Labs", "Lead", "zoe@example.com")
    assert dict(zoe.expertise) == {"pytorch": "senior", "rag": "mid"}
    assert zoe.last_real(TODAY) == date(2026, 5, 1)
    assert "555" not in zoe.model_dump_json()
    assert told(reading) == []


def test_broken_rows_are_told_by_line_and_the_rest_is_read() -> None:
    reading = read(
        "name,organisation,tier,url\n"
        "Ada,Fir,close,https://example.com/a\n"
        'Bo,"Oak\n'
        "Cy,Elm,often,not a page\n"
        ",Nobody,,\n"
        "Di,Ash,loose,https://example.com/d,extra\n"
        "\n"
        '"Eva\nMaria",Yew,loose,\n'
    )
    assert [contact.name for contact in reading.contacts] == ["Ada", "Cy", "Eva Maria"]
    assert told(reading) == [
        "contacts.csv:3: is broken CSV (',' expected after '\"'); it was left out",
        "contacts.csv:4 [tier]: 'often' cannot be read and was left out "
        "(Input should be 'close', 'regular' or 'loose')",
        "contacts.csv:4 [url]: 'not a page' cannot be read and was left out",
        "contacts.csv:5: has no name and was left out",
        "contacts.csv:6: has 5 cells where the first row names 4; it was left out",
    ]


def test_a_quote_that_is_never_closed_costs_its_line_alone() -> None:
    reading = read('name,notes\nAda,"never closed\nBo,fine\nCy,fine\n')
    assert [contact.name for contact in reading.contacts] == ["Bo", "Cy"]
    assert told(reading) == ["contacts.csv:2: opens a quote that is not closed; it was left out"]


def test_impossible_days_and_unknown_skills_are_told() -> None:
    reading = read("name,last contact,skills\nAda,2026-02-30,juggling\nBo,2027-01-01,rag:guru\n")
    assert [contact.touches for contact in reading.contacts] == [(), ()]
    assert told(reading) == [
        "contacts.csv:2: 'juggling' is no skill of the catalog and was left out of the expertise",
        "contacts.csv:2: '2026-02-30' is no day: write 2026-03-01",
        "contacts.csv:3: 'guru' is no stage: write entry, mid, senior, leadership, as pytorch:senior",
        "contacts.csv:3: a contact on 2027-01-01 is still to come and was left out",
    ]


CARDS = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë Ångström\r\nORG:Fir\\, Labs;Research\r\nTITLE:Lead\r\n"
    "item1.EMAIL;TYPE=work:zoe@example.com\r\nTEL:+1 555\r\nEXPERTISE;LEVEL=expert:PyTorch\r\n"
    "NOTE:likes\\nplain words and a lin\r\n e that is folded\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Elm;Bo;;;\r\nPHOTO;ENCODING=b:AAAA\r\nURL:https://example.com/bo\r\nEND:VCARD\r\n"
)


def test_vcards_of_both_versions_are_read() -> None:
    reading = read(CARDS, "people.vcf")
    zoe, bo = reading.contacts
    assert (zoe.name, zoe.organisation, zoe.email) == ("Zoë Ångström", "Fir, Labs", "zoe@example.com")
    assert zoe.notes == "likes\nplain words and a line that is folded"
    assert dict(zoe.expertise) == {"pytorch": "senior"}
    assert (bo.name, bo.url) == ("Bo Elm", "https://example.com/bo")
    assert "555" not in zoe.model_dump_json()
    assert told(reading) == []


def test_cards_of_old_telephones_are_decoded() -> None:
    reading = read(
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85ngstr=C3=B6m;Zo=C3=AB;;;\r\n"
        "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:B=E4ckerei=\r\n=20S=FC=DF\r\n"
        "TITLE;QUOTED-PRINTABLE:Leiterin =28IT=29=\r\n und mehr\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:J=FCrgen\r\n"
        "NOTE:ends with =\r\nEMAIL:j@example.com\r\nEND:VCARD\r\n",
        "phone.vcf",
    )
    zoe, jurgen = reading.contacts
    assert (zoe.name, zoe.organisation, zoe.role) == ("Zoë Ångström", "Bäckerei Süß", "Leiterin (IT) und mehr")
    assert (jurgen.name, jurgen.notes, jurgen.email) == ("Jürgen", "ends with =", "j@example.com")
    assert told(reading) == []


def test_broken_cards_are_told_by_line_and_the_rest_is_read() -> None:
    reading = read(
        "BEGIN:VCARD\nVERSION:1.0\nFN:Old\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Open\nBEGIN:VCARD\nVERSION:3.0\n"
        "no line at all\nFN:Good\nEMAIL:nothing\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nEND:VCARD\nBEGIN:VCARD\nFN:Cut\n",
        "people.vcf",
    )
    assert [contact.name for contact in reading.contacts] == ["Good"]
    assert [problem.line for problem in reading.problems] == [1, 5, 10, 8, 14, 17]
    assert "is vCard 1.0; 2.1, 3.0 and 4.0 are read; it was left out" in told(reading)[0]
    assert "is not closed by END:VCARD" in told(reading)[1]


def test_connections_of_linkedin_are_read_without_addresses_or_made_up_contacts() -> None:
    reading = read(
        'Notes:\n"A note."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
        "Ada,Holm,https://www.linkedin.com/in/ada,ada@example.com,Fir,Lead,12 Mar 2021\n"
        ",,,,,,\n,,,,Oak,,1 May 2020\nBo,Elm,,,,,32 Mai 2020\n",
        "Connections.csv",
    )
    assert [contact.name for contact in reading.contacts] == ["Ada Holm", "Bo Elm"]
    assert reading.contacts[0].met == "connected on LinkedIn, 2021-03-12"
    assert reading.contacts[0].email is None
    assert reading.contacts[0].touches == ()
    assert [problem.line for problem in reading.problems] == [7, 8]


def test_a_broken_row_of_linkedin_costs_itself_alone() -> None:
    reading = read(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        'Ada,"Holm,https://www.linkedin.com/in/ada,,Fir,Lead,12 Mar 2021\n'
        "Bo,Elm,,,,,\n"
        'Cy,"Oak"x,,,,,\n'
        "Di,Ash,,,,,31 Feb 2020\n",
        "Connections.csv",
    )
    assert [contact.name for contact in reading.contacts] == ["Bo Elm", "Di Ash"]
    assert told(reading) == [
        "Connections.csv:2: opens a quote that is not closed; it was left out",
        "Connections.csv:4: is broken CSV (',' expected after '\"'); it was left out",
        "Connections.csv:5: '31 Feb 2020' is no day; the person was kept without it",
    ]


@pytest.mark.parametrize("text", ["", "x,y\n1,2\n", "name\n", "BEGIN:VCARD\nEND:VCARD\n", "\x00\x01\x02\x03" * 99])
def test_a_file_without_contacts_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(text)
    assert "\n" not in str(refusal.value)


@given(st.text(max_size=300))
def test_no_text_breaks_a_reader(text: str) -> None:
    for file in (f"name,organisation\n{text}", f"BEGIN:VCARD\nVERSION:4.0\n{text}\nEND:VCARD\n", text):
        try:
            read(file.encode("utf-8", "replace"))
        except UnreadableFile:
            continue


CONTACT = Contact.model_validate(
    {
        "name": '=Zoë; "Ångström", Jr\\',
        "added_on": "2026-01-01",
        "organisation": "+Fir, Labs",
        "former": ["Oak", "Elm"],
        "expertise": {"pytorch": "leadership"},
        "tier": "close",
        "willing": "yes",
        "room": 3,
        "url": "https://example.com/zoe",
        "email": "zoe@example.com",
        "notes": "@cmd\nsecond line",
        "touches": [{"on": "2026-05-01", "kind": "met"}],
    }
)


def test_a_table_comes_back_as_it_was_and_holds_no_formula() -> None:
    written = write_table([CONTACT]).decode()
    assert not [cell for cell in written.replace('"', "").split(",") if cell.startswith(("=", "+", "@"))]
    assert read(written).contacts == (CONTACT,)


def test_a_vcard_comes_back_and_every_line_is_short_enough() -> None:
    written = write_vcards([CONTACT], {"pytorch": "PyTorch"})
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    (back,) = read(written, "people.vcf").contacts
    fields = ("name", "organisation", "url", "email", "expertise")
    assert [getattr(back, field) for field in fields] == [getattr(CONTACT, field) for field in fields]
    assert b"second line" not in written


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_lines_fold_within_75_octets_and_unfold_again(text: str) -> None:
    folded = fold_line(text)
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "").removesuffix("\r\n") == text
