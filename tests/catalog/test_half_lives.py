"""How fast knowledge goes out of date: the narrowest judgement counts, and without one nothing is said."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from headway.catalog.checks import check_catalog
from headway.catalog.model import Catalog
from headway.values import Map


def test_the_narrowest_judgement_counts_name_before_family_and_kind_before_either(toy: Catalog) -> None:
    chosen = {skill: toy.half_life(skill) for skill in ("rag", "pytorch", "deep-learning")}
    assert {skill: life.years for skill, life in chosen.items() if life} == {
        "rag": (2, 3),
        "pytorch": (4,),
        "deep-learning": (5, 9),
    }
    assert [life.middle for life in chosen.values() if life] == [2.5, 4, 7]


def test_where_nothing_is_judged_nothing_is_said(toy: Catalog) -> None:
    assert toy.half_life("communication") is None


@pytest.mark.parametrize(
    "change", [{"years": (9, 5)}, {"years": (0,)}, {"years": ()}, {"families": ()}, {"years": (1, 2, 3)}]
)
def test_a_half_life_of_nothing_or_backwards_is_refused(toy: Catalog, change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        toy.half_lives["models"].change(**change)


def with_life(catalog: Catalog, slug: str, **changes: Any) -> Catalog:
    return catalog.change(half_lives=Map({**catalog.half_lives, slug: catalog.half_lives[slug].change(**changes)}))


def test_two_that_mean_a_skill_alike_narrowly_are_told(toy: Catalog) -> None:
    (problem,) = check_catalog(with_life(toy, "models", skills=("rag",)))
    assert problem.message == "models and retrieval say the half-life of rag alike narrowly"
    assert (problem.file, problem.field) == ("half-lives.toml", "retrieval")


def test_a_family_a_kind_and_a_skill_that_are_not_there_are_told(toy: Catalog) -> None:
    found = check_catalog(with_life(toy, "retrieval", families=("cobol",), kinds=("craft",), skills=("rag", "fortran")))
    told = [problem.message for problem in found]
    assert told == ["no skill fortran", "no skill is of cobol", "no skill is of craft"]
