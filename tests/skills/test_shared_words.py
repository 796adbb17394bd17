"""Names that share a word in a list are each found; what only looks like it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.catalog.model import Catalog, SkillKind
from headway.skills.lexicon import build_lexicon
from headway.skills.model import Mention
from headway.skills.read import find_mentions

Read = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def read(skill: Callable[..., object], catalog_of: Callable[..., Catalog]) -> Read:
    concept, domain = SkillKind.CONCEPT, SkillKind.DOMAIN
    lexicon = build_lexicon(
        catalog_of(
            skill("relational", "Relational databases", concept),
            skill("nosql", "NoSQL", concept, aliases=["non-relational databases"]),
            skill("supervised", "Supervised learning", concept, aliases=["supervised and unsupervised learning"]),
            skill("unsupervised", "Unsupervised learning", concept),
            skill("lakes", "Data lakes", concept, aliases=["data lake"]),
            skill("warehouses", "Data warehousing", concept, aliases=["data warehouse"]),
            skill("science", "Data science", concept),
            skill("marketing", "Marketing analytics", domain, aliases=["marketing science"]),
            skill("product", "Product management", concept),
            skill("project", "Project management", concept),
            skill("python", "Python", SkillKind.LANGUAGE),
            skill("html", "HTML and CSS", SkillKind.LANGUAGE, aliases=["HTML", "CSS"]),
        )
    )

    def found(text: str) -> list[tuple[str, str]]:
        mentions: tuple[Mention, ...] = find_mentions(text, lexicon)
        return [(m.skill, m.surface) for m in mentions]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "relational and non-relational databases",
            [("relational", "relational"), ("nosql", "non-relational databases")],
        ),
        ("a data lake/warehouse for sales", [("lakes", "data lake"), ("warehouses", "warehouse")]),
        ("product or project management", [("product", "product"), ("project", "project management")]),
        (
            "supervised and unsupervised learning",
            [("supervised", "supervised"), ("unsupervised", "unsupervised learning")],
        ),
        ("HTML and CSS", [("html", "HTML"), ("html", "CSS")]),
    ],
)
def test_names_that_share_a_word_are_each_found(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("marketing and data science", [("science", "data science")]),
        ("Python and data science", [("python", "Python"), ("science", "data science")]),
        ("the product. Project management", [("project", "Project management")]),
        ("our products and project management", [("project", "project management")]),
    ],
)
def test_a_neighbour_that_shares_nothing_is_left_alone(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
