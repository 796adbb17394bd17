"""Europass: the profile as XML of today's site (a HR-XML `Candidate`), and the SkillsPassport as XML or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from headway.errors import Problem, UnreadableFile
from headway.profile.encodings import decode, peek
from headway.profile.languages import name_language
from headway.profile.model import Draft
from headway.profile.structured import write_draft
from headway.profile.webpage import page_lines
from headway.profile.xml import local_name, parse_xml

LABEL = "Europass"
EXTENSIONS = (".xml",)
_ROOT = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,500}-->|<!DOCTYPE[^\[>]{0,200}(?:\[[^\]]{0,4000}\])?>|\s)*"
    r"<(?:\w+:)?(?:SkillsPassport|Candidate|LearnerInfo|Europass)\b",
    re.DOTALL,
)
_JSON = re.compile(rb'"SkillsPassport"\s*:')
_DEEPEST = 60
_LONGEST_TAG = 100
_OTHER_SKILLS = ("Communication", "Organisational", "JobRelated", "Computer", "Other")
_CERTIFICATE_NAMES = ("certificationtypename", "certificationname", "title")
_OPEN_PARTS = {
    "CommunicationAndInterpersonalSkills": "Communication",
    "ManagementAndLeadershipSkills": "Leadership",
    "OrganisationalSkills": "Organisation",
    "DigitalSkills": "Digital skills",
}

Node = dict[str, list[Any]]
"""Names in small letters without namespace -> what stands there, each a text or a node of its own."""


def identify(data: bytes, name: str) -> bool:
    """Whether XML begins with an element of Europass, or JSON has a SkillsPassport in it."""
    head = peek(data)
    return bool(_ROOT.match(head) or (head.startswith("{") and _JSON.search(data)))


def read(data: bytes, name: str) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a Europass profile; photographs and attachments are left out."""
    source, problems = decode(data, name)
    try:
        if source.lstrip("\ufeff \t\r\n").startswith("{"):
            root = _from_json(json.loads(source), 0)
        else:
            element = parse_xml(source.lstrip("\ufeff"), name)
            root = {local_name(element).lower(): [_from_xml(element, 0)]}
    except RecursionError:
        raise UnreadableFile(name, "is nested too deeply to be a Europass profile", "export it again") from None
    except ValueError:
        raise UnreadableFile(name, "is broken JSON", "export it again") from None
    node = root if isinstance(root, dict) else {}
    person = _first(node, "candidate")
    value = _candidate(person, name) if person else _passport(node, name)
    draft, more = write_draft(value, "europass", name)
    if not draft.text:
        raise UnreadableFile(name, "is a Europass file without a profile in it", "export it again, or save it as PDF")
    return draft, problems + more


def _from_xml(element: Any, depth: int) -> Any:
    if depth > _DEEPEST:
        raise RecursionError
    children = [child for child in element if local_name(child)]
    if not children and not (element.attrib and not (element.text or "").strip()):
        return (element.text or "").strip()
    node: Node = {local_name_of(key).lower(): [value.strip()] for key, value in element.attrib.items()}
    for child in children:
        node.setdefault(local_name(child).lower(), []).append(_from_xml(child, depth + 1))
    return node


def local_name_of(key: str) -> str:
    return key.rpartition("}")[2][:_LONGEST_TAG]


def _from_json(value: Any, depth: int) -> Any:
    if depth > _DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        return {
            str(key).lower(): [_from_json(item, depth + 1) for item in (inner if isinstance(inner, list) else [inner])]
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_from_json(item, depth + 1) for item in value]
    return "" if value is None else str(value).strip()


def _find(node: Any, *names: str) -> Iterator[Any]:
    """Everything that stands under one of these names, at any depth, the outermost only."""
    wanted = {name.lower() for name in names}
    if isinstance(node, list):
        for item in node:
            yield from _find(item, *names)
    elif isinstance(node, dict):
        for key, items in node.items():
            if key in wanted:
                yield from items
            else:
                yield from _find(items, *names)


def _first(node: Any, *names: str) -> Any:
    """What stands under the first of these names that is there; an empty text where none is."""
    for name in names:
        found = next((item for item in _find(node, name) if item), None)
        if found is not None:
            return found
    return ""


def _words(node: Any, *path: str) -> str:
    """The text along a path of names; of a node, its label, name or description."""
    for name in path:
        node = _first(node, name)
    if isinstance(node, dict):
        node = _first(node, "label", "name", "description", "content")
    return node if isinstance(node, str) else ""


def _rich(text: str, name: str) -> list[str]:
    """A description, which Europass writes as HTML, as its lines."""
    if "<" not in text:
        return [line.strip() for line in text.split("\n") if line.strip()]
    return [line.text for line in page_lines(text, name) if line.text]


def _date(node: Any) -> str:
    """`2021-03` from `<From year="2021" month="--03"/>`, from `{"Year": 2021, "Month": 3}` and from a written date."""
    if isinstance(node, dict):
        year, month = _words(node, "year"), _words(node, "month").strip("-")
        if year:
            return f"{year}-{int(month):02d}" if month.isdecimal() and 0 < int(month[:3]) <= 12 else year
        node = _words(node, "formatteddatetime")
    return node[:10] if isinstance(node, str) else ""


def _true(node: Any, *names: str) -> bool:
    return str(_first(node, *names)).lower() in ("true", "1")


def _details(text: str, name: str) -> dict[str, Any]:
    lines = _rich(text, name)
    return {
        "description": "\n".join(line for line in lines if not line.startswith("- ")),
        "highlights": [line[2:] for line in lines if line.startswith("- ")],
    }


def _levels(node: Any) -> str:
    """The lowest of the levels given for listening, reading, speaking and writing."""
    levels = re.findall(r"(?<!\w)[ABC][12](?!\w)", " ".join(_texts(node)).upper())
    return min(levels, default="")


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for item in node.values() if isinstance(node, dict) else node:
            yield from _texts(item)


def _links(node: Any) -> list[dict[str, str]]:
    found = dict.fromkeys(re.findall(r"(?:https?://|www\.)[^\s<>\"]{3,300}", " ".join(_texts(node))))
    return [{"network": "Web", "url": url} for url in found]


def _passport(root: Node, name: str) -> dict[str, Any]:
    """The SkillsPassport (schema 3) as the parts of JSON Resume."""
    learner = _first(root, "learnerinfo") or root
    person = _first(learner, "identification")
    skills = _first(learner, "skills")
    languages = [
        {"language": _words(item, "description"), "fluency": "native"} for item in _find(skills, "mothertongue")
    ] + [
        {"language": _words(item, "description"), "fluency": _levels(_first(item, "proficiencylevel"))}
        for item in _find(skills, "foreignlanguage")
    ]
    contact = _first(person, "contactinfo")
    achievements = [
        (_words(item, "title"), "; ".join(_rich(_words(item, "description"), name)))
        for item in _find(learner, "achievement")
    ]
    return {
        "basics": {
            "name": f"{_words(person, 'firstname')} {_words(person, 'surname')}".strip(),
            "label": _words(_first(learner, "headline"), "description"),
            "location": {"city": _words(contact, "municipality"), "region": _words(contact, "country")},
            "profiles": _links(_first(contact, "websitelist", "website")),
        },
        "work": [
            {
                "position": _words(item, "position"),
                "name": _words(item, "employer", "name"),
                "location": _words(item, "employer", "municipality"),
                "startDate": _date(_first(item, "from")),
                "endDate": "present" if _true(item, "current") else _date(_first(item, "to")),
                **_details(_words(item, "activities"), name),
            }
            for item in _find(learner, "workexperience")
        ],
        "education": [
            {
                "studyType": _words(item, "title"),
                "institution": _words(item, "organisation", "name"),
                "startDate": _date(_first(item, "from")),
                "endDate": "" if _true(item, "current") else _date(_first(item, "to")),
                "courses": _rich(_words(item, "activities"), name),
            }
            for item in _find(learner, "education")
        ],
        "skills": [
            {"name": part, "keywords": _rich(text, name)}
            for part in _OTHER_SKILLS
            if (text := _words(_first(skills, part.lower()), "description"))
        ],
        "languages": [language for language in languages if language["language"]],
        "Achievements": [f"{title}: {text}" if title and text else title or text for title, text in achievements],
    }


def _candidate(person: Any, name: str) -> dict[str, Any]:
    """The `Candidate` of HR-XML, as the site has written it since 2020, as the parts of JSON Resume."""
    who, profile = _first(person, "candidateperson"), _first(person, "candidateprofile")
    spoken = [
        {"language": _tongue(code), "fluency": "native"} for code in _find(who, "primarylanguagecode") if _tongue(code)
    ]
    skills: list[str] = []
    for item in _find(_first(profile, "personqualifications"), "personcompetency"):
        if _words(item, "taxonomyid").lower() == "language":
            spoken.append({"language": _tongue(_first(item, "competencyid")), "fluency": _levels(item)})
        else:
            skills.append(_words(item, "competencyname") or _words(item, "competencyid"))
    held = _first(profile, "skills")
    groups = [
        {
            "name": _words(group, "title"),
            "keywords": [_words(item, "competencyname") for item in _find(group, "personcompetency")],
        }
        for group in _find(held, "skillsgroup")
    ]
    loose = held.get("personcompetency", []) if isinstance(held, dict) else []
    skills += [_words(item, "competencyname") for item in loose]
    return {
        "basics": {
            "name": f"{_words(who, 'givenname')} {_words(who, 'familyname')}".strip() or _words(who, "formattedname"),
            "summary": "\n".join(_rich(_words(profile, "executivesummary"), name)),
            "location": {"city": _words(who, "cityname"), "region": _words(who, "countrycode").upper()},
            "profiles": _links(list(_find(who, "communication"))),
        },
        "work": list(_posts(profile, name)),
        "education": [
            {
                "studyType": _words(item, "degreename"),
                "institution": _words(item, "organizationname"),
                "startDate": _date(_first(item, "startdate")),
                "endDate": "" if _true(item, "ongoing") else _date(_first(item, "enddate")),
                "courses": _rich(_words(item, "occupationalskillscovered"), name),
            }
            for item in _find(_first(profile, "educationhistory"), "educationorganizationattendance")
        ],
        "skills": [{"name": skill} for skill in skills if skill]
        + groups
        + [
            {"name": label, "keywords": _rich(" ".join(_texts(part)), name)}
            for tag, label in _OPEN_PARTS.items()
            if (part := _first(profile, tag))
        ],
        "certificates": [
            {
                "name": next(filter(None, (_words(item, tag) for tag in _CERTIFICATE_NAMES)), ""),
                "issuer": _words(item, "issuingauthority") or _words(item, "organizationname"),
                "date": _date(_first(item, "firstissueddate", "startdate", "date")),
                "expires": _date(_first(item, "enddate", "expirationdate")),
            }
            for part in _find(profile, "certifications", "coursecertifications")
            for item in _find(part, "certification", "coursecertification")
        ],
        "projects": [
            {
                "name": _words(item, "title"),
                "startDate": _date(_first(item, "startdate")),
                "endDate": _date(_first(item, "enddate")),
                **_details(_words(item, "description"), name),
            }
            for item in _find(_first(profile, "projects"), "project")
        ],
        "publications": [
            {"name": text}
            for item in _find(_first(profile, "publicationhistory"), "publication")
            if (text := _words(item, "title") or _words(item, "referencetitle") or " ".join(_texts(item)))
        ],
        "languages": [language for language in spoken if language["language"]],
        "Other": [text for part in _find(profile, "others") for text in _rich(" \n".join(_texts(part)), name)],
    }


def _posts(profile: Any, name: str) -> Iterator[dict[str, Any]]:
    for employer in _find(_first(profile, "employmenthistory"), "employerhistory"):
        for item in _find(employer, "positionhistory"):
            yield {
                "position": _words(item, "positiontitle"),
                "name": _words(employer, "organizationname"),
                "location": _words(item, "city") or _words(employer, "cityname"),
                "startDate": _date(_first(item, "startdate") or _first(employer, "startdate")),
                "endDate": "present"
                if _true(item, "currentindicator")
                else _date(_first(item, "enddate") or _first(employer, "enddate")),
                **_details(_words(item, "description"), name),
            }


def _tongue(node: Any) -> str:
    """The name of a language that is given as a code, as an address that ends in one, or in words."""
    text = node if isinstance(node, str) else _words(node, "content")
    return name_language(text.rstrip("/").rpartition("/")[2])
