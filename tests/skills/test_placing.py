"""Positions of a document on the map of roles and occupations."""

from __future__ import annotations

from headway.catalog.classification import load_occupations
from headway.catalog.model import Catalog
from headway.catalog.title_space import load_title_space
from headway.profile.read import read_document
from headway.skills.placing import place_positions


def test_each_title_is_mapped_to_role_and_stage_or_to_an_occupation(toy: Catalog) -> None:
    text = (
        "Jane Roe\n\nExperience\nSenior Data Scientist, Birch Ltd, 2021 – present\nData Scientist, Oak, 2018 – 2021\n"
        "Mathematics Teacher, Elm School, 2012 – 2018\n"
    )
    found = read_document(text.encode(), "cv.txt")[0]
    senior, plain, teacher = place_positions(found.positions, toy, load_occupations(), load_title_space())
    assert senior.answer.role
    assert (senior.answer.role.role, senior.answer.stage) == ("data-scientist", "senior")
    assert plain.answer.role
    assert plain.answer.role.role == "data-scientist"
    assert teacher.answer.role is None
    assert teacher.answer.occupation
    assert "teacher" in teacher.answer.occupation.title.lower()
    assert [p.position for p in (senior, plain, teacher)] == list(found.positions)
