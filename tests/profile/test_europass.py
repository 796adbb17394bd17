"""Europass in its three shapes."""

from __future__ import annotations

import json

import pytest

from headway.errors import UnreadableFile
from headway.profile.model import Draft
from headway.profile.read import read_document

CANDIDATE = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"
 xmlns:hr="http://www.hr-xml.org/3" xmlns:eures="http://www.europass_eures.eu/1.0"><CandidatePerson><PersonName>
<oa:GivenName>Jane</oa:GivenName><hr:FamilyName>Roe</hr:FamilyName></PersonName><Communication>
<ChannelCode>Web</ChannelCode><oa:URI>https://github.com/janer</oa:URI></Communication>
<PrimaryLanguageCode name="NORMAL">fre</PrimaryLanguageCode></CandidatePerson><CandidateProfile languageCode="en">
<hr:ExecutiveSummary>&lt;p&gt;I build.&lt;/p&gt;</hr:ExecutiveSummary><EmploymentHistory><EmployerHistory>
<hr:OrganizationName>Birch</hr:OrganizationName><PositionHistory><PositionTitle>Data Engineer</PositionTitle>
<eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2021-03-15</hr:FormattedDateTime></eures:StartDate>
<hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
<oa:Description>&lt;p&gt;Team of two.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Built it&lt;/li&gt;&lt;/ul&gt;</oa:Description>
<City>Lyon</City></PositionHistory></EmployerHistory></EmploymentHistory><EducationHistory>
<EducationOrganizationAttendance><hr:OrganizationName>Elm University</hr:OrganizationName><AttendancePeriod><EndDate>
<hr:FormattedDateTime>2018-07</hr:FormattedDateTime></EndDate></AttendancePeriod><EducationDegree>
<hr:DegreeName>BSc Physics</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<Certifications><Certification><hr:CertificationTypeName>CKA</hr:CertificationTypeName><IssuingAuthority>
<hr:Name>Oak Institute</hr:Name></IssuingAuthority><hr:FirstIssuedDate>
<hr:FormattedDateTime>2023-01</hr:FormattedDateTime></hr:FirstIssuedDate></Certification></Certifications><PersonQualifications><PersonCompetency>
<CompetencyID schemeName="NORMAL">eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID><eures:CompetencyDimension>
<hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode><eures:Score>
<hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension><eures:CompetencyDimension><eures:Score>
<hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency></PersonQualifications>
<Skills><PersonCompetency><hr:CompetencyName>SQL</hr:CompetencyName></PersonCompetency><SkillsGroup><Title>ML</Title>
<PersonCompetency><hr:CompetencyName>PyTorch</hr:CompetencyName></PersonCompetency></SkillsGroup></Skills>
<Others><Title>Choir</Title><Other><Description>Alto</Description></Other></Others></CandidateProfile></Candidate>"""
PASSPORT = {
    "Identification": {
        "PersonName": {"FirstName": "Jane", "Surname": "Roe"},
        "ContactInfo": {
            "Address": {"Contact": {"Municipality": "Lyon", "Country": {"Code": "FR", "Label": "France"}}},
            "Website": [{"Contact": "https://janer.example.com"}],
        },
    },
    "Headline": {"Type": {"Code": "position", "Label": "POSITION"}, "Description": {"Label": "Data engineer"}},
    "WorkExperience": [
        {
            "Period": {"From": {"Year": 2021, "Month": 3}, "Current": True},
            "Position": {"Label": "Data Engineer"},
            "Activities": "<ul><li>Built it</li></ul>",
            "Employer": {"Name": "Birch"},
        }
    ],
    "Education": [
        {"Period": {"To": {"Year": 2018}}, "Title": "BSc Physics", "Organisation": {"Name": "Elm University"}}
    ],
    "Skills": {
        "Linguistic": {
            "MotherTongue": [{"Description": {"Code": "fr", "Label": "French"}}],
            "ForeignLanguage": [
                {
                    "Description": {"Code": "en", "Label": "English"},
                    "ProficiencyLevel": {"Listening": "C1", "Writing": "B2"},
                }
            ],
        },
        "Computer": {"Description": "<p>SQL, Python</p>"},
    },
    "Achievement": [{"Title": {"Label": "Choir"}, "Description": "Alto"}],
}


def to_xml(key: str, value: object) -> str:
    """The JSON of a SkillsPassport as its XML: lists become elements, a date's parts attributes."""
    if key in ("From", "To") and isinstance(value, dict):
        month = f' month="--{value["Month"]:02d}"' if "Month" in value else ""
        return f'<{key} year="{value["Year"]}"{month}/>'
    if isinstance(value, dict):
        return f"<{key}>{''.join(to_xml(*item) for item in value.items())}</{key}>"
    if isinstance(value, list):
        return f"<{key}List>{''.join(to_xml(key, item) for item in value)}</{key}List>"
    text = str(value).lower() if isinstance(value, bool) else str(value).replace("<", "&lt;")
    return f"<{key}>{text}</{key}>"


XML = (
    '<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass">'
    + to_xml("LearnerInfo", PASSPORT)
    + "</SkillsPassport>"
)
JSON = json.dumps({"SkillsPassport": {"LearnerInfo": PASSPORT}})


def draft(source: str, name: str = "cv.xml") -> Draft:
    found, problems = read_document(source.encode(), name)
    assert problems == ()
    return found


@pytest.mark.parametrize(("source", "name"), [(CANDIDATE, "cv.xml"), (XML, "cv.xml"), (JSON, "cv")])
def test_each_shape_gives_name_position_study_languages_and_links(source: str, name: str) -> None:
    found = draft(source, name)
    assert (found.format, found.name) == ("europass", "Jane Roe")
    assert [(p.title, p.organisation, str(p.start), p.current) for p in found.positions] == [
        ("Data Engineer", "Birch", "2021-03", True)
    ]
    assert "- Built it" in found.text
    assert [(s.title, s.institution, s.end and s.end.year) for s in found.studies] == [
        ("BSc Physics", "Elm University", 2018)
    ]
    assert [(spoken.name, spoken.fluency) for spoken in found.languages] == [("French", "native"), ("English", "B2")]
    assert len(found.links) == 1
    assert "SQL" in found.text
    assert "Choir" in found.text


def test_the_candidate_has_certificates_and_groups_of_skills() -> None:
    found = draft(CANDIDATE)
    assert [(c.name, c.issuer, str(c.issued)) for c in found.certifications] == [("CKA", "Oak Institute", "2023-01")]
    assert "ML: PyTorch" in found.text
    assert "Team of two." in found.text


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Candidate>&a;</Candidate>',
            "defines entities or a document type",
        ),
        ("<Candidate><CandidateProfile>", "broken XML"),
        ("<Candidate>" + "<a>" * 100 + "</a>" * 100 + "</Candidate>", "nested too deeply"),
        ("<Candidate/>", "without a profile"),
        ('{"SkillsPassport": {', "broken JSON"),
        ('{"SkillsPassport": 7}', "without a profile"),
    ],
)
def test_hostile_and_empty_profiles_are_refused(source: str, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read_document(source.encode(), "cv.xml")
