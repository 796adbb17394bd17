"""The example résumés: made anew with the same bytes, and read right."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from tests.scripts import load

from headway.profile.model import Draft
from headway.profile.read import read_document

EXAMPLES = Path(__file__).parents[2] / "examples"


def read(name: str) -> Draft:
    found, problems = read_document((EXAMPLES / name).read_bytes(), name)
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("file", "kind", "name", "titles", "studies"),
    [
        (
            "maya-okafor.pdf",
            "pdf",
            "Maya Okafor",
            ["Volunteer Data Analyst", "Data Analyst", "Junior Data Analyst", "Customer Assistant"],
            1,
        ),
        ("tomas-lindqvist.docx", "docx", "Tomás Lindqvist", None, 2),
        ("ingrid-solberg-hale.md", "markdown", "Ingrid Solberg-Hale", None, 3),
        ("priya-raghunathan-cole.json", "json-resume", "Priya Raghunathan-Cole", None, 2),
        ("daniel-achterberg.txt", "text", "DANIEL ACHTERBERG", None, 2),
        ("sofia-marchetti.odt", "odt", "Sofia Marchetti", ["Computational Linguist", "Research Assistant"], 2),
        ("hana-kovarova.rtf", "rtf", "Hana Kovářová", ["Senior Biostatistician", "Biostatistician"], 1),
        (
            "kwame-asante.html",
            "html",
            "Kwame Asante",
            ["Senior Frontend Engineer", "Frontend Developer"],
            1,
        ),
    ],
)
def test_an_example_is_read_whole(file: str, kind: str, name: str, titles: list[str] | None, studies: int) -> None:
    found = read(file)
    assert (found.format, found.name) == (kind, name)
    assert found.headline
    assert len(found.studies) == studies
    assert len(found.positions) >= 2
    assert found.languages
    assert all(position.organisation and position.start for position in found.positions)
    assert titles is None or [position.title for position in found.positions] == titles
    assert {"experience", "education", "skills", "interests"} <= {section.kind for section in found.sections}


def test_exports_of_other_services_are_read_whole() -> None:
    profile = read("joao-ferreira-pinto.xml")
    assert (profile.name, len(profile.positions), len(profile.studies)) == ("João Ferreira-Pinto", 2, 1)
    assert [(c.name, c.issuer, str(c.issued), str(c.expires)) for c in profile.certifications] == [
        ("Vibration Analyst Category II", "Institute of Machine Condition", "2021-06", "2026-06")
    ]
    assert [(spoken.name, spoken.fluency) for spoken in profile.languages] == [
        ("Portuguese", "native"),
        ("English", "C1"),
        ("Spanish", "B2"),
    ]
    export = read("linnea-virtanen.zip")
    assert [p.title for p in export.positions] == ["Coding Club Leader", "Data Engineer", "BI Developer"]
    assert [str(c.expires) for c in export.certifications] == ["2026-04", "None"]
    assert [person.name for person in export.connections] == ["Aino Koskela", "Mikael Strand", "Oskari Lehto"]
    assert "Aino" not in export.text


def test_the_two_column_page_is_read_line_by_line_as_a_person_reads_it() -> None:
    lines = [line for line in read("maya-okafor.pdf").text.split("\n") if line]
    heads = [line for line in lines if line.isupper()]
    assert heads == ["EXPERIENCE", "PROJECTS", "SKILLS", "EDUCATION", "CERTIFICATIONS", "LANGUAGES", "WHAT NEXT"]
    first = lines.index("EXPERIENCE") + 1
    assert lines[first] == "Data Analyst, Larkfield Grocery, Manchester  Mar 2024 – present"
    assert lines[first + 3].endswith("Dispatch reads it as a weekly file; it does not run as a service.")
    assert lines[lines.index("SKILLS") + 1 :][:4] == [
        "Data",
        "SQL, Python, pandas, NumPy, Excel",
        "Charts",
        "Tableau, Matplotlib",
    ]


def make_examples() -> Any:
    pytest.importorskip("typst")
    return load("examples/make_examples.py")


def test_the_examples_are_made_anew_with_the_same_bytes(tmp_path: Path) -> None:
    module = make_examples()
    module.main(tmp_path)
    assert len(module.EXAMPLES) == 10
    for name in module.EXAMPLES:
        made, kept = ((folder / name).read_bytes() for folder in (tmp_path, EXAMPLES))
        assert hashlib.sha256(made).hexdigest() == hashlib.sha256(kept).hexdigest(), name


@pytest.mark.parametrize("layout", ["one-column", "two-columns"])
def test_every_person_is_read_right_from_either_layout(layout: str) -> None:
    module = make_examples()
    for example in module.EXAMPLES:
        person = module.load_person(example.partition(".")[0])
        found = read_document(module.write_pdf(person, layout), "cv.pdf")[0]
        assert found.name == person["name"]
        jobs = person["experience"]
        assert {p.title for p in found.positions} == {job["title"] for job in jobs}
        lines = found.text.split("\n")
        for point in (point for job in jobs for point in job["points"]):
            assert f"- {point}" in lines
