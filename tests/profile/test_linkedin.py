"""LinkedIn's export, whole and in part."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from headway.errors import UnreadableFile
from headway.profile.read import read_document
from headway.profile.readers.linkedin import read_connections

CONNECTIONS = (
    'Notes:\n"When exporting your connections, some addresses may be missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ada,Holm,https://www.linkedin.com/in/ada-holm,ada@example.com,Fir Labs,Chief engineer,12 Mar 2021\n"
    'Bo,"Elm, PhD",,,,,\n,,,,,,01 Jan 2020\n'
)
PROFILE = (
    "First Name,Last Name,Headline,Summary,Websites\n"
    'Jane,Roe,Data engineer,"I build.\nI run.","[PERSONAL:https://janer.example.com,COMPANY:https://github.com/janer]"\n'
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Birch,Data Engineer,"Built it, ran it",Leeds,Mar 2021,\nOak,Analyst,,York,2019,Feb 2021\n'
)


def pack(**tables: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables.items():
            archive.writestr(name.replace("__", "/") + ".csv", text)
    return out.getvalue()


def test_an_export_becomes_a_draft_with_the_connections_beside_it() -> None:
    found, problems = read_document(
        pack(
            Profile=PROFILE,
            Positions=POSITIONS,
            Skills="Name\nSQL\nPython\n",
            Education="School Name,Start Date,End Date,Notes,Degree Name\nElm University,2015,2018,Choir,BSc\n",
            Certifications="Name,Url,Authority,Started On,Finished On\nCKA,,Oak Institute,Jan 2023,Jan 2026\n",
            Languages="Name,Proficiency\nFrench,Native or bilingual proficiency\nEnglish,Limited working proficiency\n",
            Connections=CONNECTIONS,
        ),
        "export.zip",
    )
    assert problems == ()
    assert (found.name, found.headline, found.format) == ("Jane Roe", "Data engineer", "linkedin")
    assert [(p.title, p.organisation, str(p.start), p.current) for p in found.positions] == [
        ("Data Engineer", "Birch", "2021-03", True),
        ("Analyst", "Oak", "2019", False),
    ]
    assert [(c.name, c.issuer, str(c.issued), str(c.expires)) for c in found.certifications] == [
        ("CKA", "Oak Institute", "2023-01", "2026-01")
    ]
    assert [(language.name, language.fluency) for language in found.languages] == [
        ("French", "native"),
        ("English", "B1"),
    ]
    assert [link.kind for link in found.links] == ["web", "github"]
    assert [study.title for study in found.studies] == ["BSc"]
    assert found.connections[0].model_dump() == {
        "name": "Ada Holm",
        "organisation": "Fir Labs",
        "role": "Chief engineer",
        "connected": date(2021, 3, 12),
        "url": "https://www.linkedin.com/in/ada-holm",
    }
    assert [person.name for person in found.connections] == ["Ada Holm", "Bo Elm, PhD"]
    assert "ada@example.com" not in found.model_dump_json()
    assert "Ada Holm" not in found.text


def test_tables_in_a_folder_and_a_part_of_them_are_enough() -> None:
    found, problems = read_document(pack(Basic_LinkedInDataExport__Positions=POSITIONS), "export.zip")
    assert problems == ()
    assert len(found.positions) == 2
    assert found.connections == ()


def test_connections_alone_are_no_profile_but_can_be_read_as_what_they_are() -> None:
    with pytest.raises(UnreadableFile, match=r"holds connections \(2\) but no profile"):
        read_document(pack(Connections=CONNECTIONS), "export.zip")
    people, problems = read_connections(CONNECTIONS.encode(), "Connections.csv")
    assert len(people) == 2
    assert [str(problem) for problem in problems] == ["Connections.csv:7: has no name and was left out"]
    assert read_connections(pack(Connections=CONNECTIONS), "export.zip")[0] == people


def test_a_table_that_cannot_be_read_is_noted_and_the_others_are_read() -> None:
    found, problems = read_document(pack(Positions=POSITIONS, Skills="one,two\n1,2\n"), "export.zip")
    assert len(found.positions) == 2
    assert [(p.file, p.message) for p in problems] == [
        ("export.zip:Skills.csv", "has no headings that are known and was left out")
    ]
    huge = "Name\n" + "".join(f"Skill {number}\n" for number in range(2_500))
    assert "has more than 2,000 rows" in read_document(pack(Skills=huge), "x.zip")[1][0].message
    wide = 'Name\nSQL\n"' + "x" * 200_000 + '"\n'
    assert "is broken CSV" in read_document(pack(Skills=wide), "x.zip")[1][0].message


def test_an_archive_within_the_archive_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Skills.csv", "Name\nSQL\n")
        archive.writestr("more.zip", pack(Positions=POSITIONS))
    assert read_document(out.getvalue(), "export.zip")[0].text == "Skills\nSQL"
