"""Skills that stand beside one another: each once, with its strongest ground, and no more said than is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from headway.catalog.checks import check_catalog
from headway.catalog.load import load_catalog, read_catalog
from headway.catalog.model import Catalog
from headway.catalog.neighbours import Neighbourhood, NeighbourReason, Together, find_neighbours
from headway.values import Kind, Map, Month, judged

MONTH = Month(year=2026, month=11)
TOY = Path(__file__).parent.parent / "catalog_toy"


def group(*skills: str, share: float = 0.6, reason: NeighbourReason = NeighbourReason.ALTERNATIVE) -> Neighbourhood:
    basis = judged("the same ideas", MONTH)
    return Neighbourhood(slug="-".join(skills), name="A group", skills=skills, reason=reason, share=share, basis=basis)


def pair(one: str, two: str, both: int = 60) -> Together:
    return Together(skill=one, other=two, both=both, asking=90, other_asking=80, postings=200, source="postings")


def test_a_group_makes_every_two_of_its_skills_neighbours_both_ways() -> None:
    found = find_neighbours([group("aws", "azure", "gcp")], [], [], {})
    assert {skill: [n.skill for n in beside] for skill, beside in found.items()} == {
        "aws": ["azure", "gcp"],
        "azure": ["aws", "gcp"],
        "gcp": ["aws", "azure"],
    }
    assert {n.share for beside in found.values() for n in beside} == {0.6}


def test_a_skill_stands_there_once_with_the_larger_share_and_the_strongest_ground() -> None:
    groups = [group("spark", "flink", share=0.4), group("spark", "flink", "storm", share=0.5)]
    found = find_neighbours(groups, [(("flink", "spark"), MONTH)], [pair("flink", "spark")], {"postings": MONTH})
    assert [(n.skill, n.share, n.reason) for n in found["spark"]] == [
        ("flink", 0.5, NeighbourReason.ALTERNATIVE),
        ("storm", 0.5, NeighbourReason.ALTERNATIVE),
    ]


def test_what_roles_accept_for_one_another_is_told_without_a_share() -> None:
    asked = [(("tableau", "power-bi"), MONTH), (("power-bi", "tableau", "looker"), MONTH)]
    first, second = find_neighbours([], asked, [], {})["tableau"]
    assert (first.skill, first.reason, first.share) == ("power-bi", NeighbourReason.ACCEPTED, 0.0)
    assert first.basis.note == "role stages of the catalog that ask for either: 2"
    assert second.skill == "looker"


def test_what_is_asked_together_is_measured_and_carries_nothing_over() -> None:
    (found,) = find_neighbours([], [], [pair("docker", "kubernetes")], {"postings": MONTH})["kubernetes"]
    assert (found.skill, found.reason, found.share) == ("docker", NeighbourReason.COMPLEMENT, 0.0)
    assert (found.basis.kind, found.basis.n) == (Kind.MEASURED, 200)
    assert found.basis.note == "60 postings ask for both, 1.7 times as many as by chance"


def test_part_and_whole_are_not_beside_one_another() -> None:
    asked = [(("sql", "postgresql"), MONTH)]
    assert find_neighbours([], asked, [], {}, {frozenset(("postgresql", "sql"))}) == {}


@pytest.mark.parametrize(
    "change",
    [
        {"reason": NeighbourReason.COMPLEMENT},
        {"reason": NeighbourReason.ACCEPTED},
        {"skills": ("aws",)},
        {"skills": ("aws", "aws")},
        {"share": 1.2},
    ],
)
def test_a_group_that_says_nothing_or_what_is_counted_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        group("aws", "azure").change(**change)


def test_more_postings_cannot_ask_for_both_than_for_one() -> None:
    with pytest.raises(ValidationError, match="cannot ask for both"):
        pair("docker", "kubernetes", both=81)


def test_the_catalog_knows_the_neighbours_of_each_grounds(toy: Catalog) -> None:
    (framework,) = toy.neighbours("pytorch")
    assert (framework.skill, framework.reason, framework.share) == ("tensorflow", NeighbourReason.ALTERNATIVE, 0.6)
    assert [(n.skill, n.reason.value) for n in toy.neighbours("docker")] == [("kubernetes", "complement")]
    assert toy.neighbours("people-management") == ()


def test_a_folder_of_ones_own_adds_groups_and_its_faults_have_their_line(tmp_path: Path) -> None:
    (tmp_path / "neighbours.toml").write_text(
        '[mine]\nname = "Mine"\nskills = ["git", "cobol"]\nreason = "same-idea"\nshare = 0.5\n'
        'basis = { kind = "judged", source = "headway", date = "2026-11", note = "so" }\n',
        encoding="utf-8",
    )
    _, problems = read_catalog(TOY, tmp_path)
    assert [str(problem).partition("neighbours.toml")[2] for problem in problems] == [
        ":3 [mine.skills]: no skill cobol (correct the slug or add the skill)"
    ]
    (tmp_path / "neighbours.toml").write_text(
        (tmp_path / "neighbours.toml").read_text(encoding="utf-8").replace("cobol", "testing"), encoding="utf-8"
    )
    assert [n.skill for n in load_catalog(TOY, tmp_path).neighbours("git")] == ["testing"]


def test_a_neighbour_that_is_a_part_is_told(toy: Catalog) -> None:
    wider = toy.skills["tensorflow"].change(broader=("pytorch",))
    (problem,) = check_catalog(toy.change(skills=Map({**toy.skills, "tensorflow": wider})))
    assert problem.message == "pytorch and tensorflow are part and whole, not neighbours"
    assert (problem.file, problem.field) == ("neighbours.toml", "deep-learning-frameworks.skills")
