"""Keeping people on the command line: added, brought in, due, merged, forgotten for good."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TODAY = date.today()  # noqa: DTZ011 - what a person at this machine calls today


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def as_json(run: Run, *words: str | Path) -> Any:
    return json.loads(run(*words, "--json").out)


def test_somebody_is_added_touched_due_put_off_and_shown(run: Run) -> None:
    added = run("people", "add", "Zoë Ångström", "--organisation", "Fir Labs", "--tier", "close")
    assert added.code == 0
    assert "Zoë Ångström" in added.out
    assert f"Due again on {TODAY + timedelta(days=30)}" in " ".join(run("touch", "zoe", "--kind", "met").out.split())
    assert "Nobody is due" in run("due").out
    run("people", "add", "Bo Elm", "--tier", "loose", "--on", ago(300))
    run("touch", "bo elm", "--on", ago(200))
    run("touch", "bo elm", "--kind", "tried", "--on", ago(2))
    assert "20 days over" in run("due").out
    (item,) = as_json(run, "due")["items"]
    assert (item["name"], item["last"], item["tried"]) == ("Bo Elm", ago(200), ago(2))
    assert "no reminder before" in run("snooze", "bo", "--days", "7").out
    assert as_json(run, "due")["snoozed"] == 1
    run("snooze", "bo", "--off")
    assert as_json(run, "due")["total"] == 1


def test_changes_keep_the_rest_and_a_dash_clears(run: Run) -> None:
    run("people", "add", "Ada Holm", "--role", "Lead", "--tier", "close", "--expert", "pytorch:senior")
    run("people", "change", "ada", "--tier", "-", "--expert", "rag:mid", "--mentorship", "mentor", "--goal", "ship it")
    run("people", "change", "ada", "--agreement", "an hour a month")
    contact = as_json(run, "people", "show", "ada")["contact"]
    assert (contact["role"], contact["tier"]) == ("Lead", None)
    assert contact["expertise"] == {"pytorch": "senior", "rag": "mid"}
    assert (contact["mentorship"]["goals"], contact["mentorship"]["agreement"]) == (["ship it"], "an hour a month")
    run("people", "change", "ada", "--mentorship", "-")
    assert as_json(run, "people", "show", "ada")["contact"]["mentorship"] is None


def test_a_file_is_previewed_brought_in_and_never_merged(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,organisation\nAda Holm,Fir\nBo Elm,Oak\nádá hólm,Fir\nCy,Yew,Ash\n", encoding="utf-8")
    shown = run("people", "import", file, "--preview")
    assert "Nothing was written" in shown.out
    assert as_json(run, "people", "list") == []
    arrival = as_json(run, "people", "import", file)
    assert arrival["new"] == ["Ada Holm", "Bo Elm"]
    (held,) = arrival["held"]
    assert (held["name"], held["likeness"]) == ("ádá hólm", "the same name and organisation")
    assert arrival["problems"][0]["line"] == 5
    again = as_json(run, "people", "import", file)
    assert (again["new"], again["held"], again["known"]) == ([], [], 3)
    assert len(as_json(run, "people", "list")) == 2
    file.write_text("name,organisation\nAda Holm,Oak\n", encoding="utf-8")
    assert as_json(run, "people", "import", file)["held"][0]["news"] == ["organisation: Oak (kept: Fir)"]
    assert as_json(run, "people", "import", file, "--as-new")["new"] == ["Ada Holm"]


def test_a_newer_export_is_taken_over_when_it_is_said(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    heading = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    ada = "Ada,Holm,https://www.linkedin.com/in/ada,,{},Lead,12 Mar 2021\n"
    file.write_text(heading + ada.format("Fir") + "Bo,Elm,https://www.linkedin.com/in/bo,,Oak,,\n", encoding="utf-8")
    run("people", "import", file)
    run("people", "change", "ada", "--tier", "close", "--notes", "likes tea")
    file.write_text(heading + ada.format("Yew") + "Bo,Elm,https://www.linkedin.com/in/bo,,Oak,,\n", encoding="utf-8")
    shown = run("people", "import", file)
    assert "1 kept already" in shown.out
    assert "organisation: Yew (kept: Fir)" in " ".join(shown.out.split())
    assert "--update" in shown.out
    assert as_json(run, "people", "import", file, "--as-new")["new"] == []
    assert "Nothing was written" in run("people", "import", file, "--update", "--preview").out
    assert as_json(run, "people", "show", "ada")["contact"]["organisation"] == "Fir"
    arrival = as_json(run, "people", "import", file, "--update")
    assert ([one["name"] for one in arrival["updated"]], arrival["held"]) == (["Ada Holm"], [])
    contact = as_json(run, "people", "show", "ada")["contact"]
    assert (contact["organisation"], contact["former"], contact["tier"]) == ("Yew", ["Fir"], "close")
    assert contact["notes"] == "likes tea"
    assert as_json(run, "people", "import", file)["known"] == 2


def test_what_would_not_fit_into_one_contact_is_told_and_the_rest_is_brought_up_to_date(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    rows = "name,email,organisation,notes\nAda,ada@example.com,{0},{1}\nBo,bo@example.com,{0},short {0}\n"
    file.write_text(rows.format("Fir", "a" * 3_000), encoding="utf-8")
    run("people", "import", file)
    file.write_text(rows.format("Oak", "b" * 3_000), encoding="utf-8")
    arrival = as_json(run, "people", "import", file, "--update")
    assert [one["name"] for one in arrival["updated"]] == ["Bo"]
    assert [one["name"] for one in arrival["held"]] == ["Ada"]
    assert "Ada cannot be brought up to date: notes" in arrival["problems"][0]["message"]
    assert as_json(run, "people", "show", "bo")["contact"]["notes"] == "short Oak\nshort Fir"


def test_two_are_merged_when_it_is_said_and_not_before(run: Run) -> None:
    run("people", "add", "Ada Holm", "--organisation", "Fir")
    run("people", "add", "Ada Hólm", "--organisation", "Oak", "--role", "Lead", "--as-new")
    (pair,) = as_json(run, "people", "merge")
    assert "Nothing was written" in run("people", "merge", pair["first"], pair["second"]).out
    assert len(as_json(run, "people", "list")) == 2
    assert "organisation: Oak" in run("people", "merge", "holm fir", "holm oak", "--yes").out
    (left,) = as_json(run, "people", "list")
    kept = left["contact"]
    assert (kept["organisation"], kept["role"], kept["former"]) == ("Fir", "Lead", ["Oak"])


def test_somebody_forgotten_is_in_no_file_of_the_store_any_more(run: Run, tmp_path: Path) -> None:
    run("people", "add", "Zebedee Quillfeather", "--notes", "a secret of theirs", "--tier", "close")
    run("touch", "zebedee")
    run("people", "add", "Bo Elm")
    held = b"".join(file.read_bytes() for file in (tmp_path / "home").iterdir())
    assert b"Quillfeather" in held
    assert "1 forgotten" in run("people", "forget", "zebedee").out
    left = b"".join(file.read_bytes() for file in (tmp_path / "home").iterdir())
    assert b"Bo Elm" in left
    for trace in (b"Quillfeather", b"Zebedee", b"a secret of theirs"):
        assert trace not in left
    run("export", tmp_path / "out")
    assert "Quillfeather" not in (tmp_path / "out" / "documents.json").read_text(encoding="utf-8")


def test_those_out_of_touch_for_three_years_without_a_cadence_may_go(run: Run) -> None:
    run("people", "add", "Old", "--on", ago(1200))
    run("people", "add", "Kept Up", "--on", ago(1200), "--tier", "loose")
    run("people", "add", "Fresh", "--on", ago(1200))
    run("touch", "fresh", "--on", ago(30))
    assert [person["contact"]["name"] for person in as_json(run, "people", "list", "--expired")] == ["Old"]
    assert "1 forgotten" in run("people", "forget", "--expired").out
    assert len(as_json(run, "people", "list")) == 2


def test_an_export_says_everything_that_is_held_of_somebody(run: Run, tmp_path: Path) -> None:
    run("people", "add", "Ada Holm", "--notes", "=1+1", "--email", "ada@example.com")
    run("people", "add", "Bo Elm")
    assert run("people", "export", tmp_path / "ada.json", "ada").code == 0
    (held,) = json.loads((tmp_path / "ada.json").read_text(encoding="utf-8"))
    assert (held["name"], held["notes"], held["email"]) == ("Ada Holm", "=1+1", "ada@example.com")
    run("people", "export", tmp_path / "all.csv")
    assert "'=1+1" in (tmp_path / "all.csv").read_text(encoding="utf-8")
    run("people", "export", tmp_path / "all.vcf")
    assert (tmp_path / "all.vcf").read_bytes().count(b"BEGIN:VCARD") == 2


def test_the_export_of_everything_holds_people_as_vcards_that_can_be_brought_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", tmp_path / "none")
    assert not (tmp_path / "none" / "contacts.vcf").exists()
    run("people", "add", "Zoë Ångström", "--organisation", "Fir; Labs", "--expert", "rag:senior", "--notes", "mine")
    run("export", tmp_path / "out")
    cards = (tmp_path / "out" / "contacts.vcf").read_text(encoding="utf-8")
    assert "Retrieval-augmented generation" in cards.replace("\n ", "")
    assert "mine" not in cards
    assert "mine" in (tmp_path / "out" / "documents.json").read_text(encoding="utf-8")
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "elsewhere"))
    run("people", "import", tmp_path / "out" / "contacts.vcf")
    contact = as_json(run, "people", "show", "zoe angstrom")["contact"]
    assert (contact["organisation"], contact["expertise"]) == ("Fir; Labs", {"rag": "senior"})


def test_a_linkedin_export_tells_of_its_connections_and_brings_them_in(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "export.zip"
    people = "First Name,Last Name,URL,Company,Position,Connected On\nAda,Holm,,Fir,Lead,12 Mar 2021\nBo,Elm,,,,\n"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("Connections.csv", people)
    assert "headway people import export.zip" in run("read", file).err
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("Positions.csv", "Company Name,Title,Started On\nOak,Data Analyst,Mar 2021\n")
    shown = " ".join(run("read", file, "--save", tmp_path / "me.json").out.split())
    assert "2 connections, which the profile does not keep: `headway people import`" in shown
    assert "Ada Holm" not in (tmp_path / "me.json").read_text(encoding="utf-8")
    assert as_json(run, "people", "import", file)["new"] == ["Ada Holm", "Bo Elm"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("people show nobody", 2, "no contact called 'nobody'"),
        ("people show ?", 2, "no contact called '?'"),
        ("touch elm", 1, "fits 2 people"),
        ("people add Bo-Elm", 1, "is kept already"),
        ("people add New --tier often", 2, "tier"),
        ("people add New --expert juggling:mid", 2, "'juggling' is no skill"),
        ("people add New --expert pytorch:guru", 2, "'guru' is no stage"),
        ("people add New --email nothing", 2, "email"),
        ("people add New --room -1", 2, "room"),
        ("people change bo --goal x", 2, "mentorship side"),
        ("touch bo --kind thought", 2, "--kind 'thought' is none of met"),
        ("touch bo --on 2999-01-01", 2, "is still to come"),
        ("snooze bo --until 2001-01-01", 2, "within a year"),
        ("snooze bo --days 0", 2, "--days 0"),
        ("due --ahead -3", 2, "--ahead -3"),
        ("people list --tier best", 2, "--tier 'best'"),
        ("people forget", 2, "nobody to forget is named"),
        ("people merge bo", 2, "two names are needed"),
        ("people merge bo bo", 2, "one contact already"),
        ("people import nowhere.csv", 1, "nowhere.csv: there is no such file"),
        ("people export out.doc", 2, "no known ending"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(run: Run, words: str, code: int, said: str) -> None:
    for name in ("Bo Elm", "Cy Elm"):
        run("people", "add", name)
    result = run(*words.split())
    assert (result.code, result.out) == (code, "")
    (line,) = result.err.strip().splitlines()
    assert line.startswith("headway: ")
    assert said in line


def test_pages_keep_to_80_columns(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    rows = [f"Person {n} of a Long Name,Organisation {n} of Many Words,Principal engineer,regular" for n in range(40)]
    file.write_text("\n".join(["name,organisation,role,tier", *rows, *rows[:30]]), encoding="utf-8")
    for words in ("people import FILE", "due", "due --all", "people list", "people show 39"):
        result = run(*(file if word == "FILE" else word for word in words.split()))
        assert result.code == 0
        assert max(map(len, result.out.splitlines())) <= 80
