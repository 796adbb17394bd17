"""Following a plan from day to day, on the command line: kept, logged, marked, looked back on, carried elsewhere."""

from __future__ import annotations

import csv
import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from headway.actions.plan import plan_career
from headway.actions.track import keep_journey, read_versions
from headway.catalog.load import load_catalog
from headway.store.opening import open_store
from headway.track.naming import read_hours
from headway.wish import make_wish

EXAMPLE = Path(__file__).parents[2] / "examples" / "maya-okafor.pdf"
Run = Callable[..., Any]
TODAY = datetime.now().astimezone().date()
STARTED = TODAY - timedelta(days=21)
"""The plan of these tests began two or three weeks ago, so that hours can be logged on it."""


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a plan is kept."""
    folder = tmp_path_factory.mktemp("planned")
    wish = make_wish(to="ml-engineer:mid", hours=6)
    with open_store(folder) as store:
        journey = plan_career(EXAMPLE, wish, STARTED, lambda _: None, load_catalog())
        keep_journey(store, journey, EXAMPLE.name, read_versions(store))
    return folder


@pytest.fixture
def follow(run: Run, planned: Path, tmp_path: Path) -> Run:
    """Runs commands where the plan is kept."""
    shutil.copytree(planned, tmp_path / "home")
    return run


def refused(result: Any, code: int, *said: str) -> None:
    line = result.err.strip().splitlines()[-1]
    assert result.code == code, result
    assert result.out == ""
    assert line.startswith("headway: ")
    assert "Traceback" not in result.err
    for words in said:
        assert words in line


def first_activity(follow: Run) -> str:
    return str(json.loads(follow("progress", "--json").out)["activities"][0]["activity"])


@pytest.mark.parametrize("words", [("today",), ("progress",), ("log", "sql", "2h"), ("done", "sql"), ("pin", "sql")])
def test_without_a_plan_it_says_how_to_get_one(run: Run, words: tuple[str, ...]) -> None:
    refused(run(*words), 1, "no plan is kept yet", "--keep")


def test_a_plan_is_kept_and_followed(run: Run) -> None:
    kept = run("plan", EXAMPLE, "--to", "ml-engineer:mid", "--hours", "6", "--keep", "--on", STARTED.isoformat())
    assert kept.code == 0
    assert "Kept." in kept.out
    today = run("today")
    assert today.code == 0
    assert "towards Machine learning engineer" in today.out
    assert "Maya Okafor" in run("profile", "show").out


def test_hours_add_up_and_can_be_taken_back(follow: Run) -> None:
    slug = first_activity(follow)
    assert follow("log", slug, "2h").code == 0
    assert "3.5" in follow("log", slug, "1h30").out
    assert json.loads(follow("progress", "--json").out)["logged"] == 3.5
    assert "1.5 h logged" in follow("undo").out
    assert json.loads(follow("progress", "--json").out)["logged"] == 2
    follow("undo")
    refused(follow("undo"), 1, "nothing to take back")


def test_marks_show_in_progress(follow: Run) -> None:
    slugs = [a["activity"] for a in json.loads(follow("progress", "--json").out)["activities"]]
    follow("log", slugs[0], "5h")
    follow("done", slugs[0])
    follow("drop", slugs[1], "--why", "too easy")
    follow("pin", slugs[2])
    by_slug = {a["activity"]: a for a in json.loads(follow("progress", "--json").out)["activities"]}
    assert [by_slug[slug]["state"] for slug in slugs[:3]] == ["done", "dropped", "open"]
    assert by_slug[slugs[2]]["pinned"]
    shown = " ".join(follow("progress").out.split())
    assert "too easy" in shown
    assert "pinned" in shown
    assert "Too little is known yet" in shown
    follow("unpin", slugs[2])
    assert "pinned" not in follow("progress").out


@pytest.mark.parametrize("command", ["today", "progress", "week", "balance"])
def test_every_page_fits_a_terminal_and_has_its_value(follow: Run, command: str) -> None:
    follow("log", first_activity(follow), "2h")
    result = follow(command)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80
    assert json.loads(follow(command, "--json").out)


def test_an_unknown_activity_is_answered_with_the_nearest(follow: Run) -> None:
    refused(follow("log", "pytroch", "2h"), 2, "no activity called 'pytroch'", "pytorch")
    refused(follow("done", ""), 2, "did you mean")


def test_an_activity_beside_the_plan_counts_too(follow: Run) -> None:
    known = json.loads(follow("progress", "--json").out)["activities"]
    other = next(slug for slug in load_catalog().activities if slug not in {a["activity"] for a in known})
    assert "not in the plan" in follow("log", other, "1h").out


@pytest.mark.parametrize("hours", ["0", "25h", "-2h", "two", "1h75", "nan", "٣"])
def test_hours_that_no_day_holds_are_refused(follow: Run, hours: str) -> None:
    refused(follow("log", first_activity(follow), "--", hours), 2)


def test_a_day_holds_no_more_than_its_hours(follow: Run) -> None:
    slug = first_activity(follow)
    follow("log", slug, "16h")
    refused(follow("log", slug, "9h"), 2, "already holds 16 h")


def test_days_to_come_cannot_be_logged(follow: Run) -> None:
    later = (TODAY + timedelta(days=3)).isoformat()
    refused(follow("log", first_activity(follow), "1h", "--on", later), 2, "still to come")


def test_time_away_is_told_and_lowers_the_next_plan(follow: Run) -> None:
    first, last = TODAY - timedelta(days=1), TODAY + timedelta(days=40)
    assert follow("away", first.isoformat(), last.isoformat(), "--why", "ill").code == 0
    assert "You are away until" in follow("today").out
    follow("plan", EXAMPLE, "--to", "ml-engineer:mid", "--hours", "6", "--keep")
    weeks = json.loads(follow("plan", EXAMPLE, "--to", "ml-engineer:mid", "--hours", "6", "--keep", "--json").out)
    assert [week["capacity"] for week in weeks["plan"]["weeks"][:4]] == [0, 0, 0, 0]
    assert any("except while you are away" in said for said in weeks["assumptions"])
    refused(follow("away", last.isoformat(), first.isoformat()), 2, "before it begins")


STRAINED = ("--work", "57", "--sleep", "44", "--movement", "1", "--company", "2", "--strain", "4")


def test_two_strained_weeks_lower_the_hours_of_the_next_plan_and_say_why(follow: Run) -> None:
    for days in (9, 2):
        follow("checkin", *STRAINED, "--on", (TODAY - timedelta(days=days)).isoformat())
    balance = follow("balance").out
    for said in ("median 57 h", "4 of 5", "no medical advice", "yours alone"):
        assert said in " ".join(balance.split())
    soon = (TODAY + timedelta(weeks=13)).isoformat()
    words = ("plan", EXAMPLE, "--to", "ml-engineer:mid", "--hours", "12", "--by", soon, "--json")
    before, after = (json.loads(follow(*words, *keep).out)["capacity"] for keep in ((), ("--keep",)))
    assert after["hours"] < before["hours"] == 12
    assert "because of the strain below" in after["reason"]


def test_balance_can_be_read_without_charts(run: Run) -> None:
    for days in (9, 2):
        run("checkin", *STRAINED, "--on", (TODAY - timedelta(days=days)).isoformat())
    plain = run("balance", "--plain").out
    assert "median 57 h" in plain
    assert not set(plain) & set("▁▂▃▄▅▆▇█")


SEARCHING = ("--work", "40", "--sleep", "54", "--movement", "3", "--company", "6", "--strain", "2")


def test_job_search_stands_beside_the_week_and_is_paced(run: Run) -> None:
    assert "Job search" not in run("balance").out + run("week").out
    for days, hours in ((16, "10"), (9, "14"), (2, "12")):
        run("checkin", *SEARCHING, "--search", hours, "--on", (TODAY - timedelta(days=days)).isoformat())
    for page in ("balance", "week"):
        shown = " ".join(run(page).out.split())
        assert "median 12 h; last 10, 14, 12; warns above 25; counts as work, too" in shown
        assert "52 h of work and job search a week are past the 48 of work that EU law allows on average" in shown
        assert "Leave the least promising application" in shown
        assert max(map(len, run(page).out.splitlines())) <= 80
    assert "Job search 12 h" in " ".join(run("week", "--search", "12").out.split())
    assert json.loads(run("week", "--json").out)["budget"]["search"] == 12


def test_job_search_is_asked_for_once_there_was_some(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/null").open(encoding="utf-8") as nobody:
        monkeypatch.setattr("sys.stdin", nobody)
        assert run("checkin", *SEARCHING).code == 0
        assert run("checkin", *SEARCHING, "--search", "5").code == 0
        refused(run("checkin", *SEARCHING), 2, "lacks --search")
        assert run("checkin", *SEARCHING, "--search", "0").code == 0
        assert run("checkin", *SEARCHING).code == 0


def test_a_check_in_in_a_pipe_names_what_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/null").open(encoding="utf-8") as nobody:
        monkeypatch.setattr("sys.stdin", nobody)
        refused(run("checkin", "--work", "40"), 2, "lacks --sleep", "--strain")


def test_a_check_in_on_a_terminal_asks_again_for_what_is_no_answer(run: Run, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    words = [str(Path(sys.executable).parent / "headway"), "checkin", "--work", "40"]
    os.write(ours, b"many\n50\n\n6,5\n7\n3\n")
    done = subprocess.run(words, stdin=theirs, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("please") == 2
    week = json.loads(run("balance", "--json").out)["weeks"][0]["checkin"]
    assert [week[part] for part in ("work", "sleep", "movement", "social", "strain")] == [40, 50, 2.5, 6.5, 3]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("week", "--work", "150"), "adds up to"),
        (("week", "--sleep", "-1"), "sleep"),
        (("week", "--work", "nan"), "work"),
        (("week", "--search", "60"), "adds up to"),
        (("week", "--search", "inf"), "search"),
    ],
)
def test_a_week_that_is_none_is_refused_and_not_kept(run: Run, words: tuple[str, ...], said: str) -> None:
    refused(run(*words), 2, said)
    assert not json.loads(run("week", "--json").out)["kept"]


def test_the_week_that_is_kept_is_the_plans(follow: Run) -> None:
    assert "47 h" in follow("week", "--work", "47").out
    words = ("plan", EXAMPLE, "--to", "ml-engineer:mid", "--keep", "--json")
    assert json.loads(follow(*words).out)["wish"]["week"]["work"] == 47
    assert json.loads(follow(*words, "--work", "30").out)["wish"]["week"]["work"] == 30


def test_a_backup_is_brought_back_and_what_was_there_is_kept_aside(follow: Run, tmp_path: Path) -> None:
    slug, file = first_activity(follow), tmp_path / "backup.zip"
    follow("log", slug, "2h")
    assert follow("backup", file).code == 0
    assert file.stat().st_mode & 0o077 == 0
    follow("log", slug, "3h")
    restored = follow("restore", file)
    assert restored.code == 0
    assert json.loads(follow("progress", "--json").out)["logged"] == 2
    aside = next((tmp_path / "home").glob("before-restore-*.sqlite3"))
    with sqlite3.connect(aside) as connection:
        assert connection.execute("SELECT count(*) FROM store_event").fetchone()[0] == 3
    connection.close()


def test_a_damaged_store_says_so_and_a_backup_mends_it(follow: Run, tmp_path: Path) -> None:
    follow("backup", tmp_path / "backup.zip")
    database = tmp_path / "home" / "headway.sqlite3"
    database.write_bytes(b"no database at all" * 99)
    refused(follow("today"), 1, "is damaged", "headway restore")
    assert follow("restore", tmp_path / "backup.zip").code == 0
    assert follow("today").code == 0
    assert next((tmp_path / "home").glob("before-restore-*.sqlite3")).read_bytes().startswith(b"no database")


def test_a_backup_overwrites_nothing_but_an_older_backup(follow: Run, tmp_path: Path) -> None:
    database = tmp_path / "home" / "headway.sqlite3"
    (tmp_path / "diary.txt").write_text("mine")
    for other in (database, tmp_path / "diary.txt"):
        refused(follow("backup", other), 1, "is no backup of headway")
    assert follow("today").code == 0
    assert [follow("backup", tmp_path / "b.zip").code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("why", ["\udcff", "x" * 501])
def test_reasons_that_cannot_be_kept_are_refused(follow: Run, why: str) -> None:
    refused(follow("drop", first_activity(follow), "--why", why), 2, "--why")
    refused(follow("away", TODAY.isoformat(), TODAY.isoformat(), "--why", why), 2, "--why")


def test_days_that_are_a_slip_of_the_keyboard_are_refused(follow: Run) -> None:
    refused(follow("log", first_activity(follow), "1h", "--on", "1026-11-23"), 2, "too long ago")
    refused(follow("away", TODAY.isoformat(), "9999-12-31"), 2, "too far from today")


def test_nothing_can_be_backed_up_where_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    refused(run("backup", tmp_path / "backup.zip"), 1, "nothing is kept there yet")
    assert not (tmp_path / "backup.zip").exists()


def test_an_export_taken_in_elsewhere_is_the_same(follow: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    follow("log", first_activity(follow), "2h")
    follow("week", "--work", "44")
    follow("checkin", *STRAINED)
    assert follow("export", tmp_path / "one").code == 0
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "elsewhere"))
    assert follow("import", tmp_path / "one").code == 0
    assert follow("import", tmp_path / "one").code == 0, "a second time changes nothing"
    follow("export", tmp_path / "two")
    for name in ("documents.json", "events.json", "activities.csv", "plan.ics"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name
    with (tmp_path / "one" / "activities.csv").open(encoding="utf-8", newline="") as file:
        assert next(row for row in csv.DictReader(file))["hours_logged"] == "2.0"
    assert Calendar.from_ical((tmp_path / "one" / "plan.ics").read_bytes()).walk("VEVENT")


def test_an_export_that_was_changed_is_refused(follow: Run, tmp_path: Path) -> None:
    follow("export", tmp_path / "out")
    events = tmp_path / "out" / "events.json"
    events.write_text(events.read_text().replace("ml-engineer", "ml-enginer"))
    refused(follow("import", tmp_path / "out"), 1, "events.json", "was changed")
    refused(follow("import", tmp_path), 1, "manifest.json", "no such file")


def test_an_export_is_not_laid_over_other_data(follow: Run, tmp_path: Path) -> None:
    follow("export", tmp_path / "out")
    follow("plan", EXAMPLE, "--to", "data-engineer:mid", "--keep")
    refused(follow("import", tmp_path / "out"), 1, "changed meanwhile")
    assert json.loads(follow("progress", "--json").out)["logged"] == 0


WITHOUT = """
import sys

class Trap:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise SystemExit("django was imported")

sys.meta_path.insert(0, Trap())
"""


@pytest.mark.parametrize(
    "words", [["--help"], ["roles"], ["plan", str(EXAMPLE), "--to", "ml-engineer:mid"], ["log", "--help"]]
)
def test_commands_that_need_no_store_do_not_know_django(words: list[str], tmp_path: Path) -> None:
    code = WITHOUT + f"sys.argv = {['headway', *words]!r}\nfrom headway.faces.cli.start import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_everything_outside_store_and_faces_imports_without_django(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "src"
    names = [
        ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((source / "headway").rglob("*.py"))
        if path.relative_to(source).parts[1] not in {"store", "faces"}
    ]
    assert len(names) > 100
    code = WITHOUT + f"import importlib\nfor name in {names!r}:\n    importlib.import_module(name)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    trapped = subprocess.run(
        [sys.executable, "-c", WITHOUT + "import django"], capture_output=True, text=True, check=False
    )
    assert "django was imported" in trapped.stderr


@pytest.mark.parametrize(
    ("text", "hours"),
    [("2", 2), ("2h", 2), ("1.5 h", 1.5), ("1,5h", 1.5), ("90m", 1.5), ("1h30", 1.5), ("1:30", 1.5), ("45 min", 0.75)],
)
def test_hours_are_read_as_people_write_them(text: str, hours: float) -> None:
    assert read_hours(text) == hours


def test_the_day_of_a_kept_backup_is_in_utc(follow: Run, tmp_path: Path) -> None:
    made = json.loads(follow("backup", tmp_path / "b.zip", "--json").out)["made_at"]
    assert abs(datetime.fromisoformat(made) - datetime.now(UTC)) < timedelta(minutes=10)
