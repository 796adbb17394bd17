"""A small lexicon of names that are hard to tell from ordinary words, and short ways to ask what a text says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.catalog.load import load_catalog
from headway.catalog.model import Ambiguity, Catalog, Skill, SkillKind
from headway.skills.lexicon import Lexicon, build_lexicon
from headway.skills.model import Mention
from headway.skills.read import find_mentions

Find = Callable[..., tuple[Mention, ...]]
Names = Callable[[str], list[tuple[str, str]]]


def make_skill(slug: str, name: str, kind: SkillKind = SkillKind.TOOL, **more: object) -> Skill:
    return Skill.model_validate(
        {"slug": slug, "name": name, "kind": kind, "family": "made-up", "effort": "tool", **more}
    )


def make_catalog(*skills: Skill) -> Catalog:
    return Catalog.model_validate(
        {
            "digest": "made-up",
            "sources": {},
            "efforts": {},
            "skills": {skill.slug: skill for skill in skills},
            "roles": {},
            "activities": {},
        }
    )


def _ambiguous(form: str, cues: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> Ambiguity:
    return Ambiguity(forms=(form,), cues=cues, never=never)


@pytest.fixture(scope="session")
def shipped() -> Lexicon:
    """The names of the catalog that comes with headway."""
    return build_lexicon(load_catalog())


@pytest.fixture(scope="session")
def skill() -> Callable[..., Skill]:
    return make_skill


@pytest.fixture(scope="session")
def catalog_of() -> Callable[..., Catalog]:
    return make_catalog


@pytest.fixture(scope="session")
def tools() -> Catalog:
    language, library, platform = SkillKind.LANGUAGE, SkillKind.LIBRARY, SkillKind.PLATFORM
    concept, practice, soft = SkillKind.CONCEPT, SkillKind.PRACTICE, SkillKind.SOFT
    return make_catalog(
        make_skill("c", "C", language, ambiguous=_ambiguous("C", ("C++", "embedded"), ("Series C", "vitamin C"))),
        make_skill("cpp", "C++", language),
        make_skill("c-sharp", "C#", language),
        make_skill("r", "R", language, ambiguous=_ambiguous("R", ("statistics",), ("R&D",))),
        make_skill("go", "Go", language, aliases=["golang"], ambiguous=_ambiguous("Go", ("goroutines",), ("go live",))),
        make_skill("python", "Python", language),
        make_skill("java", "Java", language),
        make_skill("javascript", "JavaScript", language, aliases=["js"]),
        make_skill("sql", "SQL", language),
        make_skill("dotnet", ".NET", platform, aliases=["dotnet"]),
        make_skill("node", "Node.js", platform),
        make_skill("three", "three.js", library),
        make_skill("excel", "Excel", ambiguous=_ambiguous("Excel", ("pivot tables",))),
        make_skill("spark", "Apache Spark", platform, ambiguous=_ambiguous("Spark", ("Hadoop",), ("spark joy",))),
        make_skill("rest", "REST APIs", concept, ambiguous=_ambiguous("REST", ("HTTP",), ("REST assured",))),
        make_skill("power-bi", "Power BI"),
        make_skill("docker", "Docker"),
        make_skill("kubernetes", "Kubernetes", platform, aliases=["k8s"]),
        make_skill("snowflake", "Snowflake", platform),
        make_skill("ci-cd", "CI/CD", practice),
        make_skill("machine-learning", "Machine learning", concept, aliases=["ml"]),
        make_skill("learning-theory", "Learning theory", concept),
        make_skill("time-series", "Time series analysis", concept),
        make_skill("neural-networks", "Neural networks", concept),
        make_skill("regularisation", "Regularisation", concept),
        make_skill("statistics", "Statistics", concept),
        make_skill("physics", "Physics", SkillKind.DOMAIN),
        make_skill("insurance", "Insurance", SkillKind.DOMAIN),
        make_skill("retail", "Retail", SkillKind.DOMAIN, ambiguous=_ambiguous("Retail")),
        make_skill("research", "Research and development", practice),
        make_skill("communication", "Communication", soft),
    )


@pytest.fixture(scope="session")
def lexicon(tools: Catalog) -> Lexicon:
    return build_lexicon(tools)


@pytest.fixture(scope="session")
def find(lexicon: Lexicon) -> Find:
    """Every mention of a text."""
    return lambda text, sections=(): find_mentions(text, lexicon, sections)


@pytest.fixture(scope="session")
def names(find: Find) -> Names:
    """(skill, surface) of every mention."""
    return lambda text: [(m.skill, m.surface) for m in find(text)]


@pytest.fixture(scope="session")
def skills(find: Find) -> Callable[[str], list[str]]:
    """The skill of every mention, whatever its sense."""
    return lambda text: [m.skill for m in find(text)]


@pytest.fixture(scope="session")
def senses(find: Find) -> Callable[[str], dict[str, str]]:
    """skill -> `held`, `denied` or `wished`, of the last mention of each."""
    return lambda text: {m.skill: "denied" if m.negated else "wished" if m.wished else "held" for m in find(text)}
