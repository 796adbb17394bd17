"""Certificates: name, issuer, issued, expires, in the ways people write them."""

from __future__ import annotations

import pytest

from headway.profile.model import Certification
from headway.profile.read import read_document


def certificates(body: str, heading: str = "Certifications\n") -> tuple[Certification, ...]:
    text = f"Jane Roe\n\nExperience\nAnalyst, Birch, 2018 – 2020\n\n{heading}{body}"
    return read_document(text.encode(), "cv.txt")[0].certifications


def rows(body: str, heading: str = "Certifications\n") -> list[tuple[str, str | None, str, str]]:
    return [(c.name, c.issuer, str(c.issued or ""), str(c.expires or "")) for c in certificates(body, heading)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Certified Data Steward, Oak Institute, issued Mar 2022, expires Mar 2025",
            ("Certified Data Steward", "Oak Institute", "2022-03", "2025-03"),
        ),
        ("CKA | The Linux Foundation | Jan 2023 – Jan 2026", ("CKA", "The Linux Foundation", "2023-01", "2026-01")),
        ("- Machine Learning by Coursera, 2021", ("Machine Learning", "Coursera", "2021", "")),
        (
            "2023: Azure Data Scientist Associate (Microsoft)",
            ("Azure Data Scientist Associate", "Microsoft", "2023", ""),
        ),
        (
            "Professional Data Engineer – Google Cloud (valid until 06/2026)",
            ("Professional Data Engineer", "Google Cloud", "", "2026-06"),
        ),
        ("PMP, 2020, valid for 3 years", ("PMP", None, "2020", "2023")),
        ("Deep learning course, Jan 2023 – Mar 2023, Udemy", ("Deep learning course", "Udemy", "2023-03", "")),
        (
            "AWS Certified Solutions Architect – Associate, 03/2023",
            ("AWS Certified Solutions Architect – Associate", "Amazon Web Services", "2023-03", ""),
        ),
        (
            "Datenschutzbeauftragte (TÜV Rheinland), gültig bis 03/2027",
            ("Datenschutzbeauftragte", "TÜV Rheinland", "", "2027-03"),
        ),
        ("Scrum Master (PSM I), Scrum.org, no expiry", ("Scrum Master (PSM I)", "Scrum.org", "", "")),
        ("Basics of leading people, 40-hour course", ("Basics of leading people, 40-hour course", None, "", "")),
    ],
)
def test_one_line_names_certificate_issuer_and_dates(line: str, expected: tuple[str, str | None, str, str]) -> None:
    assert rows(line) == [expected]


def test_lines_that_only_date_a_certificate_belong_to_it() -> None:
    body = (
        "Forest Developer Certificate\nElm Institute\nIssued Mar 2022 · Expires Mar 2025\nCredential ID 12345ABC\n\n"
        "Certified Facilitator\nOak Guild\nIssued 2019\nShow credential\n"
    )
    assert rows(body) == [
        ("Forest Developer Certificate", "Elm Institute", "2022-03", "2025-03"),
        ("Certified Facilitator", "Oak Guild", "2019", ""),
    ]
    assert len(certificates(body)[0].span.of("x" * 500)) > 60


def test_an_issuer_on_its_own_line_is_no_certificate() -> None:
    assert rows("Graph Methods\nCoursera\n\nCKA\nThe Linux Foundation") == [
        ("Graph Methods", "Coursera", "", ""),
        ("CKA", "The Linux Foundation", "", ""),
    ]


def test_a_labelled_line_lists_several() -> None:
    assert rows("CKA (2023), AWS SAA (2024); PMP (exp. 2027)", "Certifications: ") == [
        ("CKA", None, "2023", ""),
        ("AWS SAA", "Amazon Web Services", "2024", ""),
        ("PMP", None, "", "2027"),
    ]


def test_spans_stand_on_the_lines() -> None:
    text = "Jane Roe\n\nExperience\nAnalyst, Birch, 2018 – 2020\n\nCertifications\n- CKA (2023)\n- PMP (2021)\n"
    found = read_document(text.encode(), "cv.txt")[0]
    assert [c.span.of(found.text) for c in found.certifications] == ["- CKA (2023)", "- PMP (2021)"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AWS Certified Developer – Associate, 2023", ("AWS Certified Developer – Associate", "2023")),
        ("- Certified ScrumMaster (CSM), May 2019", ("Certified ScrumMaster (CSM)", "2019-05")),
        ("Azure Data Engineer Associate\nIssued Mar 2022", ("Azure Data Engineer Associate", "2022-03")),
        ("PMP, 2020", ("PMP", "2020")),
    ],
)
def test_a_certificate_among_studies_is_a_certificate_and_no_study(line: str, expected: tuple[str, str]) -> None:
    text = f"Jane Roe\n\nEducation\nBSc Physics, University of Elmet, 2012 – 2015\n\n{line}\n\nSkills\nSQL"
    draft = read_document(text.encode(), "cv.txt")[0]
    assert [(c.name, str(c.issued)) for c in draft.certifications] == [expected]
    assert [study.title for study in draft.studies] == ["BSc Physics"]


def test_several_in_one_row_are_told_apart() -> None:
    assert rows("CKA (2023) | PMP (2018) | ITIL v4 Foundation") == [
        ("CKA", None, "2023", ""),
        ("PMP", None, "2018", ""),
        ("ITIL v4 Foundation", None, "", ""),
    ]
    assert rows("BSc Physics, University of Elmet | PMP | CISM (expired 2021)", "Education\n") == [
        ("PMP", None, "", ""),
        ("CISM", None, "", "2021"),
    ]


def test_a_sentence_about_oneself_is_no_certificate() -> None:
    assert rows("CKA, 2023\nI have no card for forklifts.") == [("CKA", None, "2023", "")]


def test_a_heading_of_studies_with_nothing_below_it_is_read() -> None:
    draft, _ = read_document(b"Jo Elm\n\nExperience\nAnalyst, Birch, 2018 - 2020\n\nEducation\n", "cv.txt")
    assert [position.title for position in draft.positions] == ["Analyst"]
    assert draft.studies == draft.certifications == ()


@pytest.mark.parametrize(
    "line",
    [
        "Graduate Certificate in Statistics, University of Elmet, 2019",
        "School Certificate, 2008",
        "General Certificate of Education, 2010",
        "MSc Data Science, 2020",
        "Postgraduate diploma in finance, 2017",
    ],
)
def test_an_end_of_studies_is_no_certificate(line: str) -> None:
    assert certificates(line, "Education\n") == ()
