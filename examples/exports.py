"""The example people as other services export them: LinkedIn's tables and a Europass profile."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from person import Person, pack, show_month


def write_zip(person: Person) -> bytes:
    """LinkedIn's data export: a CSV file for each part, the connections below a note."""
    first, _, last = person["name"].partition(" ")
    address = next(item for item in person["contact"] if item.startswith("http"))

    def day(text: str) -> str:
        return datetime.fromisoformat(text).strftime("%d %b %Y")

    def page_of(name: str) -> str:
        return f"https://www.linkedin.com/in/{name.lower().replace(' ', '-')}-example"

    def dates(item: dict[str, Any]) -> list[str]:
        return [show_month(item[key], "Mar 2021") if key in item else "" for key in ("start", "end")]

    def told(item: dict[str, Any]) -> str:
        return "\n".join(f"- {point}" for point in item["points"])

    tables: dict[str, list[list[str]]] = {
        "Profile": [["First Name", "Last Name", "Headline", "Summary", "Geo Location", "Websites"],
                    [first, last, person["headline"], person["summary"], person["contact"][0],
                     f"[PERSONAL:{address}]"]],
        "Positions": [["Company Name", "Title", "Description", "Location", "Started On", "Finished On"]]
        + [[j["organisation"], j["title"], told(j), j["place"], *dates(j)] for j in person["experience"]],
        "Volunteering": [["Company Name", "Role", "Cause", "Started On", "Finished On", "Description"]]
        + [[j["organisation"], j["title"], "", *dates(j), told(j)] for j in person["volunteer"]],
        "Education": [["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"]]
        + [[s["institution"], s["start"], s["end"], "", s["title"], ""] for s in person["education"]],
        "Projects": [["Title", "Description", "Url", "Started On", "Finished On"]]
        + [[p["name"], told(p), "", *dates(p)] for p in person["projects"]],
        "Skills": [["Name"]] + [[item] for group in person["skills"] for item in group["items"]],
        "Certifications": [["Name", "Url", "Authority", "Started On", "Finished On", "License Number"]]
        + [[c["name"], "", c["issuer"], *dates({"start": c["date"], "end": c.get("expires", "")}), ""]
           for c in person["certifications"]],
        "Languages": [["Name", "Proficiency"]] + [[item["name"], item["fluency"]] for item in person["languages"]],
        "Connections": [["Notes:"], ["Some addresses may be missing."], [],
                        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]]
        + [[*c["name"].split(" ", 1), page_of(c["name"]), "",
            c.get("organisation", ""), c.get("role", ""), day(c["connected"])] for c in person["connections"]],
    }  # fmt: skip
    return pack({f"{name}.csv": _table(rows) for name, rows in tables.items()})


def _table(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write_xml(person: Person) -> bytes:
    """A Europass profile as the `Candidate` XML of today's site; descriptions are HTML, escaped."""
    first, _, last = person["name"].partition(" ")
    tags = _element
    spoken = [item for item in person["languages"] if item["fluency"] != "native"]
    native = [item for item in person["languages"] if item["fluency"] == "native"]
    who = tags("PersonName", tags("oa:GivenName", escape(first)), tags("hr:FamilyName", escape(last)))
    who += tags("Communication", tags("ChannelCode", "Web"), tags("oa:URI", person["contact"][2]))
    who += "".join(tags("PrimaryLanguageCode", item["code"]) for item in native)
    work = "".join(
        tags("EmployerHistory", tags("hr:OrganizationName", escape(job["organisation"])),
             tags("PositionHistory", tags("PositionTitle", escape(job["title"])),
                  tags("eures:EmploymentPeriod", _when("eures:StartDate", job["start"]),
                       _when("eures:EndDate", job["end"]) if "end" in job else "",
                       tags("hr:CurrentIndicator", str("end" not in job).lower())),
                  tags("oa:Description", escape("".join(tags("p", escape(point)) for point in job["points"]))),
                  tags("City", job["place"])))
        for job in person["experience"]
    )  # fmt: skip
    studies = "".join(
        tags("EducationOrganizationAttendance", tags("hr:OrganizationName", escape(study["institution"])),
             tags("AttendancePeriod", _when("StartDate", study["start"]), _when("EndDate", study["end"])),
             tags("EducationDegree", tags("hr:DegreeName", escape(study["title"]))))
        for study in person["education"]
    )  # fmt: skip
    papers = "".join(
        tags("Certification", tags("hr:CertificationTypeName", escape(item["name"])),
             tags("IssuingAuthority", tags("hr:Name", escape(item["issuer"]))),
             _when("hr:FirstIssuedDate", item["date"]), _when("EndDate", item["expires"]))
        for item in person["certifications"]
    )  # fmt: skip
    levels = "".join(
        tags("PersonCompetency", tags("CompetencyID", item["code"]), tags("hr:TaxonomyID", "language"),
             tags("eures:CompetencyDimension", tags("hr:CompetencyDimensionTypeCode", "CEF-Speaking-Interaction"),
                  tags("eures:Score", tags("hr:ScoreText", item["fluency"]))))
        for item in spoken
    )  # fmt: skip
    skills = "".join(
        tags("SkillsGroup", tags("Title", group["label"]),
             *(tags("PersonCompetency", tags("hr:CompetencyName", escape(item))) for item in group["items"]))
        for group in person["skills"]
    )  # fmt: skip
    profile = tags("hr:ExecutiveSummary", escape(tags("p", escape(person["summary"])))) + tags(
        "EmploymentHistory", work
    )
    profile += tags("EducationHistory", studies) + tags("Certifications", papers) + tags("PersonQualifications", levels)
    profile += tags("Skills", skills)
    spaces = (
        'xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"'
        ' xmlns:hr="http://www.hr-xml.org/3" xmlns:eures="http://www.europass_eures.eu/1.0"'
    )
    body = tags("CandidatePerson", who) + tags("CandidateProfile", profile)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Candidate {spaces}>{body}</Candidate>\n'.encode()


def _element(name: str, *inner: str) -> str:
    return f"<{name}>{''.join(inner)}</{name}>\n"


def _when(name: str, date: str) -> str:
    return _element(name, _element("hr:FormattedDateTime", date))
