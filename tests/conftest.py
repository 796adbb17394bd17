"""What every test may lean on: a toy catalog of ten roles, one fixed day, and repeatable property tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from headway.catalog.load import load_catalog
from headway.catalog.model import Catalog
from headway.profile.model import Evidence, EvidenceKind, Position, Profile, SkillClaim
from headway.values import Level, Month, Span

settings.register_profile(
    "headway", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("headway")

TOY = Path(__file__).parent / "catalog_toy"


@pytest.fixture(scope="session")
def toy() -> Catalog:
    return load_catalog(TOY)


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 23)


def make_claim(skill: str, level: Level, proven: bool = True, last_used: str | None = "2026-10") -> SkillClaim:
    """A claim with one piece of evidence: from work, or a bare word in a list."""
    evidence = Evidence(
        kind=EvidenceKind.WORK if proven else EvidenceKind.CLAIM,
        span=Span(start=0, end=4),
        quote=f"worked with {skill}",
        place="Analyst, Northwind" if proven else None,
    )
    return SkillClaim(
        skill=skill,
        level=level,
        confidence=0.9,
        last_used=Month.model_validate(last_used) if last_used else None,
        evidence=(evidence,),
        rule="given",
    )


@pytest.fixture(scope="session")
def claim() -> Callable[..., SkillClaim]:
    return make_claim


@pytest.fixture(scope="session")
def person() -> Callable[..., Profile]:
    """Builds a profile of 400 words from `skill=Level…` keywords and the (title, from, to) of positions."""

    def build(*positions: tuple[str, str, str | None], words: int = 400, **levels: Level) -> Profile:
        return Profile(
            name="Sam Rivera",
            positions=tuple(
                Position(
                    title=title,
                    organisation="Northwind",
                    start=Month.model_validate(start),
                    end=Month.model_validate(end) if end else None,
                    current=end is None,
                    span=Span(start=0, end=1),
                )
                for title, start, end in positions
            ),
            claims=tuple(make_claim(skill.replace("_", "-"), level) for skill, level in levels.items()),
            words=words,
        )

    return build
