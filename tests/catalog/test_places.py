"""Where keys stand in a TOML text."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.places import find_lines, line_of


def test_keys_of_tables_and_inline_tables_have_their_lines() -> None:
    text = '[python]\nname = "Python"\n\n[python.ambiguous]\nforms = ["Go", "R"]\nrequires = { sql = "x", git = "x" }\n'
    lines = find_lines(text)
    assert lines["python",] == 1
    assert lines["python", "name"] == 2
    assert lines["python", "ambiguous", "forms", "1"] == 5
    assert lines["python", "ambiguous", "requires", "git"] == 6


def test_elements_of_an_array_over_several_lines_have_their_own_line() -> None:
    text = 'pay = [\n    # a comment with ] and "\n    { soc = "15-2051" },\n    { soc = "15-1252" },\n]\nlast = 1\n'
    lines = find_lines(text)
    assert lines["pay", "0", "soc"] == 3
    assert lines["pay", "1"] == 4
    assert lines["last",] == 6


def test_strings_with_brackets_quotes_and_line_breaks_are_stepped_over() -> None:
    text = 'a = """one\n[b]\nc = 1\\"""\n"""\nd = \'[e] # no comment\'\n"quoted key" = 2\nf.g = 3\n'
    lines = find_lines(text)
    assert lines == {("a",): 1, ("d",): 5, ("quoted key",): 6, ("f",): 7, ("f", "g"): 7}


def test_tables_of_an_array_are_told_apart() -> None:
    lines = find_lines("[[stage]]\nname = 1\n[[stage]]\nname = 2\n")
    assert (lines["stage", "0", "name"], lines["stage", "1", "name"]) == (2, 4)


def test_what_is_not_written_has_the_line_of_the_table_it_belongs_to() -> None:
    lines = find_lines('[a]\nx = 1\n[b]\ny = "2"\n')
    assert line_of(("b", "missing", "deep"), lines) == 3
    assert line_of(("nowhere",), lines) is None


keys = st.text("abcxyz-_09", min_size=1, max_size=5)
leaves = st.one_of(
    st.integers(),
    st.booleans(),
    st.text("ab [](){}=,.#'\"\\\n", max_size=8),
    st.lists(st.text("a]#\"'", max_size=3), max_size=3),
)
tables = st.dictionaries(keys, leaves, min_size=1, max_size=4)


def _write(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, list):
        return "[\n  " + ",\n  ".join(_write(item) for item in value) + "\n]"
    return str(value)


@given(st.dictionaries(keys, tables, min_size=1, max_size=4))
def test_every_key_that_tomllib_reads_is_found_where_it_was_written(content: dict[str, dict[str, Any]]) -> None:
    written: list[str] = []
    expected: dict[tuple[str, ...], int] = {}
    for name, table in content.items():
        expected[name,] = len("\n".join(written).splitlines()) + 1
        written.append(f"[{name}]")
        for key, value in table.items():
            expected[name, key] = len("\n".join(written).splitlines()) + 1
            written.append(f"{key} = {_write(value)}")
    text = "\n".join(written) + "\n"
    assert tomllib.loads(text) == content
    found = find_lines(text)
    assert {path: found.get(path) for path in expected} == expected
