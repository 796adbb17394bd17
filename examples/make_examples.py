"""Writes the example résumés of ten people who do not exist, each in another format, with the same bytes every time.

    python examples/make_examples.py [FOLDER]

The people stand in examples/people/*.toml. Needs the packages of the `dev` extra (typst draws the PDF).
"""

from __future__ import annotations

import io
import json
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import typst
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt, RGBColor

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from exports import write_xml, write_zip  # noqa: E402 - beside this file
from person import Person, load_person, pack, place_of, show_month  # noqa: E402

EXAMPLES = (
    "maya-okafor.pdf",
    "tomas-lindqvist.docx",
    "ingrid-solberg-hale.md",
    "priya-raghunathan-cole.json",
    "daniel-achterberg.txt",
    "sofia-marchetti.odt",
    "hana-kovarova.rtf",
    "kwame-asante.html",
    "linnea-virtanen.zip",
    "joao-ferreira-pinto.xml",
)


def write_pdf(person: Person, layout: str = "two-columns") -> bytes:
    """A PDF drawn by one of the layouts of examples/layouts. What the person says goes in as data, never as markup."""
    source = (HERE / "layouts" / f"{layout}.typ").read_bytes()
    return typst.compile(
        source, format="pdf", ignore_system_fonts=True, sys_inputs={"person": json.dumps(person)}, timestamp=0
    )


def write_docx(person: Person) -> bytes:
    """A Word document: contact in the page header, positions with right-aligned dates, skills in a table."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(3)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
    section.header.paragraphs[0].text = "  |  ".join(person["contact"])
    document.add_paragraph(person["name"], style="Title")
    document.add_paragraph(person["headline"], style="Subtitle")
    document.add_paragraph(person["summary"])
    document.add_heading("Experience", 1)
    for job in person["experience"] + person["volunteer"]:
        line = document.add_heading(f"{job['title']}\t{job['shown']}", 2)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
        document.add_paragraph().add_run(place_of(job)).italic = True
        for point in job["points"]:
            document.add_paragraph(point, style="List Bullet")
    if person["projects"]:
        document.add_heading("Projects", 1)
    for project in person["projects"]:
        document.add_heading(f"{project['name']}\t{project['shown']}", 2)
        for point in project["points"]:
            document.add_paragraph(point, style="List Bullet")
    document.add_heading("Skills", 1)
    table = document.add_table(rows=0, cols=2, style="Light Grid Accent 1")
    for group in person["skills"]:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = group["label"], ", ".join(group["items"])
        cells[0].width, cells[1].width = Cm(4), Cm(13)
    document.add_heading("Education", 1)
    for study in person["education"]:
        document.add_paragraph(f"{study['title']}, {study['institution']}, {study['shown']}")
        if "note" in study:
            document.add_paragraph(study["note"])
    for part, heading in (("certifications", "Certifications"), ("publications", "Publications")):
        if person[part]:
            document.add_heading(heading, 1)
        for item in person[part]:
            document.add_paragraph(f"{item['name']}, {item.get('date') or item['where']}")
    document.add_heading("Languages", 1)
    document.add_paragraph(", ".join(f"{item['name']} ({item['fluency']})" for item in person["languages"]))
    document.add_heading(person["next"]["heading"], 1)
    document.add_paragraph(person["next"]["text"])
    about = document.core_properties
    about.author, about.title, about.comments = person["name"], f"{person['name']}, {person['headline']}", ""
    about.created = about.modified = datetime(2026, 11, 2)  # noqa: DTZ001 - the format has no zone
    packed = io.BytesIO()
    document.save(packed)
    return _without_clock(packed.getvalue())


def _without_clock(packed: bytes) -> bytes:
    """The same ZIP with every date at its earliest, so that equal content has equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()


def write_md(person: Person) -> bytes:
    """Markdown: headings by depth, bold organisations, a table of skills."""
    out = [
        f"# {person['name']}",
        "",
        f"**{person['headline']}** · {' · '.join(person['contact'])}",
        "",
        person["summary"],
        "",
    ]
    out += ["## Experience", ""]
    for job in person["experience"] + person["volunteer"]:
        out += [f"### {job['title']}", "", f"**{job['organisation']}**, *{job['shown']}*" if "place" not in job
                else f"**{job['organisation']}**, {job['place']}, *{job['shown']}*", ""]  # fmt: skip
        out += [f"- {point}" for point in job["points"]] + [""]
    if person["projects"]:
        out += ["## Projects", ""]
    for project in person["projects"]:
        out += (
            [f"### {project['name']} ({project['shown']})", ""] + [f"- {point}" for point in project["points"]] + [""]
        )
    out += ["## Education", ""]
    for study in person["education"]:
        note = f" {study['note']}" if "note" in study else ""
        out += [f"- **{study['title']}**, {study['institution']}, {study['shown']}.{note}"]
    out += ["", "## Skills", "", "| Area | Skills |", "|---|---|"]
    out += [f"| {group['label']} | {', '.join(group['items'])} |" for group in person["skills"]]
    for part in ("certifications", "publications"):
        if person[part]:
            out += ["", f"## {part.title()}", ""]
        out += [f"- {item['name']}, {item.get('date') or item['where']}" for item in person[part]]
    out += ["", "## Languages", "", ", ".join(f"{item['name']} ({item['fluency']})" for item in person["languages"])]
    out += ["", f"## {person['next']['heading']}", "", person["next"]["text"], ""]
    return "\n".join(out).encode()


def write_txt(person: Person) -> bytes:
    """Plain text at 80 columns, as one pastes it into a form: capitals for headings, dates in a column on the right."""
    out = [person["name"].upper(), person["headline"], *person["contact"], "", *_wrap(person["summary"]), ""]

    def head(left: str, right: str) -> str:
        return f"{left}{right:>{max(len(right) + 2, 78 - len(left))}}"

    out += ["WORK EXPERIENCE", ""]
    for job in person["experience"] + person["volunteer"]:
        out += [head(f"{job['title']}, {place_of(job)}", job["shown"])]
        out += [line for point in job["points"] for line in _wrap(point, "* ", "  ")] + [""]
    if person["projects"]:
        out += ["PROJECTS", ""]
    for project in person["projects"]:
        out += [head(project["name"], project["shown"])]
        out += [line for point in project["points"] for line in _wrap(point, "* ", "  ")] + [""]
    out += ["EDUCATION AND TRAINING", ""]
    out += [head(f"{study['title']}, {study['institution']}", study["shown"]) for study in person["education"]]
    for part in ("certifications", "publications"):
        out += [line for item in person[part] for line in _wrap(f"{item['name']}, {item.get('date') or item['where']}")]
    out += ["", "SKILLS", ""]
    out += [
        line
        for group in person["skills"]
        for line in _wrap(f"{group['label']}: {', '.join(group['items'])}", "", "    ")
    ]
    out += ["", "LANGUAGES", "", ", ".join(f"{item['name']} ({item['fluency']})" for item in person["languages"])]
    out += ["", person["next"]["heading"].upper(), "", *_wrap(person["next"]["text"]), ""]
    return "\n".join(out).encode()


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(text, 78, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def write_json(person: Person) -> bytes:
    """JSON Resume, schema 1.0.0."""
    city, _, country = person["contact"][0].partition(", ")
    value = {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": {
            "name": person["name"],
            "label": person["headline"],
            "email": next(item for item in person["contact"] if "@" in item),
            "summary": person["summary"],
            "location": {"city": city, "region": country},
        },
        "work": [_job(job, "name") for job in person["experience"]],
        "volunteer": [_job(job, "organization") for job in person["volunteer"]],
        "education": [
            {
                "institution": study["institution"],
                "area": study["title"].partition(" ")[2],
                "studyType": study["title"].partition(" ")[0],
            }
            | {"startDate": study["start"], "endDate": study["end"]}
            for study in person["education"]
        ],
        "projects": [
            {"name": project["name"], "startDate": project["start"], "highlights": project["points"]}
            for project in person["projects"]
        ],
        "skills": [
            {
                "name": group["label"],
                **({"level": group["level"]} if "level" in group else {}),
                "keywords": group["items"],
            }
            for group in person["skills"]
        ],
        "certificates": [{"name": item["name"], "date": item["date"]} for item in person["certifications"]],
        "publications": [{"name": item["name"], "publisher": item["where"]} for item in person["publications"]],
        "languages": [{"language": item["name"], "fluency": item["fluency"]} for item in person["languages"]],
        "interests": [{"name": person["next"]["heading"], "keywords": [person["next"]["text"]]}],
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _job(job: dict[str, Any], organisation: str) -> dict[str, Any]:
    dates = {"startDate": job["start"], **({"endDate": job["end"]} if "end" in job else {})}
    place = {"location": job["place"]} if "place" in job else {}
    return {organisation: job["organisation"], "position": job["title"], **place, **dates, "highlights": job["points"]}


Block = tuple[str, str]
"""A kind (title, headline, heading, job, text, item, row) and its text; a tab parts dates or cells from the rest."""


def blocks_of(person: Person) -> Iterator[Block]:
    """The document of a person, block by block, for the formats that only differ in their marks."""
    yield from (("title", person["name"]), ("headline", person["headline"]), ("text", " · ".join(person["contact"])))
    yield "text", person["summary"]
    for heading, jobs in (("Experience", person["experience"] + person["volunteer"]), ("Projects", person["projects"])):
        yield from [("heading", heading)] if jobs else []
        for job in jobs:
            yield "job", f"{job.get('title') or job['name']}\t{job['shown']}"
            yield from [("text", place_of(job))] if "organisation" in job else []
            yield from (("item", point) for point in job["points"])
    yield "heading", "Skills"
    yield from (("row", f"{group['label']}\t{', '.join(group['items'])}") for group in person["skills"])
    yield "heading", "Education"
    yield from (("item", f"{s['title']}, {s['institution']}, {s['shown']}") for s in person["education"])
    yield "heading", "Certifications"
    for item in person["certifications"]:
        until = f", valid until {show_month(item['expires'], person['dates'])}" if "expires" in item else ""
        yield "item", f"{item['name']}, {item['issuer']}, {show_month(item['date'], person['dates'])}{until}"
    yield "heading", "Languages"
    yield "text", ", ".join(f"{item['name']} ({item['fluency']})" for item in person["languages"])
    yield from (("heading", person["next"]["heading"]), ("text", person["next"]["text"]))


def write_odt(person: Person) -> bytes:
    """An OpenDocument text: outline headings, lists, a table of skills."""
    marks = {
        "title": '<text:p text:style-name="Title">{}</text:p>',
        "heading": '<text:h text:outline-level="1">{}</text:h>',
        "job": '<text:h text:outline-level="2">{}</text:h>',
        "item": "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
        "row": "<table:table><table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell>"
        "<table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row></table:table>",
    }
    body = []
    for kind, text in blocks_of(person):
        parts = escape(text).split("\t")
        shown = parts if kind == "row" else ["<text:tab/>".join(parts)]
        body.append(marks.get(kind, "<text:p>{}</text:p>").format(*shown))
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{urn}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    kind = "application/vnd.oasis.opendocument.text"
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    style = '<style:style style:name="Title" style:family="paragraph"/>'
    top = '<?xml version="1.0" encoding="UTF-8"?>'
    return pack(
        {
            "mimetype": kind,
            "content.xml": f'{top}<office:document-content {spaces} office:version="1.3"><office:body><office:text>'
            f"{''.join(body)}</office:text></office:body></office:document-content>",
            "styles.xml": f'{top}<office:document-styles {spaces} office:version="1.3"><office:styles>{style}'
            "</office:styles></office:document-styles>",
            "META-INF/manifest.xml": f'{top}<manifest:manifest xmlns:manifest="{urn}:manifest:1.0"'
            f' manifest:version="1.3">{manifest}</manifest:manifest>',
        }
    )


def write_rtf(person: Person) -> bytes:
    """Rich text: bold headings, tabs, bullets, letters beyond ASCII by their numbers."""
    marks = {"title": "{{\\b\\fs36 {}}}\\par", "heading": "\\par{{\\b {}}}\\par", "job": "{{\\b {}}}\\par",
             "item": "{{\\listtext\\'b7\\tab}}{}\\par", "row": "\\trowd {}\\cell {}\\cell\\row"}  # fmt: skip
    out = ["{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Calibri;}}\\f0"]
    for kind, text in blocks_of(person):
        coded = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)
        parts = coded.split("\t") if kind == "row" else [coded.replace("\t", "\\tab ")]
        out.append(marks.get(kind, "{}\\par").format(*parts))
    return ("\n".join(out) + "}\n").encode("ascii")


def write_html(person: Person) -> bytes:
    """A page as a generator of personal sites writes it: sections, lists, a script and a style that nobody reads."""
    marks = {"title": "<h1>{}</h1>", "heading": "<h2>{}</h2>", "job": "<h3><span>{}</span><span>{}</span></h3>",
             "item": "<ul><li>{}</li></ul>", "row": "<table><tr><th>{}</th><td>{}</td></tr></table>"}  # fmt: skip
    body = [marks.get(kind, "<p>{}</p>").format(*escape(text).split("\t")) for kind, text in blocks_of(person)]
    page = "\n".join(body).replace("</ul>\n<ul>", "\n").replace("</table>\n<table>", "\n")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(person["name"])}</title>\n'
        "<style>h3 { display: flex; justify-content: space-between }</style>\n</head>\n<body>\n"
        f"{page}\n<script>document.title = 'CV'</script>\n</body>\n</html>\n"
    ).encode()


WRITERS = {
    "pdf": write_pdf, "docx": write_docx, "md": write_md, "json": write_json, "txt": write_txt,
    "odt": write_odt, "rtf": write_rtf, "html": write_html, "zip": write_zip, "xml": write_xml,
}  # fmt: skip


def main(folder: Path) -> None:
    for example in EXAMPLES:
        slug, _, kind = example.partition(".")
        (folder / example).write_bytes(WRITERS[kind](load_person(slug)))
        print(folder / example)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
