"""The occupations of O*NET and ESCO as they ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from headway.catalog.classification import Occupations, Scheme, load_occupations, load_ratings
from headway.catalog.load import SHIPPED, read_folders
from headway.errors import NotFound


@pytest.fixture(scope="module")
def occupations() -> Occupations:
    return load_occupations()


def test_all_occupations_of_both_schemes_are_there(occupations: Occupations) -> None:
    assert (len(occupations.onet), len(occupations.esco)) == (1016, 3039)
    assert len({row[0] for row in occupations.onet}) == 1016
    assert len({row[0] for row in occupations.esco}) == 3039


def test_every_occupation_can_be_built_and_is_found_by_its_code(occupations: Occupations) -> None:
    for place in range(len(occupations)):
        built = occupations.at(place)
        assert occupations.find(built.code) == built
        assert occupations.names_at(place) == (built.title, *built.titles)
        assert built.title not in built.titles


def test_a_nurse_has_titles_preparation_tools_and_relatives(occupations: Occupations) -> None:
    nurse = occupations.find("29-1141.00")
    assert (nurse.scheme, nurse.title, nurse.soc, nurse.zone) == (Scheme.ONET, "Registered Nurses", "29-1141", 4)
    assert {"Nurse", "RN", "Staff Nurse"} <= set(nurse.titles)
    assert len(nurse.related) == 20
    assert "Microsoft Excel" in {tool.name for tool in nurse.technology}


def test_tools_asked_for_in_the_occupation_itself_are_told_apart(occupations: Occupations) -> None:
    tools = {tool.name: tool.in_demand for tool in occupations.find("15-2051.00").technology}
    assert (tools["Python"], tools["PyTorch"], tools["Perl"]) == (True, True, False)


def test_a_part_of_an_occupation_knows_the_whole(occupations: Occupations) -> None:
    acute, whole = occupations.places["29-1141.01"], occupations.places["29-1141.00"]
    assert occupations.find_wider(acute) == whole
    assert occupations.find_wider(whole) is None
    assert occupations.find_wider(len(occupations) - 1) is None


def test_an_esco_occupation_is_found_by_its_address_too(occupations: Occupations) -> None:
    scientist = occupations.find("http://data.europa.eu/esco/occupation/258e46f9-0075-4a2e-adae-1ff0477e0f30")
    assert (scientist.scheme, scientist.title, scientist.isco) == (Scheme.ESCO, "data scientist", "2511")
    assert occupations.find(scientist.code) == scientist


def test_relatives_are_occupations_themselves(occupations: Occupations) -> None:
    codes = {row[0] for row in occupations.onet}
    assert all(set(row[3].split()) <= codes for row in occupations.onet)


def test_a_code_that_does_not_exist_is_refused(occupations: Occupations) -> None:
    with pytest.raises(NotFound, match="99-9999"):
        occupations.find("99-9999.00")


def test_ratings_exist_for_a_nurse_and_not_for_a_software_developer() -> None:
    ratings = load_ratings("29-1141.00")
    assert ratings.basis.source == "onet"
    importance = {rating.name: rating.importance or 0 for rating in ratings.ratings if rating.knowledge}
    assert importance["Medicine and Dentistry"] > 4
    assert importance["Fine Arts"] < 2
    assert len(ratings.ratings) > 60
    assert load_ratings("15-1252.00").ratings == ()


def test_the_sources_name_both_licences_and_what_they_ask_to_be_said() -> None:
    parts, problems = read_folders(SHIPPED)
    assert not [problem for problem in problems if "occupations" in str(problem)]
    onet, esco = parts.sources[Scheme.ONET.value], parts.sources[Scheme.ESCO.value]
    assert "CC BY 4.0" in onet.licence
    assert "has modified" in (onet.attribution or "")
    assert "ESCO classification of the European Commission" in (esco.attribution or "")
    assert "modified" in (esco.attribution or "")


def test_the_lists_stay_small() -> None:
    files = list((Path(SHIPPED) / "occupations").iterdir())
    assert len(files) == 6
    assert sum(path.stat().st_size for path in files) < 5_500_000
