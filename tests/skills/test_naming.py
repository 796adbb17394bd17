"""By which name a mention is spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.catalog.model import Skill
from headway.skills.naming import name_mention


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("OpenShift", "Kubernetes"),
        ("Luigi", "Workflow orchestration"),
        ("PL/SQL", "Oracle Database"),
        ("HTML", "HTML and CSS"),
        ("data structures", "Algorithms and data structures"),
        ("LSTM", "Recurrent neural networks"),
        ("DataOps", "Data pipelines"),
        ("container orchestration", "Kubernetes"),
        ("Java EE", "Java"),
        ("data preparation", "Data cleaning and preparation"),
        ("outlier detection", "Anomaly detection"),
        ("document classification", "Text classification"),
    ],
)
def test_a_thing_of_its_own_keeps_its_name(skill: Callable[..., Skill], written: str, name: str) -> None:
    assert name_mention(written, skill("some-skill", name)) == written


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("k8s", "Kubernetes"),
        ("Postgres", "PostgreSQL"),
        ("Power Shell", "PowerShell"),
        ("NLP", "Natural language processing"),
        ("LLMs", "Large language models"),
        ("Amazon Web Services", "AWS"),
        ("Apache Spark", "Spark"),
        ("Kubernetes", "Kubernetes"),
        ("Azure ecosystem", "Microsoft Azure"),
        ("Java 17", "Java"),
        ("machine learning models", "Machine learning"),
        ("AI/ML models", "Machine learning"),
        ("MCP servers", "Model Context Protocol"),
        ("event stream processing", "Stream processing"),
        ("deployed models", "Model deployment"),
        ("led a team of", "Team leadership"),
        ("collaborated with", "Teamwork"),
        ("", "Kubernetes"),
    ],
)
def test_another_spelling_goes_by_the_name_of_the_skill(skill: Callable[..., Skill], written: str, name: str) -> None:
    assert name_mention(written, skill("some-skill", name)) == name
