"""The JSON Schema of the catalog's files is current, and agrees with the files."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from headway.catalog.load import SHIPPED
from headway.catalog.schema import main, make_schema, write_text

COMMITTED = Path(__file__).parent.parent.parent / "docs" / "catalog.schema.json"
TOY = Path(__file__).parent.parent / "catalog_toy"
AROUND = {"communities_file", "industry_file", "cases_file", "claims_file"}
"""A catalog can do without them, and the toy does."""


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({**make_schema(), "anyOf": [{"$ref": f"#/$defs/{name}"}]})


def test_the_committed_schema_is_current() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == write_text(), (
        "run `python -m headway.catalog.schema --write docs/catalog.schema.json`"
    )


@pytest.mark.parametrize("folder", [TOY, SHIPPED], ids=["toy", "shipped"])
@pytest.mark.parametrize(
    ("files", "name"),
    [
        ("roles/*.toml", "role_file"),
        ("skills/*.toml", "skills_file"),
        ("learning/*.toml", "learning_file"),
        ("sources/*.toml", "sources_file"),
        ("efforts.toml", "efforts_file"),
        ("neighbours.toml", "neighbours_file"),
        ("half-lives.toml", "half_lives_file"),
        ("communities/*.toml", "communities_file"),
        ("industries/*.toml", "industry_file"),
        ("cases.toml", "cases_file"),
        ("claims.toml", "claims_file"),
    ],
)
def test_every_file_of_a_catalog_fits_the_schema(folder: Path, files: str, name: str) -> None:
    checked = validator(name)
    paths = sorted(folder.glob(files))
    assert paths or (folder is TOY and name in AROUND)
    faults = [
        f"{path.name}: {fault.json_path} {fault.message}"
        for path in paths
        for fault in checked.iter_errors(tomllib.loads(path.read_text(encoding="utf-8")))
    ]
    assert not faults


@pytest.mark.parametrize(
    "change",
    [{"levels": "expert"}, {"colour": "red"}, {"individual": {"middle": {}}}, {"summary": None}, {"onet": ["15-2051"]}],
)
def test_a_file_that_the_loader_refuses_does_not_fit(change: dict[str, Any]) -> None:
    role = tomllib.loads((TOY / "roles" / "data-analyst.toml").read_text(encoding="utf-8"))
    checked = validator("role_file")
    assert checked.is_valid(role)
    assert not checked.is_valid({**role, **change})


def test_the_command_writes_what_it_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert main(["--write", str(tmp_path / "schema.json")]) == 0
    printed = capsys.readouterr().out
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == printed
    assert json.loads(printed)["$defs"]["role_file"]
    assert main(["--help me"]) == 2
