"""The command line: the main job on real files, and one clear line for everything that cannot be done."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from headway.catalog.load import load_catalog
from headway.journey import Journey, make_journey
from headway.skills.lexicon import build_lexicon
from headway.wish import make_wish

EXAMPLES = Path(__file__).parents[2] / "examples"
RESUMES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".pdf", ".docx", ".md", ".txt", ".json"})
DAY = ("--on", "2026-11-23")


Run = Callable[..., Any]
"""Answers with the exit code, standard output and standard error: `code`, `out`, `err`."""


def refused(result: Any, code: int, *said: str) -> None:
    """Nothing on standard output, one line on standard error that says what, and the exit code."""
    assert result.code == code
    assert result.out == ""
    line = result.err.strip().splitlines()[-1]
    assert line.startswith("headway: ")
    assert "Traceback" not in result.err
    for words in said:
        assert words in line


def test_there_are_examples_in_every_format_read() -> None:
    assert {p.suffix for p in RESUMES} == {".pdf", ".docx", ".md", ".txt", ".json"}


@pytest.mark.parametrize("resume", RESUMES, ids=lambda p: p.name)
def test_a_plan_comes_out_of_every_example(run: Run, resume: Path, tmp_path: Path) -> None:
    result = run("plan", resume, "--to", "ml-engineer:mid", "--hours", "6", "--out", tmp_path, *DAY)
    assert result.code == 0
    for section in ("Where you stand", "gaps that matter most", "Routes", "next four weeks", "What was assumed"):
        assert section in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert sorted(p.name for p in tmp_path.iterdir()) == ["plan.ics", "plan.json", "plan.md"]
    journey = Journey.model_validate_json((tmp_path / "plan.json").read_bytes())
    assert journey.plan.weeks
    assert all(sum(b.hours for b in week.blocks) <= 6 + 1e-6 for week in journey.plan.weeks)
    calendar = Calendar.from_ical((tmp_path / "plan.ics").read_bytes())
    uids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert uids
    assert len(uids) == len(set(uids))
    assert "## The plan" in (tmp_path / "plan.md").read_text()


def test_json_prints_the_value_alone(run: Run) -> None:
    result = run("plan", RESUMES[0], "--to", "ml-engineer:mid", "--json", *DAY)
    assert result.code == 0
    assert Journey.model_validate_json(result.out).target.key == "ml-engineer:mid"


def test_the_same_question_gets_the_same_answer(run: Run) -> None:
    words = ("plan", RESUMES[0], "--to", "data-engineer:mid", "--by", "2027-03-01", "--json", *DAY)
    first, second = (run(*words).out for _ in range(2))
    assert first == second


def test_every_role_of_the_catalog_can_be_planned_for(today: date) -> None:
    """Each role at one of its stages, a different one from role to role."""
    catalog = load_catalog()
    lexicon, resume = build_lexicon(catalog), (EXAMPLES / "priya-raghunathan-cole.json").read_bytes()
    assert len(catalog.roles) >= 40
    for number, role in enumerate(catalog.roles.values()):
        target = role.stages[number % len(role.stages)].key
        wish = make_wish(to=target, hours=4, by=today + timedelta(weeks=5))
        journey = make_journey(resume, "resume.json", wish, catalog, lambda _: lexicon, today, lambda _: None)
        assert journey.target.key == target
        assert journey.plan.activities, target


@pytest.mark.parametrize("words", [("role", "ml-engineer", "--catalog", "a" * 300), ("backup", "a" * 300)])
def test_a_file_that_the_system_refuses_is_named_in_one_line(run: Run, words: tuple[str, ...]) -> None:
    refused(run(*words), 1, "aaa", "File name too long")


def test_an_unknown_role_is_answered_with_the_nearest(run: Run) -> None:
    refused(run("plan", RESUMES[0], "--to", "ml-enginer:mid"), 2, "ml-enginer", "ml-engineer")


def test_an_unknown_stage_is_answered_with_those_there_are(run: Run) -> None:
    refused(run("plan", RESUMES[0], "--to", "ml-engineer:wizard"), 2, "wizard")


@pytest.mark.parametrize("hours", ["0", "-3", "200", "nan", "inf"])
def test_impossible_hours_are_refused(run: Run, hours: str) -> None:
    refused(run("plan", RESUMES[0], "--to", "ml-engineer:mid", "--hours", hours), 2, "hours")


def test_a_strained_week_lowers_the_hours_and_says_why(run: Run) -> None:
    result = run("plan", RESUMES[0], "--to", "ml-engineer:mid", "--hours", "20", "--work", "56", *DAY)
    assert result.code == 0
    note = " ".join(result.out.partition("Take note")[2].split())
    assert "instead of 20" in note
    assert "56 h of work" in note
    assert "no medical advice" in note


def test_a_deadline_gone_by_is_refused(run: Run) -> None:
    refused(run("plan", RESUMES[0], "--to", "ml-engineer:mid", "--by", "2020-01-01", *DAY), 2, "2020-01-01")


def test_a_date_that_is_none_is_refused(run: Run) -> None:
    refused(run("plan", RESUMES[0], "--to", "ml-engineer:mid", "--by", "soon"), 2, "soon")


def test_a_missing_file_is_named(run: Run, tmp_path: Path) -> None:
    refused(run("plan", tmp_path / "nobody.pdf", "--to", "ml-engineer:mid"), 1, "nobody.pdf", "no such file")


def test_a_folder_is_no_document(run: Run, tmp_path: Path) -> None:
    refused(run("plan", tmp_path, "--to", "ml-engineer:mid"), 1, "is a folder")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.pdf", b""),
        ("broken.pdf", b"%PDF-1.7\nnothing of the kind"),
        ("noise.txt", bytes(range(256)) * 40),
        ("lying.docx", b"%PDF-1.7 but named otherwise"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("blank.md", b"   \n\n"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_in_one_line(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    document = tmp_path / name
    document.write_bytes(content)
    out = tmp_path / "out"
    refused(run("plan", document, "--to", "ml-engineer:mid", "--out", out), 1, name)
    assert not out.exists()


def test_fifty_megabytes_of_text_are_refused(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "long.txt"
    document.write_bytes(b"python and sql " * 3_400_000)
    refused(run("plan", document, "--to", "ml-engineer:mid"), 1, "51 MB")


def test_a_utf16_document_is_read(run: Run, tmp_path: Path) -> None:
    text = next(p for p in RESUMES if p.suffix == ".txt").read_text(encoding="utf-8")
    document = tmp_path / "wide.txt"
    document.write_bytes(text.encode("utf-16"))
    assert run("plan", document, "--to", "data-analyst:entry", *DAY).code == 0


def test_nothing_is_left_behind_where_nothing_can_be_written(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    result = run("plan", RESUMES[0], "--to", "ml-engineer:mid", "--out", blocked / "deeper", *DAY)
    refused(result, 1, "cannot write")
    assert list(tmp_path.iterdir()) == [blocked]


@pytest.mark.parametrize(
    ("option", "given"),
    [("--budget", "lots"), ("--budget", "EUR -5"), ("--country", "Germany"), ("--work", "200")],
)
def test_what_cannot_be_meant_is_refused(run: Run, option: str, given: str) -> None:
    refused(run("plan", RESUMES[0], "--to", "ml-engineer:mid", option, given), 2)


def test_a_week_that_does_not_fit_is_refused_with_its_sum(run: Run) -> None:
    words = ("--work", "100", "--sleep", "60")
    refused(run("plan", RESUMES[0], "--to", "ml-engineer:mid", *words), 2, "it adds up to 192 h")


def test_a_country_without_figures_is_said_to_have_none(run: Run) -> None:
    result = run("plan", RESUMES[0], "--to", "ml-engineer:mid", "--country", "nz", *DAY)
    assert "Pay in NZ" in result.out
    assert "knows no pay" in result.out


def test_a_missing_option_is_one_line(run: Run) -> None:
    refused(run("plan", RESUMES[0]), 2, "--to")


def test_roles_and_sources_are_listed(run: Run) -> None:
    assert "ml-engineer" in run("roles").out
    assert "O*NET" in run("sources").out


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("role", "ml-engineer:senior"), "Needs, by importance"),
        (("role", "senior data scientist", "--why"), "level"),
        (("skill", "pytorch"), "Hours of each step"),
        (("learn", "sql", "--level", "working"), "To working"),
        (("compare", "data-analyst", "data-scientist", "ml-engineer"), "overlap"),
        (("title", "registered nurse"), "Registered Nurses"),
        (("title", "sr. machien lerning enginer"), "Machine learning engineer, senior"),
        (("catalog", "stats"), "taught twice"),
        (("communities", "--skill", "statistics", "--kind", "forum"), "Cross Validated"),
        (("industries",), "healthcare"),
        (("industries", "finance"), "What to learn first"),
        (("claims",), "independent data disagree"),
        (("cases",), "Told as"),
    ],
)
def test_the_catalog_can_be_browsed(run: Run, words: tuple[str, ...], shown: str) -> None:
    result = run(*words)
    assert result.code == 0
    assert shown in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert json.loads(run(*(w for w in words if w != "--why"), "--json").out)


def test_communities_can_be_narrowed(run: Run) -> None:
    every = json.loads(run("communities", "--json").out)
    narrowed = json.loads(run("communities", "--kind", "conference", "--skill", "computer vision", "--json").out)
    assert len(every) >= 40
    assert 0 < len(narrowed) < len(every)
    assert {community["kind"] for community in narrowed} == {"conference"}
    refused(run("communities", "--kind", "pub"), 2, "'pub' is none of online, forum")
    refused(run("communities", "--skill", "pytroch"), 2, "pytorch")


def test_every_claim_is_shown_as_reported_with_its_publisher(run: Run) -> None:
    claims, shown = json.loads(run("claims", "--json").out), run("claims").out
    assert len(claims) >= 25
    assert shown.count("reported") >= len(claims)
    assert "Indeed Hiring Lab" in shown


def test_an_unknown_industry_is_answered_with_those_there_are(run: Run) -> None:
    assert "Finance and banking" in run("industries", "banking").out
    refused(run("industries", "whaling"), 2, "whaling", "finance")


def test_a_role_at_a_glance_fits_a_screen(run: Run) -> None:
    assert len(run("role", "data-analyst:mid").out.splitlines()) <= 50


def test_roles_can_be_narrowed(run: Run) -> None:
    roles = json.loads(run("roles", "--track", "management", "--stage", "leadership", "--json").out)
    assert roles
    assert {(s["track"], s["stage"]) for role in roles for s in role["stages"]} == {("management", "leadership")}
    refused(run("roles", "--stage", "boss"), 2, "'boss' is none of entry, mid, senior, leadership")


def test_one_role_alone_cannot_be_compared(run: Run) -> None:
    refused(run("compare", "ml-engineer"), 2, "two or three")


def test_an_unknown_skill_is_answered_with_the_nearest(run: Run) -> None:
    refused(run("skill", "pytroch"), 2, "pytorch")


def test_a_skill_as_json_holds_its_neighbours_and_how_soon_it_ages(run: Run) -> None:
    value = json.loads(run("skill", "pytorch", "--json").out)
    assert value["slug"] == "pytorch"
    beside = next(one for one in value["neighbours"] if one["skill"] == "tensorflow")
    assert beside["share"] > 0
    assert value["half_life"]["years"][0] > 0


def test_a_folder_of_ones_own_extends_the_catalog(run: Run, tmp_path: Path) -> None:
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "ours.toml").write_text('[loom]\nname = "Loom"\nkind = "tool"\neffort = "tool"\n')
    assert "Loom" in run("skill", "loom", "--catalog", tmp_path).out
    (tmp_path / "skills" / "ours.toml").write_text('[loom]\nname = "Loom"\nkind = "tool"\nefort = "tool"\n')
    broken = run("skill", "loom", "--catalog", tmp_path)
    assert broken.code == 1
    assert "ours.toml:4" in broken.err


def test_the_catalog_holds_together(run: Run) -> None:
    result = run("catalog", "check")
    assert result.code == 0, result.out
    assert "no fault" in result.out


def test_pay_that_nobody_collected_is_estimated_and_called_so(run: Run) -> None:
    said = ("plan", EXAMPLES / "maya-okafor.pdf", "--to", "ml-engineer:mid", "--country", "DE", *DAY)
    assert "Machine learning engineer; estimated, judged, n = " in run(*said).out
    then = json.loads(run(*said, "--json").out)["pay_then"]
    assert [band["origin"] for band in then] == ["estimated"]
